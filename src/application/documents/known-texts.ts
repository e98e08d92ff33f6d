/**
 * The texts that documents take from the workbook: a label that is not the one of a document was typed over it, or
 * changed in a table since.
 */
import { documentsAsked } from '../../documents/document';
import type { DocumentSource } from '../../documents/input';
import { placementOf } from '../../documents/placing/placement';
import type { KnownTexts } from '../../documents/placing/typed-over';
import type { CellValue } from '../../workbook/cells';
import { findSheet, findTable, valueAt } from '../../workbook/snapshot';
import { TABLES } from '../../workbook/workbook-names';

/** Those of the tables of the convention and of the registers, and those of the first columns of the documents. */
export function knownTexts(source: DocumentSource): KnownTexts {
  let data: ReadonlySet<string> | null = null;
  let written: ReadonlySet<string> | null = null;
  const names = source.convention.envelopes.flatMap(({ code, label, lines }) => [
    code,
    label,
    ...lines.map((line) => line.label),
  ]);
  return {
    isOfData: (text) => (data ??= textsOfTables(source)).has(text) || names.some((name) => text.includes(name)),
    isInDocuments: (text) => (written ??= textsOfDocuments(source)).has(text),
  };
}

function textsOfTables({ input: { workbook } }: DocumentSource): ReadonlySet<string> {
  return textsOf(
    Object.values(TABLES).flatMap((name) => {
      const table = findTable(workbook, name);
      const sheet = table && findSheet(workbook, table.sheet);
      if (!table || !sheet) return [];
      const { top, left, rows, columns } = table.area;
      return Array.from({ length: rows * columns }, (_, index) =>
        valueAt(sheet, top + Math.floor(index / columns), left + (index % columns)),
      );
    }),
  );
}

function textsOfDocuments({ convention, input: { workbook } }: DocumentSource): ReadonlySet<string> {
  return textsOf(
    documentsAsked(convention, undefined).flatMap((frame) => {
      const placement = placementOf(workbook, frame);
      if (!placement.ok || placement.value.kind !== 'existing') return [];
      const { sheet, area } = placement.value;
      return Array.from({ length: area.rows }, (_, row) => valueAt(sheet, area.top + row, area.left));
    }),
  );
}

function textsOf(values: readonly CellValue[]): ReadonlySet<string> {
  return new Set(values.filter((value) => typeof value === 'string'));
}
