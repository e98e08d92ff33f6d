// fast-check, where a law that asks for a number of cases has an eighth of them, and five at least: what is merely
// repeated belongs to `npm run explore`, which sets FC_RUNS and has them all.
const real = require('../../../node_modules/fast-check/lib/cjs/fast-check.js');

const LEAST = 5;
const hasAll = process.env.FC_RUNS !== undefined;

function assert(property, asked) {
  if (hasAll || asked?.numRuns === undefined) return real.assert(property, asked);
  const numRuns = Math.max(Math.min(asked.numRuns, LEAST), Math.ceil(asked.numRuns / 8));
  return real.assert(property, { ...asked, numRuns });
}

module.exports = { ...real, assert, default: { ...real.default, assert } };
