/** Formulas that Excel left at `#NAME?`, and formulas replaced by values, through the whole add-in, and their undo. */
import { Session } from '../../../../src/application/session/session';
import { startExcel, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { HandClock, HandTimers, noFiles } from '../../../support/excel/memory-workbook';

let excel: StartedExcel;
let session: Session;

beforeEach(async () => {
  const kept = '=_xldudf_ENVELOPE_REMAINING("PDE","CP")';
  const guarded = '=IFERROR(_xldudf_ENVELOPE_REMAINING("PDE","CP"),0)';
  const blocks = { A1: [[kept], [kept], ['=1+1'], [guarded]] };
  excel = startExcel(workbookOf([{ name: 'Bord', blocks }]), { computes: true });
  const sheetId = excel.grid.sheets()[0]?.id ?? '';
  excel.grid.recalculate([{ sheetId, row: 3, column: 0 }]);
  await excel.host.settled();
  session = new Session(excel.workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
});

afterEach(() => excel.dispose());

function formula(address: string): string | null {
  return excel.grid.readFormulas(excel.grid.sheets()[0]?.id ?? '', area(address))[0]?.[0] ?? null;
}

function value(address: string): unknown {
  return excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', area(address))[0]?.[0];
}

test('kept calls are entered again, and nothing else; it can be undone', async () => {
  expect([value('A1'), value('A4')]).toEqual([expect.objectContaining({ error: '#NAME?' }), 0]);
  await session.formulas.correct();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'formulas', summary: { cells: 3 } });
  expect(['A1', 'A2', 'A3', 'A4'].map(formula)).toEqual([
    '=ENVELOPE.REMAINING("PDE","CP")',
    '=ENVELOPE.REMAINING("PDE","CP")',
    '=1+1',
    '=IFERROR(ENVELOPE.REMAINING("PDE","CP"),0)',
  ]);
  await session.undo();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo', summary: { cells: 3 } });
});

test('no value is left in the place of a call that Excel lost, whatever it shows', async () => {
  await session.formulas.freeze();
  expect(session.state().notice).toMatchObject({ kind: 'nothingToWrite', purpose: 'values' });
  expect(formula('A4')).toMatch(/^=IFERROR\(/);
});

test('a name defined by a kept call is defined again, and the cells that use it have its value; it can be undone', async () => {
  const refersTo = '=_xldudf_ENVELOPE_RATE("PDE")';
  const own = { name: 'ENVELOPE.RATE', description: '', minimumArguments: 1, maximumArguments: 4 };
  excel.grid.registerFunction({ ...own, evaluate: () => 12.5 });
  excel.grid.setName({ name: 'Reste', scope: null, refersTo, visible: true, comment: '' });
  const sheetId = excel.grid.sheets()[0]?.id ?? '';
  excel.grid.writeCells(sheetId, 9, 0, [[{ formula: '=Reste' }], [{ formula: '=Reste' }]]);
  await excel.host.settled();
  await session.refresh();
  expect([value('A10'), value('A11')]).toEqual([{ error: '#NAME?' }, { error: '#NAME?' }]);
  await session.formulas.correct();
  await excel.host.settled();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'formulas', summary: { cells: 5 } });
  expect(excel.grid.names().map((name) => name.refersTo)).toEqual(['=ENVELOPE.RATE("PDE")']);
  expect([formula('A10'), value('A10'), value('A11')]).toEqual(['=Reste', 12.5, 12.5]);
  await session.undo();
  expect(excel.grid.names().map((name) => name.refersTo)).toEqual([refersTo]);
});
