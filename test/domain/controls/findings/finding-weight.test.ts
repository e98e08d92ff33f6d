/** How much money a finding is about, and the value that explains it. */
import { amountAtStake, subjectOf, valueOf } from '../../../../src/domain/controls/findings/finding-weight';
import type { RuleCode } from '../../../../src/domain/controls/findings/finding';
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

test('an amount has no sign, and a finding without a row has none of its own', () => {
  const lowered = exampleOf('DON-04', { field: 'ae', cents: -150_00 });
  expect(amountAtStake(lowered, null)).toBe(150_00);
  expect(amountAtStake(exampleOf('IMP-06'), null)).toBeNull();
});

test.each`
  rule        | value
  ${'IMP-03'} | ${{ field: 'activity', text: '010300000108' }}
  ${'IMP-01'} | ${{ field: 'functionalDomain', text: '' }}
  ${'PLA-01'} | ${null}
  ${'EJ-02'}  | ${null}
`('the value behind $rule is $value', ({ rule, value }: { rule: RuleCode; value: unknown }) => {
  expect(valueOf(exampleOf(rule))).toEqual(value);
});

test.each`
  rule        | subject
  ${'PLA-01'} | ${{ envelope: 'PDE', line: null, nature: 'AE' }}
  ${'EJ-05'}  | ${null}
  ${'FON-04'} | ${null}
  ${'IMP-03'} | ${null}
`('$rule is about the figures of $subject', ({ rule, subject }: { rule: RuleCode; subject: unknown }) => {
  expect(subjectOf(exampleOf(rule))).toEqual(subject);
});
