/**
 * The object that `enveloppe check --format json` prints: amounts as decimal strings with two digits, rates as decimal
 * strings, ISO dates, rows and cells of the file. A public contract: members are never renamed.
 */
import { countedTwiceIn } from '../documents/figures/sum-of-years';
import { balancesByYear, creditsByYear, type YearBalances } from '../documents/figures/year-balances';
import { toIso } from '../domain/calendar/civil-date';
import type { Acceptance } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import type { BudgetLine } from '../domain/envelopes/convention';
import { shownLines, type Balances, type Figures } from '../domain/envelopes/figures';
import type { RowKey } from '../domain/envelopes/ledger';
import type { EjOutstanding } from '../domain/envelopes/outstanding/outstanding-by-ej';
import { Euros } from '../domain/money/euros';
import type { Nature } from '../domain/money/nature';
import { cellAddress } from '../workbook/cells';
import { convertedColumns, placeOfRow } from '../workbook/ledger/ledger-source';
import { placeInWorkbook } from '../workbook/places';
import type { ReadingEntry } from '../workbook/reading/account';
import { dossierAt } from './control';
import type { ControlReport, Dossier } from './dossier';
import { isRepairable } from './writing/repair';

/** The text of a finding, as `messages/` words it. */
export interface DescribedFinding {
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly article: string;
}

/** Returns the text of a finding. */
export type Describe = (finding: Finding) => DescribedFinding;

/** Returns why a place has its role, in a few words. */
export type DescribePlace = (entry: ReadingEntry) => string;

/** A place of the workbook that holds amounts, and what was made of it. */
export interface JsonPlace {
  readonly sheet: string;
  /** `B12:F30`. */
  readonly place: string;
  readonly role: ReadingEntry['role'];
  readonly reason: string;
  readonly rows: number;
  readonly sums: { readonly AE: string; readonly CP: string; readonly other: string };
}

export interface JsonFigures {
  /** Null for a poste to which the convention gives no amount of that nature, as what depends on it. */
  readonly allocated: string | null;
  /** This and the following: null too when the ledger lacks a column that makes them (LEC-04). */
  readonly consumed: string | null;
  readonly reserved: string | null;
  readonly remaining: string | null;
  readonly available: string | null;
  /** Null (« s.o. ») too when nothing is allocated. */
  readonly rate: string | null;
}

export interface JsonEnvelope {
  readonly code: string;
  readonly AE: JsonFigures;
  readonly CP: JsonFigures & { readonly rapOpening: string; readonly rapPaid: string | null };
  readonly outstanding: string | null;
}

interface JsonRow {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  readonly reason: string;
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  /** Null for a fault of a convention that is not in the workbook. */
  readonly sheet: string | null;
  readonly row: number | null;
  readonly cell: string | null;
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly article: string;
  /** The certain value of the cell (text, amount or date); null when there is none. */
  readonly repair: string | null;
  /** Null when nobody accepted it, or when the row has changed since. */
  readonly accepted: JsonAcceptance | null;
}

export interface JsonAcceptance {
  readonly by: string;
  /** Null when the register gives none. */
  readonly on: string | null;
  readonly reason: string;
}

export interface JsonBudgetLine {
  readonly envelope: string;
  readonly poste: string;
  readonly AE: JsonFigures;
  readonly CP: JsonFigures;
}

export interface JsonEj {
  /** Null: the rows without EJ number, or the earlier EJ that nothing names. */
  readonly ej: string | null;
  readonly envelope: string;
  /** With the stated restes à payer from which it starts. */
  readonly committed: string;
  readonly decommitted: string;
  readonly paid: string;
  readonly outstanding: string;
}

/** The figures of a credit year: on its last day, or at the date for the year of the situation. */
export interface JsonYear {
  readonly year: number;
  readonly envelopes: readonly {
    readonly code: string;
    readonly AE: JsonFiguresOfYear;
    readonly CP: JsonFiguresOfYear;
  }[];
}

/** Figures that add up over the years, less `carriedOver`. */
export interface JsonFiguresOfYear extends JsonFigures {
  /** Of `allocated`, what a report gives to the next year, which has it too. */
  readonly carriedOver: string;
}

export interface JsonReport {
  readonly file: string;
  readonly convention: string;
  readonly asOf: string;
  readonly envelopes: readonly JsonEnvelope[];
  readonly total: { readonly AE: JsonFigures; readonly CP: JsonFigures };
  readonly reading: readonly JsonPlace[];
  readonly postes: readonly JsonBudgetLine[];
  /** They add up to `outstanding`; null when it is not calculable. */
  readonly ejs: readonly JsonEj[] | null;
  /** Since the beginning of the convention: a ceiling exceeded in an earlier year is still seen. */
  readonly years: readonly JsonYear[];
  readonly rows: {
    readonly read: number;
    readonly checked: number;
    readonly unchecked: number;
    readonly ignored: number;
  };
  readonly unchecked: readonly JsonRow[];
  readonly ignored: readonly JsonRow[];
  /** Amount columns that are not in euros, and were converted. */
  readonly units: readonly { readonly sheet: string; readonly heading: string; readonly unit: string }[];
  readonly findings: readonly JsonFinding[];
}

/** The members that may be of any length: their items are made one after the other. */
interface LongMembers {
  readonly ejs: Iterable<JsonEj> | null;
  readonly findings: Iterable<JsonFinding>;
}

/** The report of one file. */
export function jsonReport(
  dossier: Dossier,
  report: ControlReport,
  file: string,
  describe: Describe,
  describePlace: DescribePlace,
): JsonReport {
  const members = membersOf(dossier, report, file, describe, describePlace);
  const { ejs, findings } = members;
  return { ...members, ejs: ejs && [...ejs], findings: [...findings] };
}

/** The members of the report, in their order. */
function membersOf(
  dossier: Dossier,
  report: ControlReport,
  file: string,
  describe: Describe,
  describePlace: DescribePlace,
): Omit<JsonReport, keyof LongMembers> & LongMembers {
  const { convention } = dossierAt(dossier, report.asOf);
  const { balances } = report;
  const whole = { envelope: WHOLE_CONVENTION, line: null };
  return {
    file,
    convention: convention.id === '' ? convention.reference : convention.id,
    asOf: toIso(report.asOf),
    envelopes: convention.envelopes.map(({ code, openingRap }) =>
      jsonEnvelope(balances, code, openingRap.toDecimalString()),
    ),
    total: { AE: jsonFigures(balances.figures(whole, 'AE')), CP: jsonFigures(balances.figures(whole, 'CP')) },
    reading: dossier.account.map((entry) => jsonPlace(entry, describePlace)),
    postes: convention.envelopes.flatMap((envelope) =>
      shownLines(envelope, balances).map((line) => jsonBudgetLine(balances, envelope.code, line)),
    ),
    ejs: balances.missing.outstanding === null ? jsonEjs(balances) : null,
    years: jsonYears(balancesByYear(report.charged, balances)),
    rows: report.rows,
    unchecked: report.unchecked.map(({ row, reason }) => jsonRow(dossier, row, reason)),
    ignored: dossier.ignored.map(({ row, reason }) => jsonRow(dossier, row, reason)),
    units: dossier.blocks.flatMap((block) =>
      convertedColumns(block).map(({ heading, unit }) => ({ sheet: block.sheet, heading, unit })),
    ),
    findings: jsonFindings(dossier, report, describe),
  };
}

function* jsonEjs({ byEj }: Balances): Generator<JsonEj> {
  for (const entry of byEj.entries()) yield jsonEj(entry);
}

function* jsonFindings(dossier: Dossier, report: ControlReport, describe: Describe): Generator<JsonFinding> {
  for (const finding of report.findings)
    yield jsonFinding(dossier, finding, describe(finding), report.accepted.get(finding));
}

/** Items in one piece of text: large enough that printing costs little, small enough to be held. */
const ITEMS_A_PIECE = 500;

/** The text of `jsonReport`, piece by piece: a ledger may have a million EJ, and as many findings. */
export function* jsonReportPieces(...given: Parameters<typeof jsonReport>): Generator<string> {
  const members = membersOf(...given);
  const { ejs, findings } = members;
  let before = '{';
  for (const [name, member] of Object.entries(members)) {
    yield `${before}"${name}":`;
    if (member !== null && (member === ejs || member === findings)) yield* arrayInPieces(member);
    else yield JSON.stringify(member);
    before = ',';
  }
  yield '}';
}

/** The text of an array, without ever holding all its items. */
function* arrayInPieces(items: Iterable<unknown>): Generator<string> {
  let before = '[';
  let piece: unknown[] = [];
  for (const item of items) {
    piece.push(item);
    if (piece.length < ITEMS_A_PIECE) continue;
    yield before + itemsOf(piece);
    piece = [];
    before = ',';
  }
  yield piece.length > 0 || before === '[' ? `${before}${itemsOf(piece)}]` : ']';
}

/** The items of an array as JSON, without its brackets; one call is faster than one an item. */
function itemsOf(items: readonly unknown[]): string {
  return JSON.stringify(items).slice(1, -1);
}

function jsonPlace(entry: ReadingEntry, describe: DescribePlace): JsonPlace {
  const { sheet, area, role, rows, sums } = entry;
  const amounts = { AE: decimalOf(sums.ae), CP: decimalOf(sums.cp), other: decimalOf(sums.other) };
  return { sheet, place: area, role, reason: describe(entry), rows, sums: amounts };
}

function jsonEnvelope(balances: Balances, code: string, rapOpening: string): JsonEnvelope {
  const key = { envelope: code, line: null };
  return {
    code,
    AE: jsonFigures(balances.figures(key, 'AE')),
    CP: { ...jsonFigures(balances.figures(key, 'CP')), rapOpening, rapPaid: decimal(balances.rapPaid(code)) },
    outstanding: decimal(balances.outstanding(code)),
  };
}

function jsonBudgetLine(balances: Balances, envelope: string, { index, label }: BudgetLine): JsonBudgetLine {
  const of = (nature: Nature): JsonFigures => jsonFigures(balances.figures({ envelope, line: index }, nature));
  return { envelope, poste: label, AE: of('AE'), CP: of('CP') };
}

function jsonYears(years: readonly YearBalances[]): readonly JsonYear[] {
  return years.map(({ year, convention, balances }) => {
    const of = (code: string, nature: Nature): JsonFiguresOfYear => ({
      ...jsonFigures(balances.figures({ envelope: code, line: null }, nature)),
      carriedOver: decimalOf(countedTwiceIn(creditsByYear(years, code, nature), year)),
    });
    return {
      year,
      envelopes: convention.envelopes.map(({ code }) => ({ code, AE: of(code, 'AE'), CP: of(code, 'CP') })),
    };
  });
}

function jsonEj({ ej, envelope, ...cents }: EjOutstanding): JsonEj {
  return {
    ej,
    envelope,
    committed: decimalOf(cents.committed),
    decommitted: decimalOf(cents.decommitted),
    paid: decimalOf(cents.paid),
    outstanding: decimalOf(cents.outstanding),
  };
}

function decimalOf(cents: number): string {
  return Euros.fromCents(cents).toDecimalString();
}

function jsonFigures({ allocated, consumed, reserved, remaining, available, rate }: Figures): JsonFigures {
  return {
    allocated: decimal(allocated),
    consumed: decimal(consumed),
    reserved: decimal(reserved),
    remaining: decimal(remaining),
    available: decimal(available),
    rate,
  };
}

function decimal(amount: Euros | null): string | null {
  return amount === null ? null : amount.toDecimalString();
}

function jsonRow(dossier: Dossier, row: RowKey, reason: string): JsonRow {
  const place = placeOfRow(dossier.blocks, row);
  return { sheet: place?.block.sheet ?? '', row: (place?.row ?? -1) + 1, reason };
}

/** A finding as JSON; its place is null when it is outside the workbook. */
export function jsonFinding(
  dossier: Dossier,
  finding: Finding,
  words: DescribedFinding,
  acceptance?: Acceptance,
): JsonFinding {
  const place = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
  return {
    rule: finding.rule,
    severity: finding.severity,
    sheet: place?.sheet ?? null,
    row: place ? place.row + 1 : null,
    cell: place ? cellAddress(place.row, place.column) : null,
    message: words.message,
    found: words.found,
    expected: words.expected,
    article: words.article,
    repair: isRepairable(dossier, finding) ? repairText(finding) : null,
    accepted: acceptance
      ? { by: acceptance.author, on: acceptance.on === null ? null : toIso(acceptance.on), reason: acceptance.reason }
      : null,
  };
}

function repairText({ repair }: Finding): string | null {
  switch (repair?.kind) {
    case 'text':
      return repair.value;
    case 'amount':
      return Euros.fromCents(repair.cents).toDecimalString();
    case 'date':
      return toIso(repair.date);
    case undefined:
      return null;
  }
}
