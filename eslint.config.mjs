// Lint rules: TypeScript's type-aware set, React's hooks, and every office-addins rule as an error.
import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error']),
);

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', '.cache/**'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'workbench/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'office-addins': officeAddins },
    rules: {
      ...officeRules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-duplicate-imports': 'error',
    },
  },
  {
    // Where React runs: these rules compile each function, which elsewhere would take a fifth of the whole check.
    files: ['src/taskpane/**/*.{ts,tsx}', 'workbench/page/**/*.{ts,tsx}', 'test/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // These tests hold the client itself: they read too early and sync in loops on purpose, and the rules take a
    // `ClientResult` for an object.
    files: ['test/workbench/host/**/*.ts'],
    rules: Object.fromEntries(
      ['load-object-before-read', 'call-sync-before-read', 'no-context-sync-in-loop', 'no-empty-load'].map((rule) => [
        `office-addins/${rule}`,
        'off',
      ]),
    ),
  },
  {
    // Tests of the host and of the adapter read before loading and sync in loops on purpose: that is what they are
    // about.
    files: ['test/**/*.{ts,tsx}'],
    rules: Object.fromEntries(Object.keys(officeRules).map((rule) => [rule, 'off'])),
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'AbortSignal',
          'console',
          'module',
          'require',
          '__dirname',
          '__filename',
          'Buffer',
          'URL',
          'setTimeout',
          'fetch',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
