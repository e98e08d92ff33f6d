/** « Étendre le tableau » through the real client: the Table takes the rows in, and undo gives them back. */
import { planExtendTable } from '../../../../src/application/writing/extend-table';
import { areaAddress } from '../../../../src/workbook/cells';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedExcel;
afterEach(() => excel.dispose());

const ROWS = [
  ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Objet', 'Montant AE'],
  ['PDE', '1400000001', 45_001, 'Étude', 100],
  ['PDE', '1400000002', 45_002, 'Audit', 200],
  ['PDE', '1400000003', 45_003, 'Licence', 300],
];
const BELOW = { top: 4, left: 1, rows: 2, columns: 5 };

async function areas(): Promise<readonly string[]> {
  return (await excel.read()).tables.map(({ area }) => areaAddress(area));
}

test('the two rows below become rows of the Table, and no cell changes; then undone', async () => {
  const tables = [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B3:F4' }];
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { B3: ROWS } }], tables));
  const before = await excel.read();
  const { undo } = valueOf(
    await excel.workbook.apply(valueOf(planExtendTable(before, { sheet: 'Suivi', area: BELOW }))),
  );
  expect(await areas()).toEqual(['B3:F6']);
  expect((await excel.read()).sheets[0]?.values).toEqual(before.sheets[0]?.values);
  valueOf(await excel.workbook.apply(undo));
  expect(await areas()).toEqual(['B3:F4']);
});

test('a row edited meanwhile: refused, and nothing changes', async () => {
  const tables = [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B3:F4' }];
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { B3: ROWS } }], tables));
  const plan = valueOf(planExtendTable(await excel.read(), { sheet: 'Suivi', area: BELOW }));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('F6').values = [[301]];
    await context.sync();
  });
  expect(await excel.workbook.apply(plan)).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile' } });
  expect(await areas()).toEqual(['B3:F4']);
});
