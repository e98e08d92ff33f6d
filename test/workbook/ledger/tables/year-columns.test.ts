/** AE and CP of each EJ in columns of years: each counts on the last day of its year, or on the day of its EJ. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate, toIso, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import type { AmountReading, DateReading } from '../../../../src/domain/envelopes/ledger';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const EJ = ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ'];
const NONE = EJ.map(() => null);
/** 10/12/2022 and 10/01/2023. */
const HOSTING = ['1405135458', 'Hébergement', 'PDE', 44_936];
const LICENCES = ['1405135459', 'Licences', 'SF', 44_905];

function opened(rows: Rows) {
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows: rows.map((row) => [...row]) }), {
    convention: convention2023(),
  });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

function dated(nature: string, amount: AmountReading, day: DateReading): readonly string[] {
  if (amount.kind !== 'amount' || amount.cents === 0 || day.kind !== 'date') return [];
  return [`${nature} ${toIso(day.date)} ${amount.cents / 100}`];
}

/** The operations, as `AE 2023-01-10 50000`. */
function operations(rows: Rows): readonly string[] {
  return opened(rows).ledger.rows.flatMap(({ ae, cp, commitmentDate, paymentDate }) => [
    ...dated('AE', ae, commitmentDate),
    ...dated('CP', cp, paymentDate),
  ]);
}

function findings(rows: Rows, asOf: CivilDate = isoDate('2023-12-31')): readonly string[] {
  const { report, dossier } = controlledAt(opened(rows), asOf);
  return report.findings.map((one) =>
    `${one.severity} ${one.rule} ${describeFinding(one, dossier.convention, 'fr').message}`.replace(
      /[\s’]/gu,
      (found) => (found === '’' ? "'" : ' '),
    ),
  );
}

const AMOUNTS = [
  [null, 50_000, null, 20_000],
  [3000, 6000, 1000, 4000],
];
/** The AE of 2023 on the EJ of 2022 have no day: they count at the end of their year. */
const READ = [
  'AE 2022-12-10 3000',
  'AE 2023-01-10 50000',
  'AE 2023-12-31 6000',
  'CP 2022-12-31 1000',
  'CP 2023-12-31 20000',
  'CP 2023-12-31 4000',
];

function rowsOf(headings: Rows, amounts: Rows = AMOUNTS): Rows {
  const [first = [], second = []] = amounts;
  return [...headings, [...HOSTING, ...first], [...LICENCES, ...second]];
}

/** The amounts with their totals, and what is left to be paid. */
const WITH_TOTALS = [
  [null, 50_000, 50_000, null, 20_000, 20_000, 30_000],
  [3000, 6000, 9000, 1000, 4000, 5000, 4000],
];
const FLAT = rowsOf([[...EJ, 'AE 2022', 'AE 2023', 'CP 2022', 'CP 2023']]);

test.each<[string, Rows]>([
  ['on one row of headings', FLAT],
  ['in other words', rowsOf([[...EJ, 'Engagé 2022', 'Engagé 2023', 'Payé 2022', 'Payé 2023']])],
  [
    'with totals',
    rowsOf([[...EJ, 'AE 2022', 'AE 2023', 'Total AE', 'CP 2022', 'CP 2023', 'Total CP', 'Reste à payer']], WITH_TOTALS),
  ],
  [
    'year by year',
    rowsOf(
      [[...EJ, 'AE 2022', 'CP 2022', 'AE 2023', 'CP 2023']],
      AMOUNTS.map(([a, b, c, d]) => [a ?? null, c ?? null, b ?? null, d ?? null]),
    ),
  ],
  [
    'years under AE and CP',
    rowsOf([
      [...EJ, 'AE', null, 'CP', null],
      [...NONE, 2022, 2023, 2022, 2023],
    ]),
  ],
  [
    'years and totals under AE and CP',
    rowsOf(
      [
        [...EJ, 'AE', null, null, 'CP', null, null, 'Reste à payer'],
        [...NONE, 2022, 2023, 'Total', 2022, 2023, 'Total', null],
      ],
      WITH_TOTALS,
    ),
  ],
  [
    'AE and CP under years',
    rowsOf(
      [
        [...NONE, 2022, null, 2023, null],
        [...EJ, 'AE', 'CP', 'AE', 'CP'],
      ],
      AMOUNTS.map(([a, b, c, d]) => [a ?? null, c ?? null, b ?? null, d ?? null]),
    ),
  ],
])('read: %s', (_, rows) => {
  expect([...operations(rows)].sort()).toEqual([...READ].sort());
  expect(findings(rows).filter((one) => one.startsWith('error'))).toEqual([]);
});

test('payments by year beside one column of AE', () => {
  const rows = rowsOf(
    [[...EJ, 'AE', 'CP 2022', 'CP 2023']],
    [
      [50_000, null, 20_000],
      [9000, 1000, 4000],
    ],
  );
  expect([...operations(rows)].sort()).toEqual([
    'AE 2022-12-10 9000',
    'AE 2023-01-10 50000',
    'CP 2022-12-31 1000',
    'CP 2023-12-31 20000',
    'CP 2023-12-31 4000',
  ]);
});

test('AE of another year than the day of their EJ are a warning, which states where they count', () => {
  expect(findings(FLAT)).toContainEqual(
    expect.stringMatching(/^warning LEC-05 Colonne «\sAE 2023\s» .*1\sligne comptée au dernier jour de l'année/),
  );
});

test('at a date in a year, what its columns hold is an error with its sums', () => {
  expect(findings(FLAT, isoDate('2023-06-30'))).toContainEqual(
    expect.stringMatching(/^error DON-08 Montants saisis par année\s: 6\s000,00\s€ d'AE et 24\s000,00\s€ de CP/),
  );
});

test.each<[string, Rows, string]>([
  [
    'a total that is not the sum of its years',
    rowsOf(
      [[...EJ, 'AE 2022', 'AE 2023', 'Total AE', 'CP 2022', 'CP 2023']],
      [
        [null, 50_000, 60_000, null, 20_000],
        [3000, 6000, 9000, 1000, 4000],
      ],
    ),
    'LEC-03 Colonne « Total AE »',
  ],
  [
    'a word under a year',
    rowsOf(
      [[...EJ, 'AE 2022', 'AE 2023', 'CP 2022', 'CP 2023']],
      [
        [null, 50_000, null, 'voir'],
        [3000, 6000, 1000, 4000],
      ],
    ),
    'LEC-04',
  ],
  ['a schedule', rowsOf([['Échéancier'], [...EJ, 'AE 2022', 'AE 2023', 'CP 2022', 'CP 2023']]), 'LEC-04'],
  [
    'one day for several years of payments',
    rowsOf(
      [[...EJ, 'AE', 'CP 2022', 'CP 2023', 'Date de paiement']],
      [
        [50_000, null, 20_000, 45_000],
        [9000, 1000, 4000, 45_000],
      ],
    ),
    'LEC-03 Colonne « CP 2022 »',
  ],
])('an error: %s', (_, rows, start) => {
  const errors = findings(rows).filter((one) => one.startsWith('error'));
  expect(errors).toContainEqual(expect.stringContaining(start));
});
