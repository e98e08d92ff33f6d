/** The CP of an EJ in all, beside its payments: counted twice, and reported. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const DAY = 45_000;
type Row = readonly [ej: string, ae: number | null, paidOn: number | null, cp: number | null];

/** The words of LEC-05, and the CP of PDE paid, in euros. */
function doubts(...rows: readonly Row[]) {
  const cells = rows.map(([ej, ae, paidOn, cp]): CellValue[] => [
    ...[`140000000${ej}`, ae === null ? null : DAY, 'PDE', ae, paidOn, cp],
  ]);
  const headings = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE', 'Date de paiement', 'Montant CP'];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [headings, ...cells] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const words = findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ${details.about}`] : [],
  );
  return [words, (balances.figures({ envelope: 'PDE', line: null }, 'CP').consumed?.cents ?? NaN) / 100];
}

const TOTAL = ['Montant CP « 900 » amount'];

test.each<[string, readonly Row[], readonly string[], number]>([
  [
    'paid in all, and two payments',
    [
      ['1', 3000, 45_100, 900],
      ['1', null, 45_060, 600],
      ['1', null, 45_100, 300],
    ],
    TOTAL,
    1800,
  ],
  [
    'paid in all, without a day',
    [
      ['1', 3000, null, 900],
      ['1', null, 45_060, 600],
      ['1', null, 45_100, 300],
    ],
    TOTAL,
    900,
  ],
  [
    'a first payment, and others',
    [
      ['1', 3000, 45_060, 500],
      ['1', null, 45_070, 600],
      ['1', null, 45_100, 300],
    ],
    [],
    1400,
  ],
  [
    'two equal payments',
    [
      ['1', 3000, 45_060, 500],
      ['1', null, 45_090, 500],
    ],
    [],
    1000,
  ],
  [
    'payments of another EJ',
    [
      ['1', 3000, 45_060, 900],
      ['2', null, 45_070, 600],
      ['2', null, 45_100, 300],
    ],
    [],
    1800,
  ],
  [
    'two rows with AE and CP',
    [
      ['1', 900, 45_060, 900],
      ['1', 600, 45_070, 600],
      ['1', 300, 45_100, 300],
    ],
    [],
    1800,
  ],
])('%s', (_, rows, words, paid) => {
  expect(doubts(...rows)).toEqual([words, paid]);
});
