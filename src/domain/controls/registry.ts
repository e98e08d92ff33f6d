/**
 * Every control by family, in the order in which findings of one row are read: cells that cannot be read, the envelope
 * and the codes, the poste, the EJ, the dates, and last the ceilings, which make sense once the rest is right.
 */
import type { Control } from './control-contract';
import type { RuleCode } from './findings/finding';
import { annexControls } from './rules/anx-controls';
import { dutyControls } from './rules/del-controls';
import { columnMissing } from './rules/don-08-column-missing';
import { dataControls } from './rules/don-controls';
import { commitmentControls } from './rules/ej-controls';
import { fungibilityControls } from './rules/fon-controls';
import { imputationControls } from './rules/imp-controls';
import { readingControls } from './rules/lec-controls';
import { periodControls } from './rules/per-controls';
import { ceilingControls } from './rules/pla-controls';
import { outstandingControls } from './rules/rap-controls';

/** Every control, in order. DON-08 names the rules that a missing column prevents, so it is given the registry. */
export const CONTROLS: readonly Control[] = [
  ...annexControls,
  ...outstandingControls,
  ...readingControls,
  columnMissing(() => CONTROLS),
  ...dataControls,
  ...imputationControls,
  ...fungibilityControls,
  ...commitmentControls,
  ...periodControls,
  ...dutyControls,
  ...ceilingControls,
];

const ORDER: ReadonlyMap<RuleCode, number> = new Map(CONTROLS.map(({ rule }, index) => [rule, index]));

/** The place of a rule in the registry. */
export function orderOf(rule: RuleCode): number {
  return ORDER.get(rule) ?? 0;
}
