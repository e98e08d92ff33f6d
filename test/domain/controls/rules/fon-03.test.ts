/** FON-03: a movement takes from an envelope more than is left in it. Signaux Faibles has 100 000 € of AE and of CP. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { FindingOf } from '../../../../src/domain/controls/findings/finding';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { findingsIn } from '../../../support/controls';
import { withMovements as givenMovements, withoutCeiling } from '../../../support/without-ceiling';
import { movementOf } from '../../envelopes/builders';
import { withMode } from './ceilings';
import { foundInMovements, onMovement } from './movements';

/** 60 000 € committed on 15 February, 20 000 € more on 1 September, 5 000 € withdrawn on 1 October. */
const LEDGER = `
  axe 2           | opération | EJ         | date EJ    | AE        | payé le    | CP
  Signaux Faibles | EJ        | 1400000001 | 15/02/2023 | 60 000,00 |            |
  Signaux Faibles | EJ        | 1400000002 | 01/09/2023 | 20 000,00 |            |
  Signaux Faibles | Retrait   | 1400000002 | 01/10/2023 | -5 000,00 |            |
  Signaux Faibles | DP        | 1400000001 |            |           | 20/03/2023 | 30 000,00
`;

const FEES = 'Frais annexes';
const TOOLS = 'Outils de production (hébergeur, serveur mail, outil de démonstration)';
const toPde = (cents: number, date: string) => movementOf({ from: 'SF', to: 'PDE', cents, date });
type Said = Partial<FindingOf<'FON-03'>['details']> & {
  readonly cents: number;
  readonly available: number;
  readonly day: string;
};
const above = (row: number, details: Said) => {
  const { day, ...rest } = details;
  return onMovement('FON-03', 'error', row, 'Montant', {
    type: 'transfer',
    envelope: 'SF',
    nature: 'AE',
    date: isoDate(day),
    ...rest,
  });
};

test('right: all that is left on the day, to the cent', () => {
  expect(foundInMovements([toPde(40_000_00, '2023-08-31')], LEDGER)).toEqual([]);
  expect(foundInMovements([toPde(25_000_00, '2023-10-01')], LEDGER)).toEqual([]);
});

test('wrong: a cent more than is left, on the day of a commitment', () => {
  expect(foundInMovements([toPde(40_000_01, '2023-08-31')], LEDGER)).toEqual([
    above(0, { cents: 40_000_01, available: 40_000_00, day: '2023-08-31' }),
  ]);
  expect(foundInMovements([toPde(20_000_01, '2023-09-01')], LEDGER)).toEqual([
    above(0, { cents: 20_000_01, available: 20_000_00, day: '2023-09-01' }),
  ]);
});

test('wrong: movements follow each other, whatever their order in the table', () => {
  expect(foundInMovements([toPde(30_000_00, '2023-06-02'), toPde(30_000_00, '2023-06-01')], LEDGER)).toEqual([
    above(0, { cents: 30_000_00, available: 10_000_00, day: '2023-06-02' }),
  ]);
});

test.each([
  ['a gel', movementOf({ type: 'freeze', from: 'SF', cents: 50_000_00, date: '2023-03-01' }), 'freeze'],
  [
    'an avenant that lowers',
    movementOf({ type: 'amendment', from: 'SF', cents: 50_000_00, date: '2023-03-01' }),
    'amendment',
  ],
] as const)('wrong: %s below what is consumed', (_, movement, type) => {
  expect(foundInMovements([movement], LEDGER)).toEqual([
    above(0, { type, cents: 50_000_00, available: 40_000_00, day: '2023-03-01' }),
  ]);
});

test('edge: what came in before gives room', () => {
  const received = movementOf({ type: 'amendment', to: 'SF', cents: 10_000_00, date: '2023-05-01' });
  expect(foundInMovements([received, toPde(50_000_00, '2023-06-01')], LEDGER)).toEqual([]);
});

test('edge: AE and CP apart', () => {
  const ofCp = (cents: number) => movementOf({ from: 'SF', to: 'PDE', nature: 'CP', cents, date: '2023-06-01' });
  expect(foundInMovements([ofCp(70_000_00)], LEDGER)).toEqual([]);
  expect(foundInMovements([ofCp(70_000_01)], LEDGER)).toEqual([
    above(0, { nature: 'CP', cents: 70_000_01, available: 70_000_00, day: '2023-06-01' }),
  ]);
});

test('edge: authorised late, it is judged on the day from which it counts', () => {
  const late = movementOf({ from: 'SF', to: 'PDE', cents: 30_000_00, date: '2023-08-01', authorisedOn: '2023-09-15' });
  expect(foundInMovements([late], LEDGER).map(({ rule }) => rule)).toEqual(['FON-02', 'FON-03']);
});

test('edge: a ceiling that only warns makes a warning', () => {
  const movements = [toPde(90_000_00, '2023-08-31')];
  const found = findingsIn(LEDGER, { convention: { ...withMode('warning'), movements } });
  expect(found.find(({ rule }) => rule === 'FON-03')?.severity).toBe('warning');
});

test('not checkable: a ledger without AE', () => {
  const table = `
    axe 2           | payé le    | CP
    Signaux Faibles | 20/03/2023 | 1,00
  `;
  expect(foundInMovements([toPde(900_000_00, '2023-08-31')], table)).toEqual([]);
});

test('edge: on an exceeded envelope, what others give or receive is not its own movement', () => {
  const exceeded = `
    axe 2           | EJ         | date EJ    | AE
    Signaux Faibles | 1400000001 | 15/02/2023 | 110 000,00
  `;
  const others = [
    movementOf({ type: 'freeze', from: 'PDE', cents: 1_00, date: '2023-06-02' }),
    movementOf({ type: 'amendment', to: 'SF', cents: 1_00, date: '2023-06-03' }),
  ];
  expect(foundInMovements([toPde(1, '2023-06-01'), ...others], exceeded)).toEqual([
    above(0, { cents: 1, available: -10_000_00, day: '2023-06-01' }),
  ]);
});

describe('from an envelope without AE', () => {
  const taken = toPde(500_00, '2023-03-01');
  const inAe = (convention: Convention) =>
    findingsIn(LEDGER, { convention: givenMovements(convention, taken) }).filter(({ rule }) => rule === 'FON-03');

  test('wrong: it has none to give', () => {
    expect(inAe(withoutCeiling('SF', 'AE'))).toEqual([
      above(0, { cents: 500_00, available: -60_000_00, day: '2023-03-01' }),
    ]);
  });

  test('right: only the whole convention bounds it, or no envelope has AE', () => {
    expect(inAe(withoutCeiling('SF', 'CP', withoutCeiling('SF', 'AE')))).toEqual([]);
    expect(inAe(withoutCeiling('PDE', 'AE', withoutCeiling('SF', 'AE')))).toEqual([]);
  });
});

describe('what is reserved: available = remaining − reserved', () => {
  /** Nothing committed, a draft of 50 000 € of the 100 000 €. */
  const draft = `
    axe 2           | état   | EJ | date EJ | AE
    Signaux Faibles | Projet |    |         | 50 000,00
  `;

  test('wrong: a transfer that leaves too little for it is a doubt', () => {
    const doubt = above(0, { cents: 60_000_00, available: 50_000_00, reserved: 50_000_00, day: '2023-06-01' });
    expect(foundInMovements([toPde(60_000_00, '2023-06-01')], draft)).toEqual([{ ...doubt, severity: 'warning' }]);
  });

  test('right: it still fits, to the cent, or an avenant gave it room since', () => {
    const received = movementOf({ type: 'amendment', to: 'SF', cents: 10_000_00, date: '2023-09-01' });
    expect(foundInMovements([toPde(50_000_00, '2023-06-01')], draft)).toEqual([]);
    expect(foundInMovements([toPde(60_000_00, '2023-06-01'), received], draft)).toEqual([]);
  });

  test('right: a gel is judged on what is consumed', () => {
    const freeze = movementOf({ type: 'freeze', from: 'SF', cents: 60_000_00, date: '2023-06-01' });
    expect(foundInMovements([freeze], draft)).toEqual([]);
  });
});

describe('from a poste: « Frais annexes » has 2 065 €, « Outils » 23 500 €', () => {
  const between = (cents: number, more: Partial<Parameters<typeof movementOf>[0]> = {}) =>
    movementOf({ from: 'PDE', to: 'PDE', fromLine: FEES, toLine: TOOLS, cents, date: '2023-06-01', ...more });
  const taken = (cents: number, available: number, row = 0) => {
    const details = { envelope: 'PDE', line: FEES, cents, available, day: '2023-06-01' };
    return { ...above(row, details), severity: 'warning' };
  };
  const committed = `
    axe 2 | poste         | EJ         | date EJ    | AE
    PDE   | Frais annexes | 1400000001 | 15/02/2023 | 2 000,00
    PDE   | Frais annexes | 1400000002 | 15/09/2023 | 65,00
  `;

  test('right: all that it has, to the cent', () => {
    expect(foundInMovements([between(2_065_00)])).toEqual([]);
    expect(foundInMovements([between(65_00)], committed)).toEqual([]);
  });

  test('wrong: more than it has, or than is left in it, is a doubt, as PLA-04 is', () => {
    expect(foundInMovements([between(5_000_00)])).toEqual([taken(5_000_00, 2_065_00)]);
    expect(foundInMovements([between(65_01)], committed)).toEqual([taken(65_01, 65_00)]);
    expect(foundInMovements([between(2_000_00), between(65_01)])).toEqual([taken(2_000_00, 1_999_99)]);
    expect(foundInMovements([between(65_01), between(2_000_00)])).toEqual([taken(2_000_00, 1_999_99, 1)]);
  });

  test('right: another movement gave it room before', () => {
    const received = between(5_000_00, { fromLine: TOOLS, toLine: FEES, date: '2023-05-01' });
    expect(foundInMovements([received, between(7_065_00)])).toEqual([]);
  });

  test('CP: the delegated amount bounds no payment, but no poste becomes negative', () => {
    const paid = `
      axe 2 | poste         | payé le    | CP
      PDE   | Frais annexes | 15/02/2023 | 2 000,00
    `;
    expect(foundInMovements([between(2_065_00, { nature: 'CP' })], paid)).toEqual([]);
    const found = foundInMovements([between(2_065_01, { nature: 'CP' })], paid);
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['FON-03 warning']);
  });

  test('one finding where the envelope has too little itself, and none with a poste that is not named', () => {
    const out = { from: 'PDE', to: 'SF', fromLine: FEES, date: '2023-06-01' };
    const found = foundInMovements([movementOf({ ...out, cents: 600_000_00 })]);
    expect(found.map(({ details }) => 'line' in details)).toEqual([false]);
    expect(foundInMovements([movementOf({ from: 'PDE', to: 'SF', cents: 5_000_00, date: '2023-06-01' })])).toEqual([]);
  });
});
