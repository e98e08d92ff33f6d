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

describe('DEL-01: a request received long after the end, or long before the signature', () => {
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
    ${'1923-05-02'} | ${'2023-05-04'} | ${'2023-07-31'} | ${['DEL-01 warning']} | ${'1923 for 2023, answered'}
    ${'2021-12-12'} | ${'2023-05-04'} | ${'2023-07-31'} | ${['DEL-01 warning']} | ${'more than a year before the signature'}
    ${'2022-04-03'} | ${'2023-05-04'} | ${'2023-07-31'} | ${[]}                 | ${'less than a year before it'}
    ${'1923-05-02'} | ${null}         | ${'2023-07-31'} | ${['DEL-01 error']}   | ${'not answered: overdue'}
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

describe('DEL-01: a day that cannot be read', () => {
  const request = { index: 3, subject: 'Prévision', receivedOn: isoDate('2023-05-02'), answeredOn: null };
  test.each`
    unread                                        | expected                       | sentence
    ${{ answeredOn: 'oui' }}                      | ${['Répondue le']}             | ${'Demande « Prévision » : date de réponse « oui » illisible'}
    ${{ receivedOn: 'hier' }}                     | ${['Reçue le']}                | ${'Demande « Prévision » : date de réception « hier » illisible'}
    ${{ receivedOn: 'hier', answeredOn: 'fait' }} | ${['Reçue le', 'Répondue le']} | ${'date de réception « hier » illisible'}
    ${{ receivedOn: '#CALC!' }}                   | ${['Reçue le']}                | ${'de réception non lue (la formule n’a pas de résultat enregistré'}
  `('$unread: at $expected, and no other doubt on the request', ({ unread, expected, sentence }) => {
    const requests = [{ ...request, receivedOn: unread.receivedOn ? null : request.receivedOn, unread }];
    const convention = { ...KEPT, requests };
    const found = findingsIn('axe 2 | AE', { convention, asOf: '2023-12-31', whole: true }).filter(({ rule }) =>
      /DEL-0[12]/.test(rule),
    );
    expect(found.map(({ severity, place }) => [severity, place])).toEqual(
      (expected as string[]).map((column) => ['error', { kind: 'convention', table: 'ENV_Demandes', row: 3, column }]),
    );
    const message = describeFinding(found[0]!, convention, 'fr').message.replaceAll(/\s/g, ' ');
    expect(message).toContain(sentence);
  });
});

describe('DEL-05, DEL-06: a day of a duty that cannot be read', () => {
  test.each`
    type             | unread                                         | expected                                           | sentence
    ${'other'}       | ${[['Fait le', 'oui']]}                        | ${[['DEL-06', 'Fait le']]}                         | ${'« Point », « Fait le » : « oui » n’est pas une date'}
    ${'finalReport'} | ${[['Fait le', 'transmis']]}                   | ${[['DEL-05', 'Fait le']]}                         | ${'« transmis » n’est pas une date'}
    ${'other'}       | ${[['Échéance', 'fin mai'], ['Fait le', 'x']]} | ${[['DEL-06', 'Échéance'], ['DEL-06', 'Fait le']]} | ${'« Échéance » : « fin mai » n’est pas une date'}
    ${'unspent'}     | ${[['Échéance', 'T4']]}                        | ${[['DEL-06', 'Échéance']]}                        | ${'l’obligation n’est pas contrôlée'}
    ${'other'}       | ${[['Échéance', '#CALC!']]}                    | ${[['DEL-06', 'Échéance']]}                        | ${'« Échéance » : la formule n’a pas de résultat enregistré'}
    ${'other'}       | ${[['Fait le', '#REF!']]}                      | ${[['DEL-06', 'Fait le']]}                         | ${'« Fait le » : la cellule contient l’erreur #REF!'}
  `('$type, $unread: an error at each cell, and nothing else on it', ({ type, unread, expected, sentence }) => {
    const cells = (unread as [string, string][]).map(([column, raw]) => ({ column, raw, expected: '' }));
    const convention = { ...KEPT, duties: [...KEPT.duties, { ...BLANK, type, unread: cells }] };
    const found = findingsIn('axe 2 | AE', { convention, asOf: '2023-12-31', whole: true }).filter(
      ({ place }) => place.kind === 'convention' && place.table === 'ENV_Obligations' && place.row === BLANK.index,
    );
    expect(found.map(({ rule, severity, place }) => [rule, severity, place])).toEqual(
      (expected as [string, string][]).map(([rule, column]) => [
        rule,
        'error',
        { kind: 'convention', table: 'ENV_Obligations', row: BLANK.index, column },
      ]),
    );
    expect(describeFinding(found[0]!, convention, 'fr').message.replaceAll(/\s/g, ' ')).toContain(sentence);
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

describe('DEL-05, DEL-06: a day of a duty more than a year away from the convention', () => {
  test.each`
    type               | every        | dueOn           | doneOn          | asOf            | found                 | why
    ${'other'}         | ${null}      | ${'2032-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-06 warning']} | ${'2032 for 2023'}
    ${'publication'}   | ${null}      | ${'2032-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-06 warning']} | ${'2032 for 2023'}
    ${'insufficiency'} | ${null}      | ${'2032-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-06 warning']} | ${'2032 for 2023'}
    ${'yearlyReport'}  | ${null}      | ${'2032-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-05 warning']} | ${'2032 for 2023'}
    ${'finalReport'}   | ${null}      | ${'2032-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-05 warning']} | ${'2032 for 2023'}
    ${'other'}         | ${'quarter'} | ${'2032-03-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-05 warning']} | ${'2032 for 2023'}
    ${'other'}         | ${'quarter'} | ${'2032-03-31'} | ${'2023-03-31'} | ${'2023-07-31'} | ${['DEL-05 warning']} | ${'the next ones never come'}
    ${'other'}         | ${null}      | ${'2032-12-31'} | ${'2023-03-31'} | ${'2023-07-31'} | ${[]}                 | ${'done'}
    ${'other'}         | ${null}      | ${'2024-12-31'} | ${null}         | ${'2023-07-31'} | ${[]}                 | ${'a year after the end'}
    ${'other'}         | ${null}      | ${'2025-01-01'} | ${null}         | ${'2023-07-31'} | ${['DEL-06 warning']} | ${'a day more'}
    ${'other'}         | ${null}      | ${'2032-12-31'} | ${null}         | ${'2032-12-15'} | ${['DEL-06 warning']} | ${'soon, as any other'}
    ${'other'}         | ${null}      | ${'2032-12-31'} | ${null}         | ${'2033-01-15'} | ${['DEL-06 error']}   | ${'late, as any other'}
    ${'other'}         | ${null}      | ${'1932-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-06 error']}   | ${'1932: late'}
    ${'finalReport'}   | ${null}      | ${'1932-12-31'} | ${null}         | ${'2023-07-31'} | ${['DEL-05 error']}   | ${'1932: late'}
    ${'other'}         | ${null}      | ${'2022-12-01'} | ${null}         | ${'2023-07-31'} | ${['DEL-06 error']}   | ${'some days before: late'}
    ${'other'}         | ${null}      | ${'2023-05-31'} | ${'1923-05-30'} | ${'2023-07-31'} | ${['DEL-06 warning']} | ${'done in 1923'}
    ${'insufficiency'} | ${null}      | ${null}         | ${'1923-05-30'} | ${'2023-07-31'} | ${['DEL-06 warning']} | ${'notified in 1923'}
    ${'finalReport'}   | ${null}      | ${null}         | ${'2032-05-30'} | ${'2023-07-31'} | ${['DEL-05 warning']} | ${'given in 2032'}
    ${'other'}         | ${null}      | ${'2023-05-31'} | ${'2032-05-30'} | ${'2023-07-31'} | ${['DEL-06 error']}   | ${'late: the day to come is none'}
    ${'other'}         | ${'quarter'} | ${'1932-03-31'} | ${'2023-06-30'} | ${'2023-07-31'} | ${[]}                 | ${'its repetitions are ordinary'}
    ${'publication'}   | ${null}      | ${null}         | ${'2022-11-30'} | ${'2023-07-31'} | ${[]}                 | ${'done before the signature'}
  `('$type, every $every, due on $dueOn, done on $doneOn, on $asOf: $why', (row) => {
    const { type, every, dueOn, doneOn, asOf, found } = row as Record<string, string | null>;
    const day = (text: string | null | undefined) => (text ? isoDate(text) : null);
    const others = KEPT.duties.filter((duty) => duty.type !== type);
    const duty = { ...BLANK, type, ...(every && { every }), dueOn: day(dueOn), doneOn: day(doneOn) };
    expect(del({ duties: [...others, duty] }, asOf ?? '')).toEqual(found);
  });

  test('at its cell, in words', () => {
    const duties = [{ ...BLANK, label: 'Revue', dueOn: isoDate('2032-12-31') }];
    const convention = { ...KEPT, duties };
    const [finding] = findingsIn('axe 2 | AE', { convention, whole: true }).filter(({ rule }) => rule === 'DEL-06');
    expect(finding?.place).toEqual({ kind: 'convention', table: 'ENV_Obligations', row: 20, column: 'Échéance' });
    expect(finding && describeFinding(finding, convention, 'fr').message.replaceAll(/\s/g, ' ')).toContain(
      '« Revue », « Échéance » : le 31/12/2032, plus d’un an après la fin de la convention ; elle n’est pas suivie',
    );
    expect(finding && describeFinding(finding, convention, 'en').message.replaceAll(/\s/g, ' ')).toContain(
      '31 Dec 2032, more than a year after the end of the convention; it is not followed',
    );
  });
});

test.each(['unspent', 'insufficiency', 'approvalBeforeCommitment', 'approvalOfService'])(
  'DEL-06: %s with a day of its own is to be seen to until it is done, and without a day is nothing',
  (type) => {
    const on = (days: object): readonly string[] =>
      del({ duties: [...KEPT.duties, { ...BLANK, type, ...days }] }, '2023-07-01');
    const dueOn = isoDate('2023-06-30');
    expect(on({ dueOn })).toEqual(['DEL-06 warning']);
    expect(on({ dueOn, doneOn: isoDate('2023-06-01') })).toEqual([]);
    expect(on({})).toEqual([]);
  },
);
