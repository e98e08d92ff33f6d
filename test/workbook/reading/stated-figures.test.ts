/**
 * Figures typed in a summary: the ledger contradicts them, agrees, or nothing surely compares them (DON-05). The ledger
 * commits 16 000 of AE and pays 6 000 of CP on PDE, 5 000 and 5 000 on SF, of which 500 000, 500 000 and 100 000,
 * 100 000 are given.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Row = readonly CellValue[];
const DAY = 45_000;
const LEDGER: readonly (readonly CellValue[])[] = [
  ['N° EJ', 'Date EJ', 'Enveloppe', 'Fournisseur', 'AE', 'Date paiement', 'CP'],
  ['1400000001', DAY, 'PDE', 'ACME', 6000, DAY + 30, 2000],
  ['1400000002', DAY + 1, 'PDE', 'BRAVO', 10_000, DAY + 60, 4000],
  ['1400000003', DAY + 2, 'SF', 'CHARLIE', 5000, DAY + 90, 5000],
];

/** The places of the figures that are reported, with the figure of the ledger: « C2 16000 »; and LEC-01. */
function reported(sheet: string, rows: string, ledger: readonly (readonly CellValue[])[] = LEDGER): string {
  const cells = rows.split(' ; ').map((row) => row.split('|').map((cell): CellValue => valueOf(cell.trim())));
  const workbook = workbookOf({ name: 'Suivi', rows: ledger }, ...(sheet === '' ? [] : [{ name: sheet, rows: cells }]));
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings
    .flatMap((finding) => {
      if (finding.place.kind !== 'area') return [];
      if (finding.rule === 'LEC-01') return ['LEC-01'];
      if (finding.rule !== 'DON-05') return [];
      expect(finding.severity).toBe('warning');
      return [`${finding.place.area} ${(finding.details.sum ?? 0) / 100}`];
    })
    .join(', ');
}

function valueOf(text: string): CellValue {
  if (text === '') return null;
  if (text === '""') return '';
  return /^-?[\d.]+$/.test(text) ? Number(text) : text;
}

test.each`
  sheet                | rows                                                                                              | found
  ${'Récap'}           | ${'Enveloppe | AE notifiées | AE consommées | CP payés ; PDE | 500000 | 9000 | 6000'}             | ${'C2 16000'}
  ${'Récap'}           | ${'Enveloppe | AE consommées | CP payés ; PDE | 16000 | 7000 ; SF | 5000 | 5000'}                 | ${'C2 6000'}
  ${'Récap'}           | ${'Enveloppe | Notifié | Engagé | Payé | Reste à payer ; SF | 1 | 5000 | 4000.5 | 0'}             | ${'D2 5000'}
  ${'Récap'}           | ${'AE engagées | PDE | 9000 ; CP payés | PDE | 6000'}                                             | ${'C1 16000'}
  ${'Récap'}           | ${'AE engagées | PDE | 16000 ; CP payés | PDE | 6000'}                                            | ${''}
  ${'Tableau de bord'} | ${' | PDE | SF | Total ; AE consommées | 9000 | 5000 | 14000'}                                    | ${'B2 16000'}
  ${'Synthèse'}        | ${'Enveloppe | AE | | CP | ; | Notifié | Consommé | Notifié | Consommé ; PDE | 1 | 2 | 3 | 6000'} | ${'C3 16000'}
  ${'PDE'}             | ${'Nature | Notifié | Consommé ; AE | 500000 | 9000 ; CP | 500000 | 6000'}                        | ${'C2 16000'}
  ${'Récap'}           | ${'Place des entreprises ; AE engagées | 16000 ; Signaux Faibles ; AE engagées | 6000'}           | ${'B4 5000'}
  ${'Synthèse 2023'}   | ${'Total AE engagées | 20000 ; Total CP payés | 11000'}                                           | ${'B1 21000'}
  ${'Récap'}           | ${'Situation au 31/12/2023 ; Enveloppe | AE engagées ; PDE | 9000'}                               | ${'B3 16000'}
  ${'Récap'}           | ${'Enveloppe | AE engagées ; PDE | 16000 ; SF | 5000 ; Total | 22000'}                            | ${'B4 21000'}
  ${'Récap'}           | ${'Enveloppe | Reste AE ; PDE | 490000'}                                                          | ${'B2 484000'}
  ${'Récap'}           | ${'Enveloppe | AE engagées (k€) ; PDE | 16 ; SF | 6.5'}                                           | ${'B3 5000'}
  ${'Récap'}           | ${'Enveloppe | AE | CP ; PDE | 9000 | 6000 ; SF | 5000 | 4000'}                                   | ${'B2 16000, C3 5000'}
  ${'Récap'}           | ${'Enveloppe | AE | CP ; PDE | 16000 | 6000 ; SF | 5000 | 5000 ; Total | 22000 | 11000'}          | ${'B4 21000'}
  ${'Synthèse'}        | ${' | AE | CP ; Total consommé | 99999 | 11000'}                                                  | ${'B2 21000'}
  ${'Récap'}           | ${'AE engagées (k€) | 21 ; CP payés (k€) | 11 ; Dotation (k€) | 600'}                             | ${''}
  ${'Récap'}           | ${'AE engagées (k€) | 21 ; CP payés (k€) | 12 ; Dotation (k€) | 600'}                             | ${'B2 11000'}
  ${'Récap'}           | ${' | AE (k€) | | CP (k€) | ;  | Notifié | Engagé | Notifié | Payé ; PDE | 500 | 16 | 500 | 6'}   | ${''}
  ${'Récap'}           | ${' | AE (k€) | | CP (k€) | ;  | Notifié | Engagé | Notifié | Payé ; PDE | 500 | 16 | 500 | 7'}   | ${'E3 6000'}
  ${'Récap'}           | ${'AE engagées (k$) | 21000 ; CP payés (k$) | 900'}                                               | ${''}
`('reported: « $rows » on « $sheet »: $found', ({ sheet, rows, found }) => {
  expect(reported(sheet as string, rows as string)).toBe(found);
});

test.each`
  sheet           | rows                                                                                 | why
  ${'Récap'}      | ${'Enveloppe | AE consommées | Reste AE ; PDE | 16000 | 484000 ; SF | 5000 | 95000'} | ${'all agree'}
  ${'Récap'}      | ${'Situation au 30/06/2023 ; Enveloppe | AE engagées ; PDE | 9000'}                  | ${'another day'}
  ${'Récap'}      | ${'Mise à jour | 30/06/2023 ; Enveloppe | AE engagées ; PDE | 9000'}                 | ${'another day'}
  ${'Récap 2022'} | ${'Enveloppe | AE engagées ; PDE | 9000'}                                            | ${'another year'}
  ${'Récap'}      | ${'Récapitulatif juillet ; AE engagées | PDE | 9000'}                                | ${'a month'}
  ${'Prévisions'} | ${'Enveloppe | AE engagées ; PDE | 9000'}                                            | ${'a forecast'}
  ${'Récap'}      | ${'Enveloppe | AE notifiées | AE prévues ; PDE | 9000 | 8000'}                       | ${'credits'}
  ${'Récap'}      | ${'Enveloppe | AE non consommées ; PDE | 9000'}                                      | ${'a word unknown'}
  ${'Récap'}      | ${'Poste | AE engagées ; Fonctionnement | 9000 ; Total | 9000'}                      | ${'of postes'}
  ${'Récap'}      | ${'Enveloppe | Engagements ; PDE | 2 ; SF | 1'}                                      | ${'a count'}
  ${'Récap'}      | ${'Enveloppe | Engagés (%) ; PDE | 2 ; SF | 1'}                                      | ${'a rate'}
  ${'Récap'}      | ${'Enveloppe | AE engagées T4 ; PDE | 1000 ; SF | 1'}                                | ${'a quarter'}
  ${'Marché API'} | ${'AE engagées | 7000 ; CP payés | 100'}                                             | ${'of a contract'}
  ${'Récap'}      | ${'PDE ; Chiffre | Avant | Écart ; AE | 1 | "" ; AE engagées | | 9000'}              | ${'a gap, below a formula'}
  ${'Récap'}      | ${'PDE ; Chiffre | Avant | Écart ; AE | 1 | - ; AE engagées | | 9000'}               | ${'a gap, below a dash'}
  ${'Récap DITP'} | ${'AE engagées | 7000 ; CP payés | 100'}                                             | ${'other credits'}
  ${'Récap'}      | ${'Enveloppe | AE | CP ; PDE | 16000 | 6000 ; SF | 5000 | 5000'}                     | ${'all agree, without a word'}
  ${'Récap'}      | ${'Enveloppe | AE | CP ; PDE | 500000 | 573032 ; SF | 99999 | 100000'}               | ${'credits, of which one is wrong'}
  ${'Récap'}      | ${'Crédits délégués ; Enveloppe | AE | CP ; PDE | 250000 | 250000'}                  | ${'a part of the credits'}
  ${'Budget'}     | ${'Enveloppe | AE | CP ; PDE | 250000 | 250000'}                                     | ${'a budget'}
  ${'Récap'}      | ${'Enveloppe | AE | CP ; PDE | 484000 | 567032'}                                     | ${'what is left'}
  ${'Marché API'} | ${'Enveloppe | AE | CP ; PDE | 7000 | 100'}                                          | ${'of a contract, by envelope'}
`('nothing for $why: « $rows » on « $sheet »', ({ sheet, rows }) => {
  expect(reported(sheet as string, rows as string)).toBe('');
});

test('a figure in whole euros, or in thousands of euros, is rounded', () => {
  const cents = LEDGER.map((row) => row.map((value) => (value === 5000 ? 5000.4 : value)));
  const rounded = (heading: string, value: string): string =>
    reported('Récap', `Enveloppe | ${heading} ; PDE | 1.5 ; SF | ${value}`, cents);
  expect(rounded('AE engagées', '5000')).toBe('B2 16000');
  expect(rounded('AE engagées', '5000.3')).toBe('B2 16000, B3 5000.4');
  expect(rounded('AE engagées (k€)', '5.0')).toBe('B2 16000');
  expect(rounded('AE engagées (k€)', '5.2')).toBe('B2 16000, B3 5000.4');
});

test('beside the ledger, on its sheet; not where the ledger is on several sheets', () => {
  const beside = (values: readonly CellValue[]): readonly (readonly CellValue[])[] =>
    LEDGER.map((row, at) => (at === 2 ? [...row, null, null, ...values] : row));
  expect(reported('', '', beside(['AE engagées', 'PDE', 9000]))).toBe('L3 16000');
  const table: readonly Row[] = [
    ['Enveloppe', 'AE', 'CP'],
    ['PDE', 9000, 6000],
    ['SF', 5000, 5000],
  ];
  expect(
    reported(
      '',
      '',
      LEDGER.map((row, at) => [...row, null, ...(table[at] ?? [null, null, null])]),
    ),
  ).toBe('J2 16000');
  expect(reported('', '', [...LEDGER, [], ['Mois', 'Nb', 'Engagé AE'], ['Total', 3, 21_000]])).toBe('');
  const more =
    'N° EJ|Date EJ|Enveloppe|Fournisseur|AE|Date paiement|CP ; 1400000009|02/03/2023|SF|DELTA|10|03/03/2023|10';
  expect(reported('Suite', more, beside(['AE engagées', 'PDE', 9000]))).toBe('');
});
