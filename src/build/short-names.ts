import MagicString from 'magic-string';
import type { Plugin } from 'rollup';

/*
 * Names of properties that nothing outside a bundle reads become one or two letters, and `#private` ones plain properties:
 * those pack worse, and each field needs a declaration. Nothing else can reach a private name, so nothing else has to change.
 * The modules in `lib/` keep their names. What is used most gets the shortest name.
 *
 * Classes that no other extends share the names of their private ones, which packs better still. What is extended has
 * names of its own, and so has each class in a function, as those of mixins are: no chain of classes has a name twice.
 */

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
}
interface Member extends Syntax {
  readonly key?: Syntax;
  readonly value?: Syntax | null;
}
interface Class extends Syntax {
  readonly id: Syntax | null;
  readonly superClass: Syntax | null;
  readonly body: { readonly body: readonly Member[] };
}

/** Where names stand. */
type Places = Map<string, Syntax[]>;
interface Own {
  readonly of: Class;
  /** In how many functions it stands. */
  readonly depth: number;
  readonly privates: Places;
}
interface Names {
  readonly classes: readonly Own[];
  /** All properties that are named as they are, but for private ones. */
  readonly properties: Places;
  /** Those of them that stand for a variable of the same name too, as in `{ name }`. */
  readonly shorthands: ReadonlySet<Syntax>;
  readonly texts: ReadonlySet<string>;
}

/** By how often they stand in a bundle anyway. Some tags of HTML are among them, and no property of an element or a node. */
const LETTERS = [...'tiesnorahldcupfvmgybwkxqjzETISNORAHLDCUPFVMGYBWKXQJZ'];
const SHORT = [...LETTERS, ...LETTERS.flatMap(first => LETTERS.slice(0, 26).map(second => first + second))];
/** The one such property of an element, and where Preact keeps the listeners of one. */
const TAKEN = ['id', 'l'];

/**
 * Rollup plugin.
 *
 * @param internal - names besides the private ones; where one stands as text too, it stays as it is
 */
export function shortNames(internal: RegExp): Plugin {
  return {
    name: 'short-names',
    renderChunk(code) {
      const { classes, properties, shorthands, texts } = namesIn(this.parse(code));
      // What is around all of a bundle is a function too.
      const top = Math.min(...classes.map(({ depth }) => depth));
      const extended = new Set<string | undefined>();
      for (const { of } of classes) {
        const base = of.superClass;
        if (base && !base.name && base.type !== 'CallExpression')
          this.error(`${of.id?.name ?? 'a class'} extends neither a class by its name nor what a mixin makes`);
        extended.add(base?.name);
      }
      const isInternal = (name: string): boolean => internal.test(name) && !texts.has(name);
      const groups = [...properties].filter(([name]) => isInternal(name)).map(([, places]) => places);
      const shared: Syntax[][] = [];
      for (const { of, depth, privates } of classes) {
        const all = [...privates.values()].sort((a, b) => b.length - a.length);
        if (depth > top || of.type !== 'ClassDeclaration' || extended.has(of.id?.name)) groups.push(...all);
        else all.forEach((places, i) => (shared[i] ??= []).push(...places));
      }
      groups.push(...shared);
      groups.sort((a, b) => b.length - a.length);
      const taken = new Set([...TAKEN, ...texts, ...[...properties.keys()].filter(name => !isInternal(name))]);
      const free = SHORT.filter(name => !taken.has(name));
      if (groups.length > free.length) this.error(`${groups.length} names, and ${free.length} short ones`);
      const changed = new MagicString(code);
      groups.forEach((places, i) => {
        const short = free[i] ?? '';
        for (const place of places) {
          if (shorthands.has(place)) changed.appendLeft(place.start, `${short}: `);
          else changed.overwrite(place.start, place.end, short, { storeName: true });
        }
      });
      for (const { type, key, value, start, end } of classes.flatMap(({ of }) => of.body.body)) {
        if (type === 'PropertyDefinition' && key?.type === 'PrivateIdentifier' && !value) changed.remove(start, end);
      }
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}

function namesIn(program: unknown): Names {
  const classes: Own[] = [];
  const properties: Places = new Map();
  const shorthands = new Set<Syntax>();
  const texts = new Set<string>();
  const visit = (node: unknown, around: readonly Own[], depth: number): void => {
    if (Array.isArray(node)) for (const item of node) visit(item, around, depth);
    if (!node || typeof node !== 'object' || !('type' in node)) return;
    const syntax = node as Syntax & Record<string, unknown>;
    const { type, computed, value } = syntax;
    let inside = around;
    let children = Object.values(syntax);
    if (type === 'ClassDeclaration' || type === 'ClassExpression') {
      const of = node as Class;
      const declared = of.body.body.flatMap(({ key }) => (key?.type === 'PrivateIdentifier' ? (key.name ?? '') : []));
      const own = { of, depth, privates: new Map(declared.map(name => [name, []])) };
      classes.push(own);
      inside = [own, ...around];
    } else if (type === 'PrivateIdentifier') {
      const { name = '' } = syntax;
      around
        .find(({ privates }) => privates.has(name))
        ?.privates.get(name)
        ?.push(syntax);
    } else if (type === 'Literal' && typeof value === 'string') {
      texts.add(value);
    }
    const key = (type === 'MemberExpression' ? syntax.property : syntax.key) as Syntax | undefined;
    if (key?.type === 'Identifier' && computed === false) {
      const { name = '' } = key;
      properties.set(name, [...(properties.get(name) ?? []), key]);
      if (syntax.shorthand === true) {
        shorthands.add(key);
        children = [value];
      }
    }
    for (const child of children) visit(child, inside, /Function/.test(type) ? depth + 1 : depth);
  };
  visit(program, [], 0);
  return { classes, properties, shorthands, texts };
}
