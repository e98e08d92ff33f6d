/**
 * The names of the product: those of its registers and of its documents alone. Any other table, sheet or name that
 * begins with `ENV_` is the team's, and its amounts are read or reported.
 */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { isOurName, namesOurCells } from '../../../src/workbook/document-names';
import { formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import {
  COLUMNS,
  isLikeOurTable,
  isOurTable,
  JOURNAL,
  TABLES,
  type TableId,
} from '../../../src/workbook/workbook-names';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'];
const PDE: SheetGiven = { name: 'PDE', rows: [HEADINGS, ['1405512301', 'Marché 1', 'PDE', DAY, 1_000]] };
const ROWS = [HEADINGS, ['1405512302', 'Marché 2', 'SF', DAY + 3, 9_999]];
const MOVEMENTS: readonly CellValue[][] = [
  Object.values(COLUMNS.movements),
  ...[1, 2, 3].map((n) => [DAY + n, 'virement', 'SF', 'PDE', 'CP', 2_000 * n, `LET-${n}`, 'DGEFP', DAY, null, null]),
];

/** The AE and CP that count, and what is reported as not read (LEC-01), in euros. */
function outcome(workbook: WorkbookSnapshot): string {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { account, ledger } = opened.value;
  const counted = account.filter(({ role }) => role === 'ledger').reduce((sum, { sums }) => sum + sums.ae + sums.cp, 0);
  const unread = (ledger.reading?.unread ?? []).reduce((sum, { ae, cp, other }) => sum + ae + cp + other, 0);
  return `counted ${counted / 100}, reported ${unread / 100}`;
}

test.each`
  table                | rows         | expected
  ${'Env_SF'}          | ${ROWS}      | ${'counted 10999, reported 0'}
  ${'ENV_Depenses'}    | ${ROWS}      | ${'counted 10999, reported 0'}
  ${'env_sf'}          | ${ROWS}      | ${'counted 10999, reported 0'}
  ${'ENV_Doc_Etat'}    | ${ROWS}      | ${'counted 10999, reported 0'}
  ${'ENV_Journal'}     | ${ROWS}      | ${'counted 10999, reported 0'}
  ${'ENV_Postes'}      | ${ROWS}      | ${'counted 10999, reported 0'}
  ${'ENV_Mouvements'}  | ${MOVEMENTS} | ${'counted 1000, reported 0'}
  ${'env_mouvements'}  | ${MOVEMENTS} | ${'counted 1000, reported 0'}
  ${'ENV_Mouvements2'} | ${MOVEMENTS} | ${'counted 1000, reported 12000'}
  ${'ENV_Virements'}   | ${MOVEMENTS} | ${'counted 1000, reported 12000'}
`('an Excel Table named $table: $expected', ({ table, rows, expected }) => {
  const last = `${String.fromCharCode(64 + rows[0].length)}${rows.length}`;
  expect(outcome(workbookOf(PDE, { name: 'Feuil2', rows, tables: { [table]: `A1:${last}` } }))).toBe(expected);
});

test('a sheet whose name begins with ENV_ is read', () => {
  for (const name of ['ENV_SF', 'env_sf', 'ENV_Annulation'])
    expect(outcome(workbookOf(PDE, { name, rows: ROWS }))).toBe('counted 10999, reported 0');
});

test.each`
  name               | expected
  ${'ENV_Depenses'}  | ${'counted 10999, reported 0'}
  ${'ENV_Doc_Mien'}  | ${'counted 10999, reported 0'}
  ${'ENV_Doc_Bilan'} | ${'counted 1000, reported 0'}
  ${'ENV_Copie_2'}   | ${'counted 1000, reported 0'}
`('the rows under the name $name: $expected', ({ name, expected }) => {
  const names = [{ name, scope: null, refersTo: '=SF!$A$1:$E$2' }];
  expect(outcome({ ...workbookOf(PDE, { name: 'SF', rows: ROWS }), names })).toBe(expected);
});

test('an amount computed with a name of the team is one', () => {
  const workbook = workbookOf(PDE, {
    name: 'Commandes',
    rows: [
      ['EJ', 'Titulaire', 'Valeur'],
      ['1405519901', 'Hermine', 90],
    ],
  });
  const formulas = new Map([[formulaKey(1, 2), '=ENV_Jours*30']]);
  const sheets = workbook.sheets.map((sheet) => (sheet.name === 'Commandes' ? { ...sheet, formulas } : sheet));
  const names = [{ name: 'ENV_Jours', scope: null, refersTo: '=3' }];
  expect(outcome({ ...workbook, sheets, names })).toBe('counted 1000, reported 90');
});

test('the registers are ours, with columns more or less, and a table with other columns is not', () => {
  for (const id of Object.keys(TABLES) as TableId[]) {
    const headings = Object.values<string>(COLUMNS[id]);
    expect(isOurTable({ name: TABLES[id].toLowerCase(), columns: headings })).toBe(true);
    expect(isOurTable({ name: TABLES[id], columns: [...headings.slice(1), 'Autre', 'Encore', 'Note'] })).toBe(true);
    expect(isOurTable({ name: TABLES[id], columns: headings.slice(0, 2) })).toBe(true);
    expect(isOurTable({ name: `${TABLES[id]}2`, columns: headings })).toBe(false);
    expect(isLikeOurTable({ name: `${TABLES[id]}2`, columns: headings })).toBe(true);
    expect(isOurTable({ name: TABLES[id], columns: HEADINGS })).toBe(false);
  }
  expect(isOurTable({ name: JOURNAL.table, columns: Object.values(JOURNAL.columns) })).toBe(true);
  expect(isLikeOurTable({ name: 'Virements', columns: Object.values(COLUMNS.movements) })).toBe(false);
  expect(isLikeOurTable({ name: 'ENV_RAP_EJ', columns: ['EJ', 'Montant'] })).toBe(false);
});

test.each`
  name                              | cells    | ours
  ${'ENV_Doc_Bilan'}                | ${true}  | ${true}
  ${'ENV_Doc_Bilan_2024'}           | ${true}  | ${true}
  ${'ENV_Doc_Annexe12_2024'}        | ${true}  | ${true}
  ${'ENV_Doc_NonConsommes'}         | ${true}  | ${true}
  ${'env_doc_courriernonconsommes'} | ${true}  | ${true}
  ${'ENV_Bilan'}                    | ${true}  | ${true}
  ${'ENV_Annexe1'}                  | ${true}  | ${true}
  ${'ENV_Copie_3'}                  | ${true}  | ${true}
  ${'ENV_Controle_1'}               | ${true}  | ${true}
  ${'ENV_AE'}                       | ${false} | ${true}
  ${'ENV_Lecture_B12_F30'}          | ${false} | ${true}
  ${'ENV_Doc_Depenses'}             | ${false} | ${false}
  ${'ENV_Depenses'}                 | ${false} | ${false}
  ${'ENV_Bilan_PDE'}                | ${false} | ${false}
`('$name', ({ name, cells, ours }) => {
  expect([namesOurCells(name), isOurName(name)]).toEqual([cells, ours]);
});
