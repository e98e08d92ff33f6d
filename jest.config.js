// Four kinds of tests: `unit` in plain Node; `dom` in jsdom with the real Office.js client; `readers` with LibreOffice and
// other programs that read workbooks; `e2e` on the built bundle, in Chromium. `npm run test:quick` runs the rules, the
// reading and the documents: the `unit` suites but the long ones. Both commands run the short `unit`
// suites of a folder together (TEST_TOGETHER).
const { suitesTogether } = require('./test/support/jest/suites-together.cjs');

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
  ...['github-slugger', 'marked', 'marked-gfm-heading-id'],
  ...['collapse-white-space', 'franc-min', 'kdbush', 'n-gram', 'nanoid', 'quickselect', 'rbush'],
  'trigram-utils',
];
const moduleNameMapper = {
  '^lodash-es$': 'lodash',
  '^cjk-regex$': '<rootDir>/test/support/jest/cjk-regex.cjs',
  '^fast-check$': '<rootDir>/test/support/jest/fast-check.cjs',
  '^rbush$': '<rootDir>/test/support/jest/bulk-rbush.cjs',
  '^@fluentui/react-components$': '<rootDir>/test/support/jest/components.cjs',
  '^@fluentui/react-icons$': '<rootDir>/test/support/jest/icons.cjs',
};

const transformIgnorePatterns = [`/node_modules/(?!(${esModules.join('|')})/)`];
const setupFiles = ['<rootDir>/test/support/jest/short-stacks.cjs', '<rootDir>/test/support/drawn-seed.ts'];
const testRunner = '<rootDir>/test/support/jest/warm-circus.cjs';
const shared = { transform, moduleNameMapper, transformIgnorePatterns, setupFiles, testRunner, rootDir: __dirname };

/**
 * The suites in plain Node, but those in Chromium. The global object of a suite is a proxy, and V8 looks each `Map` up in it at each use: each
 * module is given those of the language as parameters. Left out: what a test may replace, as `Date` and the timers.
 */
const inNode = {
  ...shared,
  testEnvironment: 'node',
  sandboxInjectedGlobals: [
    ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'DataView', 'Error', 'Function', 'JSON', 'Map', 'Math', 'Number'],
    ...['Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError'],
    ...['Uint8Array', 'WeakMap', 'WeakSet', 'isNaN', 'parseInt'],
  ],
};

/** Suites that ask another program: LibreOffice, openpyxl, Microsoft's validator. */
const READERS = ['test/libreoffice/', 'test/oracle/(grid|ledgers|reconciliation)\\.', 'test/adapters/xlsx/open-xml\\.'];
/**
 * Suites over the simulated Excel, over written files or many drawn workbooks, or that start processes and compile:
 * minutes, which `npm run test:quick` leaves out.
 */
const LONG = [
  ...[
    'test/adapters/(excel|undo-law|xlsx/bad-input|xlsx/faults|xlsx/write)',
    'test/workbench/',
    'documents-in-trouble',
    'test/documents/laws',
    'test/faults/',
  ],
  ...['test/functions/', 'test/commands/', 'test/messages/languages', 'test/oracle/', 'test/cli/'],
  ...['test/library/', 'test/reference', 'test/guides', 'large-ledger', 'controls/judge', 'tables/heading-search'],
  ...[
    'application/functions/draft-law',
    'application/documents/',
    'rows/marks/marking-words',
    'controls/unchecked',
    'test/tidy',
  ],
];
const leftOut = process.env.TEST_QUICK ? LONG : [];
/** Suites about what the build produced. */
const BUILT = ['test/bundle\\.'];
const UNIT = ['/test/.*\\.test\\.ts$'];
const NOT_UNIT = ['\\.dom\\.test\\.ts$', ...READERS, ...BUILT, ...leftOut];
/** In two groups, each with its Chromium: the suites of one wait for the page, while the other worker computes. */
const E2E = ['/test/e2e/.*\\.e2e\\.ts$'];
const inChromium =
  process.env.TEST_TOGETHER && !process.env.TEST_QUICK
    ? suitesTogether({ root: __dirname, name: 'e2e', regex: E2E, ignored: [], most: 7 }).testRegex
    : E2E;
/** The bundles are JavaScript already. */
const bundled = { transformIgnorePatterns: [...transformIgnorePatterns, '/\\.cache/suites/'] };
const together = (name) => suitesTogether({ root: __dirname, name, regex: UNIT, ignored: NOT_UNIT, isBundled: true });

module.exports = {
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1200MB', // a worker that has grown spends its time on collecting garbage: a fresh one follows
  testTimeout: 600_000, // ends a test that hangs; a busy machine never decides whether a test passes
  testSequencer: '<rootDir>/test/support/jest/slow-first.cjs',
  reporters: [
    'default',
    ...['slowest-suites', 'no-empty-suite'].map((name) => `<rootDir>/test/support/jest/${name}.cjs`),
  ],
  projects: [
    {
      ...inNode,
      displayName: 'unit',
      ...(process.env.TEST_TOGETHER
        ? { ...together(process.env.TEST_QUICK ? 'quick' : 'all'), ...bundled }
        : { testRegex: UNIT, testPathIgnorePatterns: NOT_UNIT }),
    },
    {
      ...shared,
      displayName: 'dom',
      testEnvironment: '<rootDir>/test/support/jest/dom-environment.cjs',
      setupFilesAfterEnv: ['diagnostics-on-failure', 'nothing-printed'].map(
        (name) => `<rootDir>/test/support/jest/${name}.ts`,
      ),
      testRegex: ['/test/.*\\.dom\\.test\\.tsx?$'],
    },
    {
      ...inNode,
      displayName: 'readers',
      testRegex: READERS.map((path) => `/${path}.*test\\.ts$`),
      globalSetup: '<rootDir>/test/support/jest/start-office.ts',
      globalTeardown: '<rootDir>/test/support/jest/stop-office.ts',
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: 'node', // a package of the certificates declares a `Boolean` of its own
      setupFilesAfterEnv: ['<rootDir>/test/support/jest/one-chromium.ts'],
      testRegex: [...inChromium, ...BUILT.map((path) => `/${path}test\\.ts$`)],
    },
  ],
};
