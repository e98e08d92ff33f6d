/** Rows without a stated height are tall enough to be read. */
import { measureByCharacter, rowHeights } from '../../../workbench/page/row-heights';

/** Every letter is 7 pixels wide. */
const measure = (text: string): number => text.length * 7;

const sheet = (value: string, style: object = {}, width = 100) => ({
  cells: [{ row: 2, column: 0, value, style }],
  columnWidths: new Map([[0, width]]),
  rowHeights: new Map<number, number>(),
  merges: [],
});

test.each`
  what                                   | contents                                                            | height
  ${'one line of the usual size'}        | ${sheet('Suivi')}                                                   | ${undefined}
  ${'larger letters'}                    | ${sheet('Suivi', { size: 16 })}                                     | ${28}
  ${'a long text that does not wrap'}    | ${sheet('Montant délégué par le délégant en 2023')}                 | ${undefined}
  ${'a long text that wraps on 4 lines'} | ${sheet('Montant délégué par le délégant en 2023', { wrap: true })} | ${76}
  ${'a line break in a wrapped cell'}    | ${sheet('AE\nCP', { wrap: true })}                                  | ${38}
  ${'a word longer than the column'}     | ${sheet('x'.repeat(27), { wrap: true })}                            | ${57}
`('$what: $height', ({ contents, height }: { contents: ReturnType<typeof sheet>; height: number | undefined }) => {
  expect(rowHeights(contents, measure).get(2)).toBe(height);
});

test('a stated height is kept, and a merged cell does not change its row', () => {
  const long = sheet('Montant délégué par le délégant en 2023', { wrap: true });
  expect(rowHeights({ ...long, rowHeights: new Map([[2, 33]]) }, measure).get(2)).toBe(33);
  expect(rowHeights({ ...long, merges: [{ top: 2, left: 0, rows: 1, columns: 3 }] }, measure).get(2)).toBeUndefined();
});

test('a text is as wide as its characters, each measured once in each font', () => {
  const asked: string[] = [];
  const measure = measureByCharacter((character, font) => {
    asked.push(`${character} ${font}`);
    return character === 'm' ? 9 : 4;
  });
  expect(measure('immi', {})).toBe(26);
  expect(measure('mi', { bold: true, size: 14, font: 'Calibri' })).toBe(13);
  expect(measure('im', {})).toBe(13);
  expect(asked).toEqual(['i 11pt Arial', 'm 11pt Arial', 'm bold 14pt Calibri', 'i bold 14pt Calibri']);
});
