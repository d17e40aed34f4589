import { attributes, names } from '../content/packs/attributes.ts';
import { messages } from '../content/packs/en.ts';
import { PageDoctor } from '../controllers/page-doctor.ts';
import { DebugPanel } from '../elements/debug-panel.ts';

/* For the owner of a page, on a visit: tells in the console, and beside each element with `debug`, what to mend. */

const panels = new Map<Element, DebugPanel>();
const told = new Set<string>();

const doctor = new PageDoctor({ attributes, names, messages }, ({ findings, nodes }) => {
  for (const { check, level, where, message, mend } of findings) {
    const line = `rekindle ${level}: ${where && `${where}: `}${message} ${mend} (${check})`;
    const node = nodes.get(where);
    if (!told.has(line)) console.warn(line, ...(node ? [node] : []));
    told.add(line);
  }
  const shown = [...nodes].filter(([, node]) => node.localName in attributes && node.hasAttribute('debug'));
  const places = new Set(shown.map(([where]) => where));
  shown.forEach(([where, node], i) => {
    const panel = panels.get(node) ?? new DebugPanel();
    panels.set(node, panel);
    // What belongs to no element with a panel stands in the first.
    const own = findings.filter(one => one.where === where || (i === 0 && !places.has(one.where)));
    panel.show(node, own, doctor.origin(node.localName));
  });
  for (const [node, panel] of panels) {
    if (shown.some(([, one]) => one === node)) continue;
    panel.remove();
    panels.delete(node);
  }
});
