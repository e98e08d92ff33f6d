/** Columns of answers, « Oui » or « Non »: which of them give the state of the EJ, and none of them an amount. */
import { readAs, readingOf, sheetOf, type Column } from '../../../support/ledgers/sheet-of-columns';

const COLUMNS: readonly Column[] = [
  ['Enveloppe', ['PDE', 'PDE', 'SF', 'SF']],
  ['N° EJ', ['1405512301', '1405512302', '1405512303', '1405512304']],
  ['Date EJ', [45000, 45010, 45020, 45030]],
  ['Montant AE', [1000, 2000, 3000, 4000]],
];
const ANSWERS = ['Oui', 'Non', 'Oui', 'Non'] as const;

test.each([
  ...['Commande', 'Bon de commande', 'Engagement pluriannuel', 'Engagement initial', 'Type engagement', 'Action'],
  ...['Action prioritaire', 'Plan d’action', 'Activation', 'BC envoyé', 'Mail envoyé', 'Envoyé au CBCM', 'Vu'],
  ...['Devis signé', 'Devis accepté', 'PV signé', 'Avenant signé', 'Contrat signé', 'CCTP validé', 'Besoin validé'],
  ...['Validé', 'Validé par la DAF', 'Validé DGEFP', 'Approuvé', 'EJ validé', 'Tranche ferme', 'Confirmation'],
])('« Non » under « %s » leaves the EJ in the figures', (heading) => {
  expect(readingOf(sheetOf([...COLUMNS, [heading, ANSWERS]])).ae).toEqual([3000, 7000]);
});

test.each(['Validé', 'Validé par la DAF', 'Approuvé', 'Commande'])('« Non » under « %s » is reported', (heading) => {
  expect(readingOf(sheetOf([...COLUMNS, [heading, ANSWERS]])).rules).toContain('LEC-05');
});

test.each(['Engagé ?', 'EJ engagé', 'Signé (O/N)', 'EJ signé', 'BC signé', 'Notifié', 'Commande notifiée', 'Statut'])(
  '« Non » under « %s » is the state of a draft',
  (heading) => {
    expect(readAs('status', [...COLUMNS, [heading, ANSWERS]])).toEqual([heading, heading]);
  },
);

test.each([
  ['Payé', ANSWERS],
  ['Réglé', ANSWERS],
  ['Mandaté', ['Oui', 'Non', 'Partiel', 'Non']],
  ['Versé', ['X', null, 'X', null]],
  ['Liquidé', ['oui', 'non', 'oui', 'non']],
  ['Paiement', ['fait', 'en cours', 'fait', 'à faire']],
  ['CP', ANSWERS],
  ['Payé', [true, false, true, false]],
] as const)('answers under « %s » are no amount, and AE counts: %j', (heading, cells) => {
  const { ae, cp } = readingOf(
    sheetOf([...COLUMNS, [heading, cells], ['Date de paiement', [45100, null, 45110, null]]]),
  );
  expect({ ae, cp }).toEqual({ ae: [3000, 7000], cp: [NaN, NaN] });
});

test('an amount of CP that cannot be read stays a fault of its cell', () => {
  const columns: Column[] = [
    ...COLUMNS,
    ['Montant CP', ['Oui', 'Non', 'Oui', 'Non']],
    ['Payé le', [45100, null, 45110, null]],
  ];
  expect(readingOf(sheetOf(columns)).rules).toContain('DON-01');
});
