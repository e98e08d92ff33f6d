/** Groups whose first row alone is written, by what the rest of the ledger shows: other tables, totals, further payments. */
import { openDossier } from '../../../../../src/application/open-dossier';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { judged, type Rows } from '../../../../support/ledgers/judged';
import { workbookOf, type SheetGiven } from '../../../../support/ledgers/workbook-of';

const [MARCH, APRIL, MAY] = [45_000, 45_031, 45_061];
const HEADINGS = ['Opération', 'N° EJ', 'Objet', 'Axe ministériel 2', 'Date EJ', 'Montant AE', 'Payé le', 'Montant CP'];

/** Each row as `envelope EJ amount`, « · » where nothing is known; the cents of CP are after a slash. */
function read(...sheets: readonly Rows[]): readonly string[] {
  const given = sheets.map((rows, at): SheetGiven => ({ name: `Feuil${at + 1}`, rows }));
  const dossier = openDossier(workbookOf(...given), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value.ledger.rows.map(({ imputation: { ministerialAxis2: axis }, ej, ae, cp }) =>
    [
      axis.kind === 'absent' ? '·' : axis.raw,
      ej.kind === 'ej' ? ej.number.slice(-1) : '·',
      ae.kind === 'amount' ? ae.cents / 100 : cp.kind === 'amount' ? `/${cp.cents / 100}` : '',
    ].join(' '),
  );
}

const commitment = (number: number | null, envelope: string | null, ae: CellValue, operation = 'EJ'): Rows[number] => [
  ...[operation, number === null ? null : `140000000${number}`, 'Étude', envelope, MARCH, ae, null, null],
];
const payment = (cp: number, label: string | null = null): Rows[number] => [
  ...['DP', null, label, null, null, null, APRIL, cp],
];
const total = (label: string, ae: number): Rows[number] => [label, null, null, null, null, ae, null, null];

test.each<[string, CellValue, string]>([
  ['as text', '-100,00', 'EJ'],
  ['with a plus, by its operation', 100, 'Retrait'],
])('a retrait typed %s under its EJ is of that EJ', (_, amount, operation) => {
  const retrait = commitment(null, 'PDE', amount, operation);
  const rows = [HEADINGS, commitment(1, 'PDE', 1000), payment(300, 'Étude'), payment(200, 'Étude'), retrait];
  expect(read(rows)).toEqual(['PDE 1 1000', 'PDE 1 /300', 'PDE 1 /200', 'PDE 1 -100']);
});

test('a retrait alone under its EJ is of that EJ where it repeats its label', () => {
  const [same, other] = ['Étude', 'Audit'].map((label) => ['EJ', null, label, 'PDE', MARCH, -100, null, null]);
  expect(read([HEADINGS, commitment(1, 'PDE', 1000), same ?? []])).toEqual(['PDE 1 1000', 'PDE 1 -100']);
  expect(read([HEADINGS, commitment(1, 'PDE', 1000), other ?? []])).toEqual(['PDE 1 1000', 'PDE · -100']);
});

test('a retrait alone whose label two EJ above have is of neither', () => {
  const retrait = ['EJ', null, 'Étude', 'PDE', MARCH, -100, null, null];
  const rows = [HEADINGS, commitment(1, 'PDE', 1000), commitment(2, 'PDE', 500), retrait];
  expect(read(rows)).toEqual(['PDE 1 1000', 'PDE 2 500', 'PDE · -100']);
});

test('orders without a number, with their envelope, do not hide that of the payments under the others', () => {
  const orders = [commitment(null, 'PDE', 70, 'Projet'), commitment(null, 'PDE', 80, 'Projet')];
  expect(read([HEADINGS, commitment(1, 'SF', 1000), payment(300), payment(200), ...orders])).toEqual([
    ...['SF 1 1000', 'SF 1 /300', 'SF 1 /200', 'PDE · 70', 'PDE · 80'],
  ]);
});

test('a single payment under its EJ, where another table of the same columns writes its EJ once', () => {
  const [usual, single] = [
    [HEADINGS, commitment(1, 'PDE', 1000), payment(300), payment(200)],
    [HEADINGS, commitment(2, 'SF', 500), payment(50)],
  ];
  expect(read(usual, single).slice(3)).toEqual(['SF 2 500', 'SF 2 /50']);
  expect(read(single)).toEqual(['SF 2 500', '· · /50']);
});

describe('a payment alone in its table, where another table writes its EJ once, is of the EJ above it', () => {
  const usual = [HEADINGS, commitment(1, 'PDE', 1000), payment(300), payment(200)];
  const order = ['EJ', '1400000002', 'Étude', 'SF', MARCH, 500, null, null];

  test.each<[string, string | null, string | null, string]>([
    ['nothing', null, null, 'SF 2 /50'],
    ['the label of the EJ', 'Étude', null, 'SF 2 /50'],
    ['the envelope of the EJ', null, 'SF', 'SF 2 /50'],
    ['another label', 'Carte achat fournitures', 'SF', 'SF · /50'],
    ['the label of an EJ of another table', 'Audit (EJ de février)', null, '· · /50'],
    ['another envelope', null, 'PDE', 'PDE · /50'],
    ['another envelope, under the same label', 'Étude', 'PDE', 'PDE · /50'],
  ])('its row writes %s', (_, label, envelope, expected) => {
    const single = ['DP', null, label, envelope, null, null, APRIL, 50];
    expect(read(usual, [HEADINGS, order, single]).at(-1)).toBe(expected);
  });

  test('a retrait that repeats the label above it shows nothing of a payment that writes its own', () => {
    const retrait = ['EJ', null, 'Étude', 'SF', MARCH, -100, null, null];
    const rows = [HEADINGS, order, retrait, ['DP', null, 'Carte achat', 'SF', null, null, APRIL, 50]];
    expect(read(rows)).toEqual(['SF 2 500', 'SF 2 -100', 'SF · /50']);
  });
});

test('repeated headings with their units are no row of a group', () => {
  const headings = ['N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Payé le', 'Montant CP'];
  const units = [null, null, 'jj/mm/aaaa', '€', 'jj/mm/aaaa', '€'];
  const table = (title: string, number: string): Rows => [
    ...[[title], headings, units, [number, 'Étude', MARCH, 1000, null, null]],
    ...[
      [null, 'Étude', null, null, APRIL, 300],
      [null, 'Étude', null, null, MAY, 200],
    ],
  ];
  const rows = [...table('PDE', '1400000001'), [], ...table('Signaux Faibles', '1400000002')];
  expect(read(rows).slice(3)).toEqual(['Signaux Faibles 2 1000', 'Signaux Faibles 2 /300', 'Signaux Faibles 2 /200']);
});

describe('an envelope written once', () => {
  test('is that of every payment of its rows', () => {
    const headings = ['Enveloppe', 'N° EJ', 'Date EJ', 'AE', 'CP 1', 'Payé le 1', 'CP 2', 'Payé le 2'];
    const rows = [
      ['PDE', '1400000001', MARCH, 1000, 300, APRIL, null, null],
      [null, '1400000002', MARCH, 500, null, null, null, null],
      ['SF', '1400000003', MARCH, 400, 10, APRIL, null, null],
      [null, '1400000004', MARCH, 600, 20, APRIL, 30, MAY],
    ];
    expect(read([headings, ...rows]).at(-1)).toBe('SF 4 /30');
    expect(judged([headings, ...rows]).found.filter((one) => one.startsWith('IMP-06'))).toEqual([]);
  });

  test('an EJ in two groups of one envelope is of it in both', () => {
    const rows = [commitment(1, 'PDE', 1000), commitment(2, 'SF', 500), commitment(3, 'PDE', 300)];
    const below = [commitment(1, null, -100), commitment(3, null, -50), commitment(4, null, 20)];
    expect(read([HEADINGS, ...rows, ...below]).slice(3)).toEqual(['PDE 1 -100', 'PDE 3 -50', 'PDE 4 20']);
  });

  const orders = [
    commitment(1, 'PDE', 1000),
    commitment(2, null, 500),
    commitment(3, 'SF', 400),
    commitment(4, null, 9),
  ];
  const [first = [], second = [], third = [], fourth = []] = orders;

  test.each<[string, Rows]>([
    ['blank rows between all orders', [first, [], second, [], third, [], fourth]],
    ['blank rows or a total between all orders', [first, [], second, total('Total PDE', 1500), third, [], fourth]],
  ])('is that of the next orders: %s', (_, rows) => {
    expect(read([HEADINGS, ...rows])).toEqual(['PDE 1 1000', 'PDE 2 500', 'SF 3 400', 'SF 4 9']);
  });

  test('ends at a blank row before an order of another label, which may be of any envelope', () => {
    const named = (row: Rows[number], label: string): Rows[number] => row.map((cell, at) => (at === 2 ? label : cell));
    const rows = [
      first,
      [],
      named(second, 'Hébergement mutualisé PDE / SF'),
      [],
      named(third, 'Données'),
      [],
      named(fourth, 'À répartir'),
    ];
    expect(read([HEADINGS, ...rows])).toEqual(['PDE 1 1000', '· 2 500', 'SF 3 400', '· 4 9']);
  });

  // Seeds 823380 and 821178 of the drawn layouts.
  test.each`
    poste                  | envelope | why
    ${'Frais annexes'}     | ${'PDE'} | ${'a poste of the envelope above'}
    ${"Tests d'intrusion"} | ${'·'}   | ${'a poste of the other one: somebody left the envelope out'}
    ${'Divers'}            | ${'·'}   | ${'a poste of none'}
  `('past a blank row, an order of another label is of it by its poste: $why', ({ poste, envelope }) => {
    const order = (number: number, axis: string | null, label: string, line: unknown): Rows[number] => [
      ...[`140000000${number}`, label, line as CellValue, axis, MARCH, 100],
    ];
    const rows = [
      ['N° EJ', 'Objet', 'Poste de dépense', 'Axe ministériel 2', 'Date EJ', 'Montant AE'],
      ...[order(1, 'PDE', 'Étude', 'Frais annexes'), [], order(2, null, 'Audit', poste), []],
      ...[order(3, 'SF', 'Conseil', "Tests d'intrusion"), [], order(4, null, 'Licences', "Tests d'intrusion")],
    ];
    expect(read(rows)[1]).toBe(`${envelope as string} 2 100`);
  });

  test('ends at a blank row that is before some orders only', () => {
    expect(read([HEADINGS, first, second, [], commitment(5, null, 7), third, fourth])[2]).toBe('· 5 7');
  });
});
