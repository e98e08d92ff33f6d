/** The figures of each credit year of a convention of several years, since its beginning, in the Bilan and the État. */
import { sumOfYears, type SumOfYears, type YearCredits } from '../figures/sum-of-years';
import { balancesByYear, creditsByYear } from '../figures/year-balances';
import type { Envelope } from '../../domain/envelopes/convention';
import { lessKnown } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { amount, blank, noTable, text, type PageBuilder } from '../page/page-builder';
import { rateCell, type BilanKit } from './bilan-blocks';

/** The columns of the table, which differ from those of the blocks. */
const AT = { year: 1, nature: 2, allocated: 3, consumed: 4, remaining: 5, rate: 6 } as const;

/** A row: a year, or the sum of those from the row `firstRow`. */
interface YearRow extends Pick<YearCredits, 'allocated' | 'consumed'> {
  readonly year: number | null;
  readonly isGiven: boolean;
  readonly firstRow: number | null;
}

/** The tools of the table. */
export type YearsKit = Pick<BilanKit, 'page' | 'source' | 'natures'>;

/** Where its rows go. */
interface YearsTable {
  readonly page: PageBuilder;
  readonly commentColumn: number;
}

/** The years of an envelope in a nature, and their sum. */
interface Subject {
  readonly envelope: Envelope;
  readonly nature: Nature;
  readonly years: readonly YearCredits[];
  readonly sum: SumOfYears;
}

/** The table, with a total of all years for each envelope and nature. Values: the years before are closed. */
export function addYears({ page, source, natures }: YearsKit, commentColumn: number): void {
  const { charged, convention, balances } = source.input;
  const each = balancesByYear(charged, balances);
  const headings = [
    ...words.sinceStartHeadings.map((label) => text(label, 'heading')),
    ...noTable(commentColumn - AT.rate - 1),
    text(words.comments, 'heading'),
  ];
  const subjects = convention.envelopes.flatMap((envelope) =>
    natures.map((nature): Subject => {
      const years = creditsByYear(each, envelope.code, nature);
      return { envelope, nature, years, sum: sumOfYears(years) };
    }),
  );
  const hasReports = subjects.some(({ sum }) => sum.carriedOver > 0);
  page.addList(
    headings,
    subjects,
    ({ envelope }) => [envelope.label, words.allYears],
    (subject) => addRows({ page, commentColumn }, subject),
    { rows: each.length + (hasReports ? 2 : 1) },
  );
  for (const sentence of subjects.flatMap(remarksOn)) page.addSentence(sentence, 'subtitle');
  page.addBlank();
}

/** Sentences on what a sum lacks, or has beside the credits of the years. */
function remarksOn({ envelope: { label }, nature, sum }: Subject): readonly string[] {
  const { unbounded, carriedAbove } = sum;
  return [
    ...(unbounded.length > 0 ? [words.yearsWithoutCredits(label, nature, unbounded)] : []),
    ...carriedAbove.map(({ year, above }) => words.carriedAbove(label, nature, year, above)),
  ];
}

function addRows(table: YearsTable, { envelope, nature, years, sum }: Subject): void {
  const firstRow = table.page.nextRow;
  for (const year of years)
    addRow(table, envelope, nature, { ...year, isGiven: year.allocated !== null, firstRow: null });
  if (sum.carriedOver > 0) addReports(table, envelope, nature, sum.carriedOver);
  addRow(table, envelope, nature, { ...sum, year: null, firstRow });
}

/** Row of the credits that two years have; with a text of its own, comments on the rows of the envelope stay there. */
function addReports({ page, commentColumn }: YearsTable, { code }: Envelope, nature: Nature, cents: number): void {
  page.add([
    text(words.carriedOver(code, nature), 'label'),
    blank('text'),
    text(nature, 'text'),
    amount(-cents, undefined),
    blank('amount'),
    amount(-cents, `=${page.at({ row: page.nextRow, column: AT.allocated })}`),
    blank('rate'),
    ...noTable(commentColumn - AT.rate - 1),
    blank('inputText'),
  ]);
}

function addRow(
  { page, commentColumn }: YearsTable,
  { label }: Envelope,
  nature: Nature,
  { year, allocated, consumed, isGiven, firstRow }: YearRow,
): void {
  const row = page.nextRow;
  const at = (column: number): string => page.at({ row, column });
  const sum = (column: number): string | undefined =>
    firstRow === null ? undefined : `=ROUND(SUM(${page.span(column, firstRow, row - 1)}),2)`;
  const [money, rate] = firstRow === null ? (['amount', 'rate'] as const) : (['totalAmount', 'totalRate'] as const);
  const notGiven = text(words.notGiven, money);
  page.add([
    text(label, firstRow === null ? 'label' : 'totalLabel'),
    year === null ? text(words.allYears, 'totalLabel') : { value: year, style: 'year' },
    text(nature, firstRow === null ? 'text' : 'totalLabel'),
    isGiven ? amount(allocated, sum(AT.allocated), money) : notGiven,
    amount(consumed, sum(AT.consumed), money),
    isGiven
      ? amount(lessKnown(allocated, consumed), `=ROUND(${at(AT.allocated)}-${at(AT.consumed)},2)`, money)
      : notGiven,
    isGiven ? rateCell(consumed, allocated, at(AT.consumed), at(AT.allocated), rate) : text(words.notGiven, rate),
    ...noTable(commentColumn - AT.rate - 1),
    blank('inputText'),
  ]);
}
