/** The sentences of the functions in both languages; a new problem without its sentence does not compile. */
import type { FunctionProblem, FunctionWords, NotJudged, UnknownFigure } from '../application/functions/function-words';
import { describeFailure } from '../messages/failures';
import { describeFinding, ruleTitle } from '../messages/describe-finding';
import { formatCount, formatDate, notCalculableLabel } from '../messages/format';
import { counted } from '../messages/french-count';
import { fieldLabel, noCeilingLabel, noFindingLabel } from '../messages/labels';
import type { Language } from '../messages/language';
import { fr, shorten } from '../messages/typography';

type ProblemOf<P extends FunctionProblem['problem']> = Extract<FunctionProblem, { readonly problem: P }>;
type Sentences = { readonly [P in FunctionProblem['problem']]: (problem: ProblemOf<P>) => string };

const FIGURES: Readonly<Record<Language, Readonly<Record<UnknownFigure, string>>>> = {
  fr: { AE: fr`AE`, CP: fr`CP`, outstanding: fr`Restes à payer`, status: fr`État de l'enveloppe` },
  en: { AE: 'AE', CP: 'CP', outstanding: 'Outstanding (RAP)', status: 'State of the envelope' },
};

const FRENCH = {
  problems: {
    unknownEnvelope: ({ name, nearest }) => fr`Enveloppe inconnue : ${shorten(name)}.` + didYouMean(nearest),
    unknownLine: ({ name, envelope, nearest, hasNoLine }) =>
      fr`Poste inconnu dans l'enveloppe ${envelope} : ${shorten(name)}.` +
      (hasNoLine ? fr` Elle n'a aucun poste : laissez cet argument vide.` : didYouMean(nearest)),
    unknownField: ({ name, nearest }) => fr`Champ inconnu : ${shorten(name)}.` + didYouMean(nearest),
    ambiguousField: ({ name, choices }) =>
      fr`Plusieurs champs s'appellent « ${shorten(name)} » ; précisez : ${choices.join(', ')}.`,
    dateAsLine: ({ date }) =>
      fr`${formatDate(date, 'fr')} est une date, à la place du poste : laissez le poste vide et donnez la date ensuite.`,
    noCode: ({ field, envelope }) =>
      envelope === null
        ? fr`La convention ne fixe pas de code pour « ${fieldLabel(field, 'fr')} ».`
        : fr`La convention ne fixe pas de code pour « ${fieldLabel(field, 'fr')} » sur l'enveloppe ${envelope}.`,
    codeUnread: ({ field, unread: { column, raw } }) =>
      fr`Le code « ${fieldLabel(field, 'fr')} » n'est pas certain : « ${shorten(raw)} » n'est pas lu sous « ${column} » d'ENV_Imputations.`,
    codeOfForm: ({ field, forms }) =>
      fr`La convention ne fixe pas un seul code pour « ${fieldLabel(field, 'fr')} », mais une forme : ${forms.join(', ')}.`,
    codeOfWhichEnvelope: ({ field, envelopes }) =>
      fr`Le code « ${fieldLabel(field, 'fr')} » dépend de l'enveloppe ; précisez-la : ${envelopes.join(', ')}.`,
    noEnvelope: () => fr`Indiquez l'enveloppe, ou "*" pour toute la convention.`,
    lineOfWhole: () => fr`Un poste se demande dans une enveloppe, pas sur toute la convention.`,
    noCeiling: ({ key, nature }) => noCeilingLabel(key, nature, 'fr'),
    badNature: ({ raw }) => fr`La nature doit être AE ou CP` + (raw === '' ? '.' : fr`, pas « ${shorten(raw)} ».`),
    badDate: ({ raw }) =>
      raw === '' ? fr`Indiquez une date.` : fr`Ce n'est pas une date : « ${shorten(raw)} » (exemple : 31/12/2023).`,
    dateOutOfRange: () => fr`La date obtenue n'existe pas dans ce classeur.`,
    badDays: ({ most }) => fr`Le nombre de jours doit être un entier de 0 à ${String(most)}.`,
    badAmount: ({ raw }) =>
      raw === ''
        ? fr`Indiquez un montant en euros.`
        : fr`Ce n'est pas un montant : « ${shorten(raw)} » (exemple : 1 234,56).`,
    badSeverity: ({ raw }) => fr`La gravité doit être erreur, avertissement ou information, pas « ${shorten(raw)} ».`,
    severalCells: ({ position }) =>
      fr`L'argument ${String(position)} a plusieurs cellules : donnez une seule cellule ou une seule valeur.`,
    errorGiven: ({ position, error }) =>
      fr`L'argument ${String(position)} est une erreur, ${shorten(error)} : corrigez la cellule qui la donne.`,
    badRow: () => fr`Donnez les cellules d'une seule ligne, 200 au plus.`,
    rowAndHeadings: ({ cells, headings }) =>
      fr`Il faut autant d'intitulés que de cellules, sur une ou deux lignes : ${counted(cells, 'cellule', 'cellules')}, ${counted(headings, 'intitulé', 'intitulés')}.`,
    unknownHeadings: () => fr`Aucun intitulé n'est reconnu : donnez la ligne des en-têtes du suivi.`,
    notCalculable: ({ figure, missing }) =>
      fr`${FIGURES.fr[figure]} : non calculable` +
      (missing === null
        ? fr`, aucune ligne du suivi n'est comptée.`
        : fr`, aucune colonne du suivi ne donne « ${fieldLabel(missing, 'fr')} ».`),
    workbook: ({ failure }) => describeFailure(failure, 'fr').sentence,
  } satisfies Sentences,
  notJudged: {
    blank: fr`Ligne vide`,
    empty: fr`Non contrôlé : ce n'est pas une opération`,
    total: fr`Non contrôlé : ligne de total`,
    balance: fr`Non contrôlé : ligne de solde ou de crédits`,
    credits: fr`Non contrôlé : ligne de crédits ou de report, non comptée`,
    cancelled: fr`Non contrôlé : ligne annulée`,
    otherYear: fr`Non contrôlé : ligne d'un autre exercice`,
    otherConvention: fr`Non contrôlé : ligne d'une autre convention`,
    repeatedHeadings: fr`Non contrôlé : en-têtes répétés`,
  } satisfies Record<NotJudged, string>,
  reason: (title: string, found: string, expected: string) => fr`${title} : ${found} (attendu : ${expected})`,
  unchecked: (names: string, ambiguous: string) =>
    fr`Non contrôlé, sans intitulé reconnu : ${names}` + (ambiguous === '' ? '' : fr` (ambigu : ${ambiguous})`),
  notRead: (headings: string) => fr`Montants non lus : ${headings}`,
  more: (count: string) => fr`… et ${count} autres constats : le volet les donne tous.`,
};

const ENGLISH: typeof FRENCH = {
  problems: {
    unknownEnvelope: ({ name, nearest }) => `Unknown envelope: ${shorten(name)}.` + didYouMeanInEnglish(nearest),
    unknownLine: ({ name, envelope, nearest, hasNoLine }) =>
      `Unknown budget line in envelope ${envelope}: ${shorten(name)}.` +
      (hasNoLine ? ' It has no budget line: leave this argument blank.' : didYouMeanInEnglish(nearest)),
    unknownField: ({ name, nearest }) => `Unknown field: ${shorten(name)}.` + didYouMeanInEnglish(nearest),
    ambiguousField: ({ name, choices }) =>
      `Several fields are called “${shorten(name)}”; say which: ${choices.join(', ')}.`,
    dateAsLine: ({ date }) =>
      `${formatDate(date, 'en')} is a date in the place of the budget line: leave the budget line empty and give the date next.`,
    noCode: ({ field, envelope }) =>
      `The convention gives no code for “${fieldLabel(field, 'en')}”${envelope === null ? '' : ` on envelope ${envelope}`}.`,
    codeUnread: ({ field, unread: { column, raw } }) =>
      `The code “${fieldLabel(field, 'en')}” is not certain: “${shorten(raw)}” under “${column}” of ENV_Imputations cannot be read.`,
    codeOfForm: ({ field, forms }) =>
      `The convention gives no single code for “${fieldLabel(field, 'en')}” but a form: ${forms.join(', ')}.`,
    codeOfWhichEnvelope: ({ field, envelopes }) =>
      `The code “${fieldLabel(field, 'en')}” depends on the envelope; say which: ${envelopes.join(', ')}.`,
    noEnvelope: () => 'Give the envelope, or "*" for the whole convention.',
    lineOfWhole: () => 'A budget line is asked for in one envelope, not on the whole convention.',
    noCeiling: ({ key, nature }) => noCeilingLabel(key, nature, 'en'),
    badNature: ({ raw }) => `The nature must be AE or CP${raw === '' ? '.' : `, not “${shorten(raw)}”.`}`,
    badDate: ({ raw }) => (raw === '' ? 'Give a date.' : `Not a date: “${shorten(raw)}” (example: 2023-12-31).`),
    dateOutOfRange: () => 'The resulting date does not exist in this workbook.',
    badDays: ({ most }) => `The number of days must be a whole number from 0 to ${most}.`,
    badAmount: ({ raw }) =>
      raw === '' ? 'Give an amount in euros.' : `Not an amount: “${shorten(raw)}” (example: 1234.56).`,
    badSeverity: ({ raw }) => `The severity must be error, warning or information, not “${shorten(raw)}”.`,
    severalCells: ({ position }) => `Argument ${position} has several cells: give one cell or one value.`,
    errorGiven: ({ position, error }) =>
      `Argument ${position} is an error, ${shorten(error)}: correct the cell that gives it.`,
    badRow: () => 'Give the cells of one row, 200 at most.',
    rowAndHeadings: ({ cells, headings }) =>
      `As many headings as cells are needed, on one or two rows: ${cells} ${cells === 1 ? 'cell' : 'cells'}, ${headings} ${headings === 1 ? 'heading' : 'headings'}.`,
    unknownHeadings: () => 'No heading is recognised: give the heading row of the ledger.',
    notCalculable: ({ figure, missing }) =>
      `${FIGURES.en[figure]}: not calculable` +
      (missing === null
        ? ', no row of the ledger is counted.'
        : `, no column of the ledger gives “${fieldLabel(missing, 'en')}”.`),
    workbook: ({ failure }) => describeFailure(failure, 'en').sentence,
  },
  notJudged: {
    blank: 'Empty row',
    empty: 'Unchecked: not an operation',
    total: 'Unchecked: total row',
    balance: 'Unchecked: row of a balance or of credits',
    credits: 'Unchecked: row of credits, or of a sum carried forward, not counted',
    cancelled: 'Unchecked: cancelled row',
    otherYear: 'Unchecked: row of another year',
    otherConvention: 'Unchecked: row of another convention',
    repeatedHeadings: 'Unchecked: repeated headings',
  },
  reason: (title, found, expected) => `${title}: ${found} (expected: ${expected})`,
  unchecked: (names, ambiguous) =>
    `Unchecked, no heading recognised: ${names}${ambiguous === '' ? '' : ` (ambiguous: ${ambiguous})`}`,
  notRead: (headings) => `Amounts not read: ${headings}`,
  more: (count) => `… and ${count} more findings: the pane gives them all.`,
};

const SENTENCES: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : fr` Vouliez-vous dire ${nearest} ?`;
}

function didYouMeanInEnglish(nearest: string | null): string {
  return nearest === null ? '' : ` Did you mean ${nearest}?`;
}

/** The sentences of the functions in a language. */
export function functionWordsIn(language: Language): FunctionWords {
  const { problems, notJudged, reason, unchecked, notRead, more } = SENTENCES[language];
  return {
    problem: (problem) => {
      // Each entry takes the problem of its own name.
      const sentence = problems[problem.problem] as (problem: FunctionProblem) => string;
      return sentence(problem);
    },
    finding: (finding, convention) => describeFinding(finding, convention, language).message,
    reason: (finding, convention) => {
      const { found, expected } = describeFinding(finding, convention, language);
      return reason(`${finding.rule} ${ruleTitle(finding.rule, language)}`, shorten(found), expected);
    },
    notJudged,
    unchecked: (fields, ambiguous) =>
      unchecked(fields.map((field) => fieldLabel(field, language)).join(', '), ambiguous.map(shorten).join(', ')),
    notRead: (headings) => notRead(headings.map(shorten).join(', ')),
    notCalculable: notCalculableLabel(language),
    noFinding: (extent) => noFindingLabel(extent, language),
    more: (count) => more(formatCount(count, language)),
  };
}
