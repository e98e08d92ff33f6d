/** How much money a finding is about. */
import { amountAtStake } from '../../../../src/domain/controls/findings/finding-weight';
import type { Finding, RuleCode } from '../../../../src/domain/controls/findings/finding';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';
import { exampleOf } from '../../../messages/examples';

/** A row of 1 000,00 € of AE and 2 500,00 € of CP. */
const [ROW] = ledgerOf('imputation | axe 2 | EJ | AE | CP\njuste | PDE | 1400000001 | 1000,00 | 2500,00').rows;

test.each`
  rule        | amount       | why
  ${'PLA-01'} | ${'over'}    | ${'what is above the ceiling'}
  ${'IMP-03'} | ${null}      | ${'a wrong code leaves the amount as it is'}
  ${'PER-01'} | ${null}      | ${'so does a wrong date'}
  ${'IMP-06'} | ${'2500.00'} | ${'the row is not counted: the larger of AE and CP, never their sum'}
  ${'DON-03'} | ${'2500.00'} | ${'the row is counted twice'}
`('$rule: $amount, $why', ({ rule, amount }: { rule: RuleCode; amount: string | null }) => {
  const finding = exampleOf(rule);
  const expected =
    amount === 'over' && 'over' in finding.details ? finding.details.over : amount && Number(amount) * 100;
  expect(amountAtStake(finding, ROW ?? null)).toBe(expected);
});

const LEFT_OUT = { sheet: 'Archives', area: 'A1:D9', heading: '', rows: 3, isHidden: false, isCounted: false };
const MOVED = { from: 'PDE', to: 'SF', nature: 'AE' };

test.each`
  rule        | details                                                        | cents      | why
  ${'PLA-02'} | ${{ ceiling: 100, total: 130, over: 30 }}                      | ${30}      | ${'what is above the ceiling'}
  ${'PLA-03'} | ${{ ceiling: 100, total: 130, over: 30 }}                      | ${30}      | ${'of the whole convention'}
  ${'PLA-04'} | ${{ ceiling: 100, total: 130, over: 30 }}                      | ${30}      | ${'of a poste'}
  ${'PLA-05'} | ${{ rap: 100, paid: 130, over: 30 }}                           | ${30}      | ${'above the opening RAP'}
  ${'PLA-06'} | ${{ threshold: 0.7, ceiling: 100, total: 80 }}                 | ${null}    | ${'nothing is above anything yet'}
  ${'FON-01'} | ${{ ...MOVED, cents: 40 }}                                     | ${40}      | ${'the transfer'}
  ${'FON-02'} | ${{ ...MOVED, cents: 40, missing: ['date'] }}                  | ${40}      | ${'the transfer'}
  ${'FON-03'} | ${{ envelope: 'PDE', nature: 'AE', cents: 40, available: 15 }} | ${25}      | ${'what was not available'}
  ${'FON-03'} | ${{ envelope: 'PDE', nature: 'AE', cents: 40, available: -5 }} | ${40}      | ${'all of it: nothing was'}
  ${'PER-03'} | ${{ why: 'aboveShare', total: 130, limit: 100 }}               | ${30}      | ${'above the share of advances'}
  ${'PER-03'} | ${{ why: 'otherYear' }}                                        | ${null}    | ${'a date of another year'}
  ${'EJ-01'}  | ${{ raw: '', known: false, cp: 70 }}                           | ${70}      | ${'the payment'}
  ${'EJ-02'}  | ${{ committed: 100, paid: 130, over: 30 }}                     | ${30}      | ${'paid above the EJ'}
  ${'EJ-06'}  | ${{ cents: 12 }}                                               | ${12}      | ${'what frees nothing'}
  ${'EJ-08'}  | ${{ cents: 12 }}                                               | ${12}      | ${'what frees nothing'}
  ${'EJ-09'}  | ${{ withdrawn: 130, committed: 100, counted: 5 }}              | ${30}      | ${'withdrawn above the EJ'}
  ${'CHO-01'} | ${{ cents: -50 }}                                              | ${50}      | ${'the operation'}
  ${'CHO-02'} | ${{ cents: 50 }}                                               | ${50}      | ${'the operation'}
  ${'CHO-03'} | ${{ ledger: 90, chorus: 100 }}                                 | ${10}      | ${'the difference'}
  ${'CHO-05'} | ${{ cents: 50 }}                                               | ${50}      | ${'the operation'}
  ${'DON-02'} | ${{ field: 'ae', what: 'amount' }}                             | ${2500_00} | ${'an amount kept as text'}
  ${'DON-02'} | ${{ field: 'paymentDate', what: 'date' }}                      | ${null}    | ${'a date kept as text'}
  ${'DON-05'} | ${{ shown: 90, sum: 100 }}                                     | ${10}      | ${'the difference'}
  ${'DON-05'} | ${{ shown: null, raw: 'x', sum: 100 }}                         | ${null}    | ${'a total that cannot be read'}
  ${'DON-05'} | ${{ shown: 90, sum: null }}                                    | ${null}    | ${'a total of rows that are elsewhere'}
  ${'DON-07'} | ${{ what: 'rows', count: 2, groups: 1, ae: 30, cp: -80 }}      | ${80}      | ${'the larger of AE and CP'}
  ${'DON-10'} | ${{ field: 'ae', cents: 60 }}                                  | ${60}      | ${'the amount'}
  ${'RAP-01'} | ${{ stated: 100, rolled: 130 }}                                | ${30}      | ${'the difference'}
  ${'ANX-01'} | ${{ sum: 90, expected: 100 }}                                  | ${10}      | ${'the difference'}
  ${'ANX-02'} | ${{ sum: 90, printed: 100 }}                                   | ${10}      | ${'the difference'}
  ${'ANX-03'} | ${{ delegated: 90, expected: 100, total: 500 }}                | ${10}      | ${'the difference'}
  ${'DEL-03'} | ${{ missing: 33 }}                                             | ${33}      | ${'what is missing'}
  ${'DEL-04'} | ${{ ae: 30, cp: 80 }}                                          | ${80}      | ${'the larger of what is left'}
  ${'DEL-04'} | ${{ ae: 30, cp: null }}                                        | ${30}      | ${'of the nature that is known'}
  ${'DEL-04'} | ${{ ae: null, cp: 80 }}                                        | ${80}      | ${'of the nature that is known'}
  ${'LEC-01'} | ${{ ...LEFT_OUT, what: 'area', ae: -90, cp: 20, other: 5 }}    | ${90}      | ${'the largest of what was not read'}
  ${'LEC-02'} | ${{ ...LEFT_OUT, what: 'beside', ae: 0, cp: 20, other: 5 }}    | ${20}      | ${'the largest'}
  ${'LEC-03'} | ${{ ...LEFT_OUT, what: 'column', ae: 0, cp: 0, other: -25 }}   | ${25}      | ${'the largest'}
  ${'LEC-04'} | ${{ figure: 'part', part: 'titre', rows: 2, ae: 30, cp: 80 }}  | ${80}      | ${'no ceiling counts it'}
  ${'LEC-04'} | ${{ figure: 'advances', year: 2022, rows: 1, ae: 30 }}         | ${30}      | ${'no share is taken of it'}
  ${'LEC-04'} | ${{ figure: 'CP', missing: 'cp' }}                             | ${null}    | ${'a figure that is not calculable'}
`('$rule $details: $cents cents, $why', ({ rule, details, cents }) => {
  expect(amountAtStake(exampleOf(rule as RuleCode, details as Finding['details']), ROW ?? null)).toBe(cents);
});

test.each(['FON-04', 'PER-09', 'EJ-05', 'EJ-07', 'LEC-06'] as const)('%s is about the amount of its row', (rule) => {
  const [committed] = ledgerOf('imputation | axe 2 | EJ | AE | CP\njuste | PDE | 1400000001 | -40,00 | illisible').rows;
  const [nothing] = ledgerOf('imputation | axe 2 | EJ | AE | CP\njuste | PDE | 1400000001 | | ').rows;
  const amounts = [ROW, committed, nothing, null].map((row) => amountAtStake(exampleOf(rule), row ?? null));
  expect(amounts).toEqual([2500_00, 40_00, null, null]);
});

test('an amount has no sign, and a finding without a row has none of its own', () => {
  const lowered = exampleOf('DON-04', { field: 'ae', cents: -150_00 });
  expect(amountAtStake(lowered, null)).toBe(150_00);
  expect(amountAtStake(exampleOf('IMP-06'), null)).toBeNull();
});
