/** The clients of one process come from the same compiled scripts, and share nothing. */
import { workbookOf } from '../../../support/excel/grid-workbook';
import { startHost, type StartedHost } from '../../../support/excel/office-js';

const excelWith = (value: string): StartedHost =>
  startHost(workbookOf([{ name: 'Suivi', blocks: { A1: [[value]] } }]), { computes: false });

let first: StartedHost;
let second: StartedHost;
beforeEach(() => ([first, second] = [excelWith('un'), excelWith('deux')]));
afterEach(() => [first, second].forEach((excel) => excel.dispose()));

const firstCell = ({ run }: StartedHost): Promise<unknown> =>
  run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1').load('values');
    await context.sync();
    return range.values[0]?.[0];
  });

test('each client reads its own workbook', async () => {
  expect(await Promise.all([first, second].map(firstCell))).toEqual(['un', 'deux']);
});

test('each client hears the edits of its own workbook', async () => {
  const heard: string[] = [];
  for (const [name, { run }] of Object.entries({ first, second }))
    await run(async (context) => {
      context.workbook.worksheets.onChanged.add(async () => void heard.push(name));
      await context.sync();
    });
  second.grid.actingAs('user', () => second.grid.writeCells(second.grid.activeSheetId(), 0, 0, [[{ value: 'trois' }]]));
  await Promise.all([first.host.settled(), second.host.settled()]);
  expect(heard).toEqual(['second']);
});

test('a member added to a class or a namespace of one client is not in the other', () => {
  const added = [first.Excel, first.Excel.Range.prototype, first.Office, first.OfficeExtension, first.CustomFunctions];
  for (const place of added) Object.assign(place, { addedByATest: true });
  const others = [second.Excel, second.Excel.Range.prototype, second.Office, second.OfficeExtension];
  for (const place of [...others, second.CustomFunctions]) expect(place).not.toHaveProperty('addedByATest');
});

test('the additions of the scripts to the window and to Function stay out of the globals of the tests', () => {
  expect(first.window).toMatchObject({ Microsoft: { Office: {} }, OSF: { OUtil: expect.anything() as unknown } });
  expect(first.window.Microsoft).not.toBe(second.window.Microsoft);
  for (const name of ['Microsoft', 'OSF', 'Sys', 'OfficeExt']) expect(globalThis).not.toHaveProperty(name);
  expect(Function.prototype).not.toHaveProperty('registerClass');
});
