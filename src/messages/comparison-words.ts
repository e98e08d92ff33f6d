/** Words and values of a comparison of two states. */
import type { BridgeCause } from '../domain/comparison/bridges';
import { rowValue, type ComparedField } from '../domain/comparison/row-value';
import type { LedgerRow } from '../domain/envelopes/ledger';
import { COMPARISON as ENGLISH } from './en/comparison';
import { formatAmount, formatDate } from './format';
import { COMPARISON as FRENCH } from './fr/comparison';
import type { Language } from './language';
import { shorten } from './typography';

const WORDS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** The words of a language. */
export function comparisonWords(language: Language): typeof FRENCH {
  return WORDS[language];
}

/** The value of a cell of a row, as a reader knows it. */
export function cellOfRow(row: LedgerRow, field: ComparedField, language: Language): string {
  const value = rowValue(row, field);
  if ('amount' in value) return formatAmount(value.amount, language);
  if ('date' in value) return formatDate(value.date, language);
  if ('status' in value) return WORDS[language].statuses[value.status];
  return value.text === '' ? WORDS[language].empty : shorten(value.text);
}

/** The name of a term: « hausse du consommé » where it lowers what is not consumed. */
export function causeLabel(cause: BridgeCause, cents: number, language: Language): string {
  const words = WORDS[language];
  if (cause !== 'allocated' && cause !== 'consumed' && cause !== 'reserved') return words.causes[cause];
  const isUp = cause === 'allocated' ? cents > 0 : cents < 0;
  return words.moves[cause][isUp ? 'up' : 'down'];
}

/** An amount with its sign: `+1 234,56 €`. */
export function formatChange(cents: number, language: Language): string {
  return `${cents > 0 ? '+' : ''}${formatAmount(cents, language)}`;
}
