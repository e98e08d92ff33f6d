/** DON-08: a column that the convention needs is not in the team's table. */
import type { FindingOf } from '../../../src/domain/controls/finding';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { findingsIn, findingsOf } from '../../support/controls';
import { convention2023 } from '../../support/conventions';
import { ledgerOf } from '../../support/ledger-builder';

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
  expect(missing(`domaine | centre financier | activité | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`)).toEqual([]);
});

test.each`
  headings                                                                                                                  | expected
  ${`domaine | centre financier | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`}                                  | ${['warning activity']}
  ${`centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`}                                                               | ${['warning programme', 'warning functionalDomain', 'warning financialCentre', 'warning activity']}
  ${`domaine | centre financier | activité | centre de coûts | ${DATES_AND_AMOUNTS}`}                                       | ${['info ministerialAxis1', 'warning ministerialAxis2']}
  ${'imputation | axe 2 | poste | EJ | date EJ | AE'}                                                                       | ${['warning cp']}
  ${'imputation | axe 2 | poste | EJ | payé le | service fait | CP'}                                                        | ${['warning ae']}
  ${'imputation | axe 2 | poste | EJ | AE | CP'}                                                                            | ${['warning commitmentDate', 'warning serviceDate', 'warning paymentDate']}
  ${'imputation | axe 2 | date EJ | AE | service fait | payé le | CP'}                                                      | ${['info budgetLine', 'info ejNumber']}
`('wrong: $headings', ({ headings, expected }: { headings: string; expected: string[] }) => {
  expect(missing(headings)).toEqual(expected);
});

test('each says at the headings which controls it prevents', () => {
  const [activity] = missingIn(`domaine | centre financier | centre de coûts | axe 1 | axe 2 | ${DATES_AND_AMOUNTS}`);
  expect(activity).toMatchObject({ place: { kind: 'row', row: 0, field: 'activity' }, repair: null });
  expect(activity?.details.prevented).toEqual(expect.arrayContaining(['IMP-01', 'IMP-02', 'IMP-03', 'IMP-04', 'IMP-08', 'IMP-09']));
  const [payment] = missingIn('imputation | axe 2 | poste | EJ | date EJ | AE | service fait | CP');
  expect(payment?.details).toMatchObject({ field: 'paymentDate', prevented: expect.arrayContaining(['PER-01', 'PER-02', 'PER-03']) });
  const [cp] = missingIn('imputation | axe 2 | poste | EJ | date EJ | AE');
  expect(cp?.details.prevented).toEqual(expect.arrayContaining(['PLA-02', 'EJ-01', 'EJ-02']));
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

test('edge: said once, however many rows and sheets', () => {
  const ledger = ledgerOf('axe 2 | EJ | date EJ | AE\nPDE | 1400000001 | 15/02/2023 | 1,00\nPDE | 1400000002 | 15/02/2023 | 2,00');
  const headings = [...ledger.headings, ...ledger.headings];
  const fields = findingsOf({ ...ledger, headings }, { whole: true }).flatMap(({ rule, details }) => (rule === 'DON-08' ? [details] : []));
  expect(new Set(fields).size).toBe(fields.length);
});

test('not checkable: a ledger without headings has no place to say it', () => {
  expect(findingsOf({ ...ledgerOf('axe 2 | AE'), headings: [] }, { whole: true }).filter(({ rule }) => rule === 'DON-08')).toEqual([]);
});
