import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { RekindleTips } from 'rekindle';
import type {} from 'rekindle/react';
import 'rekindle/define/tips.js';
import { pack } from './pack';

function App() {
  const tips = useRef<RekindleTips>(null);
  const [index, setIndex] = useState(-1);
  return (
    <>
      <rekindle-tips
        ref={tips}
        className="ours"
        style={{ '--rekindle-accent': 'green' }}
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
if (root) createRoot(root).render(<App />);
