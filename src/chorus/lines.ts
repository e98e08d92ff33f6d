/**
 * Rows of an extract → lines of Chorus. A row is read, or listed among the ignored ones for its reason. Only the
 * columns of the layout are looked at: a bank column is never read, and never shown.
 */
import {
  IMPUTATION_FIELDS,
  type CodeReading,
  type Imputation,
  type ImputationField,
} from '../domain/imputation/imputation';
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { ChorusLine, ShownTotal } from '../domain/reconciliation/extract';
import type { IgnoredLine } from '../domain/reconciliation/extract-reading';
import { remembering } from '../domain/remembering';
import { comparable } from '../domain/text';
import { textOf, type CellValue } from '../workbook/cells';
import { CellReader, isBlankText } from '../workbook/ledger/read-cells';
import { isBlankRow } from '../workbook/ledger/sheet-rows';
import { isUnitRow } from '../workbook/ledger/under-headings';
import { DATE_FIELDS_OF } from './dates/date-fields';
import { exerciseIn, yearWithoutDay } from './dates/exercises';
import { type ExtractField, measureNamed } from './extract-columns';
import { type RepairLog, shownInRow, type GridRow } from './extract-rows';
import { amountColumns, type Amounts, type Layout, type Stage } from './extract-layout';
import { FEWEST_HEADINGS, fieldsIn } from './extract-tables';
import { movementOf, valueTypeOf } from './movement-types';
import { amountTypeOf } from '../workbook/ledger/columns/amount-types';
import { numbersOfIgnored, readDp, readEjNumber, readLineNumber, readLineOfEj } from './numbers';
import { GroupOfLines, isAlmostBare, isWithoutDetail, lacksNumber } from './numberless-rows';
import { QualifiedRows } from './qualified-rows';
import { LONGEST_RAW, rowAboveHeadings } from './stray-amounts';
import { ALL, isSome, totalLabelOf, Totals, type TotalWord, totalWordOf, type ShownAmounts } from './total-rows';
import { supplierColumns } from './sub-totals';
import { weightsOfMeasure, weightsOfStages, type Weight } from './weights';

/** Why a row that is no total is not read. */
type Reason = Exclude<IgnoredLine['reason'], 'total'>;

/** A row that is read: the amounts that it shows, and what they move. */
interface Weighed {
  readonly shown: ShownAmounts;
  readonly weights: readonly Weight[];
}

const PREFIX = /^[A-Z0-9]{4}\/./i;
const hasPrefix = remembering((raw) => PREFIX.test(raw.trim()));

/** Reads the rows of one extract, in their order. */
export class LineReader {
  readonly lines: ChorusLine[] = [];
  readonly ignored: IgnoredLine[] = [];
  private readonly cells: CellReader;
  private readonly totals = new Totals();
  private readonly notDimensions: ReadonlySet<number>;
  readonly qualified: QualifiedRows;
  /** The first row, while it may be the total of all the lines below. */
  private top: { readonly row: GridRow; readonly shown: ShownAmounts } | null = null;
  private group: GroupOfLines | null = null;
  private isUnderOtherHeadings = false;
  /** The names of the measures, as the extract writes them first. */
  private readonly measures = new Map<string, string>();

  constructor(
    private readonly layout: Layout,
    private readonly repairs: RepairLog,
    uses1904: boolean,
    /** A text cuts its last line where the file was cut; a sheet does not. */
    private readonly isText: boolean,
    /** By their line. */
    private readonly subTotals: ReadonlySet<number>,
  ) {
    this.cells = new CellReader(uses1904);
    this.qualified = new QualifiedRows(layout);
    this.notDimensions = new Set([...layout.bank, ...supplierColumns(layout)]);
  }

  shownTotals(): readonly ShownTotal[] {
    return this.totals.results().map((total) => ({ ...total, measure: this.measures.get(total.measure) ?? ALL }));
  }

  /** The sums of the lines, under the same names as the totals. */
  sums(): ShownAmounts {
    return new Map([...this.totals.sums()].map(([measure, cents]) => [this.measures.get(measure) ?? ALL, cents]));
  }

  preamble(row: GridRow): void {
    const ignored = rowAboveHeadings(row, this.layout.bank);
    if (ignored !== null) this.ignored.push(ignored);
  }

  /** A row between the headings and the lines: units, numbers of columns. */
  underHeadings(row: GridRow): void {
    this.ignore(row, isBlankRow(row.cells) ? 'empty' : 'headings');
  }

  headings(row: GridRow): void {
    this.endGroup();
    this.isUnderOtherHeadings = false;
    this.ignore(row, 'headings');
  }

  row(row: GridRow, isLast: boolean): void {
    const { cells } = row;
    if (cells.every((cell) => cell === null || cell === '')) this.ignore(row, 'empty');
    else if (
      cells.length > this.layout.width &&
      cells.slice(this.layout.width).some((cell) => textOf(cell).trim() !== '')
    )
      this.ignore(row, 'tooManyCells');
    else this.fullRow(row, isLast);
  }

  end(): void {
    this.endGroup();
    if (this.top === null) return;
    const { row, shown } = this.top;
    if (this.totals.isSumOfAll(shown)) {
      this.ignore(row, 'total');
      return;
    }
    const below = this.lines.splice(0);
    this.line(row);
    this.lines.push(...below);
  }

  private fullRow(row: GridRow, isLast: boolean): void {
    if (this.isUnderOtherHeadings && this.whyUnread(row) !== 'headings') {
      this.ignore(row, 'otherHeadings');
      return;
    }
    if (this.subTotals.has(row.line)) return this.total(row, null);
    const total = totalWordOf(row.cells, this.notDimensions);
    if (this.isText && isLast && !total && this.isCut(row)) {
      this.ignore(row, 'cutShort');
      return;
    }
    if (this.isText && row.cells.length < this.layout.width) this.repairs.add('raggedRow', row.line);
    if (!total) {
      if (!lacksNumber(row, this.layout) || !this.isTotalWithoutNumber(row)) this.line(row);
      return;
    }
    this.total(row, total);
  }

  private total(row: GridRow, word: TotalWord | null): void {
    const shown = word && this.shownIn(row, 'total');
    this.endGroup();
    if (word && shown) this.totals.addTotal(word, shown);
    this.ignore(row, 'total');
  }

  private line(row: GridRow): void {
    const weighed = this.weighInEuros(row);
    if (typeof weighed === 'string') this.notRead(row, weighed);
    else this.addLine(row, weighed);
  }

  private notRead(row: GridRow, reason: IgnoredLine['reason']): void {
    const why = reason === 'amountUnreadable' ? this.whyUnread(row) : reason;
    this.isUnderOtherHeadings = why === 'otherHeadings';
    this.ignore(row, why);
  }

  private addLine(row: GridRow, { shown, weights }: Weighed): void {
    const counted = weights.filter(({ cents }) => cents !== 0);
    if (row.isOfGroup !== true) this.endGroup();
    if (counted.length === 0) {
      this.ignore(row, 'zero');
      return;
    }
    if (row.isOfGroup === true) this.group?.add(shown, this.text(row, 'dp'));
    else if (this.layout.columns.has('ejLine') && this.text(row, 'ejLine') === '')
      this.group = new GroupOfLines(row, this.text(row, 'dp'), this.lines.length, counted.length, shown);
    this.qualified.count(row);
    this.push(row, counted);
  }

  /** The first row of a group may hold the sum of the others, which would count twice. */
  private endGroup(): void {
    const { group } = this;
    this.group = null;
    if (!group?.isTotal()) return;
    this.lines.splice(group.from, group.count);
    this.totals.remove(group.shown);
    this.ignore(group.row, 'total');
  }

  /** Reads a row without number as a total, by its words or by its sum; false for any other. */
  private isTotalWithoutNumber(row: GridRow): boolean {
    const shown = this.shownIn(row, 'total');
    if (shown === null) return false;
    const isBare = isAlmostBare(row, this.layout);
    const label = totalLabelOf(row.cells, isBare);
    const isSum = this.totals.isSum(shown);
    if (label === null && isBare && isSome(shown) && this.lines.length === 0 && this.top === null) {
      this.top = { row, shown };
      return true;
    }
    if (label === null && !(isSum && isWithoutDetail(row, this.layout))) return false;
    this.endGroup();
    if (label !== null && !label.isRunning) this.totals.addTotal(label, shown);
    else this.totals.startAgain();
    // « Report 2022 » sums no line of this extract
    this.ignore(row, label?.isRunning === true && !isSum && isSome(shown) ? 'movementUnknown' : 'total');
    return true;
  }

  private weighInEuros(row: GridRow): Weighed | Reason {
    const isPositive = (column: number): boolean => (this.cents(row, column) ?? 0) > 0;
    const reason = this.qualified.reasonAgainst(row.cells, () => this.amountColumns().some(isPositive));
    return reason ?? this.weigh(row);
  }

  /** The headings of the next page, their units, or words under the table, are no amount that was not read. */
  private whyUnread({ cells }: GridRow): IgnoredLine['reason'] {
    const { columns, headings } = this.layout;
    if (isUnitRow(cells)) return 'headings';
    const amounts = this.amountColumns();
    const textAt = (column: number | undefined): string => textOf(cells[column ?? -1] ?? null).trim();
    if (amounts.every((column) => textAt(column) === textOf(headings[column] ?? null).trim())) return 'headings';
    if (fieldsIn(cells).size >= FEWEST_HEADINGS) return 'otherHeadings';
    const isBlank = (column: number | undefined): boolean => textAt(column) === '';
    return [...amounts, columns.get('ej'), columns.get('dp')].every(isBlank) ? 'note' : 'amountUnreadable';
  }

  /** The amounts of the row, or the reason why it is ignored. */
  private weigh(row: GridRow): Weighed | Reason {
    const { amounts } = this.layout;
    const shown = this.shownIn(row, 'line');
    if (shown === null) return 'amountUnreadable';
    this.totals.addLine(shown);
    const weights = this.weightsOf(row, shown, amounts);
    return typeof weights === 'string' ? weights : { shown, weights };
  }

  private weightsOf(row: GridRow, shown: ShownAmounts, amounts: Amounts): readonly Weight[] | Reason {
    if (amounts.kind === 'measures') return weightsOfStages(this.ofStages(shown, amounts.columns));
    const [cents = 0] = shown.values();
    if (amounts.kind === 'typed') return this.weighTyped(row, cents, amounts.defaultValueType);
    return weightsOfMeasure(measureNamed(textOf(row.cells[amounts.nameColumn] ?? null)), cents);
  }

  private ofStages(shown: ShownAmounts, columns: ReadonlyMap<Stage, number>): ReadonlyMap<Stage, number> {
    return new Map([...columns.keys()].map((stage) => [stage, shown.get(columns.size === 1 ? ALL : stage) ?? 0]));
  }

  /**
   * The amounts of a row, by measure; null where one is unreadable. A total row has no types of its own, and may leave
   * a measure out.
   */
  private shownIn(row: GridRow, kind: 'line' | 'total'): ShownAmounts | null {
    const { amounts } = this.layout;
    if (amounts.kind === 'measures') return this.shownOfStages(row, amounts.columns, kind);
    const cents = this.cents(row, amounts.column);
    if (cents === null) return null;
    if (amounts.kind === 'typed') return new Map([[ALL, cents]]);
    const name = textOf(row.cells[amounts.nameColumn] ?? null).trim();
    const measure = kind === 'total' && totalWordOf([name], new Set()) ? ALL : (measureNamed(name) ?? comparable(name));
    if (measure !== ALL && !this.measures.has(measure)) this.measures.set(measure, name);
    return new Map([[measure, cents]]);
  }

  private shownOfStages(
    row: GridRow,
    columns: ReadonlyMap<Stage, number>,
    kind: 'line' | 'total',
  ): ShownAmounts | null {
    const shown = new Map<string, number>();
    const isAlone = columns.size === 1;
    for (const [stage, column] of columns) {
      const text = textOf(row.cells[column] ?? null);
      if (kind === 'total' && !isAlone && isPlaceholder(text)) continue;
      const cents = this.isNil(text, isAlone) ? 0 : this.cents(row, column);
      if (cents === null) return null;
      if (!isAlone) this.measures.set(stage, textOf(this.layout.headings[column] ?? null).trim());
      shown.set(isAlone ? ALL : stage, cents);
    }
    return shown;
  }

  private weighTyped(row: GridRow, cents: number, defaultValueType: number): readonly Weight[] | Reason {
    const { columns } = this.layout;
    const typeCell = row.cells[columns.get('amountType') ?? -1] ?? null;
    const valueCell = row.cells[columns.get('valueType') ?? -1] ?? null;
    const valueType = isPlaceholder(textOf(valueCell)) ? defaultValueType : valueTypeOf(valueCell);
    const movement = movementOf(amountTypeOf(typeCell), valueType, cents);
    if (movement === 'unknown') return 'movementUnknown';
    return movement === 'reservation' ? movement : [{ ...(movement as Omit<Weight, 'cents'>), cents }];
  }

  /** A dash is nothing; a placeholder of Chorus is, beside other measures. */
  private isNil(text: string, isAlone: boolean): boolean {
    return isPlaceholder(text) ? !isAlone : isBlankText(text);
  }

  private cents(row: GridRow, column: number): number | null {
    const reading = this.cells.amountShown(row.cells[column] ?? null, shownInRow(row, column));
    if (reading.kind !== 'amount') return null;
    if (reading.rounded) this.repairs.add('centsRounded', row.line);
    return reading.cents;
  }

  private push(row: GridRow, weights: readonly Weight[]): void {
    const { repairs } = this;
    const common = {
      line: row.line,
      ej: readEjNumber(this.cell(row, 'ej'), row.line, repairs),
      ejLine: readLineNumber(this.cell(row, 'ejLine')) || readLineOfEj(this.cell(row, 'ej')),
      dp: readDp(this.cell(row, 'dp'), row.line, repairs),
      dpLine: readLineNumber(this.cell(row, 'dpLine')),
      company: this.text(row, 'company'),
      exercise: this.exercise(row),
      imputation: this.imputation(row),
      supplier: this.text(row, 'supplier'),
    };
    for (const weight of weights) {
      const fields = DATE_FIELDS_OF[weight.movement];
      const date = this.date(row, fields);
      const year = date === null ? yearWithoutDay(fields.map((field) => this.cell(row, field))) : null;
      this.lines.push({ ...common, ...weight, date, exercise: common.exercise ?? year });
    }
  }

  private exercise(row: GridRow): number | null {
    const text = this.text(row, 'exercise');
    return text === '' ? this.layout.exercise.year : exerciseIn(text);
  }

  private date(row: GridRow, fields: readonly ExtractField[]): CivilDate | null {
    for (const field of fields) {
      const reading = this.cells.date(this.cell(row, field));
      if (reading.kind === 'date') return reading.date;
      if (reading.kind === 'unreadable' || reading.kind === 'cellError') this.repairs.add('dateUnreadable', row.line);
    }
    return null;
  }

  private imputation(row: GridRow): Imputation {
    const codes: Partial<Record<ImputationField, CodeReading>> = {};
    for (const field of IMPUTATION_FIELDS) codes[field] = this.code(row, field);
    return this.cells.imputation(codes as Imputation);
  }

  private code(row: GridRow, field: ImputationField): CodeReading {
    const reading = this.cells.code(field, this.cell(row, field));
    if (reading.kind === 'absent') return reading;
    if (reading.kind === 'zeroLost') this.repairs.add('leadingZero', row.line);
    if (reading.kind === 'damaged') this.repairs.add('numberDamaged', row.line);
    if (field !== 'ministerialAxis2' && hasPrefix(reading.raw)) this.repairs.add('prefixRemoved', row.line);
    return reading;
  }

  private cell(row: GridRow, field: ExtractField): CellValue {
    const column = this.layout.columns.get(field);
    return column === undefined ? null : (row.cells[column] ?? null);
  }

  private text(row: GridRow, field: ExtractField): string {
    const text = textOf(this.cell(row, field)).trim();
    return isPlaceholder(text) ? '' : text;
  }

  /** The file ends before the amount, or just after it: what is left of a number is a number too. */
  private isCut({ cells, isCut }: GridRow): boolean {
    if (isCut) return true;
    return cells.length < this.layout.width && this.amountColumns().some((column) => column >= cells.length - 1);
  }

  private amountColumns(): readonly number[] {
    return amountColumns(this.layout.amounts);
  }

  private ignore(row: GridRow, reason: IgnoredLine['reason']): void {
    const raw = this.raw(row);
    const isAttributed = reason !== 'tooManyCells' && reason !== 'otherHeadings';
    const columns = isAttributed ? { ej: this.cell(row, 'ej'), dp: this.cell(row, 'dp') } : null;
    this.ignored.push({ line: row.line, reason, raw, ...(raw !== '' && numbersOfIgnored(row.cells, columns)) });
  }

  /**
   * The understood cells of a row. With bank columns beside, a row of another length than the headings shows nothing:
   * its cells may have moved.
   */
  private raw({ cells }: GridRow): string {
    const { bank, columns, width } = this.layout;
    if (bank.size > 0 && cells.length !== width) return '';
    const shown = [...columns.values(), ...this.amountColumns()];
    const texts = [...new Set(shown)]
      .sort((one, other) => one - other)
      .map((column) => textOf(cells[column] ?? null).trim());
    return texts
      .filter((text) => text !== '')
      .join(' · ')
      .slice(0, LONGEST_RAW);
  }
}
