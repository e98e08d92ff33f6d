/**
 * Property tests draw new cases at each run. Where a change lands or not (`.ci/run`), `FC_SEED` makes the draws the
 * same each time, so that a change is judged by itself and not by luck.
 */
import fc from 'fast-check';

const seed = Number(process.env['FC_SEED'] ?? NaN);
if (Number.isSafeInteger(seed)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
