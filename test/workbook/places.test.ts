/**
 * The cell of a finding: in the ledger, the first of its row when the column is missing, or in one of our tables; those
 * that a refusal names.
 */
import type { ConventionPlace } from '../../src/domain/controls/findings/finding';
import { cellAddress } from '../../src/workbook/cells';
import { blocksOf, findLedgers } from '../../src/workbook/ledger/find-ledger';
import { rowKey } from '../../src/workbook/ledger/ledger-source';
import { placeInWorkbook, placesOfFailure } from '../../src/workbook/places';
import type { Failure } from '../../src/workbook/failure';
import { FAILURES } from '../messages/examples';
import { workbookOf } from '../support/ledgers/workbook-of';

const workbook = workbookOf(
  {
    name: 'Suivi',
    rows: [
      ['N° EJ', 'Objet', 'Date EJ', 'Montant AE'],
      ['1405512301', 'Audit', 45000, 12],
    ],
  },
  {
    name: 'Convention',
    rows: [[], ['EJ', 'Montant'], ['1405512301', 1], ['1405512302', 2]],
    tables: { ENV_RAP: 'A2:B4' },
  },
);
const blocks = blocksOf(findLedgers(workbook));

const CONVENTION = workbookOf({
  name: 'Convention',
  rows: [
    ['Clé', 'Valeur', null, 'Libellé', 'Code', 'Exercice', 'AE'],
    ['Plafond AE', 1, null, 'Place', 'PDE', null, 2],
    ['Plafond AE 2024', 3, null, 'Signaux', 'SF', 2023, 4],
    [null, null, null, 'Signaux', 'SF', 2024, 5],
  ],
  tables: { ENV_Convention: 'A1:B4', ENV_Enveloppes: 'D1:G4' },
});

test.each`
  place                                                                                   | cell
  ${{ table: 'ENV_Convention', row: 7, column: 'Valeur', key: 'plafond ae', year: 2023 }} | ${'B2'}
  ${{ table: 'ENV_Convention', row: 7, column: 'Valeur', key: 'Plafond AE', year: 2024 }} | ${'B3'}
  ${{ table: 'ENV_Convention', row: 1, column: 'Valeur', key: 'Plafond CP' }}             | ${'B3'}
  ${{ table: 'ENV_Enveloppes', row: 7, column: 'AE', key: 'PDE', year: 2023 }}            | ${'G2'}
  ${{ table: 'ENV_Enveloppes', row: 7, column: 'AE', key: 'SF', year: 2024 }}             | ${'G4'}
  ${{ table: 'ENV_Enveloppes', row: 7, column: 'AE', key: 'SF' }}                         | ${'G3'}
`(
  'a row of the convention is found by what names it: $place is at $cell',
  ({ place, cell }: { place: ConventionPlace; cell: string }) => {
    const found = placeInWorkbook(CONVENTION, [], { ...place, kind: 'convention' });
    expect(found && cellAddress(found.row, found.column)).toBe(cell);
  },
);

test.each`
  place                                                                      | cell
  ${{ kind: 'row', row: rowKey(0, 1), field: 'ae' }}                         | ${'Suivi!D2'}
  ${{ kind: 'row', row: rowKey(0, 1), field: 'activity' }}                   | ${'Suivi!A2'}
  ${{ kind: 'convention', table: 'ENV_RAP', row: 1, column: 'montant' }}     | ${'Convention!B4'}
  ${{ kind: 'convention', table: 'ENV_RAP', row: 0, column: 'autre' }}       | ${'Convention!A3'}
  ${{ kind: 'convention', table: 'ENV_Mouvements', row: 0, column: 'Date' }} | ${null}
`('$place is at $cell', ({ place, cell }: { place: Parameters<typeof placeInWorkbook>[2]; cell: string | null }) => {
  const found = placeInWorkbook(workbook, blocks, place);
  expect(found && `${found.sheet}!${cellAddress(found.row, found.column)}`).toBe(cell);
});

const WRONG = { code: 'badConvention', table: 'ENV_RAP', problem: 'valueMissing', found: '', expected: '' } as const;
const LOST = { ...WRONG, problem: 'tableLost', cell: 'Convention!A4' } as const;

test.each<[string, Failure, readonly (readonly [name: string, sheet: string, cell: string])[]]>([
  ['a wrong cell', { ...WRONG, cell: "'L''été 2023'!K4" }, [["'L''été 2023'!K4", "L'été 2023", 'K4']]],
  ['a table that is not there', { ...WRONG, cell: null }, []],
  ['a place of a convention file', { ...WRONG, cell: 'envelopes[0].label' }, []],
  ['a lost table', LOST, [['Convention!A4', 'Convention', 'A4']]],
  [
    'two lost tables',
    { ...LOST, alsoLost: [{ table: 'ENV_Jalons', cell: "'Mes jalons'!C2" }] },
    [
      ['ENV_RAP', 'Convention', 'A4'],
      ['ENV_Jalons', 'Mes jalons', 'C2'],
    ],
  ],
  ['a turned table', FAILURES.turnedLedger, [['Synthèse!A3', 'Synthèse', 'A3']]],
  ['no table at all', { code: 'noLedger' }, []],
  ['a protected sheet', { code: 'sheetProtected', sheet: 'Suivi' }, [['Suivi', 'Suivi', 'A1']]],
  ['a merged area without a cell', { code: 'mergedCells', sheet: 'Suivi', cell: null }, [['Suivi', 'Suivi', 'A1']]],
  ['a sheet that is gone', { code: 'sheetMissing', sheet: 'Suivi' }, []],
  ['a cell in the way', { code: 'occupied', sheet: 'Bilan', cell: 'C7' }, [['Bilan!C7', 'Bilan', 'C7']]],
  [
    'a formula that uses the sheet to delete',
    { code: 'sheetReferenced', sheet: 'Annexe 1', by: { sheet: 'Notes', cell: 'D2' } },
    [['Notes!D2', 'Notes', 'D2']],
  ],
  ['a name that uses the sheet to delete', { code: 'sheetReferenced', sheet: 'Annexe 1', by: { name: 'Total' } }, []],
  [
    'sheets written by half',
    { code: 'halfWritten', sheets: ['Bilan', 'Annexe 1'], hostCode: '', message: '' },
    [
      ['Bilan', 'Bilan', 'A1'],
      ['Annexe 1', 'Annexe 1', 'A1'],
    ],
  ],
  [
    'entries kept, of which the sentence names five, each once',
    {
      code: 'editsKept',
      cells: ['A1', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((cell) => ({ sheet: 'Bilan', cell })),
    },
    ['A1', 'A2', 'A3', 'A4', 'A5'].map((cell) => [`Bilan!${cell}`, 'Bilan', cell] as const),
  ],
])('the cells to go to for %s', (_, failure, cells) => {
  const found = placesOfFailure(failure).map(({ name, place }) => [
    name,
    place.sheet,
    cellAddress(place.row, place.column),
  ]);
  expect(found).toEqual(cells);
});
