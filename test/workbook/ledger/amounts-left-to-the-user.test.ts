/**
 * Amounts that could be taken for those of the year, and are not: a column of another year, a second column with the
 * same heading, a row carried over. None is counted, and a finding names each.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

/** The AE of PDE in euros, null when not calculable, and the findings that name amounts left out. */
function read(rows: Rows): readonly [ae: number | null, rules: readonly string[]] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const { consumed } = balances.figures({ envelope: 'PDE', line: null }, 'AE');
  const rules = findings.map(({ rule }) => rule).filter((rule) => ['LEC-03', 'LEC-04', 'DON-05'].includes(rule));
  return [consumed === null ? null : consumed.cents / 100, rules];
}

const KEYS = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date engagement'];
const PAID = ['Date de paiement', 'CP'];

function ledger(amounts: readonly string[], first: readonly CellValue[], second: readonly CellValue[]): Rows {
  return [
    [...KEYS, ...amounts, ...PAID],
    ['PDE', '1400000001', 'Étude', 45_000, ...first, 45_010, 5],
    ['PDE', '1400000002', 'Site', 45_001, ...second, 45_011, 6],
    ['PDE', '1400000003', 'Conseil', 45_002, ...second, 45_012, 7],
  ];
}

test.each(['AE 2024', 'AE 2022', 'AE N-1', 'AE (n + 1)', 'Montant engagé N–1'])(
  '« %s » alone is no column of AE of 2023',
  (heading) => {
    expect(read(ledger([heading], [1000], [2000]))).toEqual([null, ['LEC-03', 'LEC-04']]);
  },
);

test.each(['AE 2024', 'AE N+1'])('« %s » beside « AE » is in no figure', (heading) => {
  expect(read(ledger(['AE', heading], [1000, 70_000], [2000, 80_000]))).toEqual([5000, ['LEC-03']]);
});

test('« AE 2023 » is that of the year', () => {
  expect(read(ledger(['AE 2023'], [1000], [2000]))).toEqual([5000, []]);
});

test.each([
  ['DP', [1200.5, 3400, 560.25], ['LEC-03']],
  ['Service fait', [1200, 3400, 560], ['LEC-03']],
  ['SF', [1200.5, 3400, 560], ['LEC-03']],
  ['Coût', [1200.5, 3400, 560.25], ['LEC-03']],
  ['UO', [1200.5, 3400, 560.25], ['LEC-03']],
  ['SF', [45_010, 45_011, 45_012], []],
  ['DP', [100_000_001, 100_000_002, 100_000_003], []],
  ['Coût', ['EMPEF00075', 'EMPEF00075', 'EMPEF00075'], []],
  ['Date de SF', [1200, 3400, 560], []],
] as const)('« %s » %j beside the amounts: %j', (heading, values, rules) => {
  const rows = ledger(['AE'], [1000], [2000]).map((row, at) => [...row, at === 0 ? heading : (values[at - 1] ?? null)]);
  expect(read(rows)).toEqual([5000, rules]);
});

describe('a second column « AE » without a date of its own', () => {
  test('on the same rows is not added to the first', () => {
    expect(read(ledger(['AE', 'AE'], [1000, 111], [2000, 222]))).toEqual([5000, ['LEC-03']]);
  });

  test('which repeats the first does not count twice', () => {
    expect(read(ledger(['AE', 'AE'], [1000, 1000], [2000, 2000]))[0]).toBe(5000);
  });

  test('on other rows only is a further amount', () => {
    expect(read(ledger(['AE', 'AE'], [1000, null], [null, 2000]))).toEqual([5000, []]);
  });

  test('with a number in its heading is a further amount', () => {
    expect(read(ledger(['AE 1', 'AE 2'], [1000, 111], [2000, 222]))[0]).toBe(5555);
  });
});

test.each(['Report 2022', 'Reports N-1', 'Reliquat 2022', 'Bascule 2022'])(
  '« %s », without EJ, is carried over and no commitment of the year',
  (label) => {
    const [headings = [], ...rows] = ledger(['AE'], [1000], [2000]);
    const carried = ['PDE', null, label, 44_927, 9000, null, null];
    expect(read([headings, carried, ...rows])).toEqual([5000, ['DON-05']]);
  },
);

test('« Reliquat » on an EJ is an operation', () => {
  const [headings = [], ...rows] = ledger(['AE'], [1000], [2000]);
  const last = ['PDE', '1400000001', 'Reliquat', 45_020, 90, null, null];
  expect(read([headings, ...rows, last])[0]).toBe(5090);
});
