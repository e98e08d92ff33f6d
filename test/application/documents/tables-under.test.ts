/** A table of the team under a document that grows, or on the sheet that a document would take, is not written over. */
import { planDocuments } from '../../../src/application/documents/documents';
import { describeFailure } from '../../../src/messages/failures';
import type { Area } from '../../../src/workbook/cells';
import type { Failure } from '../../../src/workbook/failure';
import { placeOfReference } from '../../../src/workbook/references';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { withLine } from '../../support/ledgers/typing';

const BILAN = 'Bilan financier 2023';
const start = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC | Date de paiement | Montant CP TTC
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640            |                  |`,
);
const written = documented(start);
const bilan = placeOfReference(written.names.find(({ name }) => name === 'ENV_Doc_Bilan')!.refersTo)!.area;
const under = (row: number, column = 0): Area => ({ top: bilan.rows + row, left: column, rows: 3, columns: 2 });

function withSheet(of: WorkbookSnapshot, change: (sheet: SheetSnapshot) => SheetSnapshot): WorkbookSnapshot {
  return { ...of, sheets: of.sheets.map((sheet) => (sheet.name === BILAN ? change(sheet) : sheet)) };
}

/** Without headings and without data. */
const withBareTable = (area: Area): WorkbookSnapshot =>
  withSheet(written, (sheet) => ({ ...sheet, bareTables: [area] }));

/** The refusal of a bilan that takes one more line; null when it is written. */
function refusal(of: WorkbookSnapshot): Failure | null {
  const { dossier, report } = controlled(withLine(of, 'Frais de mission', 0));
  const plan = planDocuments(dossier, report, ['bilan']);
  return plan.ok ? null : plan.failure;
}

test.each<[string, Area, string | null]>([
  ['just under the document', under(0), `A${String(bilan.rows + 1)}`],
  ['under it, on the right', under(0, 3), `D${String(bilan.rows + 1)}`],
  ['lower than the document will be', under(40), null],
  ['beside the document', under(0, 30), null],
])('a blank table without headings %s', (_, area, cell) => {
  expect(refusal(withBareTable(area))).toEqual(
    cell === null ? null : { code: 'occupied', sheet: BILAN, cell, isOfTable: true },
  );
});

test('the sentence names the table and what to do', () => {
  const failure = refusal(withBareTable(under(0)))!;
  const cell = `A${String(bilan.rows + 1)}`;
  expect(describeFailure(failure, 'fr').sentence.replaceAll('\u00a0', ' ')).toBe(
    `La cellule ${cell} de la feuille « ${BILAN} » fait partie d’un tableau.`,
  );
  expect(describeFailure(failure, 'fr').remedy).toMatch(/^Déplacez ce tableau, puis recommencez\./);
  expect(describeFailure(failure, 'en').sentence.replaceAll('\u00a0', ' ')).toBe(
    `Cell ${cell} of the sheet “${BILAN}” is part of a table.`,
  );
});

test('the blank rows of a table whose headings are beside the document are refused too', () => {
  const area = { ...under(0, 3), top: bilan.rows - 2, rows: 6, columns: 20 };
  const table = { name: 'Annuaire', sheet: BILAN, area, columns: [], hasTotalsRow: false };
  expect(refusal({ ...written, tables: [...written.tables, table] })).toMatchObject({
    code: 'occupied',
    isOfTable: true,
  });
});

test('a sheet of the name of a document that holds only such a table is taken', () => {
  const blank: SheetSnapshot = {
    ...{ id: '90', name: BILAN, visibility: 'visible', isProtected: false, used: null },
    ...{ values: [], formulas: new Map(), hiddenRows: new Set(), bareTables: [under(0)] },
  };
  expect(refusal({ ...start, sheets: [...start.sheets, blank] })).toEqual({
    code: 'sheetTaken',
    sheet: BILAN,
    cell: `A${String(bilan.rows + 1)}`,
  });
});
