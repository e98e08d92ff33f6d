/**
 * Years and dates beside lines that have neither: another year's amounts would agree. An exercice that cannot be read,
 * and a column under a heading that is not known. A day that is not that of the amounts is left: of the invoice, of
 * the edition, of what is due.
 */
import { yearOf } from '../../domain/calendar/civil-date';
import { isPlaceholder } from '../../domain/imputation/chorus-codes';
import type { ChorusLine, ChorusMovement } from '../../domain/reconciliation/extract';
import type { UnreadYears } from '../../domain/reconciliation/extract-reading';
import { comparable } from '../../domain/text';
import { wordsOfHeading, type Concept } from '../../workbook/ledger/heading-words';
import { meaningOf } from '../../workbook/ledger/headings';
import { textOf } from '../../workbook/cells';
import { CellReader } from '../../workbook/ledger/read-cells';
import { isFilled } from '../../workbook/ledger/sheet-rows';
import { meaningOfHeading } from '../extract-columns';
import { amountColumns, type Layout } from '../extract-layout';
import { shownInRow, type GridRow } from '../extract-rows';
import { exerciseIn, yearsIn } from './exercises';

/** Compared whatever their day. */
const TIMELESS: ReadonlySet<ChorusMovement> = new Set<ChorusMovement>(['carryOver', 'reduction']);
/** Days and years of something else than the amount. */
const OF_OTHERS: readonly Concept[] = [
  ...(['invoice', 'receipt', 'service', 'serviceWord', 'end', 'limit', 'agreed', 'allocated'] as const),
  ...(['contract', 'convention', 'supplier', 'amendment', 'label', 'name', 'comment', 'number'] as const),
];
const OF_THE_FILE = /(?:edition|edite|extraction|extrait|export|import|mise a jour|maj|modif|actualis|derniere? )/;
const TEXT_OF_A_DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}(?: |$)|^\d{4}-\d\d-\d\d(?:[ t]|$)/;

/** Those of one table: its rows, its lines. */
export function unreadYears(
  rows: readonly GridRow[],
  lines: readonly ChorusLine[],
  layout: Layout,
  uses1904: boolean,
): readonly UnreadYears[] {
  const undated = lines.filter(
    ({ movement, date, exercise }) => date === null && exercise === null && !TIMELESS.has(movement),
  );
  const [all, open] = [new Set(lines.map(({ line }) => line)), new Set(undated.map(({ line }) => line))];
  const { unread } = layout.exercise;
  const above = unread !== null && open.size > 0 ? [{ kind: 'above' as const, heading: '', ...unread }] : [];
  return [
    ...above.map((one) => ({ ...one, count: 1, years: [] })),
    ...unreadExercises(
      rows.filter(({ line }) => all.has(line)),
      layout,
    ),
    ...(open.size === 0
      ? []
      : unknownColumns(
          rows.filter(({ line }) => open.has(line)),
          layout,
          new CellReader(uses1904),
        )),
  ];
}

function unreadExercises(rows: readonly GridRow[], { columns, headings }: Layout): readonly UnreadYears[] {
  const column = columns.get('exercise');
  if (column === undefined) return [];
  const texts = rows.flatMap(({ cells, line }) => {
    const words = textOf(cells[column] ?? null).trim();
    return isPlaceholder(words) || exerciseIn(words) !== null ? [] : [{ words, line }];
  });
  const [first] = texts;
  const heading = textOf(headings[column] ?? null).trim();
  return first ? [{ kind: 'exercise', heading, ...first, count: texts.length, years: [] }] : [];
}

function unknownColumns(rows: readonly GridRow[], layout: Layout, reader: CellReader): readonly UnreadYears[] {
  const { headings, columns, bank, effects } = layout;
  const taken = new Set([...columns.values(), ...bank, ...amountColumns(layout.amounts)]);
  for (const { column } of effects) taken.add(column);
  return headings.flatMap((cell, column) => {
    const heading = textOf(cell).trim();
    if (taken.has(column) || !isFilled(cell) || !mayDate(heading)) return [];
    const found = rows.flatMap((row) => {
      const years = yearsAt(row, column, heading, reader);
      return years.length === 0 ? [] : [{ words: textOf(row.cells[column] ?? null).trim(), line: row.line, years }];
    });
    const [first] = found;
    if (!first) return [];
    const years = [...new Set(found.flatMap((one) => one.years))];
    return [{ kind: 'column' as const, heading, words: first.words, line: first.line, count: found.length, years }];
  });
}

/** « Année de rattachement », « Date », « Créée le », or a heading without a word that is known. */
function mayDate(heading: string): boolean {
  if (meaningOfHeading(heading) !== null || OF_THE_FILE.test(comparable(heading))) return false;
  const { concepts } = wordsOfHeading(heading);
  if (OF_OTHERS.some((concept) => concepts.has(concept))) return false;
  if (['serviceDate', 'receiptDate'].some((field) => [...meaningOf(heading).keys()].some((one) => one === field)))
    return false;
  return concepts.size === 0 || namesTime(concepts);
}

function namesTime(concepts: ReadonlySet<Concept>): boolean {
  return (['year', 'date', 'on'] as const).some((concept) => concepts.has(concept));
}

function yearsAt(row: GridRow, column: number, heading: string, reader: CellReader): readonly number[] {
  const cell = row.cells[column] ?? null;
  const { concepts } = wordsOfHeading(heading);
  const isDate = shownInRow(row, column)?.kind === 'date' || row.dateColumns?.has(column) === true;
  const text = textOf(cell).trim();
  if (
    isDate ||
    TEXT_OF_A_DATE.test(text) ||
    (typeof cell === 'number' && !concepts.has('year') && namesTime(concepts))
  ) {
    const reading = reader.date(cell);
    if (reading.kind === 'date') return [yearOf(reading.date)];
  }
  return concepts.has('year') ? yearsIn(text) : [];
}
