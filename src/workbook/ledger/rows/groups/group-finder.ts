/**
 * Groups whose first row alone is written (an EJ and its payments, an envelope and its rows): a column is one only when
 * nothing contradicts it. An isolated blank stays blank, and so does a status or a year, often on few rows. A mark
 * (« idem ») repeats the cell above; payments that write their EJ alone take the codes of its only row of AE.
 */
import type { LedgerField } from '../../../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../../../domain/imputation/imputation';
import { comparable } from '../../../../domain/text';
import { textOf } from '../../../cells';
import type { SheetSnapshot } from '../../../snapshot';
import type { LedgerBlock } from '../../ledger-source';
import { isUnitRow } from '../../under-headings';
import { repeatedHeadings } from '../repeated-headings';
import { holdsNoFigure, isNoteAlone } from '../row-cells';
import type { TotalWords } from '../total-words';
import { DittoMarks } from './ditto-marks';
import { GroupCells, isFilled, type RowValues } from './group-cells';
import { TextsOfEj } from './texts-of-ej';

const TO_PAY = /\b(?:a (?:payer|regler|verser|mandater|facturer)|restante?|due?)\b/;
/** The fields that a group may write once. */
const GROUPED: readonly LedgerField[] = [...IMPUTATION_FIELDS, 'budgetLine', 'supplier'];
/** The fields of an operation that describe more than its payment. */
const DESCRIBING: readonly LedgerField[] = [...GROUPED, 'label', 'commitmentDate'];
/** Those of an EJ that its payments may leave out. */
const OF_EJ: readonly LedgerField[] = [...IMPUTATION_FIELDS, 'budgetLine'];
/** Where the word of a balance is that of an operation: « Solde » is its last payment, « Soldé » its state. */
const WORDS_OF_OPERATION: readonly LedgerField[] = ['status', 'operation', 'supplier'];
const FEWEST_BLANKS = 2;
/** The least share of blank cells in the column of a group: fewer are cells that somebody left out. */
const LEAST_SHARE = 1 / 2;
const ALMOST_ALL = 0.8;

/** A filled row of a block that is no total. */
interface Line {
  readonly row: number;
  readonly values: RowValues;
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

/** The payments of a block: all of them, and those that write no EJ. */
export interface Payments {
  readonly all: number;
  readonly withoutEj: number;
}

/** True for payments that show that their EJ is written once above them; a single one shows nothing. */
export function showGroups(payments: Payments): boolean {
  return payments.withoutEj >= FEWEST_BLANKS && areNearlyAll(payments);
}

function areNearlyAll({ all, withoutEj }: Payments): boolean {
  return withoutEj >= ALMOST_ALL * all;
}

/** Recognises groups in the operations of a block. */
export class GroupFinder {
  private readonly cells: GroupCells;
  private readonly wordColumns: ReadonlySet<number>;
  private readonly lines: readonly Line[];
  private texts: TextsOfEj | undefined;
  private readonly operations: readonly Line[];
  private readonly dittos: DittoMarks;
  /** Other tables of the ledger, with the same headings, write each EJ once. */
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
    const top = sheet.used?.top ?? 0;
    this.cells = new GroupCells(sheet, block);
    const { positions } = this.cells;
    this.wordColumns = new Set(WORDS_OF_OPERATION.map((field) => positions.get(field) ?? -1));
    const lines: Line[] = [];
    const headingRows = [block.topRow, block.headingRow].map((row) => sheet.values[row - top] ?? []);
    const headings = repeatedHeadings(headingRows, this.cells.columns);
    this.dittos = new DittoMarks(
      [...GROUPED, 'ejNumber' as const].flatMap((field) => {
        const position = this.cells.positions.get(field);
        return position === undefined ? [] : [[field, position] as const];
      }),
    );
    let [follows, isBelowTotal] = [false, false];
    for (let row = block.firstRow; row <= block.lastRow && lines.length < most; row++) {
      const written = sheet.values[row - top] ?? [];
      const filled = this.cells.countFilled(written);
      if (filled === 0 && this.cells.isNoteAside(written)) continue;
      if (filled > 1 && (headings.some((texts) => texts.areIn(written)) || isOfUnits(written))) continue;
      const values = filled > 1 ? this.dittos.read(row, written) : written;
      const lone = filled === 1 ? textOf(values.find(isFilled) ?? null) : '';
      const hasAmount = this.cells.amounts.some((position) => isFilled(values[position] ?? null));
      const isOperation = hasAmount && (lone === '' || !holdsNoFigure(lone));
      const kind = isOperation ? 'operation' : filled === 1 ? 'title' : 'other';
      const beside = [row - 1, row + 1].map((other) => sheet.values[other - top] ?? []);
      const isTotal = filled > 0 && this.isTotal(values, beside);
      if (filled > 0 && !isTotal && !(kind === 'title' && isNoteAlone(lone)))
        lines.push({ row, values, commits: this.cells.commits(values), kind, follows, isBelowTotal });
      follows = filled > 0;
      isBelowTotal = isTotal || (!follows && isBelowTotal);
    }
    this.lines = lines;
    this.operations = lines.filter(({ kind }) => kind === 'operation');
    this.isUsual = block.groupsOfRows?.isUsual === true;
    this.areOrdersApart = this.areApart();
    this.arePaymentsMany = this.paymentsWithoutEj().length >= FEWEST_BLANKS;
    this.ofEj = this.cells.positions.has('ejNumber') ? this.fillOne('ejNumber', null) : new Map();
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
    if (!OF_EJ.includes(field) || !this.cells.positions.has(field)) return false;
    const payments = this.operations.filter(({ commits, values }) => !commits && this.cells.has(values, 'ejNumber'));
    const blank = payments.filter(({ values }) => !this.cells.has(values, field));
    return (
      blank.length >= FEWEST_BLANKS && blank.length >= ALMOST_ALL * payments.length && this.sourcesByEj(field).size > 0
    );
  }

  /** The payments under the rows of their EJ, where these write one value. */
  private sourcesByEj(field: LedgerField): ReadonlyMap<number, number> {
    const known = new Map<string, { readonly row: number; readonly text: string } | 'several'>();
    for (const { row, values, commits } of this.operations) {
      const ej = this.cells.textAt(values, 'ejNumber');
      if (!commits || ej === '') continue;
      const text = this.cells.textAt(values, field);
      const before = known.get(ej);
      if (before === undefined) known.set(ej, text === '' ? 'several' : { row, text });
      else if (before !== 'several' && before.text !== text && !this.cells.lowers(values)) known.set(ej, 'several');
    }
    const sources = new Map<number, number>();
    for (const { row, values, commits } of this.operations) {
      const source =
        commits || this.cells.has(values, field) ? undefined : known.get(this.cells.textAt(values, 'ejNumber'));
      if (source !== undefined && source !== 'several' && source.row < row) sources.set(row, source.row);
    }
    return sources;
  }

  /**
   * Payments without a number, under an EJ that has one: all of them, or nearly. A single one, or a retrait, repeats
   * its label.
   */
  private isEjGroup(): boolean {
    if (!this.cells.positions.has('ejNumber')) return false;
    const blank = this.paymentsWithoutEj();
    const others = this.operations.filter(
      ({ values }) => !this.cells.has(values, 'ejNumber') && this.cells.lowers(values),
    );
    const repeats = [...blank, ...others].some((line) => this.repeatsLabel(line));
    const isGroup = this.isUsual || this.arePaymentsMany || repeats;
    return isGroup && areNearlyAll(this.payments()) && this.startsGroups('ejNumber');
  }

  payments(): Payments {
    const all = this.operations.filter(({ commits }) => !commits).length;
    return { all, withoutEj: this.paymentsWithoutEj().length };
  }

  private paymentsWithoutEj(): readonly Line[] {
    return this.operations.filter(({ commits, values }) => !commits && !this.cells.has(values, 'ejNumber'));
  }

  /** True for a row whose label is that of the EJ right above, and of no other EJ above. */
  private repeatsLabel({ row, values }: Line): boolean {
    const leaders = this.operations.filter((line) => line.row < row && this.cells.has(line.values, 'ejNumber'));
    const above = leaders.at(-1);
    return (
      above?.commits === true &&
      this.textsOfEj().areShared(row, values, above.values, [this.cells.positions.get('label') ?? -1])
    );
  }

  private repeatsText({ row, values }: Line, above: Line): boolean {
    return this.textsOfEj().areShared(row, values, above.values);
  }

  private textsOfEj(): TextsOfEj {
    const commitments = (): readonly Line[] => this.operations.filter(({ commits }) => commits);
    return (this.texts ??= new TextsOfEj(this.cells, commitments()));
  }

  /** True for a column written with most EJ numbers, and on nearly no row under them. */
  private followsEj(field: LedgerField): boolean {
    if (!this.cells.positions.has(field)) return false;
    const counts = { leaders: 0, others: 0, filledLeaders: 0, filledOthers: 0 };
    for (const { row, values } of this.operations) {
      const [leads, filled] = [this.cells.has(values, 'ejNumber'), Number(this.cells.has(values, field))];
      if (!leads && !this.ofEj.has(row)) continue;
      counts[leads ? 'leaders' : 'others']++;
      counts[leads ? 'filledLeaders' : 'filledOthers'] += filled;
    }
    const { leaders, others, filledLeaders, filledOthers } = counts;
    return filledLeaders * 2 >= leaders && filledLeaders > 0 && filledOthers <= (1 - ALMOST_ALL) * others;
  }

  /** A column that changes at each filled cell, with enough blanks, none of them contradicted by the EJ of its row. */
  private isGroup(field: LedgerField): boolean {
    if (!this.cells.positions.has(field)) return false;
    const blank = this.operations.filter(({ values }) => !this.cells.has(values, field));
    const isFew = blank.length < FEWEST_BLANKS || blank.length < LEAST_SHARE * this.operations.length;
    if (isFew && !this.goesOnBelowTotals(field, blank)) return false;
    return this.startsGroups(field) && this.fillOne(field, null).size === blank.length;
  }

  /** The first operation is filled, and no filled cell repeats the one just above. */
  private startsGroups(field: LedgerField): boolean {
    const ownLines = this.lines.filter((line) => line.kind === 'operation' || this.heads(line, field));
    const texts = ownLines.map(({ values }) => this.cells.textAt(values, field));
    if (texts[0] === '') return false;
    return texts.every((text, at) => text === '' || at === 0 || text !== texts[at - 1]);
  }

  /**
   * A row without an amount that names a group; words without a digit, or a payment
   * whose amount is not written, with its date, head no EJ.
   */
  private heads({ values }: Line, field: LedgerField): boolean {
    if (!this.cells.has(values, field)) return false;
    if (field !== 'ejNumber') return true;
    return !this.cells.has(values, 'paymentDate') && !holdsNoFigure(this.cells.textAt(values, field));
  }

  /**
   * Fills one column from its own cells. A group ends at a blank row and where an EJ is of another group. A title ends
   * an EJ, up to a row that repeats what this EJ alone has.
   */
  private fillOne(field: LedgerField, ofEj: ReadonlyMap<number, number> | null): ReadonlyMap<number, number> {
    const sources = new Map<number, number>();
    const groupOfEj = new Map<string, string>();
    let [source, above]: (Line | null)[] = [null, null];
    for (const line of this.lines) {
      const { row, values, kind } = line;
      const heads = kind !== 'operation' && this.heads(line, field);
      if (heads || (kind === 'operation' && this.cells.has(values, field))) [source, above] = [line, null];
      else if (kind === 'title') {
        if (field === 'ejNumber') [source, above] = [null, source ?? above];
      } else if (this.cells.has(values, field)) source = null;
      else if (kind === 'operation') {
        const known: Line | null = source ?? (above && this.repeatsText(line, above) ? above : null);
        source = known && this.continues(line, known, field) ? known : null;
      }
      if (kind !== 'operation' || !source) continue;
      const ej = ofEj?.has(row) ? '' : this.cells.textAt(values, 'ejNumber');
      if (ej !== '') {
        const group = this.cells.textAt(source.values, field);
        const known = groupOfEj.get(ej) ?? group;
        if (known !== group && !this.cells.has(values, field)) continue;
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
      const ej = this.cells.textAt(values, 'ejNumber');
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
   * description is, but for an order on a poste that the envelope alone has.
   */
  private continues({ values, commits, follows }: Line, source: Line, field: LedgerField): boolean {
    const isSame = (one: LedgerField): boolean => this.cells.isSame(values, source.values, one);
    const describesSame = (): boolean => DESCRIBING.every((one) => one === 'commitmentDate' || isSame(one));
    const goesOn = (): boolean => describesSame() || this.isOfEnvelope(values, source, field);
    if (!follows && !(this.areOrdersApart && OF_EJ.includes(field) && goesOn())) return false;
    if (field === 'budgetLine') return isSame('ministerialAxis2');
    if (field === 'supplier') return isSame('ejNumber');
    if (field !== 'ejNumber') return true;
    if (this.cells.lowers(values)) return describesSame();
    if (commits) return DESCRIBING.every((one) => !this.cells.has(values, one));
    return this.arePaymentsMany ? isSame('supplier') : describesSame();
  }

  private isOfEnvelope(values: RowValues, source: Line, field: LedgerField): boolean {
    const { names } = this.words;
    if (!names?.envelopeFields.some((one) => one === field)) return false;
    const envelope = names.envelopeOf(this.cells.textAt(source.values, field));
    const lines = names.linesOf(this.cells.textAt(values, 'budgetLine'));
    return envelope !== null && lines.length > 0 && lines.every((line) => line.envelope === envelope);
  }

  /** Fills a column where the EJ is, from the first row of the EJ. */
  private filledWith(field: LedgerField, ofEj: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    const written = new Set(
      this.operations.filter(({ values }) => this.cells.has(values, field)).map(({ row }) => row),
    );
    return new Map([...ofEj].filter(([row, source]) => !written.has(row) && written.has(source)));
  }

  /**
   * « Solde » under a column of words of the operation is one of them: « Soldé » under « État » ends no row. On a later
   * day than the payment above, with none below, it is the last payment; otherwise, as « Solde à payer », it is what
   * is left to pay.
   */
  private isTotal(values: RowValues, [above = [], below = []]: readonly RowValues[]): boolean {
    for (const position of this.cells.columns) {
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

  private isLastPayment(values: RowValues, above: RowValues, below: RowValues): boolean {
    const day = this.cells.textAt(values, 'paymentDate');
    const goesOn =
      this.cells.amounts.some((position) => isFilled(below[position] ?? null)) && !this.cells.has(below, 'ejNumber');
    return day !== '' && day !== this.cells.textAt(above, 'paymentDate') && !goesOn;
  }

  /** « Résultat » under the envelope, and under the EJ within it, as BW shows both: what follows an inner one goes on. */
  private goesOnBelowTotals(field: LedgerField, blank: readonly Line[]): boolean {
    const position = this.cells.positions.get(field) ?? -1;
    if (blank.length === 0 || !this.totalsAt.has(position)) return false;
    if (![...this.totalsAt].some((other) => other > position)) return false;
    let goesOn = false;
    for (const { values, isBelowTotal } of this.operations) {
      goesOn = !this.cells.has(values, field) && (goesOn || isBelowTotal);
      if (!goesOn && !this.cells.has(values, field)) return false;
    }
    return true;
  }
}

/** « € » under the amounts of repeated headings. */
function isOfUnits(values: RowValues): boolean {
  return !values.some((value) => typeof value === 'number') && isUnitRow(values);
}
