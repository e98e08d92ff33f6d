// The order of the suites: the slowest start first, so that no worker ends alone with one of them. The list is
// committed because a fresh clone has no timings of its own; the other suites follow in jest's own order.
const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const SLOWEST = [
  'test/oracle/grid.test.ts',
  'test/e2e/editing.e2e.ts',
  'test/adapters/excel/write/documents-in-use.test.ts',
  'test/adapters/excel/write/documents-in-trouble.test.ts',
  'test/cli/documents-in-trouble.test.ts',
  'test/oracle/ledgers.test.ts',
  'test/adapters/xlsx/open-xml.test.ts',
  'test/adapters/excel/write/generation.test.ts',
  'test/adapters/excel/write/apply.test.ts',
  'test/adapters/excel/write/journal.test.ts',
  'test/application/documents/documents-in-trouble.test.ts',
  'test/documents/laws.test.ts',
  'test/taskpane/findings/findings.dom.test.tsx',
];

module.exports = class SlowFirst extends Sequencer {
  constructor(options) {
    super(options);
    this.root = options.globalConfig.rootDir;
  }

  sort(tests) {
    const rankOf = ({ path }) => {
      const rank = SLOWEST.indexOf(relative(this.root, path).replaceAll('\\', '/'));
      return rank < 0 ? SLOWEST.length : rank;
    };
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
};
