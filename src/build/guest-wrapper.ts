import { NEEDED_COLOR } from '../domain/floor.ts';

/**
 * Wraps a bundle, so that it does nothing, before Lit evaluates, where each of its tags is taken, in a browser below our
 * floor, and where the page's policy refuses our Trusted Types policy. Two versions on a page are named in a warning.
 *
 * @param policy - name of the Trusted Types policy
 * @param tags - what the bundle defines
 * @param version - of the bundle
 */
export function guestWrapper(
  policy: string,
  tags: readonly string[],
  version: string,
): { intro: string; outro: string } {
  return {
    intro: `(()=>{
const rekindleTaken=${JSON.stringify(tags)}.map(tag=>customElements.get(tag)).filter(taken=>taken);
const rekindleOther=rekindleTaken.find(taken=>(taken.version||"${version}")!="${version}");
if(rekindleOther)console.warn("rekindle: this page loads "+rekindleOther.version+" and ${version}; load one of them");
if(rekindleTaken.length==${tags.length}||!globalThis.CSS?.supports?.("color","${NEEDED_COLOR}"))return;
const rekindleDocument=document.contentType=="text/html"?document:document.implementation.createHTMLDocument();
let rekindlePolicy;
try{rekindlePolicy=globalThis.trustedTypes?.createPolicy?.(${JSON.stringify(policy)},{createHTML:html=>html})}catch{return}`,
    outro: '})();',
  };
}
