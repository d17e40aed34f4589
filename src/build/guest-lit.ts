import type { Plugin } from 'rollup';

/*
 * What Lit does that a third-party bundle must not do to its host: it takes the policy name `lit-html`, calls hooks that it
 * finds by name on the window (an `<a id="litHtmlPolyfillSupport">` is one), leaves its versions there, and patches
 * `Symbol`. Each text below must be found in Lit exactly once; when an update changes it, the build stops. Two texts stand
 * for the first and all up to the second.
 */
const CHANGES: readonly (readonly [file: string, from: string | readonly [string, string], to: string])[] = [
  ['lit-html/lit-html.js', 's?s.createPolicy("lit-html",{createHTML:t=>t}):void 0', 'rekindlePolicy'],
  ['lit-html/lit-html.js', 'B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const ', ''],
  ['@lit/reactive-element/reactive-element.js', 'p=a.reactiveElementPolyfillSupport,', ''],
  [
    '@lit/reactive-element/reactive-element.js',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
    '',
  ],
  // Who translates a page puts an element in place of each text: it is given the new text, to be translated in turn.
  ['lit-html/lit-html.js', '.nextSibling.data=t', '.nextSibling.textContent=t'],
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
    'c=e?t=>t:t=>t instanceof CSSStyleSheet?(t=>{let e="";for(const s of t.cssRules)e+=s.cssText;return r(e)})(t):t;',
    'c=t=>t;',
  ],
];

/*
 * What no template and no property of ours uses: directives and what tells them that an element left, listeners that are
 * objects, element and comment parts, parts in raw text, compiled templates, `noChange`, a place in the root to render
 * before; converters, `hasChanged`, `useDefault`, `reflect`, accessors of our own, initializers, `static properties`, lists of styles,
 * options of the root, another promise of the update. An element that wants one of them takes its lines out of here; a
 * directive, and `reflect`, stop the build.
 */
const UNUSED: typeof CHANGES = [
  ['lit-html/lit-html.js', '_$AI(t,i=this){t=M(this,t,i),a(t)', '_$AI(t){a(t)'],
  // What is no text, template or node is a list.
  ['lit-html/lit-html.js', 'd=t=>u(t)||"function"==typeof t?.[Symbol.iterator],', ''],
  ['lit-html/lit-html.js', 'D:d,', ''],
  ['lit-html/lit-html.js', 'd(t)?this.k(t):this._(t)', 'this.k(t)'],
  ['lit-html/lit-html.js', 'V:M,', ''],
  ['lit-html/lit-html.js', ',F:Z}', '}'],
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
  [
    '@lit/reactive-element/reactive-element.js',
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
    '',
  ],
  [
    'lit-html/lit-html.js',
    'constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}',
    'constructor(t){this._$AD=t}',
  ],
  [
    'lit-html/lit-html.js',
    'class k{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,e){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    'class k{constructor(t,i,e){this._$AH=A,this._$AA=t,this._$AB=i,this.options=e}',
  ],
  ['lit-html/lit-html.js', ',s){for(this._$AP?.(!1,!0,s);t!==this._$AB;)', '){for(;t!==this._$AB;)'],
  ['lit-html/lit-html.js', 's._$AB.nextSibling,e)', 's._$AB.nextSibling)'],
  ['lit-html/lit-html.js', 'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  [
    'lit-html/lit-html.js',
    ['class H{get tagName()', 'j(t){t===A?'],
    'class H{constructor(t,i,s,e){this._$AH=A,this.element=t,this.name=i,this.strings=s,this.options=e}_$AI(t,i,s){const e=this.strings;if(e){const i=t;t=e[0];for(let h=1;h<e.length;h++){const o=i[s++];t=t===A||o===A?A:t+(o??"")+e[h]}}a(t)&&t===this._$AH||(this._$AH=t,this.j(t))}',
  ],
  ['lit-html/lit-html.js', 'constructor(){super(...arguments),this.type=3}', ''],
  ['lit-html/lit-html.js', 'constructor(){super(...arguments),this.type=4}', ''],
  [
    'lit-html/lit-html.js',
    ['class z extends H{', 'const j='],
    'class z extends H{_$AI(t){const i=t===A;i!==(this._$AH===A)&&this.element[i?"removeEventListener":"addEventListener"](this.name,this),this._$AH=t}handleEvent(t){this._$AH.call(this.options.host,t)}}',
  ],
  // Properties: text, numbers and booleans, each with an accessor of Lit's own that tells of every other value.
  ['@lit/reactive-element/reactive-element.js', ['c=a.trustedTypes,', 'f=(t,s)=>'], 'u=0,'],
  [
    '@lit/reactive-element/reactive-element.js',
    'y[d("elementProperties")]=new Map,y[d("finalized")]=new Map',
    'y.elementProperties=new Map,y._$Eh=new Map',
  ],
  ['@lit/reactive-element/reactive-element.js', 'this.finalize(),this._$Eh&&[...', 'this._$Ei(),[...'],
  [
    '@lit/reactive-element/reactive-element.js',
    'b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f};',
    'b=0;',
  ],
  ['@lit/reactive-element/reactive-element.js', ['static addInitializer(t)', 'static get observedAttributes()'], ''],
  [
    '@lit/reactive-element/reactive-element.js',
    ['static createProperty(', 'static _$Ei()'],
    'static createProperty(t,s){this._$Ei(),this.elementProperties.set(t,s),!1!==s.attribute&&this._$Eh.set(s.attribute||t.toLowerCase(),t);const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(e){const h=this[i];this[i]=e,this.requestUpdate(t,h)},configurable:!0,enumerable:!0})}',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    ['static _$Ei()', 'constructor(){super(),'],
    'static _$Ei(){if(this.hasOwnProperty("elementProperties"))return;const t=n(this);t._$Ei(),this.elementProperties=new Map(t.elementProperties),this._$Eh=new Map(t._$Eh)}',
  ],
  // No property is written back to its attribute: what has to be, an element does.
  [
    '@lit/reactive-element/reactive-element.js',
    ['attributeChangedCallback(t,s,i)', 'async _$EP()'],
    'attributeChangedCallback(t,s,e){const h=this.constructor,r=h._$Eh.get(t),n=h.elementProperties.get(r).type;this[r]=n===Boolean?null!==e:n===Number&&null!==e?Number(e):e}requestUpdate(t,s){if(void 0!==t){if(i(this[t],s))return;this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}',
  ],
  // `update()` is LitElement's alone.
  [
    '@lit/reactive-element/reactive-element.js',
    'update(t){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}',
    '',
  ],
  ['@lit/reactive-element/reactive-element.js', 'throw t=!1,this._$EM(),s', 'throw this._$EM(),s'],
  // Each class has one style sheet, each root is open, and nobody waits for more than the update.
  [
    '@lit/reactive-element/reactive-element.js',
    'this.attachShadow(this.constructor.shadowRootOptions);return s(t,this.constructor.elementStyles),t',
    'this.attachShadow({mode:"open"});return t.adoptedStyleSheets=[this.constructor.styles.styleSheet],t',
  ],
  ['@lit/reactive-element/reactive-element.js', 'y.elementStyles=[],y.shadowRootOptions={mode:"open"},', ''],
  [
    '@lit/reactive-element/reactive-element.js',
    'this.getUpdateComplete()}getUpdateComplete(){return this._$ES}',
    'this._$ES}',
  ],
  [
    '@lit/reactive-element/reactive-element.js',
    ['super(),this._$Ep=void 0,', 'addController('],
    'super(),this.isUpdatePending=!1,this.hasUpdated=!1,this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate()}',
  ],
  ['@lit/reactive-element/reactive-element.js', 'enableUpdating(t){}', ''],
  // Every element has its own (`ContentMixin`).
  ['@lit/reactive-element/reactive-element.js', 'shouldUpdate(t){return!0}', ''],
  ['@lit/reactive-element/reactive-element.js', 'willUpdate(t){}', ''],
  // Every element renders, and always to the end of its root.
  ['lit-html/lit-html.js', 't!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['lit-html/lit-html.js', 'const s=i(t).nextSibling;i(t).remove(),t=s', 'const s=t.nextSibling;t.remove(),t=s'],
  [
    'lit-html/lit-html.js',
    ['const e=s?.renderBefore??i;', '};export{'],
    '(i._$litPart$??=new k(i.appendChild(c()),null,s))._$AI(t)',
  ],
  [
    'lit-element/lit-element.js',
    ['constructor(){super(...arguments)', 'connectedCallback(){'],
    'constructor(){super(),this.renderOptions={host:this}}update(t){const s=this.render();this._$EM(),e(s,this.renderRoot,this.renderOptions)}',
  ],
  ['lit-element/lit-element.js', ['render(){return r}', 'const n='], '}'],
  [
    'lit-element/lit-element.js',
    'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
    '',
  ],
];

/*
 * What `build/templates.ts` has done: the texts come as HTML with a list of the places of their expressions. What is left
 * of Lit's preparation is a check that nobody but a template of ours is taken for one: words that a page supplies are JSON,
 * and no array of JSON has a `raw`. In an XHTML page `innerHTML` reads XML, which templates are not.
 */
const PREPARED: typeof CHANGES = [
  ['lit-html/lit-html.js', 'h="$lit$",o=`lit$${Math.random().toFixed(9).slice(2)}$`,n="?"+o,r=`<${n}>`,', ''],
  ['lit-html/lit-html.js', 'M:h,P:o,A:n,C:1,L:N,', ''],
  ['lit-html/lit-html.js', ['f="[ \\t\\n\\f\\r]",v=', 'x=t=>(i'], ''],
  [
    'lit-html/lit-html.js',
    'x=t=>(i,...s)=>({_$litType$:t,strings:i,values:s}),b=x(1),w=x(2),T=x(3),',
    'b=(t,...i)=>({_$litType$:1,strings:t,values:i}),w=b,T=b,',
  ],
  [
    'lit-html/lit-html.js',
    ['function V(t,i){', 'class R{'],
    'class S{constructor({strings:t}){if(!u(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");this.parts=t.raw,this.el=rekindleDocument.createElement("template"),this.el.innerHTML=e?e.createHTML(t[0]):t[0]}}',
  ],
  [
    'lit-html/lit-html.js',
    ['u(t){const{el:{content:i},parts:s}', 'class k{'],
    'u(t){const{el:{content:i},parts:s}=this._$AD,e=l.importNode(i,!0);P.currentNode=e;let h;return this._$AV=s.map(([i,n,r=0,c])=>{for(;i--;)h=P.nextNode();return n?new[H,I,L,z][r](h,n,c,t):new k(h,h.nextSibling,t)}),P.currentNode=l,e}p(t){let i=0;for(const s of this._$AV)s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i]),i++}}',
  ],
  [
    'lit-html/lit-html.js',
    '{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
    '{values:i}=t,e=this._$AC(t);',
  ],
  ['lit-html/lit-html.js', 'new R(e,this)', 'new R(e)'],
  [
    'lit-html/lit-html.js',
    'new k(this.O(c()),this.O(c()),this,this.options)',
    'new k(this.O(c()),this.O(c()),this.options)',
  ],
];
const EDITS = [...CHANGES, ...UNUSED, ...PREPARED];

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
        const [start, end = ''] = [from].flat() as [string, string?];
        const [before = '', rest = '', ...more] = changed.split(start);
        const after = end ? rest.indexOf(end) : 0;
        if (!changed.includes(start) || more.length || after < 0) {
          this.error(`${file} does not hold ${JSON.stringify(from)} exactly once`);
        }
        changed = `${before}${to}${rest.slice(after)}`;
        done.add(`${of} ${start}`);
      }
      return { code: changed, map: null };
    },
    buildEnd(error) {
      if (error) return;
      const missed = EDITS.find(([of, from]) => !done.has(`${of} ${[from].flat()[0] ?? ''}`));
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
