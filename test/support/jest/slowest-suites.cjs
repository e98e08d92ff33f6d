// Prints the ten slowest suites after the results, so that a suite that became slow is seen at once.
const { relative } = require('node:path');

const SHOWN = 10;

module.exports = class SlowestSuites {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= SHOWN) return;
    const suites = testResults
      .map(({ testFilePath, perfStats: { start, end } }) => ({ testFilePath, seconds: (end - start) / 1000 }))
      .sort((one, other) => other.seconds - one.seconds);
    const lines = suites
      .slice(0, SHOWN)
      .map(({ testFilePath, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${relative(this.root, testFilePath)}`);
    process.stderr.write(`\nSlowest suites:\n${lines.join('\n')}\n`);
  }
};
