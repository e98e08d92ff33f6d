/** The areas over some rows, found without comparing them with all of them. */
import fc from 'fast-check';
import { ByRows } from '../../../src/workbook/registers/by-rows';

const AREA = fc.record({ sheet: fc.constantFrom('Suivi', 'SUIVI', 'Autre'), top: fc.nat(300), rows: fc.nat(200) });

test('those that have a row in common, in their order', () => {
  fc.assert(
    fc.property(fc.array(AREA), AREA, (areas, asked) => {
      const over = areas.filter(
        ({ sheet, top, rows }) =>
          sheet.toLowerCase() === asked.sheet.toLowerCase() &&
          Math.max(top, asked.top) < Math.min(top + rows, asked.top + asked.rows),
      );
      expect(new ByRows(areas, (area) => area).over(asked)).toEqual(over);
    }),
  );
});
