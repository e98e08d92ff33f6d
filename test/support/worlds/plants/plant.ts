/** One way to make one fault, and where it must be found. */
import type { RuleCode } from '../../../../src/domain/controls/findings/finding';
import type { World } from '../world';

/**
 * A part of the workbook that a plant changes for every row: two plants that touch the same part are not put in one
 * world; one of `columns` is alone in its world.
 */
export type Touch = 'ceilings' | 'closing' | 'duties' | 'chorus' | 'columns' | 'hidden' | 'termination' | 'years';

export interface Plant {
  readonly rule: RuleCode;
  /** The mistake of the team, in a few French words. */
  readonly how: string;
  readonly touches: readonly Touch[];
  /** Makes the fault and records what must be found; false when this convention gives no room for it. */
  readonly make: (world: World) => boolean | void;
}

/** A list of plants of one rule, as `[how, make]`. */
export function plants(
  rule: RuleCode,
  touches: readonly Touch[],
  ways: readonly (readonly [string, Plant['make']])[],
): readonly Plant[] {
  return ways.map(([how, make]) => ({ rule, how, touches, make }));
}
