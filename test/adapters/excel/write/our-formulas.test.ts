/** Formulas that Excel left at `#NAME?`, and formulas replaced by values, through the whole add-in, and their undo. */
import { Session } from '../../../../src/application/session/session';
import { startExcel, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { HandClock, HandTimers, noFiles } from '../../../support/excel/memory-workbook';

let excel: StartedExcel;
let session: Session;

beforeEach(async () => {
  const kept = '=_xldudf_ENVELOPE_REMAINING("PDE","CP")';
  const known = { value: 12.5, formula: '=ENVELOPE.RATE("PDE")' };
  excel = startExcel(workbookOf([{ name: 'Bord', blocks: { A1: [[kept], [kept], ['=1+1']], C1: [[known]] } }]), {
    computes: true,
  });
  const sheetId = excel.grid.sheets()[0]?.id ?? '';
  excel.grid.registerFunction({
    name: 'ENVELOPE.RATE',
    description: '',
    minimumArguments: 1,
    maximumArguments: 4,
    evaluate: () => 12.5,
  });
  excel.grid.recalculate([{ sheetId, row: 0, column: 2 }]);
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
  expect(value('A1')).toMatchObject({ error: '#NAME?' });
  await session.formulas.correct();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'formulas', summary: { cells: 2 } });
  expect([formula('A1'), formula('A2'), formula('A3')]).toEqual([
    '=ENVELOPE.REMAINING("PDE","CP")',
    '=ENVELOPE.REMAINING("PDE","CP")',
    '=1+1',
  ]);
  await session.undo();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo', summary: { cells: 2 } });
});

test('a value takes the place of its formula; undo gives the formula back', async () => {
  await session.formulas.freeze();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'values', summary: { cells: 1 } });
  expect([formula('C1'), value('C1'), formula('A3')]).toEqual([null, 12.5, '=1+1']);
  await session.undo();
  expect(formula('C1')).toBe('=ENVELOPE.RATE("PDE")');
});

test('a name defined by a kept call is defined again, and the cells that use it have its value; it can be undone', async () => {
  const refersTo = '=_xldudf_ENVELOPE_RATE("PDE")';
  excel.grid.setName({ name: 'Reste', scope: null, refersTo, visible: true, comment: '' });
  const sheetId = excel.grid.sheets()[0]?.id ?? '';
  excel.grid.writeCells(sheetId, 9, 0, [[{ formula: '=Reste' }], [{ formula: '=Reste' }]]);
  await excel.host.settled();
  await session.refresh();
  expect([value('A10'), value('A11')]).toEqual([{ error: '#NAME?' }, { error: '#NAME?' }]);
  await session.formulas.correct();
  await excel.host.settled();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'formulas', summary: { cells: 4 } });
  expect(excel.grid.names().map((name) => name.refersTo)).toEqual(['=ENVELOPE.RATE("PDE")']);
  expect([formula('A10'), value('A10'), value('A11')]).toEqual(['=Reste', 12.5, 12.5]);
  await session.undo();
  expect(excel.grid.names().map((name) => name.refersTo)).toEqual([refersTo]);
});
