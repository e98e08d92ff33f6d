/** The new areas of what people put on rows of a document that take another place. */
import { areaAddress, parseArea } from '../../src/workbook/cells';
import { areasFollowing, type FollowedRows } from '../../src/workbook/followed-rows';

/** The document is A1:D20; its rows move from the tenth one on, all named from 1. */
function followed(change: (row: number) => number | null, end: number): FollowedRows {
  const rows = Array.from({ length: 11 }, (_, index) => {
    const to = change(index + 10);
    return { from: index + 9, to: to === null ? null : to - 1 };
  });
  return { left: 0, columns: 4, rows, end };
}

const TWO_MORE = followed((row) => (row < 12 ? row : row + 2), 22);
const WITHOUT_12 = followed((row) => (row < 12 ? row : row === 12 ? null : row - 1), 19);
const SWAPPED = followed((row) => (row === 11 ? 13 : row === 13 ? 11 : row), 20);

test.each<[string, FollowedRows, string, readonly string[] | null]>([
  ['a cell of a row that moves', TWO_MORE, 'B15', ['B17']],
  ['a cell above', TWO_MORE, 'B3', ['B3']],
  ['a cell beside', TWO_MORE, 'F15', ['F15']],
  ['a cell under the document', TWO_MORE, 'B40', ['B40']],
  ['rows between which others come', TWO_MORE, 'B11:B13', ['B11:B15']],
  ['rows from above the first that moves', TWO_MORE, 'B8:B15', ['B8:B17']],
  ['rows to the end of the document', TWO_MORE, 'B15:B20', ['B17:B22']],
  ['all the rows that move: it still holds them all', TWO_MORE, 'B10:B20', ['B10:B22']],
  ['the whole document and more', TWO_MORE, 'A1:D400', ['A1:D400']],
  ['partly beside the document', TWO_MORE, 'C15:F15', null],
  ['partly beside it, on rows that stay', TWO_MORE, 'C3:F3', ['C3:F3']],
  ['a row that goes', WITHOUT_12, 'B12', null],
  ['rows of which one goes', WITHOUT_12, 'B11:B13', ['B11:B12']],
  ['the first of the rows goes', WITHOUT_12, 'B12:B14', ['B12:B13']],
  ['rows of which one goes elsewhere: in pieces', SWAPPED, 'B10:B11', ['B10', 'B13']],
])('%s', (_, rows, area, expected) => {
  expect(areasFollowing(parseArea(area)!, rows)?.map(areaAddress) ?? null).toEqual(expected);
});
