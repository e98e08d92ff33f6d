/** DON-08: a column that the convention needs is not in the team's table. */
import type { FindingOf } from '../../../../src/domain/controls/findings/finding';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { findingsIn, findingsOf } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { ledgerOf, ledgerOfTables } from '../../../support/ledgers/ledger-builder';

/** `severity field` of each missing column, in order. */
function missing(headings: string, convention: Convention = convention2023()): readonly string[] {
  return missingIn(headings, convention).map(({ severity, details }) => `${severity} ${details.field}`);
}

function missingIn(headings: string, convention: Convention = convention2023()): readonly FindingOf<'DON-08'>[] {
  return findingsIn(headings, { convention, whole: true }).filter((finding) => finding.rule === 'DON-08');
}

const DATES_AND_AMOUNTS = 'poste | EJ | date EJ | AE | service fait | payé le | CP';

test('right: the columns of the convention, however few', () => {
  expect(missing(`imputation | axe 2 | ${DATES_AND_AMOUNTS}`)).toEqual([]);
});

test('right: the programme is read in the domaine, the centre financier or the activité', () => {
  expect(
    missing(`domaine | centre financier | activité | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`),
  ).toEqual([]);
});

test.each`
  headings                                                                                 | expected
  ${`domaine | centre financier | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`} | ${['warning activity']}
  ${`centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`}                              | ${['warning programme', 'warning functionalDomain', 'warning financialCentre', 'warning activity']}
  ${`domaine | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`}                    | ${['warning financialCentre', 'warning activity']}
  ${`centre financier | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`}           | ${['warning functionalDomain', 'warning activity']}
  ${`activité | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`}                   | ${['warning functionalDomain', 'warning financialCentre']}
  ${`domaine | centre financier | activité | centre de coûts | ${DATES_AND_AMOUNTS}`}      | ${['info ministerialAxis1']}
  ${'imputation | axe 2 | poste | EJ | date EJ | AE'}                                      | ${[]}
  ${'imputation | axe 2 | poste | EJ | payé le | service fait | CP'}                       | ${[]}
  ${'imputation | axe 2 | poste | EJ | AE | CP'}                                           | ${['warning commitmentDate', 'warning serviceDate']}
  ${'imputation | poste | EJ | service fait | payé le | CP'}                               | ${['warning ae']}
  ${'imputation | axe 2 | date EJ | AE | service fait | payé le | CP'}                     | ${['info budgetLine']}
`('wrong: $headings', ({ headings, expected }: { headings: string; expected: string[] }) => {
  expect(missing(headings)).toEqual(expected);
});

test('each lists at the headings the controls that it prevents', () => {
  const [activity] = missingIn(`domaine | centre financier | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`);
  expect(activity).toMatchObject({ place: { kind: 'row', row: 0, field: 'activity' }, repair: null });
  expect(activity?.details.prevented).toEqual(
    expect.arrayContaining(['IMP-01', 'IMP-02', 'IMP-03', 'IMP-04', 'IMP-08', 'IMP-09']),
  );
  const [service] = missingIn('imputation | axe 2 | poste | EJ | date EJ | AE | payé le | CP');
  expect(service?.details).toMatchObject({
    field: 'serviceDate',
    prevented: expect.arrayContaining(['PER-02', 'EJ-07']),
  });
});

test('right: a column without which a figure is not calculable is LEC-04, and one fault is one finding', () => {
  const headings = 'imputation | axe 2 | poste | EJ | date EJ | AE | service fait | CP';
  const found = findingsIn(headings, { whole: true }).filter(({ rule }) => /^(DON-08|LEC-04)$/.test(rule));
  expect(found.map(({ rule, details }) => [rule, details])).toEqual([
    ['LEC-04', { figure: 'CP', missing: 'paymentDate' }],
  ]);
});

test('edge: another convention asks for other columns', () => {
  const base = convention2023();
  const amount = base.ceilings.AE;
  const open = { ...base, imputation: [], ceilings: { AE: amount, CP: null }, endAppliesTo: ['commitment' as const] };
  const [pde] = base.envelopes;
  if (!pde) throw new Error('no envelope');
  const only = { ...open, envelopes: [{ ...pde, ceilings: { AE: amount, CP: null }, lines: [] }] };
  expect(missing('EJ | date EJ | AE', only)).toEqual([]);
  expect(missing('EJ | date EJ | AE | CP', only)).toEqual(['info serviceDate', 'warning paymentDate']);
});

describe('edge: the column is wanted where one part of the convention wants it', () => {
  const base = convention2023();
  const [pde, sf] = base.envelopes;
  if (!pde || !sf) throw new Error('no envelope');
  const NO_CEILINGS = { AE: null, CP: null };
  const withoutLines = { ...base, envelopes: [pde, { ...sf, lines: [] }] };
  const withoutAny = { ...base, envelopes: [pde, sf].map((one) => ({ ...one, lines: [] })) };
  const open = (ceilings: Convention['ceilings'], ofSf: Convention['ceilings']): Convention => ({
    ...base,
    ceilings,
    envelopes: [
      { ...pde, ceilings: NO_CEILINGS },
      { ...sf, ceilings: ofSf },
    ],
  });
  const withoutServices = { ...base, endAppliesTo: ['commitment' as const, 'payment' as const] };

  test.each`
    column            | convention                                         | severity     | why
    ${'poste'}        | ${withoutLines}                                    | ${'info'}    | ${'one envelope has postes'}
    ${'poste'}        | ${withoutAny}                                      | ${null}      | ${'no envelope has postes'}
    ${'AE'}           | ${open(base.ceilings, NO_CEILINGS)}                | ${'warning'} | ${'the whole convention is bounded'}
    ${'AE'}           | ${open(NO_CEILINGS, sf.ceilings)}                  | ${'warning'} | ${'one envelope is bounded'}
    ${'AE'}           | ${open(NO_CEILINGS, { ...sf.ceilings, AE: null })} | ${null}      | ${'nothing bounds the AE'}
    ${'CP'}           | ${open(NO_CEILINGS, { ...sf.ceilings, CP: null })} | ${null}      | ${'nothing bounds the CP'}
    ${'CP'}           | ${open(NO_CEILINGS, sf.ceilings)}                  | ${'warning'} | ${'one envelope is bounded'}
    ${'service fait'} | ${base}                                            | ${'warning'} | ${'the end of the convention bounds the services'}
    ${'service fait'} | ${withoutServices}                                 | ${'info'}    | ${'it does not bound them'}
    ${'axe 2'}        | ${{ ...base, imputation: [], envelopes: [pde] }}   | ${null}      | ${'the only envelope needs no name'}
    ${'activité'}     | ${{ ...base, imputation: [] }}                     | ${null}      | ${'no code is imposed'}
  `('a table without « $column »: $severity, $why', ({ column, convention, severity }) => {
    const all = `domaine | centre financier | activité | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`;
    const others = all.split(' | ').filter((heading) => heading !== column);
    const found = findingsIn(others.join(' | '), { convention: convention as Convention, whole: true });
    const reported = found.filter(({ rule }) => rule === 'DON-08' || rule === 'LEC-04');
    const isFigure = reported.some(({ rule }) => rule === 'LEC-04');
    expect(isFigure ? ['warning'] : reported.map((one) => one.severity)).toEqual(severity === null ? [] : [severity]);
  });
});

test('edge: reported once, however many rows and sheets', () => {
  const ledger = ledgerOf(
    'axe 2 | EJ | date EJ | AE\nPDE | 1400000001 | 15/02/2023 | 1,00\nPDE | 1400000002 | 15/02/2023 | 2,00',
  );
  const headings = [...ledger.headings, ...ledger.headings];
  const fields = findingsOf({ ...ledger, headings }, { whole: true }).flatMap(({ rule, details }) =>
    rule === 'DON-08' ? [details] : [],
  );
  expect(new Set(fields).size).toBe(fields.length);
});

describe('a ledger of several tables', () => {
  const WHOLE = `imputation | axe 2 | ${DATES_AND_AMOUNTS}`;
  const COMMITMENTS = 'imputation | axe 2 | poste | EJ | date EJ | AE';

  /** `severity field row` of each missing column; `*` when no table has it. */
  function missingFrom(...tables: readonly string[]): readonly string[] {
    const found = findingsOf(ledgerOfTables(...tables), { whole: true }).filter((finding) => finding.rule === 'DON-08');
    return found.map(({ severity, place, details }) => {
      const row = place.kind === 'row' ? place.row : NaN;
      return `${severity} ${details.field} ${row}${details.elsewhere ? '' : ' *'}`;
    });
  }

  test('wrong: a column that one of them lacks is reported at its own headings', () => {
    expect(
      missingFrom(WHOLE, `domaine | centre financier | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`),
    ).toEqual(['warning activity 1000']);
    expect(missingFrom('imputation | axe 2 | poste | date EJ | AE | CP', WHOLE)).toEqual([
      'info ejNumber 0',
      'warning serviceDate 0',
      'warning paymentDate 0',
    ]);
  });

  test('wrong: a column that all of them lack is reported once, at the first', () => {
    const headings = `imputation | axe 2 | poste | EJ | AE | service fait | payé le | CP`;
    expect(missingFrom(headings, headings)).toEqual(['warning commitmentDate 0 *']);
  });

  test('right: commitments and payments apart, the payments without codes nor poste, which their EJ gives', () => {
    expect(missingFrom(COMMITMENTS, 'EJ | service fait | payé le | CP')).toEqual([]);
  });

  test('wrong: payments that could not be distinguished from others', () => {
    expect(missingFrom(COMMITMENTS, 'service fait | payé le | CP')).toEqual(
      expect.arrayContaining(['info ejNumber 1000', 'warning ministerialAxis2 1000']),
    );
  });

  test('a table without the column of the envelope is an error where its own rows are charged to none', () => {
    const unknown = `
      imputation | axe 2 | poste         | EJ         | date EJ    | AE
      juste      | PDX   | Frais annexes | 1400000001 | 15/02/2023 | 1,00`;
    const without = 'imputation | poste | EJ | date EJ | AE';
    const row = `${without}\n juste | Frais annexes | 1400000002 | 15/02/2023 | 1,00`;
    expect(missingFrom(unknown, without)).toEqual(['warning ministerialAxis2 1000']);
    expect(missingFrom(unknown, row)).toEqual(['error ministerialAxis2 1000']);
    expect(missingFrom(unknown, without, unknown)).toEqual(['warning ministerialAxis2 1000']);
  });

  test.each`
    column            | prevented
    ${'axe 2'}        | ${'IMP-06 IMP-07'}
    ${'poste'}        | ${'FON-04 LEC-06 PLA-04'}
    ${'EJ'}           | ${'EJ-01 EJ-02 EJ-03 EJ-04 EJ-05 EJ-06 EJ-08 EJ-09 PLA-05 RAP-01'}
    ${'date EJ'}      | ${'PER-01 PER-02 PER-03 PER-04 PER-09'}
    ${'service fait'} | ${'EJ-07 PER-01 PER-02 PER-03 PER-04'}
    ${'payé le'}      | ${'EJ-07 PER-01 PER-02 PER-03 PER-04 PER-06 RAP-01'}
    ${'activité'}     | ${'IMP-01 IMP-02 IMP-03 IMP-04 IMP-05 IMP-08 IMP-09'}
    ${'domaine'}      | ${'IMP-01 IMP-02 IMP-03 IMP-04 IMP-05 IMP-08 IMP-09'}
  `('the controls that a table without « $column » prevents', ({ column, prevented }: Record<string, string>) => {
    const codes = 'domaine | centre financier | activité | centre de coûts | axe 1 | axe 2';
    const all = `${codes} | ${DATES_AND_AMOUNTS}`.split(' | ');
    const table = all.filter((heading) => heading !== column).join(' | ');
    const [found] = findingsOf(ledgerOfTables(all.join(' | '), table), { whole: true }).filter(
      (finding) => finding.rule === 'DON-08',
    );
    expect(found?.details.prevented.join(' ')).toBe(prevented);
  });

  test('of two tables that pay without a date, the first is LEC-04 and the other is reported here', () => {
    const rows = `
      imputation | axe 2 | poste         | EJ         | date EJ    | AE   | service fait | CP
      juste      | PDE   | Frais annexes | 1400000001 | 15/02/2023 | 1,00 | 20/02/2023   | 1,00`;
    expect(missingFrom(WHOLE, rows, rows)).toEqual(['warning paymentDate 2000']);
  });

  test('edge: the rows of a table are not blamed for a column that only others have', () => {
    const rows = `
      domaine    | axe 2 | EJ         | AE
      0103-01-01 | PDE   | 1400000001 | 1,00
      0103-01-01 | PDE   | 1400000002 | 2,00`;
    const other = `
      imputation | axe 2 | EJ         | date EJ    | AE
      juste      | PDE   | 1400000003 | 15/02/2023 | 1,00
                 | PDE   | 1400000004 |            | 1,00`;
    const rules = findingsOf(ledgerOfTables(rows, other)).map(
      ({ rule, place }) => `${rule} ${place.kind === 'row' ? place.row : ''}`,
    );
    expect(rules.filter((told) => /^(IMP-01|DON-01)/.test(told))).toEqual([
      'DON-01 1002',
      ...Array<string>(6).fill('IMP-01 1002'),
    ]);
  });
});

test('not checkable: a ledger without headings has no place for it', () => {
  expect(
    findingsOf({ ...ledgerOf('axe 2 | AE'), headings: [] }, { whole: true }).filter(({ rule }) => rule === 'DON-08'),
  ).toEqual([]);
});

test.each<readonly [string, Partial<Convention>, string, string]>([
  ['no code at all', { imputation: [] }, 'imputation | axe 2', 'info programme functionalDomain financialCentre'],
  ['no code at all, and no column of codes', { imputation: [] }, 'axe 2', ''],
  ['the codes of the convention', {}, 'imputation | axe 2', ''],
])('a convention that gives %s: « %s »', (_, change, columns, expected) => {
  const row = 'imputation | axe 2'.split(' | ').filter((one) => columns.includes(one));
  const cells = row.map((one) => (one === 'axe 2' ? 'PDE' : 'juste'));
  const table = `
    ${columns} | EJ         | date EJ    | AE
    ${cells.join(' | ')} | 1400000001 | 15/02/2023 | 100,00
  `;
  const found = missingIn(table, { ...convention2023(), ...change }).flatMap(({ severity, details }) =>
    details.uncoded ? [[severity, ...details.uncoded].join(' ')] : [],
  );
  expect(found.join()).toMatch(expected === '' ? /^$/ : new RegExp(`^${expected}`));
});
