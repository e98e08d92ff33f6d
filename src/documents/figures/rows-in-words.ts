/** Rows of the ledger as a sentence of a document names them. */
import type { RowKey } from '../../domain/envelopes/ledger';
import type { NamedRows } from '../../messages/documents/documents-fr';
import { blockOfRow, rowNumber } from '../../workbook/ledger/ledger-source';
import type { DocumentSource } from '../input';

/** By sheet, in reading order; the sheet is left out when the ledger is on one. */
export function namedRows({ input: { blocks } }: DocumentSource, keys: readonly RowKey[]): readonly NamedRows[] {
  return blocks.flatMap((block) => {
    const numbers = keys.filter((key) => blocks[blockOfRow(key)] === block).map(rowNumber);
    return numbers.length > 0 ? [{ sheet: blocks.length > 1 ? block.sheet : null, numbers }] : [];
  });
}
