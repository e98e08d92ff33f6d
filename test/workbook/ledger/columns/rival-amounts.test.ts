/**
 * Columns of one amount under titles that oppose them: what is done is read, wherever it is; where the words do not
 * decide, none is, and the workbook asks for the column.
 */
import { readHeadings } from '../../../../src/workbook/ledger/heading-rows';
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

/** Serial numbers of days of 2023. */
const [FEBRUARY, APRIL] = [44_958, 45_017];
const KEYS = ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ'];
const NONE = [null, null, null, null];

/** One EJ: 900 of AE and 400 of CP in the column done, 1000 and 700 in the other. */
function read(titles: readonly CellValue[], headings: readonly CellValue[], amounts: readonly number[]) {
  const row = ['PDE', '1400000001', 'Étude', FEBRUARY, ...amounts, APRIL];
  const { ae, cp, found } = judged([[...KEYS, ...titles, 'Date de paiement'], [...NONE, ...headings, null], row]);
  return { ae, cp, reported: found.filter((one) => String(one).startsWith('LEC')) };
}

const OPPOSED = [
  ['Programmé', 'Réalisé'],
  ['Prévu', 'Réalisé'],
  ['Budget', 'Réalisé'],
  ['Notifié', 'Consommé'],
  ['Initial', 'Final'],
  ['Théorique', 'Réel'],
  ['N-1', 'N'],
  ['Estimé', 'Engagé'],
  ['Demandé', 'Accordé'],
  ['Devis', 'Facture'],
  ['Convention', 'Chorus'],
  ['HT', 'TTC'],
  ['2022', '2023'],
] as const;

describe.each(OPPOSED)('« %s | %s »', (other, done) => {
  test('over « AE | CP », the second is read', () => {
    expect(read([other, null, done, null], ['AE', 'CP', 'AE', 'CP'], [1000, 700, 900, 400])).toMatchObject({
      ae: 900,
      cp: 400,
    });
  });

  test('the other way round, the first is', () => {
    expect(read([done, null, other, null], ['AE', 'CP', 'AE', 'CP'], [900, 400, 1000, 700])).toMatchObject({
      ae: 900,
      cp: 400,
    });
  });
});

describe.each(OPPOSED.slice(0, 9))('« AE | CP » over « %s | %s »', (other, done) => {
  test.each([
    [
      [other, done],
      [1000, 900, 700, 400],
    ],
    [
      [done, other],
      [900, 1000, 400, 700],
    ],
  ])('%s', (pair, amounts) => {
    expect(read(['AE', null, 'CP', null], [...pair, ...pair], amounts)).toMatchObject({ ae: 900, cp: 400 });
  });
});

test.each([[['Engagements', null, 'Paiements', null]], [['Engagé', null, 'Réalisé', null]]])(
  '%s over « AE | CP »: AE of the first, CP of the second',
  (titles) => {
    expect(read(titles, ['AE', 'CP', 'AE', 'CP'], [900, 700, 1000, 400])).toMatchObject({ ae: 900, cp: 400 });
  },
);

test('a refusal names a column under both of its titles', () => {
  const headings = [...KEYS, 'AE', 'CP', 'AE', 'CP'];
  const titles = [...NONE, 'DGEFP', null, 'DGE', null];
  expect(() => judged([titles, headings, ['PDE', '1400000001', 'Étude', FEBRUARY, 1, 2, 3, 4]])).toThrow('"DGEFP AE"');
});

test('the columns of what was budgeted are reported', () => {
  const { reported } = read(['Budget', null, 'Réalisé', null], ['AE', 'CP', 'AE', 'CP'], [1000, 700, 900, 400]);
  expect(reported).toEqual(['LEC-03 E3', 'LEC-03 F3']);
});

test.each`
  titles                             | headings
  ${['DGEFP', null, 'DGE', null]}    | ${['AE', 'CP', 'AE', 'CP']}
  ${['AE', null, 'CP', null]}        | ${['DGEFP', 'DGE', 'DGEFP', 'DGE']}
  ${['AE', null, 'CP', null]}        | ${['Total', 'dont DGEFP', 'Total', 'dont DGEFP']}
  ${['Réalisé', null, 'Réel', null]} | ${['AE', 'CP', 'AE', 'CP']}
`('$titles over $headings: none is read', ({ titles, headings }) => {
  const read = readHeadings({ lower: headings, upper: titles, subject: null, left: 0 });
  expect(read.flatMap(({ meaning }) => [...meaning.keys()])).toEqual([]);
  expect(() =>
    judged([
      [...KEYS, ...titles],
      [...NONE, ...headings],
      ['PDE', '1400000001', 'Étude', FEBRUARY, 1, 2, 3, 4],
    ]),
  ).toThrow();
});

test.each`
  titles                                | headings                        | fields
  ${['Engagement', null, 'Paiement']}   | ${['Date', 'Montant', 'Date']}  | ${['commitmentDate', 'ae', 'paymentDate']}
  ${['Paiement 1', 'Paiement 2', null]} | ${['CP', 'CP', 'Observations']} | ${['cp', 'cp']}
`('$titles over $headings: read as before', ({ titles, headings, fields }) => {
  const read = readHeadings({ lower: headings, upper: titles, subject: null, left: 0 });
  expect(read.flatMap(({ meaning }) => [...meaning.keys()])).toEqual(fields);
});

test('« N° » and « Convention » beside an amount are no years nor amounts: the convention of a row is read', () => {
  const titles = [null, 'Engagement', null, null, 'Paiement', null, null, null];
  const headings = ['Enveloppe', 'N°', 'Date', 'Montant', 'N°', 'Date', 'Montant', 'Convention'];
  const row = ['PDE', '1400000001', FEBRUARY, 900, '0100374355', APRIL, 400, 'DGEFP/DGE 2023'];
  const other = ['CARTO', '1400000002', FEBRUARY, 50, '0100374356', APRIL, 40, 'ANCT/DINUM 2023'];
  const { ae, cp, found } = judged([titles, headings, row, other]);
  expect([ae, cp, found]).toEqual([900, 400, []]);
});
