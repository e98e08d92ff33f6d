/** Texts of people in the blank rows of a document, in its first column too, stay when it is generated again. */
import { planDocuments } from '../../../src/application/documents/documents';
import { planFrozenCopies } from '../../../src/application/documents/frozen-copies';
import { documentsOf, type DocumentId } from '../../../src/documents/document';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { isEmptyPlan, type WritePlan } from '../../../src/workbook/plan';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed, withLine } from '../../support/ledgers/typing';
import { DocumentReader } from '../../support/readers/document-reader';

const DOCUMENTS = documentsOf(convention2023());
const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       |                  |`;
const PAID = `${LEDGER}
  PDE               | Frais annexes    | 1400000001 |                   |            | 15/05/2023       | 1000
  SF                |                  | 1400000002 | 15/03/2023        | 2000       |                  |`;
const WITHOUT_RAP = `${LEDGER}
  PDE               | Frais annexes    | 1400000001 |                   |            | 15/05/2023       | 1000
  PDE               | Frais annexes    | 1405508811 |                   |            | 15/05/2023       | 73032`;
const DAY = '2023-06-30';

function planned(workbook: WorkbookSnapshot, ids: readonly DocumentId[], day = DAY): WritePlan {
  const { dossier, report } = controlled(workbook, day);
  const plan = planDocuments(dossier, report, ids);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}
const notesIn = (of: WorkbookSnapshot, sheet: string): readonly string[] =>
  new DocumentReader(of, sheet).rows().flatMap(([text]) => (/^Note \d+$/.test(String(text)) ? [String(text)] : []));
const blankRows = (of: WorkbookSnapshot, sheet: string): readonly number[] =>
  new DocumentReader(of, sheet).rows().flatMap((cells, row) => (cells.length === 0 ? [row] : []));

const start = ledgerWorkbook(convention2023(), LEDGER);
const workbook = applyPlan(
  start,
  planned(
    start,
    DOCUMENTS.map(({ id }) => id),
  ),
);

describe.each(DOCUMENTS)('$sheet, with a note on each blank row', ({ sheet, id }) => {
  const notes = Object.fromEntries(blankRows(workbook, sheet).map((row) => [`A${row + 1}`, `Note ${row + 1}`]));
  const written = typed(workbook, sheet, notes);

  test('nothing is written again, whether one row has a note or all', () => {
    const [first = ''] = Object.keys(notes);
    const last = Object.keys(notes).at(-1) ?? '';
    for (const one of [
      typed(workbook, sheet, { [first]: 'Note 0' }),
      typed(workbook, sheet, { [last]: 'Note 0' }),
      written,
    ])
      expect(isEmptyPlan(planned(one, [id]))).toBe(true);
  });

  test.each([
    ['a poste is added', withLine(written, 'Frais de mission', 0), DAY],
    ['the date changes', written, '2023-11-30'],
    ['the ledger changes', withLedger(written, PAID), '2023-11-30'],
  ])('%s: each note is there, in its order', (_, changed, day) => {
    const after = applyPlan(changed, planned(changed, [id], day));
    expect(notesIn(after, sheet)).toEqual(Object.values(notes));
  });
});

/** The workbook with another ledger. */
function withLedger(of: WorkbookSnapshot, ledger: string): WorkbookSnapshot {
  const other = ledgerWorkbook(convention2023(), ledger);
  const sheetOf = (name: string): SheetSnapshot | undefined => (name === 'Suivi' ? findSheet(other, name) : undefined);
  return {
    ...of,
    sheets: of.sheets.map((one) => sheetOf(one.name) ?? one),
    tables: of.tables.map((one) => other.tables.find(({ name }) => name === one.name && name === 'T_Suivi') ?? one),
  };
}

test('a frozen copy has them too, and formulas as their values', () => {
  const sheet = 'Bilan financier 2023';
  const under = (reader: DocumentReader): number =>
    reader.rows().findIndex(([text]) => text === '5. Analyse des écarts') + 1;
  const row = under(new DocumentReader(workbook, sheet));
  const cells = { [`A${row + 1}`]: 'Analyse', [`A${row + 2}`]: { value: 3, formula: '=1+2' }, [`D${row + 2}`]: 12 };
  const { dossier, report } = controlled(typed(workbook, sheet, cells), DAY);
  const plan = planFrozenCopies(dossier, report, isoDate('2023-07-01'), ['bilan']);
  if (!plan.ok) throw new Error(plan.failure.code);
  const after = applyPlan(dossier.workbook, plan.value);
  const copy = new DocumentReader(after, 'Bilan financier (2023-06-30)');
  expect(copy.rows().slice(under(copy), under(copy) + 2)).toEqual([['Analyse'], [3, null, null, 12]]);
  expect(copy.sheet.formulas.size).toBe(0);
});

describe('a note above the sentence on the RAP, which goes away with the RAP', () => {
  const sheet = 'Crédits non consommés';
  const sentence = new DocumentReader(workbook, sheet)
    .rows()
    .findIndex(([text]) => String(text).startsWith('Les restes à payer'));
  const written = withLedger(typed(workbook, sheet, { [`A${sentence}`]: 'Note 1' }), WITHOUT_RAP);

  test('is kept: the marks of the document show which of both is of people', () => {
    const after = applyPlan(written, planned(written, ['non-consommes']));
    expect(notesIn(after, sheet)).toEqual(['Note 1']);
    const rows = new DocumentReader(after, sheet).rows().map(([text]) => String(text));
    expect(rows.filter((text) => text.startsWith('Les restes à payer'))).toEqual([]);
  });

  test('without the marks nothing shows which, and nothing is written', () => {
    const { dossier, report } = controlled(withoutMarks(written), DAY);
    const plan = planDocuments(dossier, report, ['non-consommes']);
    expect(plan).toEqual({ ok: false, failure: { code: 'occupied', sheet, cell: `A${sentence}` } });
  });
});

/** The workbook where somebody deleted the names that keep the marks of the documents. */
function withoutMarks(of: WorkbookSnapshot): WorkbookSnapshot {
  return { ...of, names: of.names.filter(({ name }) => !name.startsWith('ENV_Marques')) };
}

describe('a row that leaves the document, here that of an EJ which is paid', () => {
  const sheet = 'Bilan financier 2023';
  const rowOf = (of: WorkbookSnapshot): number =>
    new DocumentReader(of, sheet).rows().findIndex(([text]) => text === '1400000001') + 1;
  const refusalFor = (cells: Record<string, string>) => {
    const { dossier, report } = controlled(withLedger(typed(workbook, sheet, cells), PAID), '2023-11-30');
    const plan = planDocuments(dossier, report, ['bilan']);
    return plan.ok ? null : plan.failure;
  };

  test('goes away when nothing is written on it', () => {
    expect(rowOf(workbook)).toBeGreaterThan(0);
    expect(refusalFor({})).toBeNull();
  });

  test.each(['F', 'H'])('a note in its blank cell %s is not lost: the refusal names it', (column) => {
    const cell = `${column}${rowOf(workbook)}`;
    const refused = { code: 'occupied', sheet, cell, goneRow: '1400000001' };
    expect(refusalFor({ [cell]: 'Voir la note du 3 mai' })).toEqual(refused);
  });
});
