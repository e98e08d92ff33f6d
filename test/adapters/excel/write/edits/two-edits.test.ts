/**
 * Somebody edits a cell twice, at each pair of moments of a correction that fails and of its rollback, which may fail
 * too: their last entry is in its cell, on a sheet of its own, or named with its content. `npm test` tries one case in
 * 200, `npm run explore` (`TROUBLES=all`) one in six, from a place drawn by FC_SEED.
 */
import type { WritePlan } from '../../../../../src/workbook/plan';
import type { Fault } from '../../../../../workbench/host/faults';
import { startExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

const CONTENTS = workbookOf([
  {
    name: 'Suivi',
    blocks: {
      A1: [
        ['Axe', 'AE'],
        ['PDE', 100],
        ['SRE', 200],
      ],
    },
  },
]);
const PLAN: WritePlan = {
  ...{ purpose: 'repair', expected: [], keepsUndo: true },
  steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 1, cells: [[{ value: 111 }], [{ value: 222 }]] }],
};
/** The request that writes, and the last of those that its rollback may send. */
const [WRITING, LAST] = [2, 10];

interface Case {
  /** Before these requests. */
  readonly moments: readonly [number, number];
  readonly entries: readonly [string, string];
  readonly fault: Fault;
  readonly then: { readonly at: number; readonly fault: Fault } | null;
  /** Excel refuses every request after these faults. */
  readonly isGone: boolean;
}

const refused = (at: number): Fault => ({ kind: 'failAction', at, code: 'GeneralException' });
const FAULTS: readonly Fault[] = [
  ...[28, 32, 36].map(refused),
  { kind: 'loseAnswer', refusal: 'connectionLost' },
  { kind: 'loseAnswer', refusal: 'responseTooLarge' },
];
const NEXT: readonly Fault[] = [
  { kind: 'loseAnswer', refusal: 'connectionLost' },
  { kind: 'refuse', refusal: 'activityLimit' },
  refused(20),
];
const AFTER = Array.from({ length: LAST - WRITING - 1 }, (_, at) => WRITING + 1 + at);
const MOMENTS = Array.from({ length: LAST - WRITING }, (_, at) => WRITING + at).flatMap((first) =>
  Array.from({ length: LAST - first }, (_, at) => [first, first + 1 + at] as const),
);
const ENTRIES = [
  ['', 'BBB'],
  ['AAA', 'BBB'],
  ['AAA', ''],
] as const;
const CASES: readonly Case[] = FAULTS.flatMap((fault) =>
  [null, ...AFTER.flatMap((at) => NEXT.map((next) => ({ at, fault: next })))].flatMap((then) =>
    [false, true].flatMap((isGone) =>
      MOMENTS.flatMap((moments) => ENTRIES.map((entries): Case => ({ moments, entries, fault, then, isGone }))),
    ),
  ),
);
const ONE_IN = process.env['TROUBLES'] === 'all' ? 6 : 200;
const FIRST = Number(process.env['FC_SEED'] ?? 0) % ONE_IN;

/**
 * Whether the last entry that was made is found nowhere afterwards; of a cell emptied last, whether ours is there and
 * nothing reports it.
 */
async function losesTheLast({ moments, entries, fault, then, isGone }: Case): Promise<boolean> {
  const excel = startExcel(CONTENTS);
  const made: string[] = [];
  try {
    await excel.workbook.watch(() => undefined);
    excel.roundTrips(); // those of the writing are counted from here
    const { id } = excel.grid.sheets()[0]!;
    moments.forEach((moment, index) => {
      const entry = entries[index]!;
      const write = (): void => excel.grid.writeCells(id, 1, 1, [[{ value: entry === '' ? null : entry }]]);
      const act = (): void => {
        made.push(entry);
        excel.grid.actingAs('coauthor', write);
      };
      excel.host.faults.at(moment, { kind: 'act', act });
    });
    excel.host.faults.at(WRITING, fault);
    if (then) excel.host.faults.at(then.at, then.fault);
    for (let at = (then?.at ?? LAST / 2) + 1; isGone && at < 60; at++)
      excel.host.faults.at(at, { kind: 'refuse', refusal: 'activityLimit' });
    const result = await excel.workbook.apply(PLAN);
    const cells = excel.grid.contents().sheets.flatMap((sheet) => sheet.cells.map(({ value }) => value));
    const last = made.at(-1) ?? null;
    if (last === '') return result.ok && cells.includes(111);
    return last !== null && !JSON.stringify([result, cells]).includes(last);
  } finally {
    excel.dispose();
  }
}

test('the last of two entries in a cell is never lost', async () => {
  const lost: Case[] = [];
  const tried = CASES.filter((_, index) => index % ONE_IN === FIRST);
  for (const one of tried) {
    if (await losesTheLast(one)) lost.push(one);
  }
  expect(lost.slice(0, 5)).toEqual([]);
});

test.each`
  request | then                                                 | why
  ${5}    | ${{ kind: 'loseAnswer', refusal: 'connectionLost' }} | ${'the rollback is tried again'}
  ${9}    | ${{ kind: 'refuse', refusal: 'activityLimit' }}      | ${'the first entry was given back over the second'}
`('request $request of the rollback fails: $why', async ({ request, then: next }: { request: number; then: Fault }) => {
  for (const fault of FAULTS.slice(0, 3))
    for (const entries of ENTRIES.slice(0, 2)) {
      const one: Case = { moments: [5, 8], entries, fault, then: { at: request, fault: next }, isGone: false };
      expect([await losesTheLast(one), one]).toEqual([false, one]);
    }
});
