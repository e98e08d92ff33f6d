// Jest refuses a suite without a test; this refuses it too where suites run together (suites-together.cjs).
const { readFileSync } = require('node:fs');
const { relative } = require('node:path');
const { isGroup, suitesOfGroup } = require('./suites-together.cjs');

module.exports = class NoEmptySuite {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
  }

  onTestResult({ path }, { testResults, testExecError }) {
    if (testExecError || !isGroup(relative(this.root, path))) return;
    const withTests = new Set(testResults.map(({ ancestorTitles: [suite] }) => suite));
    const empty = suitesOfGroup(readFileSync(path, 'utf8')).filter((suite) => !withTests.has(suite));
    if (empty.length > 0) this.error = new Error(`No test in ${empty.join(', ')}`);
  }

  getLastError() {
    return this.error;
  }
};
