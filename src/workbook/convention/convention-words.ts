/** The French words of the convention tables for the domain's identifiers, both ways. */
import type { BoundedEvent, CeilingMode, HolidayZone, MovementType } from '../../domain/envelopes/convention';
import type { AdvanceBase, CeilingPart } from '../../domain/envelopes/allowances/allowances';
import type { ApprovalKind, DelayUnit, DutyType, Recurrence } from '../../domain/envelopes/terms';
import { comparable } from '../../domain/text';

export const MODE_WORDS: Readonly<Record<CeilingMode, string>> = {
  blocking: 'bloquant',
  warning: 'alerte',
  information: 'information',
};

export const MOVEMENT_WORDS: Readonly<Record<MovementType, string>> = {
  amendment: 'avenant',
  transfer: 'virement',
  carryOver: 'report',
  freeze: 'gel',
  restoration: 'rétablissement',
};

/** A type of movements; `lifts`: it ends a gel. */
interface MovementMeaning {
  readonly type: MovementType;
  readonly lifts?: true;
}

/** Other words for the types of movements, read and kept as typed; comparable. */
const OTHER_MOVEMENT_WORDS: ReadonlyMap<string, MovementMeaning> = new Map(
  (
    [
      [{ type: 'amendment' }, ['avenants', 'avenant modificatif', 'amendment']],
      [
        { type: 'transfer' },
        ['redéploiement', 'transfert', 'virement interne', 'redéploiement interne', 'transfer', 'redeployment'],
      ],
      [{ type: 'carryOver' }, ["report d'AE", 'report AE', 'report de CP', 'report CP', 'carry-over', 'carryover']],
      [{ type: 'freeze' }, ['mise en réserve', 'mise en réserve de précaution', 'surgel', 'freeze']],
      [{ type: 'restoration' }, ['restoration']],
      [
        { type: 'restoration', lifts: true },
        [
          'dégel',
          'levée de gel',
          'levée du gel',
          'levée de réserve',
          'levée de la réserve',
          'levée de mise en réserve',
          'unfreeze',
        ],
      ],
    ] as const
  ).flatMap(([meaning, words]) => words.map((word) => [comparable(word), meaning] as const)),
);

/** The rank and the day of a movement: « 1er avenant », « Avenant n° 1 du 12/06/2023 ». */
const RANK = /^(?:1er|premier|2e|2eme|second|deuxieme|3e|3eme|troisieme) /;
const DAY = / du \d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/;
/** The number and the object of a movement: « Avenant n° 1 », « virement de crédits ». */
const AFTER_MOVEMENT = /(?: (?:n|no|num|numero)?\.?[ °]{0,2}\d{1,3}| (?:de|des) credits)$/;

/** The movement that a word means; null when it means none. */
export function movementMeaning(text: string): MovementMeaning | null {
  const whole = comparable(text);
  const bare = whole.replace(DAY, '').replace(RANK, '').replace(AFTER_MOVEMENT, '').trim();
  const known = OTHER_MOVEMENT_WORDS.get(whole) ?? OTHER_MOVEMENT_WORDS.get(bare);
  if (known) return known;
  const type = identifierOf(MOVEMENT_WORDS, whole) ?? identifierOf(MOVEMENT_WORDS, bare);
  return type && { type };
}

export const EVENT_WORDS: Readonly<Record<BoundedEvent, string>> = {
  commitment: 'engagement',
  serviceCertified: 'service fait',
  payment: 'paiement',
};

export const ZONE_WORDS: Readonly<Record<HolidayZone, string>> = {
  national: 'national',
  'alsace-moselle': 'Alsace-Moselle',
};

export const UNIT_WORDS: Readonly<Record<DelayUnit, string>> = {
  working: 'ouvrés',
  workable: 'ouvrables',
  clear: 'francs',
  calendar: 'calendaires',
  months: 'mois',
};

export const DUTY_WORDS: Readonly<Record<DutyType, string>> = {
  yearlyReport: 'bilan annuel',
  finalReport: 'compte rendu au terme',
  insufficiency: 'insuffisance',
  unspent: 'crédits non consommés',
  approvalBeforeCommitment: 'avis avant engagement',
  approvalOfService: 'avis sur le service fait',
  publication: 'publication',
  copyToComptrollers: 'copie aux CBCM',
  authorisations: 'habilitations',
  creditsAvailable: 'mise à disposition',
  other: 'autre',
};

export const RECURRENCE_WORDS: Readonly<Record<Recurrence, string>> = {
  month: 'mensuelle',
  quarter: 'trimestrielle',
  halfYear: 'semestrielle',
  year: 'annuelle',
};

export const PARTY_WORDS = { delegate: 'délégataire', delegant: 'délégant' } as const;

export const PART_WORDS: Readonly<Record<CeilingPart, string>> = { programme: 'programme', titre: 'titre' };

export const ADVANCE_BASE_WORDS: Readonly<Record<AdvanceBase, string>> = {
  envelope: "AE de l'enveloppe",
  convention: 'AE de la convention',
  currentYear: "AE de l'exercice en cours",
};

export const ANSWER_WORDS = { yes: 'oui', no: 'non' } as const;

export const APPROVAL_WORDS: Readonly<Record<ApprovalKind, string>> = { simple: 'simple', binding: 'conforme' };

/** In place of an envelope of `ENV_Fongibilite`: any of them. */
export const ANY_ENVELOPE = '*';

/** In place of an amount: no ceiling. An empty cell of a budget line means « Montant délégué » instead. */
export const NO_CEILING = 'aucun';
/** Other words for it; comparable. « Néant » is not among them: a share of « néant » may be no share, or none allowed. */
const UNBOUNDED =
  /^(?:aucun (?:plafond|montant maximum)|(?:sans|pas de) (?:plafond|limite)|(?:non|pas) (?:plafonne|limite)e?s?|illimitee?s?|deplafonnee?s?|no ceiling|unlimited)$/;

/** True for a text in place of an amount that means no ceiling: « aucun », « illimité », « sans plafond ». */
export function meansNoCeiling(text: string): boolean {
  const words = comparable(text);
  return words === NO_CEILING || UNBOUNDED.test(words);
}

/** In place of the events that the end bounds: none of them. An empty cell is all of them. */
export const NO_EVENT = 'aucun';

/**
 * The identifier of a French word, case and accents aside, « jours » or « avis » before it or not, « annuel » or
 * « annuelle »; null when none.
 */
export function identifierOf<I extends string>(words: Readonly<Record<I, string>>, text: string): I | null {
  const wanted = comparable(text);
  const bare = wanted.replace(/^(?:jours?|avis) /, '');
  for (const [identifier, word] of Object.entries(words) as [I, string][]) {
    const known = comparable(word);
    if (known === wanted || known === bare || masculine(known) === bare) return identifier;
  }
  return null;
}

/** « mensuel » of « mensuelle ». */
function masculine(word: string): string {
  return word.endsWith('elle') ? word.slice(0, -2) : word;
}

/** « Total », « Sous-total », « Total général », « Total des enveloppes », « Ensemble ». */
const TOTAL =
  /^(?:ensemble(?: de la convention)?|somme|(?:sous |grand )?tota(?:l|ux)(?: (?:general|generaux|ae|cp|de|des|du|d|convention|enveloppes?|postes?)(?: .{1,200})?)?)$/;
const TOTAL_OF = /^(?:sous )?total (.{1,200})$/;

/** True for the name of a row of totals; `isName`: whether a comparable text names what such a row may sum. */
export function namesTotals(text: string, isName: (name: string) => boolean): boolean {
  const words = comparable(text.replace(/\s{0,3}[:.]\s{0,3}$/, ''));
  const summed = TOTAL_OF.exec(words)?.[1];
  return TOTAL.test(words) || (summed !== undefined && isName(summed));
}
