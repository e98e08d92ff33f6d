/** The object of `check --format json`: its exact shape is a public contract. */
import { control } from '../../src/application/control';
import { jsonReport, jsonReportPieces } from '../../src/application/json-report';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Balances } from '../../src/domain/envelopes/figures';
import { describeFinding } from '../../src/messages/describe-finding';
import { readingReason } from '../../src/messages/reading-words';
import { conventionNamed } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { sampleDossier } from '../support/sample-dossier';

const NO_WORDS = { message: '', found: '', expected: '', article: '' };
const dossier = sampleDossier();
const report = jsonReport(
  dossier,
  control(dossier, isoDate('2023-12-31')),
  'Suivi 2023.xlsx',
  (finding) => describeFinding(finding, dossier.convention, 'fr'),
  (entry) => readingReason(entry, 'fr'),
);

test('the members and their order', () => {
  expect(Object.keys(report)).toEqual([
    'file',
    'convention',
    'asOf',
    'envelopes',
    'total',
    'reading',
    'postes',
    'ejs',
    'years',
    'rows',
    'unchecked',
    'ignored',
    'units',
    'findings',
  ]);
  expect(Object.keys(report.findings[0] ?? {})).toEqual([
    'rule',
    'severity',
    'sheet',
    'row',
    'cell',
    'message',
    'found',
    'expected',
    'article',
    'repair',
    'accepted',
  ]);
});

test('amounts are decimal strings with two digits, rates decimal strings, dates ISO', () => {
  expect(report).toMatchObject({ file: 'Suivi 2023.xlsx', convention: 'dgefp-dge-2023', asOf: '2023-12-31' });
  expect(report.envelopes[0]).toEqual({
    code: 'PDE',
    AE: {
      allocated: '500000.00',
      consumed: '498691.00',
      reserved: '1200.00',
      remaining: '1309.00',
      available: '109.00',
      rate: '0.997382',
    },
    CP: {
      allocated: '573032.00',
      consumed: '564598.00',
      reserved: '7135.00',
      remaining: '8434.00',
      available: '1299.00',
      rate: '0.985281799271',
      rapOpening: '73032.00',
      rapPaid: '73932.00',
    },
    outstanding: '9165.00',
  });
  expect(report.total.AE).toMatchObject({ allocated: '600000.00', remaining: '-2691.00', rate: '1.004485' });
});

test('a poste has no allocated CP where the convention gives none: 300 000 € of AE under 100 000 € of CP', () => {
  const convention = conventionNamed('dgefp-dgtresor-cis');
  const ledger = `
    Centre financier | Poste de dépense        | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0305-CDGT-C001   | Évaluation des contrats | 1400000001 | 15/10/2021        | 40000      | 10/11/2021       | 25000`;
  const of2021 = controlled(ledgerWorkbook(convention, ledger), '2021-12-31');
  const { postes } = jsonReport(
    of2021.dossier,
    of2021.report,
    '',
    () => NO_WORDS,
    () => '',
  );
  expect(postes.find(({ poste }) => poste === 'Évaluation des contrats')).toMatchObject({
    AE: { allocated: '250000.00', consumed: '40000.00', remaining: '210000.00' },
    CP: { allocated: null, consumed: '25000.00', remaining: null, available: null, rate: null },
  });
});

test('each poste has its figures, and the EJ add up to the restes à payer of their envelope', () => {
  expect(report.postes.map(({ envelope, poste }) => `${envelope} ${poste}`)).toHaveLength(6);
  expect(report.postes.every(({ AE, CP }) => AE.allocated !== '' && CP.consumed !== null)).toBe(true);
  const cents = (text: string): number => Math.round(Number(text) * 100);
  for (const { code, outstanding } of report.envelopes) {
    const own = (report.ejs ?? []).filter(({ envelope }) => envelope === code);
    expect(own.reduce((sum, one) => sum + cents(one.outstanding), 0)).toBe(cents(outstanding ?? ''));
    for (const one of own)
      expect(cents(one.committed) - cents(one.decommitted) - cents(one.paid)).toBe(cents(one.outstanding));
  }
});

test('rows and cells are those of the file, rows that are not checked are named', () => {
  expect(report.rows).toEqual({ read: 161, checked: 154, unchecked: 4, ignored: 3 });
  expect(report.unchecked).toEqual([
    { sheet: 'Suivi 2023', row: 71, reason: 'envelopeAbsent' },
    { sheet: 'Suivi 2023', row: 93, reason: 'amountUnreadable' },
    { sheet: 'Suivi 2023', row: 125, reason: 'envelopeUnknown' },
    { sheet: 'Suivi 2023', row: 148, reason: 'amountUnreadable' },
  ]);
  expect(report.ignored.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '66 cancelled',
    '78 total',
    '166 total',
  ]);
});

test('a finding gives its place, what was found and expected, the article, and the repair as text', () => {
  const zero = report.findings.find(({ cell }) => cell === 'K57');
  expect(zero).toMatchObject({
    rule: 'IMP-04',
    severity: 'error',
    sheet: 'Suivi 2023',
    row: 57,
    expected: '010300000104',
    repair: '010300000104',
  });
  expect(zero?.message).toContain('010300000104');
  expect(report.findings.find(({ cell }) => cell === 'Q121')?.repair).toBe('1080.00');
  expect(report.findings.find(({ cell }) => cell === 'O115')?.repair).toBe('2023-10-17');
  expect(report.findings.find(({ rule }) => rule === 'PLA-01')?.repair).toBeNull();
});

test('it goes through JSON unchanged', () => {
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('a convention outside the workbook has no cell', () => {
  const named = {
    ...dossier,
    workbook: { ...dossier.workbook, tables: [] },
    convention: { ...dossier.convention, id: '' },
  };
  const finding = {
    rule: 'IMP-01',
    severity: 'error',
    repair: null,
    place: { kind: 'convention', table: 'ENV_RAP', row: 0, column: 'EJ' },
    details: { field: 'activity', expected: [] },
  } as const;
  const empty = { ...control(named, isoDate('2023-12-31')), findings: [finding] };
  const words = { message: '', found: '', expected: '', article: '' };
  const apart = jsonReport(
    named,
    empty,
    'x',
    () => words,
    () => '',
  );
  expect(apart.convention).toBe('ECOI2236199X');
  expect(apart.findings).toMatchObject([{ sheet: null, row: null, cell: null }]);
});

describe('the same report in pieces', () => {
  const finding = (index: number) =>
    ({
      rule: 'IMP-01',
      severity: 'error',
      repair: null,
      place: { kind: 'convention', table: 'ENV_RAP', row: index, column: 'EJ' },
      details: { field: 'activity', expected: [] },
    }) as const;
  const base = control(dossier, isoDate('2023-12-31'));
  /** The same balances but for one member. */
  const balancesWith = (name: 'missing' | 'byEj', value: object): Balances =>
    Object.create(base.balances, { [name]: { value } }) as Balances;
  const withoutEjs = balancesWith('missing', { ...base.balances.missing, outstanding: 'cp' });
  const EJ = { ej: '1400000001', envelope: 'PDE', committed: 100, decommitted: 0, paid: 40, outstanding: 60 };
  const withManyEjs = balancesWith('byEj', { of: () => EJ, entries: () => Array.from({ length: 5_000 }, () => EJ) });

  test.each([
    ['no finding', 0, base],
    ['findings that fill one piece', 500, base],
    ['findings that fill several', 1_203, base],
    ['restes à payer that are not calculable', 2, { ...base, balances: withoutEjs }],
  ])('%s', (_, count, on) => {
    const findings = Array.from({ length: count }, (_item, index) => finding(index));
    const given = [dossier, { ...on, findings }, 'x', () => NO_WORDS, () => ''] as const;
    expect([...jsonReportPieces(...given)].join('')).toBe(JSON.stringify(jsonReport(...given)));
  });

  test('no piece grows with the number of EJ', () => {
    const given = [dossier, { ...base, balances: withManyEjs }, 'x', () => NO_WORDS, () => ''] as const;
    const pieces = [...jsonReportPieces(...given)];
    expect(JSON.parse(pieces.join(''))).toHaveProperty('ejs.length', 5_000);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
  });
});
