/** The figures of each credit year of a convention of several years, since its beginning, in the Bilan and the État. */
import { balancesByYear } from '../figures/year-balances';
import type { Envelope } from '../../domain/envelopes/convention';
import { centsOf, sumOfGiven, lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { amount, blank, noTable, text, type PageBuilder } from '../page/page-builder';
import { rateCell, type BilanKit } from './bilan-blocks';

/** The columns of the table, which differ from those of the blocks. */
const AT = { year: 1, nature: 2, allocated: 3, consumed: 4, remaining: 5, rate: 6 } as const;

/** The values of a row, in cents. */
interface YearRow {
  readonly year: number;
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
}

/** The tools of the table. */
export type YearsKit = Pick<BilanKit, 'page' | 'source' | 'natures'>;

/** Where its rows go. */
interface YearsTable {
  readonly page: PageBuilder;
  readonly commentColumn: number;
}

/** The table, with a total of all years for each envelope and nature. Values: the years before are closed. */
export function addYears({ page, source, natures }: YearsKit, commentColumn: number): void {
  const { charged, convention, balances } = source.input;
  const years = balancesByYear(charged, balances);
  const headings = [
    ...words.sinceStartHeadings.map((label) => text(label, 'heading')),
    ...noTable(commentColumn - AT.rate - 1),
    text(words.comments, 'heading'),
  ];
  const subjects = convention.envelopes.flatMap((envelope) => natures.map((nature) => ({ envelope, nature })));
  page.addList(
    headings,
    subjects,
    ({ envelope }) => [envelope.label, words.allYears],
    ({ envelope, nature }) => {
      const rows = years.flatMap(({ year, convention: ofYear, balances: figures }): readonly YearRow[] => {
        if (!ofYear.envelopes.some(({ code }) => code === envelope.code)) return [];
        const { allocated, consumed } = figures.figures({ envelope: envelope.code, line: null }, nature);
        return [{ year, allocated: centsOf(allocated), consumed: centsOf(consumed) }];
      });
      addRows({ page, commentColumn }, envelope, nature, rows);
    },
    { rows: years.length + 1 },
  );
  page.addBlank();
}

function addRows(table: YearsTable, envelope: Envelope, nature: Nature, rows: readonly YearRow[]): void {
  const firstRow = table.page.nextRow;
  for (const row of rows) addRow(table, envelope, nature, row, null);
  const total = {
    year: 0,
    allocated: sumOfGiven(rows.map(({ allocated }) => allocated)),
    consumed: sumOfKnown(rows.map(({ consumed }) => consumed)),
  };
  addRow(table, envelope, nature, total, firstRow);
}

/** A year, or the sum of the rows from `firstRow`. */
function addRow(
  { page, commentColumn }: YearsTable,
  { label }: Envelope,
  nature: Nature,
  { year, allocated, consumed }: YearRow,
  firstRow: number | null,
): void {
  const row = page.nextRow;
  const at = (column: number): string => page.at({ row, column });
  const sum = (column: number): string | undefined =>
    firstRow === null ? undefined : `=ROUND(SUM(${page.span(column, firstRow, row - 1)}),2)`;
  const [money, rate] = firstRow === null ? (['amount', 'rate'] as const) : (['totalAmount', 'totalRate'] as const);
  const notGiven = text(words.notGiven, money);
  page.add([
    text(label, firstRow === null ? 'label' : 'totalLabel'),
    firstRow === null ? { value: year, style: 'year' } : text(words.allYears, 'totalLabel'),
    text(nature, firstRow === null ? 'text' : 'totalLabel'),
    allocated === null ? notGiven : amount(allocated, sum(AT.allocated), money),
    amount(consumed, sum(AT.consumed), money),
    allocated === null
      ? notGiven
      : amount(lessKnown(allocated, consumed), `=ROUND(${at(AT.allocated)}-${at(AT.consumed)},2)`, money),
    allocated === null
      ? text(words.notGiven, rate)
      : rateCell(consumed, allocated, at(AT.consumed), at(AT.allocated), rate),
    ...noTable(commentColumn - AT.rate - 1),
    blank('inputText'),
  ]);
}
