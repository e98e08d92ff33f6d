/** « Nature de la prestation » names what was bought: a poste only where its values do. « Nature de la dépense » is one. */
import { judged } from '../../../support/ledgers/judged';

const found = (heading: string, ...values: readonly string[]): readonly string[] =>
  judged([
    ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', heading, 'Montant AE', 'Date paiement', 'Montant CP'],
    ...values.map((value, at) => ['PDE', `140000000${at}`, 44_958, 'Octo', value, 1000, 45_036, 400]),
  ]).found;

test.each(['Nature de la prestation', 'Nature des prestations', 'Type de prestation', 'Catégorie de prestation'])(
  '« %s » over what was bought is no poste',
  (heading) => {
    expect(found(heading, 'Développement', 'Accompagnement', 'Communication')).toEqual([]);
  },
);

test('« Nature de la prestation » over postes is one, and its odd value is reported', () => {
  expect(found('Nature de la prestation', 'Prestations', 'Conseil', 'Frais annexes')).toEqual(['LEC-06 E3']);
});

test.each(['Nature de la dépense', 'Poste de dépense', 'Nature des charges'])('« %s » is the poste', (heading) => {
  expect(found(heading, 'Développement', 'Accompagnement')).toEqual(['LEC-06 E2', 'LEC-06 E3']);
});
