/** DEL: days that leave a doubt, under a convention of 2023 whose other duties are done. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Duty } from '../../../../src/domain/envelopes/terms';
import { describeFinding } from '../../../../src/messages/describe-finding';
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

describe('DEL-01: a request to be received long after the end', () => {
  test.each`
    receivedOn      | answeredOn      | asOf            | found                 | why
    ${'2032-05-02'} | ${null}         | ${'2023-07-31'} | ${['DEL-01 warning']} | ${'2032 for 2023'}
    ${'2025-01-01'} | ${null}         | ${'2023-07-31'} | ${['DEL-01 warning']} | ${'more than a year after the end'}
    ${'2024-12-31'} | ${null}         | ${'2023-07-31'} | ${[]}                 | ${'a year after the end'}
    ${'2023-08-04'} | ${null}         | ${'2023-07-31'} | ${[]}                 | ${'some days after the controls'}
    ${'2032-05-02'} | ${'2032-05-04'} | ${'2023-07-31'} | ${['DEL-01 warning']} | ${'both days'}
    ${'2032-05-02'} | ${'2023-05-04'} | ${'2023-07-31'} | ${['DEL-01 warning']} | ${'answered before: one finding'}
    ${'2025-01-02'} | ${null}         | ${'2025-01-02'} | ${[]}                 | ${'received on the day of the controls'}
    ${'2025-01-02'} | ${null}         | ${'2025-02-28'} | ${['DEL-01 error']}   | ${'overdue, as any other'}
  `('received on $receivedOn, answered on $answeredOn, on $asOf: $why', ({ receivedOn, answeredOn, asOf, found }) => {
    const answer = answeredOn === null ? null : isoDate(answeredOn as string);
    const requests = [
      { index: 0, subject: 'Prévision', receivedOn: isoDate(receivedOn as string), answeredOn: answer },
    ];
    expect(del({ requests }, asOf as string)).toEqual(found);
  });

  test('at the day of receipt, in words', () => {
    const requests = [{ index: 3, subject: 'Prévision', receivedOn: isoDate('2032-05-02'), answeredOn: null }];
    const convention = { ...KEPT, requests };
    const [finding] = findingsIn('axe 2 | AE', { convention, whole: true }).filter(({ rule }) => rule === 'DEL-01');
    expect(finding?.place).toEqual({ kind: 'convention', table: 'ENV_Demandes', row: 3, column: 'Reçue le' });
    expect(finding && describeFinding(finding, convention, 'fr').message.replaceAll(/\s/g, ' ')).toContain(
      'reçue le 02/05/2032, plus d’un an après la fin de la convention',
    );
    expect(finding && describeFinding(finding, convention, 'en').message.replaceAll(/\s/g, ' ')).toContain(
      'received on 2 May 2032, more than a year after the end of the convention',
    );
  });
});

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
