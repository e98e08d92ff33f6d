/** « Rapprochement Chorus »: every amount once, the groups that differ, the document written in place. */
import { planReconciliation } from '../../../src/application/reconciliation/reconciliation-document';
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { RAPPROCHEMENT_WORDS } from '../../../src/messages/documents/rapprochement-fr';
import { documentRange } from '../../../src/workbook/document-names';
import { isEmptyPlan, type WritePlan, type WriteStep } from '../../../src/workbook/plan';
import { findSheet, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const SHEET = 'Rapprochement Chorus 2023';
const LEDGER = `
  Axe ministériel 2 | N° EJ      | Date d'engagement | Montant AE | N° DP      | Date de paiement | Montant CP
  PDE               | 1400000001 | 15/02/2023        | 1000       | 0100000001 | 10/05/2023       | 600
  PDE               | 1400000002 | 01/03/2023        | 400        |            |                  |
  SF                | 1400000003 | 02/03/2023        | 70         | 0100000003 | 11/05/2023       | 70`;
const EXTRACT = `
  mouvement  | codes | axe 2 | EJ         | poste EJ | DP         | date       | montant
  engagement | juste | PDE   | 1400000001 | 1        |            | 15/02/2023 | 1000
  engagement | juste | PDE   | 1400000002 | 1        |            | 01/03/2023 | 450,25
  engagement | juste | SF    | 1400000009 | 1        |            | 03/03/2023 | 12
  paiement   | juste | PDE   | 1400000001 | 1        | 0100000001 | 10/05/2023 | 600
  paiement   | juste | SF    | 1400000003 | 1        | 0100000003 | 11/05/2023 | 75`;

const WORKBOOK = ledgerWorkbook(convention2023(), LEDGER);
const plain = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/[\u00a0\u202f]/g, ' ') : value);

function planned(workbook: WorkbookSnapshot, extracts: readonly ChorusExtract[] = [extractOf(EXTRACT)]): WritePlan {
  const { dossier, report } = controlled(workbook);
  const plan = planReconciliation(dossier, report, extracts);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const reconciled = (workbook: WorkbookSnapshot, extracts?: readonly ChorusExtract[]): WorkbookSnapshot =>
  applyPlan(workbook, planned(workbook, extracts));

/** The rows of the document, from the one whose first cell starts with a text to the next blank one. */
function block(workbook: WorkbookSnapshot, start: string): unknown[][] {
  const rows = findSheet(workbook, SHEET)?.values.map((row) => row.map(plain)) ?? [];
  const first = rows.findIndex(([cell]) => typeof cell === 'string' && cell.startsWith(start));
  const end = rows.findIndex(([cell], row) => row > first && cell === null);
  return first < 0 ? [] : rows.slice(first + 1, end);
}

test('the totals of each envelope on both sides, then of each nature', () => {
  expect(block(reconciled(WORKBOOK), 'Enveloppe').map((row) => row.slice(0, 5))).toEqual([
    ['Place des entreprises', 'AE', 1400, 1450.25, -50.25],
    ['Place des entreprises', 'CP', 600, 600, 0],
    ['Signaux Faibles', 'AE', 70, 12, 58],
    ['Signaux Faibles', 'CP', 70, 75, -5],
    ['Total AE', 'AE', 1470, 1462.25, 7.75],
    ['Total CP', 'CP', 670, 675, -5],
  ]);
});

test('what was compared comes before the totals; « — » is shown for what no extract gives', () => {
  const onlyAe = extractOf(`
  mouvement  | codes | axe 2 | EJ         | date       | montant
  engagement | juste | PDE   | 1400000001 | 15/02/2023 | 1000`);
  const workbook = reconciled(WORKBOOK, [onlyAe]);
  expect(block(workbook, 'Part du suivi comparée').map((row) => row.slice(0, 5))).toEqual([
    ['33 %', 'AE', 1470, 1000, 470],
    ['0 %', 'CP', 670, 0, 670],
    ['AE comparées à 33 %, CP non comparés', null, null, null, null],
    [expect.stringContaining('Ajoutez un extrait des CP'), null, null, null, null],
  ]);
  expect(block(workbook, 'Enveloppe').map((row) => row.slice(0, 5))).toContainEqual(['Total CP', 'CP', 670, '—', '—']);
});

test('each group that differs: EJ, DP, both amounts, the gap, the rows; groups that agree are only counted', () => {
  const workbook = reconciled(WORKBOOK);
  expect(block(workbook, 'Écart de montant, AE : n° EJ').map((row) => row.slice(0, 7))).toEqual([
    ['1400000002', null, 400, 450.25, -50.25, 'Suivi, l. 3', 'extrait.csv, l. 2'],
  ]);
  expect(block(workbook, 'Écart de montant, CP : n° EJ').map((row) => row.slice(0, 5))).toEqual([
    ['1400000003', '100000003', 70, 75, -5],
  ]);
  expect(block(workbook, 'Absent de Chorus, AE : n° EJ').map((row) => row.slice(0, 5))).toEqual([
    ['1400000003', '100000003', 70, 0, 70],
  ]);
  expect(block(workbook, 'Absent du suivi, AE : n° EJ').map((row) => row.slice(0, 5))).toEqual([
    ['1400000009', null, 0, 12, -12],
  ]);
  expect(block(workbook, 'Rapproché, AE : n° EJ')).toEqual([]);
});

test('the control lines agree: every amount of both sides counts once, and the gaps are those of the groups', () => {
  const lines = block(reconciled(WORKBOOK), 'Contrôles');
  expect(lines.map((row) => [row[1], row[3], row[4], row[5]])).toEqual([
    [1470, 1470, 0, 'Conforme'],
    [1462.25, 1462.25, 0, 'Conforme'],
    [7.75, 7.75, 0, 'Conforme'],
    [670, 670, 0, 'Conforme'],
    [675, 675, 0, 'Conforme'],
    [-5, -5, 0, 'Conforme'],
  ]);
});

test('gaps and totals are formulas over the page, amounts are values, with a note', () => {
  const sheet = findSheet(reconciled(WORKBOOK), SHEET);
  expect(
    [...(sheet?.formulas.values() ?? [])].filter((formula) => /^=ROUND\(C\d+-D\d+,2\)$/.test(formula)).length,
  ).toBeGreaterThan(8);
  expect(sheet?.values.flat()).toContain(RAPPROCHEMENT_WORDS.notes[0]);
});

describe('in place', () => {
  test('a second time writes nothing', () => expect(isEmptyPlan(planned(reconciled(WORKBOOK)))).toBe(true));

  test('a comment follows its EJ when the groups change', () => {
    const once = reconciled(WORKBOOK);
    const rows = findSheet(once, SHEET)?.values ?? [];
    const row = rows.findIndex(([cell]) => cell === '1400000009');
    const comment: WriteStep = {
      kind: 'setCells',
      sheet: SHEET,
      top: row,
      left: 7,
      cells: [[{ value: 'saisir cet EJ' }]],
    };
    const commented = applyPlan(once, { purpose: 'repair', expected: [], steps: [comment] });
    const other = extractOf(EXTRACT.replace('450,25', '400,00'));
    const again = reconciled(commented, [other]);
    expect(block(again, 'Écart de montant, AE : n° EJ')).toEqual([]);
    expect(block(again, 'Absent du suivi, AE : n° EJ')[0]?.at(7)).toBe('saisir cet EJ');
    expect(again.names.filter(({ name }) => name === documentRange('rapprochement', null))).toHaveLength(1);
  });

  test('a sheet of the team of that name is refused', () => {
    const taken = applyPlan(WORKBOOK, {
      purpose: 'repair',
      expected: [],
      steps: [
        { kind: 'addSheet', sheet: SHEET },
        { kind: 'setCells', sheet: SHEET, top: 0, left: 0, cells: [[{ value: 'à nous' }]] },
      ],
    });
    const { dossier, report } = controlled(taken);
    expect(planReconciliation(dossier, report, [extractOf(EXTRACT)])).toMatchObject({
      ok: false,
      failure: { sheet: SHEET },
    });
  });
});

test('above 500 groups of a status, the rest is summed in one row', () => {
  const lines = Array.from(
    { length: 503 },
    (_, index) => `engagement | juste | PDE | ${1_410_000_000 + index} | 1 | | 03/03/2023 | 2`,
  );
  const rows = block(
    reconciled(WORKBOOK, [extractOf([EXTRACT.trim().split('\n')[0], ...lines].join('\n'))]),
    'Absent du suivi, AE : n° EJ',
  );
  const again = rows.filter(([label]) => String(label).endsWith('(suite)'));
  // Headings are repeated every 40 groups, for the page that begins there.
  expect([rows.length - again.length, again.length]).toEqual([501, 12]);
  expect(rows.at(-1)?.slice(0, 5)).toEqual(['et 3 autres groupes', null, 0, 6, -6]);
});
