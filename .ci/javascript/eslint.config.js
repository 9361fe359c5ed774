import js from '@eslint/js';
import globals from 'globals';

const rules = {
  'eqeqeq': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'curly': 'error',
};

export default [
  js.configs.recommended,
  {
    files: ['src/MockMessaging/Page/**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: true },
    rules: {
      ...rules,
      'max-lines': ['error', 200],
      // Text of others must never be read as HTML.
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }, { property: 'insertAdjacentHTML' }, { object: 'document', property: 'write' }],
    },
  },
  {
    files: ['src/MockMessaging.JavaScript/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals['shared-node-browser'] },
    rules: { ...rules, 'max-lines': ['error', 300] },
  },
  {
    files: ['tests/**/*.mjs'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.node },
    rules,
  },
];
