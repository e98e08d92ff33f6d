/** « Réparer »: writes the certain value of a finding in its cell, and nowhere else. */
import type { Finding, Place, Repair } from '../../domain/controls/findings/finding';
import { eurosIn, type AmountUnit } from '../../domain/money/amount-text';
import { failure, success, type Result } from '../../domain/result';
import { isCellError, type CellValue } from '../../workbook/cells';
import { contentOf } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import { placeOfRow, type CellPlace, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import { placeInWorkbook } from '../../workbook/places';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import { findSheet, hasFormula, valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import type { Dossier } from '../dossier';

/** True when the product can repair the cell: the repair is certain and the cell holds a plain value. */
export function isRepairable(dossier: Dossier, finding: Finding): boolean {
  return repairOf(dossier, finding) !== null;
}

/** A cell that a repair changes. */
export interface Correction {
  readonly finding: Finding;
  readonly place: CellPlace;
  readonly before: CellValue;
}

/** The cells that the plan of these findings changes, in their order. */
export function correctionsOf(dossier: Dossier, findings: readonly Finding[]): readonly Correction[] {
  return repairsOf(dossier, findings);
}

/**
 * The plan that repairs these findings. Uncertain ones, cells with a formula and places outside the workbook are
 * skipped; the plan is empty when none remains. Each cell must still hold the value that was read. Refuses a protected
 * sheet.
 */
export function planRepair(dossier: Dossier, findings: readonly Finding[]): Result<WritePlan, Failure> {
  const all = repairsOf(dossier, findings);
  const closed = all.find(({ sheet }) => sheet.isProtected);
  if (closed) return failure({ code: 'sheetProtected', sheet: closed.sheet.name });
  return success({
    purpose: 'repair',
    expected: all.map(({ expected }) => expected),
    steps: all.map(({ step }) => step),
  });
}

/** One repair for each cell: of several findings on it, the first in the order of the registry is the most specific. */
function repairsOf(dossier: Dossier, findings: readonly Finding[]): readonly CellRepair[] {
  const repairs = new Map<string, CellRepair>();
  for (const finding of findings) {
    const repair = repairOf(dossier, finding);
    if (repair && !repairs.has(repair.key)) repairs.set(repair.key, repair);
  }
  return [...repairs.values()];
}

interface CellRepair extends Correction {
  readonly key: string;
  readonly sheet: SheetSnapshot;
  readonly expected: ExpectedCells;
  readonly step: WriteStep;
}

function repairOf(dossier: Dossier, finding: Finding): CellRepair | null {
  const { workbook, blocks } = dossier;
  const place = finding.repair && placeInWorkbook(workbook, blocks, finding.place);
  const sheet = place && findSheet(workbook, place.sheet);
  if (!finding.repair || !place || !sheet || hasFormula(sheet, place.row, place.column)) return null;
  const cell = repairedCell(finding.repair, workbook.uses1904Dates, unitOf(blocks, finding.place));
  const before = valueAt(sheet, place.row, place.column);
  if (!cell || isCellError(before)) return null;
  return {
    key: `${place.row} ${place.column} ${place.sheet}`,
    finding,
    place,
    before,
    sheet,
    expected: expectedAt(place, before),
    step: stepAt(place, cell),
  };
}

/** The unit of the column of the cell: amounts in euros may be kept there in thousands. */
function unitOf(blocks: readonly LedgerBlock[], place: Place): AmountUnit {
  if (place.kind !== 'row') return '€';
  return placeOfRow(blocks, place.row)?.block.columns.get(place.field)?.unit ?? '€';
}

function repairedCell(repair: Repair, uses1904: boolean, unit: AmountUnit): PlannedCell | null {
  switch (repair.kind) {
    case 'text':
      return { value: repair.value, style: 'repairedText' };
    case 'amount':
      return { value: repair.cents / (100 * eurosIn(unit)), style: 'repairedAmount' };
    case 'date': {
      const serial = serialOfDate(repair.date, uses1904);
      return serial === null ? null : { value: serial, style: 'repairedDate' };
    }
  }
}

function expectedAt(place: CellPlace, before: CellValue): ExpectedCells {
  return { sheet: place.sheet, top: place.row, left: place.column, contents: [[contentOf(before)]] };
}

function stepAt(place: CellPlace, cell: PlannedCell): WriteStep {
  return { kind: 'setCells', sheet: place.sheet, top: place.row, left: place.column, cells: [[cell]] };
}
