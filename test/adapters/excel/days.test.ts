/**
 * Simulated days over the real Office.js client: people, co-authors, faults of Excel, a runtime that dies, and our
 * commands; the auditor of `test/support/days` finds nothing. `npm run explore -- --only days` lives other days, and
 * sets these variables: DAY_SEED (the first day), DAYS (how many), DAY_STEPS, DAY_SHORTER (attempts to shorten a day
 * that fails); DAY_KEPT are the steps of a shortened day.
 */
import { excelOfDay, EXCELS, liveDay } from '../../support/days/day';
import { replayOf, shorterDay } from '../../support/days/shorter';

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);

const STEPS = setting('DAY_STEPS', 60);
const ATTEMPTS = setting('DAY_SHORTER', 0);
const kept = process.env.DAY_KEPT?.split(',').map(Number);
const seeds = Array.from({ length: setting('DAYS', 12) }, (_, index) => setting('DAY_SEED', 6) + index);

test('the days have every Excel, by its requirement sets', () => {
  const excels = new Set(seeds.map(excelOfDay));
  expect(excels.size).toBe(Math.min(seeds.length, Object.keys(EXCELS).length));
});

test.each(seeds)('day %i', async (seed) => {
  const { violations, excel } = await liveDay(seed, STEPS, kept);
  if (violations.length === 0) return;
  const steps = kept ?? (ATTEMPTS > 0 ? await shorterDay(seed, STEPS, ATTEMPTS) : null);
  throw new Error(`with ${excel}:\n${violations.slice(0, 12).join('\n')}\n${replayOf(seed, STEPS, steps)}`);
});
