// Prints the ten slowest suites after the results, so that a suite that became slow is seen at once. Of suites that ran
// together (suites-together.cjs), the time is that of their tests.
const { relative } = require('node:path');
const { isGroup } = require('./suites-together.cjs');

const SHOWN = 10;

module.exports = class SlowestSuites {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const suites = testResults
      .flatMap((result) => this.suitesOf(result))
      .sort((one, other) => other.milliseconds - one.milliseconds);
    const lines = suites
      .slice(0, SHOWN)
      .map(({ path, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${path}`);
    process.stderr.write(`\nSlowest suites:\n${lines.join('\n')}\n`);
  }

  suitesOf({ testFilePath, perfStats: { start, end }, testResults }) {
    const path = relative(this.root, testFilePath);
    if (!isGroup(path)) return [{ path, milliseconds: end - start }];
    const byPath = new Map();
    for (const { ancestorTitles, duration } of testResults) {
      const [suite] = ancestorTitles;
      byPath.set(suite, (byPath.get(suite) ?? 0) + (duration ?? 0));
    }
    return [...byPath].map(([suite, milliseconds]) => ({ path: suite, milliseconds }));
  }
};
