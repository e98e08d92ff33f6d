/** A list of contracts beside the table of their orders: the orders commit, and the user is asked about the contracts. */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';
import { sumsRead } from '../../../support/ledgers/sums-read';
import type { SheetGiven } from '../../../support/ledgers/workbook-of';

const DAY = 44_960;
type Rows = readonly (readonly CellValue[])[];

/** Two contracts, of 50 000 and of 20 000 €. */
function contracts(name: string, headings: string, numbers: readonly [CellValue, CellValue]): SheetGiven {
  const rows: Rows = [
    [numbers[0], 'Octo', 'PDE', DAY - 30, 50_000],
    [numbers[1], 'Beta', 'Place des entreprises', DAY - 29, 20_000],
  ];
  return { name, rows: [headings.split(' | '), ...rows] };
}

/** Their orders, of 20 000 and of 10 000 €; `of`: the contract of each. */
function orders(name: string, heading: string, of: readonly [CellValue, CellValue]): SheetGiven {
  const headings = ['N° EJ', heading, 'Titulaire', 'Startup', 'Date EJ', 'AE', 'CP', 'Date paiement'];
  const rows: Rows = [
    ['1405700001', of[0], 'Octo', 'PDE', DAY, 20_000, 6_000, DAY + 40],
    ['1405700002', of[1], 'Beta', 'PDE', DAY, 10_000, null, null],
  ];
  return { name, rows: [headings, ...rows] };
}

const HEADINGS = 'N° marché | Titulaire | Startup | Date notification | Montant TTC';
const NUMBERS = ['2023-01', '2023-02'] as const;
const LEFT = 'AE 30000, CP 6000, 1 unread';
const COUNTED = 'AE 100000, CP 6000, 0 unread';

test.each([
  ['Marchés', HEADINGS, 'N° marché'],
  ['Accords-cadres', 'N° AC | Titulaire | Startup | Date notification | Montant', 'N° AC'],
  ['Contrats', 'Contrat | Prestataire | Enveloppe | Date de signature | Montant', 'Contrat'],
  ['Marchés', 'N° marché | Titulaire | Startup | Date notification | Montant engagé', 'Marché'],
  ['Feuil1', 'N° | Titulaire | Startup | Date notification | Montant', 'Marché'],
])('a sheet « %s », of %s', (name, headings, heading) => {
  expect(sumsRead(contracts(name, headings, NUMBERS), orders('Suivi', heading, NUMBERS))).toBe(LEFT);
});

test.each([
  ['in a label', 'Objet', ['BC 1 du marché 2022-DGE-14', 'BC 1 sur 2022-DGE-15']],
  ['nowhere: by supplier and envelope', 'Objet', ['Audit', 'Étude']],
] as const)('their numbers are %s', (_, heading, of) => {
  expect(sumsRead(contracts('Marchés', HEADINGS, ['2022-DGE-14', '2022-DGE-15']), orders('Suivi', heading, of))).toBe(
    LEFT,
  );
});

test.each(['N° marché', 'EJ de rattachement'])(
  'contracts that have EJ of their own, under « %s » of the orders',
  (heading) => {
    const own = ['1305700001', '1305700002'] as const;
    const headings = 'N° EJ | Titulaire | Startup | Date notification | Montant';
    expect(sumsRead(contracts('Marchés', headings, own), orders('BC', heading, own))).toBe(LEFT);
  },
);

test('one order is enough for a list of contracts', () => {
  expect(sumsRead(contracts('Marchés', HEADINGS, NUMBERS), orders('BC', 'N° marché', ['2023-01', '2023-07']))).toBe(
    LEFT,
  );
});

test.each([
  ['on other contracts', contracts('Marchés', HEADINGS, NUMBERS), orders('Suivi', 'N° marché', ['2022-07', '2022-08'])],
  [
    'EJ of the same suppliers',
    contracts('Marchés', HEADINGS.replace('N° marché', 'N° EJ'), ['1405700011', '1405700012']),
    orders('Suivi', 'Objet', ['Audit', 'Étude']),
  ],
  ['what adds to them', contracts('Avenants', HEADINGS, NUMBERS), orders('Suivi', 'N° marché', NUMBERS)],
  ['another year of them', contracts('Reconductions', HEADINGS, NUMBERS), orders('Suivi', 'N° marché', NUMBERS)],
  [
    'orders without an EJ',
    contracts('Suite', HEADINGS.replace('N° marché', 'N° BC'), NUMBERS),
    orders('Suivi', 'N° marché', NUMBERS),
  ],
] as const)('both count: %s', (_, one, other) => {
  expect(sumsRead(one, other)).toBe(COUNTED);
});

test('the only table that commits goes on counting', () => {
  const payments = orders('Paiements', 'N° marché', NUMBERS).rows.map((row) =>
    row.filter((_, at) => at !== 4 && at !== 5),
  );
  expect(sumsRead(contracts('Marchés', HEADINGS, NUMBERS), { name: 'Paiements', rows: payments })).toBe(
    'AE 70000, CP 6000, 0 unread',
  );
});

test('the finding gives their sum, and no remedy adds them', () => {
  const sheets = [contracts('Marchés', HEADINGS, NUMBERS), orders('BC', 'N° marché', NUMBERS)];
  const [sentence] = judged(sheets).sentencesOf('LEC-01');
  expect(sentence).toContain('ne sont pas lues, des marchés dont le suivi a les commandes');
  expect(sentence).not.toContain('Rattachez');
});
