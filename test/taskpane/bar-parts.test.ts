/** The parts of a bar of credits: the ceiling is at 90 % of its width. */
import type { CalculatedFigures } from '../../src/domain/envelopes/figures';
import { Euros } from '../../src/domain/money/euros';
import { barParts } from '../../src/taskpane/situation/bar-parts';

const figuresOf = (allocated: number, consumed: number, reserved: number): CalculatedFigures => ({
  allocated: Euros.fromCents(allocated),
  consumed: Euros.fromCents(consumed),
  reserved: Euros.fromCents(reserved),
  remaining: Euros.fromCents(allocated - consumed),
  available: Euros.fromCents(allocated - consumed - reserved),
  rate: null,
  missing: null,
});

test.each`
  allocated | consumed | reserved | parts                                                        | isCut
  ${100}    | ${0}     | ${0}     | ${''}                                                        | ${false}
  ${100}    | ${50}    | ${20}    | ${'consumed 0-45, reserved 45-63'}                           | ${false}
  ${100}    | ${100}   | ${0}     | ${'consumed 0-90'}                                           | ${false}
  ${100}    | ${104}   | ${0}     | ${'consumed 0-90, over 90-93.6'}                             | ${false}
  ${100}    | ${98}    | ${4}     | ${'consumed 0-88.2, reserved 88.2-90, overReserved 90-91.8'} | ${false}
  ${100}    | ${102}   | ${2}     | ${'consumed 0-90, over 90-91.8, overReserved 91.8-93.6'}     | ${false}
  ${100}    | ${500}   | ${0}     | ${'consumed 0-90, over 90-100'}                              | ${true}
  ${100}    | ${500}   | ${50}    | ${'consumed 0-90, over 90-100'}                              | ${true}
  ${0}      | ${0}     | ${0}     | ${''}                                                        | ${false}
  ${0}      | ${10}    | ${0}     | ${'over 90-100'}                                             | ${true}
  ${100}    | ${-20}   | ${30}    | ${'reserved 0-27'}                                           | ${false}
`(
  'of $allocated, $consumed consumed and $reserved reserved: $parts',
  ({ allocated, consumed, reserved, parts, isCut }: Record<string, number> & { parts: string; isCut: boolean }) => {
    const shown = barParts(figuresOf(allocated ?? 0, consumed ?? 0, reserved ?? 0));
    const round = (share: number): number => Math.round(share * 10) / 10;
    expect(shown.parts.map(({ kind, from, to }) => `${kind} ${round(from)}-${round(to)}`).join(', ')).toBe(parts);
    expect(shown.isCut).toBe(isCut);
  },
);
