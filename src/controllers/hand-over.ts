/* What leaves the element on the reader's word: a file, a shared text, a copy, a printed page. Nothing throws. */

/** Gives the reader a file to save. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after they have asked where to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Lets the reader choose a file. The field is made for the moment: most never open one. */
export function askFile(accept: string, onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  };
  input.click();
}

/** Copies a text. Returns whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Opens what the browser has to share a text; copies it where there is nothing. Returns what came of it. */
export async function shareText(
  data: Readonly<Record<'title' | 'text', string>> & { url?: string },
): Promise<'shared' | 'copied' | 'left' | 'failed'> {
  if ('share' in navigator) {
    try {
      await navigator.share(data);
      return 'shared';
    } catch (error) {
      // She changed her mind; anything else is a browser that cannot after all.
      if ((error as Error).name === 'AbortError') return 'left';
    }
  }
  return (await copyText([data.text, data.url].filter(Boolean).join('\n'))) ? 'copied' : 'failed';
}

/** Whether the page is shown inside an app, where saving a file mostly fails. Asked for only when she plans something. */
export function isInApp(): boolean {
  // Android says so; on an iPhone, what is not Safari does not say so either, and the other browsers there fail too.
  return /; wv\)|CriOS|AppleWebKit(?!.* Safari\/)/.test(navigator.userAgent);
}

interface PrintOptions {
  /** Title of the paper; it also stands in the printer's queue. */
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  readonly nodes: readonly Node[];
}

/** What is long gets columns and smaller type, never below 9 pt: the fullest plan of the guide is one page. Titles are known by their place: a card's has the level of its page. */
const PAPER =
  'body{font:11pt/1.35 system-ui,sans-serif;margin:0;overflow-wrap:anywhere}body:has(li:nth-child(13)){font-size:9pt;line-height:1.3}ul:has(:nth-child(9)){columns:2}ul:has(:nth-child(25)){columns:3}h1{font-size:1.4em}h1,ul{margin-block:.4em;padding:0}h1~*>:first-child{font-size:1.15em;margin-block:.4em}li,p{margin-block:0 .3em}li{margin-inline-start:1.2em}section,article,li{break-inside:avoid}button{display:none}';

/** Prints nodes alone, without the page around them: in a frame of their own that goes afterwards. */
export function printNodes(root: Node, { title, lang, dir, nodes }: PrintOptions): void {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  // Not hidden: Firefox would print a blank page.
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  // Firefox puts another document in place of the first one, and then says that it has loaded.
  frame.onload = () => {
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) return frame.remove();
    const page = view.document;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(PAPER);
    page.adoptedStyleSheets = [sheet];
    page.title = title;
    Object.assign(page.documentElement, { lang, dir });
    page.body.append(...nodes);
    view.addEventListener('afterprint', () => frame.remove());
    view.print();
  };
  root.appendChild(frame);
}
