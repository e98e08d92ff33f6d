/**
 * The headings that finance staff type, by a grammar of their own words (never the product's lexicon): what the column
 * holds, in several turns.
 */
import type { Random } from '../worlds/random';
import type { Field } from './rows';

/** A pattern: each part is one of the words between bars; `-` is no word. `Montant|Mt AE|engagé`. */
type Pattern = string;

const MONTANT = 'Montant|Mt|Mnt';
const NUMBER = 'N°|Numéro|Num.|Nº|No';

/** The plain heading of each field, then the turns in which others write it. */
const WORDS: Readonly<Record<string, readonly [plain: string, ...patterns: Pattern[]]>> = {
  ej: [
    'N° EJ',
    `${NUMBER} EJ|d'EJ|engagement|d'engagement|de_l'engagement`,
    `${NUMBER} d'engagement_juridique|engagement_juridique|EJ_Chorus|de_l'EJ`,
    'EJ|Réf._EJ|Référence_EJ|EJ_Chorus|Engagement_juridique|Référence_de_l’engagement|N°EJ',
  ],
  dp: [
    'N° DP',
    `${NUMBER} DP|de_DP|de_la_DP|DP_Chorus|demande_de_paiement|de_demande_de_paiement`,
    'DP|Demande_de_paiement|Réf._DP|Référence_DP|N°DP',
  ],
  supplier: [
    'Fournisseur',
    'Fournisseur|Prestataire|Titulaire|Tiers|Raison_sociale',
    'Nom_du|- fournisseur|prestataire|titulaire',
    'Titulaire du_marché|de_la_commande',
  ],
  object: [
    'Objet',
    'Objet|Libellé|Désignation|Description|Intitulé',
    'Objet|Libellé|Intitulé de_la_dépense|de_la_prestation|de_la_commande|du_marché',
  ],
  envelope: [
    'Axe ministériel 2',
    'Enveloppe|Axe_2|Axe_min._2|Axe_ministériel_n°_2|Axe_ministériel_2',
    'Enveloppe budgétaire|de_crédits|concernée|déléguée',
    'Bénéficiaire|Start-up|Start-up_d’État|Dispositif',
  ],
  line: [
    'Poste de dépense',
    'Poste -|de_dépense|de_dépenses|budgétaire|annexe|de_l’annexe',
    'Ligne budgétaire|de_l’annexe',
    'Nature|Catégorie|Type de_dépense|de_dépenses|de_la_dépense',
  ],
  status: ['État', "État|Statut|Avancement|Situation|État_d'avancement", 'État|Statut du_dossier|de_la_ligne'],
  operation: [
    'Opération',
    "Opération|Type_d'opération|Nature_de_l'opération|Type_opération|Mouvement|Type_de_mouvement",
  ],
  nature: ['AE/CP', 'AE/CP|AE_ou_CP|Nature|Type|Type_de_crédit|Nature_des_crédits|Type_de_crédits|Crédits|AE_-_CP'],
  signed: [
    "Date d'engagement",
    "Date|Dt|Dte EJ|engagement|d'engagement|de_l'engagement|de_l'EJ|d'EJ",
    'Date de_notification|de_signature|notification_EJ|de_notification_EJ|de_signature_EJ|notif._EJ',
    'Engagé|Notifié|Signé le',
    "Date d'engagement_juridique|d’engagement",
  ],
  served: [
    'Date de service fait',
    'Date|Dt SF|de_SF|du_SF|service_fait|du_service_fait|de_constatation_du_SF',
    'Service_fait|SF le|constaté_le',
  ],
  paid: [
    'Date de paiement',
    'Date|Dt|Dte paiement|de_paiement|du_paiement|règlement|de_règlement|de_mise_en_paiement|paiement_effectif',
    'Payé|Payée|Réglé|Réglée|Mis_en_paiement le',
    'Date_de_paiement de_la_DP|DP',
  ],
  date: ['Date', "Date|Date_de_l'opération|Date_opération|Date_d'opération|Date_comptable|Date_de_l’écriture"],
  ae: [
    'Montant AE',
    `${MONTANT} AE|engagé|EJ|de_l'EJ|de_l'engagement|engagement|des_AE|en_AE|AE_engagées|AE_engagé|engagé_AE`,
    'AE|A.E.|Engagé|Engagements|AE_consommées|AE_engagées|AE_utilisées|Engagé_AE',
    "Autorisations|Autorisation d'engagement|d’engagement",
    "Montant_de_l'engagement juridique|-",
    'Somme engagée|des_engagements',
  ],
  cp: [
    'Montant CP',
    `${MONTANT} CP|payé|DP|de_la_DP|du_paiement|paiement|des_CP|en_CP|CP_payé|payé_CP|réglé|décaissé|mandaté`,
    'CP|C.P.|Payé|Paiements|CP_consommés|CP_payés|CP_utilisés|Réglé|Payé_CP',
    'Crédits|Crédit de_paiement',
    'Montant_de_la_demande de_paiement',
    'Somme payée|des_paiements|réglée',
  ],
  amount: ['Montant', 'Montant|Mt|Somme|Montants|Mnt|Montant_total'],
  'code:functionalDomain': ['Domaine fonctionnel', 'Domaine|Dom. fonctionnel|fonct.', 'DF|Domaine_fonctionnel_LOLF'],
  'code:financialCentre': ['Centre financier', 'Centre|Ctre financier|fin.', 'CF|UO|Centre_financier_(UO)|BOP/UO'],
  'code:activity': ['Activité', 'Activité|Activités|Code_activité|Réf._activité|Activité_Chorus'],
  'code:costCentre': ['Centre de coûts', 'Centre de_coût|de_coûts|coût', 'CC|Centre_de_coûts_Chorus'],
};

/** The heading of a payment of a rank on a row: the number before, after or in words. */
const RANKS: readonly ((text: string, rank: number) => string)[] = [
  (text, rank) => `${text} ${rank}`,
  (text, rank) => `${text} n° ${rank}`,
  (text, rank) => `${text} (${rank})`,
  (text, rank) => `${rank === 1 ? '1er' : `${rank}e`} paiement - ${text}`,
];

/** The fields that have words. */
export const FIELDS_WITH_WORDS: readonly string[] = Object.keys(WORDS);

/** The expected heading of a field. */
export function plainHeading(field: Field): string {
  return wordsOf(field)[0];
}

/** A heading of the field in other words. */
export function drawnHeading(field: Field, random: Random): string {
  const [, ...patterns] = wordsOf(field);
  return fill(random.pick(patterns), random);
}

/** Every heading of the field: each word of each pattern. */
export function everyHeading(field: string): readonly string[] {
  const [, ...patterns] = wordsOf(field as Field);
  const all = patterns.flatMap((pattern) =>
    pattern
      .split(' ')
      .map((part) => part.split('|').map(textOf))
      .reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`.trim())), ['']),
  );
  return [...new Set(all)];
}

/** The same heading with a rank, in a way that is the same for all the columns of a table. */
export function ranked(text: string, rank: number, way: number): string {
  return (RANKS[way % RANKS.length] as (text: string, rank: number) => string)(text, rank);
}

function wordsOf(field: Field): readonly [string, ...string[]] {
  const words = WORDS[field.replace(/^(paid|cp)\d+$/, '$1')];
  if (!words) throw new Error(`no words for ${field}`);
  return words;
}

function fill(pattern: Pattern, random: Random): string {
  return pattern
    .split(' ')
    .map((part) => textOf(random.pick(part.split('|'))))
    .join(' ')
    .trim();
}

function textOf(word: string): string {
  return word === '-' ? '' : word.replaceAll('_', ' ');
}
