// Order of the test files for one mutant: those named like the mutated file, then the smallest; the first failure ends the run.
const fs = require('node:fs');
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

module.exports = class extends Sequencer {
  sort(tests) {
    const words = path
      .basename(process.env.MUTATED_FILE ?? '', '.ts')
      .split('-')
      .slice(0, 2)
      .join('-');
    const rank = ({ path: file }) =>
      words !== '' && path.basename(file).startsWith(words) ? 0 : fs.statSync(file).size;
    return [...tests].sort((one, other) => rank(one) - rank(other));
  }
};
