import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import litA11y from 'eslint-plugin-lit-a11y';

/** What of node:test returns a promise that is the runner's, not the test's. */
const NODE_TEST = {
  from: 'package',
  package: 'node:test',
  name: ['test', 'it', 'describe', 'suite', 'before', 'after'],
};

const UNUSED = ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }];

export default tseslint.config(
  { ignores: ['dist', 'lib', 'coverage', 'src/content/packs', 'test/consumers/*/*'] },
  {
    files: ['src/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit-a11y/no-redundant-role': 'off', // Safari drops the role of a list without markers.
      'lit-a11y/click-events-have-key-events': 'off', // One delegated listener a root; what is pressed in it is native.
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/unbound-method': 'off', // Lit binds @event handlers.
      '@typescript-eslint/no-unused-vars': UNUSED,
      'wc/guard-super-call': 'off', // LitElement has both callbacks.
    },
  },
  {
    // What a page of strangers loads.
    files: ['src/{elements,controllers,domain,content,bundles}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Array'][property.name='from']",
          message: 'Prototype.js and MooTools have an Array.from of their own: spread instead.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': UNUSED,
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [NODE_TEST] }],
      '@typescript-eslint/no-unused-expressions': 'off', // chai's assertions are properties.
    },
  },
  {
    // Configurations, what tests serve as it is, the plugin's editor: no types, and no less care.
    files: ['**/*.{js,mjs,cjs}'],
    extends: [...tseslint.configs.recommended],
    rules: { '@typescript-eslint/no-unused-vars': UNUSED },
  },
);
