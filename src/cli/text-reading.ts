/** « Ce qui a été lu » in the text of `check`: one line a place, those that were not read first. */
import type { Dossier } from '../application/dossier';
import type { Language } from '../messages/language';
import { idleColumnName, idleValueWords, readingReason, readingSums, readingWords } from '../messages/reading-words';
import type { ReadingEntry, ReadingRole } from '../workbook/reading/account';
import { idleColumnsOf, type IdleColumn } from '../workbook/reading/idle-columns';
import { quoteSheet } from '../workbook/cells';
import { wrapped } from './text-layout';

/** Places listed; the others are counted. */
const LISTED = 30;
/** Values listed of a column; of more, only their number. */
const FEW_VALUES = 5;
const ORDER: readonly ReadingRole[] = ['unread', 'ledger', 'setAside', 'derived', 'document', 'convention'];

/** The section. */
export function readingLines({ account }: Pick<Dossier, 'account'>, language: Language): string[] {
  const words = readingWords(language);
  const [own, others] = [account.filter(isOwnKey), account.filter((entry) => !isOwnKey(entry))];
  const entries = ORDER.flatMap((role) => [...own, ...others].filter((entry) => entry.role === role));
  const listed = entries.slice(0, LISTED);
  const left = entries.length - listed.length;
  return [
    words.title,
    ...listed.flatMap((entry) => wrapped(lineOf(entry, language), 2, 6)),
    ...(left > 0 ? [`  ${words.more(left)}`] : []),
  ];
}

/** A key that the team typed in the table of the convention may be a term of it: it comes before the other tables. */
function isOwnKey({ reason }: ReadingEntry): boolean {
  return reason === 'ownKey';
}

function lineOf(entry: ReadingEntry, language: Language): string {
  const words = readingWords(language);
  const place = `${quoteSheet(entry.sheet)}!${entry.area}${entry.table === null ? '' : ` (${entry.table})`}`;
  const reason = readingReason({ ...entry, unreadable: 0 }, language);
  return `${words.roles[entry.role]}${words.colon}${place}, ${readingSums(entry, language)} (${reason})`;
}

/** The columns of the ledger that no figure uses; without any, no section. */
export function idleLines(dossier: Dossier, language: Language): string[] {
  const columns = idleColumnsOf(dossier);
  if (columns.length === 0) return [];
  const { idle } = readingWords(language);
  const left = columns.length - LISTED;
  return [
    idle.title,
    ...wrapped(idle.intro, 2),
    ...columns.slice(0, LISTED).flatMap((column) => wrapped(idleLine(column, language), 2, 6)),
    ...(left > 0 ? [`  ${idle.moreColumns(left)}`] : []),
  ];
}

function idleLine(column: IdleColumn, language: Language): string {
  const { colon, semicolon, idle } = readingWords(language);
  const { rows, values, sheets } = column;
  const isListed = values.length > 0 && values.length <= FEW_VALUES;
  const listed = values.map((value) => idleValueWords(value, language, sheets > 1));
  return `${idleColumnName(column, language)}${colon}${isListed ? listed.join(semicolon) : idle.extent(rows, values.length)}`;
}
