/** The words of the year month by month, in both languages; fetched with the drawings. */
import type { Language } from '../../messages/language';
import { fr } from '../../messages/typography';

interface MonthWords {
  readonly months: readonly string[];
  readonly cumulated: string;
  readonly expected: string;
  readonly opened: string;
  /** The drawing in one sentence, for screen readers. */
  readonly sentence: (nature: string, realised: string, landing: string, opened: string | null) => string;
}

export const MONTH_WORDS: Readonly<Record<Language, MonthWords>> = {
  fr: {
    months: ['Janv.', 'Févr.', 'Mars', 'Avr.', 'Mai', 'Juin', 'Juil.', 'Août', 'Sept.', 'Oct.', 'Nov.', 'Déc.'],
    cumulated: 'Cumul réalisé',
    expected: 'Cumul prévu',
    opened: 'Dotation',
    sentence: (nature, realised, landing, opened) =>
      fr`${nature}, cumul : ${realised} réalisés, ${landing} prévus au 31 décembre` +
      (opened === null ? fr`, sans plafond.` : fr`, pour une dotation de ${opened}.`),
  },
  en: {
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    cumulated: 'Realised so far',
    expected: 'Expected',
    opened: 'Allocated',
    sentence: (nature, realised, landing, opened) =>
      `${nature}, cumulated: ${realised} realised, ${landing} expected on 31/12, ` +
      (opened === null ? 'without a ceiling.' : `out of ${opened} open.`),
  },
};
