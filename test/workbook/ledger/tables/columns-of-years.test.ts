/**
 * Columns of amounts by year: the one of the credit year, or without a year, is read with its own date, and the others
 * are reported. Where both are there, or the table has no date, none is chosen.
 */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

/** Serial numbers of days of 2023 and of 2024. */
const [FEBRUARY, APRIL, MAY, NEXT_FEBRUARY] = [44_958, 45_017, 45_047, 45_323];

/** Two rows of EJ under these headings: AE and CP, and what is found. */
function read(headings: readonly string[], ...rows: readonly (readonly CellValue[])[]): readonly unknown[] {
  const keys = ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur'];
  const named = rows.map((row, at) => ['PDE', `140000000${at + 1}`, FEBRUARY, `Société ${at + 1}`, ...row]);
  const { ae, cp, found } = judged([[...keys, ...headings], ...named]);
  return [ae, cp, found];
}

test.each`
  first           | second               | cp      | reported
  ${'Montant CP'} | ${'CP 2024'}         | ${6000} | ${['LEC-03 H2']}
  ${'Montant CP'} | ${'CP 2022'}         | ${6000} | ${['LEC-03 H2']}
  ${'CP payés'}   | ${'CP N+1'}          | ${6000} | ${['LEC-03 H2']}
  ${'CP 2023'}    | ${'CP 2024'}         | ${6000} | ${['LEC-03 H2']}
  ${'CP (2023)'}  | ${'CP (2024)'}       | ${6000} | ${['LEC-03 H2']}
  ${'CP'}         | ${'Montant CP 2025'} | ${6000} | ${['LEC-03 H2']}
  ${'CP'}         | ${'CP 2023'}         | ${null} | ${['LEC-03 G2', 'LEC-03 H2', 'LEC-04 A1']}
  ${'CP 2022'}    | ${'CP 2024'}         | ${null} | ${['LEC-03 G2', 'LEC-03 H2', 'LEC-04 A1']}
`('« $first | $second »: CP $cp', ({ first, second, cp, reported }) => {
  const rows = [
    [10_000, APRIL, 4000, 1000],
    [6000, MAY, 2000, 300],
  ];
  expect(read(['Montant AE', 'Date paiement', first, second], ...rows)).toEqual([16_000, cp, reported]);
});

test('the column of another year without amounts is not worth a finding', () => {
  const rows = [
    [10_000, APRIL, 4000, 0],
    [6000, MAY, 2000, null],
  ];
  expect(read(['Montant AE', 'Date paiement', 'Montant CP', 'CP 2024'], ...rows)).toEqual([16_000, 6000, []]);
});

test.each`
  amounts                      | reported
  ${['Montant AE', 'AE 2024']} | ${['LEC-03 F2']}
  ${['AE', 'AE N+1']}          | ${['LEC-03 F2']}
  ${['AE 2023', 'AE 2024']}    | ${['LEC-05 F2', 'PER-02 C2']}
`('$amounts: the workbook was refused', ({ amounts, reported }) => {
  const rows = [
    [10_000, 1000, APRIL, 4000],
    [6000, null, MAY, 2000],
  ];
  expect(read([...amounts, 'Date paiement', 'CP'], ...rows)).toEqual([16_000, 6000, reported]);
});

test('the date of another year is that of its own amounts', () => {
  const headings = ['AE', 'Date paiement 2024', 'CP 2024', 'Date paiement', 'CP'];
  const rows = [
    [10_000, NEXT_FEBRUARY, 1000, APRIL, 4000],
    [6000, null, null, MAY, 2000],
  ];
  expect(read(headings, ...rows)).toEqual([16_000, 6000, ['LEC-03 G2']]);
});

test('one date is read whatever its year', () => {
  const rows = [
    [10_000, APRIL, 4000],
    [6000, MAY, 2000],
  ];
  expect(read(['AE', 'Date paiement 2024', 'CP'], ...rows)).toEqual([16_000, 6000, []]);
});

test.each`
  number     | amount
  ${'DP'}    | ${'CP 2023'}
  ${'DP'}    | ${'Montant CP (2023)'}
  ${'N° DP'} | ${'CP 2023'}
`('« $number » is no amount beside « $amount »: no CP was read', ({ number, amount }) => {
  const rows = [
    [10_000, '0100374355', APRIL, 4000],
    [6000, '0100374356', MAY, 2000],
  ];
  expect(read(['Montant AE', number, 'Date paiement', amount], ...rows)).toEqual([16_000, 6000, []]);
});

test('a summary after an empty column is another table, whatever the heading before it', () => {
  const keys = ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE (2023)', 'Date paiement', 'CP (2023)', 'Fournisseur'];
  const rows = [1, 2, 3].map((rank) => ['PDE', `140000000${rank}`, FEBRUARY, 1000, APRIL, 400, `Société ${rank}`]);
  const summary = [
    ['Enveloppe', 'Crédits AE', 'AE consommées'],
    ['PDE', 500_000, 3000],
  ];
  const sheet = [keys, ...rows].map((row, at) => [...row, null, ...(summary[at] ?? [])]);
  const { ae, cp, found } = judged(sheet);
  expect([ae, cp, found]).toEqual([3000, 1200, []]);
});
