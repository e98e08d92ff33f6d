/**
 * Labels of operations (« Objet ») as people type them: after the name of what is bought, or instead of it, the same
 * words as in a remark leave the same doubt (LEC-05). The names of what is bought leave none.
 */
import { marksIn } from '../../../../support/ledgers/marks-under';
import { silentAmong, textsIn } from '../../../../support/ledgers/silent-words';

const AFTER_THE_NAME: Readonly<Record<string, string>> = {
  'for others, or shared': `
    hors convention | non éligible | imputé à tort | à réimputer sur SF | payé par le SG | financé par un autre programme
    | 50 % DGEFP / 50 % DGE | La moitié revient à l’autre direction | à répartir sur les deux enveloppes | à retirer du
    suivi | rétablissement de crédits | remboursée | refacturée DITP | refacturée 30 % | 30 % refacturés | la DITP prend
    le solde | solde à la charge de la DITP | partiellement remboursée | remboursée par la DITP`,
  'another amount': `
    à confirmer | réellement payé 480 € | facturé 480 € seulement | pénalités à déduire | montant à mettre à jour`,
  'cancelled, a test or still to come': `
    annulée | mission annulée | abandonnée | non réalisé | plus de besoin | visa refusé | fictif | test | hypothèse |
    à signer | non engagé | EJ à créer | brouillon | en attente de visa | reporté en 2024`,
  'paid twice or not due': `
    payée deux fois | déjà payé sur DP 0100200300 | facture non reçue | service non fait | non livré | doublon`,
  'another year': `
    exercice 2022 | crédits 2024 | gestion 2024 | à imputer en 2024 | régularisation 2022`,
};

const INSTEAD_OF_A_NAME = `
    Mission annulée | Formation annulée | Abonnement résilié | À confirmer | Non éligible | Non réalisé | Imputé à tort |
    Pris sur un autre budget | Payé par le SG | À retirer du suivi | À signer | EJ non créé | Facture payée deux fois |
    Exercice 2022 | Crédits 2024 | Plus de besoin | Absent de Chorus | EJ bloqué par le CBCM | Engagement suspendu | Gelé |
    En attente de visa | Avis défavorable du CBCM | Marché suspendu`;

const AT_THE_END_OF_A_NAME = `
    Formation refacturée à la DITP | Étude remboursée par la DITP | Étude payée par le SGAE | Séminaire financé par la
    DITP | Étude cofinancée avec la DINUM | Traduction prise en charge par la DITP | Étude refacturée à la DGEFP`;

/** After the name, without a sign between. */
const WITHOUT_A_SIGN = `
    Développement annulé | Développement ABANDONNÉ | Prestation de conseil annulée | Développement lot 1 annulée |
    Développement de l’outil annulé | Étude à annuler | Étude en double | Étude déjà comptée | Étude non éligible | Étude
    non retenue, annulée | Étude imputée par erreur | Étude transférée à la DINUM | Étude reportée en 2024 |
    Développement à imputer sur SF | Prestation payée par le BOP 134 | Prestation financée par le programme 134 |
    Licences imputées sur le P218 | Étude hors convention | Étude HORS DÉLÉGATION | Étude à ne pas compter | Étude pour
    mémoire | Étude sur les projets financés par la Région annulée | Étude de plateforme sans suite | Étude de
    plateforme hors convention |
    Développement de la nouvelle interface de la plateforme des entreprises, puis des données et des essais annulé`;

const ORDINARY = `
    Gelée royale | Marché à bons de commande | Blocage de porte | Marché en ligne | Plafond suspendu |
    Étude pays tiers | Création compte Twitter | Rapport annuel | Yearly report | Impression en double exemplaire |
    Billets à retirer en gare | Reprise de données supprimées | Remplacement d’un poste supprimé | Indemnité marché
    résilié | Frais de mission annulée | Formation réglée par carte | Matériel retiré en magasin | Licences transférées
    au nouveau poste | Site basculé vers le cloud | Étude imputée à l’activité 0104 | Prestation payée à la commande |
    Abonnement réglé d’avance | Salle non réservée | Transport déjà réservé | Guide des aides remboursées | Refus de
    vente | Étude hors périmètre | Étude hors convention collective |
    Formation annulation de dettes | Formation : gestion anticipée des conflits | Enquête sur les annulations de
    commandes | Étude sur les refus de crédit (phase 2) | Location de salle - annulation sans frais | Nettoyage de base
    : suppression des doublons | Rapport annuel 2022 (impression) | Hébergement (année 2024) | Étude (facture 2022) |
    Marché 2021-045 - lot 2 | Campagne de tests - lot 1 | Outil de simulation - évolution | Modèle de prévision : mise à
    jour | Étude de faisabilité : préparation du marché | Audit (validation des livrables) | Étude (achat sans mise en
    concurrence) | Accompagnement DITP - transformation | Atelier DGE / DGEFP | TMA (part forfaitaire) | Acompte 30 % -
    étude | Subvention, solde 2023 | Étude (tranche optionnelle 1 affermie) | Étude (pénalités déduites) | Étude (remise
    de 10 % déduite) | Étude (en cours) | Étude (PDE) | Publication BOAMP - avis d’attribution | À Paris : séminaire |
    Sur mesure : développement | Non-conformité électrique : réparation | Erreur 404 : correction du site | Double écran
    (2) | Hors-série : impression du numéro 3 | Prise en charge des frais de déplacement des experts | Engagement
    complémentaire - marché 12 | Exercice de crise - animation | Gestion des emplois et compétences (GPEC) | Dépenses de
    communication | Montant forfaitaire mensuel - TMA | Support (hors week-end) | Site internet - bascule vers le
    nouveau serveur | Frais de mission (remboursés) | Note de frais (remboursée) | Étude (solde 2023) | Formation (30 %
    facturés) | Billets (échangeables, remboursables) | Étude sur la refacturation interne | Étude des coûts refacturés
    | Étude sur les projets financés par la Région | Évaluation des projets cofinancés par le FSE | Analyse des frais
    remboursés par la Région | Étude commandée par la DITP | Solde marché DITP | Prestation pour la DITP | Formation
    organisée par la DGE | Étude payée par la DGE`;

test.each(Object.entries(AFTER_THE_NAME))('%s: each is reported after the name of what is bought', (_, doubts) => {
  const labels = textsIn(doubts).flatMap((doubt) => [`Étude (${doubt})`, `Maintenance - ${doubt}`]);
  expect(silentAmong('Objet', labels)).toEqual([]);
});

test('the name of an operation that ends with who pays for it is reported', () => {
  expect(silentAmong('Objet', textsIn(AT_THE_END_OF_A_NAME))).toEqual([]);
});

test('a clause after the name without a sign before it is reported', () => {
  expect(silentAmong('Objet', textsIn(WITHOUT_A_SIGN))).toEqual([]);
});

test('a label that is a remark is reported', () => {
  expect(silentAmong('Objet', textsIn(INSTEAD_OF_A_NAME))).toEqual([]);
});

test('ordinary labels are not reported', () => {
  const labels = textsIn(ORDINARY);
  const silent = new Set(silentAmong('Objet', labels));
  expect(labels.filter((label) => !silent.has(label))).toEqual([]);
});

describe('a label without an EJ, by which nothing is engaged yet', () => {
  const HEADINGS = ['Axe 2', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Date paiement', 'État'];
  const marksOf = (label: string, beside: { ej?: string; paidOn?: number; state?: string } = {}): readonly string[] => {
    const { ej = null, paidOn = null, state = null } = beside;
    const row = ['PDE', ej, label, 45_000, 100, paidOn && 100, paidOn, state];
    const others = ['PDE', '1400000001', 'Maintenance', 45_000, 700, null, null, null];
    return marksIn({ name: 'Suivi', rows: [HEADINGS, others, row] }).map(({ raw }) => raw);
  };

  test.each([
    ...['[PREV] Étude', 'PREV Étude 2', '[Projet] Étude', 'Audit (projet)', 'Étude (en projet)', 'Étude - projet d’EJ'],
    ...['Étude (budgété)', 'Étude [à budgéter]', 'Étude (prév.)', 'Étude (estimation)', 'Formation - devis en attente'],
    ...['Formation (en attente de devis)', 'Formation (devis non signé)', 'Étude 7 : à valider par la SD'],
    ...[
      'Étude (à signer en mai)',
      'Study (planned)',
      'Study - to be approved by the board',
      'Training (quote pending)',
    ],
  ])('« %s » is reported', (label) => {
    expect(marksOf(label)).toEqual([label]);
  });

  test.each([
    ...['Projet', 'Projet : refonte du site', 'Audit (projet Alpha)', 'Gestion de projet', 'AMO (projet SI)'],
    ...['Formation - prévu (commandée)', 'Étude - programmée ; BC signé le 10/01', 'Audit (projet), EJ notifié'],
    ...['Prév. incendie', 'Formation (prévention)', 'Budget participatif (animation)', 'Étude (programme 103)'],
    ...[
      'Formation - devis 2023-12',
      'Étude (devis signé)',
      'Devis n° 12',
      'Salon (préparation)',
      'Outil de simulation (2)',
    ],
    ...[
      'Étude (rédaction)',
      'Notifications SMS',
      'Lancement du site (mai)',
      'Étude des besoins (estimation des coûts)',
      'Study (phase 1)',
    ],
  ])('« %s » is what is bought', (label) => {
    expect(marksOf(label)).toEqual([]);
  });

  test.each([
    ['with an EJ', { ej: '1400000002' }],
    ['paid', { paidOn: 45_010 }],
    ['with its own state', { state: 'Engagé' }],
  ])('none %s', (_, beside) => {
    expect(marksOf('Audit (projet)', beside)).toEqual([]);
  });
});
