/** Where Excel refuses, or quietly does less than asked: limits of contents, null objects, hidden sheets, weak versions. */
import type { Weakness } from '../../../../workbench/host/rich-api/model';
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(
    workbookOf(
      [
        {
          name: 'Suivi',
          blocks: {
            A1: [
              ['Axe 2', 'AE'],
              ['PDE', 12],
            ],
            D1: [['note']],
          },
        },
        { name: 'Listes', more: { visibility: 'hidden' } },
      ],
      [{ name: 'T_Suivi', sheet: 'Suivi', area: 'A1:B2' }],
    ),
  );
});

afterEach(() => excel.dispose());

async function doing(act: (book: Excel.Workbook) => void): Promise<void> {
  await excel.run(async (context) => {
    act(context.workbook);
    await context.sync();
  });
}

const cell = (address: string): unknown => {
  const id = excel.grid.sheets()[0]?.id ?? '';
  return excel.grid.readFormulas(id, area(address))[0]?.[0] ?? excel.grid.readValues(id, area(address))[0]?.[0];
};

const write = (content: string) => (book: Excel.Workbook) => {
  book.worksheets.getItem('Suivi').getRange('F1').values = [[content]];
};
const text = (length: number): string => 'x'.repeat(length);

test.each`
  what                               | act                                                                                    | code
  ${'32,767 characters'}             | ${write(text(32_767))}                                                                 | ${null}
  ${'32,768 characters'}             | ${write(text(32_768))}                                                                 | ${'InvalidArgument'}
  ${'a literal of 255 characters'}   | ${write(`=LEN("${text(255)}")`)}                                                       | ${null}
  ${'a literal of 256 characters'}   | ${write(`=LEN("${text(256)}")`)}                                                       | ${'InvalidArgument'}
  ${'doubled quotes count once'}     | ${write(`=LEN("${text(253)}""""")`)}                                                   | ${null}
  ${'a formula of 8,193 characters'} | ${write(`=${'1+'.repeat(4096)}1`)}                                                     | ${'InvalidArgument'}
  ${'a sheet named History'}         | ${(book: Excel.Workbook) => book.worksheets.add('History')}                            | ${'InvalidArgument'}
  ${'a sheet named Historique'}      | ${(book: Excel.Workbook) => book.worksheets.add('historique')}                         | ${'InvalidArgument'}
  ${'a hidden sheet, activated'}     | ${(book: Excel.Workbook) => book.worksheets.getItem('Listes').activate()}              | ${'InvalidOperation'}
  ${'cells selected on it'}          | ${(book: Excel.Workbook) => book.worksheets.getItem('Listes').getRange().select()}     | ${'InvalidOperation'}
  ${'a method of a null object'}     | ${(book: Excel.Workbook) => book.worksheets.getItemOrNullObject('Bilan').delete()}     | ${null}
  ${'a property of a null object'}   | ${(book: Excel.Workbook) => (book.worksheets.getItemOrNullObject('Bilan').name = 'B')} | ${'ItemNotFound'}
`('$what: $code', async ({ act, code }: { act: (book: Excel.Workbook) => void; code: string | null }) => {
  if (code === null) await doing(act);
  else await expect(doing(act)).rejects.toMatchObject({ code });
});

test('one number format, in brackets, is for every cell; one value in brackets is not', async () => {
  await doing((book) => (book.worksheets.getItem('Suivi').getRange('A1:B2').numberFormat = [['0.00']]));
  const formats = excel.grid.readNumberFormats(excel.grid.sheets()[0]?.id ?? '', area('A1:B2'));
  expect(formats.flat()).toEqual(['0.00', '0.00', '0.00', '0.00']);
  await expect(
    doing((book) => (book.worksheets.getItem('Suivi').getRange('A1:B2').values = [[1]])),
  ).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('the last row of a table is emptied, not removed; the next row added takes its place', async () => {
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem('T_Suivi');
    table.rows.getItemAt(0).delete();
    const whole = table.getRange();
    whole.load('address');
    await context.sync();
    expect([whole.address, cell('A2'), cell('D1')]).toEqual(['Suivi!A1:B2', null, 'note']);
    table.rows.add(undefined, [
      ['SF', 1],
      ['SRE', 2],
    ]);
    const filled = table.getRange();
    filled.load('address');
    await context.sync();
    expect([filled.address, cell('A2'), cell('A3')]).toEqual(['Suivi!A1:B3', 'SF', 'SRE']);
  });
});

describe('weaknesses of some Excels, on demand', () => {
  const page = (book: Excel.Workbook) => (book.worksheets.getItem('Suivi').pageLayout.orientation = 'Landscape');
  const freeze = (sheet: string) => (book: Excel.Workbook) => book.worksheets.getItem(sheet).freezePanes.freezeRows(1);

  test.each`
    weakness                    | act                 | code
    ${'noPrinter'}              | ${page}             | ${'GeneralException'}
    ${'freezesActiveSheetOnly'} | ${freeze('Listes')} | ${'GeneralException'}
    ${'freezesActiveSheetOnly'} | ${freeze('Suivi')}  | ${null}
  `('$weakness: $code', async ({ weakness, act, code }: { weakness: Weakness; act: never; code: string | null }) => {
    excel.host.model.weaknesses.add(weakness);
    if (code === null) await doing(act);
    else await expect(doing(act)).rejects.toMatchObject({ code });
  });

  test('writesVisibleRows: several rows at once go into the visible ones, each with the first; one alone does not', async () => {
    excel.host.model.weaknesses.add('writesVisibleRows');
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Suivi');
      sheet.getRange('11:12').rowHidden = true;
      const three = sheet.getRange('H10:H13');
      three.values = [[1], [2], [3], [4]];
      three.load('values');
      await context.sync();
      expect(three.values).toEqual([[1], [''], [''], [1]]);
      const one = sheet.getRange('H11');
      one.values = [[5]];
      one.load('values');
      await context.sync();
      expect(one.values).toEqual([[5]]);
    });
  });

  test('ignoresFitToPages: nothing is refused, and the scale stays', async () => {
    excel.host.model.weaknesses.add('ignoresFitToPages');
    await excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem('Suivi');
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.load('zoom');
      await context.sync();
      expect(pageLayout.zoom).toEqual({ scale: 100 });
      pageLayout.zoom = { scale: 60 };
      pageLayout.load('zoom');
      await context.sync();
      expect(pageLayout.zoom).toEqual({ scale: 60 });
    });
  });

  test('reportsBlackBorders: the properties of a cell give black, its format the colour', async () => {
    excel.host.model.weaknesses.add('reportsBlackBorders');
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Suivi').getRange('A1');
      const border = range.format.borders.getItem('EdgeTop');
      border.color = '#C00000';
      border.load('color');
      const properties = range.getCellProperties({ format: { borders: { color: true } } });
      await context.sync();
      expect(properties.value[0]?.[0]?.format?.borders?.top?.color).toBe('#000000');
      expect(border.color).toBe('#C00000');
    });
  });
});
