/** Rows of the convention's tables that are crossed out, or that a column of the team takes out: LEC-05, and they count. */
import { describeFinding } from '../../../src/messages/describe-finding';
import type { CellValue } from '../../../src/workbook/cells';
import { findTable, formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { INITIALISED, withCell } from '../../support/edited-convention';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const LEDGER = workbookOf({
  name: 'Suivi',
  rows: [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'],
    ['PDE', '1405510001', 45_000, 1_000],
  ],
});
const WITH_RAP = withCell(withCell(INITIALISED, 'rap', 0, 'EJ', '1305510001'), 'rap', 0, 'Montant', 73_032);

/** The workbook where a cell of a table is crossed out. */
function withStruck(id: TableId, index: number, heading: string, workbook = INITIALISED): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id])!;
  const key = formulaKey(table.area.top + 1 + index, table.area.left + table.columns.indexOf(heading));
  const struck = new Set([key]);
  const sheets = workbook.sheets.map((sheet) => (sheet.name === table.sheet ? { ...sheet, struck } : sheet));
  return { ...workbook, sheets };
}

/** The workbook where a table has a column of the team, filled in on one row. */
function withColumn(id: TableId, index: number, heading: string, value: CellValue): WorkbookSnapshot {
  const table = findTable(INITIALISED, TABLES[id])!;
  const { sheet, area, columns } = table;
  const left = area.left + columns.length;
  const cell = (row: number, text: CellValue) =>
    ({ kind: 'setCells', sheet, top: row, left, cells: [[{ value: text }]] }) as const;
  const steps = [cell(area.top, heading), cell(area.top + 1 + index, value)];
  const edited = applyPlan(INITIALISED, { purpose: 'undo', expected: [], steps });
  const wider = { ...table, columns: [...columns, heading], area: { ...area, columns: columns.length + 1 } };
  return { ...edited, tables: edited.tables.map((one) => (one.name === table.name ? wider : one)) };
}

function reported(workbook: WorkbookSnapshot): readonly string[] {
  const full = { ...workbook, sheets: [...workbook.sheets, ...LEDGER.sheets] };
  return controlled(full, '2023-12-31').report.findings.flatMap((finding) => {
    if (finding.rule !== 'LEC-05') return [];
    const { message } = describeFinding(finding, convention2023(), 'fr');
    return [message.replace(/\s/g, ' ').split(' ; attendu')[0] ?? ''];
  });
}

test.each`
  workbook                                                | expected
  ${withStruck('envelopes', 1, 'AE')}                     | ${'ENV_Enveloppes, ligne « SF » : le texte de « AE » est barré, la ligne est comptée'}
  ${withStruck('lines', 3, 'Poste')}                      | ${'ENV_Postes, ligne « Frais annexes » : le texte de « Poste » est barré, la ligne est comptée'}
  ${withStruck('imputations', 4, 'Valeur')}               | ${'ENV_Imputations, ligne « EMPEF00075 » : le texte de « Valeur » est barré, la ligne est comptée'}
  ${withStruck('rap', 0, 'EJ', WITH_RAP)}                 | ${'ENV_RAP, ligne « 1305510001 » : le texte de « EJ » est barré, la ligne est comptée'}
  ${withStruck('convention', 9, 'Valeur')}                | ${'ENV_Convention, ligne « Date de signature » : le texte de « Valeur » est barré, la ligne est comptée'}
  ${withColumn('envelopes', 1, 'Statut', 'Annulée')}      | ${'ENV_Enveloppes, ligne « SF » : « Statut » contient « Annulée », la ligne est comptée'}
  ${withColumn('lines', 3, 'Supprimé le', 45_000)}        | ${'ENV_Postes, ligne « Frais annexes » : « Supprimé le » est rempli, la ligne est comptée'}
  ${withColumn('imputations', 4, 'Hors convention', 'X')} | ${'ENV_Imputations, ligne « EMPEF00075 » : « Hors convention » contient « X », la ligne est comptée'}
`('$expected', ({ workbook, expected }) => {
  expect(reported(workbook as WorkbookSnapshot)).toEqual([expected]);
});

test.each`
  workbook                                                     | why
  ${INITIALISED}                                               | ${'nothing is crossed out'}
  ${WITH_RAP}                                                  | ${'an EJ of the RAP'}
  ${withStruck('lines', 0, 'AE')}                              | ${'an empty cell has a look alone'}
  ${withStruck('duties', 0, 'Objet')}                          | ${'a duty that is done is crossed out'}
  ${withColumn('envelopes', 0, 'Statut', 'Notifiée')}          | ${'in force'}
  ${withColumn('envelopes', 0, 'Commentaire', 'Annulé en 22')} | ${'a remark'}
`('none: $why', ({ workbook }) => {
  expect(reported(workbook as WorkbookSnapshot)).toEqual([]);
});
