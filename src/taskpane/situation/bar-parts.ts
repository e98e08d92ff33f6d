/** The parts of a bar of credits, as shares of its width in per cent. No layout here. */
import type { CalculatedFigures } from '../../domain/envelopes/figures';

/** Where the ceiling is, in per cent of the width. */
export const CEILING = 90;

export interface BarPart {
  readonly kind: 'consumed' | 'reserved' | 'over' | 'overReserved';
  readonly from: number;
  readonly to: number;
}

/**
 * The consumed part, then the reserved one, each cut at the ceiling; the rest of each is an excess. A negative sum
 * draws nothing. `isCut`: the excess is larger than the room at the right of the ceiling.
 */
export function barParts({ allocated, consumed, reserved }: CalculatedFigures): {
  readonly parts: readonly BarPart[];
  readonly isCut: boolean;
} {
  const used = Math.max(0, consumed.cents);
  const all = Math.max(0, used + reserved.cents);
  const ceiling = Math.max(0, allocated.cents);
  const at = (cents: number): number => {
    if (cents <= 0) return 0;
    return ceiling === 0 ? 100 : Math.min(100, (cents / ceiling) * CEILING);
  };
  const between = (kind: BarPart['kind'], from: number, to: number): readonly BarPart[] =>
    to > from ? [{ kind, from: at(from), to: at(to) }] : [];
  const withRoom = between('consumed', 0, Math.min(used, ceiling)).concat(
    between('reserved', Math.min(used, ceiling), Math.min(all, ceiling)),
  );
  const above = (kind: BarPart['kind'], from: number, to: number): readonly BarPart[] =>
    to > from ? [{ kind, from: ceiling === 0 ? CEILING : at(from), to: at(to) }] : [];
  const parts = [
    ...withRoom,
    ...above('over', ceiling, used),
    ...above('overReserved', Math.max(ceiling, used), all),
  ].filter(({ from, kind }) => from < 100 || kind === 'over');
  return { parts, isCut: all > 0 && (ceiling === 0 || (all / ceiling) * CEILING > 100) };
}
