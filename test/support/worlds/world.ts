/**
 * A world: a convention, the ledger that a team keeps of it, and the findings that were planted there, each at its
 * cell.
 */
import { addDays, civilDate, type CivilDate } from '../../../src/domain/calendar/civil-date';
import type { RuleCode, Severity } from '../../../src/domain/controls/findings/finding';
import type { Convention, Envelope } from '../../../src/domain/envelopes/convention';
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../src/workbook/cells';
import { serialOfDate } from '../../../src/workbook/serials';
import type { ChorusRow } from './chorus';
import { endOfCredits } from './conventions';
import { codesOf } from './codes';
import { Random } from './random';

/** A row of the ledger, by field; changed in place by the plants. */
export type Row = { [F in LedgerField]?: CellValue };

/** A cell, from 0. */
export interface SheetCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A sheet beside the ledger, from its first cell. */
export interface ExtraSheet {
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly isHidden?: true;
}

/** A column to the right of those of the ledger, with the values of some rows. */
export interface ExtraColumn {
  readonly heading: string;
  readonly cells: ReadonlyMap<Row, CellValue>;
}

/** Where a finding is expected: a cell of the ledger, of a convention table, or a line of an extract. */
export type ExpectedPlace =
  | { readonly kind: 'row'; readonly row: Row; readonly field: LedgerField }
  | { readonly kind: 'headings' }
  /** The first cell of an area, by its position when the workbook is made. */
  | { readonly kind: 'area'; readonly at: (world: World) => SheetCell }
  | { readonly kind: 'table'; readonly table: string; readonly column: string; readonly row: number | string }
  | { readonly kind: 'extract'; readonly line: ChorusRow };

/** A finding to find, once. */
export interface Expected {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly place: ExpectedPlace;
}

/** A commitment and its payment, in order. */
export interface Order {
  readonly envelope: Envelope;
  readonly commit: Row;
  readonly pay: Row;
  /** Of the commitment, the service, the receipt and the payment. */
  readonly days: {
    readonly committed: CivilDate;
    readonly served: CivilDate;
    readonly received: CivilDate;
    readonly paid: CivilDate;
  };
  readonly cents: number;
}

/** A date as its cell. */
export function dateCell(date: CivilDate): CellValue {
  return serialOfDate(date, false);
}

/** Days that the chain of one order takes at most, from its commitment to its payment. */
const LONGEST_ORDER = 48;
const PREFIXES: readonly (readonly [string, string])[] = [
  ['14', 'EJ'],
  ['14', 'Bon de commande'],
  ['10', 'Marché'],
  ['21', 'Subvention'],
];
const SUPPLIERS = [
  'ATELIER BLEU',
  'IMPRIMERIE VERTE',
  'Société d’étude du numérique',
  'Coopérative Ondine',
  'CABINET L’HERMINE',
];
const OBJECTS = [
  'Développement, lot',
  'Hébergement, tranche',
  'Étude n°',
  'Prestation de conseil',
  'Campagne',
  'Licence',
  'Formation, session',
];

export class World {
  readonly random: Random;
  readonly asOf: CivilDate;
  readonly rows: Row[] = [];
  readonly columns: LedgerField[] = [];
  readonly hidden = new Set<Row>();
  readonly hiddenColumns = new Set<LedgerField>();
  /** Number formats of some amounts. */
  readonly formats = new Map<Row, { readonly field: 'ae' | 'cp'; readonly format: string }>();
  /** Rows whose cells are crossed out. */
  readonly struck = new Set<Row>();
  /** The lines of Chorus, when the world is reconciled. */
  chorus: ChorusRow[] | null = null;
  isSheetHidden = false;
  readonly extraSheets: ExtraSheet[] = [];
  readonly extraColumns: ExtraColumn[] = [];
  /** Rows below the Table, in its columns, null for a blank one. */
  readonly below: (Row | null)[] = [];
  isTable = true;
  readonly expected: Expected[] = [];
  private numbers = 0;

  constructor(
    seed: number,
    public convention: Convention,
  ) {
    this.random = new Random(seed);
    this.asOf = endOfCredits(convention);
  }

  /** The first day on which a world spends: twelve days later leaves room for what comes too early. */
  get firstDay(): CivilDate {
    const newYear = civilDate(this.convention.creditYear, 1, 1) ?? this.convention.signedOn;
    return addDays(newYear > this.convention.signedOn ? newYear : this.convention.signedOn, 3);
  }

  /** A day of commitment that leaves time to pay before 20 December. */
  commitDay(): CivilDate {
    const from = addDays(this.firstDay, 12);
    const until = addDays(civilDate(this.convention.creditYear, 12, 20) ?? from, -LONGEST_ORDER);
    return addDays(from, this.random.whole(0, until - from));
  }

  /** The envelopes that have postes. */
  get envelopes(): readonly Envelope[] {
    return this.convention.envelopes.filter(({ lines }) => lines.length > 0);
  }

  /** Those that have CP, where some have. */
  get payingEnvelopes(): readonly Envelope[] {
    const paying = this.envelopes.filter(({ ceilings }) => ceilings.CP !== null);
    return paying.length > 0 ? paying : this.envelopes;
  }

  /** The envelope, with postes and both ceilings, that weighs least in the whole: it may be exhausted alone. */
  get smallest(): Envelope | null {
    const both = this.envelopes.filter(({ ceilings }) => ceilings.AE !== null && ceilings.CP !== null);
    const [first] = [...both].sort(
      (one, other) => (one.ceilings.AE?.amount.cents ?? 0) - (other.ceilings.AE?.amount.cents ?? 0),
    );
    return first ?? null;
  }

  newEj(prefix = '14'): string {
    this.numbers += 1;
    return `${prefix}05${String(this.numbers).padStart(6, '0')}`;
  }

  newDp(): string {
    this.numbers += 1;
    return `0100${String(this.numbers).padStart(6, '0')}`;
  }

  newLabel(): string {
    this.numbers += 1;
    return `${this.random.pick(OBJECTS)} ${this.numbers}`;
  }

  /** Codes of a row of an envelope, in one of the spellings that are right. */
  codes(envelope: Envelope): Row {
    return codesOf(this.convention, envelope, this.random);
  }

  /** Puts a row somewhere, or after another. */
  insert(row: Row, after?: Row): Row {
    const from = after ? this.rows.indexOf(after) + 1 : 0;
    this.rows.splice(this.random.whole(from, this.rows.length), 0, row);
    return row;
  }

  /** A commitment, not yet in the ledger. */
  commitment(envelope: Envelope, cents: number, line: string | null, day = this.commitDay()): Row {
    const [prefix, operation] = this.random.pick(PREFIXES);
    return {
      operation,
      status: 'Notifié',
      ejNumber: this.newEj(prefix),
      ejLine: '1',
      supplier: this.random.pick(SUPPLIERS),
      label: this.newLabel(),
      ...this.codes(envelope),
      budgetLine: line,
      commitmentDate: dateCell(day),
      ae: cents / 100,
    };
  }

  /** A payment on a commitment, not yet in the ledger. */
  payment(
    commit: Row,
    envelope: Envelope,
    cents: number,
    days: Pick<Order['days'], 'served' | 'received' | 'paid'>,
  ): Row {
    return {
      operation: 'DP',
      status: 'Payé',
      ejNumber: commit.ejNumber ?? null,
      ejLine: '1',
      dpNumber: this.newDp(),
      supplier: commit.supplier ?? null,
      label: this.newLabel(),
      ...this.codes(envelope),
      budgetLine: commit.budgetLine ?? null,
      serviceDate: dateCell(days.served),
      receiptDate: dateCell(days.received),
      paymentDate: dateCell(days.paid),
      cp: cents / 100,
    };
  }

  /** A small order put in the ledger, in order, for a plant to change: 40 to 120 € committed, a third of it paid. */
  order(envelope = this.random.pick(this.payingEnvelopes)): Order {
    const cents = 3 * this.random.whole(1_333, 4_000);
    const days = this.chain();
    const line = this.random.pick(envelope.lines).label;
    const commit = this.insert(this.commitment(envelope, cents, line, days.committed));
    const pay = this.insert(this.payment(commit, envelope, cents / 3, days));
    return { envelope, commit, pay, days, cents };
  }

  /** The days of one order: committed, served, invoiced and paid in time. */
  chain(): Order['days'] {
    const committed = this.commitDay();
    const served = addDays(committed, this.random.whole(2, 15));
    const received = addDays(served, this.random.whole(-2, 8));
    const paid = addDays(received > served ? received : served, this.random.whole(1, 25));
    return { committed, served, received, paid };
  }

  expectArea(rule: RuleCode, severity: Severity, at: (world: World) => SheetCell): void {
    this.expected.push({ rule, severity, place: { kind: 'area', at } });
  }

  expectRow(rule: RuleCode, severity: Severity, row: Row, field: LedgerField): void {
    this.expected.push({ rule, severity, place: { kind: 'row', row, field } });
  }

  /** `row`: its position among the rows of the table, or the text of its first cell. */
  expectTable(rule: RuleCode, severity: Severity, table: string, column: string, row: number | string): void {
    this.expected.push({ rule, severity, place: { kind: 'table', table, column, row } });
  }

  expectLine(rule: RuleCode, severity: Severity, line: ChorusRow): void {
    this.expected.push({ rule, severity, place: { kind: 'extract', line } });
  }
}
