/**
 * The controls against a generator: nothing is found in a clean ledger, and every planted fault is found at its cell,
 * once, and nothing else. `FAULT_SEED=7000 FAULT_RUNS=2000 npx jest test/faults` runs other seeds, and more; `npm run bench -- faults` prints the
 * table.
 */
import { KNOWN_CONVENTIONS } from '../../src/conventions/index';
import { ruleCodes } from '../../src/messages/describe-finding';
import { check, expectedOf } from '../support/worlds/check';
import { chorusOf } from '../support/worlds/chorus';
import { addEdges, cleanWorld } from '../support/worlds/clean';
import { PLANTS, plantsOf } from '../support/worlds/plants';
import { describeRun, runOf } from '../support/worlds/runs';

const RUNS = Number(process.env.FAULT_RUNS ?? '60');
const FIRST = Number(process.env.FAULT_SEED ?? '0');

test.each`
  seed | rows
  ${1} | ${10_000}
  ${2} | ${10_000}
  ${3} | ${300}
  ${4} | ${300}
  ${5} | ${300}
  ${8} | ${300}
`(
  'a clean ledger of $rows rows (seed $seed) gives no finding but of its only envelope, and every row of it is checked',
  ({ seed, rows }: { seed: number; rows: number }) => {
    const world = cleanWorld(seed, rows);
    addEdges(world);
    world.chorus = chorusOf(world);
    const found = check(world);
    const { told, dossier, rowsOf } = found;
    expect(told).toEqual(expectedOf(world, found)); // the only envelope, where no cell names it (LEC-07)
    expect(dossier.ledger.rows).toHaveLength(world.rows.length);
    expect(rowsOf).toEqual({ read: world.rows.length, checked: world.rows.length, unchecked: 0, ignored: 0 });
  },
);

test('the clean worlds are of every convention', () => {
  const ids = new Set(Array.from({ length: 20 }, (_, seed) => cleanWorld(seed, 1).convention.id));
  expect([...ids].sort()).toEqual([...KNOWN_CONVENTIONS].sort());
});

test('every rule can be broken in at least three ways, each with its own name', () => {
  expect(ruleCodes().filter((rule) => plantsOf(rule).length < 3)).toEqual([]);
  expect(new Set(PLANTS.map(({ rule, how }) => `${rule} ${how}`)).size).toBe(PLANTS.length);
});

test(`the faults planted by ${RUNS} seeds are found at their cell, once, and nothing else is`, () => {
  const failed = Array.from({ length: RUNS }, (_, number) => runOf(FIRST + number)).filter(
    ({ missed, extra }) => missed.length + extra.length > 0,
  );
  expect(failed.map(describeRun)).toEqual([]);
});

test('the faults are those of the seed: the same run twice is the same', () => {
  expect(runOf(17)).toEqual(runOf(17));
});
