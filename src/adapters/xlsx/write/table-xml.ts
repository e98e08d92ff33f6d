/** The part of a new Excel Table. Its headings are those of the cells: Excel repairs a table that says otherwise. */
import { areaAddress } from '../../../workbook/cells';
import { XML_DECLARATION } from '../package/package';
import { attributesXml } from '../package/xml-splice';
import { encodeAttribute } from '../package/xml-text';
import type { TableDraft } from './sheet-draft';

export const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
/** The same as in Excel's adapter: sober, so that the headings' own look shows. */
const TABLE_STYLE = 'TableStyleLight1';

export function tableXml(namespace: string, id: number, table: TableDraft): string {
  const name = encodeAttribute(table.name);
  const ref = areaAddress(table.area);
  const columns = table.columns.map(
    (column, index) => `<tableColumn id="${index + 1}" name="${encodeAttribute(column)}"/>`,
  );
  const look = attributesXml({
    name: TABLE_STYLE,
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: 1,
    showColumnStripes: 0,
  });
  return (
    `${XML_DECLARATION}<table xmlns="${namespace}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo${look}/></table>`
  );
}
