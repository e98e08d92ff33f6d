/** Text with separators: RFC 4180 exactly, repaired otherwise, and every repair counted. */
import fc from 'fast-check';
import { readCsv } from '../../src/chorus/extract-csv';
import { decode } from '../../src/chorus/decode';
import { RepairLog } from '../../src/chorus/extract-rows';

function read(text: string): { readonly rows: readonly (readonly unknown[])[]; readonly repairs: readonly string[] } {
  const repairs = new RepairLog();
  const grid = readCsv(text, 'extrait.csv', repairs);
  if (!grid.ok) throw new Error(grid.failure.code);
  return {
    rows: grid.value.map(({ cells }) => cells),
    repairs: repairs.list().map(({ kind, line, count }) => `${kind} ${line} ×${count}`),
  };
}

const SEPARATOR = fc.constantFrom(';', ',', '\t', '|');
const LETTERS = fc.constantFrom(
  'a',
  'é',
  '1',
  ' ',
  '"',
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r\n',
  '€',
  '\u00a0',
  "'",
  '0',
  '-',
);
const FIELD = fc.array(LETTERS, { maxLength: 8 }).map((letters) => letters.join(''));

/** A table of at least two columns, as tables of people are. */
const TABLE = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(FIELD, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

/** RFC 4180, by a writer that quotes whatever could be taken for a separator of anyone. */
function written(table: readonly (readonly string[])[], separator: string, end: string): string {
  const quoted = (field: string): string => (/["\r\n;,|\t]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return table.map((row) => row.map(quoted).join(separator)).join(end);
}

test('a text that follows RFC 4180 is read exactly, whatever the separator and the line ends, without a repair', () => {
  fc.assert(
    fc.property(TABLE, SEPARATOR, fc.constantFrom('\n', '\r\n'), fc.boolean(), (table, separator, end, ended) => {
      const { rows, repairs } = read(written(table, separator, end) + (ended ? end : ''));
      expect(rows).toEqual(table);
      expect(repairs).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('any text at all is read or refused, and never loses its lines', () => {
  fc.assert(
    fc.property(fc.array(LETTERS, { maxLength: 80 }), (letters) => {
      const text = letters.join('');
      const { rows } = read(text);
      expect(rows.length).toBeLessThanOrEqual(text.split('\n').length);
    }),
    { numRuns: 500 },
  );
});

test.each`
  what                                                     | line                                  | cells
  ${'the AIFE rule: only ";" between quotes parts fields'} | ${'"10";"SARL ";P LUMIERE"";"2"'}     | ${['10', 'SARL ";P LUMIERE"', '2']}
  ${'a separator and quotes inside'}                       | ${'"10";"ATELIER; DE "LA GARE"";"2"'} | ${['10', 'ATELIER; DE "LA GARE"', '2']}
  ${'a quoted word first'}                                 | ${'"10";""ALPHA" SARL";"2"'}          | ${['10', '"ALPHA" SARL', '2']}
  ${'inches in a field without quotes'}                    | ${'10;écran 24";2'}                   | ${['10', 'écran 24"', '2']}
  ${'a space before the quotes'}                           | ${'10; "ALPHA" ;2'}                   | ${['10', 'ALPHA', '2']}
`('unmatched quotes, $what', ({ line, cells }: { line: string; cells: string[] }) => {
  const { rows, repairs } = read(`"a";"b";"c"\n${line}\n"1";"2";"3"\n`);
  expect(rows).toEqual([['a', 'b', 'c'], cells, ['1', '2', '3']]);
  expect(repairs).toEqual(['strayQuotes 2 ×1']);
});

test('an open quote does not swallow the lines that follow', () => {
  const { rows } = read('"a";"b"\n"1";"ouvert\n"2";"fermé"\n"3";"fermé"\n');
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', 'ouvert'],
    ['2', 'fermé'],
    ['3', 'fermé'],
  ]);
});

test('a line « sep=, » is followed, zero bytes are dropped, old Mac line ends are ends of line', () => {
  expect(read('sep=,\na,b\n1,2\n')).toEqual({
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    repairs: ['separator 1 ×1'],
  });
  expect(read('a;b\n1\0;2\0\n')).toEqual({
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    repairs: ['nulByte 2 ×2'],
  });
  expect(read('a;b\r1;2\r').rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('commas of amounts do not make a comma the separator', () => {
  expect(read('N° EJ;Montant\n2101234567;12,50\n2101234568;1 300,00\n').rows[1]).toEqual(['2101234567', '12,50']);
});

describe('encodings', () => {
  const TEXT = 'Clé;Réf\r\nété;1 200,50 €\r\n';
  const latin = Uint8Array.from([...TEXT].map((letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0))));
  const wide = (isLittle: boolean, mark: boolean): Uint8Array =>
    Uint8Array.from(
      [...(mark ? '\ufeff' : ''), ...TEXT].flatMap((letter) => {
        const bytes = [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8];
        return isLittle ? bytes : bytes.reverse();
      }),
    );
  const utf8 = new TextEncoder().encode(TEXT);

  test.each`
    name                          | bytes                                           | repairs
    ${'UTF-8'}                    | ${utf8}                                         | ${[]}
    ${'UTF-8 with its mark'}      | ${Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])} | ${[]}
    ${'Windows-1252'}             | ${latin}                                        | ${['encoding']}
    ${'UTF-16 of Excel'}          | ${wide(true, true)}                             | ${[]}
    ${'UTF-16, high bytes first'} | ${wide(false, true)}                            | ${[]}
    ${'UTF-16 without its mark'}  | ${wide(true, false)}                            | ${[]}
  `('$name', ({ bytes, repairs }: { bytes: Uint8Array; repairs: string[] }) => {
    const log = new RepairLog();
    expect(decode(bytes, 'extrait.csv', log)).toEqual({ ok: true, value: TEXT });
    expect(log.list().map(({ kind }) => kind)).toEqual(repairs);
  });

  test('one damaged letter does not turn a whole file of UTF-8 into Windows-1252', () => {
    const log = new RepairLog();
    const decoded = decode(Uint8Array.from([...utf8, 0xc3]), 'extrait.csv', log);
    expect(decoded).toEqual({ ok: true, value: `${TEXT}\ufffd` });
    expect(log.list()).toEqual([{ kind: 'encoding', line: 3, count: 1 }]);
  });
});
