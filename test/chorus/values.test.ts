/** Cells of an extract as Chorus, spreadsheets and people write them: repairs are counted, lost digits are reported. */
import { gridOfSheet } from '../../src/chorus/extract-rows';
import { readExtract } from '../../src/chorus/read-extract';
import type { CellValue } from '../../src/workbook/cells';
import { workbookOf } from '../support/ledgers/workbook-of';
import { codesOf, extractOf, refusalOf, lineText, linesText, sheetInput, textInput } from './reading';

const HEADINGS = [
  ...['N° EJ', 'N° poste EJ', 'N° DP', 'N° poste DP', 'Référentiel de programmation', 'Axe ministériel 2'],
  ...['Date de dernière opération sur la DP', 'Montant payé'],
];
const one = (cells: Readonly<Record<string, CellValue>>): CellValue[] => {
  const usual = new Map<string, CellValue>([
    ['N° EJ', '1405000001'],
    ['N° poste EJ', '1'],
    ['N° DP', '0100240001'],
    ['Montant payé', 10],
  ]);
  for (const [heading, cell] of Object.entries(cells)) usual.set(heading, cell);
  return HEADINGS.map((heading) => usual.get(heading) ?? null);
};
const read = (...rows: Readonly<Record<string, CellValue>>[]): ReturnType<typeof extractOf> =>
  extractOf(sheetInput(HEADINGS, ...rows.map(one)));

test.each`
  amount               | euros
  ${'22500,12'}        | ${'22500.12'}
  ${'15000'}           | ${'15000.00'}
  ${'138 936 678,56'}  | ${'138936678.56'}
  ${'1\u00a0234,50'}   | ${'1234.50'}
  ${'1\u202f234,50 €'} | ${'1234.50'}
  ${'-35\u00a0899,73'} | ${'-35899.73'}
  ${'\u201335 899,73'} | ${'-35899.73'}
  ${'\u221212,00\r'}   | ${'-12.00'}
  ${'1 234,56-'}       | ${'-1234.56'}
  ${'(1.234,56)'}      | ${'-1234.56'}
  ${'12615940.52'}     | ${'12615940.52'}
  ${'200,0'}           | ${'200.00'}
  ${0.1}               | ${'0.10'}
`('the amount $amount', ({ amount, euros }: { amount: CellValue; euros: string }) => {
  expect(read({ 'Montant payé': amount }).lines.map(({ cents }) => (cents / 100).toFixed(2))).toEqual([euros]);
});

test.each`
  amount                | reason
  ${'1.234'}            | ${'amountUnreadable'}
  ${'à définir'}        | ${'amountUnreadable'}
  ${null}               | ${'amountUnreadable'}
  ${{ error: '#REF!' }} | ${'amountUnreadable'}
  ${'0,00'}             | ${'zero'}
  ${0}                  | ${'zero'}
`('the amount $amount is listed with its reason', ({ amount, reason }: { amount: CellValue; reason: string }) => {
  const extract = read({ 'Montant payé': amount });
  expect(extract.lines).toEqual([]);
  expect(extract.ignored.map((row) => [row.line, row.reason])).toEqual([[2, reason]]);
  expect(extract.ignored[0]?.raw).toContain('1405000001');
});

test.each`
  amount    | format            | listed
  ${0.2}    | ${'0%'}           | ${'amountUnreadable'}
  ${0}      | ${'0%'}           | ${'amountUnreadable'}
  ${12}     | ${'[$$-409]0.00'} | ${'amountUnreadable'}
  ${12}     | ${'0 "k€"'}       | ${'amountUnreadable'}
  ${45_058} | ${'dd/mm/yyyy'}   | ${'amountUnreadable'}
  ${12}     | ${'#,##0.00 "€"'} | ${null}
`('the amount $amount of a sheet, by $format', ({ amount, format, listed }: FormattedAmount) => {
  const rows = [HEADINGS, one({ 'Montant payé': 10 }), one({ 'N° DP': '0100240002', 'Montant payé': amount })];
  const [sheet] = workbookOf({ name: 'Feuil1', rows, formats: { H3: format } }).sheets;
  const extract = extractOf({ source: 'Feuil1', rows: gridOfSheet(sheet!), uses1904: false });
  expect(extract.lines.map(({ cents }) => cents)).toEqual(listed === null ? [1000, 1200] : [1000]);
  expect(extract.ignored.map(({ line, reason }) => [line, reason])).toEqual(listed === null ? [] : [[3, listed]]);
});

interface FormattedAmount {
  readonly amount: number;
  readonly format: string;
  readonly listed: string | null;
}

test.each`
  ej                            | number                      | repair
  ${1405000001}                 | ${'1405000001'}             | ${null}
  ${'1405000001.0'}             | ${'1405000001'}             | ${'decimalPart'}
  ${1821732}                    | ${'0001821732'}             | ${'leadingZero'}
  ${' 1405000001 '}             | ${'1405000001'}             | ${null}
  ${'1405000001/10'}            | ${'1405000001'}             | ${'prefixRemoved'}
  ${'EJ 1405000001'}            | ${'1405000001'}             | ${'prefixRemoved'}
  ${'1405000001 - poste 10'}    | ${'1405000001'}             | ${'prefixRemoved'}
  ${'1405000001 et 1405000002'} | ${'1405000001et1405000002'} | ${null}
  ${'#'}                        | ${''}                       | ${null}
  ${'BG00/N/A'}                 | ${''}                       | ${null}
  ${'NaN'}                      | ${''}                       | ${null}
  ${'4991E+13'}                 | ${'4991E+13'}               | ${'numberDamaged'}
`('the EJ $ej', ({ ej, number, repair }: { ej: CellValue; number: string; repair: string | null }) => {
  const extract = read({ 'N° EJ': ej });
  expect(extract.lines[0]?.ej).toBe(number);
  expect(extract.repairs.map(({ kind }) => kind)).toEqual(repair === null ? [] : [repair]);
});

test.each`
  ej                 | poste  | line
  ${'1405000001/10'} | ${'7'} | ${'7'}
  ${'1405000001-10'} | ${'#'} | ${'10'}
  ${'1405000001'}    | ${'#'} | ${''}
`('the poste of the EJ $ej beside $poste', ({ ej, poste, line }: { ej: string; poste: string; line: string }) => {
  expect(read({ 'N° EJ': ej, 'N° poste EJ': poste }).lines[0]?.ejLine).toBe(line);
});

test.each`
  dp                       | number          | repairs
  ${'0100240001'}          | ${'0100240001'} | ${[]}
  ${100240001}             | ${'0100240001'} | ${[]}
  ${240001}                | ${'0000240001'} | ${['leadingZero']}
  ${'ADCE/2023/100240001'} | ${'0100240001'} | ${['prefixRemoved']}
  ${'#'}                   | ${''}           | ${[]}
`('the DP $dp', ({ dp, number, repairs }: { dp: CellValue; number: string; repairs: string[] }) => {
  const extract = read({ 'N° DP': dp });
  expect(extract.lines[0]?.dp).toBe(number);
  expect(extract.repairs.map(({ kind }) => kind).sort()).toEqual(repairs);
});

test.each`
  date                     | iso
  ${'03.08.2023'}          | ${'2023-08-03'}
  ${'03/08/2023'}          | ${'2023-08-03'}
  ${'2023-08-03'}          | ${'2023-08-03'}
  ${'03.08.2023 05:32:09'} | ${'2023-08-03'}
  ${45141}                 | ${'2023-08-03'}
  ${'45141'}               | ${'2023-08-03'}
  ${'#'}                   | ${undefined}
`('the date $date', ({ date, iso }: { date: CellValue; iso: string | undefined }) => {
  const extract = read({ 'Date de dernière opération sur la DP': date });
  expect(extract.lines.map((line) => lineText(line).split(' ')[7])).toEqual([iso]);
  expect(extract.repairs).toEqual([]);
});

test('an unreadable date leaves the line, and is reported', () => {
  const extract = read({ 'Date de dernière opération sur la DP': '31.02.2023' });
  expect([extract.lines[0]?.date, extract.repairs]).toEqual([null, [{ kind: 'dateUnreadable', line: 2, count: 1 }]]);
});

test('dates of old Macs are read in their own system', () => {
  const rows = [HEADINGS, one({ 'Date de dernière opération sur la DP': 43679 })].map((cells, index) => ({
    line: index + 1,
    cells,
  }));
  expect(linesText({ source: 'Feuil1', rows, uses1904: true })[0]).toContain('2023-08-03');
});

test('an activity of eleven digits and a société before a code are repaired and counted once each', () => {
  const extract = read(
    { 'Référentiel de programmation': 10300000104 },
    { 'Référentiel de programmation': 'BG00/010300000104' },
  );
  expect(extract.lines.map((line) => codesOf(line)[3])).toEqual(['010300000104', '010300000104']);
  expect(extract.repairs).toEqual([
    { kind: 'leadingZero', line: 2, count: 1 },
    { kind: 'prefixRemoved', line: 3, count: 1 },
  ]);
});

test('entities of web pages are put back, in headings and in cells', () => {
  const extract = extractOf(
    textInput('N°&#32;EJ;Axe&#32;ministériel&#32;2;Montant&#32;payé\n1405000001;Signaux&#32;Faibles;12,00\n'),
  );
  expect(codesOf(extract.lines[0])[6]).toBe('Signaux Faibles');
  expect(extract.repairs).toEqual([{ kind: 'entity', line: 1, count: 5 }]);
  const sheet = extractOf(
    sheetInput(['N°&#32;EJ', 'Axe&#32;ministériel 2', 'Montant&#32;payé'], ['1405000001', 'R&amp;D', 12]),
  );
  expect(codesOf(sheet.lines[0])[6]).toBe('R&D');
});

describe('total rows', () => {
  const headings = ['Domaine fonctionnel', 'N° EJ', 'Fournisseur', 'Montant payé'];
  const line = (ej: string, amount: number, supplier = 'ATELIER'): CellValue[] => ['0103-03-02', ej, supplier, amount];

  test.each`
    what                                | rows                                                                                                  | total
    ${'one total that agrees'}          | ${[line('1405000001', 10), line('1405000002', 5), ['Résultat', '', '', 15]]}                          | ${{ cents: 1500, agrees: true }}
    ${'one total that does not'}        | ${[line('1405000001', 10), ['Total général', '', '', 15]]}                                            | ${{ cents: 1500, agrees: false }}
    ${'sub-totals and a total'}         | ${[line('1405000001', 10), ['0103-03-02', 'Résultat', '', 10], ['Résultat global', '', '', 10]]}      | ${{ cents: 1000, agrees: true }}
    ${'sub-totals alone, which add up'} | ${[line('1405000001', 10), ['', 'Résultat', '', 10], line('1405000002', 5), ['', 'Résultat', '', 5]]} | ${{ cents: 1500, agrees: true }}
    ${'a pivot of LibreOffice'}         | ${[line('1405000001', 10), ['Total Résultat', '', '', 10]]}                                           | ${{ cents: 1000, agrees: true }}
    ${'a supplier called Total'}        | ${[line('1405000001', 10, 'TOTAL')]}                                                                  | ${null}
  `('$what', ({ rows, total }: { rows: CellValue[][]; total: object | null }) => {
    const extract = extractOf(sheetInput(headings, ...rows));
    expect(extract.shownTotals).toEqual(total ? [{ measure: '', ...total }] : []);
    expect(extract.lines).toHaveLength(rows.filter(([, ej]) => String(ej).startsWith('14')).length);
    expect(extract.ignored.map(({ reason }) => reason)).toEqual(rows.slice(extract.lines.length).map(() => 'total'));
  });

  test('a total whose last cells are not written is a total', () => {
    expect(
      extractOf(textInput('N° EJ;N° DP;Montant payé;Société\n1405000001;#;10;ADCE\nTotal;;10\n')).shownTotals,
    ).toEqual([{ measure: '', cents: 1000, agrees: true }]);
  });

  test('an amount that cannot be read makes the total disagree', () => {
    const extract = extractOf(
      sheetInput(headings, line('1405000001', 10), ['0103-03-02', '1405000002', '', '5?'], ['Total', '', '', 15]),
    );
    expect(extract.shownTotals).toEqual([{ measure: '', cents: 1500, agrees: false }]);
  });
});

test('two columns for one measure are refused, and amounts in thousands are not amounts', () => {
  expect(
    refusalOf(sheetInput(['N° EJ', 'N° poste EJ', 'Montant payé', 'Montant payé (EUR)'], ['1405000001', 1, 1, 2])),
  ).toMatchObject({
    code: 'extractAmbiguous',
    candidates: ['Montant payé', 'Montant payé (EUR)'],
  });
  expect(
    refusalOf(sheetInput(['N° EJ', 'N° poste EJ', 'N° DP', 'Montant payé (k€)'], ['1405000001', 1, '', 2])),
  ).toMatchObject({ code: 'extractIncomplete', missing: 'euros' });
  expect(
    refusalOf(sheetInput(['Montants en k€'], ['N° EJ', 'N° DP', 'Montant payé'], ['1405000001', '', 2])),
  ).toMatchObject({ missing: 'euros' });
});

test.each`
  heading                        | isRefused
  ${'Montant payé (USD)'}        | ${true}
  ${'Montant payé en $'}         | ${true}
  ${'Montant payé (CHF)'}        | ${true}
  ${'Montant payé (Md€)'}        | ${true}
  ${'Montant payé K'}            | ${true}
  ${'Montant payé (1 = 1000 €)'} | ${true}
  ${'Montant payé ÷1000'}        | ${true}
  ${'Montant payé (x 100)'}      | ${true}
  ${'Montant payé (€k)'}         | ${true}
  ${'Montant payé (1)'}          | ${false}
  ${'Montant payé (EUR)'}        | ${false}
  ${'Montant payé'}              | ${false}
`('amounts under « $heading » are refused: $isRefused', ({ heading, isRefused }) => {
  const input = sheetInput(['N° EJ', 'N° poste EJ', 'N° DP', heading as string], ['1405000001', 1, '', 2]);
  expect(readExtract(input)).toMatchObject(isRefused ? { ok: false, failure: { missing: 'euros' } } : { ok: true });
});

test('a title in another currency, above headings without one, is refused', () => {
  const titled = sheetInput(['Montants en dollars'], ['N° EJ', 'N° DP', 'Montant payé'], ['1405000001', '', 2]);
  expect(refusalOf(titled)).toMatchObject({ missing: 'euros' });
});

const OF_AMOUNTS = ['N° EJ', 'N° poste EJ', 'Montant payé'];
const PAID = ['1405000001', '1', '2'];

test.each([
  ['under the headings', [OF_AMOUNTS, ['', '', 'k€'], PAID], 2, 'k€'],
  ['under the headings, for each column', [OF_AMOUNTS, ['n°', 'n°', 'en k€'], PAID], 2, 'en k€'],
  ['under the headings, in dollars', [OF_AMOUNTS, [null, null, '$'], PAID], 2, '$'],
  ['as the factor of BW', [OF_AMOUNTS, [null, null, '* 1.000 EUR'], PAID], 2, '* 1.000 EUR'],
  ['after a blank row', [OF_AMOUNTS, [], [null, null, 'K€'], PAID], 3, 'K€'],
  ['among the lines', [OF_AMOUNTS, PAID, ['', '', '(milliers d’euros)'], PAID], 3, '(milliers d’euros)'],
  ['above the headings', [[null, null, 'k€'], OF_AMOUNTS, PAID], 1, 'k€'],
  ['beside its label', [['Devise', 'USD'], OF_AMOUNTS, PAID], 1, 'USD'],
  ['with an exception', [['Montants (k€, sauf AE en euros)'], OF_AMOUNTS, PAID], 1, 'Montants (k€, sauf AE en euros)'],
  ['as a factor', [['Facteur de mise à l’échelle', 1000], OF_AMOUNTS, PAID], 1, 'Facteur de mise à l’échelle 1000'],
  ['as the worth of one', [['1 unité = 1 000 €'], OF_AMOUNTS, PAID], 1, '1 unité = 1 000 €'],
  ['in a note below', [OF_AMOUNTS, PAID, [], ['Montants en k€']], 4, 'Montants en k€'],
])('another unit %s is refused with its line', (_, rows, line, text) => {
  expect(refusalOf(sheetInput(...rows))).toMatchObject({ missing: 'euros', unit: { line, text } });
});

test('another unit in the name of the sheet is refused', () => {
  const rows = [OF_AMOUNTS, PAID].map((cells, index) => ({ line: index + 1, cells }));
  expect(refusalOf({ source: 'x.xlsx', sheet: 'Extrait k€', rows, uses1904: false })).toMatchObject({
    missing: 'euros',
    unit: { line: null, text: 'Extrait k€' },
  });
});

test.each([
  ['units in euros', ['', '', '€']],
  ['the types of the columns', ['texte', 'n°', 'EUR']],
  ['the numbers of the columns', ['(1)', '(2)', '(3)']],
  ['the numbers of the columns, as numbers', [1, 2, 3]],
])('a row of %s under the headings is no line that was not read', (_, under) => {
  const extract = extractOf(sheetInput(OF_AMOUNTS, under, PAID));
  expect(extract.lines.map(({ cents }) => cents)).toEqual([200]);
  expect(extract.ignored.map(({ reason }) => reason)).toEqual(['headings']);
});

test('words about a budget in thousands are not the unit of the lines', () => {
  expect(linesText(sheetInput(['Budget : 500 k€'], OF_AMOUNTS, PAID))).toHaveLength(1);
});

test.each`
  heading                    | currency | isRead
  ${'Devise'}                | ${'USD'} | ${false}
  ${'Dev. transaction'}      | ${'CHF'} | ${false}
  ${'Devise de transaction'} | ${'k€'}  | ${false}
  ${'Devise'}                | ${'EUR'} | ${true}
  ${'Devise'}                | ${'€'}   | ${true}
  ${'Devise'}                | ${''}    | ${true}
  ${'Fournisseur'}           | ${'USD'} | ${true}
`('a line with $currency under « $heading » is read: $isRead', ({ heading, currency, isRead }) => {
  const headings = ['N° EJ', 'N° poste EJ', 'N° DP', 'Montant payé', heading as string];
  const { lines, ignored } = extractOf(sheetInput(headings, ['1405000001', 1, '', 2, currency as string]));
  expect([lines.length, ignored.map(({ reason, ej }) => [reason, ej])]).toEqual(
    isRead ? [1, []] : [0, [['otherCurrency', '1405000001']]],
  );
});

test.each`
  heading    | mark     | amount | unread
  ${'D/C'}   | ${'C'}   | ${2}   | ${'amountUnreadable'}
  ${'S/H'}   | ${'H'}   | ${2}   | ${'amountUnreadable'}
  ${'Sens'}  | ${'D'}   | ${2}   | ${null}
  ${'Sens'}  | ${'C'}   | ${-2}  | ${null}
  ${''}      | ${'USD'} | ${2}   | ${'otherCurrency'}
  ${'DCTrs'} | ${'CHF'} | ${2}   | ${'otherCurrency'}
  ${''}      | ${'EUR'} | ${2}   | ${null}
`('$amount marked « $mark » under « $heading » is not read for $unread', ({ heading, mark, amount, unread }) => {
  const headings = ['N° EJ', 'N° poste EJ', 'N° DP', 'Montant payé', heading as string];
  const { ignored } = extractOf(sheetInput(headings, ['1405000001', 1, '', amount as number, mark as string]));
  expect(ignored.map(({ reason }) => reason)).toEqual(unread === null ? [] : [unread]);
});

test('headings again and words under the table are no unread amounts; a line without its amount is one', () => {
  const headings = ['Domaine fonctionnel', 'N° EJ', 'N° DP', 'Montant payé'];
  const { lines, ignored } = extractOf(
    sheetInput(
      headings,
      ['0103-03-02', '1405000001', '', 10],
      headings,
      ['0103-03-02', '1405000002', '', null],
      ['0103-03-02', '', '', 'à saisir'],
      ['Source : Chorus, le 03.02.2023', null, null, null],
    ),
  );
  expect(lines.map(({ line }) => line)).toEqual([2]);
  expect(ignored.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'headings'],
    [4, 'amountUnreadable'],
    [5, 'amountUnreadable'],
    [6, 'note'],
  ]);
});

test.each([
  ['extrait k€.csv', 'extrait k€'],
  ['C:\\Exports\\2023\\INF-BUD-53 (k€).csv', 'INF-BUD-53 (k€)'],
  ['/tmp/jp57_dollars.txt', 'jp57_dollars'],
])('another unit in the name of the file « %s » is refused', (source, text) => {
  const input = { source, text: [OF_AMOUNTS, PAID].map((cells) => cells.join(';')).join('\n') };
  expect(refusalOf(input)).toMatchObject({ missing: 'euros', unit: { line: null, text } });
});

test('the name of a folder gives no unit', () => {
  const text = [OF_AMOUNTS, PAID].map((cells) => cells.join(';')).join('\n');
  expect(extractOf({ source: '/tmp/suivi k€/extrait.csv', text }).lines).toHaveLength(1);
});
