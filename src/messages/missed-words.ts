/** The amounts that a figure lacks, in words: how many were not read, and the sums that were read and do not count. */
import type { MissedSums } from '../domain/envelopes/missed/missed-sums';
import { NATURES } from '../domain/money/nature';
import { MISSED as ENGLISH } from './en/missed';
import { formatCount } from './format';
import { MISSED as FRENCH, type MissedPhrases } from './fr/missed';
import type { Language } from './language';

const WORDS: Readonly<Record<Language, MissedPhrases>> = { fr: FRENCH, en: ENGLISH };

type FormatCents = (cents: number, language: Language) => string;

/**
 * « Calculé sans 2 montants d'AE non lus et 500 € de CP d'une ligne non contrôlée », then what is reserved and perhaps
 * paid; empty when nothing is missed.
 */
export function withoutMissed(sums: MissedSums, language: Language, format: FormatCents): string {
  const words = WORDS[language];
  const amounts = amountsRead(sums, language, format);
  const parts = [
    ...amountsUnread(sums, language),
    ...(amounts.length > 0 ? [words.ofRows(words.listed(amounts), sums.readRows)] : []),
  ];
  const undated = undatedLabel(sums, language, format);
  if (parts.length === 0) return undated;
  const without = words.without(words.listed(parts));
  return undated === '' ? without : words.both(without, undated);
}

/** « CP consommés calculés sans 500 €, en attente : date de paiement illisible sur 1 ligne »; empty without any. */
export function undatedLabel(
  { undated: { rows, cents } }: MissedSums,
  language: Language,
  format: FormatCents,
): string {
  return rows === 0 ? '' : WORDS[language].undated(format(cents, language), rows);
}

/** « 2 montants d'AE non lus et 500 € de CP », after words that name the rows; empty when nothing is missed. */
export function missedAmountsLabel(sums: MissedSums, language: Language, format: FormatCents): string {
  return WORDS[language].listed([...amountsUnread(sums, language), ...amountsRead(sums, language, format)]);
}

function amountsUnread({ unread: { AE, CP, unknown } }: MissedSums, language: Language): readonly string[] {
  const { unread, unreadOf, unknown: ofUnknown } = WORDS[language];
  const count = (value: number): string => formatCount(value, language);
  return [
    ...(AE > 0 && CP > 0 ? [unread(count(AE), count(CP), AE + CP)] : []),
    ...(AE > 0 && CP === 0 ? [unreadOf.AE(AE)] : []),
    ...(CP > 0 && AE === 0 ? [unreadOf.CP(CP)] : []),
    ...(unknown > 0 ? [ofUnknown(unknown)] : []),
  ];
}

function amountsRead({ cents }: MissedSums, language: Language, format: FormatCents): readonly string[] {
  return NATURES.flatMap((nature) => {
    const sum = cents[nature];
    return sum === null ? [] : [WORDS[language].amountOf[nature](format(sum, language))];
  });
}
