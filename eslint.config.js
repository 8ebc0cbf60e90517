import js from '@eslint/js';
// @ts-expect-error: the package ships no types
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const HOSTILE_MARKUP = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message:
      'What a page says is hostile: build elements and set textContent, never parse markup into the page.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^writeln?$/]',
    message: 'document.write parses markup: build elements and set textContent.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Give React the text; it escapes it.',
  },
];

const REQUESTS = [
  {
    selector:
      'CallExpression[callee.name="fetch"], CallExpression[callee.object.name=/^(window|self|globalThis)$/][callee.property.name="fetch"], NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource)$/], CallExpression[callee.property.name="sendBeacon"]',
    message:
      'Every request goes through lib/background/exchange.ts, which asks, waits, limits and keeps the log.',
  },
];

const CLOCK = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message:
      'Time is an argument here: take `now: Instant`, so that a test can say what time it is.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is an argument here: take `now: Instant` and write `new Date(now)`.',
  },
];

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by name; only entrypoints and configurations have a default export.',
};

const DEXIE = {
  name: 'dexie',
  message: 'Only lib/db knows Dexie: add a verb there and call it.',
};

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      // Control characters are what text from pages is cleaned of.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    ...jsxA11y.flatConfigs.recommended,
  },
  {
    files: ['components/**', 'entrypoints/**/*.tsx', 'lib/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['lib/**', 'components/**', 'entrypoints/**'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-imports': ['error', { paths: [DEXIE] }],
      'no-restricted-syntax': ['error', ...HOSTILE_MARKUP, ...REQUESTS, DEFAULT_EXPORT],
    },
  },
  {
    files: ['lib/**'],
    ignores: ['lib/listing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...HOSTILE_MARKUP, ...REQUESTS, ...CLOCK, DEFAULT_EXPORT],
    },
  },
  {
    files: ['lib/background/exchange.ts'],
    rules: { 'no-restricted-syntax': ['error', ...HOSTILE_MARKUP, ...CLOCK, DEFAULT_EXPORT] },
  },
  {
    // The worker's world is put together here: the clock and fetch that all else takes as arguments.
    files: ['lib/background/start.ts'],
    rules: { 'no-restricted-syntax': ['error', ...HOSTILE_MARKUP, DEFAULT_EXPORT] },
  },
  {
    files: ['lib/db/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['entrypoints/**'],
    rules: { 'no-restricted-syntax': ['error', ...HOSTILE_MARKUP, ...REQUESTS] },
  },
  {
    // Plain Node, run before TypeScript is installed.
    files: ['**/*.mjs', '*.js'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
);
