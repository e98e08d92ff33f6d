/** The value, the column and the figures that findings have in common. */
import {
  missingColumnOf,
  subjectOf,
  valueOf,
  type FindingValue,
} from '../../../../src/domain/controls/findings/finding-subject';
import type { Finding, RuleCode } from '../../../../src/domain/controls/findings/finding';
import { exampleOf } from '../../../messages/examples';

const MOVED = { from: 'PDE', to: 'SF', nature: 'AE' };

test.each`
  rule        | value
  ${'IMP-03'} | ${{ field: 'activity', text: '010300000108' }}
  ${'IMP-01'} | ${{ field: 'functionalDomain', text: '' }}
  ${'IMP-02'} | ${{ field: 'activity', text: 'x' }}
  ${'IMP-04'} | ${{ field: 'activity', text: 'x' }}
  ${'IMP-05'} | ${{ field: 'activity', text: 'x' }}
  ${'IMP-08'} | ${{ field: 'activity', text: 'x' }}
  ${'IMP-09'} | ${{ field: 'activity', text: 'x' }}
  ${'DON-06'} | ${{ field: 'activity', text: 'x' }}
  ${'IMP-06'} | ${{ field: 'activity', text: 'x' }}
  ${'IMP-07'} | ${{ field: 'ministerialAxis2', text: 'x' }}
  ${'LEC-06'} | ${{ field: 'budgetLine', text: 'x' }}
  ${'PLA-06'} | ${{ field: null, text: '', share: 0.7 }}
  ${'PLA-01'} | ${null}
  ${'EJ-02'}  | ${null}
`('the value behind $rule is $value', ({ rule, value }: { rule: RuleCode; value: unknown }) => {
  const example = exampleOf(rule);
  const hasText = 'raw' in example.details && (value as FindingValue | null)?.text === 'x';
  const typed = hasText ? { ...example.details, field: 'activity', raw: 'x' } : { ...example.details, threshold: 0.7 };
  expect(valueOf(exampleOf(rule, typed as Finding['details']))).toEqual(value);
});

test('the value behind IMP-06 is that of axe 2, where no other field names the envelopes', () => {
  expect(valueOf(exampleOf('IMP-06'))).toMatchObject({ field: 'ministerialAxis2' });
});

test.each`
  rule        | subject
  ${'PLA-01'} | ${{ envelope: 'PDE', line: null, nature: 'AE' }}
  ${'PLA-04'} | ${{ envelope: 'PDE', line: 'Frais annexes', nature: 'CP' }}
  ${'DEL-04'} | ${{ envelope: 'PDE', line: null, nature: null }}
  ${'EJ-05'}  | ${null}
  ${'FON-04'} | ${null}
  ${'FON-01'} | ${null}
  ${'LEC-06'} | ${null}
  ${'LEC-07'} | ${null}
  ${'IMP-03'} | ${null}
`('$rule is about the figures of $subject', ({ rule, subject }: { rule: RuleCode; subject: unknown }) => {
  const { details } = exampleOf(rule);
  const of = 'envelope' in details ? { envelope: 'PDE' } : {};
  const line = 'line' in details && details.line !== null ? { line: 'Frais annexes' } : {};
  expect(subjectOf(exampleOf(rule, { ...details, ...of, ...line } as Finding['details']))).toEqual(subject);
});

test.each`
  rule        | details                                                       | column        | why
  ${'DON-08'} | ${{ field: 'ejNumber', prevented: ['EJ-01'] }}                | ${'ejNumber'} | ${'the column that its rules need'}
  ${'DON-08'} | ${{ field: 'ae', prevented: [] }}                             | ${'ae'}       | ${'a column that the figures alone need'}
  ${'LEC-04'} | ${{ figure: 'CP', missing: 'cp' }}                            | ${'cp'}       | ${'the column that the figure needs'}
  ${'LEC-04'} | ${{ figure: 'part', part: 'titre', rows: 2, ae: 30, cp: 80 }} | ${null}       | ${'rows of no titre: no column is missing'}
  ${'DEL-03'} | ${{ missing: 33 }}                                            | ${null}       | ${'credits are missing, no column'}
  ${'FON-02'} | ${{ ...MOVED, cents: 40, missing: ['date'] }}                 | ${null}       | ${'a part of the authorisation'}
  ${'IMP-01'} | ${{ field: 'activity' }}                                      | ${null}       | ${'an empty cell of a column that exists'}
`('$rule $details lacks the column $column: $why', ({ rule, details, column }) => {
  expect(missingColumnOf(exampleOf(rule as RuleCode, details as Finding['details']))).toBe(column);
});
