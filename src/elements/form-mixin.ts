import type { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what TypeScript asks of the constructor of a mixin
type Constructor<T> = new (...args: any[]) => T;

export interface FormElement {
  name: string;
  submit: 'none' | 'completion' | 'answers';
  required: boolean;
  disabled: boolean;
  readOnly: boolean;
}

/** Adds what a page says of an element in a form. `FormController` does the rest. */
export const FormMixin = <Base extends Constructor<LitElement>>(Base: Base): Base & Constructor<FormElement> => {
  class WithForm extends Base {
    static formAssociated = true;

    /** Name under which a form around it sends what `submit` allows. */
    @property({ reflect: true }) name = '';

    /**
     * What a form sends: nothing; `complete` once all is answered; or the answers, as JSON. The reader is told before.
     */
    @property() submit: 'none' | 'completion' | 'answers' = 'none';

    /** Every statement needs an answer before the form can be sent; to rather not say is one. */
    @property({ type: Boolean }) required = false;

    /** No answer can be given. What is about safety still works. */
    @property({ type: Boolean, reflect: true }) disabled = false;

    /** The answers can be read, and not changed. */
    @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  }
  return WithForm;
};
