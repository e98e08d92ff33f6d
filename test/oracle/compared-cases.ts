/**
 * A workbook with its documents, and the figure that each cell must show by the oracle, in every program that computes
 * it.
 */
import { conventionFile } from '../support/convention-file';
import { DocumentReader } from '../support/readers/document-reader';
import { askOracle, isShown, placeFigures, type OracleAnswer, type OracleCell } from '../support/readers/oracle';
import { LEDGER_SHEET } from '../../scripts/sample/ledger-sheet';
import { sampleConvention } from '../../scripts/sample/sample-workbook';
import { cellAddress, parseArea } from '../../src/workbook/cells';
import { valueAt } from '../../src/workbook/snapshot';
import { documented, documentedSample, type Case, type Documented } from './ledgers';

/** The value that a program shows in a cell of a sheet; rows and columns count from 0. */
export type Computed = (sheet: string, row: number, column: number) => unknown;

/**
 * A figure of the oracle, or the result that we wrote beside a formula that is none: the state of a control, a date in
 * words.
 */
interface Wanted extends OracleCell {
  readonly isOracle: boolean;
}

/** A workbook ready to be compared. */
export interface Compared {
  readonly name: string;
  readonly documented: Documented;
  readonly wanted: readonly Wanted[];
  /** Labels of the oracle that the documents lack, and the reverse. */
  readonly problems: readonly string[];
}

/** The sample at these dates. The oracle reads its file itself, through openpyxl. */
export async function comparedSample(
  sample: Uint8Array,
  file: string,
  dates: readonly string[],
): Promise<readonly Compared[]> {
  const ledger = { workbook: file, sheet: LEDGER_SHEET, top: HEADING_ROW_OF_SAMPLE };
  const answers = await askOracle(dates.map((asOf) => ({ file: conventionFile(sampleConvention()), asOf, ledger })));
  return dates.map((asOf, index) => comparedWith(documentedSample(sample, asOf), answers[index]));
}

const HEADING_ROW_OF_SAMPLE = 5;

/** Generated ledgers. */
export async function comparedCases(cases: readonly Case[]): Promise<readonly Compared[]> {
  const answers = await askOracle(cases);
  return cases.map((one, index) => comparedWith(documentedOrNamed(one), answers[index]));
}

/** A ledger that cannot be documented is named. */
function documentedOrNamed(one: Case): Documented {
  try {
    return documented(one);
  } catch (cause) {
    throw new Error(`${one.name}: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

function comparedWith(made: Documented, answer: OracleAnswer | undefined): Compared {
  if (!answer) throw new Error(`the oracle has no answer for ${made.name}`);
  const problems =
    answer.unchecked === made.unchecked ? [] : [`unchecked rows: ${made.unchecked}, not ${answer.unchecked}`];
  problems.push(...differencesByEj(made.ejs, answer.ejs));
  const wanted: Wanted[] = [];
  for (const { id, sheet } of made.frames) {
    const reader = new DocumentReader(made.workbook, sheet);
    const document = answer.documents[id];
    const placed = document ? placeFigures(reader, document) : { cells: [], problems: [] };
    problems.push(...placed.problems);
    wanted.push(...placed.cells.map((cell) => ({ ...cell, isOracle: true })), ...othersOf(reader, placed.cells));
  }
  return { name: made.name, documented: made, wanted, problems };
}

function differencesByEj(ours: Documented['ejs'], answer: OracleAnswer['ejs']): readonly string[] {
  if (ours === null || answer === null) return ours === answer ? [] : ['restes à payer by EJ: one of the two has none'];
  return [...new Set([...Object.keys(ours), ...Object.keys(answer)])]
    .filter((key) => ours[key] !== answer[key])
    .map((key) => `restes à payer of ${key}: ${ours[key] ?? 0}, not ${answer[key] ?? 0}`);
}

/** The formulas that no figure of the oracle covers. */
function othersOf(reader: DocumentReader, cells: readonly OracleCell[]): readonly Wanted[] {
  const known = new Set(cells.map(({ row, column }) => cellAddress(row, column)));
  return reader.formulas().flatMap(({ address, value }) => {
    const area = parseArea(address);
    if (!area || known.has(address)) return [];
    const expected = typeof value === 'number' ? { count: value } : typeof value === 'string' ? value : null;
    return [{ sheet: reader.sheet.name, row: area.top, column: area.left, expected, isOracle: false }];
  });
}

/** The cells that show something else, as a person would report them. */
export function differences({ wanted }: Compared, computed: Computed): readonly string[] {
  return wanted.flatMap(({ sheet, row, column, expected, isOracle }) => {
    const found = computed(sheet, row, column);
    if (isShown(found, expected)) return [];
    return [
      `${sheet}!${cellAddress(row, column)} shows ${JSON.stringify(found)}; ${isOracle ? 'the oracle gives' : 'we wrote'} ${JSON.stringify(expected)}`,
    ];
  });
}

/** How many figures the oracle gives. */
export function countOracleFigures(all: readonly Compared[]): number {
  return all.reduce((count, { wanted }) => count + wanted.filter(({ isOracle }) => isOracle).length, 0);
}

/** The values of our own plan. */
export function planned({ documented: { workbook } }: Compared): Computed {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return (name, row, column) => {
    const sheet = sheets.get(name);
    return sheet ? valueAt(sheet, row, column) : undefined;
  };
}
