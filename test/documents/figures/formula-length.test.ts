/** The length of every formula of every document, as French Excel shows it: a reader can follow it, and Excel takes it. */
import { buildSample } from '../../../scripts/build-sample';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { planDocuments } from '../../../src/application/documents/documents';
import { documentsOf } from '../../../src/documents/document';
import { formulaLength, LONGEST_FORMULA } from '../../../src/documents/figures/formula-length';
import { toLocalFormula } from '../../../workbench/host/rich-api/local-formulas';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const READABLE = 1_000;
const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC | État";

/** The formulas of all the documents, in French, with the definitions of the names in them. */
function frenchFormulas(workbook: WorkbookSnapshot, asOf: string): readonly string[] {
  const { dossier, report } = controlled(workbook, asOf);
  const plan = planDocuments(
    dossier,
    report,
    documentsOf(dossier.convention).map(({ id }) => id),
  );
  if (!plan.ok) throw new Error(plan.failure.code);
  const after = applyPlan(workbook, plan.value);
  return [
    ...after.sheets.flatMap(({ formulas }) => [...formulas.values()]),
    ...after.names.flatMap(({ name, refersTo }) => (name.startsWith('ENV_Marques') ? [] : [refersTo])),
  ].map((formula) => toLocalFormula(formula, 'fr-FR'));
}

const longest = (formulas: readonly string[]): number => Math.max(...formulas.map(({ length }) => length));

test.each(['2023-06-30', '2023-12-31'])('the sample at %s: every formula can be read', (asOf) => {
  const file = openXlsx(buildSample());
  if (!file.ok) throw new Error(file.failure.code);
  const formulas = frenchFormulas(file.value.read(), asOf);
  expect(formulas.filter((formula) => formula.includes('SOMME.SI.ENS')).length).toBeGreaterThan(200);
  expect(formulas.filter(({ length }) => length > READABLE)).toEqual([]);
});

/** Spellings of an envelope and of a poste, as long as a criterion may be, in several states. */
function hostileLedger(spellings: number, letters: number): string {
  const spelt = (text: string, index: number): string =>
    text.replace(' ', ' '.repeat(1 + index)).padEnd(letters, '\u00a0x');
  const rows = Array.from(
    { length: spellings },
    (_, index) =>
      `${spelt('Place des entreprises', index)} | Frais${'-'.repeat(index + 1)}annexes | 1405610188 | 20/03/2023 | ${index % 2 ? '' : '-'}640 | | | 12 | Annulé${'e'.repeat(index)}`,
  );
  return [`${HEADINGS}`, ...rows].join('\n');
}

test.each`
  spellings | letters
  ${1}      | ${20}
  ${12}     | ${20}
  ${30}     | ${20}
  ${30}     | ${240}
  ${60}     | ${120}
`('$spellings spellings of $letters letters: Excel takes every formula', ({ spellings, letters }) => {
  const ledger = hostileLedger(spellings as number, letters as number);
  expect(longest(frenchFormulas(ledgerWorkbook(convention2023(), ledger), '2023-12-31'))).toBeLessThanOrEqual(
    LONGEST_FORMULA,
  );
});

test('the length counted is the length in French', () => {
  const formula = '=ROUND(SUMPRODUCT(SUMIFS(ENV_AE,T[IF (SUM)],"SUMIFS(",ENV_Date,"<"&DATE(2023,1,1)))+SUM(A1:A3),2)';
  expect(formulaLength(formula)).toBeGreaterThanOrEqual(toLocalFormula(formula, 'fr-FR').length);
  expect(formulaLength('=ROUND(SUMIFS(ENV_AE,ENV_EJ,"1"),2)')).toBe(
    '=ARRONDI(SOMME.SI.ENS(ENV_AE,ENV_EJ,"1"),2)'.length,
  );
});
