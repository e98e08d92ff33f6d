/** The state of each document: its cells are compared with those that would be written, whatever the date it states. */
import { documentStates, type DocumentState } from '../../../src/application/documents/document-states';
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const HEADINGS = "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE";
const FIRST = 'PDE | Frais annexes | 1500000001 | 15/02/2023 | 1000';
const LATER = 'PDE | Frais annexes | 1500000002 | 20/12/2023 | 500';
const DOCUMENTS: readonly DocumentId[] = ['annexe1', 'repartition', 'insuffisance'];

const workbookOf = (...rows: readonly string[]): WorkbookSnapshot =>
  ledgerWorkbook(convention2023(), [HEADINGS, ...rows].join('\n'));

function written(workbook: WorkbookSnapshot, asOf: string): WorkbookSnapshot {
  const { dossier, report } = controlled(workbook, asOf, convention2023());
  const plan = planDocuments(dossier, report, DOCUMENTS);
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(workbook, plan.value);
}

function stateOf(workbook: WorkbookSnapshot, asOf: string, id: DocumentId): DocumentState | undefined {
  const { dossier, report } = controlled(workbook, asOf, convention2023());
  return [...documentStates(dossier, report)].find((stated) => stated?.frame.id === id)?.state;
}

/** The ledger of another workbook, under the documents of this one. */
const withLedgerOf = (workbook: WorkbookSnapshot, other: WorkbookSnapshot): WorkbookSnapshot => ({
  ...workbook,
  sheets: workbook.sheets.map(
    (sheet) => other.sheets.find(({ name }) => name === 'Suivi' && name === sheet.name) ?? sheet,
  ),
  tables: workbook.tables.map((table) => other.tables.find(({ name }) => name === table.name) ?? table),
});

const AT_YEAR_END = written(workbookOf(FIRST), '2023-12-31');

test.each`
  workbook                                               | asOf            | id               | kind          | why
  ${workbookOf(FIRST)}                                   | ${'2023-12-31'} | ${'annexe1'}     | ${'never'}    | ${'no sheet of it'}
  ${AT_YEAR_END}                                         | ${'2023-12-31'} | ${'annexe1'}     | ${'upToDate'} | ${'nothing would change'}
  ${AT_YEAR_END}                                         | ${'2023-12-31'} | ${'bilan'}       | ${'never'}    | ${'another document was written'}
  ${written(workbookOf(FIRST), '2023-06-30')}            | ${'2023-12-31'} | ${'repartition'} | ${'upToDate'} | ${'its date is earlier, its figures are the same'}
  ${withLedgerOf(AT_YEAR_END, workbookOf(FIRST, LATER))} | ${'2023-12-31'} | ${'repartition'} | ${'outdated'} | ${'an operation was added since'}
`('$id as of $asOf is $kind: $why', ({ workbook, asOf, id, kind }) => {
  expect(stateOf(workbook as WorkbookSnapshot, String(asOf), id as DocumentId)?.kind).toBe(kind);
});

test('a letter that was written states the date of its situation', () => {
  expect(stateOf(AT_YEAR_END, '2023-12-31', 'insuffisance')).toMatchObject({
    kind: 'upToDate',
    sheet: 'Insuffisance de crédits',
  });
});

test('a document that a person altered is refused with its place, and the others still have their state', () => {
  const altered: WorkbookSnapshot = {
    ...AT_YEAR_END,
    names: AT_YEAR_END.names.map((name) =>
      name.name === 'ENV_Doc_Annexe1' ? { ...name, refersTo: "='Annexe 1'!$A$1:$B$2" } : name,
    ),
  };
  expect(stateOf(altered, '2023-12-31', 'annexe1')).toMatchObject({ kind: 'refused', sheet: 'Annexe 1' });
  expect(stateOf(altered, '2023-12-31', 'repartition')?.kind).toBe('upToDate');
});
