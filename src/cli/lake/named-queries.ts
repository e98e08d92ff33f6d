/** The queries that have a name: one standard SQL file each, in `queries/`, which any engine over the lake may run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../messages/language';

/** Beside this file, and beside the bundle: the build copies it. */
const FOLDER = join(__dirname, 'queries');
const EXTENSION = '.sql';

export interface NamedQuery {
  readonly name: string;
  /** Its subject in a few words, from the comments at its head. */
  readonly about: Readonly<Record<Language, string>>;
  readonly sql: string;
}

/** The queries, in the order of their names. */
export function namedQueries(): readonly NamedQuery[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(EXTENSION));
  return files.sort().map((file) => {
    const sql = readFileSync(join(FOLDER, file), 'utf8');
    const about = (language: Language): string => new RegExp(`^-- ${language}: (.+)$`, 'm').exec(sql)?.[1] ?? '';
    return { name: file.slice(0, -EXTENSION.length), about: { fr: about('fr'), en: about('en') }, sql };
  });
}
