import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import type { RekindleTips } from 'rekindle';
import type {} from 'rekindle/solid';
import 'rekindle/define/tips.js';
import { pack } from './pack';

function App() {
  let tips: RekindleTips | undefined;
  const [index, setIndex] = createSignal(-1);
  return (
    <>
      <rekindle-tips
        ref={tips}
        class="ours"
        prop:pack={pack}
        pagination="dots"
        loop
        on:rekindle-slide-change={event => setIndex(event.index + event.target.activeIndex)}
      >
        <p>Fallback</p>
      </rekindle-tips>
      <output>{index()}</output>
      <button onClick={() => tips?.next()}>Next</button>
    </>
  );
}

const root = document.getElementById('app');
if (root) render(() => <App />, root);
