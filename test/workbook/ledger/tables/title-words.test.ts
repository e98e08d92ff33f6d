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
  ...['Rappel', 'Rappel convention précédente', 'Rappel des engagements 2022', 'Rappel conv. précédente', 'Historique'],
  ...['Ancien', 'Ancien tableau', 'Hypothèses', 'Hypothèse 2', 'Scénario B', 'Scénario bas', 'Variante', 'Simul'],
  ...[
    'Simulation avenant',
    'Copie',
    'Copie du 12/05',
    'Sauvegarde',
    'Modèle',
    'Essai',
    'Prévi',
    'Prév. 2024',
    'Bac à sable',
  ],
  ...['Devis reçus', 'Besoins exprimés', 'Pistes', 'Stand by', 'Stand-by', 'En attente', 'Sous réserve', 'Abandons'],
  ...['Sous réserve de crédits', 'Basculés sur le P134', 'Transférés vers la DINUM', 'Réimputés', 'EJ réimputés'],
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

test.each([
  ...['Rappel : saisir les EJ en TTC', 'Rappels à domicile', 'Anciens EJ', 'Anciens marchés', 'Variante retenue'],
  ...['Devis signés', 'Copies et impressions', 'Sauvegarde des données', 'Pistes cyclables', 'Modélisation'],
  ...['Essais cliniques', 'Basculés', 'Basculés sur 2023', 'Besoins en formation'],
  ...['Simulation numérique', 'Historique de la convention', 'Scénario retenu', 'Abandons de créances', 'Projets 2023'],
])('the title « %s » is ordinary, and so is the sheet of that name', (title) => {
  const of2023 = { creditYear: 2023, namesOther: () => false };
  expect([doubtOfTitle(title, of2023), doubtOfSheet(title, of2023)]).toEqual([null, null]);
});

test('« Projets 2024 », « Demandes »: drafts of another year, and what is asked for, which a sheet may number', () => {
  const of2023 = { creditYear: 2023, namesOther: () => false };
  expect([doubtOfTitle('Projets 2024', of2023), doubtOfSheet('Projets 2024', of2023)]).toEqual(['all', 'all']);
  expect([doubtOfTitle('Demandes', of2023), doubtOfSheet('Demandes', of2023)]).toEqual(['commitments', null]);
  expect(doubtOfTitle('Demandes de paiement', of2023)).toBeNull();
});

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
