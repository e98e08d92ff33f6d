/**
 * Lists to choose from in the columns of the ledger: envelopes, postes and codes, as the convention gives them. Added
 * and removed on demand; any other value can still be typed, and cells with a rule of their own are left.
 */
import { allowedCodes, textOfEnvelope } from '../../domain/controls/facts/allowed-codes';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../domain/imputation/imputation';
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, quoteSheet, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { WritePlan, WriteStep } from '../../workbook/plan';
import { findSheet, findTable, type WorkbookSnapshot } from '../../workbook/snapshot';
import { COLUMNS, TABLES } from '../../workbook/workbook-names';
import type { Dossier } from '../dossier';

/** Characters that Excel takes in a list of written values. */
const LONGEST = 255;
/** The names of the envelopes, whether or not the convention has codes for them. */
const AXIS = 'ministerialAxis2';

/** The plan that gives each column its list. Refuses a protected sheet; the plan is empty without anything to choose. */
export function planLists(dossier: Dossier): Result<WritePlan, Failure> {
  const sources = sourcesOf(dossier);
  return planOf(dossier, (field, sheet, area) => {
    const source = sources.get(field);
    return source === undefined ? null : { kind: 'setList', sheet, area, source };
  });
}

/** The plan that takes our lists away from every column. */
export function planNoLists(dossier: Dossier): Result<WritePlan, Failure> {
  return planOf(dossier, (_, sheet, area) => ({ kind: 'removeList', sheet, area }));
}

function planOf(
  { workbook, blocks }: Dossier,
  stepFor: (field: LedgerField, sheet: string, area: Area) => WriteStep | null,
): Result<WritePlan, Failure> {
  const steps: WriteStep[] = [];
  const fields: readonly LedgerField[] = ['budgetLine', ...IMPUTATION_FIELDS];
  for (const { sheet, columns, firstRow, lastRow } of blocks.filter(({ sharedFields }) => !sharedFields)) {
    if (findSheet(workbook, sheet)?.isProtected) return failure({ code: 'sheetProtected', sheet });
    for (const field of fields) {
      const column = columns.get(field)?.column;
      if (column === undefined || lastRow < firstRow) continue;
      const step = stepFor(field, sheet, { top: firstRow, left: column, rows: lastRow - firstRow + 1, columns: 1 });
      if (step) steps.push(step);
    }
  }
  return success({ purpose: 'lists', expected: [], steps });
}

/** The values of each field: written out, else a reference to the table of the convention. */
function sourcesOf({ workbook, convention }: Dossier): ReadonlyMap<LedgerField, string> {
  const lines = convention.envelopes.flatMap((envelope) => envelope.lines.map(({ label }) => label));
  const sources = new Map<LedgerField, string>();
  const add = (field: LedgerField, values: readonly string[], reference: string | null): void => {
    const source = written(values) ?? reference;
    if (source !== null) sources.set(field, source);
  };
  add('budgetLine', lines, referenceTo(workbook, TABLES.lines, COLUMNS.lines.label));
  for (const field of IMPUTATION_FIELDS) {
    if (field !== AXIS) add(field, allowedCodes(convention, field, null), null);
  }
  add(
    AXIS,
    convention.envelopes.flatMap((envelope) => textOfEnvelope(convention, envelope, AXIS) ?? []),
    null,
  );
  return sources;
}

/** Values between commas; null when one has a comma, or when they are too long. */
function written(values: readonly string[]): string | null {
  const all = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
  const source = all.join(',');
  const isPlain =
    all.length > 0 && source.length <= LONGEST && all.every((value) => !/[,"]/.test(value) && !value.startsWith('='));
  return isPlain ? source : null;
}

/** `=Convention!$C$40:$C$62`: a column of one of our tables; null when it is not in the workbook. */
function referenceTo(workbook: WorkbookSnapshot, name: string, heading: string): string | null {
  const table = findTable(workbook, name);
  const position = table?.columns.indexOf(heading) ?? -1;
  if (!table || position < 0 || table.area.rows < 2) return null;
  const column = table.area.left + position;
  const at = (row: number): string => cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `=${quoteSheet(table.sheet)}!${at(table.area.top + 1)}:${at(table.area.top + table.area.rows - 1)}`;
}
