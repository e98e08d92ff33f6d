/** DON-03: one invoice that two rows pay. */
import type { LedgerRow, RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

/** The findings of a ledger whose rows have these invoices, in their order. */
function repeatedIn(table: string, invoices: readonly string[], more: Partial<LedgerRow> = {}) {
  const ledger = ledgerOf(table);
  const rows = ledger.rows.map((row, at) => {
    const invoice = invoices[at] ?? '';
    return invoice === '' ? row : { ...row, invoice, ...more };
  });
  return findingsOf({ ...ledger, rows }).filter(({ rule }) => rule === 'DON-03');
}

const again = (row: number, firstRow: number, payment: { dp: string; isOtherEj: boolean }, invoice = 'FA-77') =>
  found('DON-03', 'warning', row, 'cp', {
    firstRow: firstRow as RowKey,
    payment: { ...payment, invoice, cents: 150_000 },
  });

const TWICE = `
    axe 2 | EJ         | date EJ    | AE        | DP        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 100000001 | 20/04/2023 | 1 500,00
    PDE   | 1400000002 | 01/02/2023 | 9 000,00  |           |            |
    PDE   | 1400000001 |            |           | 100000002 | 20/07/2023 | 1 500,00
    PDE   | 1400000002 |            |           | 100000003 | 20/08/2023 | 1 500,00
`;

test.each([
  ['the same EJ, two DP on two days', ['FA-77', '', 'FA-77', ''], [again(3, 1, { dp: '100000002', isOtherEj: false })]],
  ['another EJ', ['FA-77', '', '', 'fa-77'], [again(4, 1, { dp: '100000003', isOtherEj: true }, 'fa-77')]],
  ['another invoice', ['FA-77', '', 'FA-78', ''], []],
  ['the rank of an invoice of each EJ', ['F1', '', '', 'F1'], []],
])('%s', (_why, invoices, expected) => {
  expect(repeatedIn(TWICE, invoices)).toEqual(expected);
});

test('without DP, and by two DP on one day', () => {
  const undated = `
    axe 2 | EJ         | date EJ    | AE        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 20/04/2023 | 1 500,00
    PDE   | 1400000001 |            |           | 20/07/2023 | 1 500,00
  `;
  expect(repeatedIn(undated, ['FA-77', 'FA-77'])).toEqual([again(2, 1, { dp: '', isOtherEj: false })]);
  const oneDay = `
    axe 2 | EJ         | date EJ    | AE        | DP        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 100000001 | 20/04/2023 | 1 500,00
    PDE   | 1400000001 |            |           | 100000002 | 20/04/2023 | 1 500,00
  `;
  expect(repeatedIn(oneDay, ['FA-77', 'FA-77'])).toEqual([again(2, 1, { dp: '100000002', isOtherEj: false })]);
});

test('right: parts of one invoice, an invoice paid again after its reversal, parts of one row', () => {
  const parts = `
    axe 2 | EJ         | date EJ    | AE        | DP        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 100000001 | 20/04/2023 | 1 500,00
    PDE   | 1400000001 |            |           | 100000001 | 20/05/2023 | 700,00
    PDE   | 1400000002 | 01/02/2023 | 10 000,00 | 100000002 | 20/04/2023 | 1 500,00
  `;
  expect(repeatedIn(parts, ['FA-77', 'FA-77', 'FA-77'])).toEqual([]);
  const reversed = `
    axe 2 | EJ         | date EJ    | AE        | DP        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 100000001 | 20/04/2023 | 1 500,00
    PDE   | 1400000001 |            |           | 100000002 | 20/05/2023 | -1 500,00
    PDE   | 1400000001 |            |           | 100000003 | 20/06/2023 | 1 500,00
  `;
  expect(repeatedIn(reversed, ['FA-77', 'FA-77', 'FA-77'])).toEqual([]);
  expect(repeatedIn(TWICE, ['FA-77', '', 'FA-77', ''], { partOf: 1 as RowKey })).toEqual([]);
});
