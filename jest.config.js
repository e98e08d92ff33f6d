// Three kinds of tests: plain Node; jsdom with the real Office.js client (*.dom.test.ts[x]); the built bundle in Chromium (e2e/*.e2e.ts).
const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

// Packages that come as ES modules only; all but the first line are Univer's. Its lodash exists as CommonJS too.
const esModules = [
  ...['fflate', 'saxes', 'xmlchars'],
  ...[
    'cjk-regex',
    'collapse-white-space',
    'franc-min',
    'kdbush',
    'n-gram',
    'nanoid',
    'quickselect',
    'rbush',
    'regexp-util',
  ],
  ...['trigram-utils', 'unicode-regex'],
];
const moduleNameMapper = { '^lodash-es$': 'lodash' };

const transformIgnorePatterns = [`/node_modules/(?!(${esModules.join('|')})/)`];
const setupFiles = ['<rootDir>/test/support/drawn-seed.ts'];
const shared = { transform, moduleNameMapper, transformIgnorePatterns, setupFiles, rootDir: __dirname };

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.dom\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/**/*.dom.test.ts', '<rootDir>/test/**/*.dom.test.tsx'],
    },
    { ...shared, displayName: 'e2e', testEnvironment: 'node', testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'] },
  ],
};
