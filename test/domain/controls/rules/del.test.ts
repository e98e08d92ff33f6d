/** DEL-01 to DEL-05: what is due to the délégant, and when. */
import { isoDate, toIso, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import type { Finding } from '../../../../src/domain/controls/findings/finding';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import type { Duty, DutyType } from '../../../../src/domain/envelopes/terms';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const base: Convention = { ...convention2023(), duties: [] };
const NOTHING = 'imputation | axe 2 | EJ | date EJ | AE | payé le | CP';

function del(convention: Convention, asOf: string, table = NOTHING): readonly Finding[] {
  return findingsIn(table, { convention, asOf, whole: true }).filter(({ rule }) => rule.startsWith('DEL'));
}

/** The same convention with as many credits in 2024, as on a day. */
function alsoIn2024(convention: Convention, asOf: string): Convention {
  const { ceilings, envelopes } = convention;
  const otherYears = [{ year: 2024, ceilings, envelopes, rap: [] }];
  return conventionAt({ ...convention, endsOn: isoDate('2024-12-31'), otherYears }, isoDate(asOf));
}

const day = (text: string | null): CivilDate | null => (text === null ? null : isoDate(text));

function duty(type: DutyType, of: Partial<Duty> = {}): Duty {
  return {
    index: 0,
    type,
    label: 'Une obligation',
    delay: null,
    dueOn: null,
    doneOn: null,
    addressee: '',
    approval: null,
    article: '',
    ...of,
  };
}

describe('DEL-01 and DEL-02: requests of the délégant', () => {
  const asked = (
    receivedOn: string | null,
    answeredOn: string | null = null,
    change: Partial<Convention> = {},
  ): Convention => ({
    ...base,
    ...change,
    requests: [{ index: 4, receivedOn: day(receivedOn), subject: 'Prévision', answeredOn: day(answeredOn) }],
  });

  /** Received on Monday 3 April 2023, the delay of five jours ouvrés ends on Tuesday 11 April, over Easter Monday. */
  test.each`
    asOf            | expected              | why
    ${'2023-04-02'} | ${[]}                 | ${'not received yet'}
    ${'2023-04-05'} | ${[]}                 | ${'three jours ouvrés left'}
    ${'2023-04-06'} | ${['DEL-02 warning']} | ${'two left, over the Easter week-end'}
    ${'2023-04-10'} | ${['DEL-02 warning']} | ${'Easter Monday: one left'}
    ${'2023-04-11'} | ${['DEL-02 warning']} | ${'the last day is in time'}
    ${'2023-04-12'} | ${['DEL-01 error']}   | ${'overdue'}
    ${'2023-10-12'} | ${['DEL-01 error']}   | ${'still'}
  `('on $asOf: $why', ({ asOf, expected }: { asOf: string; expected: string[] }) => {
    expect(del(asked('2023-04-03'), asOf).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
  });

  test('each gives the day, at the cell of the answer', () => {
    const place = { kind: 'convention', table: 'ENV_Demandes', row: 4, column: 'Répondue le' };
    const [soon] = del(asked('2023-04-03'), '2023-04-10');
    expect(soon).toMatchObject({ place, details: { subject: 'Prévision', due: isoDate('2023-04-11'), left: 1 } });
    const [late] = del(asked('2023-04-03'), '2023-04-12');
    expect(late).toMatchObject({
      place,
      details: { subject: 'Prévision', receivedOn: isoDate('2023-04-03'), due: isoDate('2023-04-11') },
    });
  });

  test('right: answered, even late; an answer to come is none yet', () => {
    expect(del(asked('2023-04-03', '2023-04-20'), '2023-04-30')).toEqual([]);
    expect(del(asked('2023-04-03', '2023-04-20'), '2023-04-15').map(({ rule }) => rule)).toEqual(['DEL-01']);
    expect(del(asked('2023-04-03', '2023-04-20'), '2023-04-19').map(({ rule }) => rule)).toEqual(['DEL-01']);
    expect(del(asked('2023-04-03', '2023-04-20'), '2023-04-20')).toEqual([]);
  });

  test('a doubt: answered before its receipt, at the day of the answer; right on the same day', () => {
    expect(del(asked('2023-04-03', '2023-04-02'), '2023-04-30')).toMatchObject([
      {
        rule: 'DEL-01',
        severity: 'warning',
        place: { row: 4, column: 'Répondue le' },
        details: { subject: 'Prévision', receivedOn: isoDate('2023-04-03'), answeredOn: isoDate('2023-04-02') },
      },
    ]);
    expect(del(asked('2023-04-03', '2023-04-03'), '2023-04-30')).toEqual([]);
  });

  test('edge: the delay is that of the convention, in its unit and its zone', () => {
    expect(del(asked('2023-04-03', null, { replyWorkingDays: 10 }), '2023-04-12')).toEqual([]);
    const dueWith = (change: Partial<Convention>) => {
      const [late] = del(asked('2023-04-03', null, change), '2023-09-01');
      return late?.rule === 'DEL-01' && 'due' in late.details && late.details.due ? toIso(late.details.due) : null;
    };
    expect(dueWith({ holidayZone: 'alsace-moselle' })).toBe('2023-04-12');
    expect(dueWith({ replyWorkingDays: 1, replyUnit: 'months' })).toBe('2023-05-03');
  });

  test('edge: to answer within a jour ouvré, a request is urgent on the day it comes', () => {
    const urgent = asked('2023-04-03', null, { replyWorkingDays: 1 });
    expect(del(urgent, '2023-04-02')).toEqual([]);
    expect(del(urgent, '2023-04-03')).toMatchObject([
      { rule: 'DEL-02', details: { due: isoDate('2023-04-04'), left: 1 } },
    ]);
  });

  test('not checkable: without a day of receipt it is a doubt, at that cell', () => {
    expect(del(asked(null), '2023-04-12')).toMatchObject([
      { rule: 'DEL-01', severity: 'warning', place: { column: 'Reçue le' }, details: { receivedOn: null, due: null } },
    ]);
  });
});

describe('DEL-03: insufficiency', () => {
  const OVER = `
    imputation | axe 2           | EJ         | date EJ    | AE         | payé le | CP
    juste      | Signaux Faibles | 1400000001 | 10/03/2023 | 90 000,00  |         |
    juste      | Signaux Faibles | 1400000002 | 12/09/2023 | 14 000,00  |         |
  `;
  const insufficiency = (doneOn: string | null): Convention => ({
    ...base,
    duties: [duty('insufficiency', { index: 3, doneOn: day(doneOn) })],
  });

  test('right: under the ceiling, and exactly at it', () => {
    expect(del(base, '2023-09-11', OVER)).toEqual([]);
    expect(del(base, '2023-09-30', OVER.replace('14 000,00', '10 000,00'))).toEqual([]);
  });

  test('wrong: a blocking ceiling exceeded and a notice not done, once, at the duty', () => {
    expect(del(insufficiency(null), '2023-09-30', OVER)).toEqual([
      {
        rule: 'DEL-03',
        severity: 'error',
        place: { kind: 'convention', table: 'ENV_Obligations', row: 3, column: 'Fait le' },
        details: { envelope: 'SF', nature: 'AE', missing: 400000, isExceeded: true, since: isoDate('2023-09-12') },
        repair: null,
      },
    ]);
  });

  test.each`
    doneOn          | expected      | why
    ${'2023-09-12'} | ${[]}         | ${'told on the day'}
    ${'2023-09-20'} | ${[]}         | ${'told later'}
    ${'2023-09-11'} | ${['DEL-03']} | ${'that notice told of something else'}
    ${'2023-10-05'} | ${['DEL-03']} | ${'not told yet on 30 September'}
    ${'2023-09-30'} | ${[]}         | ${'told on the day of the controls'}
    ${'2023-10-01'} | ${['DEL-03']} | ${'told the day after'}
  `('notice of $doneOn: $why', ({ doneOn, expected }: { doneOn: string; expected: string[] }) => {
    expect(del(insufficiency(doneOn), '2023-09-30', OVER).map(({ rule }) => rule)).toEqual(expected);
  });

  test('without any register it is a doubt, at the ceiling of the envelope', () => {
    expect(del(base, '2023-09-30', OVER)).toMatchObject([
      { severity: 'warning', place: { table: 'ENV_Enveloppes', column: 'AE', key: 'SF' } },
    ]);
  });

  test('edge: what is reserved and does not fit is a warning without a day, which any notice answers', () => {
    const reserved = `
      imputation | axe 2           | état   | date EJ    | AE
      juste      | Signaux Faibles | projet |            | 100 000,01
    `;
    expect(del(insufficiency(null), '2023-06-30', reserved)).toMatchObject([
      { severity: 'warning', details: { missing: 1, isExceeded: false, since: null } },
    ]);
    expect(del(insufficiency('2023-05-01'), '2023-06-30', reserved)).toEqual([]);
  });

  test.each`
    doneOn          | expected      | why
    ${'2023-11-15'} | ${['DEL-03']} | ${'that notice was about the credits of 2023'}
    ${'2024-01-02'} | ${[]}         | ${'told in 2024'}
  `('2023 and 2024, drafts that do not fit in 2024, notice of $doneOn: $why', ({ doneOn, expected }) => {
    const drafts = `
      imputation | axe 2           | état   | date EJ    | AE
      juste      | Signaux Faibles | projet | 15/03/2024 | 100 000,01
    `;
    const found = del(alsoIn2024(insufficiency(doneOn as string), '2024-06-30'), '2024-06-30', drafts);
    expect(found.map(({ rule }) => rule)).toEqual(expected);
  });

  test('edge: the whole convention is reported when no envelope is', () => {
    const [, sf] = base.envelopes;
    const ceilings = { ...base.ceilings, AE: sf?.ceilings.AE ?? null };
    const table = `${NOTHING}\n juste | PDE | 1400000001 | 10/03/2023 | 100 000,01 | |`;
    expect(del({ ...base, ceilings }, '2023-09-30', table)).toMatchObject([
      {
        place: { table: 'ENV_Convention', key: 'Plafond AE' },
        details: { envelope: '*', missing: 1, since: isoDate('2023-03-10') },
      },
    ]);
  });

  test('off: a ceiling that only warns, or a convention whose duties leave this one out', () => {
    const envelopes = base.envelopes.map((envelope) => ({
      ...envelope,
      ceilings: {
        ...envelope.ceilings,
        AE: envelope.ceilings.AE && { ...envelope.ceilings.AE, mode: 'warning' as const },
      },
    }));
    expect(del({ ...base, envelopes }, '2023-09-30', OVER)).toEqual([]);
    expect(del({ ...base, duties: [duty('other')] }, '2023-09-30', OVER)).toEqual([]);
  });
});

describe('DEL-04: unspent credits', () => {
  const unspent = (doneOn: string | null): Convention => ({
    ...base,
    duties: [duty('unspent', { index: 4, doneOn: day(doneOn) })],
  });

  test.each`
    asOf            | expected
    ${'2023-10-31'} | ${[]}
    ${'2023-11-01'} | ${['info', 'info']}
    ${'2023-12-31'} | ${['info', 'info']}
    ${'2024-01-01'} | ${['warning', 'warning']}
  `(
    'on $asOf, nothing spent: $expected, one for each envelope',
    ({ asOf, expected }: { asOf: string; expected: string[] }) => {
      expect(del(unspent(null), asOf).map(({ rule, severity }) => (rule === 'DEL-04' ? severity : rule))).toEqual(
        expected,
      );
    },
  );

  test('it gives the amount left of each nature, at the duty', () => {
    const table = `
      imputation | axe 2           | EJ         | date EJ    | AE         | payé le    | CP
      juste      | PDE             | 1400000001 | 10/03/2023 | 499 999,99 |            |
      juste      | Signaux Faibles | 1400000002 | 10/03/2023 | 100 000,00 |            |
      juste      | Signaux Faibles | 1400000002 |            |            | 10/06/2023 | 100 000,00
    `;
    expect(del(unspent(null), '2024-02-01', table)).toEqual([
      {
        rule: 'DEL-04',
        severity: 'warning',
        place: { kind: 'convention', table: 'ENV_Obligations', row: 4, column: 'Fait le' },
        details: { envelope: 'PDE', ae: 1, cp: 57303200, until: isoDate('2023-12-31'), isOver: true },
        repair: null,
      },
    ]);
  });

  test.each`
    doneOn          | asOf            | expected                  | why
    ${'2023-11-15'} | ${'2023-12-31'} | ${[]}                     | ${'told of what is left of 2023'}
    ${'2023-11-15'} | ${'2024-10-31'} | ${[]}                     | ${'2024 is not near its end'}
    ${'2023-11-15'} | ${'2024-11-01'} | ${['info', 'info']}       | ${'that notice was about 2023'}
    ${'2023-11-15'} | ${'2025-01-01'} | ${['warning', 'warning']} | ${'and 2024 is lost without one'}
    ${'2024-01-31'} | ${'2024-12-31'} | ${['info', 'info']}       | ${'still about 2023, in the first month of 2024'}
    ${'2024-02-01'} | ${'2024-12-31'} | ${[]}                     | ${'about 2024'}
    ${'2025-01-31'} | ${'2025-02-01'} | ${[]}                     | ${'about 2024, after its end'}
    ${'2025-06-01'} | ${'2025-06-30'} | ${[]}                     | ${'after the last year, about it'}
  `('2023 and 2024, notified on $doneOn, on $asOf: $why', ({ doneOn, asOf, expected }) => {
    const found = del(alsoIn2024(unspent(doneOn as string), asOf as string), asOf as string);
    expect(found.map(({ rule, severity }) => (rule === 'DEL-04' ? severity : rule))).toEqual(expected);
  });

  test('2023 and 2024: the closing of 2023 closes nothing in 2024', () => {
    const closing = { commitment: isoDate('2023-12-08'), serviceCertified: null, payment: isoDate('2023-12-15') };
    const closed = { ...unspent(null), closing };
    expect(del(alsoIn2024(closed, '2023-12-09'), '2023-12-09')).toMatchObject([
      { severity: 'warning', details: { until: isoDate('2023-12-08') } },
      { severity: 'warning', details: { until: isoDate('2023-12-08') } },
    ]);
    expect(del(alsoIn2024(closed, '2024-06-30'), '2024-06-30')).toEqual([]);
    expect(del(alsoIn2024(closed, '2024-12-15'), '2024-12-15')).toMatchObject([
      { severity: 'info', details: { until: isoDate('2024-12-31') } },
      { severity: 'info', details: { until: isoDate('2024-12-31') } },
    ]);
  });

  test('right: notified, once for all under a convention of one year', () => {
    expect(del(unspent('2023-11-10'), '2024-02-01')).toEqual([]);
    expect(del(unspent('2023-11-10'), '2023-11-05')).toHaveLength(2);
    expect(del(unspent('2023-11-10'), '2023-11-09')).toHaveLength(2);
    expect(del(unspent('2023-11-10'), '2023-11-10')).toEqual([]);
  });

  test('edge: closing dates of the ministry bring each nature forward', () => {
    const closed = {
      ...unspent(null),
      closing: { commitment: isoDate('2023-12-08'), serviceCertified: null, payment: null },
    };
    expect(del(closed, '2023-12-10')).toMatchObject([
      { severity: 'warning', details: { until: isoDate('2023-12-08') } },
      { severity: 'warning', details: { until: isoDate('2023-12-08') } },
    ]);
  });

  test.each`
    spent                                       | asOf            | expected                           | why
    ${'| 100 000,00 | | '}                      | ${'2023-12-10'} | ${['info', null, '2023-12-15']}    | ${'CP alone are left, until their own closing'}
    ${'| 100 000,00 | | '}                      | ${'2023-12-15'} | ${['info', null, '2023-12-15']}    | ${'the last day itself'}
    ${'| 100 000,00 | | '}                      | ${'2023-12-16'} | ${['warning', null, '2023-12-15']} | ${'CP alone are left, and lost'}
    ${'| 99 999,99 | 10/06/2023 | 100 000,00'}  | ${'2023-12-08'} | ${['info', 1, '2023-12-08']}       | ${'a cent of AE alone is left'}
    ${'| 99 999,99 | 10/06/2023 | 100 000,00'}  | ${'2023-12-09'} | ${['warning', 1, '2023-12-08']}    | ${'a cent of AE alone is left, and lost'}
    ${'| 100 000,00 | 10/06/2023 | 100 000,00'} | ${'2023-12-09'} | ${null}                            | ${'nothing is left'}
    ${'| 100 000,01 | 10/06/2023 | 100 000,01'} | ${'2023-12-09'} | ${null}                            | ${'more than all is spent'}
  `(
    'AE close on 8 December, CP on the 15th; on $asOf, $spent of Signaux Faibles: $why',
    ({ spent, asOf, expected }) => {
      const closing = { commitment: isoDate('2023-12-08'), serviceCertified: null, payment: isoDate('2023-12-15') };
      const table = `
      imputation | axe 2           | EJ         | date EJ    | AE | payé le | CP
      juste      | Signaux Faibles | 1400000002 | 10/03/2023 ${spent as string}
    `;
      const found = del({ ...unspent(null), closing }, asOf as string, table).flatMap((one) =>
        one.rule === 'DEL-04' && one.details.envelope === 'SF' ? [one] : [],
      );
      const [severity, ae, until] = (expected ?? []) as [string, number | null, string];
      expect(found.map((one) => [one.severity, one.details.ae, one.details.until])).toEqual(
        expected === null ? [] : [[severity, ae, isoDate(until)]],
      );
    },
  );

  test('without any register, at the envelope; off when the duties leave this one out', () => {
    expect(del(base, '2024-02-01').map(({ place }) => place.kind === 'convention' && place.table)).toEqual([
      'ENV_Enveloppes',
      'ENV_Enveloppes',
    ]);
    expect(del({ ...base, duties: [duty('other')] }, '2024-02-01')).toEqual([]);
  });

  test('not checkable: a nature that has no column', () => {
    expect(del(unspent(null), '2024-02-01', 'axe 2 | date EJ | AE')).toMatchObject([
      { details: { cp: null } },
      { details: { cp: null } },
    ]);
  });
});

describe('DEL-05: reports', () => {
  const told = [
    duty('insufficiency', { doneOn: isoDate('2023-01-01') }),
    duty('unspent', { doneOn: isoDate('2023-01-01') }),
  ];
  const reported = (of: Partial<Duty>, type: DutyType = 'yearlyReport'): Convention => ({
    ...base,
    duties: [...told, duty(type, { index: 1, ...of })],
  });
  const dueOn = isoDate('2024-01-31');

  test.each`
    asOf            | expected       | why
    ${'2023-12-31'} | ${[]}          | ${'more than thirty days'}
    ${'2024-01-01'} | ${['warning']} | ${'thirty days'}
    ${'2024-01-31'} | ${['warning']} | ${'the day itself'}
    ${'2024-02-01'} | ${['error']}   | ${'late'}
  `('due on 31/01/2024, on $asOf: $why', ({ asOf, expected }: { asOf: string; expected: string[] }) => {
    expect(del(reported({ dueOn }), asOf).map(({ severity }) => severity)).toEqual(expected);
  });

  test('a delay runs from the end of the year, or of the convention', () => {
    const delay = { count: 2, unit: 'months' } as const;
    const endsOn = isoDate('2024-06-30');
    const [yearly] = del({ ...reported({ delay }), endsOn }, '2024-03-10');
    expect(yearly).toMatchObject({
      severity: 'error',
      details: { due: isoDate('2024-02-29'), ended: isoDate('2023-12-31') },
    });
    expect(del({ ...reported({ delay }, 'finalReport'), endsOn }, '2024-03-10')).toEqual([]);
    const [final] = del({ ...reported({ delay }, 'finalReport'), endsOn }, '2024-08-15');
    expect(final).toMatchObject({ severity: 'warning', details: { due: isoDate('2024-08-30'), ended: endsOn } });
  });

  test('of several credit years: one for each, also after the first was given', () => {
    const late = (convention: Convention, asOf: string) =>
      del(alsoIn2024(convention, asOf), asOf).filter(({ rule }) => rule === 'DEL-05');
    const both = reported({ delay: { count: 2, unit: 'months' } });
    expect(late(both, '2024-03-31')).toMatchObject([
      { severity: 'error', details: { type: 'yearlyReport', due: isoDate('2024-02-29'), lateToo: 0 } },
    ]);
    const given = { ...both, duties: both.duties.map((one) => ({ ...one, doneOn: isoDate('2024-02-20') })) };
    expect(late(given, '2025-01-28')).toEqual([]);
    expect(late(given, '2025-01-29')).toMatchObject([{ severity: 'warning', details: { due: isoDate('2025-02-28') } }]);
    expect(late(given, '2025-03-31')).toMatchObject([{ severity: 'error', details: { due: isoDate('2025-02-28') } }]);
  });

  test('no day fixed: an information once the period is over, at the cell of the day', () => {
    expect(del(reported({}), '2023-12-31')).toEqual([]);
    expect(del(reported({ article: 'art. 2.2' }), '2024-01-01')).toMatchObject([
      {
        severity: 'info',
        place: { table: 'ENV_Obligations', row: 1, column: 'Échéance' },
        details: { due: null, article: 'art. 2.2' },
      },
    ]);
  });

  test('right: done, from that day on; other duties are not reports', () => {
    expect(del(reported({ dueOn, doneOn: isoDate('2024-01-20') }), '2024-02-01')).toEqual([]);
    expect(del(reported({ dueOn, doneOn: isoDate('2024-01-20') }), '2024-01-20')).toEqual([]);
    expect(del(reported({ dueOn, doneOn: isoDate('2024-01-20') }), '2024-01-19')).toHaveLength(1);
    expect(del(reported({ dueOn }, 'publication'), '2024-02-01').map(({ rule }) => rule)).toEqual(['DEL-06']);
  });
});

describe('DEL-05: a report that comes back', () => {
  const told = [
    duty('insufficiency', { doneOn: isoDate('2023-01-01') }),
    duty('unspent', { doneOn: isoDate('2023-01-01') }),
  ];
  /** A report on each quarter, within fifteen days; that of 2022 is done. */
  const quarterly = (of: Partial<Duty> = {}): Convention => ({
    ...base,
    duties: [
      ...told,
      duty('other', {
        ...{ index: 1, every: 'quarter', delay: { count: 15, unit: 'calendar' }, doneOn: isoDate('2023-01-10') },
        ...of,
      }),
    ],
  });

  test.each`
    asOf            | expected                   | why
    ${'2023-04-01'} | ${[]}                      | ${'more than fifteen days before it is due'}
    ${'2023-04-02'} | ${['warning 2023-04-17']}  | ${'fifteen days; 15 April is a Saturday'}
    ${'2023-04-17'} | ${['warning 2023-04-17']}  | ${'the day itself'}
    ${'2023-04-18'} | ${['error 2023-04-17']}    | ${'late'}
    ${'2023-07-20'} | ${['error 2023-04-17 +1']} | ${'late, and the next one too'}
  `('the first quarter of 2023, on $asOf: $why', ({ asOf, expected }: { asOf: string; expected: string[] }) => {
    const found = del(quarterly(), asOf).filter(({ rule }) => rule === 'DEL-05');
    const words = found.map(({ severity, details }) => {
      const { due, lateToo = 0, isLate } = details as { due: CivilDate; lateToo?: number; isLate: boolean };
      expect(isLate).toBe(severity === 'error');
      return `${severity} ${toIso(due)}${lateToo > 0 ? ` +${lateToo}` : ''}`;
    });
    expect(words).toEqual(expected);
  });

  test('right: done since; without a delay, an information once the quarter is over', () => {
    expect(del(quarterly({ doneOn: isoDate('2023-04-10') }), '2023-04-20')).toEqual([]);
    expect(del(quarterly({ delay: null }), '2023-03-31')).toEqual([]);
    expect(del(quarterly({ delay: null, article: 'art. 2' }), '2023-04-01')).toMatchObject([
      {
        severity: 'info',
        place: { table: 'ENV_Obligations', row: 1, column: 'Échéance' },
        details: { type: 'recurring', due: null, ended: isoDate('2023-03-31'), isLate: false, article: 'art. 2' },
      },
    ]);
    expect(del({ ...quarterly(), endsOn: isoDate('2022-12-31') }, '2024-01-01')).toEqual([]);
  });
});

describe('DEL-06: another duty', () => {
  const due = (of: Partial<Duty>, type: DutyType = 'other'): Convention => ({
    ...base,
    duties: [
      duty('insufficiency', { doneOn: isoDate('2023-01-01') }),
      duty('unspent', { doneOn: isoDate('2023-01-01') }),
      duty(type, { index: 1, ...of }),
    ],
  });
  const dueOn = isoDate('2023-06-30');

  test.each`
    asOf            | ours           | ofDelegant     | why
    ${'2023-05-30'} | ${[]}          | ${[]}          | ${'more than thirty days'}
    ${'2023-05-31'} | ${['warning']} | ${['warning']} | ${'thirty days'}
    ${'2023-06-30'} | ${['warning']} | ${['warning']} | ${'the day itself'}
    ${'2023-07-01'} | ${['error']}   | ${['warning']} | ${'late: an error for us, the délégant can only be asked'}
  `('due on 30/06/2023, on $asOf: $why', ({ asOf, ours, ofDelegant }: Record<string, string> & { ours: string[] }) => {
    const found = [due({ dueOn }), due({ dueOn, isOfDelegant: true })].map((convention) => del(convention, asOf!));
    expect(found.map((ones) => ones.map(({ severity }) => severity))).toEqual([ours, ofDelegant]);
    for (const { details } of found.flat()) expect(details).toMatchObject({ isLate: asOf! > '2023-06-30' });
  });

  test('what is due after the signature is an information from that day until it is done; without a day, nothing', () => {
    const publication = due({}, 'publication');
    expect(del(publication, '2022-12-12')).toEqual([]);
    expect(del(publication, '2022-12-13')).toMatchObject([
      { rule: 'DEL-06', severity: 'info', details: { due: null, isLate: false } },
    ]);
    expect(del(due({ doneOn: isoDate('2023-01-05') }, 'publication'), '2023-01-04')).toHaveLength(1);
    expect(del(due({ doneOn: isoDate('2023-01-05') }, 'publication'), '2023-01-05')).toEqual([]);
    expect(del(due({}), '2023-06-30')).toEqual([]);
  });
});
