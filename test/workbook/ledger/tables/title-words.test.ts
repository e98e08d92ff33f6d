/** Titles, and names of sheets, of what is not taken up, set aside, not paid, or on the credits of somebody else. */
import { doubtOfSheet, doubtOfTitle, lowers } from '../../../../src/workbook/ledger/tables/title-words';

test.each([
  ...['Tranches optionnelles', 'Tranches non affermies', 'Options non levées', 'Lots infructueux', 'EJ à créer'],
  ...[
    'EJ en attente',
    'Marchés en préparation',
    'En cours de signature',
    'Mise en réserve',
    'Provisions',
    'Besoins T4',
  ],
  ...['EJ suspendus', 'Gelés', 'Commandes bloquées', 'Corbeille', 'Archives', 'Projets', "Projets d'EJ"],
  ...['Titre 2', 'Dépenses de titre 2', 'Personnel (T2)', 'Titre 2 - Personnel', 'Co-financement DITP'],
  ...['Autres financeurs', 'Cofinancement', 'Fonds de concours', 'Part région', 'Inéligibles', 'PM'],
])('the title « %s » leaves all its rows in doubt, and so does the sheet', (title) => {
  expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual(['all', 'all']);
});

test.each([
  'DP en cours',
  'Rejets comptables',
  'À payer en 2024',
  'Charges à payer',
  'CAP 2023',
  ...['CP à payer', 'DP à émettre', 'CP restants', 'CP non payés', 'Échéancier CP', 'Prochains paiements'],
  'Factures litigieuses',
])('the title « %s » leaves its payments in doubt', (title) => {
  expect(doubtOfTitle(title, null)).toBe('payments');
});

test.each(['CP 2024', 'Paiements 2022', 'CP payés en 2024'])(
  'the title « %s » leaves in doubt the payments of another year than its own',
  (title) => {
    const of2023 = { creditYear: 2023, namesOther: () => false };
    expect([doubtOfTitle(title, of2023), doubtOfSheet(title, of2023)]).toEqual(['paidElsewhere', 'paidElsewhere']);
    expect(doubtOfTitle(title.replace(/20../, '2023'), of2023)).toBeNull();
  },
);

test.each(['En litige', 'Contentieux'])(
  'the title « %s » leaves its payments in doubt, and so does the sheet',
  (title) => {
    expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual(['payments', 'payments']);
  },
);

test.each(['Projets numériques', 'Titre 3', 'Hors titre 2', 'HT2', 'EJ soldés', 'Factures', 'Lot 2'])(
  'the title « %s » is ordinary, and so is the sheet',
  (title) => {
    expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual([null, null]);
  },
);

test.each(['Suivi des EJ', 'Marchés', 'Tranches fermes', 'Personnel', 'Prestations', 'Paiements', 'Lots', 'Part PDE'])(
  'the title « %s » leaves none',
  (title) => {
    expect(doubtOfTitle(title, null)).toBeNull();
  },
);

test.each([
  ['Annulations de paiement', 'lowers'],
  ['Annulations de DP 2023', 'lowers'],
  ['Avoirs', 'lowers'],
  ['Rejets de paiement', 'positive'],
  ['Rejets DP', 'positive'],
  ['Retours de virements', 'positive'],
  ['Remises', 'positive'],
  ['Remises à niveau', null],
  ['Annulations et paiements', null],
])('a plus under « %s », a title or a sheet: %s', (title, expected) => {
  expect(lowers(title) ? 'lowers' : doubtOfTitle(title, null)).toBe(expected);
  expect(lowers(title) ? 'lowers' : doubtOfSheet(title, null)).toBe(expected);
});
