/** The sentences of the errors in cells, in both languages; a new problem without its sentence does not compile. */
import type { FunctionProblem } from '../application/function-problem';
import type { DescribeProblem } from '../application/functions';
import { describeFailure } from '../messages/failures';
import { fieldLabel } from '../messages/labels';
import type { Language } from '../messages/language';
import { fr, shorten } from '../messages/typography';

type ProblemOf<P extends FunctionProblem['problem']> = Extract<FunctionProblem, { readonly problem: P }>;
type Sentences = { readonly [P in FunctionProblem['problem']]: (problem: ProblemOf<P>) => string };

const FRENCH: Sentences = {
  unknownEnvelope: ({ name, nearest }) => fr`Enveloppe inconnue : ${shorten(name)}.` + didYouMean(nearest),
  unknownLine: ({ name, envelope, nearest }) => fr`Poste inconnu dans l'enveloppe ${envelope} : ${shorten(name)}.` + didYouMean(nearest),
  unknownField: ({ name, nearest }) => fr`Champ inconnu : ${shorten(name)}.` + didYouMean(nearest),
  noCode: ({ field, envelope }) =>
    envelope === null
      ? fr`La convention ne fixe pas de code pour « ${fieldLabel(field, 'fr')} ».`
      : fr`La convention ne fixe pas de code pour « ${fieldLabel(field, 'fr')} » sur l'enveloppe ${envelope}.`,
  codeOfForm: ({ field, forms }) => fr`La convention ne fixe pas un seul code pour « ${fieldLabel(field, 'fr')} », mais une forme : ${forms.join(', ')}.`,
  codeOfWhichEnvelope: ({ field, envelopes }) => fr`Le code « ${fieldLabel(field, 'fr')} » dépend de l'enveloppe ; précisez-la : ${envelopes.join(', ')}.`,
  noEnvelope: () => fr`Indiquez l'enveloppe, ou "*" pour toute la convention.`,
  lineOfWhole: () => fr`Un poste se demande dans une enveloppe, pas sur toute la convention.`,
  badNature: ({ raw }) => fr`La nature doit être AE ou CP` + (raw === '' ? '.' : fr`, pas « ${shorten(raw)} ».`),
  badDate: ({ raw }) => (raw === '' ? fr`Indiquez une date.` : fr`Ce n'est pas une date : « ${shorten(raw)} » (exemple : 31/12/2023).`),
  dateOutOfRange: () => fr`La date obtenue n'existe pas dans ce classeur.`,
  badDays: ({ most }) => fr`Le nombre de jours doit être un entier de 0 à ${String(most)}.`,
  workbook: ({ failure }) => describeFailure(failure, 'fr').sentence,
};

const ENGLISH: Sentences = {
  unknownEnvelope: ({ name, nearest }) => `Unknown envelope: ${shorten(name)}.` + didYouMeanInEnglish(nearest),
  unknownLine: ({ name, envelope, nearest }) => `Unknown budget line in envelope ${envelope}: ${shorten(name)}.` + didYouMeanInEnglish(nearest),
  unknownField: ({ name, nearest }) => `Unknown field: ${shorten(name)}.` + didYouMeanInEnglish(nearest),
  noCode: ({ field, envelope }) => `The convention gives no code for “${fieldLabel(field, 'en')}”${envelope === null ? '' : ` on envelope ${envelope}`}.`,
  codeOfForm: ({ field, forms }) => `The convention gives no single code for “${fieldLabel(field, 'en')}” but a form: ${forms.join(', ')}.`,
  codeOfWhichEnvelope: ({ field, envelopes }) => `The code “${fieldLabel(field, 'en')}” depends on the envelope; say which: ${envelopes.join(', ')}.`,
  noEnvelope: () => 'Give the envelope, or "*" for the whole convention.',
  lineOfWhole: () => 'A budget line is asked for in one envelope, not on the whole convention.',
  badNature: ({ raw }) => `The nature must be AE or CP${raw === '' ? '.' : `, not “${shorten(raw)}”.`}`,
  badDate: ({ raw }) => (raw === '' ? 'Give a date.' : `Not a date: “${shorten(raw)}” (example: 2023-12-31).`),
  dateOutOfRange: () => 'The resulting date does not exist in this workbook.',
  badDays: ({ most }) => `The number of days must be a whole number from 0 to ${most}.`,
  workbook: ({ failure }) => describeFailure(failure, 'en').sentence,
};

function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : fr` Vouliez-vous dire ${nearest} ?`;
}

function didYouMeanInEnglish(nearest: string | null): string {
  return nearest === null ? '' : ` Did you mean ${nearest}?`;
}

/** The sentence of a problem in a language. */
export function describeProblemIn(language: Language): DescribeProblem {
  const sentences = language === 'fr' ? FRENCH : ENGLISH;
  return (problem) => {
    // Each entry takes the problem of its own name, which is the name of this one.
    const sentence = sentences[problem.problem] as (problem: FunctionProblem) => string;
    return sentence(problem);
  };
}
