/**
 * The coded column that a name means in `ENVELOPE.CODE`: a label of the convention itself, a heading of a ledger, or
 * the beginnings or initials of the words of its name (« Dom. fonct. », « UO », « CC »). A name of several columns
 * means the only one for which the convention gives a code.
 */
import type { Convention } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS, type ImputationField } from '../../domain/imputation/imputation';
import { failure, success, type Result } from '../../domain/result';
import { comparable, nearest } from '../../domain/text';
import { FIELD_NAMES } from '../../workbook/field-names';
import type { FunctionProblem } from './function-words';

/** Other names in use, besides those of `FIELD_NAMES`. */
const OTHER_NAMES: Readonly<Partial<Record<ImputationField, readonly string[]>>> = {
  financialCentre: ['Unité opérationnelle'],
  activity: ['Référentiel de programmation'],
};
const EMPTY_WORDS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'n', 'no', 'numero', 'code', 'codes']);
/** Fewer letters are initials or a typing error. */
const SHORTEST_BEGINNING = 3;

/** Reads the name; refuses an unknown one with the nearest, and one of several columns with the choices. */
export function codeField(
  name: string,
  { imputation }: Pick<Convention, 'imputation'>,
  fieldNamed: (name: string) => LedgerField | null,
): Result<ImputationField, FunctionProblem> {
  const own = imputation.filter(({ label }) => label !== '' && keyOf(label) === keyOf(name)).map(({ field }) => field);
  const heading = fieldNamed(name);
  const read = IMPUTATION_FIELDS.filter((field) => field === heading);
  const meant =
    own.length > 0 ? new Set(own) : new Set(read.length > 0 ? read : IMPUTATION_FIELDS.filter(isMeantBy(name)));
  const given = [...meant].filter((field) => imputation.some((rule) => rule.field === field));
  const [only, ...others] = given.length === 0 ? meant : given;
  if (only && others.length === 0) return success(only);
  if (only)
    return failure({ problem: 'ambiguousField', name, choices: [only, ...others].map((one) => FIELD_NAMES[one]) });
  const labels = imputation.map(({ label }) => label).filter((label) => label !== '');
  const known = [...labels, ...IMPUTATION_FIELDS.map((field) => FIELD_NAMES[field])];
  return failure({ problem: 'unknownField', name, nearest: nearest(name, known) });
}

function isMeantBy(name: string): (field: ImputationField) => boolean {
  const wanted = wordsOf(name);
  return (field) =>
    wanted.length > 0 &&
    [FIELD_NAMES[field], ...(OTHER_NAMES[field] ?? [])].map(wordsOf).some((words) => {
      return areInitials(wanted, words) || areBeginnings(wanted, words);
    });
}

/** « CC », « AM2 », « A. M. 2 ». */
function areInitials(wanted: readonly string[], words: readonly string[]): boolean {
  return words.length > 1 && wanted.join('') === words.map((word) => word.charAt(0)).join('');
}

/** Each word begins another word of the name, in order; figures are whole. */
function areBeginnings(wanted: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  return wanted.every((word) => {
    const isFigure = /^\d+$/.test(word);
    if (!isFigure && word.length < SHORTEST_BEGINNING) return false;
    const found = words.findIndex((one, index) => index >= at && (isFigure ? one === word : one.startsWith(word)));
    at = found + 1;
    return found >= 0;
  });
}

/** Words without case, accents, plural, « (s) » and points. */
function wordsOf(name: string): readonly string[] {
  return comparable(name)
    .replaceAll('(s)', '')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    .map((word) => (word.length > SHORTEST_BEGINNING ? word.replace(/s$/, '') : word));
}

function keyOf(name: string): string {
  return wordsOf(name).join(' ');
}
