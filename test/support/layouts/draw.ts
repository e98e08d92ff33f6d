/** The features of one drawn layout. Each has its own chance, so that one can be dropped without changing the others. */
import { Random } from '../worlds/random';

/** A choice of one among several: the first is the plain one, which is no feature. */
export type Choice<T> = readonly [option: T, weight: number];

export class Draw {
  private readonly applied = new Set<string>();

  constructor(
    readonly seed: number,
    /** False for a feature that must not be used. */
    private readonly allows: (feature: string) => boolean = () => true,
  ) {}

  /** The features used, in order. */
  get features(): readonly string[] {
    return [...this.applied].sort();
  }

  /** A source of chance of its own for a subject. */
  chanceOf(subject: string): Random {
    return new Random(hashOf(`${this.seed} ${subject}`));
  }

  /** True in `share` of the draws. Ask only where the feature would change the workbook. */
  has(feature: string, share: number): boolean {
    if (!this.allows(feature) || !this.chanceOf(feature).chance(share)) return false;
    this.applied.add(feature);
    return true;
  }

  /** Forgets a feature that was drawn and turned out to change nothing. */
  retract(feature: string): void {
    this.applied.delete(feature);
  }

  /** One option by weight; the first one when the drawn one is dropped. */
  among<T extends string>(kind: string, choices: readonly [Choice<T>, ...Choice<T>[]]): T {
    const [plain] = choices[0];
    const whole = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.chanceOf(kind).next() * whole;
    const drawn = choices.find(([, weight]) => (rest -= weight) < 0)?.[0] ?? plain;
    const feature = `${kind}: ${drawn}`;
    if (drawn === plain || !this.allows(feature)) return plain;
    this.applied.add(feature);
    return drawn;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The items in a random order. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.whole(0, last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
