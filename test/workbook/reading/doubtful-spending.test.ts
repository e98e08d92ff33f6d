/**
 * Typed words and amounts outside the ledger, without a number, a date or an envelope: a warning where they may be
 * spending (LEC-01), with their sum; nothing for prices, plans, credits, counts, and sums of the ledger.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const LEDGER = [
  ['N° EJ', 'Fournisseur', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE', 'Payé le', 'Montant CP'],
  ['1405512301', 'Hermine', 'Étude', 'PDE', DAY, 10_000, DAY + 40, 4_000],
  ['1405512302', 'Ondine', 'Audit', 'PDE', DAY + 3, 20_000, DAY + 50, 5_000],
  ['1405512303', 'Hermine', 'Licences', 'PDE', DAY + 9, 30_000, null, null],
];

/** « warning 71.4 » for the sum of LEC-01; null without one. */
function reported(...sheets: readonly SheetGiven[]): string | null {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const [found] = report.findings.filter(({ rule }) => rule === 'LEC-01');
  if (found?.rule !== 'LEC-01') return null;
  const { ae, cp, other } = found.details;
  return `${found.severity} ${(ae + cp + other) / 100}`;
}

function cellsOf(rows: string): CellValue[][] {
  return rows.split(' ; ').map((row) => row.split('|').map((cell) => valueOf(cell.trim())));
}

function valueOf(text: string): CellValue {
  if (text === '') return null;
  return /^-?[\d.]+$/.test(text) ? Number(text) : text;
}

test.each`
  sheet                   | rows                                                                                       | found
  ${'Achats divers'}      | ${'Achat | Montant ; Souris | 25.9 ; Clavier | 45.5'}                                      | ${'warning 71.4'}
  ${'Feuil2'}             | ${'Article | Montant ; Souris | 25 ; Clavier | 45 ; Total | 70'}                           | ${'warning 70'}
  ${'Feuil2'}             | ${'Agent | Frais ; A. Martin | 25.9'}                                                      | ${'warning 25.9'}
  ${'Feuil2'}             | ${'Objet | € ; Souris | 125'}                                                              | ${'warning 125'}
  ${'Feuil2'}             | ${'Direction | Montant ; DINUM | 1200'}                                                    | ${'warning 1200'}
  ${'Feuil2'}             | ${'Projet | AE | CP ; Refonte | 5000 | 4000'}                                              | ${'warning 9000'}
  ${'Subventions'}        | ${'Bénéficiaire | Montant attribué ; Association X | 10000'}                               | ${'warning 10000'}
  ${'Paie'}               | ${'Mois | Agent | Brut | Charges | Coût total ; Janvier | A. Martin | 2500 | 1200 | 3700'} | ${'warning 3700'}
  ${'Régie'}              | ${'Prestataire | Janvier | Février ; Colibri | 3000 | 3001'}                               | ${'warning 6001'}
  ${'Factures'}           | ${'Mois | N° facture | Montant TTC ; Janvier | FR1 | 120'}                                 | ${'warning 120'}
  ${'Licences'}           | ${'Logiciel | Nb | PU | Total ; Office | 10 | 35 | 350'}                                   | ${'warning 350'}
  ${'Avances'}            | ${'Bénéficiaire | Avance versée ; A. Martin | 120.5'}                                      | ${'warning 120.5'}
  ${'Avances'}            | ${'Agent | Avance ; A. Martin | 120.5'}                                                    | ${'warning 120.5'}
  ${'Advances'}           | ${'Payee | Advance paid ; A. Martin | 120.5'}                                              | ${'warning 120.5'}
  ${'Jury'}               | ${'Membre du jury | Indemnité versée ; A. Martin | 120.5'}                                 | ${'warning 120.5'}
  ${'Primes'}             | ${'Lauréat | Prime ; Colibri | 1200'}                                                      | ${'warning 1200'}
  ${'Bourses'}            | ${'Boursier | Versement ; A. Martin | 1200'}                                               | ${'warning 1200'}
  ${'Carte achat'}        | ${'Google Ads avril | 4000 ; OVH | 1200 ; Mailjet | 89.9'}                                 | ${'warning 5289.9'}
  ${'Carte achat'}        | ${'Factures payées par carte achat | ;  | 1250.5 ;  | 980'}                                | ${'warning 2230.5'}
  ${'Dépenses PDE'}       | ${'Loyer | 1000 ; Électricité | 200.5'}                                                    | ${'warning 1200.5'}
  ${'Feuil2'}             | ${'Paiements à ajouter | ; ACME | 1250.5 ; Beta | 980'}                                    | ${'warning 2230.5'}
  ${'Feuil2'}             | ${'Montant payé ; 12350.4 ; 4120.15'}                                                      | ${'warning 16470.55'}
  ${'Feuil2'}             | ${'Octo facture complémentaire | 3000'}                                                    | ${'warning 3000'}
  ${'Dépenses PDE'}       | ${'Loyer | 40000 ; Prestations diverses | 20000'}                                          | ${null}
  ${'Feuil2'}             | ${'Montant payé ; 12350.4'}                                                                | ${null}
  ${'Feuil2'}             | ${'Loyer | 1000 ; Électricité | 200.5'}                                                    | ${null}
  ${'Avances'}            | ${'Bénéficiaire | Avance prévue ; A. Martin | 120.5'}                                      | ${null}
  ${'Effectifs'}          | ${'Agent | Prime ; A. Martin | 120.5'}                                                     | ${null}
  ${'Feuil2'}             | ${'Fournisseur | Montant ; Colibri | 1200'}                                                | ${'error 1200'}
  ${'Feuil2'}             | ${'Direction | Montant ; DGE | 45000 ; DGEFP | 15000'}                                     | ${null}
  ${'Feuil2'}             | ${'Direction | Payé ; DGE | 5000 ; DGEFP | 4000'}                                          | ${null}
  ${'Feuil2'}             | ${'Prestation | Montant TTC ; Jour de conseil | 1200 ; Jour de formation | 800'}           | ${null}
  ${'Feuil2'}             | ${'Indicateur | Montant ; Entreprises aidées | 1200'}                                      | ${null}
  ${'Feuil2'}             | ${'Direction | Effectif ; DINUM | 120 ; DGE | 45'}                                         | ${null}
  ${'Feuil2'}             | ${'Site | Janvier | Février ; Lyon | 3000 | 3001'}                                         | ${null}
  ${'Feuil2'}             | ${'Achat | Montant estimé ; Souris | 25.9'}                                                | ${null}
  ${'Feuil2'}             | ${'Poste | Budget AE ; Prestations | 400000'}                                              | ${null}
  ${'Feuil2'}             | ${'AE ouvertes | 600000 ; CP ouverts | 600000'}                                            | ${null}
  ${'Feuil2'}             | ${'Nature | Montant ; Titre 2 | 443000'}                                                   | ${null}
  ${'Devis'}              | ${'Achat | Montant ; Souris | 25.9'}                                                       | ${null}
  ${'Catalogue'}          | ${'Article | Montant ; Souris | 25.9'}                                                     | ${null}
  ${'Reste à faire'}      | ${'Action | Montant ; Audit RGAA | 5000'}                                                  | ${null}
  ${'Synthèse'}           | ${'Direction | Montant ; DINUM | 1200'}                                                    | ${null}
  ${'Feuil2'}             | ${'Agent | Total ; A. Martin | 25.9'}                                                      | ${'warning 25.9'}
  ${'Feuil2'}             | ${'Agent | Total ; A. Martin | 1200 ; B. Durand | 800'}                                    | ${'warning 2000'}
  ${'Feuil2'}             | ${'Agent | Total ; A. Martin | 12 ; B. Durand | 8.5'}                                      | ${null}
  ${'Notes de frais'}     | ${'Agent | Total ; A. Martin | 120 ; B. Durand | 80'}                                      | ${'warning 200'}
  ${'Missions'}           | ${'Agent | Total ; A. Martin | 120 ; B. Durand | 45'}                                      | ${'warning 165'}
  ${'Frais de mission'}   | ${'Nom | Total ; A. Martin | 120 ; B. Durand | 45'}                                        | ${'warning 165'}
  ${'Missions'}           | ${'Agent | Total jours ; A. Martin | 12 ; B. Durand | 8'}                                  | ${null}
  ${'Missions'}           | ${'Agent | Nombre | Total ; A. Martin | 12 | 12 ; B. Durand | 8 | 8'}                      | ${null}
  ${'Nombre de missions'} | ${'Agent | Total ; A. Martin | 12 ; B. Durand | 8'}                                        | ${null}
  ${'Équipe'}             | ${'Agent | Total ; A. Martin | 12 ; B. Durand | 8'}                                        | ${null}
  ${'Feuil2'}             | ${'Mois | Total ; Janvier | 1200 ; Février | 900'}                                         | ${'warning 2100'}
  ${'Feuil2'}             | ${'Direction | Total ; DINUM | 1200'}                                                      | ${null}
  ${'Feuil2'}             | ${'Prestataire | Coût ; Colibri | 1200'}                                                   | ${'warning 1200'}
  ${'Feuil2'}             | ${'Mois | Montant ; Janvier | 25.9 ; Février | 45.5'}                                      | ${'warning 71.4'}
  ${'Feuil2'}             | ${'Période | Payé ; T1 2023 | 1200 ; T2 2023 | 900'}                                       | ${'warning 2100'}
  ${'Feuil2'}             | ${'Mois | Total ; Janvier | 1200.5 ; Février | 900 ; Total | 2100.5'}                      | ${'warning 2100.5'}
  ${'Feuil2'}             | ${'Mois | Montant ; Mars | 60000'}                                                         | ${null}
  ${'Feuil2'}             | ${'Mois | AE engagées | CP payés ; Mars | 60000 | ; Avril | | 4000 ; Mai | | 5000'}        | ${null}
  ${'Feuil2'}             | ${'Mois | CP cumulés | CP ; Avril | 4000 | 4000 ; Mai | 9000 | 5000'}                      | ${null}
  ${'Feuil2'}             | ${'Trimestre | Montant payé ; T1 | 0 ; T2 | 9000'}                                         | ${null}
  ${'Feuil2'}             | ${'Mois | Montant moyen ; Janvier | 25.9'}                                                 | ${null}
  ${'Feuil2'}             | ${'Mois | Prévu | Réalisé ; Janvier | 1200 | 900'}                                         | ${null}
  ${'Feuil2'}             | ${'Mois | Payé | Disponible ; Janvier | 1200 | 900'}                                       | ${null}
  ${'Prévisions'}         | ${'Mois | Montant ; Janvier | 1200'}                                                       | ${null}
  ${'Tableau bord'}       | ${'Mois | Nombre ; Janvier | 12'}                                                          | ${null}
  ${'Petits achats'}      | ${'Désignation | Prix ; Souris | 25.9 ; Clavier | 45.5'}                                   | ${'warning 71.4'}
  ${'Feuil2'}             | ${'Désignation | Prix ; Souris | 25.9 ; Clavier | 45.5 ; Total | 71.4'}                    | ${'warning 71.4'}
  ${'Feuil2'}             | ${'Achat | Prix TTC ; Souris | 25.9'}                                                      | ${'warning 25.9'}
  ${'Feuil2'}             | ${'Désignation | Prix ; Souris | 25.9 ; Clavier | 45.5'}                                   | ${null}
  ${'Petits achats'}      | ${'Désignation | Quantité | Prix ; Souris | 2 | 25.9'}                                     | ${null}
  ${'Petits achats'}      | ${'Désignation | Prix unitaire ; Souris | 25.9'}                                           | ${null}
  ${'Catalogue'}          | ${'Achat | Prix ; Souris | 25.9'}                                                          | ${null}
  ${'Feuil2'}             | ${'Achat | | Montant ; Souris | | 25,90 € ; Clavier | | 45,50 €'}                          | ${'warning 71.4'}
  ${'Petits achats'}      | ${'Souris | 25,90 € ; Clavier | 45,50 €'}                                                  | ${'warning 71.4'}
  ${'Petits achats'}      | ${'25,90 € | | Souris ; 45,50 € | | Clavier'}                                              | ${'warning 71.4'}
  ${'Feuil2'}             | ${'Montant | | Achat ; 25.9 | | Souris ; 45.5 | | Clavier'}                                | ${'warning 71.4'}
  ${'Feuil2'}             | ${'Montant | | Article ; 1200 | | Jour de conseil ; 800 | | Jour de formation'}            | ${null}
  ${'Feuil2'}             | ${'1 | | A. Martin ; 2 | | B. Durand'}                                                     | ${null}
  ${'Feuil2'}             | ${'Fournisseur | | Montant ; Colibri | | 1200 ;  | | 800 ;  | | 640'}                      | ${'error 2640'}
  ${'Feuil2'}             | ${'Enveloppe | Poste | Montant ; PDE | Frais annexes | 812'}                               | ${'warning 812'}
  ${'Feuil2'}             | ${'Enveloppe | Poste | Montant ; PDE | Frais annexes | 2065'}                              | ${null}
  ${'Synthèse'}           | ${'Enveloppe | Poste | Montant ; PDE | Frais annexes | 812'}                               | ${null}
  ${'Feuil2'}             | ${'Enveloppe | Montant ; PDE | 812'}                                                       | ${null}
  ${'Carte achat'}        | ${'Total avril | 700 ; Total mai | 900'}                                                   | ${'warning 1600'}
  ${'Feuil2'}             | ${'Mois | Montant ; Total avril | 700 ; Sous-total mai | 900'}                             | ${'warning 1600'}
  ${'Feuil2'}             | ${'Objet | Montant TTC ; Total avril | 700'}                                               | ${'warning 700'}
  ${'Carte achat'}        | ${'Total avril | 4000 ; Total mai | 5000'}                                                 | ${null}
  ${'Carte achat'}        | ${'Total 2023 | 700'}                                                                      | ${null}
  ${'Feuil2'}             | ${'Achat | Montant ; Souris | 25.9 ; Total avril | 25.9'}                                  | ${'warning 25.9'}
`('« $rows » on « $sheet »: $found', ({ sheet, rows, found }) => {
  const other = { name: sheet as string, rows: cellsOf(rows as string) };
  expect(reported({ name: 'Suivi', rows: LEDGER }, other)).toBe(found);
});

test('beside the ledger, after a blank column', () => {
  const beside = cellsOf('Petits achats | Montant ; Souris | 25.9 ; Clavier | 45.5');
  const rows = LEDGER.map((row, index) => [...row, null, ...(beside[index] ?? [null, null])]);
  expect(reported({ name: 'Suivi', rows })).toBe('warning 71.4');
});

test.each([
  ['Carte achat ; Souris | 25.9 ; Clavier | 45.5', 'warning 71.4'],
  [' | Facture Octo à rajouter | 3000', 'warning 3000'],
  [' ; ; ; ; ; Achats par carte ; Souris | 1300', 'warning 1300'],
  ['Contact | 45 ; Version | 300', null],
])('below the ledger, in none of its columns of amounts: « %s »', (below, found) => {
  expect(reported({ name: 'Suivi', rows: [...LEDGER, [], ...cellsOf(below)] })).toBe(found);
});

test('the number of an EJ in a form is no amount of it', () => {
  const rows = cellsOf('Marché | Étude des besoins ; EJ | 1405000100 ; Montant engagé | 1881.88');
  expect(reported({ name: 'Suivi', rows: LEDGER }, { name: 'Marché 1', rows })).toBe('error 1881.88');
});
