/** A journal that numbers its EJ and its DP in one column, and gives the EJ that a DP pays in another. */
import { openDossier } from '../../../../../src/application/open-dossier';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { judged } from '../../../../support/ledgers/judged';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const [SIGNED, PAID] = [44_958, 45_017];
const journal = (number: string, ej: string) => ['Type', number, ej, 'Titulaire', 'Enveloppe', 'Date', 'Montant'];
const committed = (number: CellValue, amount: number, ej: CellValue = null) => [
  ...['EJ', number, ej, 'ALPHA', 'PDE'],
  ...[SIGNED, amount],
];
const paid = (number: CellValue, ej: CellValue, amount: number) => ['DP', number, ej, 'ALPHA', 'PDE', PAID, amount];

/** The EJ of each row, « - » without one. */
function ejsOf(rows: readonly (readonly CellValue[])[]): readonly string[] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.ledger.rows.map(({ ej }) => (ej.kind === 'ej' ? ej.number : '-'));
}

test.each`
  number         | ej
  ${'N°'}        | ${'EJ lié'}
  ${'N° pièce'}  | ${'EJ de rattachement'}
  ${'Référence'} | ${'N° EJ'}
`('« $number | $ej »: a commitment is that of its own number', ({ number, ej }: Record<'number' | 'ej', string>) => {
  const rows = [
    journal(number, ej),
    committed('1405700001', 10_000),
    paid('5000000001', '1405700001', 4000),
    committed(1405700002, 3000),
  ];
  expect(ejsOf(rows)).toEqual(['1405700001', '1405700001', '1405700002']);
  expect(judged(rows).found).toEqual([]);
});

test.each`
  kept                                    | rows
  ${'where payments name no such number'} | ${[committed('1405700001', 10_000), paid('5000000001', '1405700009', 4000)]}
  ${'where a row commits what is paid'}   | ${[committed('1405700001', 10_000), committed('x', 90, '1405700001'), paid('5000000001', '1405700001', 4000)]}
  ${'where the number is none of an EJ'}  | ${[committed('MARCHE-12', 10_000), paid('5000000001', '1405700001', 4000)]}
`('a commitment without an EJ stays without, $kept', ({ rows }) => {
  expect(ejsOf([journal('N°', 'EJ lié'), ...(rows as CellValue[][])])[0]).toBe('-');
});

test('what is paid on it comes off its own AE: a payment above it is found', () => {
  const rows = [journal('N°', 'EJ lié'), committed('1405700001', 10_000), paid('5000000001', '1405700001', 12_000)];
  expect(judged(rows).found).toEqual(['EJ-02 G3']);
});
