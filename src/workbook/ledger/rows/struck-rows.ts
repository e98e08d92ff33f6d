/**
 * Rows of the ledger whose amount is crossed out, or else their EJ or their label: cancelled perhaps, which no cell
 * confirms. They count all the same (LEC-05).
 */
import type { LedgerRow, StruckRow } from '../../../domain/envelopes/ledger';
import { placeOfRow, type LedgerBlock } from '../ledger-source';
import { findSheet, formulaKey, type WorkbookSnapshot } from '../../snapshot';

/** The crossed-out rows that count, in reading order; `struck` is absent when there is none. */
export function struckRowsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): { readonly struck?: readonly StruckRow[] } {
  const cells = new Map(blocks.map((block) => [block, findSheet(workbook, block.sheet)?.struck] as const));
  if ([...cells.values()].every((struck) => struck === undefined)) return {};
  const found = rows.flatMap((row): readonly StruckRow[] => {
    const place = placeOfRow(blocks, row.key);
    const struck = place && cells.get(place.block);
    if (!place || !struck) return [];
    const isStruck = (field: StruckRow['field']): boolean => {
      const column = place.block.sharedFields?.has(field) ? undefined : place.block.columns.get(field)?.column;
      return column !== undefined && struck.has(formulaKey(place.row, column));
    };
    const amount = AMOUNTS.find((name) => row[name].kind === 'amount' && isStruck(name));
    if (amount) return [{ row, field: amount }];
    const text = AMOUNTS.some((name) => row[name].kind === 'amount')
      ? TEXTS.find((name) => isIn[name](row) && isStruck(name))
      : undefined;
    return text ? [{ row, field: text, heading: place.block.columns.get(text)?.heading ?? '' }] : [];
  });
  return found.length > 0 ? { struck: found } : {};
}

const AMOUNTS = ['ae', 'cp'] as const;
const TEXTS = ['ejNumber', 'label'] as const;
const isIn: Readonly<Record<(typeof TEXTS)[number], (row: LedgerRow) => boolean>> = {
  ejNumber: ({ ej }) => ej.kind !== 'absent',
  label: ({ label }) => label !== '',
};
