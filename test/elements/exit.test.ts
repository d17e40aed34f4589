import { expect } from 'chai';
import { fixture, html, nextFrame } from '@open-wc/testing-helpers';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/bundles/guide.ts';
import type { RekindleChecklist } from '../../src/elements/rekindle-checklist.ts';
import type { RekindleTips } from '../../src/elements/rekindle-tips.ts';
import { comeBack, inside } from '../support/page.ts';
import { waitUntil } from '../support/wait.ts';

/** Checklists of the page, through shadow roots, in order. */
const checklists = (root: ParentNode = document): RekindleChecklist[] =>
  [...root.querySelectorAll<RekindleChecklist>('rekindle-checklist, rekindle-guide')].flatMap(one =>
    one.localName === 'rekindle-guide' ? checklists(one.shadowRoot!) : one,
  );
/** Which of them show the way out. */
const ways = async (): Promise<number[]> => {
  await Promise.all(checklists().map(one => one.updateComplete));
  return checklists().flatMap((one, i) => (inside(one).queryByRole('link', { name: 'Leave this page' }) ? i : []));
};
const settled = (count: number): Promise<void> =>
  waitUntil(() => checklists().length === count && checklists().every(one => one.hasUpdated));

describe('"Leave this page" stands once a page', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('with a checklist in the guide and others beside it; an element that goes hands it to the next', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-guide></rekindle-guide>
        <rekindle-checklist></rekindle-checklist>
        <rekindle-checklist></rekindle-checklist>
      </div>`,
    );
    await settled(3);
    expect(await ways()).to.have.lengthOf(1);

    while (checklists().length > 1) {
      const [at = 0] = await ways();
      const one = checklists()[at]!;
      const { host } = one.getRootNode() as ShadowRoot;
      (host ?? one).remove();
      expect(await ways(), `${checklists().length} left`).to.have.lengthOf(1);
    }
    page.remove();
  });

  // The other engines have no way to show a page as it prints.
  if (navigator.userAgent.includes('Chrome/')) {
    it('and not on paper', async () => {
      const el = await fixture<RekindleChecklist>(html`<rekindle-checklist></rekindle-checklist>`);
      const way = inside(el).getByRole('link', { name: 'Leave this page' });
      expect(way.checkVisibility()).to.equal(true);

      await emulateMedia({ media: 'print' });
      try {
        expect(way.checkVisibility()).to.equal(false);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  }

  it('where it was, when an element comes back or stands elsewhere', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><rekindle-checklist></rekindle-checklist><rekindle-checklist></rekindle-checklist></div>`,
    );
    const [first] = checklists();
    expect(await ways()).to.deep.equal([0]);

    first!.remove();
    expect(await ways()).to.deep.equal([0]);
    page.prepend(first!);
    expect(await ways()).to.deep.equal([1]);
  });

  it('passes over one that has no words, or whose page has its own', async () => {
    await fixture<HTMLElement>(
      html`<div>
        <rekindle-checklist src="data:application/json,{}"><p>Its children stay.</p></rekindle-checklist>
        <rekindle-checklist exit="host"></rekindle-checklist>
        <rekindle-checklist></rekindle-checklist>
        <rekindle-checklist></rekindle-checklist>
      </div>`,
    );
    const [, , third, last] = checklists();
    expect(await ways()).to.deep.equal([2]);

    third!.exit = 'host';
    await third!.updateComplete;
    expect(await ways()).to.deep.equal([3]);
    last!.exit = 'host';
    await last!.updateComplete;
    expect(await ways()).to.deep.equal([]);
    third!.exit = 'auto';
    await third!.updateComplete;
    expect(await ways()).to.deep.equal([2]);
  });

  it('where the reader sees it: not in what is hidden or closed, and it moves when that changes', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <details>
          <summary>More</summary>
          <rekindle-checklist></rekindle-checklist>
        </details>
        <div hidden><rekindle-checklist></rekindle-checklist></div>
        <div style="padding-block-start: 300vh"><rekindle-checklist></rekindle-checklist></div>
      </div>`,
    );
    const [first, second, third] = page.children as unknown as HTMLElement[];
    expect(await ways()).to.deep.equal([2]);

    third!.hidden = true;
    second!.hidden = false;
    await waitUntil(async () => (await ways()).join() === '1', 'it moves to the one that is shown now');
    second!.hidden = true;
    (first as HTMLDetailsElement).open = true;
    await waitUntil(async () => (await ways()).join() === '0', 'it moves to the one that was opened');
    third!.hidden = false;
    await nextFrame();
    await nextFrame();
    expect(await ways(), 'it stays as long as it is seen').to.deep.equal([0]);
  });

  for (const faded of ['visibility: hidden', 'opacity: 0']) {
    it(`not in what a page fades out (${faded}), once the reader does something there`, async () => {
      const page = await fixture<HTMLElement>(
        html`<div>
          <button>Next tab</button>
          <div style=${faded}><rekindle-checklist></rekindle-checklist></div>
          <div><rekindle-checklist style="display: contents"></rekindle-checklist></div>
        </div>`,
      );
      const [button, first, second] = page.children as unknown as HTMLElement[];
      await waitUntil(async () => (await ways()).join() === '1', 'it stands in the one that can be seen');

      button!.addEventListener('click', () => {
        first!.style.cssText = '';
        second!.style.cssText = faded;
        second!.inert = true;
      });
      button!.click();

      await waitUntil(async () => (await ways()).join() === '0', 'it moves with the tab');
      first!.inert = true;
      second!.inert = false;
      second!.style.cssText = '';
      button!.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      await waitUntil(async () => (await ways()).join() === '1', 'what is inert is out of reach');
    });
  }

  it('in a dialog that becomes modal after it was open', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-checklist></rekindle-checklist>
        <button>Over the page</button>
        <dialog><rekindle-checklist></rekindle-checklist></dialog>
      </div>`,
    );
    const dialog = page.querySelector('dialog')!;
    page.querySelector('button')!.addEventListener('click', () => {
      dialog.close();
      dialog.showModal();
    });
    dialog.show();
    await nextFrame();
    await nextFrame();
    expect(await ways()).to.deep.equal([0]);

    page.querySelector('button')!.click();

    await waitUntil(async () => (await ways()).join() === '0,1', 'the dialog has one of its own');
  });

  it('in a dialog over the page as well, where that of the page cannot be pressed', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-checklist></rekindle-checklist>
        <dialog><rekindle-guide chapters="assess-the-situation"></rekindle-guide></dialog>
      </div>`,
    );
    await settled(2);
    const dialog = page.querySelector('dialog')!;
    expect(await ways()).to.deep.equal([0]);

    dialog.showModal();
    checklists()[1]!.scrollIntoView();

    await waitUntil(async () => (await ways()).join() === '0,1', 'the dialog has one of its own');
    checklists()[1]!.exit = 'host';
    expect(await ways(), 'the page has its own there').to.deep.equal([0]);
  });

  it('erases what the reader did in all elements of the page, before the page hears of it; once, by its key too', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <rekindle-tips actions="keep" storage="local"></rekindle-tips>
        <rekindle-guide storage="local"></rekindle-guide>
        <rekindle-checklist exit-shortcut="shift3"></rekindle-checklist>
        <rekindle-checklist exit-shortcut="shift3"></rekindle-checklist>
      </div>`,
    );
    await settled(3);
    const inGuide = page.querySelector('rekindle-guide')!.shadowRoot!.querySelector('rekindle-tips')!;
    for (const tips of [page.querySelector<RekindleTips>('rekindle-tips')!, inGuide]) {
      inside(tips)
        .getByRole('button', { name: /^Keep this tip/ })
        .click();
      await tips.updateComplete;
      inside(tips).getByRole('button', { name: 'Keep them here' }).click();
    }
    expect(localStorage.length).to.equal(2);
    const heard: number[] = [];
    const listen = (event: Event): void => {
      event.preventDefault();
      heard.push(localStorage.length);
    };
    document.addEventListener('rekindle-checklist-exit', listen);

    for (let i = 0; i < 3; i++)
      for (const type of ['keydown', 'keyup']) dispatchEvent(new KeyboardEvent(type, { key: 'Shift' }));

    document.removeEventListener('rekindle-checklist-exit', listen);
    expect(heard).to.deep.equal([0]);
    comeBack();
  });

  it('and the page is listened to once, however many checklists it has; after the last one not at all', async () => {
    const heard = new Map<string, Set<unknown>>();
    const [add, remove] = [window.addEventListener.bind(window), window.removeEventListener.bind(window)];
    const types = ['keydown', 'keyup', 'click', 'focusin', 'transitionend'];
    const of = (type: string): Set<unknown> => heard.get(type) ?? heard.set(type, new Set()).get(type)!;
    Object.assign(window, {
      addEventListener: (...args: Parameters<typeof add>) => (of(args[0]).add(args[1]), add(...args)),
      removeEventListener: (...args: Parameters<typeof add>) => (of(args[0]).delete(args[1]), remove(...args)),
    });
    try {
      const page = await fixture<HTMLElement>(
        html`<div><rekindle-checklist></rekindle-checklist><rekindle-checklist></rekindle-checklist></div>`,
      );
      expect(types.map(type => of(type).size)).to.deep.equal([1, 1, 1, 1, 1]);
      page.firstElementChild!.remove();
      expect(types.map(type => of(type).size)).to.deep.equal([1, 1, 1, 1, 1]);
      page.remove();
      expect(types.map(type => of(type).size)).to.deep.equal([0, 0, 0, 0, 0]);
    } finally {
      Reflect.deleteProperty(window, 'addEventListener');
      Reflect.deleteProperty(window, 'removeEventListener');
    }
  });

  it('erases what the reader kept on other pages of the site too, and nothing that is not ours', async () => {
    localStorage.setItem('rekindle:v1:checklist:elsewhere:0', '{}');
    sessionStorage.setItem('rekindle:v1:tips:elsewhere:0', '{}');
    localStorage.setItem('theme', 'dark');
    const checklist = await fixture<RekindleChecklist>(html`<rekindle-checklist></rekindle-checklist>`);
    checklist.addEventListener('rekindle-checklist-exit', event => event.preventDefault());

    inside(checklist).getByRole('link', { name: 'Leave this page' }).click();

    expect([Object.keys(localStorage), sessionStorage.length]).to.deep.equal([['theme'], 0]);
    comeBack();
  });
});
