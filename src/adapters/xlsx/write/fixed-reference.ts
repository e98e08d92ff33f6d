/** References that do not follow the cell that they are written in: those of names and of charts. */
import { areaAddress, quoteSheet, type Area } from '../../../workbook/cells';

/** `'Annexe 1'!$A$1:$D$9`. */
export function fixedReference(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
