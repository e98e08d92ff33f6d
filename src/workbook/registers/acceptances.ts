/** The register of accepted findings, `ENV_Acceptations`, and the contents that the digest of a finding covers. */
import { contentsOfRow, digestOf, type Acceptance, type AcceptedView } from '../../domain/controls/findings/acceptance';
import type { Finding } from '../../domain/controls/findings/finding';
import type { Ledger, LedgerRow, RowKey, TotalRow } from '../../domain/envelopes/ledger';
import { cellAddress, textOf } from '../cells';
import type { LedgerBlock } from '../ledger/ledger-source';
import { OurTable } from './our-tables';
import { placeInWorkbook } from '../places';
import { CellReader } from '../ledger/read-cells';
import { findSheet, findTable, valueAt, type WorkbookSnapshot } from '../snapshot';

/** The acceptances of a workbook, top to bottom. A row that a person corrupted is listed, and accepts nothing. */
export function readAcceptances(workbook: WorkbookSnapshot): readonly Acceptance[] {
  const table = OurTable.find(workbook, 'acceptances');
  const cells = new CellReader(workbook.uses1904Dates);
  return (table?.rows() ?? []).map((row) => {
    const date = cells.date(row.table.value(row, 'date'));
    return {
      index: row.index,
      rule: row.table.text(row, 'rule').toUpperCase(),
      sheet: row.table.text(row, 'sheet'),
      cell: row.table.text(row, 'cell').toUpperCase(),
      digest: row.table.text(row, 'digest').toLowerCase(),
      reason: row.table.text(row, 'reason'),
      author: row.table.text(row, 'author'),
      on: date.kind === 'date' ? date.date : null,
    };
  });
}

/** The place of a finding and the digest of the contents that it depends on, as the register holds them. */
export function acceptedViews(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  ledger: Ledger,
): (finding: Finding) => AcceptedView {
  let rows: ReadonlyMap<RowKey, LedgerRow | TotalRow> | null = null;
  return (finding) => {
    rows ??= new Map([...ledger.rows, ...ledger.totals].map((row) => [row.key, row]));
    return {
      digest: digestOf(finding, contentsBehind(workbook, finding, rows)),
      ...placeAsText(workbook, blocks, finding),
    };
  };
}

/** The cell, or the extract and its line; blank for a convention that is not in the workbook. */
function placeAsText(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  { place }: Finding,
): Pick<AcceptedView, 'sheet' | 'cell'> {
  if (place.kind === 'extract') return { sheet: place.source, cell: `LIGNE ${place.line}` };
  const found = placeInWorkbook(workbook, blocks, place);
  return found ? { sheet: found.sheet, cell: cellAddress(found.row, found.column) } : { sheet: '', cell: '' };
}

function contentsBehind(
  workbook: WorkbookSnapshot,
  { place }: Finding,
  rows: ReadonlyMap<RowKey, LedgerRow | TotalRow>,
): readonly string[] {
  if (place.kind === 'row') {
    const row = rows.get(place.row);
    return row ? contentsOfRow(row) : [place.field];
  }
  if (place.kind !== 'convention') return [];
  const table = findTable(workbook, place.table);
  const sheet = table && findSheet(workbook, table.sheet);
  const cell = placeInWorkbook(workbook, [], place);
  if (!table || !sheet || !cell) return [];
  return table.columns.map(
    (heading, position) => `${heading} ${textOf(valueAt(sheet, cell.row, table.area.left + position))}`,
  );
}
