/**
 * Groups whose first row alone is written (an EJ and its payments, an envelope and its rows): a column is one only when
 * nothing contradicts it. An isolated blank stays blank, and so does a status or a year, often on few rows. A mark
 * (« idem ») repeats the cell above; payments that write their EJ alone take the codes of its only row of AE.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../../domain/imputation/imputation';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';
import { natureOfCell } from '../nature-words';
import { CellReader, isBlankText } from '../read-cells';
import { isUnitRow } from '../under-headings';
import { DittoMarks } from './ditto-marks';
import { loweringOfOperation } from './operation-words';
import { repeatedHeadings } from './repeated-headings';
import { holdsNoFigure, isNoteAlone } from './row-cells';
import type { TotalWords } from './total-words';

const TO_PAY = /\b(?:a (?:payer|regler|verser|mandater|facturer)|restante?|due?)\b/;
/** The fields that a group may write once. */
const GROUPED: readonly LedgerField[] = [...IMPUTATION_FIELDS, 'budgetLine', 'supplier'];
/** The fields of an operation that describe more than its payment. */
const DESCRIBING: readonly LedgerField[] = [...GROUPED, 'label', 'commitmentDate'];
/** Those of an EJ that its payments may leave out. */
const OF_EJ: readonly LedgerField[] = [...IMPUTATION_FIELDS, 'budgetLine'];
const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
/** Where the word of a balance is that of an operation: « Solde » is its last payment, « Soldé » its state. */
const WORDS_OF_OPERATION: readonly LedgerField[] = ['status', 'operation', 'supplier'];
const FEWEST_BLANKS = 2;
/** The least share of blank cells in the column of a group: fewer are cells that somebody left out. */
const LEAST_SHARE = 1 / 2;
const ALMOST_ALL = 0.8;

type Row = readonly CellValue[];
type Positions = ReadonlyMap<LedgerField, number>;

/** A filled row of a block that is no total. */
interface Line {
  readonly row: number;
  readonly values: Row;
  readonly commits: boolean;
  /**
   * `title` of a group: one text, without an amount. `other`: several cells without an amount, as where another payment
   * of the row has one; the group that it names starts there.
   */
  readonly kind: 'operation' | 'title' | 'other';
  /** False after a blank row, where a group ends. */
  readonly follows: boolean;
  readonly isBelowTotal: boolean;
}

/** Recognises groups in the operations of a block. */
export class GroupFinder {
  private readonly positions: Positions;
  private readonly amounts: readonly number[];
  /** The amounts of AE: one, or that of each envelope. */
  private readonly commitsAt: readonly number[];
  /** The positions of the fields and of the amounts of all envelopes, each once: one column may have two fields. */
  private readonly columns: readonly number[];
  private readonly wordColumns: ReadonlySet<number>;
  private readonly nature: number | null;
  private readonly lines: readonly Line[];
  private readonly operations: readonly Line[];
  private readonly dittos: DittoMarks;
  private readonly cells = new CellReader(false);
  /** Another table of the ledger, with the same headings, writes its EJ once. */
  private readonly isUsual: boolean;
  /** The rows under each EJ, by the row that they repeat. */
  private readonly ofEj: ReadonlyMap<number, number>;
  /** The positions of the labels of totals. */
  private readonly totalsAt = new Set<number>();
  /** A blank row is before each EJ, and ends no other group. */
  private readonly areOrdersApart: boolean;
  /** Its own payments show that they leave out their EJ; a single one shows nothing. */
  private readonly arePaymentsMany: boolean;

  constructor(
    sheet: SheetSnapshot,
    block: LedgerBlock,
    private readonly words: TotalWords,
    most: number,
  ) {
    const { top, left } = sheet.used ?? { top: 0, left: 0 };
    const { columns, amounts } = block.groupsOfRows ?? { columns: block.columns, amounts: amountColumns(block) };
    this.positions = new Map([...columns].map(([field, { column }]) => [field, column - left]));
    this.amounts = amounts.map((column) => column - left);
    const ofAe = block.groupsOfRows?.commits ?? [columns.get('ae')?.column ?? []].flat();
    this.commitsAt = ofAe.map((column) => column - left);
    this.columns = [...new Set([...this.positions.values(), ...this.amounts])];
    this.wordColumns = new Set(WORDS_OF_OPERATION.map((field) => this.positions.get(field) ?? -1));
    this.nature = block.natureColumn === undefined ? null : block.natureColumn - left;
    const lines: Line[] = [];
    const headingRows = [block.topRow, block.headingRow].map((row) => sheet.values[row - top] ?? []);
    const headings = repeatedHeadings(headingRows, this.columns);
    this.dittos = new DittoMarks(
      [...GROUPED, 'ejNumber' as const].flatMap((field) => {
        const position = this.positions.get(field);
        return position === undefined ? [] : [[field, position] as const];
      }),
    );
    let [follows, isBelowTotal] = [false, false];
    for (let row = block.firstRow; row <= block.lastRow && lines.length < most; row++) {
      const written = sheet.values[row - top] ?? [];
      const filled = this.countFilled(written);
      if (filled === 0 && this.isNoteAside(written)) continue;
      if (filled > 1 && (headings.some((texts) => texts.areIn(written)) || isOfUnits(written))) continue;
      const values = filled > 1 ? this.dittos.read(row, written) : written;
      const lone = filled === 1 ? textOf(values.find(isFilled) ?? null) : '';
      const hasAmount = this.amounts.some((position) => isFilled(values[position] ?? null));
      const isOperation = hasAmount && (lone === '' || !holdsNoFigure(lone));
      const kind = isOperation ? 'operation' : filled === 1 ? 'title' : 'other';
      const beside = [row - 1, row + 1].map((other) => sheet.values[other - top] ?? []);
      const isTotal = filled > 0 && this.isTotal(values, beside);
      if (filled > 0 && !isTotal && !(kind === 'title' && isNoteAlone(lone)))
        lines.push({ row, values, commits: this.commits(values), kind, follows, isBelowTotal });
      follows = filled > 0;
      isBelowTotal = isTotal || (!follows && isBelowTotal);
    }
    this.lines = lines;
    this.operations = lines.filter(({ kind }) => kind === 'operation');
    this.isUsual = block.groupsOfRows?.isUsual === true;
    this.areOrdersApart = this.areApart();
    this.arePaymentsMany = this.paymentsWithoutEj().length >= FEWEST_BLANKS;
    this.ofEj = this.positions.has('ejNumber') ? this.fillOne('ejNumber', null) : new Map();
  }

  fields(): ReadonlySet<LedgerField> {
    const withEj = this.isEjGroup() ? (['ejNumber'] as const) : [];
    const followers = withEj.length > 0 ? GROUPED.filter((field) => this.followsEj(field)) : [];
    const others = GROUPED.filter(
      (field) => !followers.includes(field) && (this.isGroup(field) || this.isLeftToEj(field)),
    );
    return new Set<LedgerField>([...withEj, ...followers, ...others, ...this.dittos.sources.keys()]);
  }

  /** The cells to fill of these fields: row → the row that it repeats. */
  sourcesOf(fields: readonly LedgerField[]): ReadonlyMap<LedgerField, ReadonlyMap<number, number>> {
    const { ofEj } = this;
    const isEj = fields.includes('ejNumber') && this.isEjGroup();
    const sourcesOf = (field: LedgerField): ReadonlyMap<number, number> => {
      if (field === 'ejNumber') return isEj ? ofEj : new Map();
      if (isEj && this.followsEj(field)) return this.filledWith(field, ofEj);
      if (this.isGroup(field)) return this.fillOne(field, isEj ? ofEj : null);
      return this.isLeftToEj(field) ? this.sourcesByEj(field) : new Map();
    };
    return new Map(
      fields.map((field) => [field, new Map([...sourcesOf(field), ...(this.dittos.sources.get(field) ?? [])])]),
    );
  }

  /** A column written with the EJ, and on nearly none of the payments that write the number of theirs. */
  private isLeftToEj(field: LedgerField): boolean {
    if (!OF_EJ.includes(field) || !this.positions.has(field)) return false;
    const payments = this.operations.filter(({ commits, values }) => !commits && this.has(values, 'ejNumber'));
    const blank = payments.filter(({ values }) => !this.has(values, field));
    return (
      blank.length >= FEWEST_BLANKS && blank.length >= ALMOST_ALL * payments.length && this.sourcesByEj(field).size > 0
    );
  }

  /** The payments under the rows of their EJ, where these write one value. */
  private sourcesByEj(field: LedgerField): ReadonlyMap<number, number> {
    const known = new Map<string, { readonly row: number; readonly text: string } | 'several'>();
    for (const { row, values, commits } of this.operations) {
      const ej = this.textAt(values, 'ejNumber');
      if (!commits || ej === '') continue;
      const text = this.textAt(values, field);
      const before = known.get(ej);
      if (before === undefined) known.set(ej, text === '' ? 'several' : { row, text });
      else if (before !== 'several' && before.text !== text && !this.lowers(values)) known.set(ej, 'several');
    }
    const sources = new Map<number, number>();
    for (const { row, values, commits } of this.operations) {
      const source = commits || this.has(values, field) ? undefined : known.get(this.textAt(values, 'ejNumber'));
      if (source !== undefined && source !== 'several' && source.row < row) sources.set(row, source.row);
    }
    return sources;
  }

  /**
   * Payments without a number, under an EJ that has one: all of them, or nearly. A single one, or a retrait, repeats
   * its label.
   */
  private isEjGroup(): boolean {
    if (!this.positions.has('ejNumber')) return false;
    const payments = this.operations.filter(({ commits }) => !commits);
    const blank = this.paymentsWithoutEj();
    const others = this.operations.filter(({ values }) => !this.has(values, 'ejNumber') && this.lowers(values));
    const repeats = [...blank, ...others].some((line) => this.repeatsLabel(line));
    const isGroup = this.isUsual || this.arePaymentsMany || repeats;
    return isGroup && blank.length >= ALMOST_ALL * payments.length && this.startsGroups('ejNumber');
  }

  private paymentsWithoutEj(): readonly Line[] {
    return this.operations.filter(({ commits, values }) => !commits && !this.has(values, 'ejNumber'));
  }

  /** True for a row whose label is that of the EJ right above, and of no other EJ above. */
  private repeatsLabel({ row, values }: Line): boolean {
    const leaders = this.operations.filter((line) => line.row < row && this.has(line.values, 'ejNumber'));
    const above = leaders.at(-1);
    if (above?.commits !== true || !this.has(values, 'label') || !this.isSame(values, above.values, 'label'))
      return false;
    const ejs = leaders.filter((line) => line.commits && this.isSame(values, line.values, 'label'));
    return ejs.every((line) => this.isSame(line.values, above.values, 'ejNumber'));
  }

  /** True for a cell that is blank, or that repeats the one of another row. */
  private isSame(values: Row, above: Row, field: LedgerField): boolean {
    return !this.has(values, field) || this.textAt(values, field) === this.textAt(above, field);
  }

  /** True for a column written with most EJ numbers, and on nearly no row under them. */
  private followsEj(field: LedgerField): boolean {
    if (!this.positions.has(field)) return false;
    const counts = { leaders: 0, others: 0, filledLeaders: 0, filledOthers: 0 };
    for (const { row, values } of this.operations) {
      const [leads, filled] = [this.has(values, 'ejNumber'), Number(this.has(values, field))];
      if (!leads && !this.ofEj.has(row)) continue;
      counts[leads ? 'leaders' : 'others']++;
      counts[leads ? 'filledLeaders' : 'filledOthers'] += filled;
    }
    const { leaders, others, filledLeaders, filledOthers } = counts;
    return filledLeaders * 2 >= leaders && filledLeaders > 0 && filledOthers <= (1 - ALMOST_ALL) * others;
  }

  /** A column that changes at each filled cell, with enough blanks, none of them contradicted by the EJ of its row. */
  private isGroup(field: LedgerField): boolean {
    if (!this.positions.has(field)) return false;
    const blank = this.operations.filter(({ values }) => !this.has(values, field));
    const isFew = blank.length < FEWEST_BLANKS || blank.length < LEAST_SHARE * this.operations.length;
    if (isFew && !this.goesOnBelowTotals(field, blank)) return false;
    return this.startsGroups(field) && this.fillOne(field, null).size === blank.length;
  }

  /** The first operation is filled, and no filled cell repeats the one just above. */
  private startsGroups(field: LedgerField): boolean {
    const ownLines = this.lines.filter((line) => line.kind === 'operation' || this.heads(line, field));
    const texts = ownLines.map(({ values }) => this.textAt(values, field));
    if (texts[0] === '') return false;
    return texts.every((text, at) => text === '' || at === 0 || text !== texts[at - 1]);
  }

  /** A row without an amount that names a group; a payment whose amount is not written, with its date, heads no EJ. */
  private heads({ values }: Line, field: LedgerField): boolean {
    return this.has(values, field) && !(field === 'ejNumber' && this.has(values, 'paymentDate'));
  }

  /** Fills one column from its own cells. A group ends at a blank row and where an EJ is of another group. */
  private fillOne(field: LedgerField, ofEj: ReadonlyMap<number, number> | null): ReadonlyMap<number, number> {
    const sources = new Map<number, number>();
    const groupOfEj = new Map<string, string>();
    let source: Line | null = null;
    for (const line of this.lines) {
      const { row, values, kind } = line;
      if (this.has(values, field)) source = kind === 'operation' || this.heads(line, field) ? line : null;
      else if (kind === 'title') source = field === 'ejNumber' ? null : source;
      else if (kind === 'operation' && !(source && this.continues(line, source, field))) source = null;
      if (kind !== 'operation' || !source) continue;
      const ej = ofEj?.has(row) ? '' : this.textAt(values, 'ejNumber');
      if (ej !== '') {
        const group = this.textAt(source.values, field);
        const known = groupOfEj.get(ej) ?? group;
        if (known !== group && !this.has(values, field)) continue;
        groupOfEj.set(ej, known);
      }
      if (source !== line) sources.set(row, source.row);
    }
    return sources;
  }

  /** True when a blank row, or a total, is before each row that writes another EJ, and before no other. */
  private areApart(): boolean {
    let [known, breaks] = ['', 0];
    for (const { values, follows, isBelowTotal } of this.operations) {
      const ej = this.textAt(values, 'ejNumber');
      const isNext = ej !== '' && ej !== known;
      if (known !== '' && isNext === (follows && !isBelowTotal)) return false;
      if (known !== '' && isNext) breaks++;
      known = ej || known;
    }
    return breaks >= FEWEST_BLANKS;
  }

  /**
   * A row under an EJ is part of it when it commits nothing, or describes nothing; a retrait, or a payment that no
   * other shows to be of its EJ, may repeat the description of the EJ. The supplier is the same. A poste ends where
   * another envelope is written, a supplier where another EJ is; past a blank row, an envelope where another
   * description is.
   */
  private continues({ values, commits, follows }: Line, source: Line, field: LedgerField): boolean {
    const isSame = (one: LedgerField): boolean => this.isSame(values, source.values, one);
    const describesSame = (): boolean => DESCRIBING.every((one) => one === 'commitmentDate' || isSame(one));
    if (!follows && !(this.areOrdersApart && OF_EJ.includes(field) && describesSame())) return false;
    if (field === 'budgetLine') return isSame('ministerialAxis2');
    if (field === 'supplier') return isSame('ejNumber');
    if (field !== 'ejNumber') return true;
    if (this.lowers(values)) return describesSame();
    if (commits) return DESCRIBING.every((one) => !this.has(values, one));
    return this.arePaymentsMany ? isSame('supplier') : describesSame();
  }

  /** Fills a column where the EJ is, from the first row of the EJ. */
  private filledWith(field: LedgerField, ofEj: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    const written = new Set(this.operations.filter(({ values }) => this.has(values, field)).map(({ row }) => row));
    return new Map([...ofEj].filter(([row, source]) => !written.has(row) && written.has(source)));
  }

  /**
   * « Solde » under a column of words of the operation is one of them: « Soldé » under « État » ends no row. On a later
   * day than the payment above, with none below, it is the last payment; otherwise, as « Solde à payer », it is what
   * is left to pay.
   */
  private isTotal(values: Row, [above = [], below = []]: readonly Row[]): boolean {
    for (const position of this.columns) {
      const value = values[position];
      const label = typeof value === 'string' && value !== '' ? this.words.labelOf(value) : null;
      if (!label?.isPlain || (label.kind !== 'total' && this.wordColumns.has(position))) continue;
      if (
        label.isPayment &&
        !TO_PAY.test(comparable(textOf(value ?? null))) &&
        this.isLastPayment(values, above, below)
      )
        continue;
      if (label.kind === 'total') this.totalsAt.add(position);
      return true;
    }
    return false;
  }

  private isLastPayment(values: Row, above: Row, below: Row): boolean {
    const day = this.textAt(values, 'paymentDate');
    const goesOn = this.amounts.some((position) => isFilled(below[position] ?? null)) && !this.has(below, 'ejNumber');
    return day !== '' && day !== this.textAt(above, 'paymentDate') && !goesOn;
  }

  /** « Résultat » under the envelope, and under the EJ within it, as BW shows both: what follows an inner one goes on. */
  private goesOnBelowTotals(field: LedgerField, blank: readonly Line[]): boolean {
    const position = this.positions.get(field) ?? -1;
    if (blank.length === 0 || !this.totalsAt.has(position)) return false;
    if (![...this.totalsAt].some((other) => other > position)) return false;
    let goesOn = false;
    for (const { values, isBelowTotal } of this.operations) {
      goesOn = !this.has(values, field) && (goesOn || isBelowTotal);
      if (!goesOn && !this.has(values, field)) return false;
    }
    return true;
  }

  private commits(values: Row): boolean {
    if (this.nature !== null) return natureOfCell(textOf(values[this.nature] ?? null)) === 'AE';
    return this.commitsAt.some((position) => isFilled(values[position] ?? null) && values[position] !== 0);
  }

  /** A retrait, by its amount or, whatever its sign, by its operation. */
  private lowers(values: Row): boolean {
    const amounts = this.commitsAt.map((position) => this.cells.amount(values[position] ?? null));
    const cents = amounts.map((amount) => (amount.kind === 'amount' ? amount.cents : 0)).find((one) => one !== 0) ?? 0;
    if (cents === 0) return false;
    return cents < 0 || loweringOfOperation(this.textAt(values, 'operation'))?.certainty === 'sure';
  }

  /** A note under a heading that is no field, « N° marché »: its row is not blank. */
  private isNoteAside(values: Row): boolean {
    const [only, ...others] = values.slice(0, Math.max(0, ...this.columns)).filter(isFilled);
    return others.length === 0 && typeof only === 'string' && isNoteAlone(only);
  }

  private countFilled(values: Row): number {
    let filled = 0;
    for (const position of this.columns) if (isFilled(values[position] ?? null)) filled++;
    return filled;
  }

  private has(values: Row, field: LedgerField): boolean {
    const position = this.positions.get(field);
    return position !== undefined && isFilled(values[position] ?? null);
  }

  private textAt(values: Row, field: LedgerField): string {
    const position = this.positions.get(field);
    return position === undefined ? '' : textOf(values[position] ?? null).trim();
  }
}

/** The columns of the amounts of a block. */
export function amountColumns({ columns }: LedgerBlock): readonly number[] {
  return AMOUNTS.flatMap((field) => columns.get(field)?.column ?? []);
}

export function isFilled(value: CellValue): boolean {
  return value !== null && (typeof value !== 'string' || !isBlankText(value));
}

/** « € » under the amounts of repeated headings. */
function isOfUnits(values: Row): boolean {
  return !values.some((value) => typeof value === 'number') && isUnitRow(values);
}
