/** Areas that a formula fills: known in Excel as in a file, read again with it, and never repaired. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { correctionsOf } from '../../../../src/application/writing/repair';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { areaAddress, cellAddress } from '../../../../src/workbook/cells';
import { formulaAt, valueAt, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf, type SheetText } from '../../../support/excel/grid-workbook';

/** As `=FILTER(…)` or `=G2:G4` in Excel. */
const FILLING = '=TRANSPOSE(TRANSPOSE(A1:A3))';
let excel: StartedExcel;
afterEach(() => excel.dispose());

async function start(blocks: NonNullable<SheetText['blocks']>): Promise<void> {
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

/** Fills its own cell and the one beside. */
const PAIR = '=TRANSPOSE($A$1:$A$2)';
const HEADINGS = ['Axe ministériel 2', 'Observations', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE'];
const AXES = '=TRANSPOSE(TRANSPOSE(I2:I5))';
const others = (at: number): (string | number)[] => [String(1_400_000_001 + at), 45_000, 'Étude', 9];

/** The cells that « Réparer » would write. */
async function repaired(): Promise<readonly string[]> {
  const opened = openDossier(await excel.read(), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return correctionsOf(dossier, report.findings).map(({ place }) => cellAddress(place.row, place.column));
}

test.each`
  why                                           | source                      | beside            | typed
  ${'each has a text'}                          | ${['sf', 'sf', 'sf', 'sf']} | ${'vu'}           | ${['A2', 'A3', 'A4', 'A5']}
  ${'an empty text under it, a blank beside'}   | ${['sf', '', 'sf', 'sf']}   | ${null}           | ${['A2', 'A4', 'A5']}
  ${'an empty text under it, a formula beside'} | ${['sf', '', 'sf', 'sf']}   | ${'=UPPER("vu")'} | ${['A2', 'A4', 'A5']}
`('values that a formula fills are not repaired, those that somebody typed are: $why', async (given) => {
  const { source, beside, typed } = given as Readonly<Record<string, readonly string[]>> & { beside: string | null };
  const filled = { A1: [HEADINGS], B2: source!.map((_, at) => [at === 0 ? beside : 'vu', ...others(at)]) };
  await start({ ...filled, A2: source!.map((text) => [text]) });
  expect(await repaired()).toEqual(typed);
  excel.dispose();
  const shown = source!.map((text) => [text === '' ? '=MID("a",2,1)' : text]);
  await start({ ...filled, I2: shown, A2: [[AXES]] });
  const workbook = await excel.read();
  expect([arraysOf(workbook), formulaAt(workbook.sheets[0]!, 3, 0)]).toEqual([['A2:A5'], AXES]);
  expect(await repaired()).toEqual([]);
});

test.each`
  formulas | spills | requests | why
  ${150}   | ${1}   | ${1}     | ${'few formulas are asked one by one'}
  ${1_500} | ${1}   | ${2}     | ${'one range of many holds it'}
  ${1_500} | ${40}  | ${3}     | ${'in ranges here and there'}
`('$formulas formulas of which $spills fill others: $requests more requests, $why', async (given) => {
  const { formulas, spills, requests } = given as Readonly<Record<string, number>>;
  const every = Math.floor(formulas! / spills!);
  const isSpill = (row: number): boolean => row % every === 0 && row / every < spills!;
  const rows = Array.from({ length: formulas! }, (_, row) => row);
  const requestsOf = async (formulaOf: (row: number) => string): Promise<number> => {
    await start({ A1: [[1], [2]], C1: rows.map((row) => [formulaOf(row)]) });
    excel.roundTrips();
    const areas = rows.flatMap((row) => (formulaOf(row) === PAIR ? [`C${row + 1}:D${row + 1}`] : []));
    expect(new Set(arraysOf(await excel.read()))).toEqual(new Set(areas));
    return excel.roundTrips();
  };
  const plain = await requestsOf(() => '=$A$1+1');
  excel.dispose();
  expect((await requestsOf((row) => (isSpill(row) ? PAIR : '=$A$1+1'))) - plain).toBe(requests);
});
