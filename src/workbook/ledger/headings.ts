/**
 * Headings of real trackers and Chorus extracts → fields. The lists come from extracts and workbooks of several
 * administrations; a `weak` heading is ambiguous and needs values that agree.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { FIELD_NAMES } from '../workbook-names';
import { withoutUnit } from './units';

interface Synonyms {
  readonly strong: readonly string[];
  readonly weak?: readonly string[];
}

const SYNONYMS: Readonly<Record<LedgerField, Synonyms>> = {
  programme: { strong: ['Programme', 'prog', 'Code programme', 'N° programme', 'Centre financier - Programme (Clé)'] },
  functionalDomain: {
    strong: [
      'Domaine fonctionnel',
      'Dom. fonc.',
      'Code domaine fonctionnel',
      'DF',
      'Dom. fct',
      'Domaine fonct.',
      'Domaine fonc. associé',
    ],
    weak: ['Action/Sous-action'],
  },
  financialCentre: {
    strong: ['Centre financier', 'centre_financier_code', 'CF', 'Centre fin.', 'C. financier', 'Code centre financier'],
    weak: ['UO', 'Code CHORUS du BOP'],
  },
  activity: {
    strong: [
      'Activité',
      'Référentiel de programmation',
      'Code activité',
      'Act.',
      'Code act.',
      'Réf. prog.',
      'Activité(s)',
    ],
    weak: ['Ref Programmation'],
  },
  costCentre: {
    strong: [
      'Centre de coûts',
      'Centre de coût',
      'Centre de coûts (P)',
      'Code centre coûts',
      'Ctre coûts',
      'CCOU',
      'CCOUT',
      'C. coûts',
    ],
    weak: ['CC', 'Centre de coût(complet)'],
  },
  ministerialAxis1: { strong: ['Axe ministériel 1', 'Axe min. 1', 'AM1'], weak: ['Axe ministériel'] },
  ministerialAxis2: {
    strong: [
      'Axe ministériel 2',
      'Axe min. 2',
      'Axe min 2',
      'AM2',
      'Enveloppe',
      'Code enveloppe',
      'Axe 2',
      'Enveloppe (axe min. 2)',
    ],
    weak: ['Axe', 'Start-up', 'Startup', 'Bénéficiaire du financement'],
  },
  operation: {
    strong: ["Type d'opération", 'Nature de la pièce', 'Opération', 'Type de pièce'],
    weak: ['Type', 'Type Acte'],
  },
  status: { strong: ['État', 'Statut', 'État du dossier', 'Avancement'], weak: ['Etat ConsoPrevu'] },
  budgetLine: {
    strong: ['Poste de dépense', 'Poste de dépenses', 'Catégorie de dépense', 'Ligne budgétaire'],
    weak: ['Poste', 'Catégorie', 'Nature'],
  },
  ejNumber: {
    strong: [
      'N° EJ',
      'EJ',
      'N°EJ (Bon de commande / Marché / Convention / Subvention...)',
      'Nº pce réf',
      'Numéro de la pièce précédente',
      'Numéro EJ référencé facture',
      'noEJ',
      'num_EJ',
      'numero_ej',
      "Numéro d'engagement juridique",
      'Engagement juridique',
      "N° d'engagement",
      "N° d'engagement juridique",
      'N° Chorus',
      'Numéro Chorus',
    ],
    weak: [
      'Numéro de BdC',
      'NoBDC',
      'N° BC',
      'N° de commande',
      'N° bon de commande',
      'Numéro de pièce de la pièce de référence',
    ],
  },
  ejLine: {
    strong: [
      'N° poste EJ',
      'Poste EJ',
      'Numéro de poste de la pièce de référence',
      'Poste de pièce précédente',
      'Pos.r',
      'Ligne de poste',
    ],
    weak: ['Poste'],
  },
  dpNumber: {
    strong: [
      'N° DP',
      'DP',
      'Nº pièce de paiement',
      'numero_dp_mandat',
      'Demande de paiement',
      'Num DP',
      'N° demande de paiement',
    ],
    weak: ['FACTURE'],
  },
  dpLine: { strong: ['N° poste DP', 'Poste DP'] },
  supplier: {
    strong: [
      'Titulaire',
      'Fournisseur',
      'Fournisseur titulaire principal (EJ)',
      'Fournisseur payé (DP)',
      'Nom fournisseur',
      'Nom du fournisseur',
      'Prestataire',
      'Raison sociale',
      'Tiers',
      'Bénéficiaire',
    ],
    weak: ['Nom 1', 'FOURN', 'Presta', 'Société'],
  },
  label: {
    strong: ['Objet', 'Objet de la dépense', "Description de l'EJ", 'Libellé', "Objet ou Opération d'investissement"],
    weak: ['Texte', 'Intitulé', 'Description'],
  },
  commitmentDate: {
    strong: [
      'Date EJ',
      "Date d'engagement",
      'Date engagement',
      'Date de réplication',
      'N° EJ - Date de réplication (Clé)',
      'Date création EJ',
      'Date notification',
      'Date de notification',
      'Engagé le',
    ],
    weak: ['Date de saisine', 'Date EJ/SF', 'Date comptable', "Date de dernière modif. de l'EJ", 'Saisie le', 'Date'],
  },
  serviceDate: {
    strong: [
      'Date SF',
      'Date de service fait',
      'Date service fait',
      'Date comptable du SF',
      'DateConstat',
      'SF le',
      'Date de constatation du SF',
    ],
    weak: ['dateRéception', 'Date de réception'],
  },
  receiptDate: {
    strong: ['Date de réception de la facture', 'Date réception facture', 'Facture reçue le', 'Date facture'],
    weak: ['Date de la facture'],
  },
  paymentDate: {
    strong: [
      'Date paiement',
      'Date de paiement',
      'Payé le',
      'Date de dernière opération sur la DP',
      'Date dernier paiement',
      'Date du Mandat',
      'Date de mise en paiement',
    ],
    weak: ['Date de base de la DP', "Date de base pour le calcul de l'échéanc", 'Date pièce', 'Date comptable'],
  },
  contractEnd: {
    strong: ['Fin du marché', 'Date de fin du marché', 'Fin de marché', 'Échéance du marché', 'Fin du contrat'],
  },
  ae: {
    strong: [
      'Montant AE',
      'AE',
      'AE engagées',
      'AE consommées',
      'Montant engagé',
      'Montant engagé (EUR)',
      'Montant EJ',
      'Montant des AE',
      'Montant engagé - Bascule des EJ non soldés',
      'Montant EJ engagés Année en cours',
    ],
    weak: [
      'Montant TTC',
      'Montant EJ/SF TTC',
      'Montant au contrôle',
      'Mont.DT',
      'Montant à contrôler en dev. transaction',
      'Montant AE HT',
    ],
  },
  cp: {
    strong: [
      'Montant CP',
      'CP',
      'CP payés',
      'CP consommés',
      'Montant payé',
      'Montant payé (EUR)',
      'Montant DP',
      'Montant des CP',
      'Montant mandaté',
    ],
    weak: ['Montant à contrôler en devise trans. ave', 'Montant CP HT'],
  },
};

/** Words that do not identify a field: currency, tax, and Chorus's « clé (non composée) ». */
const NOISE = new Set(['ttc', 'eur', 'euro', 'euros', 'cle', 'non', 'composee', 'en']);
const NUMBER_WORDS = new Set(['no', 'num', 'numero', 'nr']);
/** Parentheses that are kept. */
const KEPT_IN_PARENTHESES = /\((EJ|DP|SF|AE|CP|P|Clé|HT)\)/i;

/**
 * A heading in the form that is compared: no case, accents, punctuation, currency or tax; « N° », « Nº » and « Num. »
 * become `n`.
 *
 * @example normaliseHeading('Nº d’EJ\n(Chorus)') // 'n d ej'
 */
export function normaliseHeading(heading: string): string {
  const kept = withoutUnit(heading.slice(0, 200))
    .replaceAll('&#32;', ' ')
    .replace(/[°º]/g, 'o ')
    .replace(/\([^()]*\)/g, (group) => (KEPT_IN_PARENTHESES.test(group) ? group : ' '));
  const words = comparable(kept.replace(/[.,:;*/()€?!«»"+=&|[\]]/g, ' ')).split(' ');
  const telling = words
    .map((word) => (NUMBER_WORDS.has(word) ? 'n' : word))
    .filter((word) => word !== '' && !NOISE.has(word));
  return telling.join(' ');
}

/** The fields that a heading may mean, each with a confidence from 0 to 1. */
export type HeadingMeaning = ReadonlyMap<LedgerField, number>;

const EXACT = 1;
const EXACT_BUT_WEAK = 0.6;
const BEGINNING = 0.7;
const BEGINNING_OF_A_LABEL = 0.3;
const SHORTEST_BEGINNING = 12;
const LABEL_WORDS = /\b(texte|libelle|designation|intitule|description)\b/;

const EXACTLY: ReadonlyMap<string, HeadingMeaning> = buildIndex();

/** The fields that a heading may mean, whatever its unit. */
export function meaningOf(heading: string): HeadingMeaning {
  const wanted = normaliseHeading(heading);
  return EXACTLY.get(wanted) ?? beginningsOf(wanted);
}

/** The fields of a heading that is in the lists; undefined for another. */
export function exactMeaningOf(heading: string): HeadingMeaning | undefined {
  return EXACTLY.get(normaliseHeading(heading));
}

function buildIndex(): ReadonlyMap<string, HeadingMeaning> {
  const index = new Map<string, Map<LedgerField, number>>();
  const add = (heading: string, field: LedgerField, score: number): void => {
    const key = normaliseHeading(heading);
    const meanings = index.get(key) ?? new Map<LedgerField, number>();
    meanings.set(field, Math.max(score, meanings.get(field) ?? 0));
    index.set(key, meanings);
  };
  for (const [field, synonyms] of Object.entries(SYNONYMS) as [LedgerField, Synonyms][]) {
    for (const heading of [FIELD_NAMES[field], ...synonyms.strong]) add(heading, field, EXACT);
    for (const heading of synonyms.weak ?? []) add(heading, field, EXACT_BUT_WEAK);
  }
  return index;
}

/**
 * The fields of the known headings with the same beginning: Chorus cuts headings at 40 letters and adds words after
 * them. Weaker for a column of labels.
 */
function beginningsOf(wanted: string): HeadingMeaning {
  const meanings = new Map<LedgerField, number>();
  if (wanted.length < SHORTEST_BEGINNING) return meanings;
  for (const [known, fields] of EXACTLY) {
    if (known.length < SHORTEST_BEGINNING || !(wanted.startsWith(known) || known.startsWith(wanted))) continue;
    const share = LABEL_WORDS.test(wanted) ? BEGINNING_OF_A_LABEL : BEGINNING;
    for (const [field, score] of fields) meanings.set(field, Math.max(meanings.get(field) ?? 0, score * share));
  }
  return meanings;
}

/** The field named by a word of `ENV_Colonnes`, of `ENV_Imputations` or of `ENVELOPE.CODE`; null without one. */
export function fieldOfName(name: string): LedgerField | null {
  const wanted = comparable(name);
  for (const [field, known] of Object.entries(FIELD_NAMES) as [LedgerField, string][]) {
    if (comparable(known) === wanted || field.toLowerCase() === wanted) return field;
  }
  for (const [field, score] of EXACTLY.get(normaliseHeading(name)) ?? []) if (score === EXACT) return field;
  return null;
}
