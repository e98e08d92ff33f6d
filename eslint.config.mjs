// Office.js's own rules, each as an error, where its client is used. The other rules are oxlint's (.oxlintrc.json).
import parser from '@typescript-eslint/parser';
import officeAddins from 'eslint-plugin-office-addins';

export default [
  {
    files: ['src/{adapters/excel,functions,taskpane}/**/*.{ts,tsx}'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
];
