/** The range that the user has selected in Excel, through the real client. */
import { startExcel, type StartedExcel } from '../../support/excel/excel';
import { workbookOf } from '../../support/excel/grid-workbook';

const CONTENTS = workbookOf([
  { name: 'Suivi', blocks: { B2: [['=SUM(1,2)', 'fin']] } },
  { name: "Suivi d'été", blocks: { B3: [['Code', 'Montant']] } },
]);
const HEADINGS = { top: 2, left: 1, rows: 1, columns: 2 };

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(CONTENTS);
});
afterEach(() => excel.dispose());

function sheetIdOf(name: string): string {
  const sheet = excel.grid.contents().sheets.find((known) => known.name === name);
  if (sheet?.id === undefined) throw new Error(`No sheet ${name}`);
  return sheet.id;
}

test('its sheet and its rectangle, in one round trip', async () => {
  excel.grid.select(sheetIdOf("Suivi d'été"), HEADINGS);
  excel.roundTrips();
  expect(await excel.workbook.selection()).toEqual({ ok: true, value: { sheet: "Suivi d'été", area: HEADINGS } });
  expect(excel.roundTrips()).toBe(1);
});

test('the formula of its first cell, as Excel keeps it and as its user reads it', async () => {
  const area = { top: 1, left: 1, rows: 1, columns: 2 };
  excel.grid.select(sheetIdOf('Suivi'), area);
  const formula = { invariant: '=SUM(1,2)', local: '=SOMME(1;2)' };
  expect(await excel.workbook.selection()).toEqual({ ok: true, value: { sheet: 'Suivi', area, formula } });
});

test('several ranges at once are refused by a failure of ours', async () => {
  const [one, other] = [HEADINGS, { ...HEADINGS, top: 8 }];
  excel.grid.selection = () => ({ sheetId: sheetIdOf("Suivi d'été"), areas: [one, other] });
  expect(await excel.workbook.selection()).toEqual({ ok: false, failure: { code: 'selectionNotOne' } });
});
