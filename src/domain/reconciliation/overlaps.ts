/**
 * What several extracts tell twice: the same line in two monthly files that overlap, or the same EJ in files of two
 * shapes (a national and a regional one). The first file given tells it; the other lines are shown, and not compared a
 * second time.
 */
import type { ChorusExtract, ChorusLine, ChorusShape } from './extract';

/** Follows the extracts in their order. */
export class Overlaps {
  private readonly shapes = new Map<string, ChorusShape>();
  private readonly earlier = new Map<string, number>();
  private here = new Map<string, number>();
  private shape: ChorusShape = 'unnamed';
  private readonly severalExtracts: boolean;
  private readonly severalShapes: boolean;

  constructor(private readonly extracts: readonly ChorusExtract[]) {
    this.severalExtracts = extracts.length > 1;
    this.severalShapes = new Set(extracts.map(({ shape }) => shape)).size > 1;
  }

  /** Begins an extract: what the one before told is now told earlier. */
  enter(index: number): void {
    for (const [identity, count] of this.here)
      this.earlier.set(identity, Math.max(count, this.earlier.get(identity) ?? 0));
    this.here = new Map<string, number>();
    this.shape = this.extracts[index]?.shape ?? 'unnamed';
  }

  /** True when an earlier extract tells that line, or that EJ in another shape. */
  isToldElsewhere(line: ChorusLine): boolean {
    if (!this.severalExtracts) return false;
    if (this.severalShapes && this.shapeTelling(line) !== this.shape) return true;
    const identity = identityOf(line);
    const count = (this.here.get(identity) ?? 0) + 1;
    this.here.set(identity, count);
    return count <= (this.earlier.get(identity) ?? 0);
  }

  private shapeTelling(line: ChorusLine): ChorusShape {
    const key = `${kindOf(line)} ${line.ej === '' ? `DP ${line.dp}` : line.ej}`;
    const telling = this.shapes.get(key);
    if (telling === undefined) this.shapes.set(key, this.shape);
    return telling ?? this.shape;
  }
}

/** Everything that makes a line what it is, but where it stands. */
export function identityOf(line: ChorusLine): string {
  const { movement, nature, ej, ejLine, dp, dpLine, company, exercise, date, cents } = line;
  return [movement, nature, ej, ejLine, dp, dpLine, company, exercise ?? '', date ?? '', cents].join('|');
}

function kindOf({ movement, nature }: ChorusLine): string {
  return movement === 'carryOver' || movement === 'certified' || movement === 'invoiced' || movement === 'reduction'
    ? movement
    : nature;
}
