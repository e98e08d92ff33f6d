/** État de prévision et de suivi: the year month by month, live where the dates allow, with its landing and what will be left. */
import { planDocuments } from '../../src/application/documents';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { createAssigner } from '../../src/domain/envelopes/assignment';
import type { Convention } from '../../src/domain/envelopes/convention';
import { forecastOf } from '../../src/domain/envelopes/forecast';
import { Euros } from '../../src/domain/money/euros';
import { isEmptyPlan } from '../../src/workbook/plan';
import { convention2023 } from '../support/conventions';
import { DocumentReader } from '../support/document-reader';
import { controlled, documented, ledgerWorkbook } from '../support/ledger-workbook';

const HEADINGS = "Axe ministériel 2 | Poste de dépense | N° EJ | État | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC";
const LEDGER = `${HEADINGS}
  PDE             | Frais annexes     | 1405610188 |        | 20/01/2023 | 60000  |            |            |
  PDE             | Frais annexes     | 1405610189 |        | 10/03/2023 | 30000  |            |            |
  PDE             | Frais annexes     | 1405610189 |        | 20/03/2023 | -5000  |            |            |
  PDE             | Outils            | 1405610190 | projet | 01/09/2023 | 20000  |            |            |
  PDE             | Frais annexes     | 1405610188 |        |            |        | 01/02/2023 | 15/02/2023 | 12000
  PDE             | Frais annexes     | 1405610188 |        |            |        | 20/06/2023 |            | 9000
  Signaux Faibles | Audit de sécurité | 1405610191 |        | 03/04/2023 | 9600   |            |            |`;
const SHEET = 'État de prévision 2023';

function stateAt(day: string, convention: Convention = convention2023(), ledger = LEDGER): { readonly reader: DocumentReader; readonly rows: (label: string, after: string) => unknown[] } {
  const reader = new DocumentReader(documented(ledgerWorkbook(convention, ledger), day), SHEET);
  const all = reader.rows();
  const rows = (label: string, after: string): unknown[] => {
    const start = all.findIndex(([text]) => String(text).replace(/\s/g, ' ').includes(after));
    return all.slice(start).find(([text]) => String(text).replace(/\s/g, ' ') === label) ?? [];
  };
  return { reader, rows };
}

const PDE = 'Enveloppe « Place des entreprises »';

test('AE by month, retraits deducted; the project is expected in its month, and the trend where nothing is known', () => {
  const { rows } = stateAt('2023-06-30');
  expect(rows('AE engagées (retraits déduits)', PDE).slice(1, 14)).toEqual([60_000, 0, 25_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 85_000]);
  const expected = rows('Prévu', PDE).slice(1, 14) as number[];
  expect(expected.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(expected[8]).toBe(20_000);
  expect(rows('Cumul', PDE)[13]).toBe(85_000 + (expected[12] ?? Number.NaN));
});

test('the landing is that of the product, and what is left follows from it', () => {
  const convention = convention2023();
  const { dossier } = controlled(ledgerWorkbook(convention, LEDGER), '2023-06-30');
  const own = forecastOf(dossier.ledger, dossier.convention, isoDate('2023-06-30'), createAssigner(dossier.convention));
  const { reader } = stateAt('2023-06-30');
  const summary = reader.block('Atterrissage au 31/12').slice(1);
  expect(summary.map(([label, nature, , , , landing]) => [label, nature, landing])).toEqual([
    ['Place des entreprises', 'AE', (own.get('PDE')?.AE.landing.cents ?? 0) / 100],
    ['Place des entreprises', 'CP', (own.get('PDE')?.CP.landing.cents ?? 0) / 100],
    ['Signaux Faibles', 'AE', (own.get('SF')?.AE.landing.cents ?? 0) / 100],
    ['Signaux Faibles', 'CP', (own.get('SF')?.CP.landing.cents ?? 0) / 100],
  ]);
  for (const [, , opened, , , landing, left] of summary) expect(left).toBe(Math.round((Number(opened) - Number(landing)) * 100) / 100);
});

test('every month is a live formula on the team’s own columns, bounded by the as-of date', () => {
  const { reader } = stateAt('2023-06-30');
  const march = reader.find('AE engagées (retraits déduits)', 'Mars', 'Enveloppe « Place des entreprises » (PDE)');
  expect(march.formula).toMatch(/^=ROUND\(SUMIFS\(T_Suivi\[Montant AE TTC\]/);
  expect(march.formula).toContain('MIN($B$8+1,DATE($B$7,4,1))');
  expect(reader.rows().find(([label]) => label === 'Chiffres écrits en valeurs (voir les notes)')?.[1]).toBe(0);
});

test('an amendment opens credits from its own month', () => {
  const movement = {
    index: 0, date: isoDate('2023-05-10'), type: 'amendment', from: null, to: 'PDE', nature: 'AE', amount: Euros.fromCents(50_000_00),
    reference: 'Avenant n° 1', authorisedBy: '', authorisedOn: null,
  } as const;
  const { rows } = stateAt('2023-06-30', { ...convention2023(), movements: [movement] });
  expect(rows('Ouvert', PDE).slice(1, 14)).toEqual([...Array<number>(4).fill(500_000), ...Array<number>(9).fill(550_000)]);
});

test('an undated commitment is realised in the month of the date, as a value that says why', () => {
  const undated = `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | | | 640 | | |`;
  const { reader, rows } = stateAt('2023-06-30', convention2023(), undated);
  expect(rows('AE engagées (retraits déduits)', PDE).slice(1, 8)).toEqual([0, 0, 0, 0, 0, 640, 0]);
  expect(reader.rows().map(([text]) => String(text).replace(/\s/g, ' ')).some((text) => text.startsWith('Valeur et non formule : AE Juin (PDE)'))).toBe(true);
});

test('after the year the landing is what was realised, and nothing is expected', () => {
  const { rows } = stateAt('2024-02-15');
  expect(rows('Prévu', PDE)[13]).toBe(0);
  expect(rows('Cumul', PDE)[13]).toBe(85_000);
});

test('generating again writes nothing', () => {
  const workbook = documented(ledgerWorkbook(convention2023(), LEDGER), '2023-06-30');
  const { dossier, report } = controlled(workbook, '2023-06-30');
  const again = planDocuments(dossier, report);
  expect(again.ok && isEmptyPlan(again.value)).toBe(true);
});
