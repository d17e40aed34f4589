import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { parseFragment } from 'parse5';
import { BUNDLED } from '../../src/build/bundled.ts';
import { ELEMENTS } from '../../src/build/bundles.ts';
import { embedStyle, embedElement } from '../../src/build/embed.ts';
import type { ElementName } from '../../src/build/fallback.ts';
import { attributes } from '../../src/content/packs/attributes.ts';
import { tips } from '../../src/content/packs/en.ts';

/* The WordPress plugin as it is built: its files, and what its PHP renders. .ci/run brings PHP; without it these files alone. */

const PLUGIN = 'dist/wordpress/rekindle';
const read = (file: string): string => readFileSync(`${PLUGIN}/${file}`, 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const hasPhp = spawnSync('php', ['-v']).status === 0;

interface Case {
  readonly shortcode?: Readonly<Record<string, string>> | readonly string[];
  readonly content?: string;
  readonly block?: unknown;
  readonly script?: Readonly<Record<string, string>>;
  readonly post?: string;
  readonly feed?: true;
  /** What who asks for the page may do. */
  readonly can?: readonly string[];
}
interface Result {
  readonly html: string;
  readonly loaded: readonly string[];
}

/** What stands on one page, in its order: each with what the page loads by then. */
function renderPage(...cases: readonly Case[]): readonly Result[] {
  const { stdout, stderr, status } = spawnSync(
    'php',
    ['-d', 'display_errors=stderr', 'test/support/wordpress.php', PLUGIN],
    {
      input: JSON.stringify(cases),
      encoding: 'utf8',
      maxBuffer: 1e7,
    },
  );
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  return JSON.parse(stdout) as Result[];
}
const renderOne = (one: Case): Result => renderPage(one)[0] ?? { html: '', loaded: [] };
/** Each on a page of its own. */
const render = (...cases: readonly Case[]): readonly Result[] => cases.map(renderOne);

/** The element as a browser parses it: tag and attributes. */
function opening(html: string): readonly [tag: string, attributes: Readonly<Record<string, string>>] {
  const { childNodes } = parseFragment(html);
  assert.equal(childNodes.length, 1, html.slice(0, 300));
  const [node] = childNodes;
  assert.ok(node && 'attrs' in node);
  return [node.tagName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))];
}
/** What stands in an element, as HTML. */
const inner = (html: string): string => html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'));
const plain = (html: string): string => html.replace(/\s+/g, ' ').trim();
const URL = 'https://example.org/wp-content/plugins/rekindle';

test('the plugin holds its own scripts, its texts, and nothing else', () => {
  const files = [
    'block.json',
    'editor.js',
    'elements.json',
    'fallback',
    'license.txt',
    'readme.txt',
    'rekindle.css',
    'rekindle.php',
  ];
  const bundles = ['activities', 'checklist', 'helplines', 'rekindle', 'tips', 'tips-actions'].map(
    name => `${name}.js`,
  );

  assert.deepEqual(readdirSync(PLUGIN).sort(), [...files, ...bundles].sort());
  for (const file of bundles) {
    const built = readFileSync(`dist/${file}`, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
    assert.equal(read(file).trim(), built.trim(), `${file} is not that of dist/`);
  }
  for (const file of [...files, ...bundles].filter(name => name !== 'fallback')) {
    assert.doesNotMatch(read(file), /__VERSION__/, file);
  }
  // Guideline 8 of WordPress.org: no code from elsewhere.
  assert.doesNotMatch(read('rekindle.php') + read('editor.js'), /jsdelivr|unpkg|cdn|import\s*\(/i);
});

test('version, licence and name agree wherever they stand', () => {
  const block = JSON.parse(read('block.json')) as {
    version: string;
    apiVersion: number;
    attributes: { element: { enum: string[] } };
  };

  assert.match(read('rekindle.php'), new RegExp(`\\* Version: +${version.replaceAll('.', '\\.')}\\n`));
  assert.match(read('readme.txt'), new RegExp(`^Stable tag: ${version.replaceAll('.', '\\.')}$`, 'm'));
  assert.equal(block.version, version);
  assert.equal(block.apiVersion, 3);
  assert.deepEqual(block.attributes.element.enum, ELEMENTS);
  const needs = /Requires at least: +([\d.]+)/;
  assert.equal(needs.exec(read('readme.txt'))?.[1], needs.exec(read('rekindle.php'))?.[1]);
  assert.equal(read('license.txt'), readFileSync('LICENSE', 'utf8'));
});

test('text, rules and allowed attributes are those of rekindle embed and of the elements', () => {
  const allowed = JSON.parse(read('elements.json')) as Record<string, Record<string, unknown>>;

  for (const name of ELEMENTS) {
    assert.equal(plain(read(`fallback/${name}.html`)), plain(inner(embedElement(name, BUNDLED))));
    assert.ok(read('rekindle.css').includes(embedStyle(name)));
    const { debug: _debug, ...rest } = attributes[`rekindle-${name}`] ?? {};
    assert.deepEqual(allowed[name], rest);
  }
});

test('the editor script is JavaScript', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--check', `${PLUGIN}/editor.js`], { encoding: 'utf8' });

  assert.equal(status, 0, stderr);
});

// Where a machine has no PHP these lines do not exist; CI has it, and this one fails where it does not.
test('CI has PHP', () => {
  assert.ok(hasPhp || !process.env['CI'], 'no php');
  assert.match(readFileSync('.ci/run', 'utf8'), /php-cli/);
});

if (hasPhp) {
  test("PHP's linter accepts every PHP file", () => {
    const files = readdirSync(PLUGIN).filter(file => file.endsWith('.php'));
    assert.ok(files.length > 0);
    for (const file of files) {
      const { status, stdout, stderr } = spawnSync('php', ['-l', `${PLUGIN}/${file}`], { encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    }
  });

  test('a shortcode renders the element with its text, its script and its rule', () => {
    const { html, loaded } = renderOne({ shortcode: { element: 'tips', pagination: 'dots', 0: 'loop' } });

    assert.deepEqual(opening(html), ['rekindle-tips', { class: 'rekindle-tips', pagination: 'dots', loop: '' }]);
    assert.ok(html.includes(`<h2>${tips[0].title}</h2>`));
    assert.deepEqual(loaded, [`rekindle-tips ${URL}/tips.js`, `rekindle ${URL}/rekindle.css`]);
  });

  test('a block renders what a shortcode renders', () => {
    const options = { country: 'NZ', 'heading-level': '3' };
    const [block, shortcode] = render(
      { block: { element: 'helplines', options } },
      { shortcode: { element: 'helplines', ...options } },
    );

    assert.deepEqual(block, shortcode);
    assert.match(block?.html ?? '', /<h4>Australia<\/h4>/);
  });

  test('every element renders, with the file that it needs', () => {
    const all = render(...ELEMENTS.map(element => ({ block: { element, options: {} } })));

    all.forEach(({ html, loaded }, i) => {
      assert.equal(opening(html)[0], `rekindle-${ELEMENTS[i]}`);
      const file = loaded[0]?.split('/').at(-1) ?? '';
      assert.ok(existsSync(`${PLUGIN}/${file}`), file);
      assert.ok(readFileSync(`${PLUGIN}/${file}`, 'utf8').includes(`"rekindle-${ELEMENTS[i]}"`), file);
    });
  });

  test('tips with a toolbar load the file that has it', () => {
    const { loaded } = renderOne({ shortcode: { actions: 'copy nothing print' } });

    assert.equal(loaded[0], `rekindle-tips-actions ${URL}/tips-actions.js`);
  });

  const PAGES: readonly (readonly [elements: readonly Case[], files: readonly string[]])[] = [
    [[{ shortcode: {} }, { shortcode: { actions: 'copy' } }], ['tips-actions']],
    [[{ shortcode: { actions: 'copy' } }, { shortcode: {} }], ['tips-actions']],
    [[{ shortcode: {} }, { shortcode: { storage: 'local' } }, { shortcode: {} }], ['tips-actions']],
    [[{ shortcode: {} }, { shortcode: { element: 'guide' } }], ['rekindle']],
    [[{ shortcode: { element: 'helplines' } }, { shortcode: { element: 'checklist' } }], ['checklist']],
    [
      [{ shortcode: {} }, { shortcode: { element: 'checklist' } }],
      ['tips', 'checklist'],
    ],
  ];
  for (const [cases, files] of PAGES) {
    const of = cases.map(({ shortcode }) => `[${Object.values(shortcode ?? {}).join(' ') || 'tips'}]`).join(' ');
    // The first file that defines a tag wins: tips without the toolbar would leave all tips of the page without it.
    test(`a page with ${of} loads ${files.join(' and ')} alone`, () => {
      const { loaded } = renderPage(...cases).at(-1) ?? { loaded: [] };

      assert.deepEqual(
        loaded.filter(one => one.endsWith('.js')),
        files.map(file => `rekindle-${file} ${URL}/${file}.js`),
      );
    });
  }

  const HOSTILE: readonly (readonly [
    name: string,
    options: Readonly<Record<string, string>>,
    left: Readonly<Record<string, string>>,
  ])[] = [
    ['quotes', { label: 'a" onclick="alert(1)' }, { label: 'a" onclick="alert(1)' }],
    ['tags', { label: '"><script>alert(1)</script>' }, { label: '">alert(1)' }],
    ['attributes that there are not', { onclick: 'alert(1)', style: 'color: red', 'x"><img src=x': '1' }, {}],
    ['values that there are not', { view: '"><script>', 'active-index': '1 onload=x', storage: 'cloud' }, {}],
    ['addresses that are no address', { src: 'javascript:alert(1)' }, {}],
    ['words among others', { actions: 'copy "><img print' }, { actions: 'copy print' }],
    ['a boolean that is off', { loop: 'false', autoplay: '0' }, {}],
    ['debug, which the plugin has not', { debug: 'true' }, {}],
    ['lists in place of text', { label: ['a', 'b'] as unknown as string }, {}],
  ];
  for (const [name, options, left] of HOSTILE) {
    test(`lets through nothing but what the element takes: ${name}`, () => {
      for (const one of render(
        { shortcode: { element: 'tips', ...options } },
        { block: { element: 'tips', options } },
      )) {
        assert.deepEqual(opening(one.html), ['rekindle-tips', { class: 'rekindle-tips', ...left }]);
        assert.doesNotMatch(one.html, /<script|<img/);
      }
    });
  }

  test('an element that there is not renders nothing and loads nothing', () => {
    const all = render(
      { shortcode: { element: '../../wp-config' } },
      { block: { element: 'tips"><script>', options: {} } },
      { block: { element: ['tips'], options: 'none' } },
    );

    assert.deepEqual(
      all,
      all.map(() => ({ html: '', loaded: [] })),
    );
  });

  test('an element that there is not is told to who can mend it, and to nobody else', () => {
    const shortcode = { element: 'Typs<b>' };
    const [reader, editor] = render({ shortcode, can: ['read'] }, { shortcode, can: ['read', 'edit_posts'] });

    assert.deepEqual(reader, { html: '', loaded: [] });
    assert.equal(
      editor?.html,
      '<p>rekindle: there is no element &quot;typs&lt;b&gt;&quot;. One of: tips, checklist, activities, helplines, guide. Readers see nothing here.</p>',
    );
  });

  test('an element counts in any case', () => {
    assert.equal(opening(renderOne({ shortcode: { element: ' Tips' } }).html)[0], 'rekindle-tips');
  });

  test('numbers are those that the element takes', () => {
    const all = render(
      ...['9', '0', '1e1', '2.5', '3'].map(level => ({ shortcode: { element: 'helplines', 'heading-level': level } })),
      ...['1e1', '0x1', '-1', '2.5'].map(index => ({ shortcode: { 'active-index': index } })),
    );

    assert.deepEqual(
      all.map(({ html }) => Object.entries(opening(html)[1]).at(1)?.join(' ')),
      [
        undefined,
        undefined,
        undefined,
        undefined,
        'heading-level 3',
        undefined,
        undefined,
        'active-index -1',
        'active-index 2.5',
      ],
    );
  });

  const INSIDE: readonly (readonly [name: ElementName, attributes: Readonly<Record<string, string>>])[] = [
    ['guide', { chapters: 'seek-help six-tips' }],
    ['guide', { chapters: 'none of these' }],
    ['guide', { without: 'tips checklist activities helplines' }],
    ['guide', { chapters: 'assess-the-situation plan-activities', without: 'activities', 'heading-level': '3' }],
    ['guide', { chapters: 'six-tips', without: 'tips', 'heading-level': '6' }],
    ['checklist', { 'exit-url': 'https://example.org/?a=1&b=$2' }],
    ['checklist', { 'exit-url': '/weather' }],
  ];
  for (const [element, options] of INSIDE) {
    const given = Object.entries(options).map(([name, value]) => `${name}="${value}"`);
    test(`the text inside follows ${given.join(' ')}`, () => {
      const { html } = renderOne({ shortcode: { element, ...options } });

      const { 'heading-level': level = '2', ...rest } = options;
      const attributes = Object.entries(rest).map(([name, value]) => `${name}="${value}"`);
      const embedded = embedElement(element, BUNDLED, {
        headingLevel: Number(level),
        attributes: attributes.join(' '),
      });
      assert.equal(plain(inner(html)), plain(inner(embedded)));
    });
  }

  test("an author's own children go through WordPress's filter, without the halves of a paragraph", () => {
    const { html } = renderOne({ shortcode: { content: 'children' }, content: '</p>\n<ul><li>Call.</li></ul>\n<p>' });

    assert.equal(
      html,
      '<rekindle-tips class="rekindle-tips" content="children">[kses]\n<ul><li>Call.</li></ul>\n[/kses]</rekindle-tips>',
    );
  });

  test('a feed gets the text alone', () => {
    const { html, loaded } = renderOne({ shortcode: { element: 'tips' }, feed: true });

    assert.doesNotMatch(html, /rekindle-/);
    assert.ok(html.includes(tips[0].title));
    assert.deepEqual(loaded, []);
  });

  test('a page loads the rule early where it has the block or the shortcode, and nothing where it has neither', () => {
    const all = render(
      { post: 'A [rekindle] here.' },
      { post: '<!-- wp:rekindle/element /-->' },
      { post: 'Words.' },
      {},
    );

    assert.deepEqual(
      all.map(({ loaded }) => loaded),
      [[`rekindle ${URL}/rekindle.css`], [`rekindle ${URL}/rekindle.css`], [], []],
    );
  });

  test("its script tags keep out of Rocket Loader's way; those of others stay as they are", () => {
    const [own, editor, other] = render(
      { script: { type: 'module', src: 'x', id: 'rekindle-tips-js-module' } },
      { script: { src: 'x', id: 'rekindle-editor-js' } },
      { script: { src: 'x' } },
    );

    assert.equal(own?.html, '{"data-cfasync":"false","type":"module","src":"x","id":"rekindle-tips-js-module"}');
    assert.equal(editor?.html, '{"src":"x","id":"rekindle-editor-js"}');
    assert.equal(other?.html, '{"src":"x"}');
  });
}
