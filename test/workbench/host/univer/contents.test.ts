/** A workbook loaded into the grid is read back unchanged. */
import { DEFAULT_PAGE, type GridWorkbook } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

function everything(): GridWorkbook {
  return workbookOf(
    [
      {
        name: 'Suivi 2023',
        blocks: {
          A1: [
            ['Axe 2', 'Montant', 'Double'],
            [
              { value: 'PDE', style: { bold: true, fill: 'FFFF00', wrap: true, horizontal: 'center' } },
              { value: 12.5, numberFormat: '#,##0.00 €' },
              { value: 25, formula: '=B2*2' },
            ],
            [{ value: '0012', numberFormat: '@' }, 3, { value: 6, formula: '=[@Montant]*2' }],
          ],
          E1: [[true, { value: { error: '#N/A' } }, { value: null, style: { color: '00B050' } }]],
        },
        more: {
          freeze: { rows: 1, columns: 2 },
          showGridlines: false,
          tabColor: '4472C4',
          columnWidths: new Map([[0, 140]]),
          rowHeights: new Map([[1, 40]]),
          hiddenRows: [6],
          hiddenColumns: [7],
          merges: [area('E5:F6')],
          choices: [
            { area: area('A2:A3'), source: '"PDE,SF"' },
            { area: area('B2:B3'), source: '=$E$1:$E$9' },
          ],
          highlights: [
            {
              areas: [area('B2:B3'), area('D1')],
              formula: '=$B2>5',
              style: { fill: 'FFC7CE', color: '9C0006', bold: true },
            },
          ],
          page: { ...DEFAULT_PAGE, orientation: 'landscape', titleRows: '$1:$1', scale: null, pagesWide: 1 },
        },
      },
      { name: 'Caché', more: { visibility: 'hidden' } },
      { name: 'Très caché', more: { visibility: 'veryHidden', isProtected: true } },
    ],
    [{ name: 'T_Suivi', sheet: 'Suivi 2023', area: 'A1:C3' }],
    [
      { name: 'ENV_MONTANTS', refersTo: "='Suivi 2023'!$B$2:$B$3", visible: false, comment: 'les montants' },
      { name: 'Local', scope: 'Caché', refersTo: '=Caché!$A$1' },
    ],
  );
}

test('all the contents of a workbook', async () => {
  const before = everything();
  const grid = createHeadlessGrid(before);
  await grid.calculated();
  const once = grid.contents();
  grid.dispose();
  const chosenByTheGrid = { id: expect.any(String) as string, cells: expect.any(Array) as [] };
  const sheets = before.sheets.map((sheet) => ({ page: DEFAULT_PAGE, ...sheet, ...chosenByTheGrid }));
  expect(once).toEqual({
    ...before,
    sheets,
    tables: [{ ...before.tables[0], columns: ['Axe 2', 'Montant', 'Double'] }],
  });
  for (const cell of before.sheets[0]?.cells ?? []) expect(once.sheets[0]?.cells).toContainEqual(cell);
  expect(once.sheets[0]?.cells).toHaveLength(before.sheets[0]?.cells.length ?? 0);
});

test('a second time, nothing is lost', async () => {
  const grid = createHeadlessGrid(everything());
  await grid.calculated();
  const once = grid.contents();
  grid.dispose();
  const again = createHeadlessGrid(once);
  await again.calculated();
  expect(again.contents()).toEqual(once);
  again.dispose();
});
