/**
 * The conventions that come with the product, and the door for a file of another one. Adding a convention is adding a
 * file to the list.
 */
import type { Convention } from '../domain/envelopes/convention';
import { assert, failure, success, type Result } from '../domain/result';
import type { Failure } from '../workbook/failure';
import dgefpDge2023 from './dgefp-dge-2023.json';
import dgefpDgtresorCis from './dgefp-dgtresor-cis.json';
import mildecaDga2023 from './mildeca-dga-2023.json';
import { repeatedMember } from './repeated-member';
import { readConventionJson } from './schema';
import sgaDefenseInsee2010 from './sga-defense-insee-2010.json';

const FILES: ReadonlyMap<string, unknown> = new Map<string, unknown>(
  [dgefpDge2023, sgaDefenseInsee2010, dgefpDgtresorCis, mildecaDga2023].map((file) => [file.id, file]),
);

/** Identifiers of the conventions that come with the product. */
export const KNOWN_CONVENTIONS: readonly string[] = [...FILES.keys()];

/** Those already read. */
const read = new Map<string, Convention>();

/** One of the product's own conventions, read once. Refuses an identifier that is not in `KNOWN_CONVENTIONS`. */
export function loadConvention(id: string): Result<Convention, Failure> {
  const known = read.get(id);
  if (known) return success(known);
  const file = FILES.get(id);
  if (file === undefined) return failure({ code: 'unknownConvention', id, known: KNOWN_CONVENTIONS });
  const convention = readConventionJson(file, id);
  assert(convention.ok, `the convention ${id} of the product cannot be read`);
  read.set(id, convention.value);
  return success(convention.value);
}

/**
 * A convention from the JSON of a file. Refuses with the path of the first fault; with the text of the file, that of a
 * member given twice, of which the JSON has only the last.
 */
export function parseConvention(json: unknown, text?: string): Result<Convention, Failure> {
  const path = text === undefined ? null : repeatedMember(text);
  if (path === null) return readConventionJson(json, 'JSON');
  const found = path.slice(path.lastIndexOf('.') + 1);
  return failure({ code: 'badConvention', table: 'JSON', cell: path, problem: 'memberRepeated', found, expected: '' });
}
