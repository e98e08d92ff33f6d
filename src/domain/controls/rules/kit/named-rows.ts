/**
 * The rows that the words of a total name: an envelope, a poste, a supplier, an EJ or a kind of operation, by the names
 * of the convention or as the rows write them, and a period. Rows are positions in the ledger.
 */
import type { Assigner } from '../../../envelopes/assignment';
import type { Convention } from '../../../envelopes/convention';
import { everyLineOf } from '../../../envelopes/envelope';
import type { DateReading, LedgerRow } from '../../../envelopes/ledger';
import { envelopeFieldOf } from '../../../envelopes/envelope-field';
import { comparable } from '../../../text';
import { isIn, periodOf, type LabelPeriod } from '../../../calendar/label-period';
import { RowList, type ListByNature } from './row-list';

type Subject = 'envelope' | 'line' | 'supplier' | 'ej' | 'operation';

/** One thing that a label names: the rows with one of these values. */
interface Named {
  readonly subject: Subject;
  readonly values: ReadonlySet<string>;
}

const SUBJECTS: readonly Subject[] = ['envelope', 'line', 'supplier', 'ej', 'operation'];
/** The value of an empty cell, before the text of one that the convention does not know. */
const EMPTY = '#';
/** A longer label is no name. */
const MOST_WORDS = 12;

/** Finds the rows of labels; every label is looked up once. */
export class RowNames {
  private readonly names = new Map<string, Map<Subject, Set<string>>>();
  private readonly rowsWith = new Map<string, number[]>();
  private readonly comparables = new Map<string, string>();
  private readonly found = new Map<string, readonly ListByNature[]>();
  private readonly lists = new Map<string, ListByNature>();

  constructor(
    private readonly rows: readonly LedgerRow[],
    convention: Convention,
    assign: Assigner,
  ) {
    for (const envelope of convention.envelopes) {
      for (const name of [envelope.code, envelope.label, ...envelope.aliases])
        this.learn(name, 'envelope', envelope.code);
      for (const line of everyLineOf(envelope))
        for (const name of [line.label, ...line.aliases]) this.learn(name, 'line', String(line.index));
    }
    const field = envelopeFieldOf(convention);
    rows.forEach((row, at) => {
      const charged = assign(row);
      const isCharged = charged.kind === 'assigned';
      const axis = row.imputation[isCharged ? charged.by : field];
      this.put(at, 'envelope', axis.kind === 'absent' ? '' : axis.raw, isCharged ? charged.envelope.code : null);
      this.put(at, 'line', row.budgetLine, isCharged && charged.line ? String(charged.line.index) : null);
      this.put(at, 'supplier', row.supplier, null);
      this.put(at, 'operation', row.operation, null);
      this.put(at, 'ej', row.ej.kind === 'ej' ? row.ej.number : '', null);
    });
  }

  /** The rows that meet all that these texts name, then those that meet one of it; none when they name nothing. */
  of(texts: readonly string[]): readonly ListByNature[] {
    const key = texts.join('\n');
    const known = this.found.get(key);
    if (known) return known;
    const { named, period } = this.meaningOf(texts);
    const conditions: readonly (readonly [readonly Named[], LabelPeriod | null])[] = [
      [named, period],
      ...named.map((thing) => [[thing], null] as const),
      [[], period],
    ];
    const lists = conditions.map(([things, during]) => this.listOf(things, during)).filter((list) => list !== null);
    const distinct = [...new Set(lists)];
    this.found.set(key, distinct);
    return distinct;
  }

  /**
   * The rows that may meet all that these texts name: those that do, and those whose cell of it or whose date is empty;
   * null when they name nothing.
   */
  possible(texts: readonly string[]): ListByNature | null {
    const { named, period } = this.meaningOf(texts);
    if (named.length === 0 && !period) return null;
    const orEmpty = named.map(({ subject, values }) => ({ subject, values: new Set([...values, EMPTY]) }));
    return this.rowsOf(orEmpty, period, true);
  }

  private meaningOf(texts: readonly string[]): {
    readonly named: readonly Named[];
    readonly period: LabelPeriod | null;
  } {
    const words = texts.map((text) => this.comparable(text).split(' ').slice(0, MOST_WORDS));
    return { named: this.namedBy(words), period: periodOf(words.flat()) };
  }

  /** The rows that meet these conditions; null without a condition or without a row. Equal conditions share a list. */
  private listOf(named: readonly Named[], period: LabelPeriod | null): ListByNature | null {
    if (named.length === 0 && !period) return null;
    const key = JSON.stringify([named.map(({ subject, values }) => [subject, ...values]), period]);
    const list = this.lists.get(key) ?? this.rowsOf(named, period);
    this.lists.set(key, list);
    return list.ae.length + list.cp.length > 0 ? list : null;
  }

  /** The longest name of each subject among the words. */
  private namedBy(texts: readonly (readonly string[])[]): readonly Named[] {
    const named = new Map<Subject, Named>();
    for (const words of texts) {
      for (let length = words.length; length > 0; length--) {
        for (let start = 0; start + length <= words.length; start++) {
          for (const [subject, values] of this.names.get(words.slice(start, start + length).join(' ')) ?? [])
            if (!named.has(subject)) named.set(subject, { subject, values });
        }
      }
    }
    return SUBJECTS.flatMap((subject) => named.get(subject) ?? []);
  }

  private rowsOf(named: readonly Named[], period: LabelPeriod | null, orUndated = false): ListByNature {
    const lists = named.map(({ subject, values }) =>
      [...values].flatMap((value) => this.rowsWith.get(keyOf(subject, value)) ?? []),
    );
    const [first, ...others] = lists.sort((one, other) => one.length - other.length);
    const sets = others.map((list) => new Set(list));
    const all = first
      ? first.filter((at) => sets.every((set) => set.has(at))).sort((one, other) => one - other)
      : this.rows.map((_, at) => at);
    const during = (dateOf: (row: LedgerRow) => DateReading | undefined): readonly number[] => {
      if (!period) return all;
      return all.filter((at) => {
        const date = this.rows[at] && dateOf(this.rows[at]);
        return date?.kind === 'date' ? isIn(period, date.date) : orUndated;
      });
    };
    return {
      ae: new RowList(this.rows, 'ae', during(dateOfCommitment)),
      cp: new RowList(this.rows, 'cp', during(dateOfPayment)),
    };
  }

  private put(at: number, subject: Subject, text: string, charged: string | null): void {
    const name = this.comparable(text);
    const value = charged ?? `${EMPTY}${name}`;
    this.learn(name, subject, value);
    const key = keyOf(subject, value);
    const list = this.rowsWith.get(key);
    if (list) list.push(at);
    else this.rowsWith.set(key, [at]);
  }

  private learn(name: string, subject: Subject, value: string): void {
    const word = this.comparable(name);
    if (word === '') return;
    const subjects = this.names.get(word) ?? new Map<Subject, Set<string>>();
    this.names.set(word, subjects);
    const values = subjects.get(subject);
    if (values) values.add(value);
    else subjects.set(subject, new Set([value]));
  }

  private comparable(text: string): string {
    const known = this.comparables.get(text);
    if (known !== undefined) return known;
    const made = comparable(text);
    this.comparables.set(text, made);
    return made;
  }
}

function dateOfCommitment({ commitmentDate, paymentDate, serviceDate }: LedgerRow): DateReading | undefined {
  return [commitmentDate, paymentDate, serviceDate].find(({ kind }) => kind === 'date');
}

function dateOfPayment({ commitmentDate, paymentDate, serviceDate }: LedgerRow): DateReading | undefined {
  return [paymentDate, serviceDate, commitmentDate].find(({ kind }) => kind === 'date');
}

function keyOf(subject: Subject, value: string): string {
  return `${subject}\n${value}`;
}
