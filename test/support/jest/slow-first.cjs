// The order of the suites: the slowest start first, so that no worker ends alone with one of them. The list is
// committed because a fresh clone has no timings of its own; the other suites follow in jest's own order.
const { basename, relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const SLOWEST = [
  '.cache/suites/e2e/test-e2e-1.test.cjs',
  'test/adapters/xlsx/open-xml.test.ts',
  'test/adapters/excel/write/documents-in-trouble.test.ts',
  'test/oracle/grid.test.ts',
  'test/taskpane/publication.dom.test.tsx',
  'test/libreoffice/printed.test.ts',
  'test/taskpane/findings/findings.dom.test.tsx',
  'test/cli/documents-in-trouble.test.ts',
  'test/domain/controls/judge.test.ts',
  'test/adapters/excel/write/documents-in-use.test.ts',
  'test/adapters/xlsx/bad-input.test.ts',
  '.cache/suites/e2e/test-e2e-2.test.cjs', // when the first group ends: a worker that waits for Chromium leaves its core to the other
  'test/taskpane/documents.dom.test.tsx',
  'test/application/documents/documents-in-trouble.test.ts',
  'test/oracle/layouts.test.ts',
  'test/adapters/excel/write/apply.test.ts',
  'test/oracle/ledgers.test.ts',
  'test/taskpane/welcome/convention-form.dom.test.tsx',
  'test/adapters/excel/write/journal.test.ts',
  'test/workbench/page/saving/copy-law.test.ts',
  'test/adapters/undo-law.test.ts',
  'test/libreoffice/documents-in-trouble.test.ts',
  'test/library/library.test.ts',
  'test/messages/languages.test.ts',
];

/** The file of a group of this one suite: its path, in one word. */
function groupOfOne(path) {
  return path.replaceAll('/', '-').replace(/\.tsx?$/, '.cjs');
}

module.exports = class SlowFirst extends Sequencer {
  static SLOWEST = SLOWEST;
  static groupOfOne = groupOfOne;

  constructor(options) {
    super(options);
    this.root = options.globalConfig.rootDir;
  }

  sort(tests) {
    const rankOf = ({ path }) => {
      const [place, name] = [relative(this.root, path).replaceAll('\\', '/'), basename(path)];
      const rank = SLOWEST.findIndex((one) => one === place || groupOfOne(one) === name);
      return rank < 0 ? SLOWEST.length : rank;
    };
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
};
