/** Thousands of cells, written or pasted under a writing, are compared with a few others each, never with all of them. */
import fc from 'fast-check';
import type { CoveredEdit } from '../../../../../src/adapters/excel/write/edits/covered-edits';
import { lastInCells, overwritten, restoredOver } from '../../../../../src/adapters/excel/write/edits/restored-over';
import { presentEdits } from '../../../../../src/adapters/excel/write/rows/find-moved-rows';
import { areaOf, type SetCells } from '../../../../../src/adapters/excel/write/before';
import { WitnessBytes } from '../../../../../src/adapters/excel/write/rows/witnesses';
import { cellAddress, type CellValue } from '../../../../../src/workbook/cells';
import type { RowWitness, WritePlan, WriteStep } from '../../../../../src/workbook/plan';
import { movedCells } from '../../../../../src/workbook/registers/row-witnesses';
import type { PresentCells } from '../../../../../src/workbook/registers/undo-of-ours';

const edit = (sheet: string, row: number, column: number, content: CellValue): CoveredEdit => ({
  ...{ sheet, row, column, content },
  numberFormat: 'General',
});
const presentOf = (contentAt: PresentCells['contentAt']): PresentCells => ({
  contentAt,
  filledCells: () => [],
  marksOf: () => [],
  thingsOn: () => [],
});

const FEW = fc.record({
  sheet: fc.constantFrom('Suivi', 'Autre'),
  row: fc.nat(1),
  content: fc.constantFrom(null, 'a', 'b'),
});
const EDITS = fc.array(
  FEW.map(({ sheet, row, content }) => edit(sheet, row, 0, content)),
  { maxLength: 6 },
);

test('the last covered edit of each cell, and the cells that hold an earlier one', () => {
  fc.assert(
    fc.property(EDITS, EDITS, EDITS, fc.array(FEW), (covered, given, typed, cells) => {
      const present = presentOf(
        (sheet, row) => cells.find((one) => one.sheet === sheet && one.row === row)?.content ?? null,
      );
      const isSameCell = (one: CoveredEdit, other: CoveredEdit): boolean =>
        one.sheet === other.sheet && one.row === other.row;
      const isEarlier = (one: CoveredEdit, at: number): boolean =>
        covered.slice(at).some((later) => isSameCell(later, one));
      const earlier = [
        ...given.filter((one) => isEarlier(one, 0)),
        ...covered.filter((one, at) => isEarlier(one, at + 1)),
      ].filter(
        (one) =>
          present.contentAt(one.sheet, one.row, 0) === one.content &&
          !typed.some((other) => isSameCell(other, one) && other.content === one.content),
      );
      const found = lastInCells({ covered, given, typed }, present);
      expect(found.covered).toEqual(covered.filter((one, at) => !isEarlier(one, at + 1)));
      for (const sheet of ['Suivi', 'Autre'])
        for (const row of [0, 1])
          expect(found.isGivenBefore({ sheet, cell: cellAddress(row, 0) })).toBe(
            earlier.some((one) => one.sheet === sheet && one.row === row),
          );
    }),
  );
});

/** Edits whose rows count how often they are read. */
class Counted {
  reads = 0;
  readonly edits: readonly CoveredEdit[];

  constructor(count: number) {
    this.edits = Array.from({ length: count }, (_, row) => {
      const read = (): number => {
        this.reads += 1;
        return row;
      };
      return Object.defineProperty(edit('Suivi', row, 0, `collé ${row}`), 'row', { get: read, enumerable: true });
    });
  }
}

const singles = (count: number): readonly WriteStep[] =>
  Array.from({ length: count }, (_, top) => ({
    kind: 'setCells',
    sheet: 'Suivi',
    top,
    left: 0,
    cells: [[{ value: 'x' }]],
  }));
const NOTHING = presentOf(() => null);

test.each([
  ['the last in each cell', (edits) => lastInCells({ covered: edits, given: edits, typed: edits }, NOTHING)],
  [
    'those restored over',
    (edits) =>
      restoredOver(
        edits,
        singles(edits.length),
        presentOf((_, row) => `collé ${row}`),
      ),
  ],
  ['those overwritten', (edits) => overwritten(edits, edits, singles(edits.length), NOTHING)],
] satisfies readonly (readonly [string, (edits: readonly CoveredEdit[]) => unknown])[])(
  '%s: the work is in proportion to the edits',
  (_, find) => {
    const readsFor = (count: number): number => {
      const counted = new Counted(count);
      find(counted.edits);
      return counted.reads;
    };
    expect(readsFor(400)).toBeLessThanOrEqual(4 * readsFor(100));
  },
);

test('16,000 edits', () => {
  const covered = Array.from({ length: 16_000 }, (_, row) => edit('Suivi', row, 0, `collé ${row}`));
  expect(lastInCells({ covered, given: [], typed: [] }, NOTHING).covered).toEqual(covered);
});

/** Areas far from each other in a sheet, whose first rows count how often they are read. */
class Apart {
  reads = 0;
  readonly witnesses: readonly (RowWitness & { readonly rows: string[] })[];
  readonly steps: readonly SetCells[];

  constructor(count: number) {
    const counted = <T extends { readonly top: number }>(one: T): T => {
      const { top } = one;
      const get = (): number => {
        this.reads += 1;
        return top;
      };
      return Object.defineProperty(one, 'top', { get, enumerable: true });
    };
    const tops = Array.from({ length: count }, (_, at) => at * 100);
    this.witnesses = tops.map((top) => counted({ sheet: 'Suivi', top, left: 0, rows: ['ab', 'cd', 'ef'] }));
    this.steps = tops.map((top) =>
      counted({ kind: 'setCells', sheet: 'Suivi', top: top + 1, left: 0, cells: [[{ value: 'x' }]] }),
    );
  }
}

test.each([
  ['the rows that were written', ({ steps, witnesses }) => movedCells(steps, witnesses, ({ rows }) => rows)],
  [
    'the edits under them, once rows moved',
    ({ steps }) => {
      const covered = steps.map(({ top }) => edit('Suivi', top, 0, 'collé'));
      const undo: WritePlan = { purpose: 'undo', steps, expected: [] };
      presentEdits(covered, true, { undo, rowOf: (_, row) => row, isFound: () => true });
    },
  ],
  [
    'the bytes of the cells around them',
    ({ steps, witnesses }) => {
      const bytes = new WitnessBytes({ witnesses: [...witnesses], aroundBytes: new Map() });
      for (const step of steps) bytes.add({ step, area: areaOf(step) });
    },
  ],
] satisfies readonly (readonly [string, (apart: Apart) => unknown])[])(
  '%s: the work is in proportion to the areas',
  (_, find) => {
    const readsFor = (count: number): number => {
      const apart = new Apart(count);
      find(apart);
      return apart.reads;
    };
    expect(readsFor(400)).toBeLessThanOrEqual(4 * readsFor(100));
  },
);
