/**
 * Compares the codes of both sides of a group (CHO-04), field by field, by the net amount of each code, so that the
 * halves of a reimputation (types 600 and 650) leave only the code that counts. A field that is empty on one side is
 * not compared, but a row that names no envelope differs from a line that does: it is in no figure. A code of Chorus
 * that is not recognised differs from any but the same text in the ledger. A row without a code is charged to the
 * convention: a code that the convention does not allow differs from it. The number of the EJ is compared in the same
 * way: a payment is found by its DP number, and on another EJ it leaves the restes à payer of both wrong. So is the
 * number of the DP of one payment, where it seems mistyped.
 */
import { readEj } from '../imputation/ej-number';
import { IMPUTATION_FIELDS, type ImputationField } from '../imputation/imputation';
import { type Amount, type ChorusAmount, shownDp } from './amounts';
import { agree, AXIS, type CodeReader, envelopeOf } from './codes/comparable-codes';
import type { ChorusExtract } from './extract';
import type { CodeShare, CodeShares } from './groups';
import { compareTexts } from '../text';

const DP = /^\d{8,12}$/;
const NONE: readonly CodeShares[] = [];

/**
 * The fields that differ: the EJ, then those of the convention's « Référence Chorus », in its order. With equal sums,
 * each code must have the same amount on both sides; with unequal ones, a field differs only when the two sides share
 * no code.
 */
export function codeDifferences(
  rows: readonly Amount[],
  lines: readonly ChorusAmount[],
  sumsAreEqual: boolean,
): readonly CodeShares[] {
  const [row, line] = [rows[0], lines[0]];
  if (!row || !line) return NONE;
  const dps = rows.length === 1 && lines.length === 1 ? mistypedDp(row, line) : NONE;
  const isOneEj = rows.every(({ ej }) => ej === row.ej) && lines.every(({ ej }) => ej === row.ej);
  const ejs = [...(isOneEj ? NONE : differenceIn('ejNumber', rows, lines, ejOf, sumsAreEqual)), ...dps];
  const areTyped = lines.some(({ codes }) => codes.typed.some((text) => text !== null));
  const areUniform = rows.every(({ codes }) => codes === row.codes) && lines.every(({ codes }) => codes === line.codes);
  const isForeign = lines.some(({ foreign }) => foreign.length > 0);
  const isUncharged = envelopeOf(row.codes) === null && envelopeOf(line.codes) !== null;
  if (areUniform && !areTyped && !isForeign && !isUncharged && agree(row.codes, line.codes)) return ejs;
  const different = IMPUTATION_FIELDS.flatMap((field, at): readonly CodeShares[] => {
    const isTyped = areTyped && lines.some(({ codes }) => codes.typed[at] !== null);
    const codeOf = ({ codes }: Amount): string | null =>
      codes.values[at] ?? (isTyped ? (codes.typed[at] ?? null) : null);
    const ofRow = field === 'ministerialAxis2' ? chargedTo : codeOf;
    const between = differenceIn(field, rows, lines, codeOf, sumsAreEqual, ofRow);
    return between.length > 0 || !isForeign ? between : fromConvention(field, rows, lines, codeOf);
  });
  // The domaine begins with the programme: one fault gives one difference.
  const isOfDomain = different.some(({ field }) => field === 'functionalDomain');
  return [...ejs, ...different.filter(({ field }) => !isOfDomain || field !== 'programme')];
}

/** « 110514122 » and « 110514212 »: one payment whose DP has two digits exchanged on one side. */
function mistypedDp(row: Amount, line: Amount): readonly CodeShares[] {
  if (!isMistyped(row.dp, line.dp)) return NONE;
  const sharesIn = ({ dp, cents }: Amount): readonly CodeShare[] => [{ code: shownDp(dp), cents }];
  return [{ field: 'dpNumber', ledger: sharesIn(row), chorus: sharesIn(line) }];
}

function isMistyped(one: string, other: string): boolean {
  if (one.length !== other.length || !DP.test(one) || !DP.test(other)) return false;
  const apart = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && one[first] === other[second] && one[second] === other[first];
}

function differenceIn(
  field: CodeShares['field'],
  rows: readonly Amount[],
  lines: readonly Amount[],
  codeOf: (amount: Amount) => string | null,
  sumsAreEqual: boolean,
  ofRow = codeOf,
): readonly CodeShares[] {
  const [ledger, chorus] = [sharesOf(rows, ofRow), sharesOf(lines, codeOf)];
  return differ(ledger, chorus, sumsAreEqual) ? [{ field, ledger: ledger.shares, chorus: chorus.shares }] : NONE;
}

/** The envelope of a row, else the text that names none; empty without any. */
export function chargedTo({ codes }: Amount): string {
  return envelopeOf(codes) ?? codes.typed[AXIS] ?? '';
}

/** The amounts that Chorus charges to codes that are not the convention's, and that the ledger does not. */
function fromConvention(
  field: ImputationField,
  rows: readonly Amount[],
  lines: readonly ChorusAmount[],
  codeOf: (amount: Amount) => string | null,
): readonly CodeShares[] {
  const foreign = lines.flatMap((line) => line.foreign).filter((one) => one.field === field);
  const [first] = foreign;
  if (!first) return NONE;
  const ledger = sharesOf(rows, (row) => codeOf(row) ?? '').shares;
  const chorus = sharesOf(lines, codeOf).shares;
  const own = new Map(ledger.map(({ code, cents }) => [code, cents]));
  const isElsewhere = ({ code, cents }: CodeShare): boolean =>
    foreign.some((one) => one.code === code) && Math.abs(cents) > Math.abs(own.get(code) ?? 0);
  return chorus.some(isElsewhere) ? [{ field, ledger, chorus, allowed: first.allowed }] : NONE;
}

/** Null for a number that is absent, or is not that of an EJ. */
function ejOf({ ej }: Amount): string | null {
  const reading = readEj(ej, false);
  return reading.kind === 'ej' ? reading.number : null;
}

interface Shares {
  readonly shares: readonly CodeShare[];
  /** The amounts that are empty in that field, without their signs. */
  readonly unknown: number;
}

function sharesOf(amounts: readonly Amount[], codeOf: (amount: Amount) => string | null): Shares {
  const nets = new Map<string, number>();
  let unknown = 0;
  for (const amount of amounts) {
    const code = codeOf(amount);
    if (code === null) unknown += Math.abs(amount.cents);
    else nets.set(code, (nets.get(code) ?? 0) + amount.cents);
  }
  const shares = [...nets].filter(([, cents]) => cents !== 0).map(([code, cents]) => ({ code, cents }));
  return { shares: shares.sort((one, other) => compareTexts(one.code, other.code)), unknown };
}

/** The amounts of one side that the same codes do not have on the other. */
function excess(one: Shares, other: Shares): number {
  const centsOf = new Map(other.shares.map(({ code, cents }) => [code, cents]));
  let sum = 0;
  for (const { code, cents } of one.shares) sum += Math.max(0, cents - (centsOf.get(code) ?? 0));
  for (const { code, cents } of other.shares)
    if (!one.shares.some((share) => share.code === code)) sum += Math.max(0, -cents);
  return sum;
}

function differ(ledger: Shares, chorus: Shares, sumsAreEqual: boolean): boolean {
  if (ledger.shares.length === 0 || chorus.shares.length === 0) return false;
  // an amount that is empty may be of any code, and explains no more than itself
  if (sumsAreEqual) return excess(chorus, ledger) > ledger.unknown || excess(ledger, chorus) > chorus.unknown;
  const codes = new Set(ledger.shares.map(({ code }) => code));
  return !chorus.shares.some(({ code }) => codes.has(code));
}

/** The columns of one extract whose codes cannot be compared. */
export interface UncomparedCodes {
  readonly source: string;
  readonly fields: readonly ImputationField[];
}

/**
 * For each extract, in their order, the columns that are filled, and never in the form of their field nor with the
 * name of an envelope: such a column holds something else (labels, numbers of files).
 */
export function uncomparedCodesOf(extracts: readonly ChorusExtract[], reader: CodeReader): readonly UncomparedCodes[] {
  return extracts.map(({ source, lines }) => {
    const codes = [...new Set(lines.map(({ imputation }) => reader.codesOf(imputation)))];
    const fields = IMPUTATION_FIELDS.filter(
      (_, at) => codes.every(({ values }) => values[at] === null) && codes.some(({ typed }) => typed[at] !== null),
    );
    return { source, fields };
  });
}
