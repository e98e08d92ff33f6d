/** Which row of a state is which row of the other: by EJ and DP first, then by texts, then by amounts and dates. */
import { matchRows } from '../../../src/domain/comparison/match-rows';
import type { LedgerRow } from '../../../src/domain/envelopes/ledger';
import { drain } from '../../../src/domain/slices';
import { rowOf, type RowSpec } from '../envelopes/builders';

type Cells = RowSpec & Partial<Pick<LedgerRow, 'ejLine' | 'dpNumber' | 'dpLine' | 'supplier' | 'label'>>;

function row(cells: Cells, key = 0): LedgerRow {
  const { ejLine = '', dpNumber = '', dpLine = '', supplier = '', label = '' } = cells;
  return { ...rowOf(cells, key), ejLine, dpNumber, dpLine, supplier, label };
}

const rowsOf = (cells: readonly Cells[]): readonly LedgerRow[] => cells.map((one, key) => row(one, key));

/** `same 0→1; changed 2→0; added 3; removed 1`. */
function matched(before: readonly Cells[], after: readonly Cells[]): string {
  const { same, changed, added, removed } = drain(matchRows(rowsOf(before), rowsOf(after)));
  return [
    ...same.map((pair) => `same ${pair.before.key}→${pair.after.key}`),
    ...changed.map((pair) => `changed ${pair.before.key}→${pair.after.key}`),
    ...added.map(({ key }) => `added ${key}`),
    ...removed.map(({ key }) => `removed ${key}`),
  ].join('; ');
}

const [A, B] = ['1400000001', '1400000002'];
/** Every cell but the number of the DP. */
const PAID: Cells = {
  ...{ ej: A, cp: 5, poste: 'Frais', supplier: 'ACME', label: 'Mission' },
  ...{ service: '2023-02-01', paid: '2023-03-01' },
};
const TWO = 'added 0; removed 0';
const ONE = 'changed 0→0';

describe('one row in each state is the same operation, or two', () => {
  it.each`
    before                                                    | after                                                     | outcome       | why
    ${{ ej: A, ae: 100 }}                                     | ${{ ej: A, ae: 100 }}                                     | ${'same 0→0'} | ${'equal'}
    ${{ ej: A, ae: 100 }}                                     | ${{ ej: A, ae: 200 }}                                     | ${ONE}        | ${'one EJ, another amount'}
    ${{ ej: A, ae: 100 }}                                     | ${{ ej: B, ae: 200 }}                                     | ${TWO}        | ${'another EJ and another amount'}
    ${{ ej: A, ae: 100 }}                                     | ${{ ej: A, cp: 100 }}                                     | ${TWO}        | ${'one commits, the other pays'}
    ${{ ej: A, cp: 100 }}                                     | ${{ ej: A, cp: 200 }}                                     | ${ONE}        | ${'both pay'}
    ${{ ej: A }}                                              | ${{ ej: A, cp: 100 }}                                     | ${ONE}        | ${'no amount yet'}
    ${{ ej: A, ae: 100 }}                                     | ${{ ej: A }}                                              | ${ONE}        | ${'no amount any more'}
    ${{ ej: A, ae: 100, ejLine: '1' }}                        | ${{ ej: A, ae: 200, ejLine: '2' }}                        | ${TWO}        | ${'another line of the EJ'}
    ${{ ej: A, ae: 100, ejLine: '1' }}                        | ${{ ej: A, ae: 200 }}                                     | ${ONE}        | ${'the line is not typed'}
    ${{ ej: A, ae: 100 }}                                     | ${{ ej: A, ae: 200, ejLine: '1' }}                        | ${ONE}        | ${'the line is typed now'}
    ${{ ej: A, cp: 100, ejLine: '1' }}                        | ${{ ej: A, cp: 200, ejLine: '1', dpNumber: '7' }}         | ${ONE}        | ${'one line of the EJ, whose DP is typed now'}
    ${{ ej: A, cp: 100, dpNumber: '7' }}                      | ${{ ej: A, cp: 200, dpNumber: '8' }}                      | ${TWO}        | ${'another DP'}
    ${{ ej: A, cp: 100, dpNumber: '7' }}                      | ${{ ej: A, cp: 200 }}                                     | ${ONE}        | ${'the DP is not typed'}
    ${{ ej: A, cp: 1, dpNumber: '7', dpLine: '1' }}           | ${{ ej: A, cp: 2, dpNumber: '7', dpLine: '2' }}           | ${ONE}        | ${'the DP alone, when nothing else answers it'}
    ${{ cp: 100, dpNumber: '7' }}                             | ${{ cp: 200, dpNumber: '7' }}                             | ${ONE}        | ${'one DP, without EJ'}
    ${{ ej: A, cp: 100, dpNumber: '7' }}                      | ${{ ej: B, cp: 200, dpNumber: '7' }}                      | ${ONE}        | ${'one DP, another EJ'}
    ${{ ej: A, ae: 100, dpNumber: '7' }}                      | ${{ ej: B, cp: 200, dpNumber: '7' }}                      | ${TWO}        | ${'one DP, but one commits and the other pays'}
    ${{ ae: 100, supplier: 'ACME' }}                          | ${{ ae: 100, supplier: 'Acme', axis2: 'P' }}              | ${ONE}        | ${'one supplier, the same amount'}
    ${{ ae: 100, label: 'Mission' }}                          | ${{ ae: 100, label: 'MISSION', axis2: 'P' }}              | ${ONE}        | ${'one object, the same amount'}
    ${{ ae: 100, supplier: 'ACME', committed: '2023-02-01' }} | ${{ ae: 200, supplier: 'ACME', committed: '2023-02-01' }} | ${ONE}        | ${'one supplier, the same dates'}
    ${{ ae: 100, supplier: 'ACME', committed: '2023-02-01' }} | ${{ ae: 200, supplier: 'ACME', committed: '2023-02-02' }} | ${TWO}        | ${'one supplier, another amount, another date'}
    ${{ ae: 100, supplier: 'ACME' }}                          | ${{ cp: 100, supplier: 'ACME', axis2: 'P' }}              | ${TWO}        | ${'one supplier, but one commits and the other pays'}
    ${{ ae: 100, supplier: 'ACME' }}                          | ${{ ae: 100, label: 'ACME' }}                             | ${TWO}        | ${'the text of another column'}
    ${{ ae: 100 }}                                            | ${{ ae: 100, supplier: 'ACME' }}                          | ${ONE}        | ${'the amount, and no text before'}
    ${{ ae: 100, supplier: 'ACME' }}                          | ${{ ae: 100, axis2: 'P' }}                                | ${ONE}        | ${'the amount, and no text after'}
    ${{ ae: 100, supplier: 'ACME' }}                          | ${{ ae: 100, supplier: 'Béta' }}                          | ${TWO}        | ${'the amount alone, with two suppliers'}
    ${{ ae: 100 }}                                            | ${{ ae: 100, poste: 'Frais' }}                            | ${TWO}        | ${'the amount alone, on another poste'}
    ${{ cp: 100 }}                                            | ${{ cp: 100, axis2: 'P' }}                                | ${ONE}        | ${'the amount paid, and no text'}
    ${{ committed: '2023-02-01' }}                            | ${{ committed: '2023-02-01', axis2: 'P' }}                | ${TWO}        | ${'a date alone, without any amount'}
  `('$outcome: $why', ({ before, after, outcome }: { before: Cells; after: Cells; outcome: string }) => {
    expect(matched([before], [after])).toBe(outcome);
  });
});

describe('among several rows of one EJ', () => {
  it.each`
    before                                                                                    | after                                                                   | outcome                       | why
    ${[{ ej: A, ae: 1 }, { ej: A, ae: 2 }]}                                                   | ${[{ ej: A, ae: 2 }, { ej: A, ae: 1 }]}                                 | ${'same 1→0; same 0→1'}       | ${'equal rows first, in any order'}
    ${[{ ej: A, ae: 5 }, { ej: A, ae: 5 }]}                                                   | ${[{ ej: A, ae: 5 }]}                                                   | ${'same 0→0; removed 1'}      | ${'a copy is one row more'}
    ${[{ ej: A, ae: 1, poste: 'Frais' }, { ej: A, ae: 1, poste: 'Audit' }]}                   | ${[{ ej: A, ae: 2, poste: 'Audit' }, { ej: A, ae: 2, poste: 'Frais' }]} | ${'changed 1→0; changed 0→1'} | ${'the poste they share'}
    ${[{ ej: A, ae: 1, committed: '2023-01-01' }, { ej: A, ae: 2, committed: '2023-02-01' }]} | ${[{ ej: A, ae: 3, committed: '2023-02-01' }]}                          | ${'changed 1→0; removed 0'}   | ${'the date they share'}
    ${[{ ej: A, ae: 1, poste: 'Frais' }, { ej: A, ae: 2, poste: 'Audit' }]}                   | ${[{ ej: A, ae: 1, poste: 'Audit' }]}                                   | ${'changed 0→0; removed 1'}   | ${'the amount counts more than the poste'}
    ${[{ ej: A, cp: 1, poste: 'Frais' }, { ej: A, cp: 2, poste: 'Audit' }]}                   | ${[{ ej: A, cp: 1, poste: 'Audit' }]}                                   | ${'changed 0→0; removed 1'}   | ${'the amount paid too'}
    ${[{ ej: A, cp: 1, paid: '2023-01-01' }, { ej: A, cp: 2, service: '2023-02-01' }]}        | ${[{ ej: A, cp: 3, paid: '2023-01-01', service: '2023-02-01' }]}        | ${'changed 0→0; removed 1'}   | ${'the day of payment counts more than the day of service'}
    ${[{ ej: A, cp: 1, dpNumber: '7' }, { ej: A, cp: 2, dpNumber: '8' }]}                     | ${[{ ej: A, cp: 2, dpNumber: '7' }]}                                    | ${'changed 0→0; removed 1'}   | ${'the DP counts more than the amount'}
    ${[{ ej: A, ae: 1, ejLine: '1' }, { ej: A, ae: 2 }]}                                      | ${[{ ej: A, ae: 3, ejLine: '1' }, { ej: A, ae: 4, ejLine: '2' }]}       | ${'changed 0→0; changed 1→1'} | ${'the line of the EJ'}
    ${[{ ...PAID, dpNumber: '7' }]}                                                           | ${[PAID, { ej: A, cp: 6, dpNumber: '7' }]}                              | ${'changed 0→1; added 0'}     | ${'one EJ and one DP, whatever else changed'}
  `('$outcome: $why', (given: { before: readonly Cells[]; after: readonly Cells[]; outcome: string }) => {
    expect(matched(given.before, given.after)).toBe(given.outcome);
  });

  it('lists the changed rows in the order of the state after, whichever pass matched them', () => {
    const before = [
      { ae: 9, supplier: 'ACME' },
      { ej: A, ae: 1 },
    ];
    expect(
      matched(before, [
        { ae: 9, supplier: 'ACME', axis2: 'P' },
        { ej: A, ae: 2 },
      ]),
    ).toBe('changed 0→0; changed 1→1');
  });

  it('many rows are matched in the order of their contents', () => {
    const many = (axis2: string): readonly Cells[] =>
      Array.from({ length: 150 }, (_, index) => ({ ej: A, ae: 1_000 + index, axis2 }));
    const { same, changed, added, removed } = drain(matchRows(rowsOf(many('P')), rowsOf([...many('Q')].reverse())));
    expect([same.length, added.length, removed.length]).toEqual([0, 0, 0]);
    expect(changed.map(({ before, after }) => before.key + after.key)).toEqual(Array(150).fill(149));
  });

  it('many rows that do not all answer each other leave those that do not', () => {
    const before = Array.from({ length: 150 }, (_, index): Cells => ({ ej: A, ae: 1_000 + index }));
    const after = Array.from({ length: 149 }, (_, index): Cells => ({ ej: A, ae: 3_000 + index }));
    const { changed, added, removed } = drain(matchRows(rowsOf(before), rowsOf(after)));
    expect([changed.length, added.length, removed.length]).toEqual([149, 0, 1]);
    const paid = after.map(({ ae = null }): Cells => ({ ej: A, cp: ae }));
    expect(drain(matchRows(rowsOf(before), rowsOf(paid))).changed).toEqual([]);
  });
});

it('a state compared with itself has equal rows only', () => {
  const rows = rowsOf([{ ej: A, ae: 1 }, { ej: B }]);
  const same = rows.map((one) => ({ before: one, after: one }));
  expect(drain(matchRows(rows, rows))).toEqual({ same, changed: [], added: [], removed: [] });
});

test('rows that are equal to each other are matched in the order of both states, and none has changed', () => {
  const one: Cells = { ej: A, ae: 100 };
  expect(matched([one, one, one], [one, one])).toBe('same 0→0; same 1→1; removed 2');
  expect(matched([one], [one, one])).toBe('same 0→0; added 1');
});
