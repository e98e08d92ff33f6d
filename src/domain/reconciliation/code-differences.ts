/**
 * Compares the codes of both sides of a group (CHO-04), field by field, by the net amount of each code, so that the
 * halves of a reimputation (types 600 and 650) leave only the code that counts. A field that is empty on one side is
 * not compared.
 */
import { IMPUTATION_FIELDS } from '../imputation/imputation';
import { type Amount, compareTexts } from './amounts';
import { agree } from './comparable-codes';
import type { CodeShare, CodeShares } from './groups';

const NONE: readonly CodeShares[] = [];
const PROGRAMME = IMPUTATION_FIELDS.indexOf('programme');
const DOMAIN = IMPUTATION_FIELDS.indexOf('functionalDomain');

/**
 * The fields that differ, in the order of the convention's « Référence Chorus ». With equal sums, each code must have
 * the same amount on both sides; with unequal ones, a field differs only when the two sides share no code.
 */
export function codeDifferences(
  rows: readonly Amount[],
  lines: readonly Amount[],
  sumsAreEqual: boolean,
): readonly CodeShares[] {
  const [row, line] = [rows[0], lines[0]];
  if (!row || !line) return NONE;
  if (rows.length === 1 && lines.length === 1 && agree(row.codes, line.codes)) return NONE;
  const areUniform = rows.every(({ codes }) => codes === row.codes) && lines.every(({ codes }) => codes === line.codes);
  if (areUniform && agree(row.codes, line.codes)) return NONE;
  const different = IMPUTATION_FIELDS.flatMap((field, at): readonly CodeShares[] => {
    // The domaine begins with the programme: one fault gives one difference.
    if (at === PROGRAMME && hasDomain(rows) && hasDomain(lines)) return [];
    const [ledger, chorus] = [sharesOf(rows, at), sharesOf(lines, at)];
    const differs = differ(ledger, chorus, sumsAreEqual);
    return differs ? [{ field, ledger: ledger.shares, chorus: chorus.shares }] : [];
  });
  return different;
}

interface Shares {
  readonly shares: readonly CodeShare[];
  /** Some amount is empty in that field. */
  readonly hasUnknown: boolean;
}

function sharesOf(amounts: readonly Amount[], at: number): Shares {
  const nets = new Map<string, number>();
  let hasUnknown = false;
  for (const { codes, cents } of amounts) {
    const code = codes.values[at] ?? null;
    if (code === null) hasUnknown = true;
    else nets.set(code, (nets.get(code) ?? 0) + cents);
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
