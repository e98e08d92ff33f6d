/** A ledger shared by several conventions or years: the rows of the others are listed, and not counted. */
import { convention2023 } from '../../../../support/conventions';
import { controlled, ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';

/** The rows that count, by the last digit of their EJ, and those that do not, with the reason. */
function read(table: string): string {
  const { dossier } = controlled(ledgerWorkbook(convention2023(), table));
  const counted = dossier.ledger.rows.map(({ ej }) => (ej.kind === 'ej' ? ej.number.slice(-1) : '·')).join(' ');
  const reasons = dossier.ignored.map(({ row, reason }) => `${row} ${reason}`).join(', ');
  return `${counted} | ${reasons}`;
}

const REST = 'Axe ministériel 2 | N° EJ | Date EJ | Montant AE | Payé le | Montant CP';
const commits = (first: string, ej: number, ae = 1000): string =>
  `${first} | PDE | 140000000${ej} | 15/02/2023 | ${ae} | | \n`;
const pays = (first: string, ej: number, cp = 1000): string =>
  `${first} | PDE | 140000000${ej} | | | 15/06/2023 | ${cp}\n`;

describe('a column of conventions', () => {
  const table = (...names: readonly string[]): string =>
    `N° convention | ${REST}\n${names.map((name, at) => commits(name, at + 1)).join('')}`;

  test.each`
    names                                                       | expected
    ${['ECOI2236199X', 'ECOI2236100A']}                         | ${'1 | 2 otherConvention'}
    ${['dgefp-dge-2023', 'mildeca-dga-2023']}                   | ${'1 | 2 otherConvention'}
    ${['DGEFP – DGE 2023', 'DGEFP – DGE 2022']}                 | ${'1 | 2 otherConvention'}
    ${['Convention DGEFP / DGE', 'Convention DGEFP / DARES']}   | ${'1 | 2 otherConvention'}
    ${['Convention DGEFP / DGE', 'Convention DGE']}             | ${'1 2 | '}
    ${['NOR : ECOI2236199X', '', 'Autre']}                      | ${'1 2 | 3 otherConvention'}
    ${['ECOI2236199X', 'ECOI2236199', 'Place des entreprises']} | ${'1 2 3 | '}
    ${['Convention A', 'Convention B']}                         | ${'1 2 | '}
  `('$names', ({ names, expected }: { names: readonly string[]; expected: string }) => {
    expect(read(table(...names))).toBe(expected);
  });
});

test.each`
  heading         | names                                                   | doubts
  ${'Convention'} | ${['PDE-2023', 'Autre convention', 'PDE-2023']}         | ${['Convention « Autre convention » ×1']}
  ${'Convention'} | ${['Convention A', 'Convention B', '', 'Convention B']} | ${['Convention « Convention A » ×1', 'Convention « Convention B » ×2']}
  ${'Convention'} | ${['Notre convention', 'Notre convention']}             | ${[]}
  ${'Convention'} | ${['ECOI2236199X', 'Autre', 'Autre']}                   | ${[]}
  ${'Délégant'}   | ${['DGEFP', 'DGFiP', 'DGEFP']}                          | ${['Délégant « DGFiP » ×1']}
  ${'Délégant'}   | ${['DGFiP', 'DGFiP']}                                   | ${[]}
`('under « $heading », $names: every row of another one is left out, or in doubt', ({ heading, names, doubts }) => {
  const rows = (names as readonly string[]).map((name, at) => commits(name, at + 1)).join('');
  const { report } = controlled(ledgerWorkbook(convention2023(), `${heading} | ${REST}\n${rows}`));
  const found = report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ×${details.rows}`] : [],
  );
  expect(found).toEqual(doubts);
});

describe('« Exercice » of another year than the date by which the row counts', () => {
  const HEADINGS = `Exercice | ${REST}\n`;
  const doubtsOf = (rows: string): readonly string[] => {
    const { report } = controlled(ledgerWorkbook(convention2023(), HEADINGS + rows));
    return report.findings.flatMap(({ rule, details }) =>
      rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ×${details.rows} ${details.about}`] : [],
    );
  };

  test.each([
    ['an EJ of 2022, signed in 2023', '2022 | PDE | 1400000001 | 15/02/2023 | 1000 | |', ['Exercice « 2022 » ×1 row']],
    ['a payment of January', '2022 | PDE | 1400000001 | | | 12/01/2023 | 1000', ['Exercice « 2022 » ×1 row']],
    [
      'a year in words',
      'Exercice 2022 | PDE | 1400000001 | 15/02/2023 | 1000 | |',
      ['Exercice « Exercice 2022 » ×1 row'],
    ],
    ['an EJ of 2022, paid in 2023', '2022 | PDE | 1400000001 | 15/02/2022 | | 12/03/2023 | 1000', []],
    ['an EJ of 2022 by both', '2022 | PDE | 1400000001 | 15/02/2022 | 1000 | |', []],
    ['an EJ of this year', '2023 | PDE | 1400000001 | 15/02/2023 | 1000 | |', []],
    ['no date', '2022 | PDE | 1400000001 | | 1000 | |', []],
    ['no year', ' | PDE | 1400000001 | 15/02/2023 | 1000 | |', []],
    ['a date without credits: PER-03', '2023 | PDE | 1400000001 | 15/02/2024 | 1000 | |', []],
  ])('%s', (_, row, doubts) => {
    expect(doubtsOf(`2023 | PDE | 1400000009 | 15/02/2023 | 1 | |\n${row}\n`)).toEqual(doubts);
  });
});

describe('« Exercice » of another year, in a table without days of commitments', () => {
  const doubtsOf = (...years: readonly string[]): readonly string[] => {
    const rows = years.map((year, at) => `${year} | 140000000${at + 1} | PDE | 800 | |\n`).join('');
    const table = `Exercice | N° EJ | Axe ministériel 2 | Montant AE | Date paiement | Montant CP\n${rows}`;
    const { report } = controlled(ledgerWorkbook(convention2023(), table));
    return report.findings.flatMap(({ rule, details }) =>
      rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ×${details.rows}`] : [],
    );
  };

  test.each([
    ['an EJ of 2022 that is not paid in full counts, and is reported', ['2022', '2023'], ['Exercice « 2022 » ×1']],
    ['several, once for each year', ['2022', '2022', '2021', '2023'], ['Exercice « 2022 » ×2', 'Exercice « 2021 » ×1']],
    ['all of the year', ['2023', '2023'], []],
    ['no year', ['', '2023'], []],
    ['no row of the year: the column may be about something else', ['2022', '2021'], []],
  ])('%s', (_, years, doubts) => {
    expect(doubtsOf(...years)).toEqual(doubts);
  });

  const doubtsBesidePaid = (row: string): number => {
    const headings = 'Exercice | N° EJ | Axe ministériel 2 | Montant AE | Date paiement | Montant CP';
    const table = `${headings}\n${row}\n2023 | 1400000009 | PDE | 800 | 10/03/2023 | 100\n`;
    const { report } = controlled(ledgerWorkbook(convention2023(), table));
    return report.findings.filter(({ rule }) => rule === 'LEC-05').length;
  };

  test.each([
    ['paid in part in 2022: its AE count', '2022 | 1400000001 | PDE | 800 | 20/12/2022 | 500', 1],
    ['paid in part in 2023', '2022 | 1400000001 | PDE | 800 | 20/02/2023 | 500', 1],
    ['paid in full in 2022: left out', '2022 | 1400000001 | PDE | 800 | 20/12/2022 | 800', 0],
    ['a payment of 2022 alone: no AE', '2022 | 1400000001 | PDE | | 20/12/2022 | 500', 0],
    ['an EJ of the year, paid in the next one: PER-03', '2023 | 1400000001 | PDE | 800 | 20/01/2024 | 500', 0],
  ])('%s', (_, row, doubts) => {
    expect(doubtsBesidePaid(row)).toBe(doubts);
  });
});

test('a total of the whole ledger is right, whatever rows are left out', () => {
  const total = ' | Total | | | 3000 | | \n';
  const table = `Convention | ${REST}\n${commits('ECOI2236199X', 1)}${commits('Autre', 2, 2000)}${total}`;
  const { report } = controlled(ledgerWorkbook(convention2023(), table));
  expect(report.findings.filter(({ rule }) => rule === 'DON-05')).toMatchObject([{ severity: 'info' }]);
});

describe('a column of years', () => {
  const table = (...rows: readonly string[]): string => `Exercice | ${REST}\n${rows.join('')}`;
  /** A row whose days are in its year. */
  const of = (row: string): string => row.replaceAll('/2023', `/${row.slice(0, 4)}`);

  test('a year without credits is left out', () => {
    expect(read(table(commits('2023', 1), of(commits('2024', 2)), of(pays('2024', 2)), of(pays('2022', 3))))).toBe(
      '1 3 | 2 otherYear, 3 otherYear',
    );
  });

  test('an EJ of an earlier year that is paid in full is left out; the others are restes à payer', () => {
    const rows = [commits('2022', 1), pays('2022', 1), commits('2022', 2), pays('2022', 2, 400), commits('2023', 3)];
    expect(read(table(...rows.map(of)))).toBe('2 2 3 | 1 otherYear, 2 otherYear');
  });

  test('an EJ of an earlier year with payments of a year with credits is kept', () => {
    expect(read(table(of(commits('2022', 1)), of(pays('2022', 1, 400)), pays('2023', 1, 600), commits('', 2)))).toBe(
      '1 1 1 2 | ',
    );
  });

  test('what a ledger gives to an earlier year is not reported as spent before the signature', () => {
    const early = (year: string): string => commits(year, 1).replace('15/02/2023', '15/02/2022');
    const foundEarly = (year: string): number => {
      const { report } = controlled(ledgerWorkbook(convention2023(), table(early(year), commits('2023', 2))));
      return report.findings.filter(({ rule }) => rule === 'PER-01').length;
    };
    expect([foundEarly('2022'), foundEarly('2023')]).toEqual([0, 1]);
  });

  test.each([
    ['a row whose cell contradicts every day of it', [commits('2022', 2), pays('2022', 2)], '1 2 2 | '],
    ['a later year', [commits('2024', 2), pays('2024', 2)], '1 2 2 | '],
    ['paid in this year, in full, on an EJ of 2022', [of(commits('2022', 2)), pays('2022', 2)], '1 2 2 | '],
    ['on one row', ['2022 | PDE | 1400000002 | 15/02/2022 | 1000 | 15/01/2023 | 1000\n'], '1 2 | '],
  ])('what counts by its own day is never left out: %s', (_, rows, expected) => {
    expect(read(table(commits('2023', 1), ...rows))).toBe(expected);
  });

  test('rows in contradiction are all counted and reported, paid in full or not', () => {
    const rows = [2, 3, 4].flatMap((ej) => [commits('2022', ej), pays('2022', ej, ej === 3 ? 400 : 1000)]);
    const { report } = controlled(ledgerWorkbook(convention2023(), table(commits('2023', 1), ...rows)));
    const doubts = report.findings.filter(({ rule }) => rule === 'LEC-05');
    expect(doubts.map(({ details }) => 'rows' in details && details.rows)).toEqual([6]);
  });

  test('a ledger of other years alone is read: the column may not be that of the credits', () => {
    expect(read(table(of(commits('2022', 1)), of(pays('2022', 1))))).toBe('1 1 | ');
  });
});
