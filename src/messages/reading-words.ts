/** The account of reading in words: one sentence for each place. */
import { columnName } from '../workbook/cells';
import type { ReadingEntry } from '../workbook/reading/account';
import type { IdleColumn, IdleValue } from '../workbook/reading/idle-columns';
import { READING as ENGLISH } from './en/reading';
import { formatAmount } from './format';
import { READING as FRENCH, type ReadingPhrases } from './fr/reading';
import type { Language } from './language';

const WORDS: Readonly<Record<Language, ReadingPhrases>> = { fr: FRENCH, en: ENGLISH };

/** The words of the account in a language. */
export function readingWords(language: Language): ReadingPhrases {
  return WORDS[language];
}

/** Why a place has its role: « plage du suivi ; 2 montants illisibles ». */
export function readingReason({ reason, detail, isHidden, unreadable }: ReadingEntry, language: Language): string {
  const words = WORDS[language];
  const parts = [
    words.reasons[reason](detail),
    ...(isHidden ? [words.hidden] : []),
    ...(unreadable > 0 ? [words.unreadable(unreadable)] : []),
  ];
  return parts.join(words.semicolon);
}

/** « 12 lignes avec montant, AE 1 200,00 €, CP 300,00 €, 2 montants illisibles ». */
export function readingSums({ rows, sums, unreadable }: ReadingEntry, language: Language): string {
  const words = WORDS[language];
  const amounts = [
    ...(sums.ae === 0 ? [] : [`AE ${formatAmount(sums.ae, language)}`]),
    ...(sums.cp === 0 ? [] : [`CP ${formatAmount(sums.cp, language)}`]),
    ...(sums.other === 0 ? [] : [words.other(formatAmount(sums.other, language))]),
  ];
  const notRead = unreadable > 0 ? [words.unreadable(unreadable)] : [];
  if (rows === 0 && amounts.length + unreadable === 0) return words.nothing;
  if (amounts.length === 0) return [words.rows(rows), ...(unreadable > 0 ? notRead : [words.nothing])].join(', ');
  return [words.rowsWithAmounts(rows), ...amounts, ...notRead].join(', ');
}

/** « « Contrôle » (colonne K) ». */
export function idleColumnName({ heading, place }: IdleColumn, language: Language): string {
  return WORDS[language].idle.column(columnName(place.found.column), heading);
}

/** « « KO », 2 lignes à partir de la ligne 9 »; with its sheet where the ledger has several. */
export function idleValueWords({ text, rows, first }: IdleValue, language: Language, namesSheet: boolean): string {
  const { onRow, onRows, onSheet } = WORDS[language].idle;
  const row = String(first.row + 1);
  const value = rows === 1 ? onRow(text, row) : onRows(text, rows, row);
  return namesSheet ? onSheet(value, first.sheet) : value;
}
