/** Files that are not what they should be: read or refused in one sentence, never a crash, never a bank detail. */
import fc from 'fast-check';
import { readExtract, type ExtractInput } from '../../src/chorus/read-extract';
import type { ChorusExtract } from '../../src/domain/reconciliation/extract';
import { bytesInput, extractOf, refusalOf, lineText, sheetInput, textInput } from './reading';

const HEADINGS =
  'Centre financier;N° EJ;N° poste EJ;N° DP;Fournisseur payé (DP);Date de dernière opération sur la DP;Montant payé;Société';
const LINES = [
  '0103-CEFP-C002;1405000001;1;0100240001;ATELIER BLEU;03.08.2023;1 250,00;ADCE',
  '0103-CEFP-C002;1405000002;1;0100240002;"SARL ""LUMIÈRE""; fils";04.08.2023;80,10;ADCE',
];
const WHOLE = [HEADINGS, ...LINES, ''].join('\r\n');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file cut anywhere is read up to there: no amount is ever made of a part of another', () => {
  const known = new Set(extractOf(textInput(WHOLE)).lines.map(({ cents }) => cents));
  for (let length = 0; length < WHOLE.length; length += 1) {
    const read = readExtract(bytesInput(bytes(WHOLE.slice(0, length))));
    if (read.ok) for (const { cents } of read.value.lines) expect(known).toContain(cents);
  }
});

test('a line cut at the end of the file is listed', () => {
  const extract = extractOf(textInput(WHOLE.slice(0, WHOLE.indexOf('80,10') + 2)));
  expect(extract.lines.map(lineText)).toEqual(['2 payment CP 1405000001/1 DP 0100240001 1250.00 2023-08-03']);
  expect(extract.ignored).toEqual([
    {
      ...{ line: 3, reason: 'cutShort', raw: expect.stringContaining('1405000002') },
      ...{ ej: '1405000002', dp: '0100240002' },
    },
  ]);
});

test.each`
  row                                           | numbers                                      | why
  ${'1405000003;1;100240003;ADCE;2023;;;5.000'} | ${{ ej: '1405000003', dp: '0100240003' }}    | ${'each number is under its heading'}
  ${'1405000003;1;#;ADCE;2023;;;5.000'}         | ${{ ej: '1405000003' }}                      | ${'it has no DP'}
  ${';1405000003;1;100240003;ADCE;2023;;;5,00'} | ${{ numbers: ['1405000003', '0100240003'] }} | ${'its cells have moved, beyond the headings'}
  ${';1405000003;1;100240003;ADCE;;;'}          | ${{ numbers: ['1405000003', '0100240003'] }} | ${'its cells have moved, within the headings'}
  ${'#;;#;ADCE;2023;;;5.000'}                   | ${{}}                                        | ${'it has none'}
`('a row that is not read keeps its numbers: $why', ({ row, numbers }) => {
  const headings =
    'N° EJ;N° poste EJ;N° DP;Société;Exercice comptable;Domaine fonctionnel;Date de base de la DP;Montant payé';
  const read = '1405000001;1;100240001;ADCE;2023;;03/08/2023;1 250,00';
  const { ignored } = extractOf(textInput([headings, read, row, read].join('\n')));
  expect(ignored.map(({ line: _, raw: __, reason: ___, ...kept }) => kept)).toEqual([numbers]);
});

test.each`
  what                           | start                                      | looksLike
  ${'a PDF named .csv'}          | ${'%PDF-1.7\n%âãÏÓ\n1 0 obj'}              | ${'pdf'}
  ${'a workbook named .csv'}     | ${'PK\u0003\u0004\u0014\0\u0006\0'}        | ${'zip'}
  ${'a page of the web'}         | ${'<!DOCTYPE html><html><body>Erreur'}     | ${'html'}
  ${'an empty file'}             | ${''}                                      | ${'empty'}
  ${'nothing but spaces'}        | ${' \r\n \r\n'}                            | ${'table'}
  ${'bytes of no text'}          | ${'\u0001\u0002\u0003\u0004a\u0005\u0006'} | ${'binary'}
  ${'a table of something else'} | ${'Nom;Prénom;Ville\nDupont;Léa;Lyon'}     | ${'table'}
`('$what is refused', ({ start, looksLike }: { start: string; looksLike: string }) => {
  expect(refusalOf(bytesInput(bytes(start)))).toEqual({ code: 'notAnExtract', source: 'extrait.csv', looksLike });
});

test('an old .xls is refused', () => {
  expect(refusalOf(bytesInput(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])))).toMatchObject({
    looksLike: 'xls',
  });
});

test('a missing EJ column is reported, and the other columns do not shift', () => {
  const without = WHOLE.split('\r\n')
    .map((line) =>
      line
        .split(';')
        .filter((_, column) => column !== 1)
        .join(';'),
    )
    .join('\r\n');
  const extract = extractOf(textInput(without));
  expect(extract.lines.map(lineText)[0]).toBe('2 payment CP sans EJ DP 0100240001 1250.00 2023-08-03');
  expect(extract.lacks).toEqual(['ej', 'ejLine', 'envelope']);
});

test('ten thousand columns are refused, headings of any name are only headings', () => {
  const wide = `${HEADINGS}${';x'.repeat(10_000)}\n${LINES[0]}\n`;
  expect(refusalOf(textInput(wide))).toMatchObject({ code: 'tooLarge' });
  const odd = extractOf(textInput(`__proto__;constructor;${HEADINGS}\ntoString;__proto__;${LINES[0]}\n`));
  expect(odd.lines).toHaveLength(1);
  expect(
    extractOf(sheetInput(['__proto__', 'N° EJ', 'N° DP', 'Montant payé'], ['x', '__proto__', 'constructor', 1]))
      .lines[0]?.ej,
  ).toBe('__proto__');
});

test('a row with more cells than headings is not read by position', () => {
  const extract = extractOf(
    textInput(
      `${HEADINGS}\n0103-CEFP-C002;1405000001;1;0100240001;ATELIER; BLEU;03.08.2023;1000000001;1 250,00;ADCE\n${LINES[0]}\n`,
    ),
  );
  expect(extract.lines.map(({ line }) => line)).toEqual([3]);
  expect(extract.ignored.map(({ line, reason }) => [line, reason])).toEqual([[2, 'tooManyCells']]);
});

test('a row with fewer cells than headings is read, and counted', () => {
  const extract = extractOf(textInput(`${HEADINGS}\n${LINES[0]?.slice(0, -5)}\n${LINES[1]}\n`));
  expect(extract.lines).toHaveLength(2);
  expect(extract.repairs).toEqual([{ kind: 'raggedRow', line: 2, count: 1 }]);
});

test('blank rows inside are listed, those at the end are nothing', () => {
  expect(extractOf(textInput(`${HEADINGS}\n\n${LINES[0]}\n;;;;;;;\n\n\n`)).ignored).toEqual([
    { line: 2, reason: 'empty', raw: '' },
  ]);
});

test('one unmatched quote in thousands of lines costs one line', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    index === 1_500 ? LINES[0]?.replace('ATELIER', '"ATELIER') : LINES[0],
  );
  const extract = extractOf(textInput([HEADINGS, ...many].join('\n')));
  expect(extract.lines.length).toBeGreaterThanOrEqual(2_999);
});

describe('bank columns', () => {
  const SECRETS = ['FR7699999000010123456789012', 'BANQFRPPXXX', '00123456789', '97', 'ID-BANK-42'];
  const BANK = ['IBAN', 'BIC', 'Compte bancaire', 'Clé R.I.B.', 'Code ID bancaire'];
  const cells = ['0103-CEFP-C002', '1405000001', '3', '0100240001', 'ATELIER BLEU', '03.08.2023', '1 250,00'];
  const headings = HEADINGS.split(';').slice(0, 7);

  const expectSilent = (extract: ChorusExtract): void => {
    const shown = JSON.stringify([extract, extract.lines.map(lineText)]);
    for (const secret of SECRETS.filter((one) => one !== '97')) expect(shown).not.toContain(secret);
    expect(shown).not.toContain('"97"');
  };
  const spread = (values: readonly string[], extra: readonly string[]): string[] =>
    values.flatMap((value, index) => (extra[index] === undefined ? [value] : [extra[index], value]));

  test.each`
    what                                      | row
    ${'a line'}                               | ${spread(cells, SECRETS)}
    ${'an amount that cannot be read'} | ${spread(
      cells.map((cell) => (cell === '1 250,00' ? '?' : cell)),
      SECRETS,
    )}
    ${'a total'}                              | ${spread(['Total', ...cells.slice(1)], SECRETS)}
    ${'a zero'}                               | ${spread([...cells.slice(0, 6), '0'], SECRETS)}
    ${'a row whose cells moved to the right'} | ${['décalé', ...spread(cells, SECRETS)]}
    ${'a row whose cells moved to the left'}  | ${spread(cells, SECRETS).slice(1)}
    ${'a row cut short'}                      | ${spread(cells, SECRETS).slice(0, -4)}
  `('$what shows none of them', ({ row }: { row: string[] }) => {
    const header = spread(headings, BANK);
    const plain = spread(cells, SECRETS);
    for (const last of [row, plain]) {
      const lines = [['Extrait'], header, plain, row, last];
      expectSilent(extractOf(textInput(lines.map((line) => line.join(';')).join('\n'))));
    }
    expectSilent(extractOf(sheetInput(header, row)));
  });

  test('wherever the columns are', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...headings.keys(), ...BANK.map((_, index) => 100 + index)], { minLength: 12 }),
        (order) => {
          const pick = (plain: readonly string[], bank: readonly string[]): string[] =>
            order.map((at) => (at >= 100 ? bank[at - 100] : plain[at]) ?? '');
          expectSilent(
            extractOf(
              sheetInput(
                pick(headings, BANK),
                pick(cells, SECRETS),
                pick([...cells.slice(0, 6), 'illisible'], SECRETS),
              ),
            ),
          );
        },
      ),
    );
  });
});

test('whatever the cells hold, a sheet is read or refused', () => {
  const known = fc.constantFrom(...HEADINGS.split(';'), 'EUR', 'Résultat', '2023', 'Montant engagé');
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), known);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 10 }), (rows) => {
      const input: ExtractInput = sheetInput(HEADINGS.split(';'), ...rows);
      const read = readExtract(input);
      if (read.ok) {
        const shown = new Set([...read.value.lines, ...read.value.ignored].map(({ line }) => line));
        const last = rows.reduce(
          (end, row, index) => (row.some((one) => one !== null && one !== '') ? index + 1 : end),
          0,
        );
        expect(shown.size).toBe(last + (shown.has(1) ? 1 : 0));
      }
    }),
    { numRuns: 300 },
  );
});

test.each<[why: string, headings: readonly string[], refusal: object]>([
  [
    'amounts in k€ beside two known headings',
    ['N° EJ', 'N° poste EJ', 'Montant engagé (k€)'],
    { code: 'extractIncomplete', missing: 'euros', unit: { line: 1, text: 'Montant engagé (k€)' } },
  ],
  ['two known headings', ['N° EJ', 'Montant engagé'], { code: 'notAnExtract', looksLike: 'fewHeadings' }],
  ['no number', ['Objet', 'Montant (k€)', 'Date (k€)'], { code: 'notAnExtract', looksLike: 'table' }],
])('%s: refused for that reason', (_, headings, refusal) => {
  const rows = [['1405000001', '1', '10']];
  expect(refusalOf(sheetInput([...headings], ...rows))).toMatchObject(refusal);
});
