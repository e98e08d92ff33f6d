/** Which codes differ between the two sides of an operation (CHO-04), by the net amount of each code. */
import type { Amount, ChorusAmount } from '../../../src/domain/reconciliation/amounts';
import { codeDifferences } from '../../../src/domain/reconciliation/code-differences';
import { agree, envelopeOf } from '../../../src/domain/reconciliation/codes/comparable-codes';
import { findingText, reconciled } from '../../support/reconciliation';
import { type CodeSpec, codesOf, lineAmount, rowAmount } from '../../support/ledgers/amount-builders';

type Drawn = readonly (readonly [cents: number, codes: CodeSpec])[];
const P: CodeSpec = { envelope: 'PDE' };
const S: CodeSpec = { envelope: 'SF' };
const NONE: CodeSpec = {};
const T: CodeSpec = { typed: 'Divers' };
const rows = (drawn: Drawn): Amount[] => drawn.map(([cents, codes]) => rowAmount(cents, { codes: codesOf(codes) }));
const lines = (drawn: Drawn): ChorusAmount[] =>
  drawn.map(([cents, codes]) => lineAmount(cents, { codes: codesOf(codes) }));

const SAME = 'none';
const PDE_SF = 'ministerialAxis2: PDE 5 ≠ SF 5';
it.each`
  ledger                                             | chorus                                             | equal    | differences                                                     | why
  ${[[5, P]]}                                        | ${[[5, P]]}                                        | ${true}  | ${SAME}                                                         | ${'one code'}
  ${[[5, P]]}                                        | ${[[5, S]]}                                        | ${true}  | ${PDE_SF}                                                       | ${'another envelope'}
  ${[[5, P]]}                                        | ${[[5, NONE]]}                                     | ${true}  | ${SAME}                                                         | ${'Chorus does not name it'}
  ${[[5, NONE]]}                                     | ${[[5, P]]}                                        | ${true}  | ${'ministerialAxis2:  5 ≠ PDE 5'}                               | ${'the row names none'}
  ${[[5, NONE]]}                                     | ${[[5, NONE]]}                                     | ${true}  | ${SAME}                                                         | ${'neither side names it'}
  ${[]}                                              | ${[[5, P]]}                                        | ${true}  | ${SAME}                                                         | ${'no row'}
  ${[[5, P]]}                                        | ${[]}                                              | ${true}  | ${SAME}                                                         | ${'no line'}
  ${[[2, P], [3, P]]}                                | ${[[5, P]]}                                        | ${true}  | ${SAME}                                                         | ${'two rows of the code'}
  ${[[5, P]]}                                        | ${[[5, S], [-5, S], [5, P]]}                       | ${true}  | ${SAME}                                                         | ${'moved back: the net alone counts'}
  ${[[5, P]]}                                        | ${[[5, P], [-5, P], [5, S]]}                       | ${true}  | ${PDE_SF}                                                       | ${'moved to another envelope'}
  ${[[2, P], [3, S]]}                                | ${[[3, S], [2, P]]}                                | ${true}  | ${SAME}                                                         | ${'the same shares in another order'}
  ${[[2, P], [3, S]]}                                | ${[[3, P], [2, S]]}                                | ${true}  | ${'ministerialAxis2: PDE 2, SF 3 ≠ PDE 3, SF 2'}                | ${'other shares of the same codes'}
  ${[[3, P], [2, P]]}                                | ${[[3, P], [2, S]]}                                | ${true}  | ${'ministerialAxis2: PDE 5 ≠ PDE 3, SF 2'}                      | ${'a part on another envelope'}
  ${[[3, P], [2, S]]}                                | ${[[5, P]]}                                        | ${true}  | ${'ministerialAxis2: PDE 3, SF 2 ≠ PDE 5'}                      | ${'a part of the rows on another envelope'}
  ${[[5, P]]}                                        | ${[[5, P], [2, S], [-2, { envelope: 'ZZ' }]]}      | ${true}  | ${'ministerialAxis2: PDE 5 ≠ PDE 5, SF 2, ZZ -2'}               | ${'two codes that Chorus alone has, though they cancel each other'}
  ${[[3, P], [2, NONE]]}                             | ${[[3, P], [2, S]]}                                | ${true}  | ${'ministerialAxis2:  2, PDE 3 ≠ PDE 3, SF 2'}                  | ${'a row without an envelope is in none'}
  ${[[3, P], [2, S]]}                                | ${[[3, P], [2, NONE]]}                             | ${true}  | ${SAME}                                                         | ${'a line may belong to any'}
  ${[[6, P], [3, S]]}                                | ${[[8, P], [1, NONE]]}                             | ${true}  | ${'ministerialAxis2: PDE 6, SF 3 ≠ PDE 8'}                      | ${'a line of 1 belongs to no more than 1'}
  ${[[6, P], [1, NONE]]}                             | ${[[4, P], [3, S]]}                                | ${true}  | ${'ministerialAxis2:  1, PDE 6 ≠ PDE 4, SF 3'}                  | ${'a row of 1 is in none'}
  ${[[5, P]]}                                        | ${[[5, T]]}                                        | ${true}  | ${'ministerialAxis2: PDE 5 ≠ Divers 5'}                         | ${'a text that is no code, in Chorus'}
  ${[[5, T]]}                                        | ${[[5, T]]}                                        | ${true}  | ${SAME}                                                         | ${'the same text in the ledger'}
  ${[[5, T]]}                                        | ${[[5, P]]}                                        | ${true}  | ${'ministerialAxis2: Divers 5 ≠ PDE 5'}                         | ${'a text in the ledger alone is no envelope'}
  ${[[5, { programme: '0103', domain: '0103-01' }]]} | ${[[5, { programme: '0305', domain: '0103-01' }]]} | ${true}  | ${'programme: 0103 5 ≠ 0305 5'}                                 | ${'another programme beside the same domaine'}
  ${[[3, P], [2, NONE]]}                             | ${[[5, S]]}                                        | ${true}  | ${'ministerialAxis2:  2, PDE 3 ≠ SF 5'}                         | ${'no code in common'}
  ${[[3, P], [2, S]]}                                | ${[[9, P]]}                                        | ${false} | ${SAME}                                                         | ${'sums differ, one code in common'}
  ${[[3, P]]}                                        | ${[[9, S]]}                                        | ${false} | ${'ministerialAxis2: PDE 3 ≠ SF 9'}                             | ${'sums differ, no code in common'}
  ${[[5, { programme: '0103' }]]}                    | ${[[5, { programme: '0305' }]]}                    | ${true}  | ${'programme: 0103 5 ≠ 0305 5'}                                 | ${'a programme alone'}
  ${[[5, { programme: '0103', domain: '0103-01' }]]} | ${[[5, { programme: '0305', domain: '0305-01' }]]} | ${true}  | ${'functionalDomain: 0103-01 5 ≠ 0305-01 5'}                    | ${'the domaine begins with the programme: one fault'}
  ${[[5, { programme: '0103' }]]}                    | ${[[5, { programme: '0305', domain: '0305-01' }]]} | ${true}  | ${'programme: 0103 5 ≠ 0305 5'}                                 | ${'the domaine of one side alone'}
  ${[[5, { programme: '0103', envelope: 'PDE' }]]}   | ${[[5, { programme: '0305', envelope: 'SF' }]]}    | ${true}  | ${'programme: 0103 5 ≠ 0305 5; ministerialAxis2: PDE 5 ≠ SF 5'} | ${'two fields'}
`('$why: $differences', (given: { ledger: Drawn; chorus: Drawn; equal: boolean; differences: string }) => {
  const shown = (shares: readonly { code: string; cents: number }[]): string =>
    shares.map(({ code, cents }) => `${code} ${cents}`).join(', ');
  const found = codeDifferences(rows(given.ledger), lines(given.chorus), given.equal).map(
    ({ field, ledger, chorus }) => `${field}: ${shown(ledger)} ≠ ${shown(chorus)}`,
  );
  expect(found.join('; ') || 'none').toBe(given.differences);
});

it.each`
  one                    | other                  | agrees
  ${P}                   | ${P}                   | ${true}
  ${P}                   | ${S}                   | ${false}
  ${P}                   | ${NONE}                | ${true}
  ${NONE}                | ${P}                   | ${true}
  ${{ programme: '01' }} | ${P}                   | ${true}
  ${{ programme: '01' }} | ${{ programme: '02' }} | ${false}
`(
  'codes agree when none contradicts: $one and $other, $agrees',
  (row: { one: CodeSpec; other: CodeSpec; agrees: boolean }) => {
    expect(agree(codesOf(row.one), codesOf(row.other))).toBe(row.agrees);
  },
);

test('the envelope of codes is that of axe 2', () => {
  expect([envelopeOf(codesOf(P)), envelopeOf(codesOf({ programme: '0103' }))]).toEqual(['PDE', null]);
});

describe('the AE and the CP of one row', () => {
  const LEDGER = `imputation | axe 2 | EJ | date EJ | AE | payé le | CP | DP
    juste | PDE | 1400000001 | 01/02/2023 | 20,00 | 05/03/2023 | 8,00 | 0100000001`;
  const lined = (ofAe: string, ofCp: string, ae = '20,00'): string =>
    `mouvement | codes | axe 2 | EJ | DP | date | montant
    engagement | juste | ${ofAe} | 1400000001 | | 01/02/2023 | ${ae}
    paiement | juste | ${ofCp} | 1400000001 | 0100000001 | 05/03/2023 | 8,00`;

  test('one wrong code of both is one fault, at its cell', () => {
    const { findings, groups } = reconciled(LEDGER, lined('SF', 'SF'));
    expect(findings.map(findingText)).toEqual(['CHO-04 error 1 ministerialAxis2']);
    expect(groups.map(({ status }) => status)).toEqual(['codesDiffer', 'codesDiffer']);
  });

  test('the DP of the row is not that of its AE', () => {
    const { findings } = reconciled(LEDGER, lined('PDE', 'SF', '30,00'));
    expect(findings.map(({ rule, details }) => [rule, (details as { readonly dp?: string }).dp])).toEqual([
      ['CHO-03', ''],
      ['CHO-04', '0100000001'],
    ]);
  });
});
