/**
 * Sums of the ledger by the words of its rows, or by the names of its sheets: a typed summary by supplier, by subject,
 * or by supplier and envelope, repeats them. « Capgemini | 14 300,00 » is no operation where the rows of Capgemini
 * commit, pay or still owe that amount.
 */
import { yearOf } from '../../../domain/calendar/civil-date';
import { isIn, type LabelPeriod } from '../../../domain/calendar/label-period';
import type { BudgetLine } from '../../../domain/envelopes/convention';
import type { AmountReading, LedgerRow } from '../../../domain/envelopes/ledger';
import { groupedBy } from '../../../domain/grouped';
import { comparable } from '../../../domain/text';
import type { KnownNames } from '../../ledger/known-names';

/** Cents committed and paid by some rows. */
interface Sums {
  readonly ae: number;
  readonly cp: number;
}

const MOST_REMEMBERED = 20_000;
const FIRST_DAY = 101;

/** The texts of a row of a summary. */
export interface WordsOfRow {
  readonly words: readonly string[];
  /** Those that name an envelope, or a poste. */
  readonly names: readonly string[];
}

/** Answers for one ledger, which is read when first asked. */
export class RepeatedSums {
  private rowsOf: ReadonlyMap<string, readonly number[]> | null = null;
  private whole: readonly Sums[] | null = null;
  private readonly summed = new Map<string, Sums>();

  /** `sheetOf`: the name of the sheet of a row, which names a supplier where each has its own. */
  constructor(
    private readonly rows: readonly LedgerRow[],
    private readonly sheetOf: (row: LedgerRow) => string,
    private readonly known: KnownNames | null,
  ) {}

  /**
   * True when each amount is a sum of the rows that carry these words: one of them, or all those that the ledger has;
   * beside the name of an envelope or of a poste, all of them.
   */
  areSumsOf({ words, names }: WordsOfRow, cents: readonly number[]): boolean {
    if (cents.length === 0) return false;
    this.rowsOf ??= byWords(this.rows, this.sheetOf, this.known);
    if (names.length > 0) {
      const texts = [...words.map(comparable), ...names.map((name) => nameKey(name, this.known))];
      return texts.every((text) => this.rowsOf?.has(text) === true) && this.areSums([...new Set(texts)], cents);
    }
    const carried = [...new Set(words.map(comparable))].filter((text) => this.rowsOf?.has(text) === true);
    if (carried.length === 0) return false;
    return [carried, ...carried.map((text) => [text])].some((texts) => this.areSums(texts, cents));
  }

  /** True for the name of a poste whose amounts are each a sum of its rows, or what the convention gives it. */
  areOfLine(name: string, cents: readonly number[]): boolean {
    this.rowsOf ??= byWords(this.rows, this.sheetOf, this.known);
    const lines = this.known?.linesOf(name) ?? [];
    const given = lines.flatMap(({ delegated, total, ceilings }) => [
      ...[delegated.cents, total?.cents ?? 0],
      ...[ceilings?.AE?.amount.cents ?? 0, ceilings?.CP?.amount.cents ?? 0],
    ]);
    const sums = lines.map((line) => this.sumsOf([lineKey(line)]));
    return cents.every((amount) => amount === 0 || given.includes(amount) || sums.some((one) => isOneOf(one, amount)));
  }

  private areSums(texts: readonly string[], cents: readonly number[]): boolean {
    const sums = this.sumsOf(texts);
    return cents.every((amount) => isOneOf(sums, amount));
  }

  /** True for all that the ledger commits, pays or still owes. */
  isSumOfLedger(cents: number): boolean {
    this.whole ??= this.wholeSums();
    return this.whole.slice(0, 1).some((sums) => isOneOf(sums, cents));
  }

  /** The same, in all or in one envelope. */
  isSumOfEnvelopes(cents: number): boolean {
    this.whole ??= this.wholeSums();
    return this.whole.some((sums) => isOneOf(sums, cents));
  }

  /** Of the ledger, then of each envelope. */
  private wholeSums(): readonly Sums[] {
    const rows = this.rows.filter(({ status }) => status !== 'cancelled');
    const envelopes = groupedBy(rows, ({ imputation }) => this.known?.namedBy(imputation)?.envelope ?? '');
    return [rows, ...envelopes.values()].map((all) =>
      all.reduce((sum, row) => ({ ae: sum.ae + centsOf(row.ae), cp: sum.cp + centsOf(row.cp) }), { ae: 0, cp: 0 }),
    );
  }

  /**
   * True for all that the ledger commits or pays in a period, or since the beginning of its year, in all or in one
   * envelope: a typed summary by month repeats it.
   */
  isSumOfPeriod({ year, from, to }: LabelPeriod, cents: number): boolean {
    const periods = [
      { year, from, to },
      { year, from: FIRST_DAY, to },
    ];
    return periods.some((period) => this.sumsIn(period).has(cents));
  }

  /** The sums of the AE committed and of the CP paid in a period, by envelope and by year. */
  private sumsIn(period: LabelPeriod): ReadonlySet<number> {
    const sums = new Map<string, number>();
    for (const { ae, cp, commitmentDate, paymentDate, status, imputation } of this.rows) {
      if (status === 'cancelled') continue;
      const { ministerialAxis2: axis } = imputation;
      const envelope = 'raw' in axis ? comparable(axis.raw) : '';
      for (const [nature, amount, day] of [
        ['AE', ae, commitmentDate],
        ['CP', cp, paymentDate],
      ] as const) {
        if (amount.kind !== 'amount' || day.kind !== 'date' || !isIn(period, day.date)) continue;
        for (const key of [nature, `${nature} ${envelope}`].flatMap((one) => [one, `${one} ${yearOf(day.date)}`]))
          sums.set(key, (sums.get(key) ?? 0) + amount.cents);
      }
    }
    return new Set(sums.values());
  }

  private sumsOf(texts: readonly string[]): Sums {
    const key = texts.join('\n');
    const known = this.summed.get(key);
    if (known) return known;
    const [first = [], ...others] = texts.map((text) => this.rowsOf?.get(text) ?? []);
    const shared = others.reduce((rows, more) => {
      const wanted = new Set(more);
      return rows.filter((row) => wanted.has(row));
    }, first);
    const sums = shared.reduce(
      ({ ae, cp }, index) => ({ ae: ae + centsOf(this.rows[index]?.ae), cp: cp + centsOf(this.rows[index]?.cp) }),
      { ae: 0, cp: 0 },
    );
    if (this.summed.size < MOST_REMEMBERED) this.summed.set(key, sums);
    return sums;
  }
}

function byWords(
  rows: readonly LedgerRow[],
  sheetOf: (row: LedgerRow) => string,
  names: KnownNames | null,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const { supplier, label, budgetLine, operation, status } = row;
    if (status === 'cancelled') return;
    const envelope = names?.namedBy(row.imputation)?.envelope;
    const words = [supplier, label, budgetLine, operation, sheetOf(row)].map(comparable);
    const lines = (names?.linesOf(budgetLine) ?? []).filter((line) => line.envelope === (envelope ?? line.envelope));
    const texts = [...words, ...(envelope === undefined ? [] : [envelopeKey(envelope)]), ...lines.map(lineKey)];
    for (const text of new Set(texts)) {
      if (text === '') continue;
      const known = found.get(text);
      if (known) known.push(index);
      else found.set(text, [index]);
    }
  });
  return found;
}

/** Committed, paid, or still owed. */
function isOneOf({ ae, cp }: Sums, cents: number): boolean {
  return cents === ae || cents === cp || cents === ae - cp;
}

function nameKey(name: string, names: KnownNames | null): string {
  const envelope = names?.envelopeOf(name) ?? null;
  return envelope === null ? comparable(name) : envelopeKey(envelope);
}

/** No text of a cell is one. */
function envelopeKey(code: string): string {
  return `\n${code}`;
}

/** No text of a cell is one. */
function lineKey({ envelope, index }: BudgetLine): string {
  return `\n${envelope}\n${index}`;
}

function centsOf(amount: AmountReading | undefined): number {
  return amount?.kind === 'amount' ? amount.cents : 0;
}
