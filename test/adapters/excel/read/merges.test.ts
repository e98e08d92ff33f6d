/** Merged areas, in Excel as in files: read by blocks, again where rows changed, and named when Excel gives none. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { areaAddress, parseArea, type Area } from '../../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'];
const row = (at: number): (string | number)[] => [String(1_400_000_001 + at), 45_000 + at, at % 2 ? 'SF' : 'PDE', 1000];

let excel: StartedExcel;
afterEach(() => excel.dispose());

function start(rows: number, merged: readonly string[] = []): void {
  const ledger = [HEADINGS, ...Array.from({ length: rows }, (_, at) => row(at))];
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ledger } }, { name: 'Lisez-moi' }]));
  merge(...merged);
}

const sheetId = (): string => excel.grid.sheets()[0]!.id;
const merge = (...addresses: readonly string[]): void =>
  addresses.forEach((address) => excel.grid.merge(sheetId(), parseArea(address)!));
const edit = (address: string, value: string | number): void => {
  const { top, left } = parseArea(address)!;
  excel.grid.actingAs('user', () => excel.grid.writeCells(sheetId(), top, left, [[{ value }]]));
};
const mergesOf = ({ sheets }: WorkbookSnapshot): readonly string[] => (sheets[0]!.merges ?? []).map(areaAddress);
/** Two columns of a row merged, right of the ledger. */
const pair = (at: number, left = 5): Area => ({ top: at, left, rows: 1, columns: 2 });

test('an amount merged over two envelopes is in no figure, and is named', async () => {
  start(4, ['D2:D3']);
  edit('D3', '');
  const workbook = await excel.read();
  expect(mergesOf(workbook)).toEqual(['D2:D3']);
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  expect(findings.filter(({ rule }) => rule === 'DON-01')).toMatchObject([
    { severity: 'error', details: { raw: '1000', what: 'sharedForAmount' } },
  ]);
});

test('they are those of the sheet from the top, and cost no request', async () => {
  start(6);
  excel.roundTrips();
  await excel.read();
  const without = excel.roundTrips();
  excel.dispose();
  start(6, ['A5:B5', 'C2:C4', 'A2:B2']);
  excel.roundTrips();
  expect(mergesOf(await excel.read())).toEqual(['A2:B2', 'C2:C4', 'A5:B5']);
  expect(excel.roundTrips()).toBe(without);
});

describe('after an edit', () => {
  async function watched(...merged: readonly string[]): Promise<WorkbookSnapshot> {
    start(1000, merged);
    valueOf(await excel.workbook.watch(() => undefined));
    return excel.read();
  }

  test('those of other rows are kept, as one object when none changed', async () => {
    const before = await watched('A2:B2', 'A900:A901');
    edit('D5', 1500);
    await excel.host.settled();
    const now = valueOf(await excel.workbook.reread());
    expect(now.sheets[0]!.merges).toBe(before.sheets[0]!.merges);
  });

  test('those of the edited rows are read again', async () => {
    await watched('A2:B2', 'A900:A901');
    excel.grid.unmerge(sheetId(), parseArea('A2:B2')!);
    merge('C2:D2', 'C500:D500');
    edit('A2', '1400000099');
    edit('A2', '1400000098');
    await excel.host.settled();
    expect(mergesOf(valueOf(await excel.workbook.reread()))).toEqual(['C2:D2', 'A900:A901']); // row 500: no event
    expect(mergesOf(await excel.read())).toEqual(['C2:D2', 'C500:D500', 'A900:A901']);
  });

  test('inserted rows move them', async () => {
    await watched('A2:B2', 'A900:A901');
    excel.grid.actingAs('user', () => excel.grid.insertRows(sheetId(), 10, 3));
    await excel.host.settled();
    expect(mergesOf(valueOf(await excel.workbook.reread()))).toEqual(['A2:B2', 'A903:A904']);
  });
});

describe('more than Excel gives in one answer', () => {
  test('two in each row are read by smaller blocks, and the cells with them', async () => {
    start(900);
    const places = Array.from({ length: 900 }, (_, at) => [pair(at + 1, 0), pair(at + 1, 2)]).flat();
    places.forEach((place) => excel.grid.merge(sheetId(), place));
    const workbook = await excel.read();
    expect(mergesOf(workbook)).toEqual(places.map(areaAddress));
    expect(workbook.sheets[0]!.values).toHaveLength(901);
    expect(workbook.besideUnread).toEqual([{ what: 'notes', why: 'notGiven' }]);
  });

  test('513 in one row are given up, those of other rows are read, and that is reported', async () => {
    start(6, ['A3:B3']);
    edit('AQZ5', 1);
    for (let at = 0; at < 513; at++) excel.grid.merge(sheetId(), pair(4, 4 + 2 * at));
    const workbook = await excel.read();
    expect(mergesOf(workbook)).toEqual(['A3:B3']);
    expect(workbook.besideUnread).toContainEqual({ what: 'merges', why: 'tooMany' });
  });
});

test('Excel refuses them: the cells are read, the refusal is named, and they are not asked for after an edit', async () => {
  start(30, ['A2:B2']);
  excel.host.model.weaknesses.add('refusesMerges');
  valueOf(await excel.workbook.watch(() => undefined));
  const workbook = await excel.read();
  expect(workbook.sheets[0]!.values[1]).toEqual(row(0));
  expect(workbook.besideUnread).toContainEqual({ what: 'merges', why: 'refused' });
  edit('D5', 1500);
  await excel.host.settled();
  excel.roundTrips();
  const again = valueOf(await excel.workbook.reread());
  expect(excel.roundTrips()).toBe(3);
  expect(again.besideUnread).toContainEqual({ what: 'merges', why: 'refused' });
  excel.host.model.weaknesses.clear();
  expect(mergesOf(await excel.read())).toEqual(['A2:B2']);
});

test.each([0, 1, 2])('a request refused once, at %i: they are read', async (at) => {
  start(30, ['A2:B2']);
  excel.host.faults.at(at, { kind: 'failAction', at: 0, code: 'GeneralException' });
  expect(mergesOf(await excel.read())).toEqual(['A2:B2']);
});

test('a cell that a merge above it covers is not written', async () => {
  start(6, ['C2:C5']);
  await excel.read();
  const plan = (address: string) => {
    const { top, left } = parseArea(address)!;
    const step = { kind: 'setCells', sheet: 'Suivi', top, left, cells: [[{ value: 'SF' }]] } as const;
    return excel.workbook.apply({ purpose: 'repair', expected: [], steps: [step] });
  };
  const failure = { code: 'mergedCells', sheet: 'Suivi', cell: 'C4' };
  expect(await plan('C4')).toEqual({ ok: false, failure });
  expect(await plan('C2')).toMatchObject({ ok: true });
  expect(await plan('C6')).toMatchObject({ ok: true });
});
