/**
 * The help of the custom functions in Excel: one row for each, in both languages. The build writes `functions.json` and
 * `functions-en.json` from it (`scripts/function-metadata.ts`), and the pane fetches it with its help. Excel keeps the old
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
    fr: 'Dotation d’une enveloppe ou d’un poste de dépense, en euros : montant initial, avenants, redéploiements autorisés, reports, rétablissements et gels.',
    en: 'Credits allocated to an envelope or a budget line, in euros: initial amount, amendments, authorised transfers, carry-overs, restorations and freezes.',
    parameters: FIGURE,
  },
  CONSUMED: {
    fr: 'Montant consommé, en euros : AE engagées, nettes des retraits de l’année, ou CP payés dans l’exercice.',
    en: 'Amount consumed, in euros: AE committed, net of the decommitments of the year, or CP paid in the credit year.',
    parameters: FIGURE,
  },
  RESERVED: {
    fr: 'Montant en attente, en euros : projets d’engagement (AE) ; service fait ou demandes de paiement non payés (CP).',
    en: 'Amount reserved, in euros: commitments still in draft for AE; certified or issued and not paid for CP.',
    parameters: FIGURE,
  },
  REMAINING: {
    fr: 'Montant non consommé, en euros : dotation moins consommé ; négatif en cas de dépassement.',
    en: 'Remaining: allocated less consumed, in euros; negative when the ceiling is exceeded.',
    parameters: FIGURE,
  },
  AVAILABLE: {
    fr: 'Disponible, en euros : non consommé moins en attente.',
    en: 'Available: remaining less reserved, in euros.',
    parameters: FIGURE,
  },
  RATE: {
    fr: 'Taux de consommation : consommé divisé par la dotation (0,85 pour 85 %) ; "s.o." si la dotation est nulle.',
    en: 'Rate of consumption: consumed over allocated (0.85 for 85%); "s.o." when nothing is allocated.',
    parameters: FIGURE,
  },
  OUTSTANDING: {
    fr: 'Restes à payer, en euros : AE consommées et pas encore payées sur les mêmes engagements.',
    en: 'Outstanding (RAP), in euros: AE consumed and not yet paid on the same commitments.',
    parameters: [ENVELOPE, AS_OF],
  },
  CODE: {
    fr: 'Code d’imputation prévu par la convention, par exemple =ENVELOPE.CODE("activité").',
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
    fr: 'Date limite après un nombre de jours ouvrés ; le jour de départ et les jours fériés ne comptent pas.',
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
    en: 'State of an envelope: Ouverte (open), Alerte (alert), Épuisée (exhausted), Suspendue (suspended) or Échue (expired); "*" gives the worst.',
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
    fr: 'Atterrissage, en euros : consommation prévue à la fin de l’exercice (réalisé, opérations connues, tendance mensuelle).',
    en: 'Landing: consumption expected at the end of the credit year, in euros; realised, plus what is known, plus the monthly mean.',
    parameters: [ENVELOPE, NATURE, AS_OF],
  },
  CHECK: {
    fr: 'Contrôle d’une ligne : "Conforme", les constats, ou ce qui n’a pas pu être contrôlé.',
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
        fr: 'En-têtes des mêmes colonnes, sur une ou deux lignes.',
        en: 'Headings of the same columns, on one or two rows.',
      },
    ],
    result: { type: 'string' },
  },
  SUMMARY: {
    fr: 'Tableau de synthèse : une ligne par enveloppe, puis l’ensemble de la convention.',
    en: 'Summary table: one row for each envelope and the whole, with credits, consumption, remaining, available, rate, RAP and state.',
    parameters: [AS_OF],
    result: { dimensionality: 'matrix' },
  },
  FINDINGS: {
    fr: 'Tableau des constats à ce jour, par gravité ; mille lignes au plus.',
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
