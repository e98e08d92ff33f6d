/** Several payments on a row: each group of columns is read with the EJ, the envelope and the poste of the row. */
import { openDossier } from '../../../src/application/open-dossier';
import { toIso } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const MARCH = 45000; // 15/03/2023
const APRIL = 45031; // 15/04/2023
const MAY = 45061; // 15/05/2023

/** « EJ: AE, or CP and the day of the payment » of each row of the ledger. */
function read(rows: Rows): readonly string[] {
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value.ledger.rows.flatMap(({ ej, ae, cp, paymentDate, dpNumber }) => {
    const name = ej.kind === 'ej' ? ej.number.slice(-1) : ej.kind;
    const day = paymentDate.kind === 'date' ? ` ${toIso(paymentDate.date)}` : '';
    return [
      ...(ae.kind === 'amount' ? [`${name}: AE ${ae.cents / 100}`] : []),
      ...(cp.kind === 'amount' ? [`${name}: CP ${cp.cents / 100}${day}${dpNumber === '' ? '' : ` ${dpNumber}`}`] : []),
    ];
  });
}

const START = ['Enveloppe', 'N° EJ', 'Date EJ', 'AE'];
const TWO: readonly CellValue[] = ['PDE', '1405512301', MARCH, 100, 40, APRIL, 30, MAY];
const ONE: readonly CellValue[] = ['PDE', '1405512302', MARCH, 50, 20, APRIL, null, null];
const PAID = ['1: AE 100', '1: CP 40 2023-04-15', '2: AE 50', '2: CP 20 2023-04-15', '1: CP 30 2023-05-15'];

test.each([
  [['Paiement 1', 'Date 1', 'Paiement 2', 'Date 2']],
  [['CP', 'Date paiement', 'CP', 'Date paiement']],
  [['CP 1', 'Payé le 1', 'CP 2', 'Payé le 2']],
  [['Montant DP n° 1', 'Date DP payée n°1', 'Montant DP n° 2', 'Date DP payée n°2']],
  [['1er paiement', 'Date 1er paiement', '2ème paiement', 'Date 2ème paiement']],
  [['Paiement I', 'Date de paiement I', 'Paiement II', 'Date de paiement II']],
  [['Premier paiement', 'Date premier paiement', 'Deuxième paiement', 'Date deuxième paiement']],
  [['CP', 'Payé le', 'CP bis', 'Payé le bis']],
  [['Acompte', 'Date acompte', 'Solde', 'Date solde']],
  [['Montant acompte', 'Acompte payé le', 'Montant du solde', 'Solde payé le']],
  [['1er versement', 'Date 1er versement', 'Solde', 'Date solde']],
  [['1er paiement', 'Date', 'Solde', 'Date']],
  [['Montant CP', 'Date de paiement', 'Solde', 'Date solde']],
  [['Montant CP (2023)', 'Date de paiement', 'Montant CP (2023)', 'Date de paiement']],
  [['Acompte', 'Payé le', 'Solde', 'Payé le']],
  [['Acompte versé', 'Date', 'Solde versé', 'Date']],
  [['Facture acompte', 'Date paiement', 'Facture solde', 'Date paiement']],
  [['Facture 1', 'Date paiement 1', 'Facture 2', 'Date paiement 2']],
  [['Facture n° 1', 'Payée le', 'Facture n° 2', 'Payée le']],
  [['Montant facture 1', 'Payé le', 'Montant facture 2', 'Payé le']],
  [['Invoice 1', 'Paid on 1', 'Invoice 2', 'Paid on 2']],
])('%s', (headings) => {
  expect(read([[...START, ...headings], TWO, ONE])).toEqual(PAID);
});

const JUNE = 45092; // 15/06/2023
const THREE = ['Avance', 'Date', 'Acompte', 'Date', 'Solde', 'Date'];

test.each([
  ['a day after each', THREE],
  ['a day with its name', ['Avance', 'Date avance', 'Acompte', 'Date acompte', 'Solde', 'Date solde']],
  ['« Payé le »', ['Avance', 'Payé le', 'Acompte', 'Payé le', 'Solde', 'Payé le']],
  [
    '« versé »',
    ['Avance versée', 'Date versement', 'Acompte versé', 'Date versement', 'Solde versé', 'Date versement'],
  ],
  ['the second numbered', ['Avance', 'Date', 'Acompte 1', 'Date', 'Solde', 'Date']],
])('instalments without numbers: %s', (_, headings) => {
  const row = ['PDE', '1405512301', MARCH, 1000, 200, MARCH, 300, APRIL, 500, JUNE];
  expect(read([[...START, ...headings], row])).toEqual([
    '1: AE 1000',
    '1: CP 200 2023-03-15',
    '1: CP 300 2023-04-15',
    '1: CP 500 2023-06-15',
  ]);
});

test.each<readonly [string, readonly string[], readonly CellValue[]]>([
  [
    'what is left',
    ['Avance', 'Date', 'Acompte', 'Date', 'Acompte restant', 'Date'],
    [200, MARCH, 300, APRIL, 500, JUNE],
  ],
  [
    'the sum of both',
    ['Avance', 'Date', 'Acompte', 'Date', 'Acomptes versés', 'Date'],
    [200, MARCH, 300, APRIL, 500, JUNE],
  ],
  [
    'due, then paid',
    ['Avance', 'Date', 'Acompte', 'Date', 'Acompte payé', 'Date'],
    [200, MARCH, 300, APRIL, 300, JUNE],
  ],
  ['a share among amounts', THREE, [0.3, MARCH, 300, APRIL, 500, JUNE]],
  ['rates', THREE, [20, MARCH, 300, APRIL, 500, JUNE]],
  ['rates in text', THREE, ['20 %', MARCH, 300, APRIL, 500, JUNE]],
  ['« Avance (%) »', ['Avance (%)', ...THREE.slice(1)], [200, MARCH, 300, APRIL, 500, JUNE]],
  [
    'days before the amounts',
    ['Date', 'Avance', 'Date', 'Acompte', 'Date', 'Solde'],
    [MARCH, 200, APRIL, 300, JUNE, 500],
  ],
  ['days to come', THREE.map((text) => (text === 'Date' ? 'Date prévue' : text)), [200, MARCH, 300, APRIL, 500, JUNE]],
  ['the CP beside them', [...THREE, 'CP'], [200, MARCH, 300, APRIL, 500, JUNE, 1000]],
  ['another amount of instalment', [...THREE, 'Reprise avance'], [200, MARCH, 300, APRIL, 500, JUNE, 200]],
  ['a balance without a day', ['Avance', 'Date', 'Acompte', 'Date', 'Solde'], [200, MARCH, 300, APRIL, 500]],
])('instalments without numbers that are not read each on its day: %s', (_, headings, cells) => {
  const row = ['PDE', '1405512301', MARCH, 1000, ...cells];
  expect(read([[...START, ...headings], row])).not.toContain('1: CP 200 2023-03-15');
});

test.each([['Montant CP'], ['CP'], ['Montant payé']])('parts with a day, and not « %s » beside them', (whole) => {
  const headings = [...START, 'CP 1', 'Payé le', 'CP 2', 'Payé le', whole];
  expect(read([headings, [...TWO, 70], [...ONE, 20]])).toEqual(PAID);
});

test.each([
  [['Montant CP', 'CP 1', 'CP 2', 'Date paiement'], ['1: CP 70 2023-04-15']],
  [['CP 1', 'CP 2', 'CP', 'Date paiement'], ['1: CP 30 2023-04-15']],
  [['Montant CP', 'Montant facture', 'CP 1', 'Date paiement'], ['1: CP 70 2023-04-15']],
])('%s: the column without a number, where its parts have no day', (headings, paid) => {
  const row = ['PDE', '1405512301', MARCH, 100, 70, 40, 30, APRIL];
  expect(read([[...START, ...headings], row])).toEqual(['1: AE 100', ...paid]);
});

test('groups of columns under a title of their own', () => {
  const upper = ['', '', '', '', 'Paiement 1', '', 'Paiement 2', ''];
  expect(read([upper, [...START, 'Montant', 'Date', 'Montant', 'Date'], TWO, ONE])).toEqual(PAID);
});

test('groups of columns under invoices, with the day of their payment', () => {
  const upper = ['', '', '', '', 'Facture 1', '', 'Facture 2', ''];
  expect(read([upper, [...START, 'Montant', 'Payé le', 'Montant', 'Payé le'], TWO, ONE])).toEqual(PAID);
});

test('an invoice as large as another of its EJ is another payment', () => {
  const upper = ['', '', '', '', 'Facture 1', '', 'Facture 2', ''];
  const row = ['PDE', '1405512301', MARCH, 100, 40, APRIL, 40, MAY];
  expect(read([upper, [...START, 'Montant', 'Payé le', 'Montant', 'Payé le'], row])).toEqual([
    '1: AE 100',
    '1: CP 40 2023-04-15',
    '1: CP 40 2023-05-15',
  ]);
});

test('an invoice without a day of payment is not paid yet', () => {
  const row = ['PDE', '1405512301', MARCH, 100, 40, APRIL, 30, null];
  expect(read([[...START, 'Facture 1', 'Date paiement 1', 'Facture 2', 'Date paiement 2'], row])).toEqual([
    '1: AE 100',
    '1: CP 40 2023-04-15',
    '1: CP 30',
  ]);
});

test.each<readonly [string, readonly string[], readonly CellValue[], readonly string[]]>([
  [
    'the days of the invoices alone',
    ['Facture 1', 'Date facture 1', 'Facture 2', 'Date facture 2'],
    [40, APRIL, 30, MAY],
    [],
  ],
  [
    'numbers of invoices',
    ['Facture 1', 'Date paiement 1', 'Facture 2', 'Date paiement 2'],
    ['F23-01', APRIL, 'F23-02', MAY],
    [],
  ],
  [
    'their numbers beside their amounts',
    ['Facture 1', 'Montant 1', 'Date paiement 1', 'Facture 2', 'Montant 2', 'Date paiement 2'],
    ['F23-01', 40, APRIL, 'F23-02', 30, MAY],
    ['1: CP 40 2023-04-15', '1: CP 30 2023-05-15'],
  ],
  [
    'a column of the CP beside them',
    ['Facture 1', 'Facture 2', 'CP', 'Date paiement'],
    [40, 30, 70, MAY],
    ['1: CP 70 2023-05-15'],
  ],
])('invoices: %s', (_, headings, cells, expected) => {
  const row = ['PDE', '1405512301', MARCH, 100, ...cells];
  expect(read([[...START, ...headings], row])).toEqual(['1: AE 100', ...expected]);
});

test('« Montant » repeated without a word for its nature is read as neither', () => {
  const [found] = findLedgers(
    workbookOf({ name: 'Suivi', rows: [[...START, 'Montant', 'Date', 'Montant', 'Date'], TWO, ONE] }),
  );
  expect(found?.blocks.map(({ block }) => [...block.columns.keys()].sort())).toEqual([
    ['ae', 'commitmentDate', 'ejNumber', 'ministerialAxis2'],
  ]);
});

test('each payment has its own DP number', () => {
  const headings = [...START, 'CP 1', 'Date paiement 1', 'N° DP 1', 'CP 2', 'Date paiement 2', 'N° DP 2'];
  const row = ['PDE', '1405512301', MARCH, 100, 40, APRIL, '100050001', 30, MAY, '100050002'];
  expect(read([headings, row])).toEqual([
    '1: AE 100',
    '1: CP 40 2023-04-15 100050001',
    '1: CP 30 2023-05-15 100050002',
  ]);
});

test('an engagement and its second one on the same row', () => {
  const headings = ['Enveloppe', 'N° EJ', 'Montant AE 1', 'Date EJ 1', 'Montant AE 2', 'Date EJ 2'];
  expect(read([headings, ['PDE', '1405512301', 100, MARCH, 30, MAY]])).toEqual(['1: AE 100', '1: AE 30']);
});

test('« Solde » without a date beside « Acompte » is what is left: no payment', () => {
  expect(read([[...START, 'CP', 'Date paiement', 'Acompte', 'Solde'], TWO])).toEqual([
    '1: AE 100',
    '1: CP 40 2023-04-15',
  ]);
});

test('« Solde » without a date beside payments that have one is what is left', () => {
  expect(read([[...START, '1er versement', 'Date 1er versement', 'Solde', 'Observations'], ONE])).toEqual([
    '2: AE 50',
    '2: CP 20 2023-04-15',
  ]);
});

test.each([
  [
    'a second « Payée le »',
    ['Facture 1', 'Payée le', 'Facture 2', 'Payée le'],
    ['ae', 'cp', 'cp', 'paymentDate', 'paymentDate'],
  ],
  ['« Paiement » over dates', ['Sorti', 'Observations', 'Montant', 'Paiement'], ['ae', 'cp', 'paymentDate']],
])('dates are never amounts: %s', (_, headings, fields) => {
  const workbook = workbookOf({ name: 'Suivi', rows: [[...START, ...headings], TWO, TWO, TWO] });
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, dateColumns: new Set([2, 5, 7]) }));
  const [found] = findLedgers({ ...workbook, sheets });
  const read = found?.blocks.flatMap(({ block }) => [...block.columns]) ?? [];
  const figures = read.filter(([field]) => ['ae', 'cp', 'paymentDate'].includes(field));
  expect(figures.map(([field]) => field).sort()).toEqual(fields);
  expect(figures.flatMap(([field, { column }]) => (field === 'cp' ? [column] : []))).not.toContain(7);
});

test.each([
  [
    ['CP 1', 'Date paiement', 'CP 2', 'Observations'],
    ['CP 2', 'Observations'] /* the day of the second is not known */,
  ],
  [
    ['CP 2022', 'Date paiement', 'CP 2023', 'Observations'],
    ['CP 2022', 'CP 2023', 'Observations'],
  ],
])('%s: what is not read is listed as unused', (headings, unused) => {
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows: [[...START, ...headings], TWO] }));
  expect(found?.blocks.flatMap((block) => block.unused.map(({ heading }) => heading)).sort()).toEqual(unused);
});

test('a fault of the row is reported once, one of a further payment at its own cell', () => {
  const rows = [
    [...START, 'Paiement 1', 'Date 1', 'Paiement 2', 'Date 2'],
    ['inconnue', '1405512301', MARCH, 100, 40, APRIL, 30, 'à voir'],
  ];
  const { report, dossier } = controlled(workbookOf({ name: 'Suivi', rows }), '2023-12-31', convention2023());
  const found = report.findings.map(({ rule, place }) => (place.kind === 'row' ? `${rule} ${place.field}` : rule));
  expect(found.filter((one) => one.startsWith('IMP-06'))).toEqual(['IMP-06 ministerialAxis2']);
  expect(found.filter((one) => one.startsWith('DON-01'))).toEqual(['DON-01 paymentDate']);
  expect(dossier.ignored).toEqual([]);
});

test('two columns that the user maps to CP are both counted', () => {
  const rows = [
    [...START, 'Sorti', 'Sorti bis'],
    ['PDE', '1405512301', MARCH, 100, 40, 30],
  ];
  const choices = ['Sorti', 'Sorti bis'].map((heading) => ({ source: '', heading, field: 'cp' as const }));
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), choices);
  expect(found?.blocks.map(({ block }) => block.columns.get('cp')?.heading)).toEqual(['Sorti', 'Sorti bis']);
});
