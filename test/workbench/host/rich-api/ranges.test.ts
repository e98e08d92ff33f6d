/** Ranges through the real client: derived ranges, geometry, rows and columns, merging, clearing. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;
let sheetId: string;

beforeEach(() => {
  excel = startHost(
    workbookOf([
      {
        name: 'Suivi',
        blocks: {
          B2: [
            ['a', 1, null],
            ['b', 2, null],
          ],
          B6: [['isolé']],
        },
        more: { hiddenRows: [6], hiddenColumns: [8] },
      },
    ]),
  );
  sheetId = excel.grid.sheets()[0]?.id ?? '';
});

afterEach(() => excel.dispose());

type Lead = (range: Excel.Range) => Excel.Range;

test.each`
  from       | lead                                                           | to
  ${'B2:D4'} | ${(range: Excel.Range) => range.getCell(1, 2)}                 | ${'D3'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getCell(5, 0)}                 | ${'B7'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getRow(1)}                     | ${'B3:D3'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getColumn(2)}                  | ${'D2:D4'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getLastRow()}                  | ${'B4:D4'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getLastColumn()}               | ${'D2:D4'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getLastCell()}                 | ${'D4'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getEntireRow()}                | ${'2:4'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getEntireColumn()}             | ${'B:D'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getOffsetRange(2, -1)}         | ${'A4:C6'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getResizedRange(-2, 1)}        | ${'B2:E2'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getAbsoluteResizedRange(1, 5)} | ${'B2:F2'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getRowsBelow(2)}               | ${'B5:D6'}
  ${'B4:D4'} | ${(range: Excel.Range) => range.getRowsAbove(2)}               | ${'B2:D3'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getColumnsAfter()}             | ${'E2:E4'}
  ${'C2:D4'} | ${(range: Excel.Range) => range.getColumnsBefore(1)}           | ${'B2:B4'}
  ${'B2'}    | ${(range: Excel.Range) => range.getBoundingRect('D9')}         | ${'B2:D9'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getIntersection('C3:Z99')}     | ${'C3:D4'}
  ${'B2:D4'} | ${(range: Excel.Range) => range.getUsedRange(true)}            | ${'B2:C3'}
  ${'2:3'}   | ${(range: Excel.Range) => range.getUsedRange(true)}            | ${'B2:C3'}
  ${'B2'}    | ${(range: Excel.Range) => range.getSurroundingRegion()}        | ${'B2:C3'}
  ${'$B$2'}  | ${(range: Excel.Range) => range}                               | ${'B2'}
  ${'D4:B2'} | ${(range: Excel.Range) => range}                               | ${'B2:D4'}
`('from $from to $to', async ({ from, lead, to }: { from: string; lead: Lead; to: string }) => {
  await excel.run(async (context) => {
    const range = lead(context.workbook.worksheets.getItem('Suivi').getRange(from));
    range.load('address,addressLocal');
    await context.sync();
    expect(range.address).toBe(`Suivi!${to}`);
    expect(range.addressLocal).toBe(`Suivi!${to}`);
  });
});

test('an empty intersection is a null object, or an error', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('B2:D4');
    const [none, unused] = [
      range.getIntersectionOrNullObject('F9'),
      range.getOffsetRange(50, 0).getUsedRangeOrNullObject(),
    ];
    await context.sync();
    expect([none.isNullObject, unused.isNullObject]).toEqual([true, true]);
    range.getIntersection('F9').load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
});

test.each`
  from       | rowIndex | columnIndex | rowCount     | columnCount | cellCount    | isEntireRow | isEntireColumn
  ${'B2:D4'} | ${1}     | ${1}        | ${3}         | ${3}        | ${9}         | ${false}    | ${false}
  ${'C:D'}   | ${0}     | ${2}        | ${1_048_576} | ${2}        | ${2_097_152} | ${false}    | ${true}
  ${'3:3'}   | ${2}     | ${0}        | ${1}         | ${16_384}   | ${16_384}    | ${true}     | ${false}
`('the geometry of $from', async ({ from, ...geometry }: { from: string }) => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange(from);
    range.load('rowIndex,columnIndex,rowCount,columnCount,cellCount,isEntireRow,isEntireColumn');
    await context.sync();
    expect(range.toJSON()).toMatchObject(geometry);
  });
});

test('a range gives its sheet, loaded by a path', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('B2');
    range.load('worksheet/name,format/fill/color');
    await context.sync();
    expect([range.worksheet.name, range.format.fill.color]).toEqual(['Suivi', '#FFFFFF']);
  });
});

test.each`
  from       | rowHidden | columnHidden | hidden
  ${'B2:C3'} | ${false}  | ${false}     | ${false}
  ${'B7'}    | ${true}   | ${false}     | ${true}
  ${'B6:B7'} | ${null}   | ${false}     | ${null}
  ${'H2:I2'} | ${false}  | ${null}      | ${null}
`('hidden rows and columns of $from', async ({ from, ...expected }: { from: string }) => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange(from);
    range.load('rowHidden,columnHidden,hidden');
    await context.sync();
    expect(range.toJSON()).toMatchObject(expected);
  });
});

test('rows and columns are hidden and shown', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange('2:3').rowHidden = true;
    sheet.getRange('7:7').rowHidden = false;
    sheet.getRange('A:A').columnHidden = true;
    const properties = [
      sheet.getRange('A1:A7').getRowProperties({ rowHidden: true, rowIndex: true }),
      sheet.getRange('A1:B1').getColumnProperties({ columnHidden: true, columnIndex: true }),
    ];
    await context.sync();
    expect(properties[0]?.value).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((rowIndex) => ({ rowIndex, rowHidden: rowIndex === 1 || rowIndex === 2 })),
    );
    expect(properties[1]?.value).toEqual(
      [0, 1].map((columnIndex) => ({ columnIndex, columnHidden: columnIndex === 0 })),
    );
  });
});

test('whole rows and columns are inserted and deleted', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange('2:3').insert('Down');
    sheet.getRange('A:A').insert('Right');
    sheet.getRange('1:1').delete('Up');
    sheet.getRange('A:A').delete('Left');
    const used = sheet.getUsedRange(true);
    used.load('address');
    await context.sync();
    expect(used.address).toBe('Suivi!B3:C7');
    sheet.getRange('A1').insert('Down');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
  });
});

test('cells are merged, found merged, and unmerged', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange('E2:F3').merge(true);
    const merged = sheet.getRange('A1:Z9').getMergedAreasOrNullObject();
    merged.load('address,areaCount,cellCount,worksheet/name');
    await context.sync();
    expect([merged.address, merged.areaCount, merged.cellCount, merged.worksheet.name]).toEqual([
      'Suivi!E2:F2,Suivi!E3:F3',
      2,
      4,
      'Suivi',
    ]);
    sheet.getRange('E2:F3').unmerge();
    const none = sheet.getRange('A1:Z9').getMergedAreasOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test.each`
  applyTo       | values        | fill
  ${'Contents'} | ${[['', '']]} | ${'#FF0000'}
  ${'Formats'}  | ${[['a', 1]]} | ${'#FFFFFF'}
  ${undefined}  | ${[['', '']]} | ${'#FFFFFF'}
`(
  'clear($applyTo)',
  async ({ applyTo, values, fill }: { applyTo: Excel.ClearApplyTo; values: unknown; fill: string }) => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Suivi').getRange('B2:C2');
      range.format.fill.color = '#FF0000';
      range.clear(applyTo);
      range.load('values,format/fill/color');
      await context.sync();
      expect([range.values, range.format.fill.color]).toEqual([values, fill]);
    });
  },
);

test('a range is selected, and its sheet activated', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.add('Autre').activate();
    context.workbook.worksheets.getItem('Suivi').getRange('B2:C3').select();
    const [selected, cell] = [context.workbook.getSelectedRange(), context.workbook.getActiveCell()];
    [selected, cell].forEach((range) => range.load('address'));
    await context.sync();
    expect([selected.address, cell.address]).toEqual(['Suivi!B2:C3', 'Suivi!B2']);
    expect(excel.grid.selection()).toEqual({ sheetId, areas: [area('B2:C3')] });
  });
});

test('a range reads its cells after a calculation of its own', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('D2');
    range.formulas = [['=C2+C3']];
    range.calculate();
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[3]]);
  });
});

test('moveTo is cut and paste: a whole table with its name, and the references to it, follow', async () => {
  const moving = startHost(
    workbookOf(
      [
        {
          name: 'Suivi',
          blocks: {
            B2: [
              ['Axe 2', 'Montant'],
              ['PDE', 12],
              ['SF', 5],
            ],
          },
        },
        { name: 'Autre', blocks: { A1: [['x']] } },
      ],
      [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B2:C4' }],
      [{ name: 'ENV_Place', refersTo: '=Suivi!$B$2:$C$4' }],
    ),
  );
  try {
    await moving.run(async (context) => {
      const [suivi, autre] = ['Suivi', 'Autre'].map((name) => context.workbook.worksheets.getItem(name));
      if (!suivi || !autre) throw new Error('no sheet');
      suivi.getRange('F1:G1').formulas = [['=SUM(C3:C4)', '=SUM(T_Suivi[Montant])']];
      autre.getRange('B1').formulas = [['=Suivi!$C$3&"Suivi!C3"']];
      suivi.getRange('B2:C4').moveTo(autre.getRange('D6'));
      const [left, moved, formulas, far] = [
        suivi.getRange('B2:C4'),
        autre.getRange('D6:E8'),
        suivi.getRange('F1:G1'),
        autre.getRange('B1'),
      ];
      for (const range of [left, moved, formulas, far]) range.load('values,formulas');
      const table = context.workbook.tables.getItem('T_Suivi');
      const area = table.getRange();
      area.load('address');
      const name = context.workbook.names.getItem('ENV_Place');
      name.load('formula');
      await context.sync();
      expect(left.values.flat()).toEqual(['', '', '', '', '', '']);
      expect(moved.values).toEqual([
        ['Axe 2', 'Montant'],
        ['PDE', 12],
        ['SF', 5],
      ]);
      expect(area.address).toBe('Autre!D6:E8');
      expect(formulas.formulas).toEqual([['=SUM(Autre!E7:E8)', '=SUM(T_Suivi[Montant])']]);
      expect(far.formulas).toEqual([['=Autre!$E$7&"Suivi!C3"']]);
      expect(name.formula).toBe('=Autre!$D$6:$E$8');
    });
    await expect(
      moving.run(async (context) => {
        context.workbook.worksheets.getItem('Autre').getRange('D6:E7').moveTo('A20');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidOperation' });
  } finally {
    moving.dispose();
  }
});
