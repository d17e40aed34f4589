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
  // In an XHTML page `innerHTML` reads XML, which templates are not.
  ['lit-html/lit-html.js', 's=l.createElement("template")', 's=rekindleDocument.createElement("template")'],
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

/*
 * What no template and no property of ours uses: directives and what tells them that an element left, listeners that are
 * objects, element and comment parts, parts in raw text, compiled templates; converters, `useDefault`, accessors of our
 * own, initializers, `static properties`, lists of styles. It is 1.1 KB of each file. An element that wants one of them
 * takes its lines out of here; a directive stops the build.
 */
const UNUSED: typeof CHANGES = [
  [
    'lit-html/lit-html.js',
    'if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    'return i}',
  ],
  [
    'lit-html/lit-html.js',
    'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
    '',
  ],
  ['lit-html/lit-html.js', ',F:Z}', '}'],
  [
    'lit-html/lit-html.js',
    '1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
    'i=new r.ctor(h,r.name,r.strings,this,t)',
  ],
  ['lit-html/lit-html.js', 'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
  [
    'lit-html/lit-html.js',
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
    '',
  ],
  [
    'lit-html/lit-html.js',
    'if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    'r.data===n&&d.push({type:2,index:l});',
  ],
  [
    'lit-html/lit-html.js',
    'e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
    'e=this._$AC(t);',
  ],
  ['lit-html/lit-html.js', ',_$litType$:s}=t', '}=t'],
  [
    '@lit/reactive-element/css-tag.js',
    'class n{constructor(t,e,o){if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o;const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t}toString(){return this.cssText}}',
    'class n{constructor(t){this.cssText=t}get styleSheet(){return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}}',
  ],
  [
    '@lit/reactive-element/css-tag.js',
    '{const o=1===t.length?t[0]:e.reduce((e,s,o)=>e+(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")})(s)+t[o+1],t[0]);return new n(o,t,s)}',
    'new n(e.reduce((e,s,o)=>e+s.cssText+t[o+1],t[0]))',
  ],
  ['@lit/reactive-element/reactive-element.js', ';break;case Object:case Array:t=null==t?t:JSON.stringify(t)}', '}'],
  [
    '@lit/reactive-element/reactive-element.js',
    ';break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}',
    '}',
  ],
  ['@lit/reactive-element/reactive-element.js', 'static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  ['@lit/reactive-element/reactive-element.js', ',void 0!==t.l&&(this.l=[...t.l])', ''],
  ['@lit/reactive-element/reactive-element.js', ',this.constructor.l?.forEach(t=>t(this))', ''],
  [
    '@lit/reactive-element/reactive-element.js',
    'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
    'this.finalized=!0,this._$Ei();',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
    'return s?[s]:[]',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    ',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)',
    '',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
    '',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    'const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)}',
    'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,this.requestUpdate(t,h,i)}',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    '(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute',
    'u.toAttribute',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    ',h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;',
    ';',
  ],
  ['@lit/reactive-element/reactive-element.js', 'const r=h.fromAttribute(', 'const r=u.fromAttribute('],
  ['@lit/reactive-element/reactive-element.js', 'this[e]=r??this._$Ej?.get(e)??r', 'this[e]=r'],
  [
    '@lit/reactive-element/reactive-element.js',
    '||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))',
    '',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    'i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(',
    '(',
  ],
  ['@lit/reactive-element/reactive-element.js', 'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){', 'C(t,s,{reflect:e}){'],
  ['@lit/reactive-element/reactive-element.js', '(this.hasUpdated||i||(s=void 0),', '(this.hasUpdated||(s=void 0),'],
  [
    'lit-html/lit-html.js',
    'this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}',
    'this._$AV=[],this._$AD=t,this._$AM=i}',
  ],
  [
    'lit-html/lit-html.js',
    'class k{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,e){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    'class k{constructor(t,i,s,e){this._$AH=A,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e}',
  ],
  ['lit-html/lit-html.js', 'for(this._$AP?.(!1,!0,s);t!==this._$AB;)', 'for(;t!==this._$AB;)'],
  ['lit-html/lit-html.js', 'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  [
    'lit-html/lit-html.js',
    'class H{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,e,h){this.type=1,this._$AH=A,this._$AN=void 0,',
    'class H{constructor(t,i,s,e,h){this._$AH=A,',
  ],
  ['lit-html/lit-html.js', 'constructor(){super(...arguments),this.type=3}', ''],
  ['lit-html/lit-html.js', 'constructor(){super(...arguments),this.type=4}', ''],
  ['lit-html/lit-html.js', 'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
  [
    'lit-html/lit-html.js',
    'e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,',
    'e=t===A&&s!==A,',
  ],
  [
    'lit-html/lit-html.js',
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    'this._$AH.call(this.options.host,t)',
  ],
  [
    'lit-element/lit-element.js',
    'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
    '',
  ],
  ['lit-element/lit-element.js', 'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
];
const EDITS = [...CHANGES, ...UNUSED];

/** @throws when Lit no longer reads as expected */
export function guestLit(): Plugin {
  const done = new Set<string>();
  return {
    name: 'guest-lit',
    transform(code, id) {
      const file = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
      if (/^(?:lit|lit-html|lit-element|@lit)\//.test(file) === false) return null;
      let changed = code;
      if (file.startsWith('lit-html/directive')) this.error(`${file} needs what UNUSED takes out of Lit`);
      for (const [of, from, to] of EDITS) {
        if (of !== file) continue;
        if (changed.split(from).length !== 2) this.error(`${file} does not hold ${JSON.stringify(from)} exactly once`);
        changed = changed.replace(from, () => to);
        done.add(`${of} ${from}`);
      }
      return { code: changed, map: null };
    },
    buildEnd(error) {
      if (error) return;
      const missed = EDITS.find(([of, from]) => !done.has(`${of} ${from}`));
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
if(rekindleTaken.length==${tags.length}||!globalThis.CSS?.supports?.("color","light-dark(red,oklch(from red l c h))"))return;
const rekindleDocument=document.contentType=="text/html"?document:document.implementation.createHTMLDocument();
let rekindlePolicy;
try{rekindlePolicy=globalThis.trustedTypes?.createPolicy?.(${JSON.stringify(policy)},{createHTML:html=>html})}catch{return}`,
    outro: '})();',
  };
}
