/** The sheets of a file that hold documents, and what stays behind when the rows of a document move. */
import { isDocumentRange } from '../../../workbook/document-names';
import { sheetsNamedIn } from '../../../workbook/formula-text';
import { placeOfReference } from '../../../workbook/references';
import type { SheetSnapshot } from '../../../workbook/snapshot';
import type { XlsxPackage } from '../package/package';
import type { SheetEntry, WorkbookPart } from '../package/workbook-part';
import type { XmlElement } from '../package/xml-tree';
import type { DataInput } from './sheet-grid';
import { readCharts } from './drawing-part';
import { attachedOf, otherUsesOf, unnamedChartsOf } from './read-attached';

export class DocumentSheets {
  private readonly names: ReadonlySet<string>;

  constructor({ names }: WorkbookPart) {
    const ranges = names.filter(({ name, localTo }) => localTo === null && isDocumentRange(name));
    this.names = new Set(ranges.flatMap(({ text }) => placeOfReference(`=${text}`)?.sheet ?? []));
  }

  has(sheet: string): boolean {
    return this.names.has(sheet);
  }

  /** Notes, rules and uses that stay behind when the rows of a document move; none without a document. */
  lists(
    parts: XlsxPackage,
    { name, path }: SheetEntry,
    root: XmlElement,
    dataInputs: readonly DataInput[],
  ): Partial<SheetSnapshot> {
    if (path === null || this.names.size === 0) return {};
    const isUsed = (formula: string): boolean =>
      this.has(name) || sheetsNamedIn(formula).some((sheet) => this.has(sheet));
    return {
      ...(this.has(name) && attachedOf(parts, path, root)),
      ...(this.has(name) && readCharts(parts, path).length === 0 && unnamedChartsOf(parts, path)),
      ...otherUsesOf(parts, path, { root, dataInputs }, isUsed),
    };
  }
}
