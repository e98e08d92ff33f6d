/** Words and values of a comparison of two states. */
import type { BridgeCause } from '../domain/comparison/bridges';
import type { ChangedFinding } from '../domain/comparison/compare-findings';
import { rowValue, type ComparedField } from '../domain/comparison/row-value';
import type { Convention } from '../domain/envelopes/convention';
import type { LedgerRow } from '../domain/envelopes/ledger';
import { describeFinding } from './describe-finding';
import { COMPARISON as ENGLISH } from './en/comparison';
import { formatAmount, formatDate } from './format';
import { COMPARISON as FRENCH } from './fr/comparison';
import { severityLabel } from './labels';
import type { Language } from './language';
import { shorten } from './typography';
import type { ChangedTerm, TermValue } from '../workbook/convention/changed-terms';
import { TABLES } from '../workbook/workbook-names';

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
  if ('status' in value) return value.typed === '' ? WORDS[language].statuses[value.status] : shorten(value.typed);
  return value.text === '' ? WORDS[language].empty : shorten(value.text);
}

/** « Avant : 6 000,00 € »: what a finding found before; its sentence where the value is the same, else its severity. */
export function formerlyFound(
  { before, after }: ChangedFinding,
  conventions: Readonly<Record<'before' | 'after', Convention>>,
  language: Language,
): string {
  const old = describeFinding(before, conventions.before, language);
  const current = describeFinding(after, conventions.after, language);
  const { formerly, sameFinding } = WORDS[language];
  if (old.found !== '' && old.found !== current.found) return formerly(old.found);
  if (old.message !== current.message) return formerly(old.message);
  return formerly(before.severity === after.severity ? sameFinding : severityLabel(before.severity, language));
}

/**
 * A term of the convention: « ENV_Enveloppes, PDE, Seuils : 70 %; 85 % → 60 %; 80 % ». A row that one convention has
 * not is one line, with its filled cells.
 */
export function describeTerm({ table, name, before, after }: ChangedTerm, language: Language): string {
  const { colon, absent, present, empty } = WORDS[language];
  const shown = (value: TermValue): string => (value === null ? empty : termValue(value, language));
  const [cell] = before && after ? after : [];
  const heading = cell && table !== 'convention' ? [cell.heading] : [];
  const names = name.flatMap((value) => (value === null ? [] : [termValue(value, language)]));
  const side = (cells: ChangedTerm['after']): string => {
    if (cells === null) return absent;
    if (cells.length === 0) return present;
    return cells.map(({ heading: of, value }) => (cell ? shown(value) : `${of} ${shown(value)}`)).join(', ');
  };
  return `${[TABLES[table], names.join(' '), ...heading].join(', ')}${colon}${side(before)} → ${side(after)}`;
}

function termValue(value: NonNullable<TermValue>, language: Language): string {
  if ('amount' in value) return formatAmount(value.amount, language);
  return 'date' in value ? formatDate(value.date, language) : shorten(value.text);
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
