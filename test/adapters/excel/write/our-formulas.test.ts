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
