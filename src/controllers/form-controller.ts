import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface FormOptions {
  /** What is sent under the name of the element; null sends nothing. */
  readonly value: () => string | null;
  /** Why the form cannot be sent; empty where it can. */
  readonly problem: () => string;
  /** What takes the focus then; undefined where it is not rendered. */
  readonly anchor: () => HTMLElement | null | undefined;
  /** Custom states by name. */
  readonly states: () => Readonly<Record<string, boolean>>;
  /** Shows what is wrong: the form is about to be sent. */
  readonly onInvalid: () => void;
}

/** Makes a host with `static formAssociated = true` a part of the form around it. */
export class FormController implements ReactiveController {
  readonly internals: ElementInternals;
  readonly #options: FormOptions;
  #isQuiet = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FormOptions) {
    this.#options = options;
    this.internals = host.attachInternals();
    host.addController(this);
    host.addEventListener('invalid', () => {
      if (this.#isQuiet) return;
      options.onInvalid();
      this.hostUpdated();
    });
  }

  hostUpdated(): void {
    const { internals } = this;
    const { value, problem, anchor, states } = this.#options;
    // No state: the browser would fill it in again after Back, for whoever sits there then.
    internals.setFormValue(value(), null);
    const message = problem();
    if (message) internals.setValidity({ valueMissing: true }, message, anchor() ?? undefined);
    else internals.setValidity({});
    for (const [state, isOn] of Object.entries(states())) {
      try {
        internals.states[isOn ? 'add' : 'delete'](state);
      } catch {
        // Chrome before 125 takes names with dashes alone.
      }
    }
  }

  /** Whether the form can be sent; shows nothing. */
  check(): boolean {
    this.#isQuiet = true;
    const isValid = this.internals.checkValidity();
    this.#isQuiet = false;
    return isValid;
  }

  /** Whether the form can be sent; shows what is wrong, and moves the focus there. */
  report(): boolean {
    const isValid = this.internals.reportValidity();
    if (!isValid) this.#options.anchor()?.focus();
    return isValid;
  }
}
