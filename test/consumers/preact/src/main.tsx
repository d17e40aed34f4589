import { createRef, render } from 'preact';
import { useState } from 'preact/hooks';
import type { RekindleTips } from 'rekindle';
import type {} from 'rekindle/preact';
import 'rekindle/define/tips.js';
import { pack } from './pack';

const tips = createRef<RekindleTips>();

function App() {
  const [index, setIndex] = useState(-1);
  return (
    <>
      <rekindle-tips
        ref={tips}
        class="ours"
        pack={pack}
        pagination="dots"
        loop
        onrekindle-slide-change={event => setIndex(event.index + event.target.activeIndex)}
      >
        <p>Fallback</p>
      </rekindle-tips>
      <output>{index}</output>
      <button onClick={() => tips.current?.next()}>Next</button>
    </>
  );
}

const root = document.getElementById('app');
if (root) render(<App />, root);
