/** Pages of strangers for the tests of the built files: each in a frame of the test, as its server would send it. */

export interface Recorder {
  /** What the page printed, threw, failed to load or refused. */
  readonly said: readonly string[];
  /** Names on the window. */
  globals(): string[];
  /** Properties of what the browser brings: value, getter and setter by name. */
  builtIns(): ReadonlyMap<string, readonly unknown[]>;
}

export type HostWindow = Window & typeof globalThis & { readonly host: Recorder };

export interface Host {
  readonly frame: HTMLIFrameElement;
  readonly window: HostWindow;
  readonly document: Document;
  readonly said: readonly string[];
}

export interface HostOptions {
  /** Content-Security-Policy of the page; `n` is the nonce of its recorder. */
  readonly csp?: string;
  readonly type?: string;
  readonly width?: number;
  /** What the frame lets the page do, in place of all. */
  readonly sandbox?: string;
}

export const RECORDER = '<script src="/test/support/recorder.js" nonce="n"></script>';

/** A page in standards mode. */
export const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${RECORDER}${head}</head><body>${body}</body></html>`;

/** Opens a page and waits until it has loaded. */
export async function open(
  html: string,
  { csp = '', type = '', width = 800, sandbox }: HostOptions = {},
): Promise<Host> {
  const query = new URLSearchParams({ html, ...(csp && { csp }), ...(type && { type }) });
  const frame = document.createElement('iframe');
  frame.style.cssText = `border:0;width:${width}px;height:600px`;
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = `/page/host?${query.toString()}`;
  const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }));
  document.body.replaceChildren(frame);
  await loaded;
  const window = frame.contentWindow as HostWindow;
  return { frame, window, document: window.document, said: window.host.said };
}

/** Below the time limit of a test, which would end it without a word. */
const MOST_MS = 50_000;

/** Waits until a condition holds. */
export async function until(condition: () => unknown): Promise<void> {
  const end = Date.now() + MOST_MS;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`never came: ${String(condition)}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Two frames of a page: what was to render has. */
export async function settled({ window }: Host): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise(resolve => window.requestAnimationFrame(resolve));
}

/** Waits until every element of ours on a page, also inside one another, has rendered. */
export async function ready(host: Host): Promise<void> {
  const settle = async (root: ParentNode): Promise<void> => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.localName.startsWith('rekindle-')) continue;
      await host.window.customElements.whenDefined(element.localName);
      await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
      if (element.shadowRoot) await settle(element.shadowRoot);
    }
  };
  await settle(host.document);
  await settled(host);
}

/** Names of the elements that show what they are for. */
export function shown({ document }: Host): string[] {
  return [...document.querySelectorAll('*')]
    .filter(element => element.localName.startsWith('rekindle-') && element.shadowRoot?.querySelector('.base'))
    .map(element => element.localName.slice('rekindle-'.length))
    .sort();
}

/** Files of `dist/` that a page asked for. */
export function loaded({ window }: Host): string[] {
  return (window.performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .map(({ name }) => new URL(name).pathname)
    .filter(path => /^\/(?:dist|other|alone)\//.test(path))
    .sort();
}
