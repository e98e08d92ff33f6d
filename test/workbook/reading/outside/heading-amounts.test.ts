/** Amounts on the rows of the headings of a ledger, under its own columns: they are given as not read. */
import type { CellValue } from '../../../../src/workbook/cells';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { namesOf } from '../../../../src/workbook/ledger/known-names';
import { CellReader } from '../../../../src/workbook/ledger/read-cells';
import { amountsAmongHeadings } from '../../../../src/workbook/reading/outside/heading-amounts';
import { ledgerTables } from '../../../../src/workbook/reading/ledger-tables';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Cells = readonly CellValue[];

const HEADINGS: Cells = ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Payé le'];
const OPERATIONS: readonly Cells[] = [
  ['1405135458', 'PDE', 'Hébergement', 45020, 1200, 1200, 45060],
  ['1405135459', 'SF', 'Licences', 45021, 900, null, null],
];
const NONE = { ae: 0, cp: 0, other: 0 };

/** The sums, in cents, of the rows from `first` to the last row of headings, as if they all were headings. */
function sumsAmong(rows: readonly Cells[], headings: number) {
  const workbook = workbookOf({ name: 'Suivi', rows });
  const [found] = findLedgers(workbook, [], namesOf(convention2023()));
  const blocks = (found?.blocks ?? []).map(({ block }) => ({ ...block, topRow: 0, headingRow: headings - 1 }));
  const [table] = ledgerTables(workbook, blocks);
  if (!table) throw new Error('no table');
  return amountsAmongHeadings(table, new CellReader(false)).sums;
}

test('the rows of operations that were taken for headings', () => {
  expect(sumsAmong([HEADINGS, ...OPERATIONS, ...OPERATIONS], 1)).toEqual(NONE);
  expect(sumsAmong([HEADINGS, ...OPERATIONS, ...OPERATIONS], 3)).toEqual({ ae: 210_000, cp: 120_000, other: 0 });
});

test('amounts typed as texts', () => {
  const asTexts = OPERATIONS.map((row) =>
    row.map((value, at) => (at === 4 && value ? `${String(value)},50 €` : value)),
  );
  expect(sumsAmong([HEADINGS, ...asTexts, ...OPERATIONS], 3)).toEqual({ ae: 210_100, cp: 120_000, other: 0 });
});

test.each<[string, Cells]>([
  ['a credit beside its title', ['Suivi', null, null, 'Budget', 600_000]],
  ['the numbers of the columns', [1, 2, 3, 4, 5, 6, 7]],
  ['years alone', [null, null, null, 2022, 2023, 2024, 2025]],
  ['years', ['EJ', 'Axe', 'Objet', 'Date', 2023, 2023, 'Jour']],
])('no amount of an operation: %s', (_, above) => {
  expect(sumsAmong([above, HEADINGS, ...OPERATIONS], 2)).toEqual(NONE);
});
