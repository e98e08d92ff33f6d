/**
 * A workbook for the gestures of Microsoft's own Office.js snippets, in our words, in the areas that the add-in uses,
 * and how they are run.
 */
import type { GridWorkbook } from '../../../workbench/host/grid';
import { startHost, type StartedHost } from './office-js';
import { workbookOf } from './grid-workbook';

const WORKBOOK: GridWorkbook = workbookOf(
  [
    {
      name: 'Ventes',
      blocks: {
        A1: [
          ['Équipe', 'T1', 'T2'],
          ['Nord', 500, 700],
          ['Sud', 400, 323],
          ['Est', 1200, 876],
        ],
      },
    },
    { name: 'Vide' },
  ],
  [{ name: 'T_Ventes', sheet: 'Ventes', area: 'A1:C4' }],
);

/** Starts an Excel in English on that workbook. */
export function startOnSales(): StartedHost {
  return startHost(WORKBOOK, { locale: 'en-US' });
}

/** A snippet: what it does, and what it returns. */
export type Snippet = readonly [
  string,
  (book: Excel.Workbook, context: Excel.RequestContext) => Promise<unknown>,
  unknown,
];
type Act = Snippet[1];

export const ventes = (book: Excel.Workbook): Excel.Worksheet => book.worksheets.getItem('Ventes');
export const vide = (book: Excel.Workbook): Excel.Worksheet => book.worksheets.getItem('Vide');

/** The address of a range of the sheet « Vide » that is made from others. */
export const addressOf =
  (make: (sheet: Excel.Worksheet) => Excel.Range): Act =>
  async (book, context) => {
    const range = make(vide(book));
    range.load('address');
    await context.sync();
    return range.address;
  };

/** The values of a range once something was done to the sheet « Vide ». */
export const valuesAfter =
  (act: (sheet: Excel.Worksheet) => void, address: string): Act =>
  async (book, context) => {
    act(vide(book));
    await context.sync();
    const range = vide(book).getRange(address);
    range.load('values');
    await context.sync();
    return range.values;
  };

/** Each snippet on a workbook of its own. */
export function testSnippets(snippets: readonly Snippet[]): void {
  test.each(snippets)('%s', async (_, act, expected) => {
    const excel = startOnSales();
    try {
      expect(await excel.run((context) => act(context.workbook, context))).toEqual(expected);
    } finally {
      excel.dispose();
    }
  });
}
