/** Each fault that the add-in must survive, raised on demand or drawn from a seed. */
import type { Fault } from '../../../workbench/host/faults';
import { startHost, type StartedHost } from '../../support/excel/office-js';
import { workbookOf } from '../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(workbookOf([{ name: 'Suivi', blocks: { A1: [['a', 1]] } }, { name: 'Autre' }]));
});

afterEach(() => excel.dispose());

function readCell(address = 'B1'): Promise<unknown> {
  return excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange(address);
    range.load('values');
    await context.sync();
    return range.values[0]?.[0];
  });
}

test.each`
  refusal               | code
  ${'cellEditMode'}     | ${'InvalidOperationInCellEditMode'}
  ${'sessionTimedOut'}  | ${'InvalidOrTimedOutSession'}
  ${'dialogOpen'}       | ${'WriteNotSupportedWhenModalDialogOpen'}
  ${'activityLimit'}    | ${'ActivityLimitReached'}
  ${'requestTooLarge'}  | ${'RequestPayloadSizeLimitExceeded'}
  ${'responseTooLarge'} | ${'ResponsePayloadSizeLimitExceeded'}
  ${'noPermission'}     | ${'AccessDenied'}
`('$refusal: $code once, then all is well', async ({ refusal, code }) => {
  excel.host.faults.next({ kind: 'refuse', refusal });
  await expect(readCell()).rejects.toMatchObject({ code });
  expect(await readCell()).toBe(1);
});

test('a fault waits for its batch', async () => {
  excel.host.faults.at(2, { kind: 'refuse', refusal: 'activityLimit' });
  expect(await readCell()).toBe(1);
  expect(await readCell()).toBe(1);
  await expect(readCell()).rejects.toMatchObject({ code: 'ActivityLimitReached' });
});

test('the answer of a batch is lost: the cells are written, and the client receives a failure', async () => {
  excel.host.faults.next({ kind: 'loseAnswer', refusal: 'connectionLost' });
  const lost = excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('B1').values = [[7]];
    await context.sync();
  });
  await expect(lost).rejects.toMatchObject({ code: 'ConnectionFailure' });
  expect(await readCell()).toBe(7);
});

test('a batch fails at one of its actions; earlier ones are done', async () => {
  excel.host.faults.next({ kind: 'failAction', at: 6, code: 'GeneralException' });
  const refused = excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    for (const [index, address] of ['A1', 'B1', 'C1'].entries())
      sheet.getRange(address).untrack().values = [[index + 10]];
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: 'GeneralException' });
  expect(excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', { top: 0, left: 0, rows: 1, columns: 3 })).toEqual([
    [10, 1, null],
  ]);
});

test('while somebody types in a cell, batches are refused, or wait when they asked for it', async () => {
  excel.host.faults.startCellEdit();
  await expect(readCell()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  const waiting = excel.Excel.run({ delayForCellEdit: true }, async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('B1');
    range.load('values');
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
  let isAnswered = false;
  void waiting.then(() => (isAnswered = true));
  while (!excel.host.faults.isWaiting && !isAnswered) await new Promise((resolve) => setImmediate(resolve));
  expect(isAnswered).toBe(false);
  excel.host.faults.endCellEdit();
  expect(await waiting).toBe(1);
});

test.each`
  what                            | fault                                                        | outcome
  ${'a sheet renamed in between'} | ${{ kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2024' }} | ${'ItemNotFound'}
  ${'a sheet deleted in between'} | ${{ kind: 'deleteSheet', sheet: 'Suivi' }}                   | ${'ItemNotFound'}
  ${'a cell edited in between'}   | ${{ kind: 'edit', sheet: 'Suivi', address: 'B1', value: 9 }} | ${9}
  ${'rows inserted in between'}   | ${{ kind: 'insertRows', sheet: 'Suivi', top: 0, count: 1 }}  | ${''}
  ${'a host that takes its time'} | ${{ kind: 'slow', milliseconds: 20 }}                        | ${1}
`('$what: the next batch gives $outcome', async ({ fault, outcome }: { fault: Fault; outcome: unknown }) => {
  excel.host.faults.next(fault);
  const read = readCell();
  if (typeof outcome === 'string' && outcome !== '') await expect(read).rejects.toMatchObject({ code: outcome });
  else expect(await read).toBe(outcome);
});

test('a sheet known by its id survives its renaming', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.load('id');
    await context.sync();
    excel.host.faults.next({ kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2024' });
    sheet.load('name');
    await context.sync();
    expect(sheet.name).toBe('Suivi 2024');
  });
});

test('a sheet protected in between refuses the next writing', async () => {
  excel.host.faults.next({ kind: 'protectSheet', sheet: 'Suivi' });
  const refused = excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('A1').values = [[2]];
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: 'AccessDenied' });
});

test('an edit of a co-author is marked as remote', async () => {
  const sources: string[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void sources.push(event.source));
    await context.sync();
  });
  excel.host.faults.next({ kind: 'edit', sheet: 'Suivi', address: 'B1', value: 9, remote: true });
  await readCell();
  await excel.host.settled();
  expect(sources).toEqual(['Remote']);
});

test('faults drawn from a seed are the same each time', () => {
  const faults: Fault[] = [
    { kind: 'refuse', refusal: 'activityLimit' },
    { kind: 'slow', milliseconds: 1 },
    { kind: 'loseReferences' },
  ];
  const draws = [7, 7, 8].map((seed) => {
    const other = startHost(workbookOf([{ name: 'Suivi' }]));
    const drawn = other.host.faults.draw(seed, faults, 1000).map(({ batch }) => batch);
    other.dispose();
    return drawn;
  });
  expect(draws[0]).toEqual(draws[1]);
  expect(draws[0]).not.toEqual(draws[2]);
  expect(draws.flat().every((batch) => batch >= 0 && batch < 1000)).toBe(true);
});
