/** Commitments without a day in a convention of several years: the year that the ledger gives them, or none. */
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../../src/domain/envelopes/convention';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { controlled } from '../../../../support/ledgers/ledger-workbook';
import { workbookOf, type SheetGiven } from '../../../../support/ledgers/workbook-of';

const ONE = convention2023();
const TWO: Convention = {
  ...ONE,
  endsOn: isoDate('2024-12-31'),
  otherYears: [{ year: 2024, ceilings: ONE.ceilings, envelopes: ONE.envelopes, rap: [] }],
};

/** « 2023: AE, restes à payer | 2024: the same | findings on the dates », in euros, of PDE. */
function read(...sheets: readonly SheetGiven[]): string {
  const found = new Set<string>();
  const years = ['2023-12-31', '2024-12-31'].map((asOf) => {
    const { report } = controlled(workbookOf(...sheets), asOf, TWO);
    for (const { rule, details } of report.findings) {
      const isOfDates = rule === 'LEC-04' && details.figure === 'AE';
      if (isOfDates || (rule === 'DON-01' && details.field === 'commitmentDate')) found.add(rule);
    }
    const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, 'AE');
    const listed = ONE.envelopes[0]?.openingRap.cents ?? 0;
    const owed = report.balances.outstanding('PDE');
    return [consumed && consumed.cents / 100, owed && (owed.cents - listed) / 100].join(' ');
  });
  return [...years, [...found].sort().join()].join(' | ');
}

const REST = ['Axe ministériel 2', 'N° EJ', 'Montant AE', 'Payé le', 'Montant CP'];
const ej = (first: readonly CellValue[], digit: number, ae: number): readonly CellValue[] => [
  ...first,
  'PDE',
  `140000000${digit}`,
  ae,
  null,
  null,
];

test.each`
  given                               | headings        | first                                     | expected
  ${'« Exercice »'}                   | ${['Exercice']} | ${[[2023], [2024], [2024]]}               | ${'100 100 | 50 150 | '}
  ${'« Année EJ »'}                   | ${['Année EJ']} | ${[[2023], [2024], [2024]]}               | ${'100 100 | 50 150 | '}
  ${'a month under « Date EJ »'}      | ${['Date EJ']}  | ${[['mars 2023'], ['T1 2024'], ['2024']]} | ${'100 100 | 50 150 | DON-01'}
  ${'nothing'}                        | ${[]}           | ${[[], [], []]}                           | ${'  |   | LEC-04'}
  ${'a column of dates without any'}  | ${['Date EJ']}  | ${[[null], [null], [null]]}               | ${'  |   | DON-01,LEC-04'}
  ${'« Exercice », blank on one row'} | ${['Exercice']} | ${[[2023], [2024], [null]]}               | ${'100 100 | 50 150 | DON-01'}
`('the year by $given: $expected', ({ headings, first, expected }) => {
  const firsts = first as readonly (readonly CellValue[])[];
  const rows = [100, 70, -20].map((ae, at) => ej(firsts[at] ?? [], at === 2 ? 2 : at + 1, ae));
  expect(read({ name: 'Suivi', rows: [[...(headings as readonly string[]), ...REST], ...rows] })).toBe(expected);
});

test.each`
  first           | second            | expected
  ${'2023'}       | ${'2024'}         | ${'100 100 | 70 170 | '}
  ${'Suivi 2023'} | ${'Suivi 2024'}   | ${'100 100 | 70 170 | '}
  ${'Suivi PDE'}  | ${'Suivi PDE 24'} | ${'  |   | LEC-04'}
`('the year by the sheets « $first » and « $second »: $expected', ({ first, second, expected }) => {
  const [one, two] = [
    { name: first as string, rows: [REST, ej([], 1, 100)] },
    { name: second as string, rows: [REST, ej([], 2, 70)] },
  ];
  expect(read(one, two)).toBe(expected);
});

test('no year by the name of a sheet that has days of another one', () => {
  const rows = [['Date EJ', ...REST], ej([45_000], 1, 100), ej([45_352], 2, 70), ej([null], 3, 30)];
  expect(read({ name: 'Suivi 2023', rows })).toBe('130 130 | 100 200 | DON-01');
});

test.each`
  paid      | digit | doubts | why
  ${45_336} | ${1}  | ${0}   | ${'in 2024, on an EJ of 2023: the column has the year of the EJ'}
  ${45_336} | ${3}  | ${1}   | ${'in 2024, on an EJ that 2023 does not commit'}
`('« Exercice » 2023 on a payment $why', ({ paid, digit, doubts }) => {
  const pays = [2023, null, 'PDE', `140000000${digit as number}`, null, paid as number, 10];
  const rows = [['Exercice', 'Date EJ', ...REST], ej([2023, 45_000], 1, 100), ej([2024, 45_352], 2, 70), pays];
  const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2024-12-31', TWO);
  expect(report.findings.filter(({ rule }) => rule === 'LEC-05')).toHaveLength(doubts as number);
});

test('the year by titles on one sheet', () => {
  const rows = [['Exercice 2023'], REST, ej([], 1, 100), ['Exercice 2024'], ej([], 2, 70)];
  expect(read({ name: 'Suivi', rows })).toBe('100 100 | 70 170 | ');
});

test('one row without a date among others counts in its year alone, and is reported', () => {
  const rows = [
    ['Exercice', 'Date EJ', ...REST],
    ej([2023, 45_000], 1, 100),
    ej([2024, 45_352], 2, 70),
    ej([2024, null], 3, 30),
  ];
  expect(read({ name: 'Suivi', rows })).toBe('100 100 | 100 200 | DON-01');
});
