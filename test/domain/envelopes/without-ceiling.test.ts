/** An envelope to which the convention gives no amount of a nature: nothing bounds it, and no figure is made up. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { ceilingOf, isAllocated } from '../../../src/domain/envelopes/ceilings';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { CeilingMode, Convention } from '../../../src/domain/envelopes/convention';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { Euros } from '../../../src/domain/money/euros';
import { statusOf } from '../../../src/domain/envelopes/status';
import { convention2023 } from '../../support/conventions';
import { ledgerOf } from '../../support/ledgers/ledger-builder';
import { withMovements, withoutCeiling } from '../../support/without-ceiling';
import { movementOf } from './builders';

const NONE = withoutCeiling('SF', 'AE');
const TO_SF = { to: 'SF', nature: 'AE', date: '2023-06-01', cents: 50_000_00 } as const;
const amendment = movementOf({ ...TO_SF, type: 'amendment' });
const UNBOUNDED = { ...NONE, ceilings: { AE: null, CP: null } };
const NO_AE = withoutCeiling('PDE', 'AE', UNBOUNDED);

const LEDGER = `
  axe 2           | EJ         | date EJ    | AE        | payé le    | CP
  Signaux Faibles | 1400000001 | 15/07/2023 | 80 000,00 | 20/08/2023 | 1,00`;

/** `allocated consumed remaining available rate` in euros, of SF or of the whole. */
function figures(convention: Convention, day: string, envelope = 'SF'): string {
  const index = LedgerIndex.build(chargeLedger(ledgerOf(LEDGER), convention, isoDate(day)));
  const { allocated, consumed, remaining, available, rate } = index.figures({ envelope, line: null }, 'AE');
  const euros = [allocated, consumed, remaining, available].map((one) => (one === null ? 'null' : one.cents / 100));
  return [...euros, rate].join(' ');
}

test.each`
  what                                  | convention                                                                                | day             | envelope | expected
  ${'no amount'}                        | ${NONE}                                                                                   | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'an amendment'}                     | ${withMovements(NONE, amendment)}                                                         | ${'2023-12-31'} | ${'SF'}  | ${'50000 80000 -30000 -30000 1.6'}
  ${'the same, before its day'}         | ${withMovements(NONE, amendment)}                                                         | ${'2023-05-31'} | ${'SF'}  | ${'0 0 0 0 '}
  ${'an amendment of the other nature'} | ${withMovements(NONE, { ...amendment, nature: 'CP' })}                                    | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'an amendment of another year'}     | ${withMovements(NONE, movementOf({ ...TO_SF, type: 'amendment', date: null }))}           | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'a transfer without authorisation'} | ${withMovements(NONE, movementOf({ ...TO_SF, from: 'PDE', authorisedOn: null }))}         | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'an authorised transfer'}           | ${withMovements(NONE, movementOf({ ...TO_SF, from: 'PDE' }))}                             | ${'2023-12-31'} | ${'SF'}  | ${'50000 80000 -30000 -30000 1.6'}
  ${'an amendment that takes from it'}  | ${withMovements(NONE, movementOf({ ...TO_SF, from: 'SF', to: null, type: 'amendment' }))} | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'only the whole has a ceiling'}     | ${withMovements({ ...NO_AE, ceilings: convention2023().ceilings }, amendment)}            | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'no ceiling at all, an amendment'}  | ${withMovements(NO_AE, amendment)}                                                        | ${'2023-12-31'} | ${'SF'}  | ${'50000 80000 -30000 -30000 1.6'}
  ${'no ceiling at all, a transfer'}    | ${withMovements(NO_AE, movementOf({ ...TO_SF, from: 'PDE' }))}                            | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'only the whole has a ceiling'}     | ${{ ...NO_AE, ceilings: convention2023().ceilings }}                                      | ${'2023-12-31'} | ${'*'}   | ${'600000 80000 520000 520000 0.133333333333'}
  ${'an amendment of another envelope'} | ${withMovements(NONE, { ...amendment, to: 'PDE' })}                                       | ${'2023-12-31'} | ${'SF'}  | ${'null 80000 null null '}
  ${'a total that is printed'}          | ${NONE}                                                                                   | ${'2023-12-31'} | ${'*'}   | ${'600000 80000 520000 520000 0.133333333333'}
  ${'a total that the others make'}     | ${UNBOUNDED}                                                                              | ${'2023-12-31'} | ${'*'}   | ${'500000 80000 420000 420000 0.16'}
  ${'no AE in the convention'}          | ${NO_AE}                                                                                  | ${'2023-12-31'} | ${'*'}   | ${'null 80000 null null '}
`('$what: $envelope is $expected', ({ convention, day, envelope, expected }: Record<string, unknown>) => {
  expect(figures(convention as Convention, String(day), String(envelope))).toBe(expected);
});

test.each`
  ofCp          | mode
  ${'warning'}  | ${'warning'}
  ${'blocking'} | ${'blocking'}
  ${null}       | ${'blocking'}
`(
  'a ceiling that a movement alone gives is $mode where that of CP is $ofCp',
  ({ ofCp, mode }: Record<string, string>) => {
    const CP = ofCp ? { amount: Euros.zero<'CP'>(), mode: ofCp as CeilingMode } : null;
    const envelopes = NONE.envelopes.map((one) => ({ ...one, ceilings: { ...one.ceilings, CP } }));
    const convention = { ...withMovements(NONE, amendment), envelopes };
    const [, sf] = envelopes;
    expect(sf && ceilingOf(convention, sf, 'AE')?.mode).toBe(mode);
  },
);

test('its state is that of its other nature; with the movement, it is suspended', () => {
  const stateOf = (convention: Convention) => {
    const index = LedgerIndex.build(chargeLedger(ledgerOf(LEDGER), convention, isoDate('2023-12-31')));
    const [, sf] = convention.envelopes;
    return sf && statusOf(sf, convention, index);
  };
  expect(stateOf(NONE)).toBe('open');
  expect(stateOf(withMovements(NONE, amendment))).toBe('suspended');
});

test('an unknown envelope has no allocation', () => {
  expect(isAllocated(convention2023(), 'NOPE', 'AE')).toBe(false);
});
