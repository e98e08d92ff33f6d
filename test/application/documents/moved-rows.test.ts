/** Formulas and names that use a row of a document whose place changes: they stay, and the writer is advised. */
import { planDocuments } from '../../../src/application/documents/documents';
import { describeAdvice } from '../../../src/messages/describe-advice';
import type { WritePlan } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed, withLine } from '../../support/ledgers/typing';
import { DocumentReader } from '../../support/readers/document-reader';

const BILAN = 'Bilan financier 2023';
const start = (): WorkbookSnapshot =>
  ledgerWorkbook(
    convention2023(),
    `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC | Date de paiement | Montant CP TTC
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640            |                  |`,
  );
const workbook = documented(start());

function planned(of: WorkbookSnapshot): WritePlan {
  const { dossier, report } = controlled(of);
  const plan = planDocuments(dossier, report, ['bilan']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const figure = (of: WorkbookSnapshot): string =>
  new DocumentReader(of, BILAN).find('Total PDE', 'AE engagées (brut)').address;
const adviceOn = (of: WorkbookSnapshot): readonly string[] =>
  (planned(of).advice ?? []).flatMap(({ sheet, advice }) =>
    advice.map((one) => `${sheet} – ${describeAdvice(one, 'fr')}`.replaceAll('\u00a0', ' ')),
  );
const withUse = (of: WorkbookSnapshot, formula: string): WorkbookSnapshot =>
  typed(of, 'Suivi', { K40: { value: 640, formula } });

test('are left as they are, and the writer is advised of each before the writing', () => {
  const from = figure(workbook);
  const used = withUse(workbook, `='${BILAN}'!${from}*2`);
  const refersTo = `='${BILAN}'!${from.replace(/^[A-Z]+/, '$$$&$$')}`;
  const named = { ...used, names: [...used.names, { name: 'AE_PDE', scope: null, refersTo }] };
  expect(adviceOn(named)).toEqual([]);
  const longer = withLine(named, 'Frais de mission', 0);
  const to = figure(applyPlan(longer, planned(longer)));
  expect(to).not.toBe(from);
  expect(adviceOn(longer)).toEqual([
    `${BILAN} – La formule K40 de la feuille « Suivi » utilise ${from}, dont le contenu passe en ${to} ; ` +
      '1 autre référence est dans ce cas. Corrigez ces références après l’écriture.',
  ]);
});

test.each([
  ['chart', null, 'Un graphique de la feuille « Suivi »'],
  ['pivot', null, 'Un tableau croisé dynamique de la feuille « Suivi »'],
  ['format', { row: 3, column: 1 }, 'La mise en forme conditionnelle de B4 (feuille « Suivi »)'],
] as const)('a %s of another sheet that uses a row is announced as a formula is', (by, place, user) => {
  const from = figure(workbook);
  const use = { by, place, formula: `='${BILAN}'!$A$1:${from}` };
  const sheets = workbook.sheets.map((sheet) => (sheet.name === 'Suivi' ? { ...sheet, otherUses: [use] } : sheet));
  expect(adviceOn(withLine({ ...workbook, sheets }, 'Frais de mission', 0))).toEqual([
    expect.stringMatching(`^${BILAN} – ${user.replace(/[()]/g, '.')} utilise A\\d+, dont le contenu passe en A\\d+\\.`),
  ]);
});

test('a row that goes away is stated as such', () => {
  const longer = documented(withLine(start(), 'Frais de mission', 0));
  const from = new DocumentReader(longer, BILAN).find('Frais de mission', 'AE engagées (brut)').address;
  const used = withUse(longer, `='${BILAN}'!${from}`);
  const shorter = {
    ...used,
    tables: used.tables.map((table) =>
      table.name === 'ENV_Postes' ? { ...table, area: { ...table.area, rows: table.area.rows - 1 } } : table,
    ),
  };
  expect(adviceOn(shorter)).toEqual([
    `${BILAN} – La formule K40 de la feuille « Suivi » utilise ${from}, dont la ligne disparaît. ` +
      'Corrigez cette référence après l’écriture.',
  ]);
  const [inEnglish] = (planned(shorter).advice ?? []).flatMap(({ advice }) => advice);
  expect(inEnglish && describeAdvice(inEnglish, 'en').replaceAll('\u00a0', ' ')).toBe(
    `The formula K40 of sheet “Suivi” uses ${from}, whose row goes away. Correct this reference after the writing.`,
  );
});

test.each([
  ['rows above those that move', `='${BILAN}'!B2`],
  ['a range over the whole document and its growth', `=VLOOKUP("Total PDE",'${BILAN}'!A1:I400,2,0)`],
  ['cells beside the document', `='${BILAN}'!Z60`],
  ['another workbook', `='[Autre.xlsx]${BILAN}'!B60`],
])('no advice for %s', (_, formula) => {
  expect(adviceOn(withLine(withUse(workbook, formula), 'Frais de mission', 0))).toEqual([]);
});

test.each([
  ['held the document', 'A1:I%', 1],
  ['is of other cells', 'A1:B4', 0],
  ['is longer than the document will be', 'A1:Z900', 0],
])('a printed area that %s: the writer is advised when it no longer holds it all', (_, area, advised) => {
  const rangeIn = (of: WorkbookSnapshot): string =>
    of.names.find(({ name }) => name === 'ENV_Doc_Bilan')!.refersTo.replaceAll(/^.*!|\$/g, '');
  const printed = area.replace('%', rangeIn(workbook).replace(/^.*[A-Z]/, ''));
  const print = { name: '_xlnm.Print_Area', scope: BILAN, refersTo: `='${BILAN}'!${printed}` };
  const withPrint = { ...workbook, names: [...workbook.names, print] };
  expect(adviceOn(withPrint)).toEqual([]);
  const longer = withLine(withPrint, 'Frais de mission', 0);
  const needed = rangeIn(applyPlan(longer, planned(longer)));
  const sentence = `${BILAN} – La zone d’impression ${printed} ne contient plus tout le document : étendez-la à ${needed}.`;
  expect(adviceOn(longer)).toEqual(advised === 0 ? [] : [sentence]);
});
