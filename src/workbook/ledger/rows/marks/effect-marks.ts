/**
 * Marks by which a team may take rows out of its ledger, in columns that are not its status: « Hors convention » X,
 * « À compter » N, « Motif de rejet » with words, « Annulé » X beside a column of status, « Statut DP » « Rejetée »,
 * « EJ annulé le 3 mars » among remarks, a label such as « Maintenance (annulé) ». The row counts all the same, out of
 * prudence, and is reported (LEC-05).
 */
import type { AmountReading, LedgerField, LedgerRow } from '../../../../domain/envelopes/ledger';
import { yearOf } from '../../../../domain/calendar/civil-date';
import { remembering } from '../../../../domain/remembering';
import { comparable } from '../../../../domain/text';
import { textOf, type CellValue } from '../../../cells';
import { isNoOperation } from '../../columns/amount-types';
import { limitIn, percentIn, shownPercent, WHOLE } from '../../columns/percents';
import { doubtsOfYears, yearsOfAmounts, type DatedRow, type YearOfAmounts } from '../../columns/years-of-amounts';
import { namesOtherYear } from '../../heading-words';
import { isBlankText, type CellReader } from '../../read-cells';
import { isFilled } from '../../sheet-rows';
import { titleOver, type EffectRow } from '../../tables/effect-rows';
import { yearOfCredits } from '../../tables/doubtful-titles';
import { yearOfPayments } from '../../tables/title-words';
import { CarriedMarks, type CarriedOfTable } from './carried-marks';
import { isDeducted } from './discounts';
import { effectOfHeading, isOfAPlan, isTicked, namesNotice, type EffectHeading } from './effect-headings';
import { doubtOf, isOtherStatus, markOfDoubt, shown, type Doubt, type WordsHeld } from './doubts-of-words';
import { NO_NAMES, type NamesOnRow } from './free-doubts';
import { withSignOfOperation, type SignedRow } from '../operation-sign';
import { namesOperation } from '../operation-words';
import { deniesPayment, type MarkFound } from './payment-doubts';
import { headsRemarks, isWhyLowered } from './remarks';
import { statusOfWords } from '../status-words';

/** Such a column of a sheet. */
export interface EffectMarkColumn {
  readonly column: number;
  readonly heading: string;
  readonly holds?: WordsHeld;
  /** The meaning of its cells, where the heading alone does not give it. */
  readonly effect?: EffectHeading;
  /** The year of the credits, beside `natures`. */
  readonly creditYear?: number;
}

const NO: ReadonlySet<string> = new Set(['non', 'no', 'n', 'faux', 'false', '0', 'ras', 'neant', 'aucun', 'aucune']);
/** Columns whose words may be of a commitment that is still to come. */
const MAY_BE_DRAFT: ReadonlySet<WordsHeld> = new Set(['remarks', 'labels']);
/** « À compter » 50 %, « Hors convention » 0,5. */
const MAY_BE_PARTLY: ReadonlySet<EffectHeading['by']> = new Set(['share', 'counted', 'aside']);
const OUT_BY_A_MARK: ReadonlySet<EffectHeading['by']> = new Set(['cancelled', 'pending', 'blocked', 'aside']);
/** « Non, à revoir »; not « Non concerné », « Non requis », « Pas d'objection », nor « Contresigné ». */
const DENIED =
  /^(?:non?|pas)\b(?! (?:encore )?(?:concern|applicable|requi|necessaire|soumi|obligatoire|prevu|renseign|attendu|exig|(?:d )?(?:objection|opposition)|de (?:calais|difficulte)))|^(?:contre\b(?! (?:sign|seing))|oppose|hostile)/;
const UNDECIDED =
  /^(?:en cours|(?:sous|avec) reserves?|reserve$|a (?:voir|confirmer|obtenir|demander|relancer)|pas de reponse|sans reponse)\b/;
const DATE_HEADING = /(?:^|[^a-z])(?:le|date)(?:[^a-z]|$)/;
/** « 12/03/2023 », « 12 mars 2023 »; serial numbers of days from 2000 to 2100. */
const DATE = /^\d{1,2}[/. ](?:\d{1,2}|[a-z]{3,9})[/. ]\d{2,4}$|^\d{4} \d{2} \d{2}$/;
const SERIALS = { first: 36_526, last: 73_415 } as const;
const FIGURES = /^[\d\s.,()%€+-]+$/;
/** « Report », which is about the year of the EJ, and « Doublon vérifié ». */
const OF_NO_REMARK = /^reports?\b|\b(?:doublons?|duplicates?)\b/;
const IN_PERCENT = /%|taux|pourcentage|pct/i;
const LONGEST_MARK = 120;
const NO_MARKS: readonly MarkFound[] = [];
const MINUS = /^\s*[-−(]|[-−]\s*$/;

/** The columns of marks among those that nothing else reads. */
export function effectMarksAmong(columns: readonly EffectMarkColumn[]): readonly EffectMarkColumn[] {
  return columns.filter((column) => {
    const effect = effectOfMark(column);
    return typeof effect === 'string' || (effect !== null && effect.about !== 'amount');
  });
}

/** The contents of a column of operations, by some of its values. */
export function operationsIn(values: readonly CellValue[]): 'acts' | 'operations' {
  const words = new Set(values.filter((value) => typeof value === 'string'));
  return [...words].filter(namesOperation).length * 2 >= words.size && words.size > 0 ? 'acts' : 'operations';
}

function effectOfMark({
  heading,
  holds,
  effect: given,
}: Omit<EffectMarkColumn, 'column'>): MarkedColumn['effect'] | null {
  if (holds ?? given) return holds ?? given ?? null;
  const effect = effectOfHeading(heading);
  if (effect === null && namesNotice(heading)) return { by: 'words', about: null };
  return effect ?? (headsRemarks(heading) ? 'remarks' : effectOfRemark(heading));
}

/** The doubt that the heading would leave as a remark. */
function effectOfRemark(heading: string): EffectHeading | null {
  if (OF_NO_REMARK.test(comparable(heading.slice(0, LONGEST_MARK)))) return null;
  const words = heading.trimEnd();
  const statement = words.endsWith('?') ? words.slice(0, -1) : words; // « Réalisé ? », which its cells answer
  const doubt = doubtOf('remarks', statement, true, NO_NAMES);
  if (doubt === null) return null;
  if (doubt === 'whole') return { by: 'remark', about: null };
  return { by: 'remark', about: null, leaves: doubt === 'amount' || doubt === 'stated' ? 'amount' : 'row' };
}

/** The marks and the titles of a table, as its block keeps them. */
interface EffectsOfTable {
  readonly columns: ReadonlyMap<LedgerField, { readonly column: number; readonly heading: string }>;
  readonly effectMarks?: readonly EffectMarkColumn[];
  readonly effectRows?: readonly EffectRow[];
  readonly operationRows?: readonly EffectRow[];
  readonly carried?: CarriedOfTable;
}

interface MarkedColumn extends Omit<EffectMarkColumn, 'effect'> {
  readonly effect: EffectHeading | WordsHeld;
  readonly isDated: boolean;
}

/** A row as its marks are read beside it. */
export type RowOfMarks = DatedRow & SignedRow & Pick<LedgerRow, 'ej'>;

/** Reads the marks of the rows of one table. */
export class EffectMarks {
  /** Suppliers, directions: the same ones on many rows. */
  private readonly ofWords = remembering((text) => doubtOf('words', text, false, NO_NAMES));
  private readonly ofWordsWithEj = remembering((text) => doubtOf('words', text, true, NO_NAMES));

  private constructor(
    private readonly columns: readonly MarkedColumn[],
    private readonly titles: readonly EffectRow[],
    private readonly operations: readonly EffectRow[],
    /** The columns of the amounts, of the days of commitment and of payment, and of the status, counted as the cells are; −1 without one. */
    private readonly ae: number,
    private readonly cp: number,
    private readonly committedOn: number,
    private readonly paidOn: number,
    private readonly status: number,
    private readonly carried: CarriedMarks | null,
    /** The column that names the envelope, counted as the cells are; −1 without one. */
    private readonly envelope: number,
    private readonly names: NamesOnRow['names'],
    private readonly dates: Pick<CellReader, 'date'>,
    private readonly years: readonly YearOfAmounts[],
  ) {}

  /** `left`: the column of the sheet from which cells are counted. Null for a table without anything of them. */
  static of(table: EffectsOfTable, left: number, dates: Pick<CellReader, 'date'>): EffectMarks | null {
    const { columns: fields, effectMarks = [], effectRows = [], operationRows = [], carried } = table;
    const columnOf = (field: LedgerField): number => (fields.get(field)?.column ?? left - 1) - left;
    const columns = effectMarks.flatMap((one): MarkedColumn[] => {
      const effect = effectOfMark(one);
      const isDated = DATE_HEADING.test(comparable(one.heading));
      return effect === null ? [] : [{ ...one, column: one.column - left, effect, isDated }];
    });
    const count = columns.length + effectRows.length + operationRows.length;
    const years = yearsOfAmounts(fields, carried?.names.creditYears[1]);
    if (count + years.length === 0 && !carried) return null;
    return new EffectMarks(
      columns,
      effectRows,
      operationRows,
      columnOf('ae'),
      columnOf('cp'),
      columnOf('commitmentDate'),
      columnOf('paymentDate'),
      columnOf('status'),
      carried ? new CarriedMarks(carried, left) : null,
      columnOf('ministerialAxis2'),
      carried?.names ?? null,
      dates,
      years,
    );
  }

  /** The operation that the title over a row gives it: « Retraits »; empty without one. */
  operationAt(sheetRow: number): string {
    return titleOver(this.operations, sheetRow)?.title ?? '';
  }

  private doubtOf(holds: WordsHeld, text: string, hasEj: boolean, cells: readonly CellValue[]): Doubt {
    if (holds !== 'words') return doubtOf(holds, text, hasEj, this.namesOn(cells));
    return hasEj ? this.ofWordsWithEj(text) : this.ofWords(text);
  }

  private namesOn(cells: readonly CellValue[]): NamesOnRow {
    const own = cells[this.envelope] ?? null;
    return { names: this.names, own: typeof own === 'string' ? own : '' };
  }

  /**
   * The marks of a row: those that may take it out first, then what announces an EJ of an earlier year over its AE,
   * then what denies its payment, then the years of its columns. Of those of one kind, `withMarks` keeps the first.
   */
  at(sheetRow: number, cells: readonly CellValue[], row: RowOfMarks): readonly MarkFound[] {
    const found = this.effectsAt(sheetRow, cells, row);
    const carried = isPositive(cells[this.ae] ?? null) ? (this.carried?.at(sheetRow, cells) ?? null) : null;
    const ofYears = this.years.length > 0 ? doubtsOfYears(row, this.years) : NO_MARKS;
    if (found.length === 0 && carried === null) return ofYears;
    const isOnPayment = ({ about }: MarkFound): boolean => about === 'unpaid';
    const isWhole = ({ about }: MarkFound): boolean =>
      about === undefined || about === 'sheet' || about === 'operation';
    const others = found.filter((one) => !isWhole(one) && !isOnPayment(one));
    const inOrder = [...found.filter(isWhole), ...others, carried, ...found.filter(isOnPayment), ...ofYears];
    return inOrder.filter((one) => one !== null);
  }

  /**
   * The marks of the cells of a row, or the title that it is under. A status of its own is what counts, beside a title
   * and a remark that may be one.
   */
  private effectsAt(sheetRow: number, cells: readonly CellValue[], row: RowOfMarks): readonly MarkFound[] {
    const hasStatus = isFilled(cells[this.status] ?? null);
    const found: MarkFound[] = [];
    for (const column of this.columns) {
      const mark = this.markIn(column, cells, row, hasStatus);
      if (mark !== null) found.push(mark);
    }
    if (hasStatus || found.some(({ about }) => about !== 'unpaid')) return found;
    const over = titleOver(this.titles, sheetRow);
    const title = over?.title ?? null;
    if (over === null || title === null || !this.concerns(over, cells)) return found;
    return [{ heading: '', raw: title, ...(over.isOfSheet && { about: 'sheet' as const }) }, ...found];
  }

  /** The mark of one column on a row; null without one. */
  private markIn(
    { column, heading, effect, isDated, creditYear }: MarkedColumn,
    cells: readonly CellValue[],
    row: RowOfMarks,
    hasStatus: boolean,
  ): MarkFound | null {
    const value = cells[column] ?? null;
    if (typeof effect === 'string') {
      if (typeof value !== 'string') return null;
      if (effect === 'natures' && namesOtherYear(value.slice(0, LONGEST_MARK), creditYear ?? null))
        return { heading, raw: shown(value) };
      const mayBeDraft = MAY_BE_DRAFT.has(effect) && !hasStatus && isFilled(cells[this.ae] ?? null);
      const hasEj = row.ej.kind === 'ej';
      const mayBeForecast = mayBeDraft && !(row.cp.kind === 'amount' && row.paymentDate.kind === 'date');
      const may = { mayBeDraft, mayBeForecast, mayBePlan: mayBeForecast && !hasEj };
      const doubt = this.doubtOf(effect, value, hasEj, cells);
      const mark = markOfDoubt(value, doubt, { holds: effect, ...may, of: this.namesOn(cells) });
      if (mark === null || (isWhyLowered(value) && isLowered(withSignOfOperation(row)))) return null;
      return { heading, ...mark };
    }
    if (effect.by === 'chorus') {
      const commits = isFilled(cells[this.ae] ?? null) && !isFilled(cells[this.cp] ?? null);
      return isNoOperation(value, commits) ? { heading, raw: shown(value), about: 'movement' } : null;
    }
    if (MAY_BE_PARTLY.has(effect.by)) {
      const part = partIn(value, effect);
      if (part !== null) return { heading, raw: part, about: 'amount' };
      if (effect.by === 'share') return null;
    }
    if (effect.by === 'discount') {
      const percent = percentIn(value, IN_PERCENT.test(heading));
      if (percent === null || isDeducted(cells, [this.ae, this.cp], column, percent)) return null;
      return { heading, raw: shownPercent(percent), about: 'amount' };
    }
    const answer = answerOf(value, isDated);
    if (answer === null) return null;
    if (isOut(effect, answer, value))
      return {
        ...{ heading, raw: answer === 'day' ? '' : shown(value) },
        ...(effect.leaves !== undefined && { about: effect.leaves }),
      };
    const isDenied = (effect.by === 'unpaid' && isCross(value)) || (effect.by === 'paid' && isUnpaid(answer, value));
    return isDenied ? { heading, raw: shown(value), about: 'unpaid', paidIn: null } : null;
  }

  /** True for a row paid on a day that is not of a year. */
  private isPaidOutside(year: number | null, cells: readonly CellValue[]): boolean {
    const reading = this.dates.date(cells[this.paidOn] ?? null);
    return reading.kind === 'date' && yearOf(reading.date) !== year;
  }

  /**
   * True for an amount on a row without a date of a year; the ones with such a date are judged by it. AE without a day
   * count whatever that of their payment.
   */
  private isOutside(year: number | null, cells: readonly CellValue[]): boolean {
    if (this.isUndated(cells)) return true;
    const isOfYear = (column: number): boolean => {
      const reading = this.dates.date(cells[column] ?? null);
      return reading.kind === 'date' && yearOf(reading.date) === year;
    };
    const isTyped = [this.ae, this.cp].some((column) => isFilled(cells[column] ?? null) && cells[column] !== 0);
    return isTyped && ![this.committedOn, this.paidOn].some(isOfYear);
  }

  /** True for AE without a day of commitment. */
  private isUndated(cells: readonly CellValue[]): boolean {
    const ae = cells[this.ae] ?? null;
    return isFilled(ae) && ae !== 0 && !isFilled(cells[this.committedOn] ?? null);
  }

  private concerns({ concerns, title }: EffectRow, cells: readonly CellValue[]): boolean {
    if (concerns === undefined) return true;
    const [ae = null, cp = null] = [cells[this.ae], cells[this.cp]];
    if (concerns === 'commitments') return isPositive(ae);
    if (concerns === 'undated') return this.isUndated(cells);
    if (concerns === 'otherCredits') return this.isOutside(yearOfCredits(title ?? ''), cells);
    if (concerns === 'paidElsewhere') return isFilled(cp) && this.isPaidOutside(yearOfPayments(title ?? ''), cells);
    return concerns === 'payments' ? isFilled(cp) : isPositive(ae) || isPositive(cp);
  }
}

/** « 50 % », also of 0,5; null for the whole, for nothing, unless either is outside, and for hours under « Quotité ». */
function partIn(value: CellValue, effect: EffectHeading): string | null {
  const [isInPercent, { outside }] = [effect.isInPercent === true, effect];
  const percent = percentIn(value, isInPercent) ?? (outside === undefined ? null : limitIn(value, isInPercent));
  if (percent === null || (percent === 0 && outside !== 'none') || (percent === WHOLE && outside !== 'all'))
    return null;
  return shownPercent(percent);
}

/** True for a row that lowers, and adds nothing. */
function isLowered({ ae, cp }: Pick<LedgerRow, 'ae' | 'cp'>): boolean {
  const centsOf = (reading: AmountReading): number =>
    reading.kind === 'absent' ? 0 : reading.kind === 'amount' ? reading.cents : NaN;
  const [ofAe, ofCp] = [centsOf(ae), centsOf(cp)];
  return ofAe <= 0 && ofCp <= 0 && ofAe + ofCp < 0;
}

function isOut({ by, leaves }: EffectHeading, answer: 'no' | 'day' | 'mark', value: CellValue): boolean {
  if (by === 'unpaid') return false;
  if (by === 'paid') return statusOfWords(textOf(value)).status === 'cancelled';
  if (by === 'words') return statusOfWords(textOf(value)).status === 'cancelled'; // a second column of status
  if (by === 'planned') return typeof value === 'string' && isPlanned(value);
  if (by === 'provisional') return isCross(value);
  if (by === 'remark') return answer === 'day' || isCross(value) || (value === 1 && leaves !== 'amount');
  if (by === 'acted' || by === 'validated') {
    const isDenial = answer === 'no' && !(by === 'acted' && typeof value === 'number') && !isNothing(value);
    return isDenial || (answer === 'mark' && isNotAgreed(value, by));
  }
  return OUT_BY_A_MARK.has(by) ? answer !== 'no' : answer === 'no';
}

function isCross(value: CellValue): boolean {
  return value === true || (typeof value === 'string' && isTicked(comparable(value).trim()));
}

/** « Prévu », « P », « À venir » under « Réel/Prévu ». */
function isPlanned(value: string): boolean {
  return (
    isOfAPlan(
      comparable(value.slice(0, LONGEST_MARK))
        .replace(/[^a-z ]/g, '')
        .trim(),
    ) || isOtherStatus(value)
  );
}

/** « En attente », « En cours », « Défavorable », « Non, à revoir » under « Accord DGE ». */
export function isNotAgreed(value: CellValue, by: 'acted' | 'validated'): boolean {
  if (typeof value !== 'string') return false;
  const words = comparable(value.slice(0, LONGEST_MARK));
  return DENIED.test(words) || (by === 'acted' && (isOtherStatus(value) || UNDECIDED.test(words)));
}

/** « RAS » under « Avis CBCM »: nothing against it. */
function isNothing(value: CellValue): boolean {
  return typeof value === 'string' && comparable(value).trim() === 'ras';
}

/** « Non », « KO », « En instance » under « Payé » or « Statut DP ». */
function isUnpaid(answer: 'no' | 'day' | 'mark', value: CellValue): boolean {
  if (typeof value === 'number' || answer === 'day') return false;
  return answer === 'no' || (typeof value === 'string' && deniesPayment(value));
}

/** True for an amount that is typed without a minus. */
function isPositive(value: CellValue): boolean {
  return typeof value === 'number' ? value > 0 : typeof value === 'string' && isFilled(value) && !MINUS.test(value);
}

/** No, a day, or any other mark; null for a blank cell, or a number that answers nothing. */
function answerOf(value: CellValue, isDated: boolean): 'no' | 'day' | 'mark' | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'mark' : 'no';
  if (typeof value === 'number') {
    if (isDated) return value >= SERIALS.first && value <= SERIALS.last ? 'day' : null;
    return value === 1 ? 'mark' : value === 0 ? 'no' : null;
  }
  const text = textOf(value).trim();
  if (text === '' || isBlankText(text)) return null;
  const words = text.length > LONGEST_MARK ? '' : comparable(text);
  if (NO.has(words)) return 'no';
  if (DATE.test(words)) return 'day';
  return FIGURES.test(text) && words !== '1' ? null : 'mark';
}
