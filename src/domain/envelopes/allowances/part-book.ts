/** The figures of the ceilings over a programme or a titre: summed over the rows of the part, each when first asked for. */
import type { Nature } from '../../money/nature';
import type { ChargedLedger } from '../charged-ledger';
import { boundedCents } from '../figure-sums';
import { figuresOf, unknownFigures, type Figures, type PartFigures } from '../figures';
import type { PartCeiling } from './allowances';
import { partCents, partValue } from './part-ceilings';
import { partOf } from './part-of-row';

/** Those of a charged ledger. */
export class PartBook implements PartFigures {
  private readonly known = new Map<PartCeiling, Readonly<Record<Nature, Figures>>>();

  constructor(private readonly charged: ChargedLedger) {}

  /**
   * Not calculable where rows are of no known part (LEC-04), unless those that are known already exceed the ceiling:
   * the excess is then at least theirs.
   */
  figures(ceiling: PartCeiling, nature: Nature): Figures {
    let known = this.known.get(ceiling);
    if (!known) this.known.set(ceiling, (known = this.summed(ceiling)));
    return known[nature];
  }

  private summed(ceiling: PartCeiling): Readonly<Record<Nature, Figures>> {
    const { ledger, convention, assign, effectOf } = this.charged;
    const [partOfRow, value] = [partOf(convention, ceiling.part), partValue(ceiling)];
    const sums = {
      AE: { consumed: 0, reserved: 0, elsewhere: false },
      CP: { consumed: 0, reserved: 0, elsewhere: false },
    };
    for (const row of ledger.rows) {
      const assignment = row.status === 'cancelled' ? null : assign(row);
      const part = assignment?.kind === 'assigned' ? partOfRow(row, assignment) : '';
      if (part !== null && part !== value) continue;
      const { aeConsumed, aeReserved, cpConsumed, cpReserved } = effectOf(row);
      if (part === null) {
        sums.AE.elsewhere ||= aeConsumed !== 0 || aeReserved !== 0;
        sums.CP.elsewhere ||= cpConsumed !== 0 || cpReserved !== 0;
        continue;
      }
      sums.AE.consumed += aeConsumed;
      sums.AE.reserved += aeReserved;
      sums.CP.consumed += cpConsumed;
      sums.CP.reserved += cpReserved;
    }
    const figuresIn = (nature: Nature): Figures => this.figuresOfSums(ceiling, nature, sums[nature]);
    return { AE: figuresIn('AE'), CP: figuresIn('CP') };
  }

  private figuresOfSums(
    ceiling: PartCeiling,
    nature: Nature,
    {
      consumed,
      reserved,
      elsewhere,
    }: { readonly consumed: number; readonly reserved: number; readonly elsewhere: boolean },
  ): Figures {
    const { convention, asOf, missing } = this.charged;
    const bound = ceiling.ceilings[nature] === null ? null : partCents(convention, ceiling, nature, asOf);
    const allocated = bound === null ? null : boundedCents(bound);
    const unknown =
      missing[nature] ?? (elsewhere && (allocated === null || consumed <= allocated) ? PART[ceiling.part] : null);
    return unknown === null
      ? figuresOf(allocated, boundedCents(consumed), boundedCents(reserved))
      : unknownFigures(allocated, unknown);
  }
}

/** The column that gives the part of a row. */
const PART = { titre: 'budgetLine', programme: 'programme' } as const;
