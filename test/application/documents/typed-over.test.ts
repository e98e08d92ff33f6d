/** Amounts and texts that people typed over a document: the writer is given each before it is written again. */
import fc from 'fast-check';
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { describeAdvice } from '../../../src/messages/describe-advice';
import type { CellValue } from '../../../src/workbook/cells';
import type { WritePlan } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { cleanLedger } from '../../support/ledgers/any-ledger';
import { convention2023 } from '../../support/conventions';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed, withLine } from '../../support/ledgers/typing';
import { movementOf } from '../../domain/envelopes/builders';
import { DocumentReader } from '../../support/readers/document-reader';

const BILAN = 'Bilan financier 2023';
const LETTER = 'Insuffisance de crédits';
const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC | Service fait | Date de paiement | Montant CP TTC
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640            |              |                  |
  PDE               | Frais annexes    | 1405610189 | 21/03/2023        | 360            | 20/05/2023   | 21/05/2023       | 360`;

function planned(of: WorkbookSnapshot, day: string, ids: readonly DocumentId[]): WritePlan {
  const { dossier, report } = controlled(of, day);
  const plan = planDocuments(dossier, report, ids);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const written = (of: WorkbookSnapshot, day: string, ids: readonly DocumentId[]): WorkbookSnapshot =>
  applyPlan(of, planned(of, day, ids));

function adviceOn(of: WorkbookSnapshot, day = '2023-12-31', ids = DOCUMENTS): readonly string[] {
  return (planned(of, day, ids).advice ?? []).flatMap(({ sheet, advice }) =>
    advice.flatMap((one) =>
      one.code === 'typedOver' ? [`${sheet} – ${describeAdvice(one, 'fr')}`.replaceAll('\u00a0', ' ')] : [],
    ),
  );
}

const DOCUMENTS: readonly DocumentId[] = ['bilan', 'insuffisance'];
const workbook = written(ledgerWorkbook(convention2023(), LEDGER), '2023-12-31', DOCUMENTS);

const bilan = new DocumentReader(workbook, BILAN);
const FIGURE = bilan.find('Total PDE', 'AE engagées (brut)').address;

function addressOf(sheet: string, start: string): string {
  const cells = new DocumentReader(workbook, sheet).cells();
  const found = cells.find(
    ({ value }) => typeof value === 'string' && value.replaceAll('\u00a0', ' ').startsWith(start),
  );
  if (!found) throw new Error(start);
  return found.address;
}

const replaced = (sheet: string, cells: string): readonly string[] => [
  `${sheet} – Ce qui diffère du document et sera remplacé par son contenu : ${cells}. ` +
    'Pour le garder, recopiez-le hors du document, ou dans une ligne laissée libre.',
];

test.each<[what: string, sheet: string, cell: string, content: CellValue, shown: string | null]>([
  ['an amount over a figure', BILAN, FIGURE, 1234.5, '1234,5'],
  ['a text over a figure', BILAN, FIGURE, 'à revoir', 'à revoir'],
  ['its own amount, as a constant', BILAN, FIGURE, 1000, null],
  ['a heading in other words', BILAN, addressOf(BILAN, 'Dotation initiale'), 'Crédits', 'Crédits'],
  ['a sentence of a letter', LETTER, addressOf(LETTER, 'Madame'), 'Cher collègue,', 'Cher collègue,'],
])('%s', (_, sheet, cell, content, shown) => {
  const edited = typed(workbook, sheet, { [cell]: { value: content } });
  expect(adviceOn(edited)).toEqual(shown === null ? [] : replaced(sheet, `${cell} « ${shown} »`));
});

describe('a label over another', () => {
  const label = bilan.find('Frais annexes', 'AE engagées (brut)').address.replace('E', 'A');
  const place = addressOf(BILAN, 'Fait à Paris');

  test('of a poste, and a place in the lines to sign', () => {
    const edited = typed(workbook, BILAN, { [label]: 'Frais', [place]: 'Fait à Lyon' });
    expect(adviceOn(edited)).toEqual(replaced(BILAN, `${label} « Frais », ${place} « Fait à Lyon »`));
  });

  test('a poste that has another name in its table since is not typed over', () => {
    const table = workbook.tables.find(({ name }) => name === 'ENV_Postes')!;
    const cells = new DocumentReader(workbook, table.sheet).cells();
    const { address } = cells.find(({ value }) => value === 'Frais annexes')!;
    expect(adviceOn(typed(workbook, table.sheet, { [address]: 'Frais divers' }))).toEqual([]);
  });
});

test('a number over a formula, in a document that has other figures as values', () => {
  const moved = movementOf({ type: 'amendment', to: 'PDE', toLine: 'Frais annexes', cents: 5_000_00 });
  const convention = { ...convention2023(), movements: [{ ...moved, index: 0 }] };
  const withValue = written(ledgerWorkbook(convention, LEDGER), '2023-12-31', DOCUMENTS);
  const reader = new DocumentReader(withValue, BILAN);
  expect(reader.find('Chiffres écrits en valeurs (voir les notes)', 'Ce document').value).toBeGreaterThan(0);
  expect(adviceOn(withValue)).toEqual([]);
  expect(adviceOn(typed(withValue, BILAN, { [FIGURE]: { value: 99 } }))).toEqual(replaced(BILAN, `${FIGURE} « 99 »`));
});

test('five are named, the others are counted', () => {
  const figures = bilan.formulas().map(({ address }) => address);
  const edited = typed(workbook, BILAN, Object.fromEntries(figures.map((address) => [address, -1])));
  const named = figures.slice(0, 5).map((address) => `${address} « -1 »`);
  expect(adviceOn(edited)).toEqual(replaced(BILAN, `${named.join(', ')} et ${figures.length - 5} autres cellules`));
});

test('in rows that move too', () => {
  const edited = typed(workbook, BILAN, { [FIGURE]: { value: 5 } });
  expect(adviceOn(withLine(edited, 'Frais de mission', 0), '2023-12-31', ['bilan'])).toEqual(
    replaced(BILAN, `${FIGURE} « 5 »`),
  );
});

test('the zeros of an échéancier without an EJ are not typed over its formulas, once there is one; another number is', () => {
  const ids: readonly DocumentId[] = ['bilan', 'etat'];
  const headings = [
    ...['Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
    ...['Date de service fait', 'Date de paiement', 'Montant CP TTC', 'État'],
  ];
  const signed = ['PDE', 'Frais annexes', '1405610188', null, null, null, null, null, 'Notifié'];
  const served = ['Signaux Faibles', 'Frais annexes', '1405610188', null, 0.01, 44866, null, 0.01, 'Notifié'];
  const former = written(ledgerWorkbook(convention2023(), [headings, signed]), '2023-12-31', ids);
  const { sheets, tables } = ledgerWorkbook(convention2023(), [headings, served, signed]);
  const later = (of: WorkbookSnapshot): readonly string[] => {
    const own = of.sheets.map((one) => sheets.find(({ name }) => name === one.name) ?? one);
    return adviceOn({ ...of, sheets: own, tables }, '2023-12-31', ids);
  };
  const schedule = '4. Enveloppe « Signaux Faibles » (SF)';
  const { address } = new DocumentReader(former, BILAN).find('Signaux Faibles', 'À payer en 2025', schedule);
  expect(later(former)).toEqual([]);
  expect(later(typed(former, BILAN, { [address]: { value: 7 } }))).toEqual(replaced(BILAN, `${address} « 7 »`));
});

test('a value of an échéancier that states its values is not typed over a formula; another is, on the same day', () => {
  const ids: readonly DocumentId[] = ['bilan', 'etat'];
  const headings = [
    ...['Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
    ...['Date de service fait', 'Date de paiement', 'Montant CP TTC', 'État'],
  ];
  const announced = ['PDE', 'Frais annexes', '1405610188', null, null, null, 45_108, 0.01, 'Notifié'];
  const signed = ['PDE', 'Frais annexes', '1405610188', null, null, null, null, null, 'Notifié'];
  const former = written(ledgerWorkbook(convention2023(), [headings, announced]), '2023-06-30', ids);
  const { sheets, tables } = ledgerWorkbook(convention2023(), [headings, signed]);
  const own = former.sheets.map((one) => sheets.find(({ name }) => name === one.name) ?? one);
  expect(adviceOn({ ...former, sheets: own, tables }, '2023-12-31', ids)).toEqual([]);
  const schedule = '3. Enveloppe « Place des entreprises » (PDE)';
  const { address } = new DocumentReader(former, BILAN).find('Place des entreprises', 'À payer en 2024', schedule);
  expect(adviceOn(typed(former, BILAN, { [address]: { value: 7 } }), '2023-06-30', ids)).toEqual(
    replaced(BILAN, `${address} « 7 »`),
  );
});

test('a movement of restes à payer that was 0, as a value, is not typed over the formula of another ledger; 7 is', () => {
  const ids: readonly DocumentId[] = ['bilan', 'etat'];
  const headings = [
    ...['Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
    ...['Date de service fait', 'Date de paiement', 'Montant CP TTC', 'État'],
  ];
  const unknown = ['Signaux Faibles', 'Frais annexes', '1405610188', null, null, null, 44_927, 0.01, 'Notifié'];
  const loose = ['Signaux Faibles', 'Frais annexes', null, null, null, null, 44_927, -0.01, 'Notifié'];
  const former = written(ledgerWorkbook(convention2023(), [headings, unknown]), '2023-12-31', ids);
  const { sheets, tables } = ledgerWorkbook(convention2023(), [headings, loose]);
  const later = (of: WorkbookSnapshot): readonly string[] => {
    const own = of.sheets.map((one) => sheets.find(({ name }) => name === one.name) ?? one);
    return adviceOn({ ...of, sheets: own, tables }, '2023-12-31', ids);
  };
  const { address } = new DocumentReader(former, BILAN).find(
    'Signaux Faibles',
    '− CP payés',
    '4. Enveloppe « Signaux Faibles » (SF)',
  );
  expect(later(former)).toEqual([]);
  expect(later(typed(former, BILAN, { [address]: { value: 7 } }))).toEqual(replaced(BILAN, `${address} « 7 »`));
});

test('a document of another ledger, or of another day, holds nothing typed', () => {
  const days = fc.constantFrom('2023-12-31', '2023-06-30', '2024-01-31');
  const ids: readonly DocumentId[] = ['bilan', 'etat'];
  fc.assert(
    fc.property(cleanLedger(), cleanLedger(), days, days, (before, after, first, second) => {
      const former = written(ledgerWorkbook(convention2023(), before), first, ids);
      const other = ledgerWorkbook(convention2023(), after);
      const sheets = former.sheets.map((one) => other.sheets.find(({ name }) => name === one.name) ?? one);
      expect(adviceOn({ ...former, sheets, tables: other.tables }, second, ids)).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
