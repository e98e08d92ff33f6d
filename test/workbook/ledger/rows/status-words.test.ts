/** The statuses that teams type, by their meaning. */
import { statusOfCell, statusOfWords, statusUnder } from '../../../../src/workbook/ledger/rows/status-words';

const table = (texts: readonly string[], status: string): (readonly [string, string])[] =>
  texts.map((text) => [text, status]);

test.each([
  ...table(['', 'Notifié', 'NOTIFIEE', 'Signé', 'signée le 12/03', 'Engagé', 'Validé', 'Visé', 'EJ validé'], 'firm'),
  ...table(['Soldé', 'Payé', 'Clos', 'Clôturé', 'Terminé', 'SF', 'SF constaté', 'Service fait', 'Fait', 'OK'], 'firm'),
  ...table(['En cours', 'En cours d’exécution', 'En cours de livraison', 'En cours de paiement', 'À payer'], 'firm'),
  ...table(['À facturer', 'À solder', 'Non payé', 'Non soldé', 'En attente de facture', 'En attente de SF'], 'firm'),
  ...table(['Demande de paiement', 'Paiement prévu', 'Commandé', 'BC envoyé', 'Visa obtenu', 'Actif', 'Vu'], 'firm'),
  ...table(
    ['Projet', 'PROJET DE BC', 'Prévu', 'Prévisionnel', 'Brouillon', 'draft', 'En attente', 'pending'],
    'project',
  ),
  ...table(['Demande d’achat', 'DA', 'DA validée', 'Demande', 'En préparation', 'Proposé', 'Request'], 'project'),
  ...table(
    ['À signer', 'A SIGNER', 'à valider', 'À faire signer', 'À engager', 'à notifier', 'En signature'],
    'project',
  ),
  ...table(['En cours de signature', 'en cours de validation', 'Signature en cours', 'Au visa', 'À viser'], 'project'),
  ...table(
    ['Non signé', 'Non engagé', 'Pas encore notifié', 'non validé', 'Not committed', 'Engagement à venir'],
    'project',
  ),
  ...table(
    ['En attente de signature', 'En attente du visa', 'En approbation', 'Soumis au visa', 'Brouilon'],
    'project',
  ),
  ...table(
    ['Annulé', 'ANNULÉE', 'Abandonné', 'Supprimé', 'Caduc', 'Sans suite', 'Clos sans suite', 'Devenu sans objet'],
    'cancelled',
  ),
  ...table(
    ['EJ annulé le 12/03', 'Commande annulée par la DGE', 'Abandonné faute de crédits', 'Refus CBCM'],
    'cancelled',
  ),
  ...table(['Visa refusé', 'Refus de visa', 'Rejeté', 'Demande refusée', 'Avis défavorable', 'Cancelled'], 'cancelled'),
  ...table(['Réel', 'Engagement réel', 'Définitif', 'Certain'], 'firm'),
  ...table(['Sans visa', 'Dispensé de visa', 'Visa non requis', 'Non soumis à visa', 'Visa sans objet'], 'firm'),
  ...table(['Débit', 'Débité'], 'firm'),
  ...table(['CP en attente', 'CP 2024 à prévoir', 'CP prévus'], 'firm'),
  ...table(['AE et CP à engager', 'AE/CP en attente'], 'project'),
  ...table(['EJ anticipé', 'Gestion anticipée', 'EJ en gestion anticipée', 'Engagé par anticipation'], 'firm'),
  ...table(['Anticipé sur les crédits 2024', 'EJ anticipé 2024'], 'firm'),
  ...table(['EJ', 'EJ 1400000001', 'EJ créé', 'EJ en cours', 'Serveur en attente de livraison'], 'firm'),
  ...table(['EJ à créer', 'EJ à valider', 'EJ demandé', 'EJ en attente', 'EJ non créé'], 'project'),
  ...table(['Pré-engagement', 'Future commande', 'Nouvelle demande', 'Demandée le 3 mars', 'Prévu en mars'], 'project'),
  ...table(
    ['Convention en attente de signature', 'En attente retour fournisseur', 'À signer par M. Martin', 'DGE à valider'],
    'project',
  ),
  ...table(['Mise en concurrence', 'Devis reçu', 'Devis demandé', 'Devis non reçu', 'Consultation lancée'], 'project'),
  ...table(
    ['En cours de passation', 'Consultation en cours', 'Appel d’offres', 'AO lancé', 'Offres reçues'],
    'project',
  ),
  ...table(['Analyse des offres en cours', 'Sourcing', 'DCE en cours de rédaction', 'Quote received'], 'project'),
  ...table(['Devis reçu le 12/03, BC signé', 'Devis accepté', 'Attribué après mise en concurrence'], 'firm'),
  ...table(['Abandon faute de crédits', 'Annulation EJ 1400000001', 'Annulation totale', 'Rejet du visa'], 'cancelled'),
  ...table(['Annulé à la demande de la DGE', 'Annulé, nouvelle demande en cours', 'Abandon du projet'], 'cancelled'),
] as const)('« %s » is %s', (text, status) => {
  expect(statusOfWords(text)).toEqual({ status, isKnown: true });
});

test.each([
  ...[
    'Suprimé',
    'Commande suprimée',
    'Sans objet',
    'Conforme',
    'Non conforme',
    'Annuel',
    'Annuelle',
    'Annuité',
    'Réduction',
    'Réfaction',
    '9',
  ],
  ...['Demandeur DGE', 'Signataire', 'Commanditaire', 'Prévisionniste', 'Soumissionnaire', 'Requester'], // who
  ...[
    'Bureau des projets',
    'Chef de projet',
    'Demande DGE',
    'Salle d’attente',
    'Appel à projets',
    'Sauvegardes serveurs',
  ],
  ...['Abandon de poste', 'Rejets d’eaux', 'Effacement de dettes', 'Fermeture', 'Rien à signer', 'Draft beer'], // of what
  ...['Annulation demandée', 'Annulation en cours', 'Demande d’annulation', 'À annuler', 'Annulation pour partie'],
  ...['Prévu puis engagé', 'Projet signé', 'Demande engagée', 'Pré-engagé', 'Non prévu', 'Sans EJ'],
  ...['Transféré SF', 'Réimputé sur SF', 'Sur SF', 'À engager SF', 'Projet SF', 'Demande d’achat SF'], // an envelope
  ...['Procédure en cours', 'Attribution en cours', 'Consultation terminée', 'Consultation', 'Devis n° 12'], // before an EJ
  ...['Sans mise en concurrence', 'Pas de mise en concurrence', 'Consultation juridique'],
  ...['Lancé', 'Marché lancé', 'Procédure lancée', 'Remboursé', 'Remboursé par le titulaire', 'À rembourser'],
  ...['Pas fait', 'Non fait', 'Pas encore faite'],
  ...['Vert', 'Lot 2', 'Suspendu', 'Reporté', 'Visa', 'Validation', 'Partiellement annulé', 'Non annulé', '???'],
])('« %s » is not known, and is firm out of prudence', (text) => {
  expect(statusOfWords(text)).toEqual({ status: 'firm', isKnown: false });
});

test.each([
  ...['SF', 'SF fait', 'SF en attente', 'En attente de SF', 'SF transféré au CSP', 'Facture transférée, SF fait'],
  ...['Engagé SF', 'Payé SF', 'Passé en SF', 'SF prévu', 'Commande lancée', 'BC lancé', 'En cours', 'Marché en cours'],
  ...['Travaux en cours', 'Commande en cours', 'Devis signé', 'Remboursé à l’agent', 'Avance remboursée', 'Livré'],
])('« %s » is that of a firm EJ', (text) => {
  expect(statusOfWords(text)).toEqual({ status: 'firm', isKnown: true });
});

test.each([
  ...['Annulé ?', 'Annulé (?)', 'Abandonné ?', 'Sans suite ?', 'Supprimer ?', 'Projet ?', 'Notifié ?'],
  ...[
    'Annulé, à confirmer',
    'Annulé à vérifier',
    'Sans suite (à confirmer)',
    'Annulé sous réserve',
    'Annulé sauf avis contraire',
  ],
])('« %s » is a doubt: the row counts, and the word is reported', (text) => {
  expect(statusOfCell(text)).toEqual({ status: 'firm', isKnown: false });
});

test.each([
  ['Engagé ?', 'Oui', 'firm'],
  ['Engagé ?', 'Non', 'project'],
  ['Signé (O/N)', 'N', 'project'],
  ['Notifié', 'FAUX', 'project'],
  ['Payé ?', 'Non', 'firm'],
  ['Annulé ?', 'Oui', 'cancelled'],
  ['État', 'Oui', 'firm'],
  ['Engagé ?', 'Annulé', 'cancelled'],
])('under « %s », « %s » is %s', (heading, text, status) => {
  expect(statusOfCell(statusUnder(heading, text)).status).toBe(status);
});
