/** PLA-03: the ceiling of the whole convention, in AE and in CP. */
import { findingsIn } from '../../../support/controls';
import type { CeilingMode } from '../../../../src/domain/envelopes/convention';
import { movementOf } from '../../envelopes/builders';
import { Euros } from '../../../../src/domain/money/euros';
import { aboveConvention, aboveEnvelope, CONVENTION, withEnvelopes } from './ceilings';

test('right: exactly 600 000 € of AE and 673 032 € of CP', () => {
  expect(
    findingsIn(
      `
      axe 2           | date EJ    | AE         | payé le    | CP
      PDE             | 15/02/2023 | 500 000,00 | 20/03/2023 | 573 032,00
      Signaux Faibles | 15/02/2023 | 100 000,00 | 20/03/2023 | 100 000,00
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([]);
});

test('wrong: it is another ceiling than the envelopes’, crossed later or earlier than theirs', () => {
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      PDE             | 1400000001 | 15/02/2023 | 550 000,00
      Signaux Faibles | 1400000002 | 16/02/2023 | 50 000,00
      Signaux Faibles | 1400000003 | 17/02/2023 | 0,01
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([
    aboveEnvelope({
      nature: 'AE',
      envelope: 'PDE',
      ceiling: 500000,
      line: 1,
      total: 550000,
      date: '2023-02-15',
      crosses: true,
    }),
    aboveConvention({ nature: 'AE', ceiling: 600000, line: 3, total: 600000.01, date: '2023-02-17', crosses: true }),
  ]);
});

test('wrong: in CP too', () => {
  expect(
    findingsIn(
      `
      axe 2           | payé le    | CP
      PDE             | 20/03/2023 | 573 032,00
      Signaux Faibles | 21/03/2023 | 100 000,01
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([
    aboveEnvelope({
      nature: 'CP',
      envelope: 'SF',
      ceiling: 100000,
      line: 2,
      total: 100000.01,
      date: '2023-03-21',
      crosses: true,
    }),
    aboveConvention({ nature: 'CP', ceiling: 673032, line: 2, total: 673032.01, date: '2023-03-21', crosses: true }),
  ]);
});

test.each`
  mode             | severity
  ${'blocking'}    | ${'error'}
  ${'warning'}     | ${'warning'}
  ${'information'} | ${'info'}
`('edge: a ceiling of the convention that is $mode is above by $severity', ({ mode, severity }) => {
  const AE = { ...CONVENTION.ceilings.AE!, mode: mode as CeilingMode };
  const found = findingsIn('axe 2 | date EJ | AE\nPDE | 15/02/2023 | 600 000,01', {
    convention: { ...CONVENTION, ceilings: { ...CONVENTION.ceilings, AE } },
  });
  expect(found.find(({ rule }) => rule === 'PLA-03')?.severity).toBe(severity);
});

test('edge: a transfer moves nothing for the convention, an avenant does', () => {
  const table = `
    axe 2           | EJ         | date EJ    | AE
    PDE             | 1400000001 | 15/07/2023 | 510 000,00
    Signaux Faibles | 1400000002 | 16/07/2023 | 90 000,01
  `;
  const transfer = movementOf({
    type: 'transfer',
    from: 'SF',
    to: 'PDE',
    nature: 'AE',
    cents: 1000000,
    date: '2023-06-01',
  });
  const avenant = movementOf({ type: 'amendment', to: 'SF', nature: 'AE', cents: 1, date: '2023-06-01' });
  expect(findingsIn(table, { convention: { ...CONVENTION, movements: [transfer] } })).toEqual([
    aboveEnvelope({
      nature: 'AE',
      envelope: 'SF',
      ceiling: 90000,
      line: 2,
      total: 90000.01,
      date: '2023-07-16',
      crosses: true,
    }),
    aboveConvention({ nature: 'AE', ceiling: 600000, line: 2, total: 600000.01, date: '2023-07-16', crosses: true }),
  ]);
  expect(findingsIn(table, { convention: { ...CONVENTION, movements: [transfer, avenant] } })).toEqual([]);
});

test('not checkable: a convention that prints no total', () => {
  const convention = { ...CONVENTION, ceilings: { AE: null, CP: null } };
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      PDE             | 1400000001 | 15/02/2023 | 500 000,00
      Signaux Faibles | 1400000002 | 16/02/2023 | 100 000,01
    `,
      { convention },
    ).map(({ rule }) => rule),
  ).toEqual(['PLA-01']);
});

test('wrong: the ceiling of a titre, over the rows of its postes and envelopes alone', () => {
  const titres: Readonly<Record<string, string>> = { PDE: '3', SF: '2' };
  const AE = { amount: Euros.fromCents<'AE'>(1_000_00), mode: 'warning' as const };
  const convention = {
    ...withEnvelopes((envelope) => ({ ...envelope, titre: titres[envelope.code] ?? '' }), CONVENTION),
    partCeilings: [{ part: 'titre' as const, value: '3', year: 2023, ceilings: { AE, CP: null }, article: 'art. 4.3' }],
  };
  const above = findingsIn(
    `
    axe 2           | EJ         | date EJ    | AE       | payé le    | CP
    Signaux Faibles | 1400000001 | 15/02/2023 | 900,00   |            |
    PDE             | 1400000002 | 16/02/2023 | 600,00   | 20/03/2023 | 600,00
    PDE             | 1400000003 | 17/02/2023 | 400,01   |            |
    DOSSIER PAPIER  | 1400000004 | 17/02/2023 | 800,00   |            |
  `,
    { convention },
  ).filter(({ rule }) => rule === 'PLA-03');
  const of = { part: 'titre', value: '3', article: 'art. 4.3' } as const;
  expect(above).toMatchObject([
    { severity: 'warning', place: { row: 3, field: 'ae' }, details: { total: 1_000_01, ceiling: 1_000_00, of } },
  ]);
});
