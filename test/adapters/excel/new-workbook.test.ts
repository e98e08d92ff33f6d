/** A file opened as a new workbook, through the real client: every byte arrives, and a refusal is a value. */
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { startExcel } from '../../support/excel/excel';
import { workbookOf } from '../../support/excel/grid-workbook';

test('Excel receives every byte of the file', async () => {
  const opened: string[] = [];
  const excel = startExcel(workbookOf([{ name: 'Suivi' }]), { onNewWorkbook: (base64) => opened.push(base64) });
  const bytes = Uint8Array.from({ length: 20_001 }, (_, index) =>
    index < 4 ? (blankXlsx()[index] ?? 0) : (index * 31) % 256,
  ); // across slices
  expect(await excel.workbook.openNew(bytes)).toEqual({ ok: true, value: null });
  expect(opened.map((base64) => Buffer.from(base64, 'base64').equals(Buffer.from(bytes)))).toEqual([true]);
  excel.dispose();
});

test('a refusal of Excel is a failure', async () => {
  const excel = startExcel(workbookOf([{ name: 'Suivi' }]));
  expect(await excel.workbook.openNew(blankXlsx())).toMatchObject({
    ok: false,
    failure: { code: 'hostRefused', hostCode: 'NotImplemented' },
  });
  excel.dispose();
});
