/**
 * Figures that somebody typed in a summary: « PDE | AE engagées | 9 000 ». They are compared with those of the ledger
 * (DON-05), where the labels surely name a figure, and an envelope or the total. Formulas are left alone.
 */
import type { StatedFigure } from '../../../domain/envelopes/reading-facts';
import type { AmountUnit } from '../../../domain/money/amount-text';
import { readEj } from '../../../domain/imputation/ej-number';
import { groupedBy } from '../../../domain/grouped';
import { cellAddress, textOf, type Area } from '../../cells';
import type { KnownNames } from '../../ledger/known-names';
import { namesAPlan } from '../../ledger/rows/marks/effect-headings';
import { isBlankText } from '../../ledger/read-cells';
import { unitGivenByHeading } from '../../ledger/units';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import { centsAt } from '../amount-cells';
import type { AreaColumn, AreaColumns } from '../amount-columns';
import { isComputed } from '../derived-cells';
import { bareFigureOf, figureOf, namesTheTotal, namesUse, summaryWords, type SummaryWords } from './summary-words';
import { labelsOf } from './summary-labels';
import { TitlesAbove, type TitlesOver } from './summary-titles';

/** A longer table is no summary. */
const MOST_ROWS = 200;
/** In cents. */
const UNITS: Readonly<Record<AmountUnit, number>> = { '€': 100, 'k€': 100_000, 'M€': 100_000_000 };

/** The figures of one rectangle. */
export interface Summary {
  readonly figures: readonly StatedFigure[];
  /** The rows that hold one, and name its envelope. */
  readonly rows: number;
}

export const NO_SUMMARY: Summary = { figures: [], rows: 0 };

/** Reads the summaries of one workbook. */
export class StatedFigures {
  constructor(
    private readonly names: KnownNames | null,
    /** The sheets that hold tables of the ledger. */
    private readonly ofLedger: ReadonlySet<string>,
    private readonly uses1904: boolean,
  ) {}

  /** The figures that a rectangle states, each once: a figure of one subject in two cells is no figure of it. */
  of(sheet: SheetSnapshot, area: Area, { columns }: AreaColumns): Summary {
    const { names } = this;
    if (names === null || area.rows > MOST_ROWS) return NO_SUMMARY;
    const isBeside = this.ofLedger.has(sheet.name);
    if (isBeside && this.ofLedger.size > 1) return NO_SUMMARY; // a summary of that sheet alone, perhaps
    if (holdsEj(sheet, area)) return NO_SUMMARY;
    const titles = new TitlesAbove(sheet, area, columns, { names, isBeside, uses1904: this.uses1904 });
    const found: Stated[] = [];
    for (let row = area.top; row < area.top + area.rows; row++) {
      const section = titles.titlesAt(row);
      if (section === null) continue;
      for (const column of columns) found.push(...this.at(sheet, area, row, column, section, names));
    }
    const sure = found.filter((one) => one.isSure || isBesideEnvelopes(one, found));
    const times = groupedBy(sure, ({ figure }) => `${figure.figure} ${figure.envelope}`);
    const once = sure.filter(({ figure }) => times.get(`${figure.figure} ${figure.envelope}`)?.length === 1);
    return {
      figures: once.map(({ figure }) => figure),
      rows: new Set(once.flatMap(({ row, namesIt }) => (namesIt ? [row] : []))).size,
    };
  }

  private at(
    sheet: SheetSnapshot,
    area: Area,
    row: number,
    column: AreaColumn,
    section: TitlesOver,
    names: KnownNames,
  ): readonly Stated[] {
    if (column.kind !== 'amounts' || isComputed(sheet, row, column.column)) return [];
    const value = valueAt(sheet, row, column.column);
    if (value === null || (typeof value === 'string' && isBlankText(value))) return [];
    const typed = centsAt(sheet, row, column);
    if (typed === null || typed === 'unreadable' || column.unit === null) return [];
    const { left, above } = labelsOf(sheet, area, row, column.column);
    const unit = unitOf(left) ?? (column.unit === '€' ? unitOf(above) : null) ?? column.unit;
    if (unit === 'other') return [];
    const cents = Math.round((typed / UNITS[column.unit]) * UNITS[unit]);
    const own = summaryWords(left, names);
    const all = summaryWords([...above, ...left], names);
    if (own === null || all === null || [...left, ...above].some(namesAPlan)) return [];
    const isTotal = namesTheTotal(own) || namesTheTotal(all);
    const sure = figureOf(all);
    const mayBeBare = section.isPlain && !section.namesCredits && (own.envelopes.length > 0 || isTotal);
    const figure = sure ?? (mayBeBare ? bareFigureOf(all) : null);
    const envelope = envelopeOf(all, section);
    if (figure === null || envelope === undefined) return [];
    const isList = figureOf(own) !== null;
    const isNamed = envelope !== null;
    if (!isNamed && !section.isPlain) return [];
    if (!isNamed && !isTotal && !isList && left.length > 0) return [];
    return [
      {
        figure: {
          ...{ sheet: sheet.name, area: cellAddress(row, column.column), envelope, figure, cents },
          margin: marginOf(cents, UNITS[unit]),
          words: [...left, ...above].join(' / '),
          periods: [...section.periods, ...all.periods],
          ...(sure === null && { mayBeGiven: true as const }),
        },
        ...{ row, column: column.column },
        namesIt: all.envelopes.length > 0,
        isSure: isNamed || isList || !isTotal || namesUse(own),
      },
    ];
  }
}

/** True for a list, or a form, of operations. */
function holdsEj(sheet: SheetSnapshot, { top, left, rows, columns }: Area): boolean {
  for (let row = top; row < top + rows; row++)
    for (let column = left; column < left + columns; column++) {
      const value = valueAt(sheet, row, column);
      if (value !== null && readEj(textOf(value).trim(), typeof value === 'number').kind === 'ej') return true;
    }
  return false;
}

interface Stated {
  readonly figure: StatedFigure;
  readonly row: number;
  readonly column: number;
  readonly namesIt: boolean;
  /** False for « Total » under « AE engagées », which may sum anything. */
  readonly isSure: boolean;
}

/** True for a total of a column whose other figures are those of envelopes. */
function isBesideEnvelopes({ column, figure }: Stated, all: readonly Stated[]): boolean {
  return all.some((one) => one.column === column && one.isSure && one.figure.figure === figure.figure);
}

/** A code; null for the whole convention, undefined for several or for a name of two. */
function envelopeOf({ envelopes }: SummaryWords, section: TitlesOver): string | null | undefined {
  const [only, ...others] = envelopes;
  if (others.length > 0) return undefined;
  if (only !== undefined) return only ?? undefined;
  return section.envelope;
}

/** The unit of the nearest label that gives one, « Engagé (k€) », « AE (k€) » over « Engagé »; null for none. */
function unitOf(labels: readonly string[]): AmountUnit | 'other' | null {
  const given = labels.flatMap((label) => unitGivenByHeading(label) ?? []).at(-1);
  if (given === undefined) return null;
  return 'unit' in given ? given.unit : 'other';
}

/** An amount in whole units is rounded: half of the unit, in cents. */
function marginOf(cents: number, unit: number): number {
  let step = unit;
  while (step >= 100 && cents % step !== 0) step /= 10;
  return step >= 100 ? step / 2 : 0;
}
