/** The registers of a convention as an earlier version wrote them: side by side on the sheet « Convention ». */
import { planInitialise } from '../../../src/application/writing/initialise';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { WriteStep } from '../../../src/workbook/plan';
import { emptyWorkbook } from '../apply-plan';

/** The sheet of them all. */
export const ONE_SHEET = 'Convention';

/** The steps that write them. */
export function registersOnOneSheet(convention: Convention): readonly WriteStep[] {
  const plan = planInitialise(emptyWorkbook(), convention);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const { steps } = plan.value;
  let left = 0;
  const placed = steps.flatMap((step): readonly WriteStep[] => {
    if (step.kind !== 'addTable') return [];
    const { sheet, area } = step;
    const at = left;
    left += area.columns + 1;
    const cells = steps.flatMap((one): readonly WriteStep[] =>
      one.kind === 'setCells' && one.sheet === sheet && one.left === area.left && one.top > 0
        ? [{ ...one, sheet: ONE_SHEET, left: at }]
        : [],
    );
    return [...cells, { ...step, sheet: ONE_SHEET, area: { ...area, left: at } }];
  });
  return [{ kind: 'addSheet', sheet: ONE_SHEET }, ...placed];
}
