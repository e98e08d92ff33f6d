/**
 * Every property test draws from one committed seed, so each run of `npm test` has the same cases. `FC_SEED` replaces
 * the seed (`npm run explore` draws new cases so); with `FC_PATH` it replays one failing case of one test.
 */
import fc from 'fast-check';

const COMMITTED_SEED = '2023';

/** The seed of this run. */
export const SEED = Number(process.env['FC_SEED'] ?? COMMITTED_SEED);
const path = process.env['FC_PATH'];

if (!Number.isSafeInteger(SEED)) throw new Error('FC_SEED must be a whole number');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED, ...(path === undefined ? {} : { path }) });
