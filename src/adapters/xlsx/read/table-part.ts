/** Reads `tableN.xml`, an Excel Table of a sheet. */
import { parseArea } from '../../../workbook/cells';
import type { TableSnapshot } from '../../../workbook/snapshot';
import type { XlsxPackage } from '../package/package';
import { damaged } from '../package/refusal';
import { decodeXstring } from '../package/xml-text';
import { attributeOf, childOf, childrenOf, isTrue, type XmlElement } from '../package/xml-tree';

export interface TableEntry extends TableSnapshot {
  readonly path: string;
  /** Path of its sheet. */
  readonly sheetPath: string;
  readonly id: number;
  /**
   * A table may have no headings: its first row is then data, and snapshots, whose tables start with headings, leave it
   * out.
   */
  readonly hasHeadings: boolean;
  /** The formula of each calculated column, as the file stores it, by the position of the column. */
  readonly formulas: ReadonlyMap<number, ColumnFormula>;
}

export interface ColumnFormula {
  readonly stored: string;
  readonly isArray: boolean;
}

/** The tables of a sheet. */
export function readTables(parts: XlsxPackage, sheetPath: string, sheet: string): TableEntry[] {
  return parts
    .relationships(sheetPath)
    .filter((relationship) => relationship.kind === 'table' && relationship.target !== null)
    .map((relationship) => readTable(parts, relationship.target!, sheetPath, sheet));
}

function readTable(parts: XlsxPackage, path: string, sheetPath: string, sheet: string): TableEntry {
  const { root } = parts.tree(path);
  const area = parseArea(attributeOf(root, 'ref') ?? '');
  const columns = childOf(root, 'tableColumns');
  if (!area || !columns || root.local !== 'table') return damaged(path);
  const totals = Number(attributeOf(root, 'totalsRowCount') ?? '0');
  return {
    name: decodeXstring(attributeOf(root, 'displayName') ?? attributeOf(root, 'name') ?? ''),
    sheet,
    area: { ...area, rows: Math.max(1, area.rows - totals) },
    columns: childrenOf(columns, 'tableColumn').map((column) => decodeXstring(attributeOf(column, 'name') ?? '')),
    hasTotalsRow: totals > 0,
    path,
    sheetPath,
    id: Number(attributeOf(root, 'id') ?? '0'),
    hasHeadings: attributeOf(root, 'headerRowCount') !== '0',
    formulas: new Map(childrenOf(columns, 'tableColumn').flatMap(formulaOf)),
  };
}

function formulaOf(column: XmlElement, position: number): readonly (readonly [number, ColumnFormula])[] {
  const formula = childOf(column, 'calculatedColumnFormula');
  if (!formula || formula.text === '') return [];
  return [[position, { stored: formula.text, isArray: isTrue(attributeOf(formula, 'array')) }]];
}
