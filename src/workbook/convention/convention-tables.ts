/**
 * The convention tables of the workbook → Convention. Tolerant where a person works by hand (columns in any order,
 * extra columns, blank rows, optional columns left out), precise where money or dates are at stake: the first wrong
 * cell is named, and nothing is guessed. Wrong cells of the duties, the requests and the codes, which no figure needs,
 * are kept for the controls.
 */
import { withLiftedFreezes } from '../../domain/envelopes/allowances/lifted-freezes';
import type { Convention } from '../../domain/envelopes/convention';
import { failure, success, type Result } from '../../domain/result';
import { checkMovementLines, checkParts, readFungibility, readPartCeiling } from './convention-allowances';
import { ConventionCells, isRowOfNone } from './convention-cells';
import { checkHeadings } from './convention-headings';
import { readEnvelopes } from './convention-envelopes';
import { readKeys } from './convention-keys';
import { hiddenRowsOfTables, markedRowsOf } from './marked-rows';
import { marksOfMovements } from './register-marks';
import {
  checkCodes,
  readCodes,
  readDuty,
  readIndicator,
  readMilestone,
  readMovement,
  readRap,
  readRequest,
  type RapOfYear,
} from './convention-registers';
import type { Failure } from '../failure';
import { TABLES, type TableId } from '../workbook-names';
import { areOfAConvention, lostTables } from '../registers/lost-tables';
import { OurTable, type OurRow } from '../registers/our-tables';
import type { WorkbookSnapshot } from '../snapshot';

const OUR_TABLES = Object.keys(TABLES) as TableId[];
const NOT_OF_THE_CONVENTION: ReadonlySet<TableId> = new Set(['acceptances', 'columns', 'reading']);

/**
 * Reads the convention of a workbook; null when it has no convention table at all. Refuses at the first cell that is
 * wrong, and where tables were made plain ranges or got another name, be it all of them.
 */
export function readConventionTables(workbook: WorkbookSnapshot): Result<Convention | null, Failure> {
  const keys = OurTable.find(workbook, 'convention');
  const envelopes = OurTable.find(workbook, 'envelopes');
  const lost = lostTables(workbook, OUR_TABLES);
  if (!keys && !envelopes && !areOfAConvention(lost)) return success(null);
  const cells = new ConventionCells(workbook.uses1904Dates);
  if (lost.some(({ id }) => !NOT_OF_THE_CONVENTION.has(id))) cells.reportLost(lost);
  if (!keys) cells.report(TABLES.convention, null, 'tableMissing', '', TABLES.convention);
  if (!envelopes) cells.report(TABLES.envelopes, null, 'tableMissing', '', TABLES.envelopes);
  if (cells.fault || !keys || !envelopes) return failure(cells.fault as Failure);
  checkHeadings(
    cells,
    workbook,
    OUR_TABLES.filter((id) => !NOT_OF_THE_CONVENTION.has(id)),
  );
  const convention = readConvention(workbook, cells, keys, envelopes);
  return cells.fault ? failure(cells.fault) : success(convention);
}

function readConvention(
  workbook: WorkbookSnapshot,
  cells: ConventionCells,
  keyTable: OurTable<'convention'>,
  table: OurTable<'envelopes'>,
): Convention {
  const { terms, years } = readKeys(cells, keyTable);
  const { directory, envelopesOf } = readEnvelopes(cells, workbook, table, terms.creditYear, [...years.keys()]);
  const rap = rowsOf(workbook, 'rap').map((row) => readRap(cells, row, terms.creditYear, [...years.keys()]));
  const movements = rowsOf(workbook, 'movements');
  const marksAt = marksOfMovements(workbook);
  const ceilings = rowsOf(workbook, 'partCeilings');
  const { codes, rowOf } = readCodes(cells, rowsOf(workbook, 'imputations'), directory);
  const convention: Convention = {
    ...terms,
    envelopes: envelopesOf(terms.creditYear),
    ...codes,
    movements: movements.map((row) => ({
      ...readMovement(cells, row, directory, terms.creditYear),
      ...marksAt(row.index),
    })),
    fungibility: rowsOf(workbook, 'fungibility').map((row) => readFungibility(cells, row, directory)),
    partCeilings: ceilings.map((row) => readPartCeiling(cells, row, terms.creditYear, [...years.keys()])),
    rap: rapOf(rap, terms.creditYear),
    ...markedRowsOf(workbook),
    ...hiddenRowsOfTables(workbook),
    duties: rowsOf(workbook, 'duties').map((row) => readDuty(cells, row)),
    requests: rowsOf(workbook, 'requests').map((row) => readRequest(cells, row)),
    indicators: rowsOf(workbook, 'indicators').map(readIndicator),
    milestones: rowsOf(workbook, 'milestones').map((row) => readMilestone(row, directory, workbook.uses1904Dates)),
    otherYears: [...years].map(([year, ceilings]) => ({
      year,
      ceilings,
      envelopes: envelopesOf(year),
      rap: rapOf(rap, year),
    })),
  };
  checkCodes(cells, rowOf, convention);
  checkParts(cells, ceilings, convention);
  checkMovementLines(cells, movements, convention);
  return withLiftedFreezes(convention);
}

function rapOf(entries: readonly RapOfYear[], wanted: number): Convention['rap'] {
  return entries.filter(({ year }) => year === wanted).map(({ entry }) => entry);
}

/** The rows of a table, but those by which a person writes that it has none. */
function rowsOf<T extends TableId>(workbook: WorkbookSnapshot, id: T): readonly OurRow<T>[] {
  return (OurTable.find(workbook, id)?.rows() ?? []).filter((row) => !isRowOfNone(row));
}
