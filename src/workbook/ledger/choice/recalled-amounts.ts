/**
 * Amounts that a table only recalls, EJ by EJ, from another: « Montant EJ » beside the payments, which their commitment
 * on the sheet of EJ gives, and « CP payés » beside the commitments, which the dated payments of another sheet give.
 * They are no amounts of their own, typed or looked up. Those that differ are reported with their column (LEC-03).
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import type { WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import type { FoundBlock } from '../make-block';
import { operationsOf, type AmountsOfEj } from './candidate-operations';

type Nature = 'ae' | 'cp';

/** Fewer amounts may agree by chance. */
const FEWEST = 2;
const ALMOST_ALL = 0.8;
/** The date of a commitment is recalled with its amount. */
const OF_NATURE: Readonly<Record<Nature, readonly LedgerField[]>> = {
  ae: ['ae', 'commitmentDate'],
  cp: ['cp'],
};

/** The candidates without the columns that only recall the amounts of another; the same objects for any other. */
export function withoutRecalls(
  workbook: WorkbookSnapshot,
  candidates: readonly LedgerCandidate[],
): readonly LedgerCandidate[] {
  if (candidates.length < 2 || !candidates.some((one) => has(one, 'ae') && has(one, 'cp') && has(one, 'ejNumber')))
    return candidates;
  const withoutOnesOf = (nature: Nature, all: readonly LedgerCandidate[]): readonly LedgerCandidate[] =>
    all.map((one) => {
      if (!has(one, 'ae') || !has(one, 'cp') || !has(one, 'ejNumber') || isChosen(one, nature)) return one;
      const gives = nature === 'cp' ? givesPayments : givesCommitments;
      const others = all.filter((other) => other !== one && has(other, 'ejNumber') && gives(workbook, other, one));
      if (others.length === 0) return one;
      const amounts = { own: amountsOf(workbook, [one]), others: amountsOf(workbook, others) };
      const isRecall = nature === 'cp' ? recallsPayments(one, amounts) : recallsCommitments(one, amounts, others);
      return isRecall ? withoutFields(one, OF_NATURE[nature]) : one;
    });
  return withoutOnesOf('ae', withoutOnesOf('cp', candidates));
}

/** A candidate without the columns of some fields. */
export function withoutFields(candidate: LedgerCandidate, fields: readonly LedgerField[]): LedgerCandidate {
  const [first, ...others] = candidate.blocks;
  const isKept = (field: LedgerField): boolean => !fields.includes(field);
  const without = (found: FoundBlock): FoundBlock => ({
    ...found,
    columns: found.columns.filter(({ field }) => isKept(field)),
    block: { ...found.block, columns: new Map([...found.block.columns].filter(([field]) => isKept(field))) },
  });
  return { ...candidate, blocks: [without(first), ...others.map(without)] };
}

type ByEj = ReadonlyMap<string, AmountsOfEj>;

/** The amounts of a table, and those of the others together. */
interface Compared {
  readonly own: ByEj;
  readonly others: ByEj;
}

function amountsOf(workbook: WorkbookSnapshot, tables: readonly LedgerCandidate[]): ByEj {
  const [only, ...others] = tables.map((table) => operationsOf(workbook, table).byEj);
  if (only && others.length === 0) return only;
  const all = new Map<string, AmountsOfEj>();
  for (const byEj of [only ?? [], ...others])
    for (const [ej, { ae, cp, unpaid }] of byEj) {
      const known = all.get(ej) ?? { ae: [], cp: [], unpaid: 0 };
      all.set(ej, { ae: [...known.ae, ...ae], cp: [...known.cp, ...cp], unpaid: known.unpaid + unpaid });
    }
  return all;
}

/** True for a table of dated payments. */
function givesPayments(workbook: WorkbookSnapshot, other: LedgerCandidate): boolean {
  if (!has(other, 'cp') || !has(other, 'paymentDate')) return false;
  return !has(other, 'ae') || paysEachRow(operationsOf(workbook, other).byEj);
}

/** True for a table of commitments, with the columns that decide where those of the other count. */
function givesCommitments(_: WorkbookSnapshot, other: LedgerCandidate, one: LedgerCandidate): boolean {
  const carried = (['ministerialAxis2', 'commitmentDate'] as const).filter((field) => has(one, field));
  return has(other, 'ae') && !has(other, 'cp') && carried.every((field) => has(other, field));
}

/** The total paid of each EJ beside its commitment; with a date of its own, it may be a payment (LEC-05). */
function recallsPayments(one: LedgerCandidate, { own, others }: Compared): boolean {
  if (has(one, 'paymentDate') || headsInstalments(one)) return false;
  let [matches, differences] = [0, 0];
  for (const [ej, { cp }] of own) {
    if (cp.length === 0) continue;
    if (sumOf(cp) === sumOf(others.get(ej)?.cp ?? [])) matches++;
    else differences++;
  }
  return areMost(matches, differences);
}

/**
 * The amount of the EJ on each of its payments. A ledger whose every EJ is paid on one row, and that another list of EJ
 * repeats, is left as it is.
 */
function recallsCommitments(
  one: LedgerCandidate,
  { own, others }: Compared,
  tables: readonly LedgerCandidate[],
): boolean {
  if (!paysEachRow(own)) return false;
  let [matches, differences, isWritten] = [0, 0, false];
  for (const [ej, { ae }] of own) {
    const committed = others.get(ej)?.ae ?? [];
    for (const amount of ae) {
      if (amount === sumOf(committed) || committed.includes(amount)) matches++;
      else differences++;
    }
    if (ae.length > committed.length && committed.length > 0) isWritten = true;
  }
  const isMore = [...others].some(([ej, { ae }]) => ae.length > 0 && !own.has(ej));
  const isRicher = !has(one, 'ministerialAxis2') && tables.some((other) => has(other, 'ministerialAxis2'));
  return areMost(matches, differences) && (isWritten || isMore || isRicher);
}

function areMost(matches: number, differences: number): boolean {
  return matches >= FEWEST && matches >= ALMOST_ALL * (matches + differences);
}

/** True where no row commits without paying: a table of payments. */
function paysEachRow(byEj: ByEj): boolean {
  return [...byEj.values()].every(({ unpaid }) => unpaid === 0);
}

const OF_ALL = /(?<![a-z])(?:total|totaux|totale|cumul|cumule|cumulee|somme)(?![a-z])/;
const ONE_OF_SEVERAL =
  /(?<![a-z])(?:acomptes?|avances?|versements?|versee?s?|factures?|soldes?|tranches?|echeances?|mensualites?|premiere?|seconde?|deuxieme|dernier)(?![a-z])|(?<![a-z\d])\d{1,2}(?:er|e|eme)?(?![a-z\d])/;

/** False for « Acompte », « Versement 1 »: a payment among others, which may be as large as the rest. */
export function mayRecall(heading: string): boolean {
  const words = comparable(heading);
  return OF_ALL.test(words) || !ONE_OF_SEVERAL.test(words);
}

function headsInstalments({ blocks }: LedgerCandidate): boolean {
  return blocks.some(({ block }) => !mayRecall(block.columns.get('cp')?.heading ?? ''));
}

function has({ blocks }: LedgerCandidate, field: LedgerField): boolean {
  return blocks.some(({ block }) => block.columns.has(field));
}

/** The user mapped the column. */
function isChosen({ blocks }: LedgerCandidate, nature: Nature): boolean {
  return blocks.some(({ columns }) => columns.some((column) => column.field === nature && column.isChosen));
}

function sumOf(cents: readonly number[]): number {
  return cents.reduce((sum, one) => sum + one, 0);
}
