/** The top of every document: title, as-of date, credit year, reference, parties, state of the controls. */
import { civilDate } from '../../domain/calendar/civil-date';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { summaryOfAccount } from '../../workbook/reading/account-summary';
import { serialOfDate } from '../../workbook/serials';
import type { DateBounds } from '../figures/ledger-sums';
import type { DocumentSource } from '../input';
import { text, type PageBuilder, type Spot } from './page-builder';

/** The day after 31/12/9999, the last that a sheet can count. */
const AFTER_ALL_DATES = 2_958_466;

/** The cells of the dates of the document, and the bounds that formulas make of them. */
export interface PageHeading {
  readonly year: Spot;
  readonly asOf: Spot;
  readonly bounds: DateBounds;
}

/** Title and date come first: every printed page repeats them. */
export function addHeading(page: PageBuilder, source: DocumentSource, title: string): PageHeading {
  const { convention, input } = source;
  page.add([text(title, 'title')]);
  const asOf = { row: page.add([text(words.asOf, 'label'), { value: source.asOfSerial, style: 'date' }]), column: 1 };
  const year = {
    row: page.add([text(words.creditYear, 'label'), { value: convention.creditYear, style: 'year' }]),
    column: 1,
  };
  const lines = [
    convention.title,
    words.reference(convention),
    words.delegants(convention.delegants),
    words.delegates(convention.delegates),
    words.controls(input.errors, input.balances.unchecked.length, summaryOfAccount(input.account)),
  ];
  for (const line of lines) page.addSentence(line, 'subtitle');
  page.addBlank();
  return { year, asOf, bounds: boundsOf(source, page.fixed(year), page.fixed(asOf)) };
}

function boundsOf(source: DocumentSource, year: string, asOf: string): DateBounds {
  const { creditYear } = source.convention;
  const nextYear = firstDayOf(creditYear + 1, source);
  return {
    yearStart: { formula: `DATE(${year},1,1)`, value: firstDayOf(creditYear, source) },
    countedEnd: { formula: `MIN(${asOf}+1,DATE(${year}+1,1,1))`, value: Math.min(source.asOfSerial + 1, nextYear) },
    asOfEnd: { formula: `${asOf}+1`, value: source.asOfSerial + 1 },
  };
}

function firstDayOf(year: number, source: DocumentSource): number {
  const date = civilDate(year, 1, 1);
  return date === null ? AFTER_ALL_DATES : (serialOfDate(date, source.input.workbook.uses1904Dates) ?? 0);
}
