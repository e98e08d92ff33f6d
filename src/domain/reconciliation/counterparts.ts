/**
 * Explains an operation that one side lacks: the other side has it, but not compared, such as a payment of another year
 * in Chorus, or one without a payment date in the ledger. It is recognised by its DP, else by its EJ, and its amount.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { NumbersOutside, RowOutside } from '../envelopes/reading-facts';
import type { RolledRest } from '../envelopes/outstanding/rolled-rests';
import type { Nature } from '../money/nature';
import {
  type Amount,
  byContent,
  type ChorusAmount,
  groupsBy,
  type LedgerAmount,
  NO_DAY,
  type NotCompared,
  sumOf,
} from './amounts';
import { compareTexts } from '../text';
import type { ChorusExtract } from './extract';
import type { Counterpart } from './groups';
import { rawOf, readingOf, type RowWithoutAmount } from './unread-rows';

interface Aside<A extends Amount> {
  readonly amount: A;
  readonly why: NotCompared | 'reserved';
}

/** An amount that is not compared, or the first of those of an EJ that add up. */
interface Twin<A extends Amount> extends Aside<A> {
  readonly isSum: boolean;
}

type EitherAmount = LedgerAmount | ChorusAmount;

/** The amounts of one side that are not compared, by DP and by EJ, and those of an EJ together. */
export class Counterparts<A extends EitherAmount> {
  private readonly found = new Map<string, Twin<A>>();

  /** `asked`: the operations that are looked for. */
  constructor(asked: readonly (readonly EitherAmount[])[], aside: readonly Aside<A>[]) {
    if (asked.length === 0) return;
    const numbers = new Set(asked.flatMap((amounts) => amounts.flatMap(({ dp, ej }) => [`DP ${dp}`, `EJ ${ej}`])));
    const ofAsked = aside.filter(({ amount: { dp, ej } }) => numbers.has(`DP ${dp}`) || numbers.has(`EJ ${ej}`));
    for (const one of ofAsked) for (const key of keysOf(one.amount)) this.add(key, { ...one, isSum: false });
    const known = new Set(this.found.keys());
    for (const [key, sum] of sumsOf(ofAsked)) if (!known.has(key)) this.add(key, sum);
  }

  /** The same operation among the amounts not compared, one amount or several that add up. */
  find(amounts: readonly EitherAmount[]): Twin<A> | null {
    const [first, ...others] = amounts;
    if (!first) return null;
    if (others.length === 0) return this.firstOf(keysOf(first));
    const nature = natureOf(first);
    const isOneDp = first.dp !== '' && others.every(({ dp }) => dp === first.dp);
    return (
      (isOneDp ? this.firstOf([`DP ${first.dp} ${nature} ${sumOf(amounts)}`]) : null) ??
      this.ofEj(nature, amounts, sumOf(amounts))
    );
  }

  /** The amounts of their EJ that are not compared, and are exactly that gap. */
  ofEj(nature: Nature, amounts: readonly EitherAmount[], cents: number): Twin<A> | null {
    const ej = amounts[0]?.ej ?? '';
    const isOneEj = ej !== '' && amounts.every((one) => one.ej === ej);
    return isOneEj && cents !== 0 ? this.firstOf([`EJ ${ej} ${nature} ${cents}`]) : null;
  }

  private add(key: string, one: Twin<A>): void {
    const known = this.found.get(key);
    if (!known || compareAsides(one, known) < 0) this.found.set(key, one);
  }

  private firstOf(keys: readonly string[]): Twin<A> | null {
    for (const key of keys) {
      const one = this.found.get(key);
      if (one) return one;
    }
    return null;
  }
}

/** The amounts of each EJ that are not compared for one reason, where there are several. */
function sumsOf<A extends EitherAmount>(aside: readonly Aside<A>[]): readonly (readonly [string, Twin<A>])[] {
  return groupsBy(aside, ({ amount, why }) =>
    amount.ej === '' ? null : `${amount.ej} ${natureOf(amount)} ${why}`,
  ).flatMap((ones) => {
    const [first, ...others] = [...ones].sort(compareAsides);
    if (!first || others.length === 0) return [];
    const cents = sumOf(ones.map(({ amount }) => amount));
    return [[`EJ ${first.amount.ej} ${natureOf(first.amount)} ${cents}`, { ...first, isSum: true }] as const];
  });
}

/** The state of an amount of the other side, where that explains the one that is lacking. */
const KINDS: Readonly<Partial<Record<Aside<Amount>['why'], Counterpart['kind']>>> = {
  outsideCreditYear: 'otherYear',
  afterAsOf: 'afterAsOf',
  reserved: 'unpaid',
  project: 'project',
  cancelled: 'cancelled',
  otherExtract: 'otherExtract',
};

/** With a DP or a poste, a line that two extracts have is one operation: it explains no second one. */
function isRepeatedForSure({ amount, why }: Aside<EitherAmount>): boolean {
  return why === 'otherExtract' && (natureOf(amount) === 'AE' ? amount.ejLine : amount.dp) !== '';
}

/** The counterpart as the result shows it; null when it explains nothing. */
export function counterpartOf(aside: Aside<EitherAmount> | null): Counterpart | null {
  if (!aside) return null;
  const { amount, why } = aside;
  const kind = KINDS[why];
  if (kind === undefined || isRepeatedForSure(aside)) return null;
  const exercise = 'line' in amount && amount.day === NO_DAY ? amount.line.exercise : null;
  return {
    kind,
    date: amount.day === NO_DAY ? null : (amount.day as CivilDate),
    row: 'row' in amount ? amount.row.key : null,
    ...(kind === 'otherYear' && exercise !== null && { exercise }),
    ...(kind === 'otherExtract' && 'line' in amount && { line: { extract: amount.extract, line: amount.line.line } }),
  };
}

/** The amounts of the same EJ that are exactly the gap, and are not compared, on the side that has less. */
export function gapCounterpart(
  nature: Nature,
  rows: readonly LedgerAmount[],
  lines: readonly ChorusAmount[],
  of: { readonly rowTwins: Counterparts<LedgerAmount>; readonly lineTwins: Counterparts<ChorusAmount> },
): Counterpart | null {
  const gap = sumOf(rows) - sumOf(lines);
  const both = [...rows, ...lines];
  return counterpartOf(of.rowTwins.ofEj(nature, both, -gap) ?? of.lineTwins.ofEj(nature, both, gap));
}

/** The AE that Chorus has more, where they are what the earlier years of the ledger leave to be paid on that EJ. */
export function carriedOverCounterpart(
  rows: readonly LedgerAmount[],
  lines: readonly ChorusAmount[],
  rests: ReadonlyMap<string, RolledRest>,
): Counterpart | null {
  const ej = lines[0]?.ej ?? '';
  const rest = rests.get(ej);
  const isOneEj = [...rows, ...lines].every((one) => one.ej === ej);
  if (!rest || !isOneEj || rest.cents === 0 || sumOf(lines) - sumOf(rows) !== rest.cents) return null;
  return { kind: 'carriedOver', date: null, row: rest.row };
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

function keysOf(amount: EitherAmount): readonly string[] {
  const { dp, ej, cents } = amount;
  const ofNature = `${natureOf(amount)} ${cents}`;
  return [...(dp === '' ? [] : [`DP ${dp} ${ofNature}`]), ...(ej === '' ? [] : [`EJ ${ej} ${ofNature}`])];
}

function natureOf(amount: EitherAmount): Nature {
  return 'nature' in amount ? amount.nature : amount.line.nature;
}
