import { expect } from 'chai';
import { open, page, ready, RECORDER, until, type Host, type HostWindow } from '../support/host.ts';

/* What the projects beside this file built, with a reader who uses it. */

const ALL = ['activities', 'checklist', 'guide', 'helplines', 'tips'].map(name => `rekindle-${name}`);
/** Tags that each module of bundlers/src is to define. */
const DEFINED: Readonly<Record<string, readonly string[]>> = {
  all: ALL,
  one: ['rekindle-tips'],
  split: ALL,
  'class-only': ['our-tips'],
  unused: [],
};
/** Keeps what a page defines. */
const DEFINITIONS = `<script>
  window.defined = [];
  const define = customElements.define.bind(customElements);
  customElements.define = (tag, ...rest) => { defined.push(tag); define(tag, ...rest); };
</script>`;

const exists = async (path: string): Promise<boolean> => (await fetch(path)).ok;

for (const bundler of ['esbuild', 'parcel', 'rollup', 'vite', 'webpack']) {
  for (const [entry, tags] of Object.entries(DEFINED)) {
    it(`${bundler}, ${entry}: every element that is asked for is defined once, and shows its words`, async () => {
      const path = `/consumers/bundlers/${bundler}/${entry}/${entry}.js`;
      expect(await exists(path)).to.equal(true);
      const elements = tags.map(tag => `<${tag}></${tag}>`).join('');
      const host = await open(page(`${elements}<script type="module" src="${path}"></script>`, DEFINITIONS));
      const { customElements } = host.window;
      await until(() => tags.every(tag => customElements.get(tag)));
      await ready(host);

      const { defined } = host.window as HostWindow & { readonly defined: string[] };
      expect([...defined].sort()).to.deep.equal(tags);
      for (const tag of tags) {
        const words = (): number =>
          host.document.querySelector(tag)?.shadowRoot?.querySelector('.base')?.textContent.length ?? 0;
        await until(() => words() > 200);
      }
      expect(host.said).to.deep.equal([]);
    });
  }
}

type Tips = HTMLElement & { loop: boolean; length: number; activeIndex: number };

/** The page that a project built, as it stands in its own folder. */
async function start(project: string): Promise<Host> {
  const html = await (await fetch(`/consumers/${project}/index.html`)).text();
  const host = await open(html.replace('<head>', `<head><base href="/consumers/${project}/">${RECORDER}`));
  await until(() => host.document.querySelector('rekindle-tips')?.shadowRoot?.querySelector('.base'));
  await ready(host);
  return host;
}

for (const project of ['preact', 'react', 'solid', 'svelte', 'vue']) {
  it(`${project}: property, event, method and reference work`, async () => {
    const host = await start(project);
    const { document } = host;
    const tips = document.querySelector('rekindle-tips') as Tips;
    const heard = (): string | null | undefined => document.querySelector('output')?.textContent;

    expect([tips.className, tips.loop, heard()]).to.deep.equal(['ours', true, '-1']);
    expect(tips.shadowRoot?.querySelector('.base')?.textContent).to.contain('Ours: ');
    expect(tips.shadowRoot?.querySelectorAll('.dot')).to.have.length(tips.length);

    // The reader moves on: the event gets through, with its fields and its element.
    tips.shadowRoot?.querySelector<HTMLElement>('[name=next]')?.click();
    await until(() => heard() === '2');
    // The page moves on, by its reference to the element.
    document.querySelector<HTMLElement>('#app > button')?.click();
    await until(() => tips.activeIndex === 2);
    expect(host.said).to.deep.equal([]);
  });
}
