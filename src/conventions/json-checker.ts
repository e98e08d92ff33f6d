/**
 * Reads plain JSON into typed values and remembers the first fault with its path (`envelopes[0].label`). Every reader
 * returns a value whatever it is given, so that a schema is written as one plain expression; the caller asks for
 * `fault` at the end.
 */
import { civilDate, type CivilDate } from '../domain/calendar/civil-date';
import { Euros } from '../domain/money/euros';
import type { Nature } from '../domain/money/nature';
import { nearest } from '../domain/text';
import type { ConventionProblem } from '../workbook/convention/convention-problem';
import type { BadConvention } from '../workbook/failure';

export type JsonObject = ReadonlyMap<string, unknown>;

const AMOUNT = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export class JsonChecker {
  private readonly found: BadConvention[] = [];

  constructor(private readonly file: string) {}

  /** The first thing that was wrong; null when nothing was. */
  get fault(): BadConvention | null {
    return this.found[0] ?? null;
  }

  /** Everything that was wrong, for a form that shows each fault at its field. */
  get faults(): readonly BadConvention[] {
    return this.found;
  }

  report(path: string, problem: ConventionProblem, found: unknown, expected: string): void {
    this.found.push({ code: 'badConvention', table: this.file, cell: path, problem, found: shown(found), expected });
  }

  /** An object with these members and no other; `optional` ones may be left out. */
  object(value: unknown, path: string, members: readonly string[], optional: readonly string[] = []): JsonObject {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.report(path, value === undefined ? 'valueMissing' : 'wrongKind', value, '{…}');
      return new Map();
    }
    const read = new Map<string, unknown>(Object.entries(value));
    for (const name of members) if (!read.has(name)) this.report(join(path, name), 'valueMissing', '', '');
    for (const name of read.keys()) {
      if (!members.includes(name) && !optional.includes(name)) {
        const missing = [...members, ...optional].filter((member) => !read.has(member));
        this.report(
          join(path, name),
          'memberUnknown',
          name,
          nearest(name, missing) ?? [...members, ...optional].join(', '),
        );
      }
    }
    return read;
  }

  list<T>(value: unknown, path: string, item: (value: unknown, path: string, index: number) => T): T[] {
    if (Array.isArray(value)) return value.map((entry: unknown, index) => item(entry, `${path}[${index}]`, index));
    this.report(path, 'wrongKind', value, '[…]');
    return [];
  }

  /** A text, with the apostrophes of the documents that print it: editors of JSON type straight ones. */
  text(value: unknown, path: string): string {
    if (typeof value === 'string') return value.replaceAll("'", '’');
    this.report(path, 'wrongKind', value, '"…"');
    return '';
  }

  /** A text that is not blank. */
  name(value: unknown, path: string): string {
    const text = this.text(value, path).trim();
    if (text === '') this.report(path, 'valueMissing', '', '');
    return text;
  }

  word<W extends string>(value: unknown, path: string, words: readonly [W, ...W[]]): W {
    const found = words.find((word) => word === value);
    if (found === undefined) this.report(path, 'wordUnknown', value, words.join(', '));
    return found ?? words[0];
  }

  flag(value: unknown, path: string): boolean {
    if (typeof value !== 'boolean') this.report(path, 'wrongKind', value, 'true, false');
    return value === true;
  }

  integer(value: unknown, path: string, least: number, most: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.report(path, 'numberUnreadable', value, `${least}…${most}`);
    return least;
  }

  /** A share of a ceiling: 0.7 is 70 %. */
  share(value: unknown, path: string): number {
    if (typeof value === 'number' && value > 0 && value <= 1) return value;
    this.report(path, 'numberUnreadable', value, '0.7');
    return 1;
  }

  date(value: unknown, path: string): CivilDate {
    const match = typeof value === 'string' ? ISO_DATE.exec(value) : null;
    const date = match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
    if (date === null) this.report(path, 'dateUnreadable', value, '2023-12-31');
    return date ?? (0 as CivilDate);
  }

  /** An amount as a decimal string, so that no binary fraction comes near it. */
  amount<N extends Nature>(value: unknown, path: string): Euros<N> {
    const match = typeof value === 'string' ? AMOUNT.exec(value) : null;
    if (!match) {
      this.report(path, 'amountUnreadable', value, '"500000.00"');
      return Euros.zero<N>();
    }
    const [, sign = '', euros = '0', cents = ''] = match;
    return Euros.fromCents<N>(Number(`${sign}${euros}${cents.padEnd(2, '0')}`));
  }

  /** Null, left out, or what `read` makes of it. */
  optional<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | null {
    return value === undefined || value === null ? null : read(value, path);
  }
}

/** `path.name`, or `name` at the root. */
export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 80);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'; // of any depth
  return value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, 80);
}
