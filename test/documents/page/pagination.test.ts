/** Page breaks: a block that fits is not cut, an envelope is kept on one page if it fits, controls begin a page. */
import fc from 'fast-check';
import {
  breakMoves,
  pageBreaks,
  partsOfList,
  type PageStart,
  type StartLevel,
} from '../../../src/documents/page/pagination';
import type { PlannedCell } from '../../../src/workbook/plan';

const LINE: readonly (PlannedCell | null)[] = [{ value: 'ligne', style: 'label' }];
const BLANK = [null];
/**
 * One column as wide as A4 in portrait: a page holds about 48 lines of 15 points, two of which are repeated from the
 * second page on.
 */
const WIDTHS = [90];

interface Drawn {
  readonly level: StartLevel;
  readonly lines: number;
}

/** A heading of ten lines, then blocks of given heights, each with a blank row under it. */
function pageOf(...blocks: readonly Drawn[]) {
  const rows = Array.from({ length: 10 }, () => LINE);
  rows.push(BLANK);
  const starts = blocks.map(({ level, lines }): PageStart => {
    const start = { row: rows.length, level };
    rows.push(...Array.from({ length: lines }, () => LINE), BLANK);
    return start;
  });
  return { rows, widths: WIDTHS, landscape: false, starts, covered: new Set<number>() };
}

const block = (lines: number): Drawn => ({ level: 'block', lines });
const part = (lines: number): Drawn => ({ level: 'part', lines });
const page = (lines: number): Drawn => ({ level: 'page', lines });
const tail = (lines: number): Drawn => ({ level: 'tail', lines });

/** The blocks, from 0, before which a page begins. */
function begun(...blocks: readonly Drawn[]): readonly number[] {
  const drawn = pageOf(...blocks);
  return pageBreaks(drawn).map((row) => drawn.starts.findIndex((start) => start.row === row + 1));
}

test.each<[string, readonly Drawn[], readonly number[]]>([
  ['all on one page', [block(10), block(10)], []],
  ['the second block would be cut', [block(20), block(20)], [1]],
  ['its last line would stand alone', [block(10), block(27)], [1]],
  ['a part stands whole on the next page', [part(10), block(5), part(10), block(15)], [2]],
  ['a part that fits stays', [part(10), block(5), part(5), block(4)], []],
  ['what proves the figures begins a page even when it would fit', [part(5), page(5)], [1]],
  [
    'a part longer than a page begins where there is room, and its blocks are not cut',
    [part(5), part(20), block(20), block(30)],
    [2, 3],
  ],
  ['a signature that does not fit takes the block above with it', [block(10), block(10), tail(20)], [1]],
  [
    'an envelope stays for want of room for the signature alone: its last block goes',
    [part(10), block(12), tail(18)],
    [1],
  ],
  ['a block longer than a page flows, and the next is placed after it', [block(60), block(30)], [1]],
])('%s', (_, blocks, expected) => expect(begun(...blocks)).toEqual(expected));

test('a wrapped text and a heading over two lines count for their height', () => {
  const long: readonly (PlannedCell | null)[] = [{ value: 'mot '.repeat(400), style: 'label' }];
  const drawn = pageOf(block(20), block(5));
  expect(pageBreaks(drawn)).toEqual([]);
  expect(pageBreaks({ ...drawn, rows: drawn.rows.map((row, index) => (index === 12 ? long : row)) })).toEqual([31]);
});

test('a chart is not cut: its empty rows count', () => {
  const drawn = pageOf(block(20), block(20));
  const [, second] = drawn.starts.map(({ row }) => row) as [number, number];
  const rows = drawn.rows.map((row, index) => (index > second ? BLANK : row));
  const covered = new Set(Array.from({ length: 20 }, (_, index) => second + index));
  expect([pageBreaks({ ...drawn, rows }), pageBreaks({ ...drawn, rows, covered })]).toEqual([[], [second - 1]]);
});

test('law: pages begin in order, only before blocks, and no block that fits on a page is cut', () => {
  const drawn = fc.array(
    fc.record({ level: fc.constantFrom<StartLevel>('page', 'part', 'block'), lines: fc.integer({ min: 1, max: 40 }) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(drawn, (blocks) => {
      const printed = pageOf(...blocks);
      const breaks = pageBreaks(printed);
      expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
      const tops = [0, ...breaks];
      for (const [index, { row }] of printed.starts.entries()) {
        const top = tops.filter((one) => one <= row).at(-1) ?? 0;
        const end = row + (blocks[index]?.lines ?? 0);
        expect(end - top).toBeLessThanOrEqual(49); // never over the foot of the page that it stands on
      }
    }),
  );
});

test.each<[string, string[], number[]]>([
  ['a list that a page holds has its headings once', Array.from({ length: 30 }, () => 'poste'), []],
  [
    'a longer one has them again, each part with room for what stands above',
    Array.from({ length: 80 }, () => 'poste'),
    [35, 70],
  ],
  ['long labels take more room', Array.from({ length: 30 }, () => 'poste '.repeat(40)), [11, 22]],
])('%s', (_, labels, expected) => {
  const items = labels.map((label) => [label]);
  expect([...partsOfList(items, { widths: WIDTHS, landscape: false })]).toEqual(expected);
});

describe('written again over itself', () => {
  const drawn = pageOf(part(30), part(30), page(5));
  const keys = (count: number, ...named: readonly (readonly [number, string])[]): string[] => {
    const rows = Array.from({ length: count }, (_, row) => `r${row}`);
    for (const [row, key] of named) rows[row] = key;
    return rows;
  };
  const [first, second, controls] = drawn.starts.map(({ row }) => row) as [number, number, number];
  const after = keys(drawn.rows.length, [first, 'PDE'], [second, 'SF'], [controls, 'Contrôles']);
  const movesFrom = (before: readonly string[]) =>
    breakMoves({ ...drawn, breaks: pageBreaks(drawn) }, before, after, 100);

  test('no row moved: no break moves', () => expect(movesFrom(after)).toEqual([]));

  test('two rows were added above: the breaks move down with their rows', () => {
    const before = keys(drawn.rows.length - 2, [first, 'PDE'], [second - 2, 'SF'], [controls - 2, 'Contrôles']);
    expect(movesFrom(before)).toEqual([
      { from: 100 + second - 3, to: 100 + second - 1 },
      { from: 100 + controls - 3, to: 100 + controls - 1 },
    ]);
  });

  test('a new envelope begins its page', () => {
    const before = keys(drawn.rows.length - 31, [first, 'PDE'], [controls - 31, 'Contrôles']);
    expect(movesFrom(before)).toEqual([
      { from: null, to: 100 + second - 1 },
      { from: 100 + controls - 32, to: 100 + controls - 1 },
    ]);
  });
});
