/** A new year, or a new month, that begins with the EJ not paid in full: their rests count once, and are reported. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../../support/ledgers/workbook-of';

type Row = readonly CellValue[];

const HEADINGS: Row = [
  'N° EJ',
  'Axe ministériel 2',
  'Objet',
  'Date EJ',
  'Montant AE',
  'Date de paiement',
  'Montant CP',
];
const day = (year: number, month: number, date: number): number =>
  Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000);
const numberOf = (ej: number): string => `140000000${ej}`;
const commits = (ej: number, on: number | null, ae: number, label = `Étude ${ej}`, paid: Row = []): Row => [
  ...[numberOf(ej), 'PDE', label, on, ae],
  ...paid,
];
const pays = (ej: number, on: number, cp: number): Row => [numberOf(ej), 'PDE', `Étude ${ej}`, null, null, on, cp];
const sheet = (name: string, ...rows: readonly Row[]): SheetGiven => ({ name, rows: [HEADINGS, ...rows] });

/** `AE 1000 CP 0 RAP 1000; info 2023!5: 3 rows 7400`: figures of PDE, then DON-03 and LEC-01. */
function read(...sheets: readonly SheetGiven[]): string {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const [ae, cp] = (['AE', 'CP'] as const).map(
    (nature) => (report.balances.figures({ envelope: 'PDE', line: null }, nature).consumed?.cents ?? 0) / 100,
  );
  const rests = report.findings.flatMap((found) => {
    if (found.rule === 'LEC-01') return ['LEC-01'];
    if (found.rule !== 'DON-03') return [];
    const { carried } = found.details;
    return [carried ? `${found.severity} ${carried.rows} rows ${carried.cents / 100}` : 'DON-03'];
  });
  const left = (report.balances.outstanding('PDE')?.cents ?? 0) / 100;
  return [`AE ${ae} CP ${cp} RAP ${left}`, ...rests].join('; ');
}

const BEFORE: readonly Row[] = [
  commits(1, day(2022, 3, 1), 5000),
  pays(1, day(2022, 6, 1), 2000),
  commits(2, day(2022, 4, 1), 4000),
  pays(2, day(2022, 7, 1), 1500.5),
  commits(3, day(2022, 5, 1), 1000),
  pays(3, day(2022, 8, 1), 1000),
  commits(4, day(2022, 11, 1), 900),
];
const SINCE: readonly Row[] = [commits(5, day(2023, 2, 1), 700), pays(1, day(2023, 3, 1), 500)];
const ONCE = 'AE 700 CP 500 RAP 6599.5';
const rests = (on: number | null, label: (ej: number) => string): readonly Row[] => [
  commits(1, on, 3000, label(1)),
  commits(2, on, 2499.5, label(2)),
  commits(4, on, 900, label(4)),
];

test.each<readonly [string, readonly SheetGiven[], string]>([
  ['none', [sheet('2022', ...BEFORE), sheet('2023', ...SINCE)], ONCE],
  ...(
    [
      ['on 1 January', day(2023, 1, 1), (ej) => `Étude ${ej}`],
      ['under « Report … »', day(2023, 1, 1), (ej) => `Report Étude ${ej}`],
      ['under other words', day(2023, 1, 15), (ej) => `Suite 2022, ${ej}`],
      ['without a day', null, (ej) => `Étude ${ej}`],
    ] satisfies readonly (readonly [string, number | null, (ej: number) => string])[]
  ).map(([name, on, label]): readonly [string, readonly SheetGiven[], string] => [
    `at the beginning of the sheet of the year, ${name}`,
    [sheet('2022', ...BEFORE), sheet('2023', ...rests(on, label), ...SINCE)],
    `${ONCE}; info 3 rows 6399.5`,
  ]),
  [
    'the newest sheet first',
    [sheet('2023', ...rests(day(2023, 1, 1), String), ...SINCE), sheet('2022', ...BEFORE)],
    `${ONCE}; info 3 rows 6399.5`,
  ],
  [
    'one sheet for both years',
    [sheet('Suivi', ...BEFORE, ...rests(day(2023, 1, 1), (ej) => `Report ${ej}`), ...SINCE)],
    `${ONCE}; info 3 rows 6399.5`,
  ],
  [
    'a payment on the row of the rest',
    [
      sheet('2022', ...BEFORE),
      sheet(
        '2023',
        commits(1, day(2023, 1, 1), 3000, 'Report', [day(2023, 3, 1), 500]),
        ...rests(day(2023, 1, 1), String).slice(1),
        commits(5, day(2023, 2, 1), 700),
      ),
    ],
    `${ONCE}; info 3 rows 6399.5`,
  ],
  [
    'EJ of which nothing is paid, all of them, on 1 January: a doubt',
    [
      sheet(
        '2022',
        commits(3, day(2022, 5, 1), 1000),
        pays(3, day(2022, 8, 1), 1000),
        commits(4, day(2022, 11, 1), 900),
      ),
      sheet('2022 bis', commits(6, day(2022, 12, 1), 800)),
      sheet(
        '2023',
        commits(4, day(2023, 1, 1), 900),
        commits(6, day(2023, 1, 1), 800),
        commits(5, day(2023, 2, 1), 700),
      ),
    ],
    'AE 700 CP 0 RAP 2400; warning 2 rows 1700',
  ],
])('rests entered again: %s', (_, sheets, expected) => {
  expect(read(...sheets)).toBe(expected);
});

test('each month begins with the EJ not paid in full', () => {
  const first = commits(1, day(2023, 1, 9), 5000);
  const second = commits(2, day(2023, 2, 9), 4000);
  const months = [
    sheet('Janvier', first),
    sheet('Février', first, second, pays(1, day(2023, 2, 20), 2000)),
    sheet('Mars', commits(1, day(2023, 1, 9), 3000), second, pays(2, day(2023, 3, 20), 1000)),
    sheet(
      'Avril',
      commits(1, day(2023, 1, 9), 3000),
      commits(2, day(2023, 2, 9), 3000),
      commits(3, day(2023, 4, 3), 50),
    ),
  ];
  expect(read(...months)).toBe('AE 9050 CP 3000 RAP 79082; info 1 rows 5000; info 2 rows 7000; info 2 rows 6000');
});

test.each<readonly [string, readonly SheetGiven[], string]>([
  [
    'an avenant of the amount that is left',
    [sheet('2022', ...BEFORE), sheet('2023', commits(1, day(2023, 3, 1), 3000, 'Avenant 1'), ...SINCE)],
    'AE 3700 CP 500 RAP 9599.5',
  ],
  [
    'one further commitment of the amount that is left',
    [sheet('2022', ...BEFORE), sheet('2023', commits(1, day(2023, 3, 1), 3000, 'Lot B'), ...SINCE)],
    'AE 3700 CP 500 RAP 9599.5',
  ],
  [
    'further commitments of other amounts',
    [
      sheet('2022', ...BEFORE),
      sheet('2023', commits(1, day(2023, 3, 1), 2000), commits(2, day(2023, 3, 2), 2500), ...SINCE),
    ],
    'AE 5200 CP 500 RAP 11099.5',
  ],
  [
    'rents committed each month and paid the next one',
    [
      ...[1, 2, 3].map((month) =>
        sheet(
          String(month),
          ...[1, 2].map((ej) => commits(ej, day(2023, month, 3), 100 * ej)),
          ...[3, 4, 5].map((ej) => commits(ej, day(2023, month, 4), 1000 * ej + month)),
          ...(month > 1 ? [1, 2].map((ej) => pays(ej, day(2023, month, 5), 100 * ej)) : []),
        ),
      ),
    ],
    'AE 36918 CP 600 RAP 109350',
  ],
])('commitments that count: %s', (_, sheets, expected) => {
  expect(read(...sheets)).toBe(expected);
});
