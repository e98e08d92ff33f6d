/** Columns that nothing else reads, and labels, with further facts of their row. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { tellingColumnsAmong, toldBy } from '../../../../src/workbook/ledger/rows/marks/telling-columns';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

test.each`
  heading                       | cell                                            | told
  ${'Début de suspension'}      | ${44995}                                        | ${{ suspension: 'Début de suspension' }}
  ${'Date de levée suspension'} | ${'05/04/2023'}                                 | ${{ suspension: 'Date de levée suspension' }}
  ${'Suspension (jours)'}       | ${26}                                           | ${{ suspension: 'Suspension (jours)' }}
  ${'Suspension (jours)'}       | ${0}                                            | ${null}
  ${'Délai suspendu (O/N)'}     | ${'Oui'}                                        | ${{ suspension: 'Délai suspendu (O/N)' }}
  ${'Délai suspendu (O/N)'}     | ${'N'}                                          | ${null}
  ${'Motif de suspension'}      | ${'RIB manquant'}                               | ${{ suspension: 'Motif de suspension' }}
  ${'Motif de suspension'}      | ${'-'}                                          | ${null}
  ${'Observations'}             | ${'Délai de paiement suspendu, RIB manquant'}   | ${{ suspension: 'Observations' }}
  ${'Observations'}             | ${'Suspension des livraisons en août'}          | ${null}
  ${'Observations'}             | ${'EJ anticipé'}                                | ${null}
  ${'Gestion anticipée'}        | ${'Oui'}                                        | ${{ isInAdvance: true }}
  ${'EJ anticipé'}              | ${'x'}                                          | ${{ isInAdvance: true }}
  ${'EJ anticipé'}              | ${'Non'}                                        | ${null}
  ${'Paiement anticipé'}        | ${'Oui'}                                        | ${null}
  ${'Mode de gestion'}          | ${'Gestion anticipée'}                          | ${{ isInAdvance: true }}
  ${'Cadre'}                    | ${'EJ anticipé sur 2024'}                       | ${{ isInAdvance: true }}
  ${'Cadre'}                    | ${'Étude des besoins, version anticipée du SI'} | ${null}
  ${'Cadre'}                    | ${null}                                         | ${null}
  ${'N° facture'}               | ${'FA-77'}                                      | ${{ invoice: 'FA-77' }}
  ${'Réf. facture fournisseur'} | ${'2023/0045'}                                  | ${{ invoice: '2023/0045' }}
  ${'N° de facture'}            | ${20_230_045}                                   | ${{ invoice: '20230045' }}
  ${'Facture'}                  | ${'FA-77'}                                      | ${{ invoice: 'FA-77' }}
  ${'Facture'}                  | ${1500}                                         | ${null}
  ${'Facture'}                  | ${'Reçue'}                                      | ${null}
  ${'Facture'}                  | ${'Reçue le 12/03/2023'}                        | ${null}
  ${'Facture'}                  | ${'1/3'}                                        | ${null}
  ${'Facture'}                  | ${'3 factures'}                                 | ${null}
  ${'Date facture'}             | ${'FA-77'}                                      | ${null}
`('$heading: $cell', ({ heading, cell, told }: { heading: string; cell: string | number | null; told: unknown }) => {
  const columns = tellingColumnsAmong([{ column: 3, heading }]);
  expect(toldBy(columns, [null, cell], 2)).toEqual(told);
});

test.each([
  ...['Gestion anticipée', 'EJ en gestion anticipée', 'Engagement anticipé 2024', 'Étude (engagement anticipé 2024)'],
  ...['Étude - EJ anticipé sur crédits 2024', 'Maintenance en gestion anticipée', 'Bail, EJ 1400000001 anticipé'],
  ...['Étude (EJ pris par anticipation)', 'Billets engagés par anticipation'],
])('the label « %s » names a commitment in advance', (label) => {
  expect(toldBy(tellingColumnsAmong([], [{ column: 0, heading: 'Objet' }]), [label], 0)).toEqual({ isInAdvance: true });
});

test.each([
  ...['Réservation anticipée', 'Billets pris par anticipation', 'Étude (réservation anticipée)', 'Livraison anticipée'],
  ...['Formation : gestion anticipée des conflits', 'Étude sur la gestion anticipée', 'Gestion anticipée des emplois'],
  ...['Départ anticipé', 'Paiement anticipé', 'Solde anticipé', 'Billet (achat anticipé)', 'Abonnement anticipé'],
  ...[
    'Engagement anticipé des élèves',
    'Étude de l’engagement anticipé',
    'Résiliation par anticipation de l’EJ',
    'Étude',
  ],
])('the label « %s » names what is bought', (label) => {
  expect(toldBy(tellingColumnsAmong([], [{ column: 0, heading: 'Objet' }]), [label], 0)).toBeNull();
});

test.each`
  label                        | day       | rules
  ${'EJ en gestion anticipée'} | ${45_260} | ${['PER-03']}
  ${'Gestion anticipée 2024'}  | ${45_260} | ${['PER-03']}
  ${'Gestion anticipée 2024'}  | ${null}   | ${['DON-01', 'LEC-05']}
  ${'Réservation anticipée'}   | ${45_260} | ${[]}
`('« $label » committed on $day: $rules', ({ label, day, rules }) => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date d’engagement', 'Montant AE'];
  const rows = [headings, ['PDE', '1400000001', label as string, day as number | null, 100]];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const found = new Set(findings.map(({ rule }) => rule).filter((rule) => /^(?:PER|DON-01|LEC-05)/.test(rule)));
  expect([...found].sort()).toEqual(rules);
});

test('two columns of one row', () => {
  const columns = tellingColumnsAmong([
    { column: 0, heading: 'Début de suspension' },
    { column: 1, heading: 'Gestion anticipée' },
    { column: 2, heading: 'Fin de suspension' },
  ]);
  expect(toldBy(columns, [44995, 'x', 45021], 0)).toEqual({ suspension: 'Début de suspension', isInAdvance: true });
});
