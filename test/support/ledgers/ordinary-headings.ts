/**
 * Headings that finance staff write, with the field that each names, and a right table in which one at a time replaces
 * the expected one.
 */
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../src/workbook/cells';

type Named = Readonly<Partial<Record<LedgerField, string>>>;

/** The headings of each field, separated by « | ». A new line is that of the cell. */
export const ORDINARY_HEADINGS: Named = {
  ministerialAxis2:
    'Enveloppe | Enveloppes | Axe min. 2 | AXE MIN 2 | Axe ministériel 2 | Axe 2 | Bénéficiaire | Bénéficiaires | Projet | Produit | Start-up | Dispositif | Code enveloppe | Ligne budgétaire | Action | Périmètre | Convention bénéficiaire | Programme bénéficiaire | Financement',
  budgetLine:
    'Poste de dépense | Postes de dépense | Poste | Nature de la dépense | Nature | Nature dépense | Type de dépense | Catégorie | Rubrique | Ligne | Poste budgétaire | Catégorie de dépenses | Famille | Type | Ligne budgétaire',
  ejNumber:
    'N° EJ | EJ | Numéro EJ | N° d’EJ | Réf. EJ | N° EJ Chorus | N° BC Chorus | N° BC | Bon de commande | N° commande | Engagement juridique | N° engagement | Num EJ | Réf Chorus | N° Chorus | EJ n° | Engagement | Référence EJ | N° marché/EJ | Commande',
  supplier:
    'Titulaire | Fournisseur | Prestataire | Tiers | Société | Raison sociale | Nom du fournisseur | Bénéficiaire | Entreprise | Titulaire du marché | Créancier | Attributaire | Cocontractant | Fournisseur / prestataire | Bénéficiaire du paiement',
  label:
    'Objet | Libellé | Objet de la dépense | Intitulé | Désignation | Description | Objet de la commande | Détail | Libellé de la dépense | Prestation | Intitulé de la prestation | Objet du marché',
  commitmentDate:
    'Date EJ | Date engagement | Date d’engagement | Engagé le | Date de l’EJ | Date de notification | Notifié le | Date BC | Date commande | Date signature | Signé le | Date eng. | Dt EJ | Date d’eng | Date AE | Engagement : date | Engagée le | Date de l’engagement juridique | Date de validation EJ | Date de création EJ | Date',
  ae: 'Montant AE | AE | Engagé | Engagés | Montant engagé | MONTANT ENGAGÉ\n(en € TTC) | Mt eng. TTC | Mt engagé | Dépense engagée | Dépenses engagées | Engagement : montant | AE conso | AE consommées | AE engagées | AE 2023 | Montant EJ | Montant de l’EJ | Montant TTC de la commande | Montant BC | Engagements | Montant engagement TTC | AE (€) | A.E. | Autorisations d’engagement | Montant commandé | Montant de l’engagement | Engagement TTC | Total AE | AE TTC | Consommation AE | Montant initial engagé | Montant notifié',
  dpNumber:
    'N° DP | DP | Numéro DP | N° de DP | N° demande de paiement | DP n° | Réf. DP | Demande de paiement | N° mandat | N° DP Chorus | Réf DP Chorus | N° de mandat',
  serviceDate:
    'Date SF | Date service fait | SF le | Service fait | Service fait le | Date de SF | Date du service fait | SF | Date constatation SF | Date certification | Certifié le | Date livraison | Date de réception | Date certif. SF | Constaté le',
  receiptDate:
    'Date facture | Date de facture | Date réception facture | Facture reçue le | Date de réception de la facture | Date récept. facture | Réception facture | Date arrivée facture',
  paymentDate:
    'Date paiement | Date de paiement | Payé le | Payée le | Date règlement | Date règlt | Réglé le | Date DP | Date de mise en paiement | Date mandatement | Mandaté le | Date de la DP | Dt paiement | Date payée | Date virement | Date CP | Mise en paiement | Paiement le | Date du paiement | Date ordonnancement | Date décaissement',
  cp: 'Montant CP | CP | Payé | Payés | Montant payé | Réglé | Mandaté | Liquidé | Ordonnancé | Montant mandaté | Paiements | Paiement | CP consommés | CP consommés 2023 | CP conso | CP payés | Montant DP | Montant de la DP | Montant DP TTC | Montant réglé | Dépense payée | Dépenses payées | Décaissé | CP 2023 | Montant liquidé | Montant paiement TTC | C.P. | Crédits de paiement | CP mandatés | Montant facture payée | Consommation CP | Paiement : montant',
  functionalDomain: 'Domaine fonctionnel | DF | Dom. fonct. | Domaine fonct. | Code DF',
  financialCentre: 'Centre financier | CF | UO | Centre fin. | Code UO | C. fin.',
  activity: 'Activité | Act. | Code activité | Activités | Réf. prog.',
  costCentre: 'Centre de coûts | CC | Centre de coût | Centre coûts | C. coûts',
  status: 'État | Etat | Statut | Situation | Avancement | Stade | État d’avancement | Etat EJ | Suivi',
  operation:
    'Opération | Type d’opération | Type | Type de pièce | Nature | Mouvement | Nature opération | Type de mouvement',
};

/** Other columns of the same trackers: none is a field, whatever its values. */
export const OTHER_HEADINGS: readonly (readonly [heading: string, value: CellValue])[] = [
  ['Montant DP HT', 20],
  ['Montant HT', 20],
  ['Montant EJ HT', 20],
  ['AE ouvertes', 900],
  ['CP ouverts', 900],
  ['AE restantes', 300],
  ['Reste à payer', 30],
  ['RAP', 30],
  ['Solde', 30],
  ['Cumul AE', 500],
  ['Cumul CP', 500],
  ['TVA', 5],
  ['Facturé', 50],
  ['N° facture', 'F-2023-17'],
  ['Observations', 'à relancer'],
  ['Commentaires', 'à relancer'],
  ['Exercice', 2023],
  ['Gestionnaire', 'Dupont'],
  ['Prévisionnel', 70],
  ['AE prévues', 70],
  ['CP prévisionnels', 70],
  ['Montant demandé', 70],
  ['Date limite de paiement', 45200],
  ['Date prévue de paiement', 45200],
  ['Échéance', 45200],
  ['Nb factures', 2],
  ['% consommé', 0.4],
  ['Taux', 0.4],
  ['N° marché', '2022-041'],
  ['Mois', 'mars'],
  ['Plafond AE', 900],
  ['Disponible CP', 900],
];

const EXPECTED: readonly (readonly [LedgerField, string])[] = [
  ['ministerialAxis2', 'Enveloppe'],
  ['budgetLine', 'Poste de dépense'],
  ['ejNumber', 'N° EJ'],
  ['supplier', 'Titulaire'],
  ['label', 'Objet'],
  ['operation', 'Opération'],
  ['status', 'État'],
  ['commitmentDate', 'Date EJ'],
  ['ae', 'Montant AE'],
  ['dpNumber', 'N° DP'],
  ['serviceDate', 'Date SF'],
  ['receiptDate', 'Date facture'],
  ['paymentDate', 'Date paiement'],
  ['cp', 'Montant CP'],
  ['functionalDomain', 'Domaine fonctionnel'],
  ['financialCentre', 'Centre financier'],
  ['activity', 'Activité'],
  ['costCentre', 'Centre de coûts'],
];

const CODES: readonly CellValue[] = ['0103-01-01', '0103-CEFP-C002', '010300000104', 'EMPEF00075'];

/** Two commitments, their payments, and one not paid yet. Serial 45000 is 15/03/2023. */
const DATA: readonly (readonly CellValue[])[] = [
  [
    'PDE',
    'Prestations',
    '1405700001',
    'Octo SA',
    'Développement',
    'EJ',
    'Signé',
    45000,
    200000,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    'SF',
    'Audit de sécurité',
    '1405700004',
    'Theodo',
    'Audit',
    'EJ',
    'Signé',
    45010,
    60000,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    'PDE',
    'Prestations',
    '1405700001',
    'Octo SA',
    'Facture 1',
    'DP',
    'Soldé',
    null,
    null,
    '0100050001',
    45040,
    45042,
    45050,
    50000,
  ],
  [
    'SF',
    'Audit de sécurité',
    '1405700004',
    'Theodo',
    'Facture 2',
    'DP',
    'Soldé',
    null,
    null,
    '0100050002',
    45060,
    45061,
    45070,
    9999.99,
  ],
  [
    'PDE',
    'Outils de production',
    '1405700002',
    'OVH',
    'Serveurs',
    'EJ',
    'Signé',
    45015,
    12345.67,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    'PDE',
    'Prestations',
    '1405700001',
    'Octo SA',
    'Facture 3',
    'DP',
    'En attente',
    null,
    null,
    '0100050003',
    45100,
    45101,
    null,
    25000,
  ],
];

/** The table with this heading for this field, which is the last column to the right when it is none. */
export function tableWith(field: LedgerField | null, heading: string, value: CellValue = null): CellValue[][] {
  const headings = EXPECTED.map(([known, text]) => (known === field ? heading : text));
  const extra = field === null ? [heading] : [];
  return [[...headings, ...extra], ...DATA.map((row) => [...row, ...CODES, ...extra.map(() => value)])];
}

/** The position of a field in the table; that of the added column for none. */
export function positionOf(field: LedgerField | null): number {
  return field === null ? EXPECTED.length : EXPECTED.findIndex(([known]) => known === field);
}

/** The fields of the table, with their positions. */
export function expectedPositions(): ReadonlyMap<LedgerField, number> {
  return new Map(EXPECTED.map(([field], position) => [field, position]));
}
