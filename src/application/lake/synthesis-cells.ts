/** The answers of a consolidation as cells of a sheet: amounts, dates, links to the workbooks. */
import { parseDateText } from '../../domain/calendar/date-text';
import type { KnownCents } from '../../domain/money/known-cents';
import { shownRate } from '../../domain/money/rate';
import { amount, blank, text } from '../../documents/page/page-builder';
import { lakeValue } from '../../messages/lake-words';
import type { PlannedCell } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import type { AnswerColumn, AnswerValue } from './lake-answer';

/** The path of a workbook of the lake from the folder of the synthesis. */
export type LinkOf = (file: string) => string;

/** Excel cuts a longer text between quotes in a formula. */
const LONGEST_QUOTED = 255;

/** The cents of `426968.00`; null stays null. */
export function centsOf(value: AnswerValue | undefined): KnownCents {
  return value === null || value === undefined ? null : Number(String(value).replace('.', ''));
}

/** The cell of a value: nothing where there is none, never 0. */
export function answerCell({ name, type }: AnswerColumn, value: AnswerValue, linkOf: LinkOf): PlannedCell {
  if (value === null) return blank(type === 'amount' ? 'amount' : 'text');
  if (type === 'amount') return amount(centsOf(value), undefined);
  if (name === 'rate') return { value: shownRate(String(value)) / 10_000, style: 'rate' };
  if (name === 'file') return linkCell(String(value), linkOf);
  const date = type === 'date' ? parseDateText(String(value)) : null;
  if (date !== null) return { value: serialOfDate(date, false), style: 'date' };
  if (typeof value === 'number') return { value, style: name === 'year' ? 'year' : 'text' };
  return text(lakeValue(name, String(value), 'fr'), 'text');
}

/** The name of a workbook, which opens it. */
export function linkCell(file: string, linkOf: LinkOf): PlannedCell {
  const name = file.split('/').at(-1) ?? file;
  const path = linkOf(file);
  if (path.length > LONGEST_QUOTED || name.length > LONGEST_QUOTED) return text(name, 'text');
  const quoted = (content: string): string => `"${content.replaceAll('"', '""')}"`;
  return { value: name, formula: `=HYPERLINK(${quoted(path)},${quoted(name)})`, style: 'text' };
}
