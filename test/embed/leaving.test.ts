import { expect } from 'chai';
import { open, page, ready } from '../support/host.ts';

/* "Leave this page" on pages that want to be asked before. */

const OTHER = '/page/other?html=Elsewhere';

/** Leaves a page; tells who asked before it went, a trial of ours or the browser, and whether it still had its text. */
async function leave(listener: string): Promise<{ by: string[]; hadText?: boolean }> {
  const told: { by: string[]; hadText?: boolean } = { by: [] };
  const host = await open(
    page(
      `<p>Text</p><rekindle-checklist></rekindle-checklist><script type="module" src="/dist/checklist.js"></script>`,
    ),
    // The frame goes alone: what is around it is the test.
    { sandbox: 'allow-scripts allow-same-origin' },
  );
  await ready(host);
  Object.assign(host.window, { told });
  const script = host.document.createElement('script');
  script.text = `const tell = e => told.by.push(e.isTrusted ? 'browser' : 'trial'); ${listener};
    addEventListener('pagehide', () => (told.hadText = !!document.querySelector('p')));`;
  host.document.head.append(script);
  const checklist = host.document.querySelector('rekindle-checklist')!;
  checklist.exitUrl = new URL(OTHER, location.href).href;
  const loaded = new Promise(resolve => host.frame.addEventListener('load', resolve, { once: true }));
  checklist.shadowRoot!.querySelector<HTMLElement>('[part=exit]')!.click();
  await loaded;
  expect(host.frame.contentDocument!.body.textContent.trim()).to.equal('Elsewhere');
  return told;
}

// WebKit lets this sandbox lead the page around away, which runs the tests.
if (/Chrome|Firefox/.test(navigator.userAgent)) {
  for (const listener of [
    `addEventListener('beforeunload', e => { tell(e); e.preventDefault(); })`,
    `addEventListener('beforeunload', e => { tell(e); e.returnValue = 'Really?'; })`,
    `onbeforeunload = e => { tell(e); return 'Really?'; }`,
  ])
    it(`the browser asks for none that a page has set: ${listener}`, async () => {
      expect((await leave(listener)).by).to.deep.equal(['trial']);
    });

  it('a page that would not ask keeps its text until it goes', async () => {
    const told = await leave(`addEventListener('beforeunload', tell)`);

    expect(told).to.deep.equal({ by: ['trial', 'browser'], hadText: true });
  });
}
