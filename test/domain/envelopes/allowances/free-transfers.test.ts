/** Transfers that need no authorisation: between postes of one envelope, or within the limits of the convention. */
import type { Fungibility } from '../../../../src/domain/envelopes/allowances/allowances';
import {
  fungibilityBetween,
  fungibleTransfer,
  isAuthorised,
  isBetweenLines,
} from '../../../../src/domain/envelopes/allowances/free-transfers';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import { conventionOf, movementOf } from '../builders';

const ANY: Fungibility = { from: null, to: null, nature: null, share: null, amount: null, article: '' };
const ENVELOPES = [
  { code: 'P', label: 'Portail', ae: 1_000, cp: 500 },
  { code: 'S', ae: 2_000, cp: 2_000 },
];
type Change = Partial<Parameters<typeof movementOf>[0]>;
type Transfer = Change & { readonly cents: number };

/** The unauthorised transfers of a convention, with « free » and what is left, by rule. */
function judged(
  rules: readonly Fungibility[],
  transfers: readonly Transfer[],
  more: Partial<Convention> = {},
): string[] {
  const movements = transfers.map((one, index) => ({
    ...movementOf({ from: 'P', to: 'S', authorisedOn: null, ...one }),
    index,
  }));
  const convention = conventionOf(ENVELOPES, { fungibility: rules, movements, ...more });
  return movements.map((movement) => {
    const found = fungibleTransfer(convention, movement);
    return found === null ? 'no rule' : `rule ${rules.indexOf(found.rule)} ${found.isFree} ${found.left}`;
  });
}

const euros = (cents: number) => Euros.fromCents(cents);
it.each`
  rules                                                       | transfers                                                                                | outcome                                                     | why
  ${[]}                                                       | ${[{ cents: 1 }]}                                                                        | ${['no rule']}                                              | ${'the convention allows none'}
  ${[ANY]}                                                    | ${[{ cents: 9_999 }]}                                                                    | ${['rule 0 true null']}                                     | ${'without a limit'}
  ${[{ ...ANY, amount: euros(100) }]}                         | ${[{ cents: 100 }]}                                                                      | ${['rule 0 true 100']}                                      | ${'all of the amount'}
  ${[{ ...ANY, amount: euros(100) }]}                         | ${[{ cents: 101 }]}                                                                      | ${['rule 0 false 100']}                                     | ${'a cent above it'}
  ${[{ ...ANY, amount: euros(100) }]}                         | ${[{ cents: 60 }, { cents: 41 }, { cents: 40 }]}                                         | ${['rule 0 true 100', 'rule 0 false 40', 'rule 0 true 40']} | ${'one that does not fit counts for nothing'}
  ${[{ ...ANY, share: 0.1 }]}                                 | ${[{ cents: 100 }, { cents: 1 }]}                                                        | ${['rule 0 true 100', 'rule 0 false 0']}                    | ${'a tenth of the 1 000 of AE that P prints'}
  ${[{ ...ANY, share: 0.1 }]}                                 | ${[{ cents: 200, from: 'S', to: 'P' }]}                                                  | ${['rule 0 true 200']}                                      | ${'a tenth of the 2 000 that S prints'}
  ${[{ ...ANY, share: 0.1 }]}                                 | ${[{ cents: 51, nature: 'CP' }, { cents: 50, nature: 'CP' }]}                            | ${['rule 0 false 50', 'rule 0 true 50']}                    | ${'a tenth of its 500 of CP'}
  ${[{ ...ANY, share: 0.1, amount: euros(80) }]}              | ${[{ cents: 90 }]}                                                                       | ${['rule 0 false 80']}                                      | ${'both limits hold: the lower'}
  ${[{ ...ANY, amount: euros(100) }]}                         | ${[{ cents: 60 }, { cents: 60, nature: 'CP' }]}                                          | ${['rule 0 true 100', 'rule 0 true 100']}                   | ${'each nature apart'}
  ${[{ ...ANY, amount: euros(100) }]}                         | ${[{ cents: 60 }, { cents: 60, from: 'S', to: 'P' }]}                                    | ${['rule 0 true 100', 'rule 0 true 100']}                   | ${'each envelope that gives apart'}
  ${[{ ...ANY, amount: euros(100) }]}                         | ${[{ cents: 60, date: '2023-06-02' }, { cents: 60, date: '2023-06-01' }]}                | ${['rule 0 false 40', 'rule 0 true 100']}                   | ${'in the order of their dates'}
  ${[{ ...ANY, nature: 'CP' }, { ...ANY, amount: euros(5) }]} | ${[{ cents: 1 }, { cents: 1, nature: 'CP' }]}                                            | ${['rule 1 true 5', 'rule 0 true null']}                    | ${'the first rule of the nature'}
  ${[{ ...ANY, from: 'S' }]}                                  | ${[{ cents: 1 }, { cents: 1, from: 'S', to: 'P' }]}                                      | ${['no rule', 'rule 0 true null']}                          | ${'only out of S'}
  ${[{ ...ANY, to: 'S' }]}                                    | ${[{ cents: 1 }, { cents: 1, from: 'S', to: 'P' }]}                                      | ${['rule 0 true null', 'no rule']}                          | ${'only into S'}
  ${[ANY]}                                                    | ${[{ cents: 1, from: 'Portail' }]}                                                       | ${['rule 0 true null']}                                     | ${'an envelope by its name'}
  ${[ANY]}                                                    | ${[{ cents: 1, from: 'Inconnue' }, { cents: 1, to: null }, { cents: 1, from: null }]}    | ${['no rule', 'no rule', 'no rule']}                        | ${'an end that is not an envelope'}
  ${[ANY]}                                                    | ${[{ cents: 1, to: 'P' }]}                                                               | ${['no rule']}                                              | ${'inside one envelope'}
  ${[ANY]}                                                    | ${[{ cents: 1, type: 'freeze' }, { cents: 0 }, { cents: -1 }, { cents: 1, date: null }]} | ${['no rule', 'no rule', 'no rule', 'no rule']}             | ${'no transfer, no amount, no day'}
  ${[ANY]}                                                    | ${[{ cents: 1, authorisedOn: '2023-05-01' }]}                                            | ${['no rule']}                                              | ${'authorised in any case'}
`('$why', ({ rules, transfers, outcome }) => {
  expect(judged(rules as Fungibility[], transfers as Transfer[])).toEqual(outcome);
});

test('the limits are those of the year of the transfer', () => {
  const next = { ...conventionOf([{ code: 'P', ae: 200 }, { code: 'S' }]), year: 2024 };
  const last = conventionOf([{ code: 'P', ae: 700 }, { code: 'S' }]);
  const otherYears = [
    { year: 2022, ceilings: last.ceilings, envelopes: last.envelopes, rap: [] },
    { year: 2024, ceilings: next.ceilings, envelopes: next.envelopes, rap: [] },
  ];
  const days = ['2023-06-01', '2024-02-01', '2024-02-02', '2022-06-01'];
  const transfers = days.map((date, index) => ({ cents: index === 2 ? 1 : 20, date }));
  expect(judged([{ ...ANY, share: 0.1 }], transfers, { otherYears })).toEqual([
    ...['rule 0 true 100', 'rule 0 true 20', 'rule 0 false 0', 'rule 0 true 70'],
  ]);
});

it.each`
  authorisedBy | authorisedOn    | reference | authorised
  ${'DGEFP'}   | ${'2023-05-01'} | ${'n° 1'} | ${true}
  ${' '}       | ${'2023-05-01'} | ${'n° 1'} | ${false}
  ${'DGEFP'}   | ${null}         | ${'n° 1'} | ${false}
  ${'DGEFP'}   | ${'2023-05-01'} | ${' '}    | ${false}
`('by « $authorisedBy », on $authorisedOn, « $reference »: authorised $authorised', ({ authorised, ...row }) => {
  expect(isAuthorised(movementOf({ ...(row as Change), cents: 1 }))).toBe(authorised);
});

it.each`
  movement                                                              | isBetween
  ${{ from: 'P', to: 'P', fromLine: 'A', toLine: 'B' }}                 | ${true}
  ${{ from: 'P', to: 'P', fromLine: 'A', toLine: 'A' }}                 | ${false}
  ${{ from: 'P', to: 'S', fromLine: 'A', toLine: 'B' }}                 | ${false}
  ${{ from: 'P', to: 'P', fromLine: 'A' }}                              | ${false}
  ${{ from: 'P', to: 'P', toLine: 'B' }}                                | ${false}
  ${{ from: null, to: null, fromLine: 'A', toLine: 'B' }}               | ${false}
  ${{ from: 'P', to: 'P', fromLine: 'A', toLine: 'B', type: 'freeze' }} | ${false}
`('$movement is between two postes: $isBetween', ({ movement, isBetween }) => {
  expect(isBetweenLines(movementOf({ cents: 1, ...(movement as object) }))).toBe(isBetween);
});

test('a rule for two ends, of either nature when none is asked for', () => {
  const rules = [
    { ...ANY, from: 'P', nature: 'AE' as const },
    { ...ANY, to: 'P' },
  ];
  const convention = conventionOf(ENVELOPES, { fungibility: rules });
  const indexOf = (...ends: [string, string, ('AE' | 'CP')?]) => {
    const found = fungibilityBetween(convention, ...ends);
    return found === null ? null : rules.indexOf(found as (typeof rules)[number]);
  };
  expect([indexOf('P', 'S'), indexOf('P', 'S', 'AE'), indexOf('P', 'S', 'CP'), indexOf('S', 'P', 'CP')]).toEqual([
    ...[0, 0, null, 1],
  ]);
});
