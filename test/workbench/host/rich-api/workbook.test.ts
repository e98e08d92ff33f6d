/**
 * The workbook and its surroundings, through the real client: settings, properties, calculation, language, references.
 */
import { requestOf } from '../../../../workbench/host/host';
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(workbookOf([{ name: 'Suivi', blocks: { A1: [[1, 2]] } }]));
});

afterEach(() => excel.dispose());

test('its name and its state', async () => {
  await excel.run(async (context) => {
    context.workbook.load('name,readOnly,isDirty');
    const isShared = context.workbook.getIsActiveCollabSession();
    await context.sync();
    expect([context.workbook.name, context.workbook.readOnly, context.workbook.isDirty, isShared.value]).toEqual([
      'Suivi 2023.xlsx',
      false,
      true,
      false,
    ]);
  });
});

test('its structure is protected and unprotected', async () => {
  await excel.run(async (context) => {
    const { protection } = context.workbook;
    protection.protect();
    protection.load('protected');
    await context.sync();
    expect(protection.protected).toBe(true);
    protection.unprotect();
    protection.load('protected');
    await context.sync();
    expect(protection.protected).toBe(false);
  });
});

test('settings are added, read, changed, counted, deleted', async () => {
  await excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('version', 3);
    settings.add('mapping', { table: 'T_Suivi' });
    settings.load('items/key,items/value');
    const count = settings.getCount();
    await context.sync();
    expect([settings.items.map(({ key, value }) => [key, value]), count.value]).toEqual([
      [
        ['version', 3],
        ['mapping', { table: 'T_Suivi' }],
      ],
      2,
    ]);
    settings.getItem('version').value = 4;
    const [version, absent] = [settings.getItemOrNullObject('version'), settings.getItemOrNullObject('absent')];
    version.load('value');
    await context.sync();
    expect([version.value, absent.isNullObject]).toEqual([4, true]);
    version.delete();
    settings.getItem('version').load('value');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
});

test('custom document properties', async () => {
  await excel.run(async (context) => {
    const { custom } = context.workbook.properties;
    custom.add('Convention', 'dgefp-dge-2023');
    custom.add('Version', 3);
    custom.load('items/key,items/value,items/type');
    const count = custom.getCount();
    await context.sync();
    expect([custom.items.map(({ key, value, type }) => [key, value, type]), count.value]).toEqual([
      [
        ['Convention', 'dgefp-dge-2023', 'String'],
        ['Version', 3, 'Number'],
      ],
      2,
    ]);
    custom.getItem('Version').delete();
    const gone = custom.getItemOrNullObject('Version');
    custom.deleteAll();
    const none = custom.getCount();
    await context.sync();
    expect([gone.isNullObject, none.value]).toEqual([true, 0]);
  });
});

test('a new workbook is opened from a file in base 64, by the client of the desktop and by that of the web; anything else is refused', async () => {
  const opened: string[] = [];
  const other = startHost(workbookOf([{ name: 'Suivi' }]), { onNewWorkbook: (base64) => opened.push(base64) });
  await other.Excel.createWorkbook('UEsDBAoAAA==');
  // The request of the web client: a root of its own, on the path of the workbook.
  const Actions = [
    {
      Id: 2,
      ActionType: 3,
      Name: 'CreateAndOpenWorkbook',
      ObjectPathId: 1,
      ArgumentInfo: { Arguments: ['UEsDBBQAAA=='] },
    },
  ];
  const body = { Actions, ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } }, AutoKeepReference: true };
  await other.host.process(requestOf(JSON.stringify(body)), 0, () => undefined); // createAndOpenWorkbook
  expect(opened).toEqual(['UEsDBAoAAA==', 'UEsDBBQAAA==']);
  await expect(other.Excel.createWorkbook('not a file')).rejects.toMatchObject({ code: 'InvalidArgument' });
  await expect(excel.Excel.createWorkbook('UEsDBAoAAA==')).rejects.toMatchObject({ code: 'NotImplemented' });
  other.dispose();
});

test('calculation settings', async () => {
  await excel.run(async (context) => {
    const { application } = context.workbook;
    application.calculationMode = 'Manual';
    application.calculate('Full');
    application.suspendScreenUpdatingUntilNextSync();
    application.load('calculationMode,calculationState,useSystemSeparators');
    await context.sync();
    expect([application.calculationMode, application.calculationState, application.useSystemSeparators]).toEqual([
      'Manual',
      'Done',
      true,
    ]);
  });
});

test.each`
  locale     | decimal | group       | shortDate
  ${'fr-FR'} | ${','}  | ${'\u202f'} | ${'dd/MM/yyyy'}
  ${'en-US'} | ${'.'}  | ${','}      | ${'M/d/yyyy'}
`('the language of its user: $locale', async ({ locale, decimal, group, shortDate }) => {
  const other = startHost(workbookOf([{ name: 'Suivi' }]), { locale });
  await other.run(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator,thousandsSeparator');
    const { cultureInfo } = application;
    cultureInfo.load('name');
    cultureInfo.numberFormat.load('numberDecimalSeparator,numberGroupSeparator');
    cultureInfo.datetimeFormat.load('dateSeparator,shortDatePattern,longDatePattern,timeSeparator,longTimePattern');
    await context.sync();
    expect([application.decimalSeparator, application.thousandsSeparator, cultureInfo.name]).toEqual([
      decimal,
      group,
      locale,
    ]);
    expect([cultureInfo.numberFormat.numberDecimalSeparator, cultureInfo.numberFormat.numberGroupSeparator]).toEqual([
      decimal,
      group,
    ]);
    expect([cultureInfo.datetimeFormat.shortDatePattern, cultureInfo.datetimeFormat.dateSeparator]).toEqual([
      shortDate,
      '/',
    ]);
    expect([cultureInfo.datetimeFormat.timeSeparator, cultureInfo.datetimeFormat.longTimePattern]).toEqual([
      ':',
      'HH:mm:ss',
    ]);
    expect(cultureInfo.datetimeFormat.longDatePattern).toContain('MMMM');
  });
  other.dispose();
});

test.each`
  uses1904Dates | serial
  ${false}      | ${1462}
  ${true}       | ${0}
`('1 January 1904 is day $serial when uses1904Dates is $uses1904Dates', async ({ uses1904Dates, serial }) => {
  const other = startHost({ ...workbookOf([{ name: 'Suivi' }]), uses1904Dates });
  await other.run(async (context) => {
    const day = context.workbook.functions.date(1904, 1, 1);
    day.load('value,error');
    await context.sync();
    expect([day.value, day.error]).toEqual([serial, null]);
  });
  other.dispose();
});

test('ranges kept between batches stay the same, and are released', async () => {
  const context = new excel.Excel.RequestContext();
  const range = context.workbook.worksheets.getItem('Suivi').getRange('A1:B1');
  context.trackedObjects.add(range);
  range.load('values');
  await context.sync();
  expect(excel.host.model.keptCount).toBe(1);
  range.values = [[3, 4]];
  range.load('values');
  await context.sync();
  expect(range.values).toEqual([[3, 4]]);
  context.trackedObjects.remove(range);
  await context.sync();
  expect(excel.host.model.keptCount).toBe(0);
});

test('a lost answer keeps nothing: the client does not know the references', async () => {
  excel.host.faults.next({ kind: 'loseAnswer', refusal: 'sessionTimedOut' });
  const context = new excel.Excel.RequestContext();
  context.trackedObjects.add(context.workbook.worksheets.getItem('Suivi').getRange('A1:B1'));
  await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOrTimedOutSession' });
  expect(excel.host.model.keptCount).toBe(0);
});

test('a client that ends while a request of it is carried out keeps nothing, and listens to nothing', async () => {
  const context = new excel.Excel.RequestContext();
  context.trackedObjects.add(context.workbook.worksheets.getItem('Suivi').getRange('A1:B1'));
  context.workbook.worksheets.onChanged.add(async () => undefined);
  excel.host.faults.next({ kind: 'act', act: () => excel.host.forgetClient() });
  await context.sync();
  await excel.host.settled();
  expect([excel.host.model.keptCount, excel.host.handlers]).toEqual([0, 0]);
});

test('after Excel.run no reference is kept', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('A1').load('values');
    await context.sync();
  });
  await excel.host.settled();
  expect(excel.host.model.keptCount).toBe(0);
});

test('a lost reference is InvalidReference', async () => {
  const context = new excel.Excel.RequestContext();
  const range = context.workbook.worksheets.getItem('Suivi').getRange('A1');
  context.trackedObjects.add(range);
  await context.sync();
  excel.host.faults.next({ kind: 'loseReferences' });
  range.load('values');
  await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
});
