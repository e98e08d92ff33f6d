/**
 * The help of the custom functions in Excel: one row for each, in both languages. The build writes `functions.json` and
 * `functions-en.json` from it (`scripts/function-metadata.ts`); nothing of it is in the bundle. Excel keeps the old
 * description for a day: only an optional parameter may be added to a function, last; never change another.
 */
import type { FunctionName } from '../application/functions/function-answers';
import type { Language } from '../messages/language';

type Sentences = Readonly<Record<Language, string>>;

/** An argument as Excel describes it; `any` takes a number or a text. */
export interface ParameterHelp extends Sentences {
  readonly name: string;
  readonly type: 'string' | 'any';
  readonly dimensionality?: 'matrix';
  readonly optional?: true;
}

/** A function as Excel describes it; without `result`, it returns one number or text. */
export interface FunctionHelp extends Sentences {
  readonly parameters: readonly ParameterHelp[];
  readonly result?: { readonly type?: 'string'; readonly dimensionality?: 'matrix' };
}

const ENVELOPE: ParameterHelp = {
  name: 'envelope',
  type: 'string',
  fr: 'Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.',
  en: 'Envelope: its code, label or an alias; "*" for the whole convention.',
};
const NATURE: ParameterHelp = {
  name: 'nature',
  type: 'string',
  fr: '"AE" ou "CP".',
  en: '"AE" (to commit) or "CP" (to pay).',
};
const BUDGET_LINE: ParameterHelp = {
  name: 'poste',
  type: 'string',
  optional: true,
  fr: 'Poste de dépense de l’enveloppe.',
  en: 'Budget line of the envelope.',
};
const AS_OF: ParameterHelp = {
  name: 'asOf',
  type: 'any',
  optional: true,
  fr: 'Date d’arrêté ; aujourd’hui par défaut.',
  en: 'Cut-off date; today by default.',
};
/** The arguments of a figure of an envelope or of one of its budget lines. */
const FIGURE = [ENVELOPE, NATURE, BUDGET_LINE, AS_OF];

/** In the order in which Excel is given them. */
export const FUNCTION_HELP: Readonly<Record<FunctionName, FunctionHelp>> = {
  ALLOCATED: {
    fr: 'Crédits ouverts d’une enveloppe ou d’un poste, en euros : dotation, avenants, virements autorisés, reports et gels.',
    en: 'Credits open on an envelope or a budget line, in euros: initial amount, amendments, authorised transfers, carry-overs and freezes.',
    parameters: FIGURE,
  },
  CONSUMED: {
    fr: 'Montant consommé, en euros : engagé dans l’exercice pour les AE, payé pour les CP.',
    en: 'Amount consumed, in euros: committed in the credit year for AE, paid for CP.',
    parameters: FIGURE,
  },
  RESERVED: {
    fr: 'Montant réservé, en euros : engagements en projet pour les AE ; dépenses certifiées ou émises et non payées pour les CP.',
    en: 'Amount reserved, in euros: commitments still in draft for AE; certified or issued and not paid for CP.',
    parameters: FIGURE,
  },
  REMAINING: {
    fr: 'Reste : crédits ouverts moins consommé, en euros ; négatif quand le plafond est dépassé.',
    en: 'Remaining: open credits less consumed, in euros; negative when the ceiling is exceeded.',
    parameters: FIGURE,
  },
  AVAILABLE: {
    fr: 'Disponible : reste moins réservé, en euros.',
    en: 'Available: remaining less reserved, in euros.',
    parameters: FIGURE,
  },
  RATE: {
    fr: 'Taux de consommation : consommé rapporté aux crédits ouverts (0,85 pour 85 %) ; "s.o." quand rien n’est ouvert.',
    en: 'Rate of consumption: consumed over open credits (0.85 for 85%); "s.o." when nothing is open.',
    parameters: FIGURE,
  },
  OUTSTANDING: {
    fr: 'Restes à payer, en euros : RAP d’ouverture plus AE consommées, moins retraits sur EJ antérieurs, moins CP payés.',
    en: 'Outstanding (RAP), in euros: opening RAP plus AE consumed, less decommitments on earlier EJ, less CP paid.',
    parameters: [ENVELOPE, AS_OF],
  },
  CODE: {
    fr: 'Code d’imputation à utiliser selon la convention, par exemple =ENVELOPE.CODE("activité").',
    en: 'The Chorus code to use under the convention, as in =ENVELOPE.CODE("activité").',
    parameters: [
      {
        name: 'field',
        type: 'string',
        fr: 'Champ : programme, domaine fonctionnel, centre financier, activité, centre de coûts, axe ministériel 1 ou 2.',
        en: 'Field: programme, domaine fonctionnel, centre financier, activité, centre de coûts, axe ministériel 1 or 2.',
      },
      {
        name: 'envelope',
        type: 'string',
        optional: true,
        fr: 'Enveloppe, quand le code en dépend.',
        en: 'Envelope, when the code depends on it.',
      },
    ],
  },
  DEADLINE: {
    fr: 'Date limite après un nombre de jours ouvrés, jours fériés déduits ; le jour de départ ne compte pas.',
    en: 'Deadline after a number of working days, French public holidays excluded; the first day does not count.',
    parameters: [
      { name: 'start', type: 'any', fr: 'Date de départ.', en: 'Start date.' },
      {
        name: 'workingDays',
        type: 'any',
        optional: true,
        fr: 'Nombre de jours ouvrés ; celui de la convention par défaut (cinq à l’article 2.2).',
        en: 'Number of working days; that of the convention by default (five in article 2.2).',
      },
    ],
  },
  STATUS: {
    fr: 'État d’une enveloppe : Ouverte, Alerte, Épuisée, Suspendue ou Échue ; "*" donne l’état le plus défavorable.',
    en: 'State of an envelope: Ouverte (open), Alerte (alert), Épuisée (exhausted), Suspendue (suspended) or Échue (expired).',
    parameters: [
      {
        name: 'envelope',
        type: 'string',
        fr: 'Enveloppe : son code, son libellé ou un alias ; "*" pour l’état le plus défavorable.',
        en: 'Envelope: its code, label or an alias; "*" for the worst of the convention.',
      },
      AS_OF,
    ],
  },
  WHATIF: {
    fr: 'Disponible après une dépense supposée, en euros ; négatif si elle dépasse les crédits.',
    en: 'Available after a supposed expense, in euros; negative when it exceeds the credits.',
    parameters: [
      ENVELOPE,
      NATURE,
      {
        name: 'amount',
        type: 'any',
        fr: 'Montant à engager ou à payer, en euros : nombre ou texte ("1 234,56").',
        en: 'Amount to commit or to pay, in euros: a number or a text ("1 234,56").',
      },
      BUDGET_LINE,
      AS_OF,
    ],
  },
  FORECAST: {
    fr: 'Atterrissage : consommation prévue à la fin de l’exercice, en euros ; réalisé, plus ce qui est connu, plus la moyenne mensuelle.',
    en: 'Landing: consumption expected at the end of the credit year, in euros; realised, plus what is known, plus the monthly mean.',
    parameters: [ENVELOPE, NATURE, AS_OF],
  },
  CHECK: {
    fr: 'Contrôle d’une ligne : "Conforme", ou les codes et les raisons de ce qui n’y va pas, ou ce qui n’a pas pu être contrôlé.',
    en: 'Check of a row: "Conforme", or the codes and reasons of what is wrong in it, or what could not be checked.',
    parameters: [
      {
        name: 'row',
        type: 'any',
        dimensionality: 'matrix',
        fr: 'Cellules de la ligne, sans celle de la formule.',
        en: 'Cells of the row, without that of the formula.',
      },
      {
        name: 'headers',
        type: 'any',
        dimensionality: 'matrix',
        fr: 'Intitulés des mêmes colonnes, sur une ou deux lignes.',
        en: 'Headings of the same columns, on one or two rows.',
      },
    ],
    result: { type: 'string' },
  },
  SUMMARY: {
    fr: 'Tableau de synthèse : une ligne par enveloppe et l’ensemble, avec crédits, consommation, reste, disponible, taux, RAP et état.',
    en: 'Summary table: one row for each envelope and the whole, with credits, consumption, remaining, available, rate, RAP and state.',
    parameters: [AS_OF],
    result: { dimensionality: 'matrix' },
  },
  FINDINGS: {
    fr: 'Tableau des constats, à ce jour : gravité, code, feuille, cellule et constat ; mille lignes au plus.',
    en: 'Table of the findings, as of today: severity, code, sheet, cell and finding; a thousand rows at most.',
    parameters: [
      {
        name: 'severity',
        type: 'string',
        optional: true,
        fr: '"erreur", "avertissement" ou "information" ; tous par défaut.',
        en: '"error", "warning" or "information"; all by default.',
      },
    ],
    result: { dimensionality: 'matrix' },
  },
};
