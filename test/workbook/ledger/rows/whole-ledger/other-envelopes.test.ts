/** Two columns that name envelopes: where they differ on a row, it is reported, and counts by its imputation. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

/** Rows by their two names; the words of LEC-05, and the AE of PDE in euros. */
function doubts(headings: readonly [string, string], rows: readonly (readonly [string | null, string | null])[]) {
  const opened = openDossier(
    workbookOf({
      name: 'Suivi',
      rows: [
        ['N° EJ', 'Date EJ', ...headings, 'Montant AE', 'Objet'],
        ...rows.map((names, at) => [`140000000${at}`, 45_000 + at, ...names, 100, `Marché ${at}`]),
      ],
    }),
    { convention: convention2023() },
  );
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const words = findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ×${details.rows}`] : [],
  );
  return [words, (balances.figures({ envelope: 'PDE', line: null }, 'AE').consumed?.cents ?? NaN) / 100];
}

const AXIS_FIRST = ['Axe ministériel 2', 'Bénéficiaire des crédits'] as const;

test.each<[string, readonly (readonly [string | null, string | null])[], readonly string[], number]>([
  [
    'one row differs',
    [
      ['PDE', 'PDE'],
      ['PDE', 'Signaux Faibles'],
      ['SF', 'SF'],
    ],
    ['Bénéficiaire des crédits « Signaux Faibles » ×1'],
    200,
  ],
  [
    'a code and a label of the same envelope',
    [
      ['PDE', 'Place des entreprises'],
      ['SF', 'Signaux faibles'],
    ],
    [],
    100,
  ],
  [
    'blank cells',
    [
      ['PDE', null],
      ['PDE', 'PDE'],
    ],
    [],
    200,
  ],
  [
    'a column of other words, one of which is also an alias',
    [
      ['PDE', 'Hermine'],
      ['PDE', 'Ondine'],
      ['PDE', 'SF'],
    ],
    [],
    300,
  ],
])('%s', (_, rows, words, ae) => {
  expect(doubts(AXIS_FIRST, rows)).toEqual([words, ae]);
});

test('whichever of both columns gives the imputation, the row is reported', () => {
  const rows = [
    ['SF', 'PDE'],
    ['PDE', 'PDE'],
  ] as const;
  expect(doubts(['Start-up', 'Axe ministériel 2'], rows)[0]).toHaveLength(1);
});

describe('a title over a part of the table', () => {
  const HEADINGS = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'];
  const order = (number: number, axis: string) => [`140000000${number}`, 45_000 + number, axis, 100];
  const titles = (...rows: CellValue[][]) => {
    const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
    return findings.flatMap(({ rule, details }) => (rule === 'LEC-05' ? [`« ${details.raw} » ×${details.rows}`] : []));
  };

  test('that the column contradicts', () => {
    const [pde, sf] = [order(1, 'PDE'), order(2, 'PDE')];
    expect(titles(['PDE'], HEADINGS, pde, [], ['Signaux Faibles'], HEADINGS, sf)).toHaveLength(1);
    expect(titles(HEADINGS, ['PDE'], pde, ['Signaux Faibles'], sf)).toHaveLength(1);
  });

  test('that it confirms, or the title of the whole ledger: nothing', () => {
    expect(titles(['PDE'], HEADINGS, order(1, 'PDE'), [], ['Signaux Faibles'], HEADINGS, order(2, 'SF'))).toEqual([]);
    expect(titles(['Place des entreprises'], HEADINGS, order(1, 'PDE'), order(2, 'SF'))).toEqual([]);
  });
});
