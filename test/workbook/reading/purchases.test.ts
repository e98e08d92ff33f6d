/**
 * A second sheet of typed amounts without a number, a date or an envelope. What was bought, or from whom, is reported
 * (LEC-01); prices, credits, figures and sums of the ledger are not.
 */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const LEDGER = [
  ['N° EJ', 'Fournisseur', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE', 'Payé le', 'Montant CP'],
  ['1405512301', 'Hermine', 'Étude', 'PDE', DAY, 10_000, DAY + 40, 4_000],
  ['1405512302', 'Ondine', 'Audit', 'PDE', DAY + 3, 20_000, DAY + 50, 5_000],
  ['1405512303', 'Hermine', 'Licences', 'PDE', DAY + 9, 30_000, null, null],
];

/** The sum that is reported, in euros; null for none. `rows`: « heading | heading ; value | value ». */
function unread(sheet: string, rows: string): number | null {
  const cells = rows.split(' ; ').map((row) => row.split('|').map((cell): CellValue => valueOf(cell.trim())));
  const workbook = workbookOf({ name: 'Suivi', rows: LEDGER }, { name: sheet, rows: cells });
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const found = (opened.value.ledger.reading?.unread ?? []).filter((one) => one.sheet === sheet);
  return found.length === 0 ? null : found.reduce((cents, { ae, cp, other }) => cents + ae + cp + other, 0) / 100;
}

function valueOf(text: string): CellValue {
  if (text === '') return null;
  return /^-?[\d.]+$/.test(text) ? Number(text) : text;
}

test.each`
  sheet             | rows                                                                                      | sum
  ${'À saisir'}     | ${'Fournisseur | Montant ; ACME | 120000 ; BRAVO | 45000.5'}                              | ${165_000.5}
  ${'À saisir'}     | ${'Objet | Montant AE ; Étude complémentaire | 120000 ; Bons de commande en cours | 500'} | ${120_500}
  ${'À saisir'}     | ${'Titulaire | Objet | Montant TTC | Observations ; ACME | Étude | 1200 | à saisir'}      | ${1_200}
  ${'Divers'}       | ${'Libellé | Payé ; Facture ACME | 1200'}                                                 | ${1_200}
  ${'Feuil2'}       | ${'Dépenses de décembre ; Fournisseur | Total TTC ; ACME | 1200 ; Total | 1200'}          | ${1_200}
  ${'Fournisseurs'} | ${'Fournisseur | Montant engagé ; Hermine | 40000 ; Colibri | 500'}                       | ${40_500}
  ${'Fournisseurs'} | ${'Fournisseur | Montant engagé ; Hermine | 41000'}                                       | ${41_000}
  ${'Fournisseurs'} | ${'Fournisseur | Montant engagé ; Hermine | 40000 ; Ondine | 20000 ; Total | 60000'}      | ${null}
  ${'Fournisseurs'} | ${'Fournisseur | Engagé | Payé ; Hermine | 40000 | 4000 ; Ondine | 20000 | 5000'}         | ${null}
  ${'Fournisseurs'} | ${'Fournisseur | Objet | Engagé ; Hermine | Étude | 10000 ; Hermine | Licences | 30000'}  | ${null}
  ${'Fournisseurs'} | ${'Fournisseur | Montant dû ; Hermine | 36000 ; Ondine | 15000'}                          | ${null}
  ${'Fournisseurs'} | ${'Fournisseur | Reste à payer ; Hermine | 36000'}                                        | ${null}
  ${'Fournisseurs'} | ${'Fournisseur | SIRET | Contact ; ACME | 41816609600036 | Mme X'}                        | ${null}
  ${'Tarifs'}       | ${'Désignation | Montant TTC ; Jour de conseil | 1200'}                                   | ${null}
  ${'Feuil2'}       | ${'Bordereau de prix ; Désignation | Montant ; Jour de conseil | 1200'}                   | ${null}
  ${'Feuil2'}       | ${'Désignation | Prix unitaire ; Jour de conseil | 1200.5'}                               | ${null}
  ${'Répartition'}  | ${'Libellé | Montant AE ; Dépenses de personnel | 443000'}                                | ${null}
  ${'Feuil2'}       | ${'Libellé du poste | Montant ; Personnel | 443000'}                                      | ${null}
  ${'Prévisions'}   | ${'Objet | Montant ; Étude complémentaire | 12000'}                                       | ${null}
  ${'Feuil2'}       | ${'Objet | Montant prévu ; Étude complémentaire | 12000'}                                 | ${null}
  ${'Feuil2'}       | ${'Libellé | Montant ; AE engagées | 60000 ; Crédits ouverts | 500000'}                   | ${null}
  ${'Feuil2'}       | ${'Indicateur | Valeur ; Visites | 120000'}                                               | ${null}
  ${'Feuil2'}       | ${'Titulaire | Objet | Montant maximum ; ACME | Développement | 1000000'}                 | ${null}
  ${'Feuil2'}       | ${'Titulaire | Objet | Montant du marché ; ACME | Développement | 1000000'}               | ${null}
`('« $rows » on « $sheet »: $sum', ({ sheet, rows, sum }) => {
  expect(unread(sheet as string, rows as string)).toBe(sum);
});
