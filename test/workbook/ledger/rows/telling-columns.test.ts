/** Columns that nothing else reads, with further facts of their row. */
import { tellingColumnsAmong, toldBy } from '../../../../src/workbook/ledger/rows/marks/telling-columns';

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

test('two columns of one row', () => {
  const columns = tellingColumnsAmong([
    { column: 0, heading: 'Début de suspension' },
    { column: 1, heading: 'Gestion anticipée' },
    { column: 2, heading: 'Fin de suspension' },
  ]);
  expect(toldBy(columns, [44995, 'x', 45021], 0)).toEqual({ suspension: 'Début de suspension', isInAdvance: true });
});
