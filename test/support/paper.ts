/** A page that would have been printed. */
export interface Paper {
  readonly title: string;
  readonly text: string;
  readonly headings: readonly string[];
  /** `break-inside` of each section. */
  readonly breaks: readonly string[];
  /** Size of the smallest heading, as a multiple of the text's. */
  readonly headingSize: number;
  /** `overflow-wrap` of its points. */
  readonly wraps: readonly string[];
}

/**
 * Runs what prints a frame, without the dialog that a browser would open.
 *
 * @returns the papers, once the frame is gone
 */
export async function printed(host: Element, print: () => unknown): Promise<Paper[]> {
  const papers: Paper[] = [];
  const original = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const view = original.get!.call(this) as Window & typeof globalThis;
      view.print = () => {
        const { title, body } = view.document;
        const sizeOf = (one: Element): number => parseFloat(view.getComputedStyle(one).fontSize);
        papers.push({
          title,
          text: body.textContent,
          headings: [...body.querySelectorAll('h1,h2')].map(one => one.textContent),
          breaks: [...body.querySelectorAll('section')].map(one => view.getComputedStyle(one).breakInside),
          headingSize: Math.min(...[...body.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(sizeOf)) / sizeOf(body),
          wraps: [...body.querySelectorAll('li')].map(one => view.getComputedStyle(one).overflowWrap),
        });
        view.dispatchEvent(new Event('afterprint'));
      };
      return view;
    },
  });
  const gone = new Promise<void>(resolve => {
    const observer = new MutationObserver(() => {
      if (!papers.length || host.shadowRoot?.querySelector('iframe')) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(host.shadowRoot!, { childList: true, subtree: true });
  });
  try {
    print();
    await gone;
  } finally {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', original);
  }
  return papers;
}
