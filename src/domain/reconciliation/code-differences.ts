/**
 * Compares the codes of both sides of a group (CHO-04), field by field, by the net amount of each code, so that the
 * halves of a reimputation (types 600 and 650) leave only the code that counts. A field that is empty on one side is
 * not compared. The number of the EJ is compared in the same way: a payment is found by its DP number, and on another
 * EJ it leaves the restes à payer of both wrong.
 */
import { readEj } from '../imputation/ej-number';
import { IMPUTATION_FIELDS } from '../imputation/imputation';
import { type Amount, compareTexts } from './amounts';
import { agree } from './comparable-codes';
import type { CodeShare, CodeShares } from './groups';

const NONE: readonly CodeShares[] = [];
const PROGRAMME = IMPUTATION_FIELDS.indexOf('programme');
const DOMAIN = IMPUTATION_FIELDS.indexOf('functionalDomain');

/**
 * The fields that differ: the EJ, then those of the convention's « Référence Chorus », in its order. With equal sums,
 * each code must have the same amount on both sides; with unequal ones, a field differs only when the two sides share
 * no code.
 */
export function codeDifferences(
  rows: readonly Amount[],
  lines: readonly Amount[],
  sumsAreEqual: boolean,
): readonly CodeShares[] {
  const [row, line] = [rows[0], lines[0]];
  if (!row || !line) return NONE;
  const isOneEj = rows.every(({ ej }) => ej === row.ej) && lines.every(({ ej }) => ej === row.ej);
  const ejs = isOneEj ? NONE : differenceIn('ejNumber', rows, lines, ejOf, sumsAreEqual);
  const areUniform = rows.every(({ codes }) => codes === row.codes) && lines.every(({ codes }) => codes === line.codes);
  if (areUniform && agree(row.codes, line.codes)) return ejs;
  const different = IMPUTATION_FIELDS.flatMap((field, at): readonly CodeShares[] => {
    // The domaine begins with the programme: one fault gives one difference.
    if (at === PROGRAMME && hasDomain(rows) && hasDomain(lines)) return [];
    return differenceIn(field, rows, lines, ({ codes }) => codes.values[at] ?? null, sumsAreEqual);
  });
  return [...ejs, ...different];
}

function differenceIn(
  field: CodeShares['field'],
  rows: readonly Amount[],
  lines: readonly Amount[],
  codeOf: (amount: Amount) => string | null,
  sumsAreEqual: boolean,
): readonly CodeShares[] {
  const [ledger, chorus] = [sharesOf(rows, codeOf), sharesOf(lines, codeOf)];
  return differ(ledger, chorus, sumsAreEqual) ? [{ field, ledger: ledger.shares, chorus: chorus.shares }] : NONE;
}

/** Null for a number that is absent, or is not that of an EJ. */
function ejOf({ ej }: Amount): string | null {
  const reading = readEj(ej, false);
  return reading.kind === 'ej' ? reading.number : null;
}

interface Shares {
  readonly shares: readonly CodeShare[];
  /** Some amount is empty in that field. */
  readonly hasUnknown: boolean;
}

function sharesOf(amounts: readonly Amount[], codeOf: (amount: Amount) => string | null): Shares {
  const nets = new Map<string, number>();
  let hasUnknown = false;
  for (const amount of amounts) {
    const code = codeOf(amount);
    if (code === null) hasUnknown = true;
    else nets.set(code, (nets.get(code) ?? 0) + amount.cents);
  }
  const shares = [...nets].filter(([, cents]) => cents !== 0).map(([code, cents]) => ({ code, cents }));
  return { shares: shares.sort((one, other) => compareTexts(one.code, other.code)), hasUnknown };
}

function differ(ledger: Shares, chorus: Shares, sumsAreEqual: boolean): boolean {
  if (ledger.shares.length === 0 || chorus.shares.length === 0) return false;
  if (sumsAreEqual && !ledger.hasUnknown && !chorus.hasUnknown) {
    return (
      ledger.shares.length !== chorus.shares.length ||
      ledger.shares.some(({ code, cents }, at) => chorus.shares[at]?.code !== code || chorus.shares[at].cents !== cents)
    );
  }
  const codes = new Set(ledger.shares.map(({ code }) => code));
  return !chorus.shares.some(({ code }) => codes.has(code));
}

function hasDomain(amounts: readonly Amount[]): boolean {
  return amounts.some(({ codes }) => codes.values[DOMAIN] !== null);
}
