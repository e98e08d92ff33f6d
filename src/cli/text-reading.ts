/** « Ce qui a été lu » in the text of `check`: one line a place, those that were not read first. */
import type { Dossier } from '../application/dossier';
import type { Language } from '../messages/language';
import { readingReason, readingSums, readingWords } from '../messages/reading-words';
import type { ReadingEntry, ReadingRole } from '../workbook/reading/account';
import { quoteSheet } from '../workbook/cells';
import { wrapped } from './text-layout';

/** Places listed; the others are counted. */
const LISTED = 30;
const ORDER: readonly ReadingRole[] = ['unread', 'ledger', 'setAside', 'derived', 'document', 'convention'];

/** The section. */
export function readingLines({ account }: Pick<Dossier, 'account'>, language: Language): string[] {
  const words = readingWords(language);
  const entries = ORDER.flatMap((role) => account.filter((entry) => entry.role === role));
  const listed = entries.slice(0, LISTED);
  const left = entries.length - listed.length;
  return [
    words.title,
    ...listed.flatMap((entry) => wrapped(lineOf(entry, language), 2, 6)),
    ...(left > 0 ? [`  ${words.more(left)}`] : []),
  ];
}

function lineOf(entry: ReadingEntry, language: Language): string {
  const words = readingWords(language);
  const place = `${quoteSheet(entry.sheet)}!${entry.area}${entry.table === null ? '' : ` (${entry.table})`}`;
  const reason = readingReason({ ...entry, unreadable: 0 }, language);
  return `${words.roles[entry.role]}${words.colon}${place}, ${readingSums(entry, language)} (${reason})`;
}
