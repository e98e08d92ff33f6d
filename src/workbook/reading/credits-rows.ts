/**
 * Rows that may be operations on the credits: an EJ or DP number, a Chorus code, an amount of money with a date, or an
 * amount with the name of an envelope or of a poste. A rectangle without any such row is a price list, the data of a
 * chart, a summary: it is named in the account, and is no finding.
 */
import { addDays, partsOf, type CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText } from '../../domain/calendar/date-text';
import { readEj } from '../../domain/imputation/ej-number';
import type { Area, CellValue } from '../cells';
import type { Concept } from '../ledger/heading-words';
import type { KnownNames } from '../ledger/known-names';
import { textOf } from '../ledger/read-cells';
import { dateOfSerial } from '../serials';
import { valueAt, type SheetSnapshot } from '../snapshot';
import { centsOf, namesAnAmount, type AreaColumn, type AreaColumns } from './amount-columns';

/** Codes that begin with a programme, which has four digits and a leading zero; EJ, DP and activities. */
const CODE = /^(?:0\d{3}-\d{2}(?:-\d{2})?|0?\d{3}-[A-Z]{4}-[A-Z0-9]{4}|0\d{11})$/;
/** A column that describes an operation: a summary has none. */
const DESCRIBES: readonly Concept[] = ['label', 'supplier', 'order', 'invoice', 'piece', 'operation', 'contract'];
const MOST_REMEMBERED = 20_000;

type Evidence = 'piece' | 'name' | 'date' | 'text' | 'none';

/** Looks for rows of credits in rectangles of one workbook. */
export class CreditsRows {
  private readonly known = new Map<string, Evidence>();

  constructor(
    private readonly names: KnownNames | null,
    private readonly uses1904: boolean,
  ) {}

  /** True when some row of the rectangle may be an operation. */
  areIn(sheet: SheetSnapshot, area: Area, { firstRow, columns }: AreaColumns): boolean {
    const amounts = columns.filter(({ kind }) => kind === 'amounts');
    const others = columns.filter(({ kind }) => kind !== 'amounts');
    const isMoney = amounts.some(({ heading }) => heading === '' || namesAnAmount(heading));
    const series = new Series(this.uses1904);
    const named = new Set<string>();
    const isDescribed = columns.some((column) => column.kind === 'others' && describes(column));
    for (let row = firstRow; row < area.top + area.rows; row++) {
      if (!amounts.some(({ column }) => centsOf(valueAt(sheet, row, column)) !== null)) continue;
      const names: string[] = [];
      for (const column of others) {
        const value = valueAt(sheet, row, column.column);
        const evidence = this.evidenceOf(value, column);
        if (evidence === 'piece') return true;
        if (evidence === 'date' && isMoney && !series.continues(value)) return true;
        if (evidence === 'name') names.push(textOf(value));
      }
      if (names.length === 0) continue;
      const key = names.join('\n');
      if (isDescribed || named.has(key)) return true;
      named.add(key);
    }
    return false;
  }

  private evidenceOf(value: CellValue, { kind }: AreaColumn): Evidence {
    if (typeof value === 'number') {
      if (kind === 'dates') return 'date';
      return readEj(String(value), true).kind === 'ej' ? 'piece' : 'none';
    }
    if (typeof value !== 'string' || value === '') return 'none';
    const known = this.known.get(value);
    if (known) return known;
    const evidence = this.evidenceOfText(value);
    if (this.known.size < MOST_REMEMBERED) this.known.set(value, evidence);
    return evidence;
  }

  private evidenceOfText(value: string): Evidence {
    const text = value.trim();
    if (CODE.test(text) || readEj(text, false).kind === 'ej') return 'piece';
    if (parseDateText(text) !== null) return 'date';
    const isName = this.names !== null && (this.names.isEnvelope(text) || this.names.isBudgetLine(text));
    return isName ? 'name' : 'text';
  }
}

function describes({ concepts }: AreaColumn): boolean {
  return DESCRIBES.some((concept) => concepts.has(concept));
}

/** The dates of the data of a chart: the first day of a period, or the last, each once. */
class Series {
  private readonly seen = new Set<number>();

  constructor(private readonly uses1904: boolean) {}

  continues(value: CellValue): boolean {
    const date = typeof value === 'number' ? dateOfSerial(value, this.uses1904) : parseDateText(textOf(value).trim());
    if (date === null || this.seen.has(date)) return false;
    this.seen.add(date);
    return isFirstDay(date) || isFirstDay(addDays(date, 1));
  }
}

function isFirstDay(date: CivilDate): boolean {
  return partsOf(date).day === 1;
}
