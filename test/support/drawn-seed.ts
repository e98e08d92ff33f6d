/**
 * Every property test draws from one committed seed, so each run of `npm test` has the same cases. `FC_SEED` replaces
 * the seed (`npm run explore` draws new cases so); with `FC_PATH` it replays one failing case of one test. A law
 * without a number of cases of its own has `FC_RUNS` of them; `test/support/jest/fast-check.cjs` is about the others.
 */
import fc from 'fast-check';

const COMMITTED_SEED = '2023';
const COMMITTED_RUNS = 25;

/** The seed of this run. */
export const SEED = Number(process.env['FC_SEED'] ?? COMMITTED_SEED);
const numRuns = Number(process.env['FC_RUNS'] ?? COMMITTED_RUNS);
const path = process.env['FC_PATH'];

if (!Number.isSafeInteger(SEED)) throw new Error('FC_SEED must be a whole number');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED, numRuns, ...(path === undefined ? {} : { path }) });
