/** The answers of the consolidation in words. A column or a value that is none of ours stays as it is. */
import { LAKE as ENGLISH } from './en/lake';
import { LAKE as FRENCH, type LakeWords } from './fr/lake';
import type { Language } from './language';

const WORDS: Readonly<Record<Language, LakeWords>> = { fr: FRENCH, en: ENGLISH };
/** The columns of the named queries that hold codes; the same words elsewhere are texts of the user. */
const CODED: ReadonlySet<string> = new Set(['scope', 'state', 'kind', 'reason']);

/** The heading of a column. */
export function lakeHeading(column: string, language: Language): string {
  return wordOf(WORDS[language].headings, column);
}

/** The words of a value of a column. */
export function lakeValue(column: string, value: string, language: Language): string {
  return CODED.has(column) ? wordOf(WORDS[language].codes, value) : value;
}

function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;
}
