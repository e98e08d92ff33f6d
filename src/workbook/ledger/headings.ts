/**
 * Headings → fields. A few names of applications are known as they are; all others are read by their words
 * (`heading-grammar.ts`), so that no list of a team's own headings is needed.
 */
import { remembering } from '../../domain/remembering';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { COLUMN_FIELD_NAMES, FIELD_NAMES } from '../field-names';
import type { ColumnField } from './column-field';
import { meaningOfWords, namesDueDay, namesOtherAmounts } from './heading-grammar';
import { wordsOfHeading } from './heading-words';
import { withoutUnit } from './units';

interface KnownHeadings {
  readonly sure?: readonly string[];
  /** Mean several things: their values decide. */
  readonly weak?: readonly string[];
}

/** Names of Chorus, of its extracts and of other applications that their words do not explain. */
const KNOWN_HEADINGS: Readonly<Partial<Record<LedgerField, KnownHeadings>>> = {
  programme: { sure: ['Centre financier - Programme (Clé)'] },
  functionalDomain: { weak: ['Action/Sous-action'] },
  financialCentre: { weak: ['Code CHORUS du BOP'] },
  activity: { sure: ['Réf. prog.'], weak: ['Ref Programmation'] },
  costCentre: { weak: ['CC'] },
  ministerialAxis1: { weak: ['Axe ministériel'] },
  status: { weak: ['Etat ConsoPrevu'] },
  ejNumber: {
    sure: [
      'N°EJ (Bon de commande / Marché / Convention / Subvention...)',
      'Nº pce réf',
      'Numéro de la pièce précédente',
      'Numéro EJ référencé facture',
      'Engagement juridique',
    ],
    weak: ['Numéro de pièce de la pièce de référence'],
  },
  ejLine: {
    sure: ['Numéro de poste de la pièce de référence', 'Poste de pièce précédente', 'Pos.r', 'Ligne de poste'],
  },
  dpNumber: { weak: ['FACTURE'] },
  supplier: { sure: ['Fournisseur titulaire principal (EJ)', 'Fournisseur payé (DP)'], weak: ['Nom 1'] },
  label: { sure: ["Objet ou Opération d'investissement"] },
  commitmentDate: {
    sure: ['Date de réplication', 'N° EJ - Date de réplication (Clé)'],
    weak: ['Date EJ/SF', 'Date comptable', 'Saisie le'],
  },
  paymentDate: {
    sure: ['Date de dernière opération sur la DP'],
    weak: ["Date de base pour le calcul de l'échéanc", 'Date de base de la DP', 'Date pièce', 'Date comptable'],
  },
  ae: {
    sure: ['Montant engagé - Bascule des EJ non soldés', 'Montant EJ engagés Année en cours'],
    weak: [
      'Montant TTC',
      'Montant EJ/SF TTC',
      'Montant au contrôle',
      'Mont.DT',
      'Montant à contrôler en dev. transaction',
    ],
  },
  cp: { weak: ['Montant à contrôler en devise trans. ave'] },
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
export const normaliseHeading = remembering((heading): string => {
  const kept = withoutUnit(heading.slice(0, 200))
    .replaceAll('&#32;', ' ')
    .replace(/[°º]/g, 'o ')
    .replace(/\([^()]*\)/g, (group) => (KEPT_IN_PARENTHESES.test(group) ? group : ' '));
  const words = comparable(kept.replace(/[.,:;*/()€?!«»"+=&|[\]]/g, ' ')).split(' ');
  const telling = words
    .map((word) => (NUMBER_WORDS.has(word) ? 'n' : word))
    .filter((word) => word !== '' && !NOISE.has(word));
  return telling.join(' ');
});

/** The fields that a heading may mean, each with a confidence from 0 to 1. */
export type HeadingMeaning = ReadonlyMap<LedgerField, number>;

const EXACT = 1;
/** Below, a heading only suggests a field. */
const NAMED = 0.9;
const EXACT_BUT_WEAK = 0.6;
const BEGINNING = 0.7;
const BEGINNING_OF_A_LABEL = 0.3;
const SHORTEST_BEGINNING = 12;
const LABEL_WORDS = /\b(texte|libelle|designation|intitule|description)\b/;

const EXACTLY: ReadonlyMap<string, HeadingMeaning> = buildIndex();

/** The fields that a heading may mean, whatever its unit (`units.ts` reads that); empty when it names none. */
export function meaningOf(heading: string): HeadingMeaning {
  const wanted = normaliseHeading(heading);
  const known = EXACTLY.get(wanted);
  if (known) return known;
  const byWords = meaningOfWords(heading);
  const isKnown = byWords.size > 0 || namesOtherAmounts(heading) || namesDueDay(heading);
  return isKnown ? byWords : beginningsOf(wanted);
}

function buildIndex(): ReadonlyMap<string, HeadingMeaning> {
  const index = new Map<string, Map<LedgerField, number>>();
  const add = (heading: string, field: LedgerField, score: number): void => {
    const key = normaliseHeading(heading);
    const meanings = index.get(key) ?? new Map<LedgerField, number>();
    meanings.set(field, Math.max(score, meanings.get(field) ?? 0));
    index.set(key, meanings);
  };
  for (const [field, name] of Object.entries(FIELD_NAMES) as [LedgerField, string][]) {
    for (const heading of [name, ...(KNOWN_HEADINGS[field]?.sure ?? [])]) add(heading, field, EXACT);
    for (const heading of KNOWN_HEADINGS[field]?.weak ?? []) add(heading, field, EXACT_BUT_WEAK);
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

/** The field of a column named by a word of `ENV_Colonnes` or of `--map`; null without one. */
export function columnFieldOfName(name: string): ColumnField | null {
  const wanted = comparable(name);
  for (const [field, known] of Object.entries(COLUMN_FIELD_NAMES) as [ColumnField, string][]) {
    if (comparable(known) === wanted || field.toLowerCase() === wanted) return field;
  }
  return fieldOfName(name);
}

/** The field named by a word of `ENV_Imputations` or of `ENVELOPE.CODE`; null without one. */
export function fieldOfName(name: string): LedgerField | null {
  const wanted = comparable(name);
  for (const [field, known] of Object.entries(FIELD_NAMES) as [LedgerField, string][]) {
    if (comparable(known) === wanted || field.toLowerCase() === wanted) return field;
  }
  if (wordsOfHeading(name).hasTypo) return null; // the answer then offers the nearest name
  const [only, ...others] = [...meaningOf(name)].filter(([, score]) => score >= NAMED);
  return only && others.length === 0 ? only[0] : null;
}
