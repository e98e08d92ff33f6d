/** Where a finding is mended: a cell of the ledger, the first of its row without such a column, or a cell of one of our tables. */
import { cellAddress } from '../../src/workbook/cells';
import { blocksOf, findLedgers } from '../../src/workbook/find-ledger';
import { rowKey } from '../../src/workbook/ledger-source';
import { placeInWorkbook } from '../../src/workbook/places';
import { workbookOf } from '../support/workbook-of';

const workbook = workbookOf(
  { name: 'Suivi', rows: [['N° EJ', 'Objet', 'Date EJ', 'Montant AE'], ['1405512301', 'Audit', 45000, 12]] },
  { name: 'Convention', rows: [[], ['EJ', 'Montant'], ['1405512301', 1], ['1405512302', 2]], tables: { ENV_RAP: 'A2:B4' } },
);
const blocks = blocksOf(findLedgers(workbook));

test.each`
  place                                                                      | cell
  ${{ kind: 'row', row: rowKey(0, 1), field: 'ae' }}                          | ${'Suivi!D2'}
  ${{ kind: 'row', row: rowKey(0, 1), field: 'activity' }}                    | ${'Suivi!A2'}
  ${{ kind: 'convention', table: 'ENV_RAP', row: 1, column: 'montant' }}      | ${'Convention!B4'}
  ${{ kind: 'convention', table: 'ENV_RAP', row: 0, column: 'autre' }}        | ${'Convention!A3'}
  ${{ kind: 'convention', table: 'ENV_Mouvements', row: 0, column: 'Date' }}  | ${null}
`('$place is at $cell', ({ place, cell }: { place: Parameters<typeof placeInWorkbook>[2]; cell: string | null }) => {
  const found = placeInWorkbook(workbook, blocks, place);
  expect(found && `${found.sheet}!${cellAddress(found.row, found.column)}`).toBe(cell);
});
