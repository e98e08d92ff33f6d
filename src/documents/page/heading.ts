/** The top of every document: administration, title, as-of date, credit year, convention, parties, codes, CBCM. */
import { civilDate } from '../../domain/calendar/civil-date';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { HEAD_WORDS } from '../../messages/documents/head-fr';
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

/** « Title – PROJET » while an error is open, or where the figures do not justify the document. */
export function titleOf({ input }: DocumentSource, title: string, isJustified = true): string {
  return input.errors > 0 || !isJustified ? HEAD_WORDS.draft(title) : title;
}

/** Title and date come first: every printed page repeats them. */
export function addHeading(page: PageBuilder, source: DocumentSource, title: string): PageHeading {
  const { convention } = source;
  page.add([text(titleOf(source, title), 'title')]);
  const dates = addDates(page, source);
  const accountant = source.freeText('accountant', convention.correspondence.delegateComptroller);
  const lines = [
    HEAD_WORDS.administration(convention),
    HEAD_WORDS.convention(convention),
    HEAD_WORDS.delegants(convention.delegants),
    HEAD_WORDS.programme(convention),
    accountant === '' ? '' : HEAD_WORDS.accountant(accountant),
  ];
  for (const line of lines) if (line !== '') page.addSentence(line, 'subtitle');
  page.addBlank();
  return dates;
}

/** The rows of the as-of date and of the credit year, which the formulas of the document refer to. */
export function addDates(page: PageBuilder, source: DocumentSource): PageHeading {
  const asOf = { row: page.add([text(words.asOf, 'label'), { value: source.asOfSerial, style: 'date' }]), column: 1 };
  const { creditYear } = source.convention;
  const year = { row: page.add([text(words.creditYear, 'label'), { value: creditYear, style: 'year' }]), column: 1 };
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
