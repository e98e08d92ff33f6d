/**
 * Text with separators → rows of cells. A record that follows RFC 4180 is read by it; any other is read by the rule of
 * the AIFE's national files, which quote every field and never double the quotes inside: there only `";"` separates two
 * fields. Repairs are counted.
 */
import { failure, success, type Result } from '../domain/result';
import type { Failure } from '../workbook/failure';
import { MOST_COLUMNS, MOST_ROWS, type GridRow, type RepairLog } from './extract-rows';

const SEPARATORS = [';', '\t', ',', '|'] as const;
/** Field separators. */
export type Separator = (typeof SEPARATORS)[number];

/** The longest cell of Excel: a longer quoted field is a quote that was never closed. */
const LONGEST_FIELD = 32_767;
const LINES_TO_COMPARE = 60;
const LETTERS_TO_COMPARE = 200_000;
/** More than the cells of the lines compared. */
const WELL_WRITTEN = 1_000_000;

/** The rows of a text. Blank lines are rows without cells, the end of the last line is not one. */
export function readCsv(given: string, source: string, repairs: RepairLog): Result<readonly GridRow[], Failure> {
  const text = plainText(given, repairs);
  const announced = /^sep=([;,|\t])\r?\n/i.exec(text);
  if (announced) repairs.add('separator', 1);
  const separator = (announced?.[1] as Separator | undefined) ?? separatorOf(text);
  const reader = new RecordReader(text, separator, repairs);
  if (announced) reader.skipLine();
  const rows: GridRow[] = [];
  for (let row = reader.next(); row !== null; row = reader.next()) {
    if (row.cells.length > MOST_COLUMNS)
      return failure({ code: 'tooLarge', what: source, limit: `${MOST_COLUMNS} colonnes` });
    if (rows.length >= MOST_ROWS) return failure({ code: 'tooLarge', what: source, limit: `${MOST_ROWS} lignes` });
    rows.push(row);
  }
  return success(rows);
}

/** Removes zero bytes and space entities, whose semicolon would separate two cells; converts the line ends of old Macs. */
function plainText(given: string, repairs: RepairLog): string {
  const text = given.includes('\n') ? given : given.replaceAll('\r', '\n');
  return replaced(replaced(text, '\0', '', 'nulByte', repairs), '&#32;', ' ', 'entity', repairs);
}

function replaced(text: string, fault: string, by: string, kind: 'nulByte' | 'entity', repairs: RepairLog): string {
  const first = text.indexOf(fault);
  if (first < 0) return text;
  repairs.add(kind, text.slice(0, first).split('\n').length, text.split(fault).length - 1);
  return text.replaceAll(fault, by);
}

/**
 * The separator under which the first lines follow RFC 4180; of several, the one that cuts the most records into as
 * many cells.
 */
function separatorOf(text: string): Separator {
  let best: Separator = ';';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const score = evenness(text.slice(0, LETTERS_TO_COMPARE), separator);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

function evenness(sample: string, separator: Separator): number {
  const counts = new Map<number, number>();
  let isByTheBook = true;
  const reader = new RecordReader(sample, separator, null);
  for (let row = reader.next(), read = 0; row !== null && read < LINES_TO_COMPARE; row = reader.next(), read += 1) {
    isByTheBook &&= reader.wasByTheBook;
    if (row.cells.length > 1) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  }
  const score = Math.max(0, ...[...counts].map(([width, rows]) => (width - 1) * rows));
  return isByTheBook ? score * WELL_WRITTEN : score;
}

/** Reads one record after the other. */
class RecordReader {
  /** The last record follows RFC 4180. */
  wasByTheBook = true;
  private at = 0;
  private line = 1;
  private expected = 0;
  private readonly joint: string;

  constructor(
    private readonly text: string,
    private readonly separator: Separator,
    private readonly repairs: RepairLog | null,
  ) {
    this.joint = `"${separator}"`;
  }

  skipLine(): void {
    this.at = this.endOfLine() + 1;
    this.line += 1;
  }

  next(): GridRow | null {
    if (this.at >= this.text.length) return null;
    const row = this.byTheBook() ?? this.byTheLine();
    if (row.cells.length > 1) this.expected = row.cells.length;
    return row;
  }

  /**
   * The next record by RFC 4180, line breaks inside quotes included; null, with nothing consumed, when it does not
   * follow it.
   */
  private byTheBook(): GridRow | null {
    const { text, separator } = this;
    const cells: string[] = [];
    let at = this.at;
    for (;;) {
      const field = text.charCodeAt(at) === QUOTE ? quotedField(text, at) : this.plainField(at);
      if (field === null) return null;
      cells.push(field.value);
      at = field.end;
      if (text.startsWith(separator, at)) at += 1;
      else break;
    }
    if (at < text.length && text.charCodeAt(at) === RETURN) at += 1;
    if (at < text.length && text.charCodeAt(at) !== LINE_FEED) return null;
    this.wasByTheBook = true;
    return this.take(cells, at);
  }

  /** A field without quotes, to the separator or to the end of the line; null when it holds a quote. */
  private plainField(at: number): Field | null {
    const { text, separator } = this;
    const separatorCode = separator.charCodeAt(0);
    let end = at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === separatorCode || code === LINE_FEED) break;
      if (code === QUOTE) return null;
    }
    if (text.charCodeAt(end) === LINE_FEED && end > at && text.charCodeAt(end - 1) === RETURN) end -= 1;
    return { value: text.slice(at, end), end };
  }

  /** The next line read as well as it can be. */
  private byTheLine(): GridRow {
    const end = this.endOfLine();
    const line = this.text.slice(this.at, this.text.charCodeAt(end - 1) === RETURN ? end - 1 : end);
    this.wasByTheBook = false;
    this.repairs?.add('strayQuotes', this.line);
    const joined =
      line.length > 1 && line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1).split(this.joint) : null;
    const loose = looseFields(line, this.separator);
    const isJoined = joined !== null && (joined.length === this.expected || loose.cells.length !== this.expected);
    return this.take(isJoined ? joined : loose.cells, end, !isJoined && loose.isOpen && end >= this.text.length);
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  private take(cells: readonly string[], end: number, isCut = false): GridRow {
    const isBlank = cells.length === 1 && cells[0] === '';
    const row: GridRow = { line: this.line, cells: isBlank ? [] : cells, ...(isCut && { isCut }) };
    for (
      let feed = this.text.indexOf('\n', this.at);
      feed >= 0 && feed <= end;
      feed = this.text.indexOf('\n', feed + 1)
    )
      this.line += 1;
    this.at = end + 1;
    return row;
  }
}

interface Field {
  readonly value: string;
  /** Position of the next character to read. */
  readonly end: number;
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** A field between quotes, doubled inside; null when it never ends. */
function quotedField(text: string, start: number): Field | null {
  let from = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - start > LONGEST_FIELD * 2) return null;
    if (text.charCodeAt(quote + 1) !== QUOTE)
      return { value: value === '' ? text.slice(from, quote) : value + text.slice(from, quote), end: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

/**
 * The fields of one line with unmatched quotes: a field ends at a quote that a separator follows; other quotes are
 * letters.
 */
function looseFields(
  line: string,
  separator: Separator,
): { readonly cells: readonly string[]; readonly isOpen: boolean } {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line.charCodeAt(at) !== QUOTE) {
      const end = line.indexOf(separator, at);
      cells.push(unquoted(line.slice(at, end < 0 ? line.length : end)));
      at = end < 0 ? line.length + 1 : end + 1;
      continue;
    }
    const end = line.indexOf(`"${separator}`, at + 1);
    if (end < 0) {
      const isClosed = line.endsWith('"') && line.length > at + 1;
      cells.push(line.slice(at + 1, isClosed ? -1 : undefined).replaceAll('""', '"'));
      return { cells, isOpen: !isClosed };
    }
    cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
    at = end + 2;
  }
  return { cells, isOpen: false };
}

/** ` "12"` written with a space before its quotes. */
function unquoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1).replaceAll('""', '"')
    : text;
}
