import { head, messages, tips } from 'rekindle/content/en.js';
import { RekindleTips } from 'rekindle/elements/rekindle-tips.js';

class OurTips extends RekindleTips {
  static pack = { ...head, tips };
  static messages = messages.tips;
}
customElements.define('our-tips', OurTips);
