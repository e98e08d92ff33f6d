/**
 * Sections of a table with one « Montant », « Engagements » then « Paiements »: each gives the nature of its rows,
 * where the column is read as one nature alone. The amounts of the other one are in no figure, and are an error
 * (LEC-05), as those of a nature that nothing gives.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import { otherMeaningOf } from '../../heading-grammar';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { natureOfWords } from '../../nature-words';
import type { ReadLedger } from '../../read-ledger';
import { isFilled, type Row } from '../../sheet-rows';
import { titleOver, type EffectRow } from '../../tables/effect-rows';

const LONGEST_TITLE = 60;

/** The ledger without the amounts that their section gives to the other nature; the same object without any. */
export function withSections(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const sections = blocks.map((block) => sectionsOf(findSheet(workbook, block.sheet), block));
  if (sections.every((one) => one.length === 0)) return read;
  const rows = read.ledger.rows.map((row): LedgerRow => {
    const title = titleOver(sections[blockOfRow(row.key)] ?? [], sheetRow(row.key))?.title ?? null;
    if (title === null) return row;
    const field = natureOfWords(title) === 'AE' ? 'cp' : 'ae';
    const amount = row[field];
    if (amount.kind !== 'amount') return row;
    return { ...row, [field]: { kind: 'unreadable', raw: amount.raw, nature: title, doubt: 'section' } };
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

/** The sections of a table whose one column of amounts names no nature; empty when none gives the other nature. */
function sectionsOf(sheet: SheetSnapshot | undefined, block: LedgerBlock): readonly EffectRow[] {
  const { columns, natureColumn, firstRow, lastRow } = block;
  const [ae, cp] = [columns.get('ae'), columns.get('cp')];
  const only = ae && cp ? undefined : (ae ?? cp);
  if (!sheet || !only || natureColumn !== undefined || !otherMeaningOf(only.heading).has('amount')) return [];
  const top = sheet.used?.top ?? 0;
  const found: EffectRow[] = [];
  let givesOther = false;
  for (let row = firstRow; row <= lastRow; row++) {
    const title = loneTextOf(sheet.values[row - top] ?? []);
    const nature = title === null ? null : natureOfWords(title);
    if (title === null || nature === null) continue;
    found.push({ row, title });
    if ((nature === 'AE') !== (ae !== undefined)) givesOther = true;
  }
  return givesOther ? found : [];
}

/** The text of a row that holds nothing else; null for any other row. */
function loneTextOf(cells: Row): string | null {
  let only: string | null = null;
  for (const cell of cells) {
    if (cell === null || !isFilled(cell)) continue;
    if (only !== null || typeof cell !== 'string' || cell.length > LONGEST_TITLE) return null;
    only = cell.trim();
  }
  return only;
}
