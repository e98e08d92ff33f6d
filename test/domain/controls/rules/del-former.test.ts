/** DEL-03 and DEL-04 on a former credit year: an excess, or credits left, that were never notified. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Convention, Movement } from '../../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import type { Duty } from '../../../../src/domain/envelopes/terms';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { movementOf } from '../../envelopes/builders';

const BASE = convention2023();
/** 2023 and 2024: PDE 500 000 of AE and 573 032 of CP, SF 100 000 of each, in each year. */
const BOTH: Convention = {
  ...BASE,
  endsOn: isoDate('2024-12-31'),
  otherYears: [{ year: 2024, ceilings: BASE.ceilings, envelopes: BASE.envelopes, rap: [] }],
};

function found(rows: readonly string[], asOf: string, doneOn: string | null, change: Partial<Convention> = {}) {
  const blank = { label: '', delay: null, dueOn: null, addressee: '', approval: null, article: '' };
  const done = doneOn === null ? null : isoDate(doneOn);
  const duties = (['insufficiency', 'unspent'] as const).map((type, index): Duty => ({
    ...blank,
    index,
    type,
    doneOn: done,
  }));
  const convention = conventionAt({ ...BOTH, duties, ...change }, isoDate(asOf));
  const table = ['axe 2 | EJ | date EJ | AE | payé le | CP', ...rows].join('\n');
  const findings = findingsIn(table, { convention, asOf, whole: true });
  return findings.flatMap((finding) => {
    if ((finding.rule !== 'DEL-03' && finding.rule !== 'DEL-04') || finding.details.formerYear === undefined) return [];
    const { rule, severity, details } = finding;
    const { message } = describeFinding(finding, convention, 'fr');
    const amounts = 'missing' in details ? [details.nature, details.missing] : [details.ae, details.cp];
    return [{ key: [rule, severity, details.envelope, ...amounts], message: message.replaceAll(/\s/g, ' ') }];
  });
}

const EXCESS = 'PDE | 1400000001 | 20/06/2023 | 500 100,00 | | ';
const ALL_OF_SF = ['SF | 1400000002 | 20/06/2023 | 100 000,00 | | ', 'SF | 1400000002 | | | 20/07/2023 | 100 000,00'];
const ALL_OF_PDE = [
  'PDE | 1400000003 | 20/06/2023 | 500 000,00 | | ',
  'PDE | 1400000003 | | | 20/07/2023 | 573 032,00',
];

describe('DEL-03', () => {
  test.each`
    doneOn          | asOf            | expected                                      | why
    ${null}         | ${'2024-06-30'} | ${[['DEL-03', 'error', 'PDE', 'AE', 100_00]]} | ${'never notified'}
    ${'2023-06-19'} | ${'2024-06-30'} | ${[['DEL-03', 'error', 'PDE', 'AE', 100_00]]} | ${'notified of something else, before'}
    ${'2023-06-20'} | ${'2024-06-30'} | ${[]}                                         | ${'notified on the day'}
    ${'2024-02-01'} | ${'2024-06-30'} | ${[]}                                         | ${'notified since'}
    ${'2024-07-01'} | ${'2024-06-30'} | ${[['DEL-03', 'error', 'PDE', 'AE', 100_00]]} | ${'not notified yet'}
    ${null}         | ${'2023-12-31'} | ${[]}                                         | ${'2023 is the year of the controls'}
  `('2023 exceeded, notified on $doneOn, on $asOf: $why', ({ doneOn, asOf, expected }) => {
    const rows = [EXCESS, ...ALL_OF_SF, 'PDE | 1400000003 | | | 20/07/2023 | 573 032,00'];
    const found03 = found(rows, asOf as string, doneOn as string | null).filter(({ key }) => key[0] === 'DEL-03');
    expect(found03.map(({ key }) => key)).toEqual(expected);
    for (const { message } of found03)
      expect(message).toContain('Crédits de 2023, Place des entreprises : dotation d’AE dépassée de 100,00 €');
  });

  test.each`
    rows                                                                   | why
    ${['PDE | 1400000001 | | 500 100,00 | | ']}                            | ${'a row without a day is of the year of the controls'}
    ${['PDE | 1400000001 | 20/06/2024 | 500 100,00 | | ']}                 | ${'an excess of 2024 is one of the year of the controls'}
    ${['PDE | 1400000001 | 20/06/2023 | 10,00 | 20/01/2024 | 573 100,00']} | ${'what was not paid in 2023 is none of its CP'}
  `('not in 2023: $why', ({ rows }) => {
    const keys = found(rows as string[], '2024-06-30', null).map(({ key }) => key[0]);
    expect(keys).not.toContain('DEL-03');
  });
});

describe('DEL-04', () => {
  const left = [['DEL-04', 'warning', 'PDE', 500_000_00, 573_032_00]];
  test.each`
    doneOn          | asOf            | expected | why
    ${null}         | ${'2024-01-01'} | ${left}  | ${'never notified'}
    ${null}         | ${'2024-12-31'} | ${left}  | ${'still'}
    ${'2023-11-10'} | ${'2024-06-30'} | ${[]}    | ${'notified in 2023'}
    ${'2024-01-20'} | ${'2024-06-30'} | ${[]}    | ${'notified in the month after'}
    ${'2024-11-20'} | ${'2024-12-01'} | ${[]}    | ${'the notice of 2024 may have taken its place'}
    ${'2022-12-20'} | ${'2024-06-30'} | ${[]}    | ${'notified from the beginning'}
  `('nothing of PDE spent in 2023, notified on $doneOn, on $asOf: $why', ({ doneOn, asOf, expected }) => {
    const found04 = found(ALL_OF_SF, asOf as string, doneOn as string | null);
    expect(found04.map(({ key }) => key)).toEqual(expected);
    for (const { message } of found04) expect(message).toContain('Crédits de 2023, Place des entreprises : 500 000');
  });

  test.each`
    rows                                                                              | expected                                            | why
    ${[]}                                                                             | ${[]}                                               | ${'the ledger does not keep 2023'}
    ${['SF | 1400000002 | 20/06/2024 | 5,00 | | ']}                                   | ${[]}                                               | ${'the ledger does not keep 2023'}
    ${[ALL_OF_SF[0]]}                                                                 | ${[['DEL-04', 'warning', 'PDE', 500_000_00, null]]} | ${'it has no payment of 2023'}
    ${[...ALL_OF_PDE, ...ALL_OF_SF]}                                                  | ${[]}                                               | ${'all was spent'}
    ${[...ALL_OF_PDE, 'SF | 1400000002 | 20/06/2023 | 99 999,00 | | ', ALL_OF_SF[1]]} | ${[['DEL-04', 'warning', 'SF', 1_00, null]]}        | ${'a euro of AE'}
  `('$why: $expected', ({ rows, expected }) => {
    const keys = found(rows as string[], '2024-06-30', null).map(({ key }) => key);
    expect(keys).toEqual(expected);
  });

  test.each`
    to       | nature  | cents         | date            | expected                    | why
    ${'PDE'} | ${'AE'} | ${500_000_00} | ${'2024-03-01'} | ${[null, 573_032_00]}       | ${'all the AE are carried over'}
    ${'PDE'} | ${'AE'} | ${7_000_50}   | ${'2024-03-01'} | ${[492_999_50, 573_032_00]} | ${'a part of them'}
    ${'PDE'} | ${'AE'} | ${600_000_00} | ${'2024-03-01'} | ${[null, 573_032_00]}       | ${'more than all'}
    ${'PDE'} | ${'CP'} | ${73_032_00}  | ${'2024-03-01'} | ${[500_000_00, 500_000_00]} | ${'a part of the CP'}
    ${'PDE'} | ${'AE'} | ${500_000_00} | ${'2025-03-01'} | ${[500_000_00, 573_032_00]} | ${'a carry-over of 2024 to 2025'}
    ${'PDE'} | ${'AE'} | ${500_000_00} | ${'2023-03-01'} | ${[500_000_00, 573_032_00]} | ${'one of 2022, which is in the credits of 2023'}
    ${'SF'}  | ${'AE'} | ${500_000_00} | ${'2024-03-01'} | ${[500_000_00, 573_032_00]} | ${'to another envelope'}
  `('$cents of $nature carried over to $to on $date ($why): $expected are to be notified', (row) => {
    const { to, nature, cents, date, expected } = row as Record<'to' | 'date', string> & {
      nature: 'AE' | 'CP';
      cents: number;
      expected: unknown[];
    };
    const of2025 = { year: 2025, ceilings: BASE.ceilings, envelopes: BASE.envelopes, rap: [] };
    const years = { endsOn: isoDate('2025-12-31'), otherYears: [...BOTH.otherYears, of2025] };
    // The credits of 2023 that a carry-over of 2022 raised are spent with the others.
    const spent = date.startsWith('2023') ? ['PDE | 1400000009 | 20/06/2023 | 500 000,00 | | '] : [];
    const movements = [movementOf({ type: 'carryOver', to, nature, cents, date })];
    const of = found([...ALL_OF_SF, ...spent], '2024-06-30', null, { ...years, movements });
    expect(of.map(({ key }) => key)).toEqual([['DEL-04', 'warning', 'PDE', ...expected]]);
    const isDeducted = to === 'PDE' && date.startsWith('2024') && cents < 500_000_00;
    expect(of[0]?.message.includes('reports déduits')).toBe(isDeducted);
  });

  test.each`
    reports                                                  | ae         | why
    ${['De 2023-12-31 300000', 'Vers 2024-01-01 300000']}    | ${200_000} | ${'both sides of one report'}
    ${['Vers 2023-12-31 -300000', 'Vers 2024-01-01 300000']} | ${200_000} | ${'so, with a minus in 2023'}
    ${['De 2023-12-31 300000']}                              | ${200_000} | ${'its side of 2023 alone'}
    ${['Vers 2024-01-01 300000']}                            | ${200_000} | ${'its side of 2024 alone'}
    ${['De 2023-12-31 100000', 'Vers 2024-01-01 300000']}    | ${200_000} | ${'a part of it is in 2023'}
    ${['De 2023-12-31 500000', 'Vers 2024-01-01 500000']}    | ${null}    | ${'both sides of all the AE'}
    ${['Vers 2024-01-01 300000', 'Vers 2024-02-01 -50000']}  | ${250_000} | ${'the report is lowered'}
    ${['Vers 2024-01-01 300000', 'De 2024-12-31 80000']}     | ${200_000} | ${'2024 carries over to 2025'}
    ${['De 2024-01-15 80000']}                               | ${500_000} | ${'so, without a report of 2023'}
  `('$reports ($why): $ae € of AE of 2023 are to be notified, once', ({ reports, ae }: Reported) => {
    const movements = reports.map((report, index) => {
      const [end, date = '', euros] = report.split(' ');
      const ends = end === 'De' ? { from: 'PDE', to: null } : { to: 'PDE' };
      return { ...movementOf({ type: 'carryOver', nature: 'AE', cents: Number(euros) * 100, date }), ...ends, index };
    });
    const of = found(ALL_OF_SF, '2024-12-31', null, { movements });
    const cents = ae === null ? null : ae * 100;
    expect(of.map(({ key }) => key)).toEqual([['DEL-04', 'warning', 'PDE', cents, 573_032_00]]);
  });

  test.each`
    carryOver                                                 | why
    ${{ to: 'PDE', mark: { heading: 'Montant', raw: null } }} | ${'crossed out'}
    ${{ to: 'PDE', from: 'SF' }}                              | ${'between two envelopes'}
  `('a carry-over that does not count ($why) is not deducted from what was left', ({ carryOver }) => {
    const movement = movementOf({ type: 'carryOver', nature: 'AE', cents: 7_000_50, date: '2024-03-01' });
    const movements = [{ ...movement, ...(carryOver as Partial<Movement>) }];
    const of = found(ALL_OF_SF, '2024-06-30', null, { movements });
    expect(of.map(({ key }) => key)).toEqual([['DEL-04', 'warning', 'PDE', 500_000_00, 573_032_00]]);
  });
});

interface Reported {
  readonly reports: readonly string[];
  readonly ae: number | null;
}
