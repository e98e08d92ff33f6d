/** Contents of cells through the real client: how Excel converts what is written, and returns it. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(
    workbookOf([
      {
        name: 'Suivi',
        blocks: {
          A1: [
            [
              { value: 1234.5, numberFormat: '#,##0.00\\ "€"' },
              { value: 44_941, numberFormat: 'dd/mm/yyyy' },
              'texte',
              true,
              null,
              { error: '#N/A' },
            ],
          ],
        },
      },
    ]),
  );
});

afterEach(() => excel.dispose());

test('a row of each kind of value', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1:F1');
    range.load('values,valueTypes,numberFormat,text,formulas,formulasLocal');
    await context.sync();
    expect(range.values).toEqual([[1234.5, 44_941, 'texte', true, '', '#N/A']]);
    expect(range.valueTypes).toEqual([['Double', 'Double', 'String', 'Boolean', 'Empty', 'Error']]);
    expect(range.numberFormat).toEqual([['#,##0.00\\ "€"', 'dd/mm/yyyy', 'General', 'General', 'General', 'General']]);
    expect(range.text[0]?.map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      '1 234,50 €',
      '15/01/2023',
      'texte',
      'VRAI',
      '',
      '#N/A',
    ]);
    expect(range.formulas).toEqual([[1234.5, 44_941, 'texte', true, '', '#N/A']]);
    expect(range.formulasLocal).toEqual([['1234,5', '44941', 'texte', 'VRAI', '', '#N/A']]);
  });
});

test.each`
  written            | format       | value             | formula           | after
  ${'abc'}           | ${'General'} | ${'abc'}          | ${'abc'}          | ${'General'}
  ${12.5}            | ${'General'} | ${12.5}           | ${12.5}           | ${'General'}
  ${true}            | ${'General'} | ${true}           | ${true}           | ${'General'}
  ${''}              | ${'General'} | ${''}             | ${''}             | ${'General'}
  ${'12,5'}          | ${'General'} | ${12.5}           | ${12.5}           | ${'General'}
  ${'010300000104'}  | ${'General'} | ${10_300_000_104} | ${10_300_000_104} | ${'General'}
  ${'15/01/2023'}    | ${'General'} | ${44_941}         | ${44_941}         | ${'dd/mm/yyyy'}
  ${'VRAI'}          | ${'General'} | ${true}           | ${true}           | ${'General'}
  ${'#N/A'}          | ${'General'} | ${'#N/A'}         | ${'#N/A'}         | ${'General'}
  ${"'010300000104"} | ${'General'} | ${'010300000104'} | ${'010300000104'} | ${'General'}
  ${"'=1+1"}         | ${'General'} | ${'=1+1'}         | ${'=1+1'}         | ${'General'}
  ${'=1+1'}          | ${'General'} | ${2}              | ${'=1+1'}         | ${'General'}
  ${'=SUM(1,2)'}     | ${'General'} | ${3}              | ${'=SUM(1,2)'}    | ${'General'}
  ${'+1+1'}          | ${'General'} | ${2}              | ${'=+1+1'}        | ${'General'}
  ${'-5'}            | ${'General'} | ${-5}             | ${-5}             | ${'General'}
  ${'='}             | ${'General'} | ${'='}            | ${'='}            | ${'General'}
  ${'010300000104'}  | ${'@'}       | ${'010300000104'} | ${'010300000104'} | ${'@'}
  ${'=1+1'}          | ${'@'}       | ${'=1+1'}         | ${'=1+1'}         | ${'@'}
  ${12.5}            | ${'@'}       | ${'12,5'}         | ${'12,5'}         | ${'@'}
`('writing $written into a cell of format $format', async ({ written, format, value, formula, after }) => {
  for (const member of ['values', 'formulas'] as const) {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Suivi').getRange('H9');
      range.numberFormat = [[format]];
      range[member] = [[written]];
      range.load('values,formulas,numberFormat');
      await context.sync();
      expect([range.values, range.formulas, range.numberFormat]).toEqual([[[value]], [[formula]], [[after]]]);
    });
  }
});

test('null leaves a cell unchanged, in contents and in number formats', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1:C1');
    range.values = [[null, null, 'autre']];
    range.numberFormat = [['0', null, null]];
    range.load('values,numberFormat');
    await context.sync();
    expect(range.values).toEqual([[1234.5, 44_941, 'autre']]);
    expect(range.numberFormat).toEqual([['0', 'dd/mm/yyyy', 'General']]);
  });
});

test('a single value or format applies to all the cells', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A3:B4');
    Object.assign(range, { values: 7, numberFormat: '0.00' });
    range.load('values,numberFormat');
    await context.sync();
    expect(range.values).toEqual([
      [7, 7],
      [7, 7],
    ]);
    expect(range.numberFormat).toEqual([
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ]);
  });
});

test('a formula as the user sees it', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A5');
    range.formulas = [['=IF(SUMIFS(A1:A1,C1:C1,"a,b")>1.5,TRUE,0)']];
    range.load('formulasLocal');
    await context.sync();
    expect(range.formulasLocal).toEqual([['=SI(SOMME.SI.ENS(A1:A1;C1:C1;"a,b")>1,5;VRAI;0)']]);
  });
});

test('more than 1,500 cells arrive in several parts, complete', async () => {
  const rows = Array.from({ length: 4000 }, (_, row) => [row, `ligne ${row}`]);
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Grand');
    sheet.getRange('A1:B4000').values = rows;
    const used = sheet.getUsedRange(true);
    used.load('values');
    await context.sync();
    expect(used.values).toEqual(rows);
  });
});

test('cells of whole columns read as null', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A:A');
    range.load('values,text,formulas,numberFormat');
    await context.sync();
    expect([range.values, range.text, range.formulas, range.numberFormat]).toEqual([null, null, null, null]);
  });
});

test('with calculation suspended, the batch reads the old value; the next one reads the result', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A6');
    context.application.suspendApiCalculationUntilNextSync();
    range.formulas = [['=A1*2']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['']]);
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[2469]]);
  });
});

describe('refusals', () => {
  test.each`
    what                          | write                                                                    | code
    ${'too few rows'}             | ${(range: Excel.Range) => (range.values = [[1, 2]])}                     | ${'InvalidArgument'}
    ${'too many columns'}         | ${(range: Excel.Range) => (range.formulas = [[1, 2, 3], [4, 5, 6]])}     | ${'InvalidArgument'}
    ${'a bracket left open'}      | ${(range: Excel.Range) => (range.formulas = [['=SUM(1', 0], [0, 0]])}    | ${'InvalidArgument'}
    ${'a local separator'}        | ${(range: Excel.Range) => (range.formulas = [['=SUM(1;2)', 0], [0, 0]])} | ${'InvalidArgument'}
    ${'formats of another shape'} | ${(range: Excel.Range) => (range.numberFormat = [['0', '0']])}           | ${'InvalidArgument'}
  `('$what: $code', async ({ write, code }: { write: (range: Excel.Range) => void; code: string }) => {
    const refused = excel.run(async (context) => {
      write(context.workbook.worksheets.getItem('Suivi').getRange('A3:B4'));
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code });
  });

  test.each`
    act
    ${(range: Excel.Range) => (range.values = [[1]])}
    ${(range: Excel.Range) => (range.numberFormat = [['0']])}
    ${(range: Excel.Range) => range.clear()}
    ${(range: Excel.Range) => (range.format.fill.color = '#FF0000')}
    ${(range: Excel.Range) => range.setCellProperties([[{ format: { font: { bold: true } } }]])}
    ${(range: Excel.Range) => range.merge()}
    ${(range: Excel.Range) => (range.rowHidden = true)}
    ${(range: Excel.Range) => range.conditionalFormats.add('Custom')}
    ${(range: Excel.Range) => range.worksheet.tables.add(range, true)}
  `('on a protected sheet: AccessDenied ($act)', async ({ act }: { act: (range: Excel.Range) => void }) => {
    excel.grid.changeSheet(excel.grid.sheets()[0]?.id ?? '', { isProtected: true });
    const refused = excel.run(async (context) => {
      act(context.workbook.worksheets.getItem('Suivi').getRange('A3'));
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});
