/**
 * Rows that are no operation: the title of a period in any column, beside zeros too, and rows whose formulas give 0
 * before anything is typed.
 */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { judged } from '../../../support/ledgers/judged';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = [
  'N° EJ',
  'N° DP',
  'Axe 2',
  'Objet',
  'Date EJ',
  'Montant AE',
  'Date SF',
  'Date de paiement',
  'Montant CP',
];
const EJ: readonly CellValue[] = ['1400000011', '100900011', 'PDE', 'Étude', 44_986, 1000, 45_000, 45_010, 400];
const NEXT: readonly CellValue[] = ['1400000012', '100900012', 'SF', 'Audit', 44_990, 600, 45_001, 45_011, 300];

/** « 2: IMP-06, EJ-03 »: the rows that are read, and the findings that an operation without anything would raise. */
function read(...between: readonly (readonly CellValue[])[]): string {
  const workbook = workbookOf({ name: 'Suivi', rows: [HEADINGS, EJ, ...between, NEXT] });
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const found = report.findings.map(({ rule }) => rule).filter((rule) => /IMP-06|EJ-0|LEC|DON-0[1235]/.test(rule));
  return [`${dossier.ledger.rows.length}:`, ...found].join(' ');
}

/** A row with this text in a column, and these amounts. */
function titled(title: CellValue, column: string, amount: CellValue = null): readonly CellValue[] {
  return HEADINGS.map((heading) =>
    heading === column ? title : heading === 'Montant AE' || heading === 'Montant CP' ? amount : null,
  );
}

describe('a title of a period among the rows is no operation', () => {
  test.each([
    'T1 2023',
    'T2 2023',
    'T3',
    '1er trimestre 2023',
    'Deuxième trimestre',
    'Trimestre 3 2023',
    'S1 2023',
    '2e semestre 2023',
    'Q3 2023',
    'Janvier',
    'FÉVRIER 2023',
    'févr-23',
    'Mois de mars 2023',
    '04/2023',
    '2023',
    'Exercice 2023',
  ])('%s', (title) => {
    for (const column of ['N° EJ', 'N° DP', 'Axe 2', 'Objet'])
      for (const amount of [null, 0]) expect([column, read(titled(title, column, amount))]).toEqual([column, '2:']);
  });
});

test.each(['mars 2023', '02-2023', '04/2023', 'Avril', 'T2 2023', '2e semestre 2023'])(
  'the title of a period in a column of amounts or of days is no operation: %s',
  (title) => {
    const alone = (column: string) => HEADINGS.map((heading) => (heading === column ? title : null));
    for (const column of ['Montant AE', 'Montant CP', 'Date EJ', 'Date de paiement'])
      expect([column, read(alone(column))]).toEqual([column, '2:']);
  },
);

describe('rows prefilled with formulas that give 0 are empty, under cells filled in once too', () => {
  const zeros = HEADINGS.map(() => 0);
  const amounts = HEADINGS.map((heading) => (/Montant/.test(heading) ? 0 : null));
  test.each([
    ['the amounts alone', amounts],
    ['every column', zeros],
  ])('%s', (_, row) => expect(read(row, row, row)).toBe('2:'));

  test('a row with something else stays', () => {
    const named = HEADINGS.map((heading, at) => (heading === 'Axe 2' ? 'PDE' : (amounts[at] ?? null)));
    expect(read(named)).toMatch(/^3:/);
  });

  test('no envelope is inferred for them from the cell above', () => {
    const rows = [HEADINGS, EJ, [...EJ.slice(0, 1), null, null, ...EJ.slice(3)], ...[1, 2, 3].map(() => amounts)];
    const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(opened.value.ledger.rows).toHaveLength(2);
  });
});

test.each`
  row                                         | cells                              | expected
  ${'an EJ number cut short'}                 | ${titled('21036 0001', 'N° EJ')}   | ${'3: IMP-06 EJ-03'}
  ${'a DP number alone'}                      | ${titled('100900013', 'N° DP')}    | ${'3: IMP-06'}
  ${'a period with an amount: it may be one'} | ${titled('Janvier', 'Objet', 500)} | ${/^3: /}
  ${'an object with zeros'}                   | ${titled('Loyer', 'Objet', 0)}     | ${'3: IMP-06'}
  ${'« T2 », without another quarter'}        | ${titled('T2', 'N° EJ')}           | ${'2: LEC-05'}
  ${'« Titre 2 », which is of the staff'}     | ${titled('Titre 2', 'N° EJ')}      | ${'2: LEC-05'}
`('$row stays: $expected', ({ cells, expected }) => {
  const found = read(cells as readonly CellValue[]);
  if (expected instanceof RegExp) expect(found).toMatch(expected);
  else expect(found).toBe(expected);
});

/** Two EJ of PDE, then this row of 1000, then another EJ. */
function judgedWith(date: CellValue, label: CellValue): ReturnType<typeof judged> {
  return judged([
    ['Date EJ', 'N° EJ', 'Objet', 'Axe ministériel 2', 'Montant AE', 'Montant CP', 'Date de paiement'],
    [44_960, '1400000011', 'Étude', 'PDE', 700, 70, 45_020],
    [44_970, '1400000012', 'Audit', 'PDE', 300, null, null],
    [date, null, label, null, 1000, null, null],
    [45_000, '1400000013', 'Site', 'PDE', 50, null, null],
  ]);
}

test.each(['février', 'Févr. 2023', 'Fin février'])('« %s » under the date, beside a sum: a total', (month) => {
  const { ae, found } = judgedWith(month, null);
  expect([ae, found]).toEqual([1050, ['DON-05 E4']]);
});

test.each(['TOT.', 'Tot', 'À reporter p. 2'])('« %s » is a total', (label) => {
  const { ae, found } = judgedWith(null, label);
  expect([ae, found]).toEqual([1050, ['DON-05 E4']]);
});
