/** PLA-06: a threshold of an envelope is reached (70 % information, 85 % warning on both envelopes of 2023). */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Ceilings, Thresholds } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import type { Nature } from '../../../../src/domain/money/nature';
import { findingsIn, found } from '../../../support/controls';
import { movementOf } from '../../envelopes/builders';
import { convention2023 } from '../../../support/conventions';
import { withEnvelopes } from './ceilings';

function reached(line: number, nature: Nature, threshold: 0.7 | 0.85, total: number, date: string, ceiling = 10000000) {
  const details = { envelope: 'SF', line: null, nature, threshold, ceiling, total, date: isoDate(date) };
  return found('PLA-06', threshold === 0.7 ? 'info' : 'warning', line, nature === 'AE' ? 'ae' : 'cp', details);
}

test('right: a cent below the first threshold', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 69 999,99
    `),
  ).toEqual([]);
});

test('reached: exactly each threshold, once, at the row that reaches it; AE and CP apart', () => {
  expect(
    findingsIn(`
      axe 2           | date EJ    | AE        | payé le    | CP
      Signaux Faibles | 15/02/2023 | 70 000,00 |            |
      Signaux Faibles | 16/02/2023 | 10,00     |            |
      Signaux Faibles | 17/02/2023 | 14 990,00 |            |
      Signaux Faibles | 18/02/2023 | 15 000,00 |            |
      Signaux Faibles |            |           | 20/03/2023 | 71 000,00
    `),
  ).toEqual([
    reached(1, 'AE', 0.7, 7000000, '2023-02-15'),
    reached(3, 'AE', 0.85, 8500000, '2023-02-17'),
    reached(5, 'CP', 0.7, 7100000, '2023-03-20'),
  ]);
});

test('edge: a row that reaches both gives the highest alone', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 90 000,00
    `),
  ).toEqual([reached(1, 'AE', 0.85, 9000000, '2023-02-15')]);
});

test('edge: the whole ceiling, to the cent, is a threshold reached and not exceeded; a cent more is PLA-01', () => {
  const committed = (amount: string) =>
    findingsIn(`
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | ${amount}
    `);
  expect(committed('100 000,00')).toEqual([reached(1, 'AE', 0.85, 10000000, '2023-02-15')]);
  expect(committed('100 000,01').map(({ rule }) => rule)).toEqual(['PLA-01']);
});

test('edge: a row that exceeds the ceiling too gives PLA-01 alone', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 80 000,00
      Signaux Faibles | 1400000002 | 16/02/2023 | 30 000,00
    `).map(({ rule, place }) => [rule, place.kind === 'row' && place.row]),
  ).toEqual([
    ['PLA-06', 1],
    ['PLA-01', 2],
  ]);
});

test('edge: a retrait takes the alert back; reached again, it is given again at the new row', () => {
  expect(
    findingsIn(`
      axe 2           | opération | EJ         | date EJ    | AE
      Signaux Faibles | EJ        | 1400000001 | 15/02/2023 | 75 000,00
      Signaux Faibles | Retrait   | 1400000001 | 16/02/2023 | -10 000,00
      Signaux Faibles | EJ        | 1400000002 | 17/02/2023 | 6 000,00
    `),
  ).toEqual([reached(3, 'AE', 0.7, 7100000, '2023-02-17')]);
});

test('edge: a retrait from the second threshold leaves the first, at the row that passed it', () => {
  expect(
    findingsIn(`
      axe 2           | opération | EJ         | date EJ    | AE
      Signaux Faibles | EJ        | 1400000001 | 15/02/2023 | 90 000,00
      Signaux Faibles | Retrait   | 1400000001 | 16/02/2023 | -10 000,00
    `),
  ).toEqual([reached(1, 'AE', 0.7, 9000000, '2023-02-15')]);
});

test('edge: an avenant that gives room takes the alert back', () => {
  const base = convention2023();
  const convention = {
    ...base,
    movements: [movementOf({ type: 'amendment', to: 'SF', nature: 'AE', cents: 10000000, date: '2023-07-01' })],
  };
  const table = `
    axe 2           | EJ         | date EJ    | AE
    Signaux Faibles | 1400000001 | 15/02/2023 | 75 000,00
  `;
  expect(findingsIn(table, { convention, asOf: '2023-06-30' })).toEqual([reached(1, 'AE', 0.7, 7500000, '2023-02-15')]);
  expect(findingsIn(table, { convention, asOf: '2023-07-01' })).toEqual([]);
});

test('edge: credits withdrawn bring the share up: the next commitment announces it, not a row of 0,00 nor a retrait', () => {
  const convention = {
    ...convention2023(),
    movements: [movementOf({ type: 'freeze', from: 'SF', nature: 'AE', cents: 5000000, date: '2023-07-01' })],
  };
  const after = (...rows: readonly string[]) =>
    findingsIn(
      `
      axe 2           | opération | EJ         | date EJ    | AE
      Signaux Faibles | EJ        | 1400000001 | 15/02/2023 | 45 000,00
      ${rows.join('\n')}
    `,
      { convention },
    );
  const nothing = 'Signaux Faibles | EJ      | 1400000002 | 03/07/2023 | 0,00';
  const retrait = 'Signaux Faibles | Retrait | 1400000001 | 04/07/2023 | -1 000,00';
  const next = '   Signaux Faibles | EJ      | 1400000003 | 05/07/2023 | 500,00';
  expect(after(nothing, retrait)).toEqual([]);
  expect(after(nothing, retrait, next)).toEqual([reached(4, 'AE', 0.85, 4450000, '2023-07-05', 5000000)]);
});

test('edge: nothing is reached of an envelope that was given nothing', () => {
  const base = convention2023();
  const convention = withEnvelopes((envelope) => ({ ...envelope, ceilings: { AE: null, CP: null } }), {
    ...base,
    ceilings: { AE: null, CP: null },
  });
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 90 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

describe('a poste', () => {
  const watched = (thresholds: Thresholds | null, ceilings: Ceilings | null = null) =>
    withEnvelopes((envelope) => ({
      ...envelope,
      lines: envelope.lines.map((line) => ({ ...line, thresholds, ceilings })),
    }));
  const AUDIT = 'Prestations d’audit de sécurité (tests d’intrusion)';
  const HALF = { information: 0.5, warning: 0.9 };
  const TABLE = `
    axe 2           | poste             | date EJ    | AE       | payé le    | CP
    Signaux Faibles | Audit de sécurité | 15/02/2023 | 5 000,00 |            |
    Signaux Faibles | Audit de sécurité | 16/02/2023 | 4 000,00 | 20/03/2023 | 4 999,99
  `;
  const onAudit = (line: number, threshold: number, total: number, date: string) => {
    const details = {
      envelope: 'SF',
      line: AUDIT,
      nature: 'AE' as const,
      threshold,
      ceiling: 1000000,
      total,
      date: isoDate(date),
    };
    return found('PLA-06', threshold === 0.5 ? 'info' : 'warning', line, 'ae', details);
  };

  test('without thresholds of its own, is not watched', () => {
    expect(findingsIn(TABLE, { convention: watched(null) })).toEqual([]);
  });

  test('with thresholds, is watched apart from its envelope, under its own ceiling', () => {
    const expected = [onAudit(1, 0.5, 500000, '2023-02-15'), onAudit(2, 0.9, 900000, '2023-02-16')];
    expect(findingsIn(TABLE, { convention: watched(HALF) })).toEqual(expected);
  });

  test('without a ceiling of the nature, has no share to reach', () => {
    expect(findingsIn(TABLE, { convention: watched(HALF, { AE: null, CP: null }) })).toEqual([]);
  });

  test('above its amount, gives PLA-04 alone', () => {
    const table = `
      axe 2           | poste             | date EJ    | AE
      Signaux Faibles | Audit de sécurité | 15/02/2023 | 10 000,01
    `;
    expect(findingsIn(table, { convention: watched(HALF) }).map(({ rule }) => rule)).toEqual(['PLA-04']);
  });
});

test('not checkable: a row of no envelope', () => {
  expect(
    findingsIn(`
      axe 2          | EJ         | date EJ    | AE
      DOSSIER PAPIER | 1400000001 | 15/02/2023 | 90 000,00
    `).map(({ rule }) => rule),
  ).toEqual(['IMP-06']);
});

test('edge: a threshold of nothing is off, and credits of nothing have no threshold', () => {
  const table = `
    axe 2           | opération | EJ         | date EJ    | AE
    Signaux Faibles | Retrait   | 1400000001 | 14/02/2023 | -10,00
    Signaux Faibles | EJ        | 1400000001 | 15/02/2023 | 10,00
  `;
  const off = withEnvelopes((envelope) => ({ ...envelope, thresholds: { information: 0, warning: 0 } }));
  const empty = withEnvelopes((envelope) => ({
    ...envelope,
    ceilings: { ...envelope.ceilings, AE: { amount: Euros.zero<'AE'>(), mode: 'blocking' } },
  }));
  for (const convention of [off, empty])
    expect(findingsIn(table, { convention }).filter(({ rule }) => rule === 'PLA-06')).toEqual([]);
});

test.each`
  total          | isReached | why
  ${'70 000,00'} | ${false}  | ${'seven tenths of a cent below'}
  ${'70 000,01'} | ${true}   | ${'three tenths of a cent above'}
  ${'70 000,02'} | ${true}   | ${'more than a cent above'}
  ${'69 999,99'} | ${false}  | ${'more than a cent below'}
`('70 % of 100 000,01 is 70 000,007: $total reaches it: $isReached, $why', ({ total, isReached }) => {
  const convention = withEnvelopes((envelope) => ({
    ...envelope,
    ceilings: { ...envelope.ceilings, AE: { amount: Euros.fromCents<'AE'>(10000001), mode: 'blocking' } },
  }));
  const found06 = findingsIn(
    `
    axe 2           | EJ         | date EJ    | AE
    Signaux Faibles | 1400000001 | 15/02/2023 | ${total as string}
  `,
    { convention },
  ).filter(({ rule }) => rule === 'PLA-06');
  expect(found06).toHaveLength(isReached ? 1 : 0);
});
