import { expect } from 'chai';
import { open, page, ready, settled, until, type Host } from '../support/host.ts';

/* Pages with Prototype.js 1.6 or 1.7: what it changes in what browsers bring, and we need, is made here by hand. */

const CHANGES = `<script>
  // Its own $A: knows lists with a length, and no function.
  Array.from = list => Array.prototype.slice.call({ length: list.length || 0, ...list });
  // Element.Methods.scrollTo: brings the page to the element.
  HTMLElement.prototype.scrollTo = function () {
    window.scrollTo(0, this.getBoundingClientRect().top + window.scrollY);
    return this;
  };
  // Gives text, which JSON.stringify() puts in quotes.
  Array.prototype.toJSON = function () {
    return '[' + this.map(one => (Array.isArray(one) ? one.toJSON() : JSON.stringify(one))).join(', ') + ']';
  };
</script>`;
const OURS = '<script type="module" src="/dist/rekindle.js"></script>';

async function visit(html: string, head = CHANGES): Promise<Host> {
  const host = await open(page(html + OURS, head));
  await ready(host);
  return host;
}
const of = <Type>({ document }: Host, name: string): Element & Type =>
  document.querySelector(`rekindle-${name}`) as Element & Type;
const press = (element: Element, selector: string): void => {
  const button = element.shadowRoot?.querySelector<HTMLElement>(selector);
  expect(button, selector).to.exist;
  button?.click();
};

afterEach(() => {
  for (const key of Object.keys(localStorage)) if (key.startsWith('rekindle:')) localStorage.removeItem(key);
});

it('"Next" moves the tips and not the page', async () => {
  const space = '<div style="height: 3000px"></div>';
  const host = await visit(`${space}<rekindle-tips></rekindle-tips>${space}`);
  const tips = of<{ activeIndex: number }>(host, 'tips');
  press(tips, '[part~=navigation-button-next]');
  await until(() => (tips.shadowRoot?.querySelector('[part=scroll-container]')?.scrollLeft ?? 0) > 100);
  await settled(host);

  expect(tips.activeIndex).to.equal(1);
  expect(host.window.scrollY).to.equal(0);
  expect(host.said).to.deep.equal([]);
});

it('what the reader keeps is there at her next visit, on a page with it and on one without', async () => {
  const html = '<rekindle-checklist mode="list" storage="local"></rekindle-checklist>';
  const answered = (host: Host): number => of<{ progress: { answered: number } }>(host, 'checklist').progress.answered;
  const host = await visit(html);
  const errors: Event[] = [];
  of(host, 'checklist').addEventListener('rekindle-storage-error', event => errors.push(event));
  press(of(host, 'checklist'), '[type=radio]');
  press(of(host, 'checklist'), '[part=storage-button]');
  press(of(host, 'checklist'), 'fieldset:nth-of-type(2) [type=radio]');
  await ready(host);

  expect(errors).to.have.length(0);
  expect(of(host, 'checklist').shadowRoot!.textContent).to.contain('This browser keeps your answers');
  const count = answered(host);
  expect(count).to.be.above(0);
  expect(answered(await visit(html)), 'with Prototype.js').to.equal(count);
  const without = await visit(html, '');
  expect(answered(without), 'without it').to.equal(count);
  press(of(without, 'checklist'), 'fieldset:nth-of-type(3) [type=radio]');
  expect(answered(await visit(html)), 'kept by a page without it').to.be.above(count);
});

it('lists in JSON of ours are lists', async () => {
  const host = await visit(
    '<rekindle-activities structured-data></rekindle-activities><rekindle-guide structured-data></rekindle-guide>',
  );
  const told = [...host.document.querySelectorAll('[type="application/ld+json"]')].map(
    one => JSON.parse(one.textContent) as Record<string, unknown>,
  );
  const data = JSON.parse(of<{ exportData(): string }>(host, 'activities').exportData()) as Record<string, unknown>;

  expect(told.map(one => one['@type'])).to.have.length(2);
  expect(told.find(one => one['@type'] === 'ItemList')?.itemListElement).to.be.an('array').and.not.be.empty;
  expect(JSON.stringify(told.find(one => one['@type'] !== 'ItemList'))).to.not.contain('\\"');
  expect(data.favourites).to.deep.equal([]);
});
