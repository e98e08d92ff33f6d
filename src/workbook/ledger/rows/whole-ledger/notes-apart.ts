/**
 * The texts of a workbook beside its ledger, where a unit or a tax may be given for all its amounts: sheets of notes
 * (« Lisez-moi ») with their text boxes and headers, settings of two cells (« Unité des montants », « k€ »), and texts
 * at the right of the ledger.
 */
import { rememberingEach } from '../../../../domain/remembering';
import { comparable } from '../../../../domain/text';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../snapshot';
import type { LedgerBlock } from '../../ledger-source';
import { isOurTable } from '../../../workbook-names';
import { withoutRounding } from '../../tables/rounding-words';
import { areAllWithoutTax, isWithoutTax } from '../../../../domain/money/tax-words';
import { isFilled, type Row } from '../../sheet-rows';
import { namesScale, unitOfTitle } from '../../units';

/** « Exercice », 2023. */
const isYear = (value: number): boolean => value >= 1990 && value <= 2100;

const MOST_ROWS = 300;
const MOST_COLUMNS = 40;
const LONGEST_TEXT = 120;
/** « Montants en k€ », « AE et CP en HT », and no « Coût du projet : 3 M€ ». */
const OF_AMOUNTS =
  /(?<![a-z])(?:montants?|chiffres?|sommes?|valeurs?|donnees|tableaux?|suivi|fichier|classeur|unites?|ae|cp|ej|dp|engagements?|paiements?|tva|taxes?|amounts?|figures|values|sums|data|tables?|ledger|workbook|spreadsheet|units?|facteurs?|echelles?|factors?|scales?|commitments?|payments?|vat|tax|devises?|monnaies?|currency)(?![a-z])/;
/** « Les montants des seuils », « ne sont pas en k€ », « HT des factures ». */
const OF_OTHERS =
  /(?<![a-z])(?:pas|jamais|ni|aucune?s?|interdite?s?|seuils?|devis|factures?|procedures?|annexes?|synthese|si|converti[a-z]{0,4}|multipli[a-z]{0,4}|not(?! includ)|never|no|thresholds?|quotes?|invoices?|appendix|appendices|summary|if|converted)(?![a-z])/;
/** Words that give a unit, and nothing else: « En milliers d'euros », « (en k€) ». */
const WORDS_OF_UNITS: ReadonlySet<string> = new Set(
  'en in d of de ke k m k€ m€ keur meur keuro keuros meuro meuros eur euro euros € milliers millions thousand thousands million exprime exprimee exprimes exprimees expressed'.split(
    ' ',
  ),
);

/** The short texts of the sheets of notes or beside a ledger, and the settings of two cells of any other small sheet. */
export function notesOf(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly string[] {
  const ledgers = new Set(blocks.map(({ sheet }) => sheet));
  return workbook.sheets.flatMap((written) => {
    const sheet = withoutRegisters(written, workbook);
    if (ledgers.has(sheet.name)) return textsAtTheRight(sheet, blocks);
    if (!isSmall(sheet)) return [];
    const texts = isOfNotes(sheet) ? [...textsOf(sheet), ...textsBeside(sheet)] : [];
    return [...settings(sheet.values), ...texts];
  });
}

/** The small sheets without a ledger that hold texts alone. */
export function sheetsOfNotes(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly SheetSnapshot[] {
  const ledgers = new Set(blocks.map(({ sheet }) => sheet));
  const others = workbook.sheets.filter(({ name }) => !ledgers.has(name));
  return others.map((sheet) => withoutRegisters(sheet, workbook)).filter(isOfNotes);
}

function isOfNotes(sheet: SheetSnapshot): boolean {
  return isSmall(sheet) && holdsTextsAlone(sheet.values);
}

/** A sheet without the cells of our registers, whose texts are about the convention: « Montants hors taxes », a milestone. */
function withoutRegisters(sheet: SheetSnapshot, { tables }: WorkbookSnapshot): SheetSnapshot {
  const areas = tables.flatMap((table) => (table.sheet === sheet.name && isOurTable(table) ? [table.area] : []));
  if (areas.length === 0) return sheet;
  const { top, left } = sheet.used ?? { top: 0, left: 0 };
  const isOurs = (row: number, column: number): boolean =>
    areas.some((of) => row >= of.top && row < of.top + of.rows && column >= of.left && column < of.left + of.columns);
  const values = sheet.values.map((row, r) => row.map((value, c) => (isOurs(top + r, left + c) ? null : value)));
  return { ...sheet, values };
}

/** The texts at the right of the ledgers of a sheet, past an empty column; its settings alone beside numbers. */
function textsAtTheRight({ name, used, values }: SheetSnapshot, blocks: readonly LedgerBlock[]): readonly string[] {
  const [top, left] = [used?.top ?? 0, used?.left ?? 0];
  const own = blocks.filter(({ sheet }) => sheet === name);
  const headingRows = own.flatMap(({ topRow, headingRow }) => [values[topRow - top], values[headingRow - top]]);
  const mapped = own.flatMap(({ columns }) => [...columns.values()].map(({ column }) => column - left));
  const last = Math.max(...mapped, ...headingRows.map((cells = []) => cells.map(isFilled).lastIndexOf(true)));
  const first = Math.min(...own.map(({ topRow }) => topRow)) - top;
  const beside = values.slice(first, first + MOST_ROWS).map((cells) => cells.slice(last + 2, last + MOST_COLUMNS));
  return [...settings(beside), ...(holdsTextsAlone(beside) ? beside.flatMap(shortOf) : [])];
}

function textsBeside({ textsBeside: texts = [] }: SheetSnapshot): readonly string[] {
  return texts.flatMap(({ text }) => text.split('\n').filter((line) => line !== '' && line.length <= LONGEST_TEXT));
}

/** The first note that gives another unit than euros to all the amounts. */
export function unitAmong(notes: readonly string[]): string | undefined {
  return notes.find((text) => (isAboutAmounts(text) || isUnitAlone(text)) && givesOtherUnit(text));
}

/** The same for a note on the heading of a column of amounts, « Saisir en k€ ». */
export function givesUnitToColumn(text: string): boolean {
  return !OF_OTHERS.test(comparable(text)) && givesOtherUnit(text);
}

function givesOtherUnit(text: string): boolean {
  const given = unitOfTitle(withoutRounding(text));
  return given !== null && !('unit' in given && given.unit === '€');
}

/** The amounts that a note gives without their tax, where no other gives them with it. */
export function withoutTaxAmong(notes: readonly string[]): ReadonlySet<'ae' | 'cp'> {
  const clauses = notes.flatMap((text) => (isAboutAmounts(text) ? text.split(/[,;]/) : []));
  const found = new Set<'ae' | 'cp'>();
  for (const field of ['ae', 'cp'] as const) {
    const own = clauses.filter((clause) => concerns(clause, field));
    if (own.some(areAllWithoutTax) && !own.some((clause) => isWithoutTax(clause) === false)) found.add(field);
  }
  return found;
}

/** The short texts of a row; `texts` is the same object until the row changes. */
interface TextsOfRow {
  readonly row: number;
  readonly texts: readonly string[];
}

/** The short texts of the first and last rows of a sheet. */
export function shortTexts({ used, values }: SheetSnapshot): readonly TextsOfRow[] {
  const [top, last] = [used?.top ?? 0, Math.max(MOST_ROWS, values.length - MOST_ROWS)];
  const textsFrom = (rows: readonly Row[], first: number): readonly TextsOfRow[] =>
    rows.map((cells, index) => ({ row: first + index, texts: shortOfRow(cells) }));
  return [...textsFrom(values.slice(0, MOST_ROWS), top), ...textsFrom(values.slice(last), top + last)];
}

const shortOfRow = rememberingEach((cells: Row): readonly string[] => shortOf(cells.slice(0, MOST_COLUMNS)));

const textsOf = (sheet: SheetSnapshot): readonly string[] => shortTexts(sheet).flatMap(({ texts }) => texts);

function shortOf(cells: Row): readonly string[] {
  return cells.flatMap((value) => (typeof value === 'string' && value.length <= LONGEST_TEXT ? [value.trim()] : []));
}

/** True for a text about the amounts of a table or workbook, and not about one cost, nor a rule of entry. */
function isAboutAmounts(text: string): boolean {
  const words = comparable(text);
  return OF_AMOUNTS.test(words) && !OF_OTHERS.test(words);
}

function isUnitAlone(text: string): boolean {
  const words = comparable(text).split(/[^a-z€]+/);
  return words.every((word) => word === '' || WORDS_OF_UNITS.has(word));
}

/** A clause that names neither AE nor CP is about both. */
function concerns(clause: string, field: 'ae' | 'cp'): boolean {
  const words = new Set(comparable(clause).split(/[^a-z]+/));
  return words.has(field) || !(words.has('ae') || words.has('cp'));
}

/** The rows of two texts, such as a name and its value, as one text each; the value of a scale may be a number. */
function settings(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((cells, at) => {
    const filled = cells.filter(isFilled);
    const [name, value] = filled;
    if (filled.length !== 2 || typeof name !== 'string') return [];
    const isHeading = typeof value === 'string' && !isUnitAlone(value);
    if (isHeading && typeof rows[at + 1]?.[cells.lastIndexOf(value)] === 'number') return [];
    if (typeof value !== 'string' && !(typeof value === 'number' && namesScale(name))) return [];
    const text = `${name.trim()} ${String(value).trim()}`;
    return text.length <= LONGEST_TEXT ? [text] : [];
  });
}

function isSmall({ used }: SheetSnapshot): boolean {
  return used === null || (used.rows <= MOST_ROWS && used.columns <= MOST_COLUMNS);
}

function holdsTextsAlone(rows: readonly Row[]): boolean {
  return rows.every((cells) =>
    cells.every((value) => typeof value === 'string' || value === null || (typeof value === 'number' && isYear(value))),
  );
}
