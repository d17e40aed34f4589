import type { Plugin } from 'rollup';

/*
 * What Lit does that a third-party bundle must not do to its host: it takes the policy name `lit-html`, calls hooks that it
 * finds by name on the window (an `<a id="litHtmlPolyfillSupport">` is one), leaves its versions there, and patches
 * `Symbol`. Each text below must be found in Lit exactly once; when an update changes it, the build stops.
 */
const CHANGES: readonly (readonly [file: string, from: string, to: string])[] = [
  ['lit-html/lit-html.js', 's?s.createPolicy("lit-html",{createHTML:t=>t}):void 0', 'rekindlePolicy'],
  ['lit-html/lit-html.js', 'B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const ', ''],
  ['@lit/reactive-element/reactive-element.js', 'p=a.reactiveElementPolyfillSupport,', ''],
  [
    '@lit/reactive-element/reactive-element.js',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    '',
  ],
  // Metadata of standard decorators, which we do not use.
  [
    '@lit/reactive-element/reactive-element.js',
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    '',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    '',
  ],
  [
    'lit-element/lit-element.js',
    ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
    ';',
  ],
  ['lit-element/lit-element.js', '(s.litElementVersions??=[]).push("4.2.2");', ''],
  ['@lit/reactive-element/decorators/property.js', '"object"==typeof o?r(t,e,o):', ''],
  // Every browser above our floor has constructed style sheets: no <style> is ever made, and no nonce looked for.
  [
    '@lit/reactive-element/css-tag.js',
    'e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,',
    'e=!0,',
  ],
  [
    '@lit/reactive-element/css-tag.js',
    '{if(e)s.adoptedStyleSheets=o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(const e of o){const o=document.createElement("style"),n=t.litNonce;void 0!==n&&o.setAttribute("nonce",n),o.textContent=e.cssText,s.appendChild(o)}}',
    '{s.adoptedStyleSheets=o.map(t=>t.styleSheet)}',
  ],
  [
    '@lit/reactive-element/css-tag.js',
    'c=e?t=>t:t=>t instanceof CSSStyleSheet?(t=>{let e="";for(const s of t.cssRules)e+=s.cssText;return r(e)})(t):t;',
    'c=t=>t;',
  ],
];

/** @throws when Lit no longer reads as expected */
export function guestLit(): Plugin {
  const done = new Set<string>();
  return {
    name: 'guest-lit',
    transform(code, id) {
      const file = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
      if (/^(?:lit|lit-html|lit-element|@lit)\//.test(file) === false) return null;
      let changed = code;
      for (const [of, from, to] of CHANGES) {
        if (of !== file) continue;
        if (changed.split(from).length !== 2) this.error(`${file} does not hold ${JSON.stringify(from)} exactly once`);
        changed = changed.replace(from, () => to);
        done.add(`${of} ${from}`);
      }
      return { code: changed, map: null };
    },
    buildEnd(error) {
      if (error) return;
      const missed = CHANGES.find(([of, from]) => !done.has(`${of} ${from}`));
      if (missed) this.error(`${missed[0]} was not bundled: is there another path to Lit now?`);
    },
    generateBundle(_options, bundle) {
      const left =
        /lit-html"|litHtml|reactiveElement(?:Poly|Ver)|litElement(?:Hyd|Poly|Ver)|litPropertyM|Symbol\.metadata|litNonce/;
      for (const output of Object.values(bundle)) {
        const found = output.type === 'chunk' ? left.exec(output.code) : null;
        if (found) this.error(`${output.fileName} still holds ${found[0]}`);
      }
    },
  };
}

/**
 * Wraps a bundle, so that it does nothing, before Lit evaluates, where each of its tags is taken, in a browser below our
 * floor, and where the page's policy refuses our Trusted Types policy.
 *
 * @param policy - name of the Trusted Types policy
 * @param tags - what the bundle defines
 */
export function guestWrapper(policy: string, tags: readonly string[]): { intro: string; outro: string } {
  return {
    intro: `(()=>{
if(${JSON.stringify(tags)}.every(tag=>customElements.get(tag))||!globalThis.CSS?.supports?.("color","light-dark(red,red)"))return;
let rekindlePolicy;
try{rekindlePolicy=globalThis.trustedTypes?.createPolicy?.(${JSON.stringify(policy)},{createHTML:html=>html})}catch{return}`,
    outro: '})();',
  };
}
