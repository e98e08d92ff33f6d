/** « Date de rapprochement » of DP: the payment. « Date comptable » beside it is the day on which the DP is entered. */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

const DAY = 45_000;
const EJ = {
  name: 'EJ',
  rows: [
    ['N° EJ', 'Axe ministériel 2', 'Date EJ', 'Montant TTC'],
    ['1405512301', 'PDE', DAY, 1_000],
  ],
};

/** The CP paid beside a sheet of two DP, of 200 € and 50 €, the second without a date under the headings after « ; ». */
function paid(headings: string): number | null {
  const [filled = '', blank = ''] = headings.split(' ; ');
  const dates = blank === '' ? [] : blank.split(' | ');
  const always: Readonly<Record<string, CellValue>> = { 'N° EJ': '1405512301', 'Axe ministériel 2': 'PDE' };
  const row = (dp: string, amount: number, isPaid: boolean): readonly CellValue[] => [
    ...filled
      .split(' | ')
      .map((one) => always[one] ?? (one === 'N° DP' ? dp : one === 'Montant CP' ? amount : DAY + 9)),
    ...dates.map(() => (isPaid ? DAY + 20 : null)),
  ];
  const rows = [[...filled.split(' | '), ...dates], row('100083815', 200, true), row('100083816', 50, false)];
  return judged([EJ, { name: 'DP', rows }]).cp;
}

const DP = 'N° DP | N° EJ | Axe ministériel 2 | Montant CP';

test.each([
  'Date de rapprochement',
  'Date rapprochement bancaire',
  'Rapprochée le',
  'Date de paiement',
  'Date de lettrage',
])('« Date comptable » beside « %s »: a DP without it is not paid', (heading) => {
  expect(paid(`${DP} | Date comptable ; ${heading}`)).toBe(200);
  expect(paid(`${DP} ; ${heading}`)).toBe(200);
});

test.each([
  ['alone', `${DP} | Date comptable`],
  ['beside the day of a comparison with Chorus', `${DP} | Date comptable ; Rapprochement Chorus le`],
])('« Date comptable » %s is the day of payment', (_, headings) => {
  expect(paid(headings)).toBe(250);
});

test.each(['Rapproché le', 'Date de rapprochement'])(
  '« %s » without DP nor « Date comptable » pays nothing',
  (heading) => {
    const ledger = 'N° EJ | Axe ministériel 2 | Montant CP | Date de paiement';
    expect(paid(`${ledger} ; ${heading}`)).toBe(250);
    const rows = [
      ['N° EJ', 'Axe ministériel 2', 'Date EJ', 'Montant AE', 'Montant CP', heading],
      ['1405512301', 'PDE', DAY, 1_000, 200, DAY + 20],
    ];
    expect(judged(rows).cp).toBeNull();
  },
);
