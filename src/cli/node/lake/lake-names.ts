/** Names in the folder of a lake: the key of a workbook, and the folder of its convention and credit year. */
import { createHash } from 'node:crypto';
import { basename, extname, relative, resolve, sep } from 'node:path';
import type { ExportedWorkbook, WorkbookName } from '../../../application/lake/workbook-tables';
import { comparable } from '../../../domain/text';

/** Hive, Spark, Trino and DuckDB read it as null in the name of a folder. */
const NULL = '__HIVE_DEFAULT_PARTITION__';
const LONGEST_SLUG = 40;
/** File systems allow 255 bytes. */
const LONGEST_FOLDER = 200;
/** Windows refuses some of the others, and a path separates by some. */
const PLAIN = /[A-Za-z0-9_.-]/;

/** `suivi-2023-1f6e…`: the words of the name, then the digest of the path from the lake, so that both may move together. */
export function workbookName(lake: string, file: string): WorkbookName {
  const path = relative(resolve(lake), resolve(file)).split(sep).join('/').normalize('NFC');
  const same = process.platform === 'win32' ? path.toLowerCase() : path;
  const words = comparable(basename(file, extname(file)))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '');
  return { key: `${words === '' ? '' : `${words}-`}${digest(same)}`, file: path };
}

/** `convention=dgefp-dge-2023/year=2023`. */
export function partitionFolder(partition: ExportedWorkbook['partition']): string {
  const { convention, year } = partition ?? { convention: '', year: NULL };
  return `convention=${folderValue(convention)}/year=${year}`;
}

/**
 * Characters of ASCII other than letters and digits are written `%2F`, which every engine reads back; letters with
 * accents stay. A value too long for a folder is cut, and ends with its digest.
 */
function folderValue(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '') return NULL;
  const escaped = name === NULL ? [...name.replace('_', '%5F')] : Array.from(name, escapedLetter);
  if (Buffer.byteLength(escaped.join('')) <= LONGEST_FOLDER) return escaped.join('');
  let kept = '';
  for (const letter of escaped) {
    if (Buffer.byteLength(kept + letter) > LONGEST_FOLDER) break;
    kept += letter;
  }
  return `${kept}-${digest(name)}`;
}

function escapedLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code > 0x9f) return letter;
  return PLAIN.test(letter) ? letter : `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
