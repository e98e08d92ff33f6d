/** The answer to a query: a table that a person reads, CSV, or one JSON object a line. */
import { csvOf } from '../../documents/publication/published-table';
import { isoDate } from '../../domain/calendar/civil-date';
import { formatAmount, formatDate, formatRate, notCalculableLabel } from '../../messages/format';
import { lakeHeading, lakeValue } from '../../messages/lake-words';
import type { Language } from '../../messages/language';
import {
  isNotCalculable,
  type AnswerColumn,
  type AnswerValue,
  type LakeAnswer,
} from '../../application/lake/lake-answer';

const CENTS = /^-?\d{1,15}\.\d\d$/;
const RATE = /^-?\d+(\.\d+)?$/;
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const GAP = '  ';

/**
 * Amounts and dates as the language writes them; numbers to the right; an empty cell for what does not exist, and
 * « non calculable » for what cannot be calculated.
 */
export function answerText(answer: LakeAnswer, language: Language): string {
  const { columns, rows } = answer;
  const isNumber = columns.map(({ type }) => type === 'number' || type === 'amount');
  const table = [
    columns.map(({ name }) => lakeHeading(name, language)),
    ...rows.map((row) =>
      row.map((value, column) =>
        isNotCalculable(answer, row, column)
          ? notCalculableLabel(language)
          : cellText(value, columns[column], language),
      ),
    ),
  ];
  const widths = columns.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join(GAP)
      .trimEnd();
  return table.map((cells) => `${line(cells)}\n`).join('');
}

function cellText(value: AnswerValue, column: AnswerColumn | undefined, language: Language): string {
  if (value === null || !column) return '';
  const { name, type } = column;
  const text = String(value).replace(/\p{Cc}+/gu, ' ');
  if (name === 'rate' && RATE.test(text)) return formatRate(text, language);
  if (type === 'amount' && CENTS.test(text)) return formatAmount(Number(text.replace('.', '')), language);
  return type === 'date' && ISO_DATE.test(text) ? formatDate(isoDate(text), language) : lakeValue(name, text, language);
}

/** RFC 4180; a text that a spreadsheet would run as a formula gets an apostrophe. */
export function answerCsv({ columns, rows }: LakeAnswer): string {
  return csvOf({
    fields: columns.map(({ name, type }) => ({
      name,
      type: type === 'number' || type === 'amount' ? 'number' : type === 'date' ? 'date' : 'string',
    })),
    rows: rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
  });
}

/** Amounts as decimal texts, dates as ISO texts. A text of a cell may be a key of nothing: pairs make each object. */
export function answerJson({ columns, rows }: LakeAnswer): string {
  return rows
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(columns.map(({ name }, column) => [name, row[column] ?? null])))}\n`,
    )
    .join('');
}
