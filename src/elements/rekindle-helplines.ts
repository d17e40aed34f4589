import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { helplinesGroups, type HelplinesMessages } from '../content/messages.ts';
import type { HelplineCountry, HelpService, PackHead, ServiceKind } from '../content/model.ts';
import { helplinesPack } from '../content/schema.ts';
import { PrintController } from '../controllers/print-controller.ts';
import { longDate } from '../domain/long-date.ts';
import { leftToRight } from '../domain/message.ts';
import { smsUrl, telUrl } from '../domain/phone.ts';
import { hostOf } from '../domain/url.ts';
import { ContentMixin } from './content-mixin.ts';
import { helplinesStyles } from './rekindle-helplines.styles.ts';
import { renderHeading } from './text.ts';

/** Of a pack, this element needs no more. */
type HelplinesPack = Pick<PackHead, 'lang' | 'dir'> & { readonly helplines: readonly HelplineCountry[] };

const SERVICE_KINDS: readonly ServiceKind[] = ['abuse', 'crisis', 'own-behaviour'];

/**
 * Where to find help, by country. Nothing is chosen until the reader, or the page, chooses: it never guesses.
 *
 * ```html
 * <rekindle-helplines country="NZ"></rekindle-helplines>
 * ```
 *
 * @tagname rekindle-helplines
 * @slot - What the page shows before the script runs, and when it never does.
 * @fires {RekindleErrorEvent} rekindle-error - A pack that the page supplied cannot be used. `message`.
 * @csspart base - The whole element.
 * @csspart title - The headings.
 * @csspart danger - What to do in danger now.
 * @csspart country - The field that chooses the country.
 * @csspart service - One service.
 * @csspart call - A link that calls or sends a text.
 */
export class RekindleHelplines extends ContentMixin<HelplinesPack, HelplinesMessages>(
  LitElement,
  helplinesPack,
  helplinesGroups,
) {
  static override styles = helplinesStyles;

  /** Country that is shown, as an ISO 3166-1 alpha-2 code. Follows what the reader chooses. */
  @property() country = '';

  /**
   * Kinds of help to show, in this order, separated by spaces: `abuse`, `crisis`, `own-behaviour`; or `emergency` alone. The
   * emergency number of the country stands first in any case.
   */
  @property() kinds = 'emergency abuse crisis own-behaviour';

  readonly #print = new PrintController(this);

  override updated(): void {
    // What she chose by hand no longer follows the attributes of the options.
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.#chosen?.country ?? '';
  }

  get #chosen(): HelplineCountry | undefined {
    const code = this.country.toUpperCase();
    return this.content?.helplines.find(({ country }) => country === code);
  }

  override render(): TemplateResult {
    const pack = this.content;
    if (!pack) return html`<slot></slot>`;
    const chosen = this.#chosen;
    return html`<div class="base" part="base" lang=${pack.lang} dir=${pack.dir}>
      <section class="body" aria-label=${this.label || this.text('label')}>
        ${renderHeading(this.headingLevel, 'title', this.label || this.text('label'))}
        <div class="note danger" part="danger">
          <p><strong>${this.text('dangerTitle')}</strong> ${this.text('danger')}</p>
          ${chosen ? this.#renderEmergency(chosen) : nothing}
        </div>
        <label part="country" class=${chosen ? nothing : 'controls'}>
          ${this.text('country')}
          <select @change=${this.#onInput} @input=${this.#onInput}>
            <option value="" ?selected=${!chosen}>${this.text('choose')}</option>
            ${pack.helplines.map(
              one => html`<option value=${one.country} ?selected=${one === chosen}>${one.name}</option>`,
            )}
          </select>
        </label>
        <p class="muted small">${this.text(chosen ? 'trace' : 'notListed')}</p>
        ${chosen ? this.#renderCountry(chosen) : nothing}
        ${
          !chosen && this.#print.isPrinting
            ? pack.helplines.map(
                one =>
                  html`${renderHeading(this.headingLevel + 1, 'title', one.name)} ${this.#renderEmergency(one)}
                  ${this.#renderCountry(one)}`,
              )
            : nothing
        }
      </section>
    </div>`;
  }

  #renderEmergency({ emergency }: HelplineCountry): TemplateResult[] {
    return emergency.map(
      ({ number, note }) =>
        html`<p class="row">
          ${this.#renderCall(telUrl(number), 'call', { number }, 'button primary')}
          ${note && html`<span>${note}</span>`}
        </p>`,
    );
  }

  /** @param text - what it says, by its key */
  #renderCall(
    href: string,
    text: keyof HelplinesMessages,
    values: Readonly<Record<string, string>>,
    look = 'button',
  ): TemplateResult {
    const number = leftToRight(this.content?.dir, values.number ?? '');
    // By itself, so that it does not break at its hyphens.
    const [before, ...after] = this.text(text, { ...values, number: '\0' }).split('\0');
    return html`<a class=${look} part="call" href=${href}>${before}<span>${number}</span>${after.join(number)}</a>`;
  }

  /** Those that the page names, in its order. Where it names none that there is, nobody must be left without help: all. */
  get #kinds(): readonly ServiceKind[] {
    const named = [...new Set(this.kinds.split(/\s+/))];
    const kinds = named.filter((kind): kind is ServiceKind => SERVICE_KINDS.includes(kind as ServiceKind));
    return kinds.length || named.includes('emergency') ? kinds : SERVICE_KINDS;
  }

  #renderCountry({ services }: HelplineCountry): TemplateResult[] {
    return this.#kinds.map(kind => {
      const those = services.filter(service => service.kind === kind);
      return html`${renderHeading(this.headingLevel + 1, 'title', this.text(kind))}
      ${
        those.length
          ? html`<ul class="services" role="list">
              ${those.map(service => this.#renderService(service))}
            </ul>`
          : html`<p>${this.text(kind === 'own-behaviour' ? 'none-own-behaviour' : 'none')}</p>`
      }`;
    });
  }

  #renderService({ name, site, phone, text, hours, note, checkedOn }: HelpService): TemplateResult {
    const more = [hours, note].filter(Boolean).join('. ');
    return html`<li class="card" part="service">
      <strong>${name}</strong>
      ${more ? html`<p class="small">${more}</p>` : nothing}
      <p class="row">
        ${phone ? this.#renderCall(telUrl(phone), 'call', { number: phone }) : nothing}
        ${text ? this.#renderCall(smsUrl(text.number, text.body), text.body ? 'textBody' : 'textNumber', text) : nothing}
      </p>
      <p class="small">
        <a href=${site} rel="noreferrer">${this.text('site', { host: hostOf(site) })}</a>
      </p>
      <p class="muted small">${this.text('checked', { date: longDate(checkedOn, this.content?.lang ?? 'en') })}</p>
    </li>`;
  }

  /** The choice stays with the reader: a native `input` event would leave the shadow root. What fills fields in may send `change` alone. */
  #onInput(event: Event): void {
    event.stopPropagation();
    this.country = (event.target as HTMLSelectElement).value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rekindle-helplines': RekindleHelplines;
  }
}
