import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { GuideMessages } from '../content/messages.ts';
import type { PackHead, PackParts, Section, Standing } from '../content/model.ts';
import { guidePack } from '../content/schema.ts';
import { ContentMixin } from './content-mixin.ts';
import { guideStyles } from './rekindle-guide.styles.ts';
import { renderBlocks, renderCare, renderHeading } from './text.ts';

type GuidePack = PackHead & Partial<PackParts> & Pick<PackParts, 'sections'>;

/**
 * The whole guide as an article, with the other elements standing in their chapters.
 *
 * ```html
 * <rekindle-guide></rekindle-guide>
 * ```
 *
 * @tagname rekindle-guide
 * @slot - What the page shows before the script runs, and when it never does.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used.
 * @csspart base - The whole element.
 * @csspart title - The headings.
 * @csspart care - The notes that stand before advice that involves contact.
 * @csspart contents - The list of chapters.
 * @csspart chapter - A chapter.
 */
export class RekindleGuide extends ContentMixin<GuidePack, GuideMessages>(LitElement, guidePack) {
  static override styles = guideStyles;

  /** Country of the helplines, as an ISO 3166-1 alpha-2 code. Nothing is chosen without it. */
  @property() country = '';

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const { sections } = pack;
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <article class="body" aria-label=${this.label || pack.title}>
        ${renderHeading(this.headingLevel, 'title', html`<span class="title">${pack.title}</span>`)}
        ${renderCare(pack.care)}
        <nav class="note" part="contents" aria-label=${this.text('contents')} @click=${this.#onContents}>
          <strong>${this.text('contents')}</strong>
          <ol>
            ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ol>
        </nav>
        ${sections.map(section => this.#renderChapter(section, pack))}
      </article>
    </div>`;
  }

  #renderChapter(section: Section, pack: GuidePack): TemplateResult {
    const level = this.headingLevel + 1;
    return html`<section class="chapter" part="chapter" aria-labelledby=${section.id}>
      <div class="text">
        ${renderHeading(level, 'title', section.title, section.id)} ${section.contact ? renderCare(pack.care) : nothing}
        ${renderBlocks(section.body)}
        ${section.parts.map(part => html`${renderHeading(level + 1, 'title', part.title)} ${renderBlocks(part.body)}`)}
      </div>
      ${section.element ? this.#renderStanding(section.element, level + 1) : nothing}
    </section>`;
  }

  /** An element in its chapter: with the words of this pack where the page supplied one that has them, else its own. */
  #renderStanding(element: Standing, level: number): TemplateResult {
    const content = this.content;
    const own = content !== (this.constructor as typeof RekindleGuide).pack && content?.[element] ? content : undefined;
    switch (element) {
      case 'tips':
        return html`<rekindle-tips class="standing" heading-level=${level} .pack=${own}></rekindle-tips>`;
      case 'checklist':
        return html`<rekindle-checklist
          class="standing"
          heading-level=${level}
          country=${this.country}
          .pack=${own}
        ></rekindle-checklist>`;
      case 'activities':
        return html`<rekindle-activities class="standing" heading-level=${level} .pack=${own}></rekindle-activities>`;
      default:
        return html`<rekindle-helplines
          class="standing"
          heading-level=${level}
          country=${this.country}
          .pack=${own}
        ></rekindle-helplines>`;
    }
  }

  /** The browser does not look for a fragment inside a shadow root, and the page's own hash stays as it is. */
  readonly #onContents = (event: MouseEvent): void => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
    const heading = link && this.shadowRoot?.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!heading || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-guide': RekindleGuide;
  }
}
