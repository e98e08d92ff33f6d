/** The rows that come nearest to the headings of a ledger, for a refusal that names them and the column they lack. */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import { cellAddress } from '../../cells';
import type { LedgerObstacle } from '../../failure';
import { choicesFor, type ColumnChoice } from '../../registers/column-choices';
import { isUndoSheet } from '../../registers/record-sheet';
import type { WorkbookSnapshot } from '../../snapshot';
import { isLikeOurTable, isOurTable } from '../../workbook-names';
import { namesOtherAmounts } from '../heading-grammar';
import { opposedAmounts, readHeadings } from '../heading-rows';
import { proposeColumns } from '../map-columns';
import { CellReader } from '../read-cells';
import { isBlankRow, isFilled, looksLikeHeadings, rowsOutside, type Row, type SheetRows } from '../sheet-rows';

const MOST_SHEETS = 50;
const ROWS_SEARCHED = 60;
const ROWS_SAMPLED = 20;
const MOST_COLUMNS = 200;
const FEWEST_UNDERSTOOD = 2;
const MOST_SHOWN = 4;
const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
const OPERATIONS: readonly LedgerField[] = ['ejNumber', 'dpNumber', 'commitmentDate', 'paymentDate'];

interface Nearest {
  readonly score: number;
  readonly obstacle: LedgerObstacle;
}

/** Null when no row of the workbook has two headings of a ledger. */
export function nearestObstacle(workbook: WorkbookSnapshot, choices: readonly ColumnChoice[]): LedgerObstacle | null {
  const cells = new CellReader(workbook.uses1904Dates);
  const areas = workbook.tables.filter((table) => isOurTable(table) || isLikeOurTable(table));
  let nearest: Nearest | null = null;
  for (const sheet of workbook.sheets.slice(0, MOST_SHEETS)) {
    const ours = areas.filter((table) => table.sheet === sheet.name).map(({ area }) => area);
    const rows = rowsOutside(sheet, ours);
    if (!rows || isUndoSheet(sheet)) continue;
    for (let row = rows.first; row <= Math.min(rows.last, rows.first + ROWS_SEARCHED - 1); row++) {
      const found = obstacleAt(sheet.name, rows, row, { cells, chosen: choicesFor(choices, [sheet.name]) });
      if (found && found.score > (nearest?.score ?? 0)) nearest = found;
    }
  }
  return nearest?.obstacle ?? null;
}

/** « Dépenses », « Débit », « Sorties » of an account book. */
const SPENT =
  /^(?:depenses?|debits?|sorties?|decaissements?|engagements?|consomm|utilise|realise|spent|spending|expen|outgoing|paid out)/;
/** « Crédits », « Recettes », « Entrées », « Solde » beside them: what is given, and what is left. */
const GIVEN_OR_LEFT =
  /^(?:\+|credits?\b|entrees?\b|recettes?\b|encaissements?\b|apports?\b|ressources?\b|recue?s?\b|montants? recus?\b|versements? recus?\b|delegations?\b|income\b|received\b|incoming\b)/;

/** « Coût prévu », where no other column may be spent. */
const COST = /^(?:couts?|prix)\b/;

/** The heading of amounts that a remedy may take for those that are spent; null where none is. */
function spendingAmong(headings: readonly string[]): string | null {
  const isSpent = (heading: string): boolean => SPENT.test(comparable(heading));
  const isOther = (heading: string): boolean => GIVEN_OR_LEFT.test(comparable(heading)) || namesOtherAmounts(heading);
  const isPlanned = (heading: string): boolean => COST.test(comparable(heading));
  return headings.find(isSpent) ?? headings.find((heading) => !isOther(heading)) ?? headings.find(isPlanned) ?? null;
}

function obstacleAt(
  sheet: string,
  rows: SheetRows,
  row: number,
  { cells, chosen }: { readonly cells: CellReader; readonly chosen: ReturnType<typeof choicesFor> },
): Nearest | null {
  const lower = rows.at(row).slice(0, MOST_COLUMNS);
  if (!looksLikeHeadings(lower)) return null;
  const under = row < rows.last ? rows.at(row + 1).slice(0, MOST_COLUMNS) : [];
  const isOpposed = looksLikeHeadings(under) && opposedAmounts({ upper: lower, lower: under }).size > 0;
  const headingRow = isOpposed ? row + 1 : row; // « DGEFP | DGE » over « AE | CP »: the columns have both words
  const samples: Row[] = [];
  for (let below = headingRow + 1; below <= Math.min(rows.last, headingRow + ROWS_SAMPLED); below++)
    if (!isBlankRow(rows.at(below))) samples.push(rows.at(below));
  const over = row > rows.first ? rows.at(row - 1).slice(0, MOST_COLUMNS) : [];
  const isUnderTitles = looksLikeHeadings(over) && opposedAmounts({ upper: over, lower }).size > 0;
  const written = isOpposed ? { lower: under, upper: lower } : { lower, upper: isUnderTitles ? over : null };
  const headings = readHeadings({ ...written, subject: null, left: rows.left });
  const columns = proposeColumns(headings, samples, cells, chosen).filter(({ heading }) => heading !== '');
  if (columns.length < FEWEST_UNDERSTOOD || samples.length === 0) return null;
  const has = (wanted: readonly LedgerField[]): boolean => columns.some(({ field }) => wanted.includes(field));
  const holdsAmounts = (position: number): boolean =>
    samples.some(
      (sample) => typeof sample[position] === 'number' && cells.amount(sample[position] ?? null).kind === 'amount',
    );
  const isUnread = (position: number): boolean =>
    !columns.some((column) => column.position === position) && holdsAmounts(position);
  const unread = headings.filter(({ kind, position }) => kind === 'shown' && isUnread(position));
  const obstacle: LedgerObstacle = {
    sheet,
    cell: cellAddress(row, rows.left + lower.findIndex(isFilled)),
    understood: columns.slice(0, MOST_SHOWN).map(({ heading }) => heading),
    missing: !has(AMOUNTS) ? 'amount' : !has(OPERATIONS) ? 'operation' : 'columns',
    unread: has(AMOUNTS) ? null : spendingAmong(unread.map(({ text }) => text)),
  };
  return { score: columns.reduce((sum, { confidence }) => sum + confidence, 0), obstacle };
}
