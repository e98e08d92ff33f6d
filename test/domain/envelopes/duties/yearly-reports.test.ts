/** The yearly reports of a convention of 2023, 2024 and 2025: one for each year, after it, until each is given. */
import { isoDate, toIso } from '../../../../src/domain/calendar/civil-date';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import { openOccurrence } from '../../../../src/domain/envelopes/duties/recurring-duties';
import type { Delay, Duty } from '../../../../src/domain/envelopes/terms';
import { conventionOf } from '../builders';

const YEARS = { ceilings: { AE: null, CP: null }, envelopes: [], rap: [] };
const SEVERAL = conventionOf([], {
  endsOn: isoDate('2025-12-31'),
  otherYears: [2024, 2025].map((year) => ({ year, ...YEARS })),
});
const THREE_MONTHS: Delay = { count: 3, unit: 'months' };

interface Given {
  readonly label?: string;
  readonly due?: string | null;
  readonly delay?: Delay | null;
  readonly done?: string | null;
}

function report({ label = 'Bilan annuel', due = null, delay = THREE_MONTHS, done = null }: Given, index = 0): Duty {
  return {
    ...{ index, type: 'yearlyReport', label, delay, addressee: '', approval: null, article: '' },
    ...{ dueOn: due === null ? null : isoDate(due), doneOn: done === null ? null : isoDate(done) },
  };
}

/** The first report of each row that nothing answers, as the controls of a day see it. */
function openAt(asOf: string, rows: readonly Given[], of = SEVERAL): readonly string[] {
  const duties = rows.map(report);
  const convention = { ...conventionAt(of, isoDate(asOf)), duties };
  return duties.map((duty) => {
    const found = openOccurrence(convention, duty, isoDate(asOf));
    if (found === null) return 'none';
    return `${toIso(found.ended)} due ${found.due && toIso(found.due)}${found.lateToo > 0 ? ` +${found.lateToo}` : ''}`;
  });
}

it.each`
  asOf            | done            | open                              | why
  ${'2023-06-30'} | ${null}         | ${'2023-12-31 due 2024-04-02'}    | ${'31 March 2024 is Easter Sunday, and Monday is one'}
  ${'2024-04-30'} | ${null}         | ${'2023-12-31 due 2024-04-02'}    | ${'that of 2023 is late'}
  ${'2025-04-30'} | ${null}         | ${'2023-12-31 due 2024-04-02 +1'} | ${'and that of 2024'}
  ${'2026-04-30'} | ${null}         | ${'2023-12-31 due 2024-04-02 +2'} | ${'and that of 2025'}
  ${'2026-04-30'} | ${'2024-03-20'} | ${'2024-12-31 due 2025-03-31 +1'} | ${'given for 2023 alone'}
  ${'2026-04-30'} | ${'2024-12-31'} | ${'2025-12-31 due 2026-03-31'}    | ${'given on the last day of 2024'}
  ${'2026-04-30'} | ${'2026-03-20'} | ${'none'}                         | ${'the last one is given'}
  ${'2024-02-01'} | ${'2024-03-20'} | ${'2023-12-31 due 2024-04-02'}    | ${'not given yet on that day'}
`('on $asOf, done on $done: $open ($why)', ({ asOf, done, open }) => {
  expect(openAt(asOf as string, [{ done: done as string | null }])).toEqual([open]);
});

it.each`
  rows                                                                                                   | open                                                                  | why
  ${[{ delay: null }]}                                                                                   | ${['2023-12-31 due null +1']}                                         | ${'no day is fixed'}
  ${[{ due: '2024-02-28' }]}                                                                             | ${['2024-02-28 due 2024-02-28 +1']}                                   | ${'a fixed day comes back each year'}
  ${[{ due: '2024-02-28', done: '2024-02-28' }]}                                                         | ${['2025-02-28 due 2025-02-28']}                                      | ${'and that of 2024 is open'}
  ${[{ label: 'Bilan financier' }, { label: 'Bilan qualitatif', done: '2025-01-10' }]}                   | ${['2023-12-31 due 2024-04-02 +1', '2025-12-31 due 2026-03-31']}      | ${'two reports each year'}
  ${[{ label: 'Bilan 2023', done: '2024-01-10' }, { label: 'Bilan 2024' }, { label: 'Bilan 2025' }]}     | ${['none', '2024-12-31 due 2025-03-31', '2025-12-31 due 2026-03-31']} | ${'a row for each year'}
  ${[{ label: 'Bilan 2023', done: '2024-01-10' }]}                                                       | ${['2024-12-31 due 2025-03-31']}                                      | ${'the others have no row'}
  ${[{ label: 'Bilan 2023 à 2025', done: '2024-01-10' }]}                                                | ${['2024-12-31 due 2025-03-31']}                                      | ${'several years are named'}
  ${[{ due: '2024-02-28', done: '2024-02-28' }, { due: '2025-02-28' }]}                                  | ${['none', 'none']}                                                   | ${'a row for each day, which comes once'}
  ${[{ due: '2024-02-28', done: '2024-02-28' }, { label: 'Bilan 2024' }]}                                | ${['none', '2024-12-31 due 2025-03-31']}                              | ${'a day, then a label'}
  ${[{ label: 'Bilan financier', due: '2024-02-28' }, { label: 'Bilan qualitatif', due: '2024-06-30' }]} | ${['2024-02-28 due 2024-02-28 +1', '2024-06-30 due 2024-06-30']}      | ${'two days of one year come back'}
`('on 30/04/2025: $open ($why)', ({ rows, open }) => {
  expect(openAt('2025-04-30', rows as Given[])).toEqual(open);
});

test('a convention that ends before its last year has no report after its end', () => {
  expect(openAt('2026-04-30', [{ done: '2025-01-10' }], { ...SEVERAL, endsOn: isoDate('2025-06-30') })).toEqual([
    '2025-06-30 due 2025-09-30',
  ]);
  expect(openAt('2026-04-30', [{ done: '2025-01-10' }], { ...SEVERAL, endsOn: isoDate('2024-06-30') })).toEqual([
    'none',
  ]);
});

test('a fixed day comes back until that of the last year, after the end', () => {
  const done = (day: string): readonly string[] => openAt('2026-04-30', [{ due: '2024-02-28', done: day }]);
  expect([...done('2025-02-20'), ...done('2026-02-20')]).toEqual(['2026-02-28 due 2026-02-28', 'none']);
});

test('one credit year has one report, whose day the register gives', () => {
  expect(openAt('2024-04-30', [{}], conventionOf([]))).toEqual(['none']);
});

it.each`
  asOf            | rows                                            | open                                     | why
  ${'2024-01-31'} | ${[{}]}                                         | ${['2023-12-31 due 2024-04-02']}         | ${'the year before is due as ever'}
  ${'2026-12-31'} | ${[{}]}                                         | ${['2023-12-31 due 2024-04-02 +1']}      | ${'and that of 2024, until its effect'}
  ${'2026-12-31'} | ${[{ done: '2024-03-20' }]}                     | ${['2024-06-05 due 2024-09-05']}         | ${'three months after its effect'}
  ${'2026-12-31'} | ${[{ done: '2024-06-05' }]}                     | ${['none']}                              | ${'nothing is left to report'}
  ${'2026-12-31'} | ${[{ label: '2024' }, { label: 'Bilan 2025' }]} | ${['2024-06-05 due 2024-09-05', 'none']} | ${'2025 has no day'}
`('terminated on 5 June 2024, on $asOf: $open ($why)', ({ asOf, rows, open }) => {
  const terminated = { ...SEVERAL, termination: { sentOn: null, receivedOn: isoDate('2024-03-05') } };
  expect(openAt(asOf as string, rows as readonly Given[], terminated)).toEqual(open);
});
