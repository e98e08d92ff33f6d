/**
 * Matches the two sides of one nature. AE: by EJ and poste, else by EJ. CP: by DP number (of one société), then by EJ
 * and amount, then by the sum of the EJ; last, where one side gives no number, by an amount that occurs as often
 * on each side, on one day or within a month.
 */
import { type ChorusAmount, firstOf, groupsBy, type LedgerAmount, sumOf } from '../amounts';
import { matchByAmountAlone } from './match-by-amount';
import { type EjBucket, emptyOutcome, leaveLines, type Outcome, settleEj, withoutForeign } from './outcome';
import type { Open } from './pair-off';
import { addAll, type Names, settle } from './settle';
import { compareTexts } from '../../text';

const BY_EJ_LINE: Names = { alone: 'ejLine', sum: 'ejLine', subset: 'subset' };
const BY_DP: Names = { alone: 'dp', sum: 'dp', subset: 'dp' };

/** Matches the commitments (AE). */
export function matchCommitments(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]): Outcome {
  const outcome = emptyOutcome();
  for (const [ej, { rows: ofRows, lines: all }] of bucketsBy(rows, lines, ejOf, ejOf)) {
    if (ej === '') {
      for (const row of ofRows) outcome.rows.push([row]);
      leaveLines(all, outcome);
      continue;
    }
    const ofLines = withoutForeign(ofRows, all, outcome, true);
    if (ofRows.length === 0) leaveLines(ofLines, outcome);
    else if (ofLines.length === 0) outcome.rows.push(ofRows);
    else settleEj(byPostes(ofRows, ofLines, outcome), outcome, true);
  }
  matchByAmountAlone(outcome);
  return outcome;
}

/** Matches the payments (CP). */
export function matchPayments(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]): Outcome {
  const outcome = emptyOutcome();
  const ejs = new Map<string, EjBucket>();
  const root = unionOfDps(rows);
  const dpOf = ({ dp }: { readonly dp: string }): string => (dp === '' ? '' : root(dp));
  for (const [dp, bucket] of bucketsBy(rows, lines, dpOf, dpOf)) {
    if (dp === '' || bucket.rows.length === 0 || bucket.lines.length === 0) put(ejs, bucket);
    else
      for (const part of byCompany(bucket))
        settleKey({ ...part, lines: withoutForeign(part.rows, part.lines, outcome, true) }, BY_DP, ejs, outcome);
  }
  for (const [ej, bucket] of ejs) {
    bucket.lines = withoutForeign(bucket.rows, bucket.lines, outcome, false);
    if (ej !== '')
      settleEj(bucket, outcome, bucket.rows.every(({ dp }) => dp === '') || bucket.lines.every(({ dp }) => dp === ''));
    else {
      for (const disagreement of bucket.disagreements) outcome.differing.push(disagreement);
      for (const row of bucket.rows) outcome.rows.push([row]);
      leaveLines(bucket.lines, outcome);
    }
  }
  matchByAmountAlone(outcome);
  return { ...outcome, rows: groupsBy(outcome.rows.flat(), ({ dp, ej }) => (dp === '' ? null : `${dp} ${ej}`)) };
}

interface Bucket extends Open {
  rows: LedgerAmount[];
  lines: ChorusAmount[];
}

function bucketsBy(
  rows: readonly LedgerAmount[],
  lines: readonly ChorusAmount[],
  keyOfRow: (row: LedgerAmount) => string,
  keyOfLine: (line: ChorusAmount) => string,
): Map<string, Bucket> {
  const buckets = new Map<string, Bucket>();
  const open = (key: string): Bucket => {
    let bucket = buckets.get(key);
    if (!bucket) buckets.set(key, (bucket = { rows: [], lines: [] }));
    return bucket;
  };
  for (const row of rows) open(keyOfRow(row)).rows.push(row);
  for (const line of lines) open(keyOfLine(line)).lines.push(line);
  return buckets;
}

/** The postes of one EJ, when both sides name them. */
function byPostes(rows: LedgerAmount[], lines: readonly ChorusAmount[], outcome: Outcome): EjBucket {
  const isSingle = rows.length === 1 && lines.length === 1;
  const areNamed = !isSingle && rows.every(({ ejLine }) => ejLine !== '') && lines.every(({ ejLine }) => ejLine !== '');
  if (!areNamed) return { rows, lines, disagreements: [] };
  const ejs = new Map<string, EjBucket>();
  for (const bucket of bucketsBy(
    rows,
    lines,
    ({ ejLine }) => ejLine,
    ({ ejLine }) => ejLine,
  ).values())
    settleKey(bucket, BY_EJ_LINE, ejs, outcome);
  return ejs.values().next().value ?? { rows: [], lines: [], disagreements: [] };
}

/** Matches the amounts of one number; leftovers of both sides disagree, leftovers of one side are free on their EJ. */
function settleKey(bucket: Open, names: Names, ejs: Map<string, EjBucket>, outcome: Outcome): void {
  const { matches, rows, lines, gaveUp } = settle(bucket.rows, bucket.lines, names, true);
  addAll(outcome.matches, matches);
  if (rows.length === 0 || lines.length === 0) put(ejs, { rows, lines });
  else
    for (const part of byEj(rows, lines))
      openEj(ejs, firstOf(part.lines)?.ej ?? '').disagreements.push({
        rows: part.rows,
        lines: part.lines,
        gaveUp,
        bySum: names.sum,
      });
}

/** Amounts of one number on several EJ: each EJ differs apart where both sides name the same ones. */
function byEj(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]): readonly Open[] {
  const parts = [...bucketsBy(rows, lines, ejOf, ejOf).values()];
  return parts.every((part) => part.rows.length > 0 && part.lines.length > 0) ? parts : [{ rows, lines }];
}

function put(ejs: Map<string, EjBucket>, { rows, lines }: Open): void {
  for (const row of rows) (openEj(ejs, row.ej).rows as LedgerAmount[]).push(row);
  for (const line of lines) (openEj(ejs, line.ej).lines as ChorusAmount[]).push(line);
}

function openEj(ejs: Map<string, EjBucket>, ej: string): EjBucket {
  let bucket = ejs.get(ej);
  if (!bucket) ejs.set(ej, (bucket = { rows: [], lines: [], disagreements: [] }));
  return bucket;
}

/** A DP number is only unique in its société: the rows go to the one of their EJ, or of their amount. */
function byCompany(bucket: Bucket): readonly Open[] {
  const companies = groupsBy(bucket.lines, ({ line }) => line.company);
  if (companies.length === 1) return [bucket];
  const parts = companies
    .sort(([one], [other]) => compareTexts(one?.line.company ?? '', other?.line.company ?? ''))
    .map((lines): Bucket => ({ rows: [], lines }));
  for (const row of bucket.rows) {
    const sameEj = parts.find(({ lines }) => lines.some(({ ej }) => ej === row.ej && ej !== ''));
    (sameEj ?? parts.find(({ lines }) => sumOf(lines) === row.cents) ?? parts[0])?.rows.push(row);
  }
  return parts;
}

/** A function from a DP to one number for all the DP that rows sum together. */
function unionOfDps(rows: readonly LedgerAmount[]): (dp: string) => string {
  const parents = new Map<string, string>();
  const root = (dp: string): string => {
    let found = dp;
    for (let parent = parents.get(found); parent !== undefined; parent = parents.get(found)) found = parent;
    return found;
  };
  for (const { dp, otherDps } of rows) {
    for (const other of otherDps) {
      const [one, two] = [root(dp), root(other)];
      if (one !== two) parents.set(two, one);
    }
  }
  return parents.size === 0 ? (dp) => dp : root;
}

function ejOf({ ej }: { readonly ej: string }): string {
  return ej;
}
