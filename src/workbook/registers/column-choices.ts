/**
 * `ENV_Colonnes`: the mapping confirmed by the user, kept in the workbook. It overrides the proposed mapping; a heading
 * listed without a field is not read; a heading that is not listed gets its proposed field.
 */
import { failure, success, type Result } from '../../domain/result';
import { comparable } from '../../domain/text';
import { ConventionCells } from '../convention/convention-cells';
import type { Failure } from '../failure';
import type { ColumnField } from '../ledger/column-field';
import { columnFieldOfName } from '../ledger/headings';
import { COLUMN_FIELD_NAMES } from '../field-names';
import { lostTables } from './lost-tables';
import { OurTable } from './our-tables';
import type { WorkbookSnapshot } from '../snapshot';

export interface ColumnChoice {
  /** Table or sheet; empty for any ledger. */
  readonly source: string;
  readonly heading: string;
  /** Null: the column is no field of the ledger. */
  readonly field: ColumnField | null;
}

/** The choices of a workbook; none without `ENV_Colonnes`. Refuses a word that names no field, with its cell. */
export function readColumnChoices(workbook: WorkbookSnapshot): Result<readonly ColumnChoice[], Failure> {
  const table = OurTable.find(workbook, 'columns');
  const cells = new ConventionCells(workbook.uses1904Dates);
  if (!table) cells.reportLost(lostTables(workbook, ['columns']));
  if (!table) return cells.fault ? failure(cells.fault) : success([]);
  const rows = table.rows();
  if (rows.length > 0) cells.requireColumns(table, ['heading', 'field']);
  const choices = rows.map((row): ColumnChoice => {
    const word = cells.text(row, 'field');
    const field = word === '' ? null : columnFieldOfName(word);
    if (word !== '' && field === null)
      cells.reportCell(row, 'field', 'wordUnknown', Object.values(COLUMN_FIELD_NAMES).join(', '));
    return { source: cells.text(row, 'source'), heading: cells.name(row, 'heading'), field };
  });
  return cells.fault ? failure(cells.fault) : success(choices);
}

/** The choice for a heading; undefined without one. */
export type Chosen = (heading: string) => ColumnField | null | undefined;

/** The choices for one table or sheet, given by any of its names. */
export function choicesFor(choices: readonly ColumnChoice[], names: readonly string[]): Chosen {
  const ours = new Set(names.map(comparable));
  const byHeading = new Map<string, ColumnField | null>();
  for (const { source, heading, field } of choices) {
    if (source === '' || ours.has(comparable(source))) byHeading.set(comparable(heading), field);
  }
  return (heading) => byHeading.get(comparable(heading));
}

/** The tables and sheets named by the choices, each once. */
export function sourcesOf(choices: readonly ColumnChoice[]): readonly string[] {
  return [...new Set(choices.map(({ source }) => source).filter((source) => source !== ''))];
}
