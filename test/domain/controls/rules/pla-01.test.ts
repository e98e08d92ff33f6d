/** PLA-01: the AE ceiling of an envelope. */
import { findingsIn } from '../../../support/controls';
import { movementOf } from '../../envelopes/builders';
import { withMovements, withoutCeiling } from '../../../support/without-ceiling';
import { aboveEnvelope, CONVENTION, withEnvelopes, withMode } from './ceilings';

const inAe = { nature: 'AE', envelope: 'PDE', ceiling: 500000 } as const;

test('right: exactly the ceiling, in each envelope apart', () => {
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      PDE             | 1400000001 | 15/02/2023 | 499 999,99
      PDE             | 1400000002 | 16/02/2023 | 0,01
      Signaux Faibles | 1400000003 | 17/02/2023 | 100 000,00
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([]);
});

test('wrong: the row that crosses in the order of time, by a cent, then each later one that adds to it', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 20/06/2023 | 1 000,00
      PDE   | 1400000002 | 15/02/2023 | 500 000,00
      PDE   | 1400000003 | 10/05/2023 | 0,01
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([
    aboveEnvelope({ ...inAe, line: 1, total: 501000.01, date: '2023-06-20', crosses: false }),
    aboveEnvelope({ ...inAe, line: 3, total: 500000.01, date: '2023-05-10', crosses: true }),
  ]);
});

test.each([
  ['alerte', 'warning', 'warning'],
  ['information', 'information', 'info'],
] as const)('wrong: in the mode « %s », it is not an error', (_, mode, severity) => {
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 100 000,01
    `,
      { convention: withMode(mode) },
    ),
  ).toEqual([
    aboveEnvelope({
      nature: 'AE',
      envelope: 'SF',
      ceiling: 100000,
      line: 1,
      total: 100000.01,
      date: '2023-02-15',
      crosses: true,
      severity,
    }),
  ]);
});

test('edge: an excess within the tolerance of the convention, here 1 %, is an information; a cent above it, an error', () => {
  const tolerant = withEnvelopes((envelope) => ({ ...envelope, tolerance: { share: 0.01 } }), CONVENTION);
  const committed = (amount: string) =>
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | ${amount}
    `,
      { convention: tolerant },
    ).map(({ rule, severity, details }) => [rule, severity, 'isTolerated' in details]);
  expect(committed('101 000,00')).toEqual([['PLA-01', 'info', true]]);
  expect(committed('101 000,01')).toEqual([['PLA-01', 'error', false]]);
});

test('edge: an undated commitment comes first, out of prudence, then the others by date, the largest of a day last', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 300 000,00
      PDE   | 1400000002 |            | 150 000,00
      PDE   | 1400000003 | 15/02/2023 | 100 000,00
    `,
      { convention: CONVENTION },
    ).filter(({ rule }) => rule !== 'DON-01'),
  ).toEqual([aboveEnvelope({ ...inAe, line: 1, total: 550000, date: '2023-02-15', crosses: true })]);
});

test('edge: a retrait of the year frees AE, and the next commitment may cross again', () => {
  expect(
    findingsIn(
      `
      axe 2 | opération | EJ         | date EJ    | AE
      PDE   | EJ        | 1400000001 | 15/02/2023 | 500 000,00
      PDE   | EJ        | 1400000002 | 16/02/2023 | 10,00
      PDE   | Retrait   | 1400000001 | 17/02/2023 | -1 000,00
      PDE   | EJ        | 1400000003 | 18/02/2023 | 990,00
      PDE   | EJ        | 1400000004 | 19/02/2023 | 5,00
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([
    aboveEnvelope({ ...inAe, line: 2, total: 500010, date: '2023-02-16', crosses: true }),
    aboveEnvelope({ ...inAe, line: 5, total: 500005, date: '2023-02-19', crosses: true }),
  ]);
});

test('edge: a project, a cancelled row, a later date and an earlier-year decommitment cross nothing', () => {
  expect(
    findingsIn(
      `
      axe 2 | état   | EJ         | date EJ    | AE
      PDE   |        | 1400000001 | 15/02/2023 | 500 000,00
      PDE   | projet | 1400000002 | 16/02/2023 | 10,00
      PDE   | annulé | 1400000003 | 17/02/2023 | 11,00
      PDE   |        | 1400000004 | 01/07/2023 | 12,00
    `,
      { convention: CONVENTION, asOf: '2023-06-30' },
    ),
  ).toEqual([]);
});

test('edge: the ceiling of the day: an avenant of July gives room from July on, and not before', () => {
  const convention = {
    ...CONVENTION,
    movements: [movementOf({ type: 'amendment', to: 'PDE', nature: 'AE', cents: 5000000, date: '2023-07-01' })],
  };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 500 000,00
      PDE   | 1400000002 | 30/06/2023 | 10,00
      PDE   | 1400000003 | 01/07/2023 | 49 990,00
      PDE   | 1400000004 | 02/07/2023 | 0,01
    `,
      { convention },
    ),
  ).toEqual([
    aboveEnvelope({ ...inAe, line: 2, total: 500010, date: '2023-06-30', crosses: true }),
    aboveEnvelope({ ...inAe, ceiling: 550000, line: 4, total: 550000.01, date: '2023-07-02', crosses: true }),
  ]);
});

test('edge: avenants entered in any order give room from their own days', () => {
  const movements = ['2023-10-01', '2023-04-01', '2023-07-01'].map((date, index) =>
    movementOf({ index, type: 'amendment', to: 'PDE', nature: 'AE', cents: 1000000, date }),
  );
  const table = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000001 | 31/03/2023 | 500 000,00
    PDE   | 1400000002 | 01/04/2023 | 10 000,00
    PDE   | 1400000003 | 30/06/2023 | 0,01
    PDE   | 1400000004 | 01/07/2023 | 9 999,99
    PDE   | 1400000005 | 01/10/2023 | 10 000,00
  `;
  const crossed = aboveEnvelope({
    ...inAe,
    ceiling: 510000,
    line: 3,
    total: 510000.01,
    date: '2023-06-30',
    crosses: true,
  });
  for (const entered of [movements, [...movements].reverse()])
    expect(findingsIn(table, { convention: { ...CONVENTION, movements: entered } })).toEqual([crossed]);
});

test('edge: an undated row meets the ceiling of the day of the controls, the next ones that of their own day', () => {
  const convention = {
    ...CONVENTION,
    movements: [movementOf({ type: 'amendment', to: 'PDE', nature: 'AE', cents: 5000000, date: '2023-07-01' })],
  };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 |            | 500 010,00
      PDE   | 1400000002 | 15/02/2023 | 10,00
    `,
      { convention, asOf: '2023-07-01' },
    ).filter(({ rule }) => rule !== 'DON-01'),
  ).toEqual([aboveEnvelope({ ...inAe, line: 2, total: 500020, date: '2023-02-15', crosses: true })]);
});

test('edge: an envelope without a printed ceiling is never exceeded', () => {
  const convention = {
    ...CONVENTION,
    envelopes: CONVENTION.envelopes.map((envelope) => ({ ...envelope, ceilings: { AE: null, CP: null } })),
    ceilings: { AE: null, CP: null },
  };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 9 000 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('not checkable: a row of no envelope, or with an unreadable amount, is unchecked and crosses nothing', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 500 000,00
            | 1400000002 | 16/02/2023 | 10,00
      PDE   | 1400000003 | 17/02/2023 | environ 10
    `,
      { convention: CONVENTION },
    ).map(({ rule }) => rule),
  ).toEqual(['IMP-06', 'DON-01']);
});

test('wrong: above the credits that an amendment alone gives, in an envelope without an amount of its own', () => {
  const amendment = movementOf({ to: 'SF', type: 'amendment', date: '2023-02-01', cents: 50_000_00 });
  const convention = withMovements(withoutCeiling('SF', 'AE', CONVENTION), amendment);
  const ledger = `
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 80 000,00`;
  expect(findingsIn(ledger, { convention }).filter(({ rule }) => rule === 'PLA-01')).toEqual([
    aboveEnvelope({
      ...inAe,
      envelope: 'SF',
      ceiling: 50000,
      line: 1,
      total: 80000,
      date: '2023-02-15',
      crosses: true,
    }),
  ]);
});
