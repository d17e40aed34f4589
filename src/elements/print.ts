import { render, type TemplateResult } from 'lit';

let frame: HTMLIFrameElement | undefined;

export interface PrintOptions {
  /** Title of the paper; neutral, since it also stands in the printer's queue. */
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
}

const STYLES =
  'body{font:12pt/1.5 system-ui,sans-serif;margin:0}h1{font-size:1.4em;line-height:1.25}li{margin-block:.4em}';

/** Prints something alone, without the page around it: in a frame of its own, which is gone afterwards. */
export function printAlone(content: TemplateResult, { title, lang, dir }: PrintOptions): void {
  frame?.remove();
  const own = (frame = document.createElement('iframe'));
  own.title = title;
  own.setAttribute('aria-hidden', 'true');
  Object.assign(own.style, { position: 'fixed', inset: '0 auto auto 0', inlineSize: '0', blockSize: '0', border: '0' });
  own.onload = () => {
    const view = own.contentWindow as (Window & typeof globalThis) | null;
    if (!view) return;
    Object.assign(view.document.documentElement, { lang, dir });
    view.document.title = title;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLES);
    view.document.adoptedStyleSheets = [sheet];
    render(content, view.document.body);
    view.onafterprint = () => own.remove();
    view.print();
  };
  document.body.append(own);
}
