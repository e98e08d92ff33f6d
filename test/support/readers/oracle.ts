/**
 * The independent oracle in Python (`test/oracle/every_figure.py`) gives every figure of every document with the labels by which
 * a reader finds it. Here the labels are found on the sheets: each figure has one cell, and each number of a document
 * one figure.
 */
import { join } from 'node:path';
import type { Nature } from '../../../src/domain/money/nature';
import { cellAddress, type CellValue } from '../../../src/workbook/cells';
import { plainText, type DocumentReader } from './document-reader';
import { runPython } from './python';
import type { LedgerTables } from '../ledgers/wide-ledger';

/** Cents; a rate of four digits, or « s.o. »; a count; null is an empty cell. */
export type OracleFigure = number | string | { readonly count: number } | null;

interface OracleTable {
  /** Title of the section that holds the table; empty when its heading is enough. */
  readonly section: string;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [label: string, values: readonly OracleFigure[]])[];
}

/** A document: its tables, and the amounts of its sentences, in order. */
export interface OracleDocument {
  readonly tables: readonly OracleTable[];
  readonly amounts: readonly number[];
}

/** The oracle's answer about a ledger at a date. */
export interface OracleAnswer {
  readonly year: number;
  readonly unchecked: number;
  readonly documents: Readonly<Record<string, OracleDocument>>;
  /** Cents left to pay by envelope and EJ, zeros left out; null when not calculable. */
  readonly ejs: Readonly<Record<string, number>> | null;
  /** By envelope and nature, « RAP » for the restes à payer; asked with `from`. */
  readonly bridges?: Readonly<Record<string, OracleBridge>>;
}

/** Figures before and after, in cents; null when not calculable. */
export interface OracleBridge {
  readonly allocated?: OracleChange;
  readonly consumed?: OracleChange;
  readonly reserved?: OracleChange;
  readonly outstanding?: OracleChange;
  /** Cents that each kind of movement adds to the allocated. */
  readonly moved?: Readonly<Record<string, number>>;
  readonly isNewYear?: boolean;
}

type OracleChange = readonly [before: number | null, after: number | null];

/** A line of Chorus. */
export type AskedLine = readonly [nature: Nature, axis: string, isoDate: string, cents: string, ej: string];

/** A question to the oracle: a ledger as cells, or as it is in a file. */
export interface Asked {
  /** A file of convention. */
  readonly file: unknown;
  readonly asOf: string;
  /** The day that the comparison starts from. */
  readonly from?: string;
  readonly uses1904?: boolean;
  /** False: the workbook does not hold the tables of its convention. */
  readonly hasTables?: boolean;
  readonly extract?: readonly AskedLine[];
  readonly ledger: LedgerTables | { readonly workbook: string; readonly sheet: string; readonly top: number };
}

/** A figure of the oracle and the cell where a reader finds it. */
export interface OracleCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly expected: OracleFigure;
}

const SCRIPT = join(__dirname, '..', '..', 'oracle', 'every_figure.py');

/**
 * Rows whose numbers are no figure of the oracle: the dates of the heading, and the count of what could not be a
 * formula.
 */
const OWN_ROWS: ReadonlySet<string> = new Set([
  'Exercice',
  'Situation arrêtée au',
  'Chiffres écrits en valeurs (voir les notes)',
  'Montants du suivi saisis en texte depuis ce document',
]);
const OWN_COLUMNS: ReadonlySet<string> = new Set(["Date d'effet"]);
/** The list of EJ, of which the oracle gives what is outstanding alone. */
const BY_EJ = 'Restes à payer par EJ';
const AMOUNT = /-?\d[\d ]*,\d{2} €/g;

/** One Python for all the cases. */
export async function askOracle(asked: readonly Asked[]): Promise<readonly OracleAnswer[]> {
  const cases = asked.map(({ file, asOf, from, uses1904 = false, hasTables = true, ledger, extract }) => ({
    convention: file,
    asOf,
    uses1904,
    hasTables,
    ...(extract ? { extract } : {}),
    ...(from ? { from } : {}),
    ...('workbook' in ledger ? ledger : { tables: ledger }),
  }));
  return (await runPython([SCRIPT], JSON.stringify(cases))) as readonly OracleAnswer[];
}

/** Figures with their cells, and the problems, a sentence each. */
export interface PlacedFigures {
  readonly cells: readonly OracleCell[];
  readonly problems: readonly string[];
}

/**
 * Finds the cells of the figures of a document. Problems: a label that is not found; a number that the oracle does not
 * give, unless it gives only a part.
 */
export function placeFigures(reader: DocumentReader, answer: OracleDocument, isWhole = true): PlacedFigures {
  const sheet = reader.sheet.name;
  const rows = reader.rows();
  const walk = new TableWalk(answer);
  const cells: OracleCell[] = [];
  rows.forEach((row, number) => {
    const expected = walk.expectedOn(row);
    row.forEach((value, column) => {
      const figure = expected.get(column);
      if (figure !== undefined) cells.push({ sheet, row: number, column, expected: figure });
      else if (isWhole && typeof value === 'number' && !walk.isOwn(row, column))
        walk.problems.push(`the oracle gives no ${value}, at ${cellAddress(number, column)}`);
    });
    for (const [column, figure] of expected)
      if (column >= row.length) cells.push({ sheet, row: number, column, expected: figure });
  });
  const amounts = amountsIn(rows);
  if (isWhole && amounts.join() !== answer.amounts.join())
    walk.problems.push(`sentences have ${amounts.join(' ; ')}, not ${answer.amounts.join(' ; ')}`);
  return { cells, problems: [...walk.problems, ...walk.unfound()].map((problem) => `${sheet}: ${problem}`) };
}

/** True when a cell shows the figure, to the cent. */
export function isShown(found: unknown, expected: OracleFigure): boolean {
  if (expected === null) return found === null || found === '' || found === undefined;
  if (typeof found !== 'number') return found === expected;
  if (typeof expected === 'number')
    return Math.round(found * 100) === expected && Math.abs(found * 100 - expected) < 0.1;
  if (typeof expected === 'object') return found === expected.count;
  // LibreOffice's ROUND loses the last digits of a rate of some thousands, such as that of a ceiling of 3 cents.
  const rate = Number(expected);
  return Math.abs(found - rate) < Math.max(1e-9, Math.abs(rate) > 1_000 ? Math.abs(rate) * 1e-7 : 0);
}

/** Follows a document from its top, its sections and headings known by their words. */
class TableWalk {
  readonly problems: string[] = [];
  private readonly left: { readonly table: OracleTable; rows: OracleTable['rows'] }[];
  private readonly sections: ReadonlySet<string>;
  private section = '';
  private current: {
    rows: OracleTable['rows'];
    readonly table: OracleTable;
    readonly columns: ReadonlyMap<number, string>;
  } | null = null;

  constructor({ tables }: OracleDocument) {
    this.left = tables.map((table) => ({ table, rows: table.rows }));
    this.sections = new Set(tables.map(({ section }) => plainText(section)));
  }

  /** The expected figures of this row, by column. */
  expectedOn(row: readonly CellValue[]): ReadonlyMap<number, OracleFigure> {
    const first = textOf(row[0]);
    if (row.length === 0) this.current = null;
    else if (row.length === 1 && this.sections.has(first)) this.section = first;
    else if (!this.opens(row, first)) return this.figuresOf(first);
    return new Map();
  }

  /** True for the dates of the heading, and for what the product alone counts. */
  isOwn(row: readonly CellValue[], column: number): boolean {
    const heading = this.current?.columns.get(column) ?? '';
    if (this.current?.table.heading === BY_EJ) return heading !== 'Restes à payer';
    return OWN_ROWS.has(textOf(row[0])) || OWN_COLUMNS.has(heading);
  }

  /** The figures that are in no cell. */
  unfound(): readonly string[] {
    return this.left.flatMap(({ table, rows }) =>
      rows.map(([label]) => `${table.section} › ${table.heading} › ${label} is nowhere`),
    );
  }

  private opens(row: readonly CellValue[], first: string): boolean {
    const isHere = ({ section, heading }: OracleTable): boolean =>
      plainText(heading) === first && (section === '' || plainText(section) === this.section);
    const table = this.left.find((one) => one !== this.current && one.rows.length > 0 && isHere(one.table));
    if (!table) return false;
    const columns = new Map(row.map((cell, column) => [column, textOf(cell)] as const));
    const missing = table.table.columns.filter((column) => ![...columns.values()].includes(plainText(column)));
    this.problems.push(...missing.map((column) => `no column ${column} in ${first}`));
    this.current = Object.assign(table, { columns });
    return true;
  }

  private figuresOf(label: string): ReadonlyMap<number, OracleFigure> {
    const found = this.current?.rows.find(([name]) => plainText(name) === label);
    if (!this.current || !found) return new Map();
    this.current.rows = this.current.rows.filter((row) => row !== found);
    const names = this.current.table.columns.map(plainText);
    const figures = new Map<number, OracleFigure>();
    for (const [column, heading] of this.current.columns) {
      const position = names.indexOf(heading);
      if (position >= 0 && position < found[1].length) figures.set(column, found[1][position] ?? null);
    }
    return figures;
  }
}

/** The control page is about the workbook, rows without an envelope included: no figure of the document. */
const STATE_OF_CONTROLS = 'État des contrôles';

/** The amounts of the sentences, in the order in which they are read. */
function amountsIn(rows: readonly (readonly CellValue[])[]): readonly number[] {
  const texts = rows.map((row) => row.map(textOf));
  const state = texts.findIndex((row) => row.some((text) => text.startsWith(STATE_OF_CONTROLS)));
  const end = texts.findIndex((row, at) => at > state && row.every((text) => text === '')); // it may take several rows
  return (state < 0 ? texts : [...texts.slice(0, state), ...texts.slice(end)])
    .flat()
    .flatMap((text) => text.replaceAll('\u2212', '-').match(AMOUNT) ?? [])
    .map((amount) => Math.round(Number(amount.replace(/[ €]/g, '').replace(',', '.')) * 100));
}

function textOf(cell: CellValue | undefined): string {
  return typeof cell === 'string' ? plainText(cell) : '';
}
