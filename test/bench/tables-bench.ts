/**
 * Finding the tables of workbooks that are hard to search: sheets of 16,384 columns, many tables, many sheets, columns
 * of distinct words, long cells. Each size is a multiple of the one before, so that time above the multiple shows.
 */
import { openDossier } from '../../src/application/open-dossier';
import type { CellValue } from '../../src/workbook/cells';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cellsFor, conventionFor } from './ledgers';

type Rows = readonly (readonly CellValue[])[];

const WIDEST = 16_384;
const LETTERS = 26;
const convention = conventionFor(1000);
const [headings = [], ...rows] = cellsFor(100_000, 0);

function workbookOf(sheets: readonly Rows[]): WorkbookSnapshot {
  const snapshots = sheets.map((values, index): SheetSnapshot => {
    const columns = values.reduce((most, row) => Math.max(most, row.length), 0);
    return {
      ...{ id: String(index), name: `Feuille ${index}`, visibility: 'visible', isProtected: false, values },
      used: { top: 0, left: 0, rows: values.length, columns },
      formulas: new Map(),
      hiddenRows: new Set(),
    };
  });
  return { sheets: snapshots, tables: [], names: [], uses1904Dates: false, structureProtected: false };
}

/** A word that no dictionary has, a different one for each number. */
function word(number: number): string {
  let letters = '';
  for (let rest = Math.imul(number + 1, 40_503) >>> 0; rest > 0; rest = Math.floor(rest / LETTERS))
    letters += String.fromCharCode(97 + (rest % LETTERS));
  return `${letters}tq`;
}

function wide(height: number, below: number, text: (index: number) => string): Rows {
  const texts = Array.from({ length: height }, (_, row) =>
    Array.from({ length: WIDEST }, (_unused, column) => text(row * WIDEST + column)),
  );
  const data = Array.from({ length: below }, (_, row) =>
    Array.from({ length: WIDEST }, (_unused, column) => (column % 2 === 0 ? `texte ${column}` : column + row)),
  );
  return [...texts, ...data];
}

function stacked(tables: number): Rows {
  return Array.from({ length: tables }, (_, table) => [['PDE'], headings, ...rows.slice(table, table + 3), []]).flat();
}

function withWords(size: number): Rows {
  const data = rows.slice(0, size).map((row, index) => [...row, word(index), word(index + 7)]);
  return [[...headings, 'Statut', 'Opération'], ...data];
}

function withLongCells(letters: number): Rows {
  const text = 'total € de PDE, EJ 14 '.repeat(letters / 20).slice(0, letters);
  const spoilt = rows.slice(0, 50).map((row) => row.map((value) => (value === null ? text : value)));
  return [[text], [...headings, text], ...spoilt.map((row) => [...row, text])];
}

const CASES: readonly (readonly [string, () => readonly Rows[]])[] = [
  ...[0, 5, 100].map((below) => [`1 wide row, same names, ${below}`, () => [wide(1, below, () => 'Montant')]] as const),
  ...[0, 5, 100].map((below) => [`1 wide row, unlike names, ${below}`, () => [wide(1, below, word)]] as const),
  ...[0, 100].map((below) => [`40 wide rows, same names, ${below}`, () => [wide(40, below, () => 'Montant')]] as const),
  ...[0, 100].map(
    (below) =>
      [`40 wide rows, unlike names, ${below}`, () => [wide(40, below, (at) => `Montant ${word(at)}`)]] as const,
  ),
  ...[500, 2000].map((tables) => [`${tables} stacked tables`, () => [stacked(tables)]] as const),
  ...[50, 200].map(
    (sheets) =>
      [
        `${sheets} sheets of 500 rows`,
        () => Array.from({ length: sheets }, (_, at) => [headings, ...rows.slice(at * 500, at * 500 + 500)]),
      ] as const,
  ),
  ...[25_000, 100_000].map((size) => [`${size} distinct words`, () => [withWords(size)]] as const),
  ...[8000, 32_000].map((letters) => [`cells of ${letters} letters`, () => [withLongCells(letters)]] as const),
  ...[25_000, 100_000].map((size) => [`${size} rows`, () => [[headings, ...rows.slice(0, size)]]] as const),
];

for (const [name, sheets] of CASES) {
  const workbook = workbookOf(sheets());
  const start = performance.now();
  const dossier = openDossier(workbook, { convention });
  const ms = performance.now() - start;
  const outcome = dossier.ok ? `${dossier.value.ledger.rows.length} rows` : dossier.failure.code;
  process.stdout.write(`${name.padEnd(36)}${ms.toFixed(0).padStart(8)} ms  ${outcome}\n`);
}
