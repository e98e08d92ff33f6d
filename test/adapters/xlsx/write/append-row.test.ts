/** A row added to a table of a file: under its last row, in the table, without overwriting cells. */
import { openXlsx } from '../../../../src/adapters/xlsx/open';
import { blankXlsx } from '../../../../src/adapters/xlsx/write/blank';
import type { Failure } from '../../../../src/workbook/failure';
import type { WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { zipOf } from '../../../support/readers/xlsx-package';
import { opened, written } from '../../../support/readers/xlsx-read';
import { partNames, partText, withParts } from '../../../support/readers/zip-parts';

const cells = (top: number, ...rows: readonly (readonly (string | number)[])[]): WriteStep => ({
  kind: 'setCells',
  sheet: 'Journal',
  top,
  left: 0,
  cells: rows.map((row) => row.map((value) => ({ value }))),
});
const TABLE: WriteStep = {
  kind: 'addTable',
  sheet: 'Journal',
  name: 'ENV_Journal',
  area: { top: 0, left: 0, rows: 2, columns: 2 },
};
const FILE = written(
  blankXlsx(),
  { kind: 'addSheet', sheet: 'Journal' },
  cells(0, ['Date', 'Action'], [45_000, 'Réparation']),
  TABLE,
);
const NEW_CELLS = [
  { value: 45_001, style: 'date' },
  { value: '=1+1', style: 'text' },
] as const;
const ROW: WriteStep = { kind: 'appendRow', sheet: 'Journal', table: 'env_journal', cells: NEW_CELLS };
const PLAN: WritePlan = { purpose: 'repair', expected: [], steps: [cells(0, ['Date'])], journal: [ROW] };

function refusal(bytes: Uint8Array, plan = PLAN): Failure | null {
  const file = openXlsx(bytes);
  const result = file.ok ? file.value.apply(plan) : file;
  return result.ok ? null : result.failure;
}

test('twice: two rows are added, the table covers them, a text that starts with = is text', () => {
  const once = opened(FILE).apply(PLAN);
  const twice = once.ok ? opened(once.value).apply(PLAN) : once;
  const workbook = twice.ok ? opened(twice.value).read() : null;
  expect(workbook?.sheets[0]?.values).toEqual([
    ['Date', 'Action'],
    [45_000, 'Réparation'],
    [45_001, '=1+1'],
    [45_001, '=1+1'],
  ]);
  expect(workbook?.sheets[0]?.formulas.size).toBe(0);
  expect(workbook?.tables).toMatchObject([{ name: 'ENV_Journal', area: { top: 0, left: 0, rows: 4, columns: 2 } }]);
});

test('the table keeps what people made of it: its number, look, formulas, notes and query; only its area changes', () => {
  const people = (xml: string): string =>
    xml
      .replace(' id="1" name=', ' id="41" name=')
      .replace('TableStyleLight1', 'TableStyleMedium9')
      .replace(
        'name="Action"/>',
        'name="Action"><calculatedColumnFormula>TRIM("x")</calculatedColumnFormula></tableColumn>',
      )
      .replace('</table>', '<extLst><ext uri="{note}"/></extLst></table>');
  const query = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
  const before = zipOf({
    ...Object.fromEntries(partNames(FILE).map((path) => [path, people(partText(FILE, path)!)])),
    'xl/tables/_rels/table1.xml.rels': query,
  });
  const result = opened(before).apply(PLAN);
  const after = result.ok ? result.value : before;
  const table = partText(before, 'xl/tables/table1.xml')!;
  expect(table).toContain('TableStyleMedium9');
  expect(partText(after, 'xl/tables/table1.xml')).toBe(table.replaceAll('A1:B2', 'A1:B3'));
  expect(partText(after, 'xl/tables/_rels/table1.xml.rels')).toBe(query);
});

describe('a column that the team added, with a formula', () => {
  const wide = written(
    blankXlsx(),
    { kind: 'addSheet', sheet: 'Journal' },
    cells(0, ['Date', 'Action', 'Suite'], [45_000, 'Réparation', 'vu']),
    { ...TABLE, area: { top: 0, left: 0, rows: 2, columns: 3 } },
  );
  const withFormula = (stored: string, cell: string | null, attributes = ''): Uint8Array =>
    withParts(wide, (xml, path) => {
      if (path.includes('tables/'))
        return xml.replace(
          'name="Suite"/>',
          `name="Suite"><calculatedColumnFormula${attributes}>${stored}</calculatedColumnFormula></tableColumn>`,
        );
      if (cell === null || !path.includes('worksheets/')) return xml;
      return xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, () => `<c r="C2" t="str"><f>${cell}</f><v>x</v></c>`);
    });
  const rowOf = (value: string | null): WritePlan => ({
    ...PLAN,
    journal: [{ ...ROW, cells: [...NEW_CELLS, { value }] }],
  });
  const formulaIn = (bytes: Uint8Array, plan: WritePlan): string | undefined => {
    const result = opened(bytes).apply(plan);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return opened(result.value)
      .read()
      .sheets[0]?.formulas.get(2 * 16_384 + 2);
  };

  const ofRow = 'UPPER(ENV_Journal[[#This Row],[Action]])';
  test.each([
    ['of its own row', ofRow, ofRow, '=UPPER(ENV_Journal[@Action])'],
    ['of the cells beside it', 'UPPER(B2)', 'UPPER(B2)', '=UPPER(B3)'],
    ['of the cells beside it, typed over in the last row', 'UPPER(B2)', null, '=UPPER(B3)'],
    ['of one fixed cell', 'UPPER($A$1)', 'UPPER($A$1)', '=UPPER($A$1)'],
  ])('%s: the new row has it', (_, stored, cell, formula) => {
    expect(formulaIn(withFormula(stored, cell), rowOf(null))).toBe(formula);
  });

  test('that gives an array: the new row has an array formula', () => {
    const result = opened(withFormula('SUM(LEN(B2))', null, ' array="1"')).apply(rowOf(null));
    expect(partText(result.ok ? result.value : wide, 'xl/worksheets/sheet1.xml')).toContain(
      '<f t="array" ref="C3">SUM(LEN(B3))</f>',
    );
  });

  test('a value of the row itself is kept', () => {
    expect(formulaIn(withFormula(ofRow, ofRow), rowOf('classé'))).toBeUndefined();
  });
});

const NARROW: WritePlan = {
  ...PLAN,
  journal: [{ kind: 'appendRow', sheet: 'Journal', table: 'ENV_Journal', cells: [{ value: 1 }] }],
};

describe('refused, and no file is made', () => {
  test.each<[string, Uint8Array, WritePlan, Failure]>([
    [
      'something stands under the table',
      written(FILE, cells(2, ['note'])),
      PLAN,
      { code: 'occupied', sheet: 'Journal', cell: 'A3' },
    ],
    ['another number of columns', FILE, NARROW, { code: 'changedMeanwhile', sheet: 'Journal', cell: 'A1' }],
    [
      'no such table',
      written(FILE, { kind: 'deleteTable', name: 'ENV_Journal' }),
      PLAN,
      { code: 'changedMeanwhile', sheet: 'Journal', cell: 'A1' },
    ],
  ])('%s', (_, bytes, plan, failure) => expect(refusal(bytes, plan)).toEqual(failure));
});
