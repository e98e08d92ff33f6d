/**
 * The tables with amounts in which no ledger is recognised, with their headings: the user may give a field to each. The
 * headings are those that the user pointed at, otherwise the first row of texts.
 */
import { comparable } from '../../domain/text';
import { columnName, parseArea, textOf, type Area, type CellValue } from '../../workbook/cells';
import type { LedgerBlock } from '../../workbook/ledger/ledger-source';
import { isBlankText } from '../../workbook/ledger/read-cells';
import type { ReadingEntry } from '../../workbook/reading/account';
import { choicesFor, type Chosen, type ColumnChoice } from '../../workbook/registers/column-choices';
import type { ReadingChoice } from '../../workbook/registers/reading-choices';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { ColumnProposal, TableProposal } from './mapping-proposal';

/** A table by the name that `ENV_Colonnes` has for it. */
export interface UnrecognisedTable {
  readonly name: string;
  readonly sheet: string;
  readonly isTable: boolean;
  readonly isHidden: boolean;
  readonly proposal: TableProposal;
}

export interface UnrecognisedGiven {
  readonly workbook: WorkbookSnapshot;
  /** The account of a workbook without a ledger. */
  readonly entries: readonly ReadingEntry[];
  /** The tables that are recognised. */
  readonly blocks: readonly LedgerBlock[];
  readonly choices: readonly ColumnChoice[];
  readonly places: readonly ReadingChoice[];
}

/** Reasons of tables to which the user may give fields; « Autres » or « Marchés » as a title is a doubt alone. */
const MAY_BE_LEDGER: ReadonlySet<ReadingEntry['reason']> = new Set([
  'notRecognised',
  'doubtful',
  'natureOpen',
  'contracts',
] as const);

/** Rows searched for headings at the top of a table. */
const MOST_TOP_ROWS = 15;
const FEWEST_HEADINGS = 2;
const MOST_EXAMPLES = 3;
/** Tables of one workbook; a person maps a few. */
const MOST_TABLES = 50;

/** The tables, in the order of the workbook. */
export function unrecognisedTables(given: UnrecognisedGiven): readonly UnrecognisedTable[] {
  const { workbook, entries, blocks } = given;
  return entries
    .flatMap((entry): UnrecognisedTable[] => {
      const sheet = findSheet(workbook, entry.sheet);
      const area = parseArea(entry.area);
      if (entry.role !== 'unread' || !MAY_BE_LEDGER.has(entry.reason) || !sheet || !area) return [];
      if (blocks.some((block) => block.sheet === sheet.name && reaches(block, area))) return [];
      const headings = headingsIn(sheet, area, given.places);
      if (!headings) return [];
      const name = entry.table ?? sheet.name;
      const chosen = choicesFor(given.choices, [name, sheet.name]);
      const proposal = proposalOf(sheet, area, headings, chosen);
      return [{ name, sheet: sheet.name, isTable: entry.table !== null, isHidden: entry.isHidden, proposal }];
    })
    .slice(0, MOST_TABLES);
}

/** True when a table has rows and columns in the area. */
function reaches({ topRow, lastRow, columns }: LedgerBlock, { top, left, rows, columns: width }: Area): boolean {
  const isAcross = [...columns.values()].some(({ column }) => column >= left && column < left + width);
  return isAcross && topRow < top + rows && lastRow >= top;
}

/** The rows of headings; null when no row of the top is made of texts. */
function headingsIn(sheet: SheetSnapshot, area: Area, places: readonly ReadingChoice[]): Area | null {
  const named = places.find(
    (place) =>
      place.decision === 'headings' &&
      place.area !== null &&
      place.sheet.toLowerCase() === sheet.name.toLowerCase() &&
      place.area.top >= area.top &&
      place.area.top + place.area.rows < area.top + area.rows,
  )?.area;
  if (named) return { ...area, top: named.top, rows: named.rows };
  for (let top = area.top; top < area.top + Math.min(area.rows - 1, MOST_TOP_ROWS); top++) {
    const values = Array.from({ length: area.columns }, (_, column) => valueAt(sheet, top, area.left + column));
    const filled = values.filter((value) => !isBlank(value));
    if (filled.length >= FEWEST_HEADINGS && filled.every((value) => typeof value === 'string'))
      return { ...area, top, rows: 1 };
  }
  return null;
}

function isBlank(value: CellValue): boolean {
  return isBlankText(textOf(value));
}

function proposalOf(sheet: SheetSnapshot, area: Area, headings: Area, chosen: Chosen): TableProposal {
  const firstRow = headings.top + headings.rows;
  const columns = Array.from({ length: area.columns }, (_, index) => area.left + index);
  return {
    headingRow: firstRow,
    firstRow: firstRow + 1,
    lastRow: area.top + area.rows,
    isPart: true,
    columns: columns.flatMap((column): ColumnProposal[] => {
      const heading = textsDown(sheet, column, headings.top, firstRow, headings.rows).join(' ');
      if (heading === '') return [];
      const field = chosen(heading);
      return [
        {
          heading,
          column: columnName(column),
          field: field ?? null,
          confidence: 0,
          status: field === undefined ? 'unmapped' : field === null ? 'notUsed' : 'confirmed',
          unit: '€',
          examples: textsDown(sheet, column, firstRow, area.top + area.rows, MOST_EXAMPLES),
        },
      ];
    }),
  };
}

/** The first texts of a column, each once. */
function textsDown(sheet: SheetSnapshot, column: number, from: number, until: number, most: number): readonly string[] {
  const texts = new Map<string, string>();
  for (let row = from; row < until && texts.size < most; row++) {
    const text = textOf(valueAt(sheet, row, column)).trim();
    if (!isBlankText(text)) texts.set(comparable(text), text);
  }
  return [...texts.values()];
}
