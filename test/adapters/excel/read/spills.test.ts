/** Areas that a formula fills: known in Excel as in a file, read again with it, and never repaired. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { planRepair } from '../../../../src/application/writing/repair';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { areaAddress } from '../../../../src/workbook/cells';
import { formulaAt, valueAt, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

/** As `=FILTER(…)` or `=G2:G4` in Excel. */
const FILLING = '=TRANSPOSE(TRANSPOSE(A1:A3))';
let excel: StartedExcel;
afterEach(() => excel.dispose());

async function start(blocks: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Promise<void> {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks }]), { computes: true });
  await excel.grid.calculated();
}

const numbers = (rows: number): number[][] => Array.from({ length: rows }, (_, row) => [row + 1, 2 * row, 3 * row]);
const arraysOf = ({ sheets }: WorkbookSnapshot): readonly string[] => (sheets[0]!.arrays ?? []).map(areaAddress);

test('the cells that a formula fills have its formula; other formulas fill none', async () => {
  await start({ A1: numbers(4), E1: [[FILLING]], G1: [['=A1+1', 7], ['=A2+1']] });
  const workbook = await excel.read();
  expect(arraysOf(workbook)).toEqual(['E1:E3']);
  expect([0, 1, 2, 3].map((row) => formulaAt(workbook.sheets[0]!, row, 4))).toEqual([
    ...[FILLING, FILLING, FILLING],
    undefined,
  ]);
});

test('a sheet without them costs no request', async () => {
  await start({ A1: numbers(4), E1: [['=A1+1'], ['=A2+1', 5]] });
  excel.roundTrips();
  expect(arraysOf(await excel.read())).toEqual([]);
  expect(excel.roundTrips()).toBe(4); // the lists, the structure, the cells, the results of the formulas
});

test('in a large sheet, they are read again after an edit of what they come from', async () => {
  await start({ A1: numbers(8_000), E1: [[FILLING]] });
  valueOf(await excel.workbook.watch(() => undefined));
  expect(valueAt((await excel.read()).sheets[0]!, 1, 4)).toBe(2);
  const { id } = excel.grid.sheets()[0]!;
  excel.grid.actingAs('user', () => excel.grid.writeCells(id, 1, 0, [[{ value: 70 }]]));
  await excel.grid.calculated();
  await excel.host.settled();
  const workbook = valueOf(await excel.workbook.reread());
  expect([arraysOf(workbook), valueAt(workbook.sheets[0]!, 1, 4)]).toEqual([['E1:E3'], 70]);
});

test('a value that a formula fills is not repaired, and one that somebody typed is', async () => {
  const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE'];
  const row = (at: number, axis: string): (string | number)[] => [axis, String(1_400_000_001 + at), 45_000, 'Étude', 9];
  const typed = { A1: [HEADINGS, row(0, 'sf'), row(1, 'sf'), row(2, 'sf')], H2: [['sf'], ['sf'], ['sf']] };
  const repaired = async (): Promise<number> => {
    const opened = openDossier(await excel.read(), { convention: convention2023() });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
    const plan = planRepair(dossier, report.findings);
    return plan.ok ? plan.value.steps.length : 0;
  };
  await start(typed);
  const all = await repaired();
  excel.dispose();
  await start({
    ...typed,
    A1: [HEADINGS, ...[0, 1, 2].map((at) => row(at, ''))],
    A2: [['=TRANSPOSE(TRANSPOSE(H2:H4))']],
  });
  expect([all, await repaired()]).toEqual([3, 0]);
});
