/** A « dégel » gives back what was frozen before, in its envelope and nature, and no more (FON-02). */
import { withLiftedFreezes } from '../../../../src/domain/envelopes/allowances/lifted-freezes';
import { allocatedCents } from '../../../../src/domain/envelopes/ceilings';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Movement } from '../../../../src/domain/envelopes/convention';
import { findingsIn } from '../../../support/controls';
import { movementOf } from '../../envelopes/builders';
import { withMovements } from './movements';

const gel = (cents: number, date: string, of: Partial<Parameters<typeof movementOf>[0]> = {}): Movement =>
  movementOf({ type: 'freeze', from: 'PDE', to: null, nature: 'AE', cents: cents * 100, date, ...of });
const lift = (cents: number, date: string, of: Partial<Parameters<typeof movementOf>[0]> = {}): Movement => ({
  ...movementOf({ type: 'restoration', from: null, to: 'PDE', nature: 'AE', cents: cents * 100, date, ...of }),
  word: 'dégel',
  lifted: cents * 100,
});

test.each`
  why                                | movements                                                                                     | PDE     | found
  ${'no gel'}                        | ${[lift(1000, '2023-05-02')]}                                                                 | ${0}    | ${['Montant 0']}
  ${'all of a gel'}                  | ${[gel(500, '2023-03-01'), lift(500, '2023-05-02')]}                                          | ${0}    | ${[]}
  ${'a part of it'}                  | ${[gel(500, '2023-03-01'), lift(200, '2023-05-02')]}                                          | ${-300} | ${[]}
  ${'more than it'}                  | ${[gel(500, '2023-03-01'), lift(1000, '2023-05-02')]}                                         | ${0}    | ${['Montant 50000']}
  ${'twice'}                         | ${[gel(500, '2023-03-01'), lift(300, '2023-05-02'), lift(300, '2023-06-02')]}                 | ${0}    | ${['Montant 20000']}
  ${'a gel of another envelope'}     | ${[gel(500, '2023-03-01', { from: 'SF' }), lift(500, '2023-05-02')]}                          | ${0}    | ${['Montant 0']}
  ${'a gel of the other nature'}     | ${[gel(500, '2023-03-01', { nature: 'CP' }), lift(500, '2023-05-02')]}                        | ${0}    | ${['Montant 0']}
  ${'a gel that comes after'}        | ${[gel(500, '2023-06-01'), lift(500, '2023-05-02')]}                                          | ${-500} | ${['Montant 0']}
  ${'on the day of the gel'}         | ${[gel(500, '2023-05-02'), lift(500, '2023-05-02')]}                                          | ${0}    | ${[]}
  ${'from another envelope'}         | ${[gel(500, '2023-03-01'), lift(500, '2023-05-02', { from: 'SF' })]}                          | ${-500} | ${['De undefined']}
  ${'then by the right one'}         | ${[gel(500, '2023-03-01'), lift(500, '2023-05-02', { from: 'SF' }), lift(500, '2023-06-02')]} | ${0}    | ${['De undefined']}
  ${'a rétablissement adds credits'} | ${[{ ...lift(500, '2023-05-02'), word: undefined, lifted: undefined }]}                       | ${500}  | ${[]}
`('$why', ({ movements, PDE, found }: { movements: Movement[]; PDE: number; found: string[] }) => {
  for (const typed of [movements, [...movements].reverse()]) {
    const numbered = typed.map((movement, index) => ({ ...movement, index }));
    const convention = withLiftedFreezes(withMovements(numbered));
    const initial = allocatedCents(withMovements([]), 'PDE', 'AE', isoDate('2023-12-31'));
    expect(allocatedCents(convention, 'PDE', 'AE', isoDate('2023-12-31')) - initial).toBe(PDE * 100);
    const findings = findingsIn('axe 2 | EJ | date EJ | AE', { convention }).flatMap(({ rule, details, place }) =>
      rule === 'FON-02' && place.kind === 'convention'
        ? [`${place.column} ${(details as { lifted?: number }).lifted}`]
        : [],
    );
    expect(findings).toEqual(found);
  }
});
