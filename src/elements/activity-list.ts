import { html, nothing, render, type TemplateResult } from 'lit';
import { askFile, printNodes, saveFile, shareText } from '../controllers/hand-over.ts';
import type { MarksController } from '../controllers/marks-controller.ts';
import type { ActivitiesMessages } from '../content/messages.ts';
import type { Activity, PackHead } from '../content/model.ts';
import { decodeLists, encodeLists, type ActivityLists } from '../domain/activity-list.ts';
import { isJoint } from '../domain/activity-rules.ts';
import { writeParams } from '../domain/url-params.ts';
import { RekindleActivityShareEvent } from './events.ts';
import { renderStorage } from './storage.ts';
import type { StorageElement } from './storage-mixin.ts';
import { plainText, renderHeading, renderText } from './text.ts';

/** Parameter of a fragment that carries the ids of a list. */
export const LIST = 'list';

/** What the reader's list needs of the element that it stands in. */
export interface ListHost extends HTMLElement, StorageElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly content: PackHead | undefined;
  headingLevel: number;
  urlPrefix: string;
  text(key: keyof ActivitiesMessages, values?: Readonly<Record<string, string | number>>): string;
}

/** What it needs of what surrounds it there. */
export interface ListContext {
  readonly marks: MarksController;
  readonly activities: readonly Activity[];
  facts(one: Activity): readonly string[];
  say(text: string): void;
  /** The marks changed. */
  refresh(): void;
}

/** Renders the note that honours a wish for space, where one of some activities is for two. */
export function renderNote(activities: readonly Activity[], care: PackHead['care']): TemplateResult | typeof nothing {
  return activities.some(isJoint)
    ? html`<p class="note" part="care" role="note">${renderText(care.noContact)}</p>`
    : nothing;
}

/** "Our list": the favourites, and what can be done with them. Buttons say by `name` what they do. */
export class OurList {
  readonly #host: ListHost;
  readonly #around: ListContext;
  /** Ids of a list that came in a link. */
  shared: readonly string[] = [];

  constructor(host: ListHost, around: ListContext) {
    this.#host = host;
    this.#around = around;
  }

  get #marks(): MarksController {
    return this.#around.marks;
  }

  /** In the order of the activities. */
  get favourites(): readonly Activity[] {
    return this.#around.activities.filter(one => this.#marks.favourite.has(one.id));
  }

  /** The lists as JSON. */
  encode(): string {
    const done = this.#around.activities.filter(one => this.#marks.done.has(one.id)).map(one => one.id);
    return encodeLists({ favourites: this.favourites.map(one => one.id), done });
  }

  /** Adds lists; ids that are not there are left out. Returns whether it was JSON of ours. */
  decode(text: string): boolean {
    const lists = decodeLists(text);
    if (lists) this.#add(lists);
    return lists !== undefined;
  }

  /** Opens the browser's print dialog for the list alone. */
  print(): void {
    const { content, host, care } = this.#own;
    const page = document.createElement('div');
    const [note, all] = [renderNote(this.favourites, care), this.favourites];
    render(
      html`<h1>${host.text('list')}</h1>
        ${note}
        ${all.map(
          one =>
            html`<h2>${one.title}</h2>
              ${isJoint(one) ? html`<p><em>${host.text('space')}</em></p>` : nothing}
              <p>${renderText(one.summary)}</p>
              <p>${this.#around.facts(one).join(' · ')}</p>`,
        )}`,
      page,
    );
    printNodes(host.renderRoot, { title: host.text('list'), lang: content.lang, dir: content.dir, nodes: [page] });
  }

  /** Does what one of its buttons says by its name. */
  act(name: string): void {
    const { host } = this.#own;
    switch (name) {
      case 'print':
        return this.print();
      case 'share':
        return void this.#share();
      case 'export':
        return saveFile('our-list.json', 'application/json', this.encode());
      case 'import':
        return askFile('application/json,.json', file => {
          void this.#open(file);
        });
      case 'clearList':
        this.#marks.setAll({ favourites: this.favourites.map(one => one.id) }, false);
        return this.#changed(host.text('cleared'));
      case 'undo':
        if (!this.#marks.canUndo) return;
        this.#marks.undo();
        return this.#changed(host.text('undone'));
      case 'accept':
        this.#add({ favourites: this.shared, done: [] });
        this.shared = [];
        return this.#changed(host.text('imported', { count: this.favourites.length }));
      case 'dismiss':
        this.shared = [];
        this.#around.refresh();
    }
  }

  /** Reads a file that the reader chose. */
  async #open(file: File): Promise<void> {
    const isOurs = file.size < 2 ** 20 && this.decode(await file.text());
    this.#changed(
      isOurs ? this.#host.text('imported', { count: this.favourites.length }) : this.#host.text('importFailed'),
    );
  }

  render(): TemplateResult {
    const { content, host } = this.#own;
    const { favourites } = this;
    const button = (name: keyof ActivitiesMessages, isOff = false): TemplateResult =>
      html`<button name=${name} part="list-button" aria-disabled=${isOff}>${host.text(name)}</button>`;
    const storage = renderStorage(this.#marks.stored, {
      mode: host.storage,
      lang: content.lang,
      say: (key, values) => host.text(key, values),
    });
    const { canUndo } = this.#marks;
    return html`<section
      class="ours ${favourites.length ? '' : 'controls'}"
      part="our-list"
      aria-labelledby="list-title"
    >
      ${renderHeading(host.headingLevel + 1, 'list-title', host.text('list'), 'list-title')}
      ${
        favourites.length
          ? html`<ul>
              ${favourites.map(one => this.#renderLine(one))}
            </ul>`
          : html`<p>${host.text('listEmpty')}</p>`
      }
      <div class="row controls">
        ${favourites.length ? (['share', 'print', 'export', 'clearList'] as const).map(name => button(name)) : nothing}
        ${button('import')} ${canUndo || favourites.length ? button('undo', !canUndo) : nothing}
      </div>
      ${storage === nothing ? html`<p class="small muted">${host.text('listNote')}</p>` : storage}
    </section>`;
  }

  /** A list that came in a link: titles, and the choice to take it over. */
  renderShared(): TemplateResult | typeof nothing {
    const { host, care } = this.#own;
    const all = this.#around.activities.filter(one => this.shared.includes(one.id));
    if (!all.length) return nothing;
    return html`<section class="card shared" part="shared-list" aria-labelledby="shared-title">
      ${renderHeading(host.headingLevel + 1, 'list-title', host.text('sharedList'), 'shared-title')}
      ${renderNote(all, care)}
      <ul>
        ${all.map(one => html`<li>${one.title}</li>`)}
      </ul>
      <div class="row controls">
        <button name="accept" class="primary">${host.text('accept')}</button>
        <button name="dismiss">${host.text('dismiss')}</button>
      </div>
    </section>`;
  }

  get #own(): { readonly host: ListHost; readonly content: PackHead; readonly care: PackHead['care'] } {
    const content = this.#host.content as PackHead;
    return { host: this.#host, content, care: content.care };
  }

  #renderLine(one: Activity): TemplateResult {
    const { host } = this.#own;
    const facts = [...this.#around.facts(one), ...(this.#marks.done.has(one.id) ? [host.text('done')] : [])];
    return html`<li>
      <button class="plain" name="show" value=${one.id}>${one.title}</button>
      <span class="small muted">${facts.join(' · ')}</span>
    </li>`;
  }

  #add({ favourites, done }: ActivityLists): void {
    const known = new Set(this.#around.activities.map(one => one.id));
    const there = (id: string): boolean => known.has(id);
    this.#marks.setAll({ favourites: favourites.filter(there), done: done.filter(there) });
    this.#around.refresh();
  }

  #changed(words: string): void {
    this.#around.refresh();
    this.#around.say(words);
  }

  async #share(): Promise<void> {
    const { host, care } = this.#own;
    const all = this.favourites;
    const ids = all.map(one => one.id);
    if (!host.dispatchEvent(new RekindleActivityShareEvent(ids))) return;
    const lines = [
      ...(all.some(isJoint) ? [plainText(care.noContact)] : []),
      ...all.map(one => `${one.title} (${this.#around.facts(one).join(', ')})`),
    ];
    // In the fragment alone, which no server sees.
    const url = new URL(location.href);
    url.hash = writeParams('', host.urlPrefix, [[LIST, ids]]);
    const result = await shareText({ title: host.text('list'), text: lines.join('\n'), url: url.href });
    if (result === 'copied') this.#around.say(host.text('copied'));
    else if (result === 'failed') this.#around.say(host.text('copyFailed'));
  }
}
