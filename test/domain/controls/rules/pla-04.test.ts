/** PLA-04: the amount of a poste, in AE and in CP. */
import type { Ceilings } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn } from '../../../support/controls';
import { aboveLine, CONVENTION, withEnvelopes, withMode } from './ceilings';

const inPoste = { envelope: 'PDE', ceiling: 2065, poste: 'Frais annexes' } as const;

test('right: exactly the amount of the annex', () => {
  expect(
    findingsIn(
      `
      axe 2           | poste             | date EJ    | AE        | payé le    | CP
      PDE             | Frais annexes     | 15/02/2023 | 2 065,00  | 20/03/2023 | 2 065,00
      PDE             | Outils            | 15/02/2023 | 23 500,00 | 20/03/2023 | 23 500,00
      Signaux Faibles | Audit de sécurité | 15/02/2023 | 10 000,00 | 20/03/2023 | 10 000,00
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([]);
});

test('wrong: a warning, unless the poste has another mode; CP only where the team follows them, as its own threshold', () => {
  const table = `
    axe 2 | poste         | date EJ    | AE       | payé le    | CP
    PDE   | Frais annexes | 15/02/2023 | 2 000,00 |            |
    PDE   | frais annexes | 16/02/2023 | 65,01    | 20/03/2023 | 2 065,00
    PDE   | FRAIS ANNEXES |            |          | 21/03/2023 | 10,00
  `;
  const expected = (severity: 'warning' | 'error') => [
    aboveLine({ ...inPoste, nature: 'AE', line: 2, total: 2065.01, date: '2023-02-16', crosses: true, severity }),
  ];
  expect(findingsIn(table, { convention: CONVENTION })).toEqual(expected('warning'));
  expect(findingsIn(table, { convention: withMode('blocking') })).toEqual(expected('error'));
  const [, followed, ...others] = findingsIn(table, { convention: { ...CONVENTION, followsLineCp: true } });
  expect(others).toEqual([]);
  expect(followed).toMatchObject({
    rule: 'PLA-04',
    severity: 'warning',
    details: { nature: 'CP', ceiling: 206500, total: 207500, isFollowUp: true },
  });
});

test('edge: a payment on an earlier EJ has no poste, whatever its row names', () => {
  const convention = { ...CONVENTION, rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(7303200) }] };
  expect(
    findingsIn(
      `
      axe 2 | poste         | EJ         | AE | payé le    | CP
      PDE   | Frais annexes | 1400000900 |    | 20/03/2023 | 60 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('not checkable: a poste that belongs to nobody, or no column of postes', () => {
  expect(
    findingsIn(
      `
      axe 2 | poste    | EJ         | date EJ    | AE
      PDE   | Mobilier | 1400000001 | 15/02/2023 | 9 000,00
      PDE   |          | 1400000002 | 15/02/2023 | 9 001,00
    `,
      { convention: CONVENTION },
    ).map(({ rule }) => rule),
  ).toEqual(['LEC-06', 'LEC-06']);
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 9 000,00
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([]);
});

describe('a poste bounded by nature', () => {
  const AE_1000 = { amount: Euros.fromCents<'AE'>(100000), mode: 'warning' as const };
  const CP_500 = { amount: Euros.fromCents<'CP'>(50000), mode: 'blocking' as const };
  const TABLE = `
    axe 2 | poste         | date EJ    | AE       | payé le    | CP
    PDE   | Frais annexes | 15/02/2023 | 1 000,01 | 20/03/2023 | 500,01
  `;

  test.each`
    what                                   | ceilings                       | expected
    ${'AE alone'}                          | ${{ AE: AE_1000, CP: null }}   | ${['AE warning']}
    ${'CP alone'}                          | ${{ AE: null, CP: CP_500 }}    | ${['CP error']}
    ${'each its own amount and mode'}      | ${{ AE: AE_1000, CP: CP_500 }} | ${['AE warning', 'CP error']}
    ${'neither, which is not nothing'}     | ${{ AE: null, CP: null }}      | ${[]}
    ${'the delegated amount, when unsaid'} | ${null}                        | ${[]}
  `('$what', ({ ceilings, expected }: { ceilings: Ceilings | null; expected: readonly string[] }) => {
    const convention = withEnvelopes(
      (envelope) => ({ ...envelope, lines: envelope.lines.map((line) => ({ ...line, ceilings })) }),
      CONVENTION,
    );
    const found = findingsIn(TABLE, { convention }).map((finding) => [
      finding.rule,
      finding.rule === 'PLA-04' ? `${finding.details.nature} ${finding.severity}` : '',
    ]);
    expect(found).toEqual(expected.map((said) => ['PLA-04', said]));
  });
});
