/** DEL: days that leave a doubt, under a convention of 2023 whose other duties are done. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Duty } from '../../../../src/domain/envelopes/terms';
import { findingsIn } from '../../../support/controls';
import { keptConvention } from '../../../support/conventions';

const KEPT = keptConvention();
const BLANK: Duty = {
  ...{ index: 20, type: 'other', label: 'Point', delay: null, dueOn: null, doneOn: null },
  ...{ addressee: '', approval: null, article: '' },
};

function del(change: object, asOf: string): readonly string[] {
  const convention = { ...KEPT, ...change };
  return findingsIn('axe 2 | EJ | date EJ | AE | payé le | CP', { convention, asOf, whole: true }).flatMap((finding) =>
    finding.rule.startsWith('DEL') ? [`${finding.rule} ${finding.severity}`] : [],
  );
}

describe('DEL-05: a fixed day that comes back after the end', () => {
  test.each`
    type              | dueOn           | doneOn          | asOf            | found                 | why
    ${'other'}        | ${'2023-03-31'} | ${'2023-03-25'} | ${'2023-07-31'} | ${[]}                 | ${'done before the day'}
    ${'other'}        | ${'2023-03-31'} | ${'2023-03-31'} | ${'2024-03-01'} | ${['DEL-05 warning']} | ${'thirty days before'}
    ${'other'}        | ${'2023-03-31'} | ${'2023-03-31'} | ${'2024-06-30'} | ${['DEL-05 warning']} | ${'late, if it is a report'}
    ${'yearlyReport'} | ${'2023-03-31'} | ${'2023-03-31'} | ${'2024-06-30'} | ${['DEL-05 error']}   | ${'late: it is a report'}
    ${'yearlyReport'} | ${'2023-03-31'} | ${'2024-03-20'} | ${'2024-06-30'} | ${[]}                 | ${'given'}
    ${'other'}        | ${'2024-03-31'} | ${null}         | ${'2024-06-30'} | ${['DEL-05 error']}   | ${'the day that the register gives'}
    ${'other'}        | ${'2023-03-31'} | ${null}         | ${'2024-06-30'} | ${['DEL-05 error']}   | ${'late before the end'}
  `('each year from $dueOn, $type done on $doneOn, on $asOf: $why', ({ type, dueOn, doneOn, asOf, found }) => {
    const dates = { dueOn: isoDate(dueOn as string), doneOn: doneOn === null ? null : isoDate(doneOn as string) };
    const duties = [...KEPT.duties, { ...BLANK, type, every: 'year', ...dates }];
    expect(del({ duties }, asOf as string)).toEqual(found);
  });
});
