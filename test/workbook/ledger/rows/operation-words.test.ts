/** The operations that lower, by their words. */
import {
  isCancelledPayment,
  isKnownOperation,
  loweringOfLabel,
  loweringOfOperation,
  namesOperation,
} from '../../../../src/workbook/ledger/rows/operation-words';

test.each`
  operation                         | lowers              | certainty
  ${'Retrait'}                      | ${'commitment'}     | ${'sure'}
  ${"RETRAITS D'ENGAGEMENT"}        | ${'commitment'}     | ${'sure'}
  ${'Dégagement partiel'}           | ${'commitment'}     | ${'sure'}
  ${'EJ – désengagement'}           | ${'commitment'}     | ${'sure'}
  ${'Decommitment'}                 | ${'commitment'}     | ${'sure'}
  ${'Avoir'}                        | ${'both'}           | ${'sure'}
  ${"Annulation partielle de l'EJ"} | ${'both'}           | ${'sure'}
  ${'Diminution'}                   | ${'both'}           | ${'sure'}
  ${'Reversement'}                  | ${'both'}           | ${'likely'}
  ${'Remboursement du titulaire'}   | ${'both'}           | ${'likely'}
  ${'Clawback'}                     | ${'both'}           | ${'likely'}
  ${'Trop-perçu'}                   | ${'both'}           | ${'likely'}
  ${'Contre-passation'}             | ${'both'}           | ${'sure'}
  ${'Clôture'}                      | ${'commitmentOnly'} | ${'likely'}
  ${'Solde EJ'}                     | ${'commitmentOnly'} | ${'possible'}
  ${'Apurement de l’EJ'}            | ${'commitmentOnly'} | ${'possible'}
  ${'Avenant en moins'}             | ${'commitment'}     | ${'likely'}
  ${'Avenant négatif'}              | ${'commitment'}     | ${'likely'}
  ${'Moins-value'}                  | ${'commitment'}     | ${'likely'}
  ${'Baisse'}                       | ${'commitment'}     | ${'likely'}
  ${'Réfaction'}                    | ${'both'}           | ${'likely'}
  ${'Déduction'}                    | ${'both'}           | ${'likely'}
  ${'Transfert vers SF'}            | ${'both'}           | ${'possible'}
  ${'CLOTURE EJ'}                   | ${'commitmentOnly'} | ${'likely'}
  ${"Résorption d'avance"}          | ${'both'}           | ${'likely'}
  ${'Précompte avance'}             | ${'both'}           | ${'likely'}
  ${'Précompte'}                    | ${'both'}           | ${'likely'}
  ${'Remb. avance'}                 | ${'both'}           | ${'likely'}
  ${'Rbt avance'}                   | ${'both'}           | ${'likely'}
  ${'Rétabl. de crédits'}           | ${'both'}           | ${'likely'}
  ${'Note de crédit n° 12'}         | ${'both'}           | ${'likely'}
  ${'Crédit fournisseur'}           | ${'both'}           | ${'likely'}
  ${'Supplier credit'}              | ${'both'}           | ${'likely'}
  ${'Credit memo 12'}               | ${'both'}           | ${'likely'}
  ${'Crédit'}                       | ${'both'}           | ${'possible'}
  ${'Dé-engagement'}                | ${'commitment'}     | ${'sure'}
  ${'De-commitment'}                | ${'commitment'}     | ${'sure'}
  ${'Commitment decrease'}          | ${'commitment'}     | ${'likely'}
  ${'Facture 3, résorption avance'} | ${'both'}           | ${'possible'}
  ${'Recette'}                      | ${'both'}           | ${'possible'}
  ${'Titre de perception'}          | ${'both'}           | ${'possible'}
`('« $operation » lowers $lowers: $certainty', ({ operation, lowers, certainty }: Record<string, string>) => {
  expect(loweringOfOperation(operation ?? '')).toEqual({ lowers, certainty });
});

test.each([
  '',
  'EJ',
  'Engagement initial',
  'Marché',
  'MAPA',
  'Débit',
  'Subvention',
  'Convention',
  'Avenant',
  'Bon de commande',
  'DP',
  'Paiement',
  'Facture',
  'Gestion anticipée',
  'Complément',
  'EJ clôturé',
  'Hors avoir',
  'Avant retrait',
  'Annulation de retrait',
  'Annule et remplace',
  "Annulation d'un avoir",
  'Remboursement de frais de mission',
  'Retraites',
  'Remise en état',
  'Recette applicative',
  'Virement',
  'Remb. frais de mission',
  'Restitution de la retenue de garantie',
  'Remboursement RG',
  'Acompte avec résorption d’avance',
  'Acompte net de résorption d’avance',
  'Précompte URSSAF',
  'Résorption bidonvilles',
  'Remblai',
  'DP annulée',
  'Paiement annulé',
  'DP 0100200300 annulée',
])('« %s » lowers nothing', (operation) => {
  expect(loweringOfOperation(operation)).toBeNull();
});

test.each`
  label                                 | certainty
  ${'Retrait d’engagement'}             | ${'sure'}
  ${'Retrait partiel EJ 1405700001'}    | ${'sure'}
  ${'AVOIR sur facture n° 12'}          | ${'sure'}
  ${'Désengagement du solde de l’EJ'}   | ${'sure'}
  ${'Avoir Dupont'}                     | ${'possible'}
  ${'Trop-perçu 2022'}                  | ${'possible'}
  ${'TROP PERCU sur DP 12'}             | ${'possible'}
  ${'Trop versé au titulaire'}          | ${'possible'}
  ${'Indu Dupont'}                      | ${'possible'}
  ${'Régularisation du trop-perçu'}     | ${'possible'}
  ${'Restitution de trop-versé'}        | ${'possible'}
  ${'Note de crédit n° 12'}             | ${'possible'}
  ${'Note de cadrage'}                  | ${null}
  ${'Extourne facture 12'}              | ${'sure'}
  ${'Contre-passation'}                 | ${'sure'}
  ${'Désaffectation'}                   | ${'sure'}
  ${'Trop de retard'}                   | ${null}
  ${'Industrie du futur'}               | ${null}
  ${'Contre-expertise'}                 | ${null}
  ${'Prestation, retrait des dossiers'} | ${null}
  ${'Retraite complémentaire'}          | ${null}
  ${'Remboursement de frais'}           | ${null}
  ${'Étude des avoirs'}                 | ${null}
`('the label « $label » lowers: $certainty', ({ label, certainty }: { label: string; certainty: string | null }) => {
  expect(loweringOfLabel(label)?.certainty ?? null).toBe(certainty);
});

test.each([
  ...['Retrait de déchets', 'Retrait amiante', 'Retrait des dossiers', 'Dégagement des allées', 'Dégagement toiture'],
  ...['Annule et remplace EJ 1405135460', 'Annule & remplace', 'Annulant et remplaçant EJ 1405135460'],
  ...['Annulation de bruit', 'Annulation active du bruit', 'Avoir confiance : film', 'Avoir les clés en main'],
  ...['Avoir accès aux données', 'Avoirs fiscaux : étude'],
  ...['Remise en état', 'Reprise de concession', 'Remise à niveau', 'Réduction de bruit', 'Libération des locaux'],
])('« %s » is an ordinary purchase', (label) => {
  expect(loweringOfLabel(label)).toBeNull();
});

test.each([
  ...['Retrait de licence', 'Retrait du matériel', 'Retrait Octo', 'Retrait de l’EJ déchets', 'Dégagement sur étude'],
  ...['Annulation de la mission', 'Annulation du train', 'Avoir La Poste', 'Avoir de 500 €', 'Avoir licences'],
])('« %s » is read as what lowers, or may', (label) => {
  expect(loweringOfLabel(label)).not.toBeNull();
});

test.each([
  'Engagement',
  'EJ initial',
  'Retrait',
  'Avenant n° 2',
  'Affermissement',
  'Acompte 1',
  'DP',
  'Service fait',
  'Remise',
])('« %s » is an operation', (operation) => expect(isKnownOperation(operation)).toBe(true));

test.each([
  ...['Intérêts moratoires', 'DGD', 'Décompte général', 'Carte achat', 'Relevé CA', 'Frais de mission Lyon'],
  ...['Note de frais', 'Cession de créance', 'Décision attributive', 'Libération RG', 'Remboursement agent'],
])('« %s » is an ordinary operation, by words of a kind of expense too', (operation) => {
  expect([isKnownOperation(operation), namesOperation(operation)]).toEqual([true, false]);
});

test.each(['Décision de rejet', 'Décision défavorable', 'Frais non éligibles', 'Carte', 'Retenue de garantie'])(
  '« %s » is in doubt',
  (operation) => expect(isKnownOperation(operation)).toBe(false),
);

test.each([
  ['DP annulée', true],
  ['Facture 12 annulée', true],
  ['Annulation DP', false],
  ['EJ annulé', false],
  ['Paiement partiellement annulé', false],
  ['Facture annulée et remplacée', false],
])('« %s » is the state of its own payment: %s', (operation, isOne) => {
  expect(isCancelledPayment(operation)).toBe(isOne);
});

test.each(['Prestation', 'Séminaire', 'Divers', '?', ''])('« %s » is not known as one', (operation) =>
  expect(isKnownOperation(operation)).toBe(false),
);

test.each(['Facture d’avoir', "Facture d'avoir F-12", 'Déduction', 'Précompte'])(
  '« %s » as a label may lower',
  (label) => {
    expect(loweringOfLabel(label)).toMatchObject({ lowers: 'both', certainty: 'possible' });
  },
);

test.each(['Remise des livrables', 'Facture 1', 'Déductions fiscales', 'Précompte URSSAF'])(
  '« %s » as a label lowers nothing',
  (label) => {
    expect(loweringOfLabel(label)).toBeNull();
  },
);

test.each([
  ...[
    'Remise commerciale',
    'Remise',
    'Remise 5 %',
    'Remise de 2,5 %',
    'Remise sur facture 12',
    'Remise de fin d’année',
  ],
  ...['Rabais', 'Ristourne', 'Ristourne fournisseur', 'Escompte 2 %', 'Escompte pour paiement anticipé', 'Pénalités'],
  ...['Réfaction de prix', 'Réduction de prix', 'Réduction tarifaire', 'Geste commercial', 'Crédit fournisseur'],
  ...['Retenue', 'Retenue 5 %', 'Retenue sur facture', 'Early payment discount', 'Discount 5 %', 'Price reduction'],
])('« %s » as a label may lower what was typed with a plus (DON-10)', (label) => {
  expect(loweringOfLabel(label)).toEqual({ lowers: 'both', certainty: 'possible' });
});

test.each([
  ...['Remise des prix', 'Remise de prix', 'Remise du rapport', 'Remise en service', 'Remise à jour', 'Remise n° 2'],
  ...['Remise sur site', 'Réduction des délais', 'Réduction des prix de l’énergie : étude', 'Retenue d’eau'],
  ...['Retenue à la source', 'Facture 2, remise déduite', 'Facture nette de remise', 'Carte de réduction SNCF'],
  ...[
    'Étude des rabais',
    'Crédit-bail',
    'Gestes et postures',
    'Révision de prix',
    'Prix du marché',
    'Discount store visit',
  ],
])('« %s » as a label lowers nothing', (label) => {
  expect(loweringOfLabel(label)).toBeNull();
});
