/** The cells that the user selects, as the session hears of them: the sheet by its name, once it was read. */
import type { SelectedRange } from '../../../../src/application/ports';
import { areaAddress } from '../../../../src/workbook/cells';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedExcel;
let heard: (string | null)[];
let sheetId: string;

beforeEach(async () => {
  excel = startExcel(
    workbookOf([
      {
        name: 'Suivi',
        blocks: {
          A1: [
            ['a', 'b'],
            [1, 2],
          ],
        },
      },
    ]),
  );
  heard = [];
  sheetId = excel.grid.sheets()[0]?.id ?? '';
  const hear = (selected: SelectedRange | null): void =>
    void heard.push(selected && `${selected.sheet}!${areaAddress(selected.area)}`);
  valueOf(await excel.workbook.watch(() => undefined, hear));
});

afterEach(() => excel.dispose());

async function select(selected: ReturnType<typeof area>): Promise<void> {
  excel.grid.select(sheetId, selected);
  for (let turn = 0; turn < 5; turn++) {
    await excel.host.settled();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a cell, then several', async () => {
  await excel.read();
  await select(area('B2'));
  await select(area('A1:B2'));
  expect(heard).toEqual(['Suivi!B2', 'Suivi!A1:B2']);
});

test('a whole row, as by a click on its number', async () => {
  await excel.read();
  await select({ top: 1, left: 0, rows: 1, columns: 16_384 });
  expect(heard).toEqual(['Suivi!A2:XFD2']);
});

test('before the first reading it waits, and the last one is heard', async () => {
  await select(area('A1'));
  await select(area('B2'));
  expect(heard).toEqual([]);
  await excel.read();
  expect(heard).toEqual(['Suivi!B2']);
});
