/**
 * Explains an operation that one side lacks: the other side has it, but not compared, such as a payment of another year
 * in Chorus, or one without a payment date in the ledger. It is recognised by its DP, else by its EJ, and its amount.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { NumbersOutside, RowOutside } from '../envelopes/reading-facts';
import type { Nature } from '../money/nature';
import {
  type Amount,
  byContent,
  type ChorusAmount,
  compareTexts,
  type LedgerAmount,
  NO_DAY,
  type NotCompared,
} from './amounts';
import type { ChorusExtract } from './extract';
import type { Counterpart } from './groups';
import { rawOf, readingOf, type RowWithoutAmount } from './unread-rows';

interface Aside<A extends Amount> {
  readonly amount: A;
  readonly why: NotCompared | 'reserved';
}

/** The amounts of one side that are not compared, by DP and by EJ; only for the keys that are asked for. */
export class Counterparts<A extends LedgerAmount | ChorusAmount> {
  private readonly found = new Map<string, Aside<A>>();

  constructor(asked: readonly (readonly (LedgerAmount | ChorusAmount)[])[], aside: readonly Aside<A>[]) {
    if (asked.length === 0) return;
    const keys = new Set(asked.flatMap(([first]) => (first ? keysOf(first) : [])));
    for (const one of aside) {
      for (const key of keysOf(one.amount)) {
        if (!keys.has(key)) continue;
        const known = this.found.get(key);
        if (!known || compareAsides(one, known) < 0) this.found.set(key, one);
      }
    }
  }

  /** The same operation among the amounts not compared. */
  find(amount: LedgerAmount | ChorusAmount): Aside<A> | null {
    for (const key of keysOf(amount)) {
      const one = this.found.get(key);
      if (one) return one;
    }
    return null;
  }
}

/** The state of an amount of the other side, where that explains the one that is lacking. */
const KINDS: Readonly<Partial<Record<Aside<Amount>['why'], Counterpart['kind']>>> = {
  outsideCreditYear: 'otherYear',
  reserved: 'unpaid',
  project: 'project',
  cancelled: 'cancelled',
};

/** The counterpart as the result shows it; null when it explains nothing. */
export function counterpartOf(aside: Aside<LedgerAmount | ChorusAmount> | null): Counterpart | null {
  if (!aside) return null;
  const { amount, why } = aside;
  const kind = KINDS[why];
  if (kind === undefined) return null;
  return {
    kind,
    date: amount.day === NO_DAY ? null : (amount.day as CivilDate),
    row: 'row' in amount ? amount.row.key : null,
  };
}

/** A row with the number of the operation and no amount that is read, as the result shows it. */
export function unreadCounterpart(found: RowWithoutAmount | null, nature: Nature): Counterpart | null {
  if (!found) return null;
  const { row } = found.amount;
  return { kind: 'unread', date: null, row: row.key, cell: { raw: rawOf(readingOf(row, nature)), by: found.by } };
}

/** Finds the row with the number of lines that the ledger lacks, among those that are set aside or not read. */
export type FindOutside = (nature: Nature, lines: readonly ChorusAmount[]) => Counterpart | null;

/**
 * That search, in the places of a workbook but the sheets that are themselves the extracts. A payment is found by its
 * DP, or by its EJ on a row that has no other number.
 */
export function outsideOf(numbers: NumbersOutside | undefined, extracts: readonly ChorusExtract[]): FindOutside {
  if (numbers === undefined) return () => null;
  const isExtract = ({ sheet }: RowOutside): boolean =>
    extracts.some(({ source }) => source === sheet || source.endsWith(` · ${sheet}`));
  const rowsOf = (number: string): readonly RowOutside[] =>
    number === '' ? [] : numbers.get(number).filter((row) => !isExtract(row));
  const made = (row: RowOutside | undefined, by: 'dp' | 'ej'): Counterpart | null =>
    row === undefined ? null : { kind: 'outside', date: null, row: null, place: { row, by } };
  return (nature, lines) => {
    const dps = nature === 'CP' ? lines.flatMap(({ dp }) => rowsOf(dp)) : [];
    const ejs = lines.flatMap(({ ej, dp }) => rowsOf(ej).filter((row) => row.isAlone || nature === 'AE' || dp === ''));
    return made(dps[0], 'dp') ?? made(ejs.find(({ isAlone }) => isAlone) ?? ejs[0], 'ej');
  };
}

function compareAsides(one: Aside<Amount>, other: Aside<Amount>): number {
  return byContent(one.amount, other.amount) || compareTexts(one.why, other.why);
}

function keysOf(amount: LedgerAmount | ChorusAmount): readonly string[] {
  const { dp, ej, cents } = amount;
  const ofNature = `${natureOf(amount)} ${cents}`;
  return [...(dp === '' ? [] : [`DP ${dp} ${ofNature}`]), ...(ej === '' ? [] : [`EJ ${ej} ${ofNature}`])];
}

function natureOf(amount: LedgerAmount | ChorusAmount): Nature {
  return 'nature' in amount ? amount.nature : amount.line.nature;
}
