/** The answers of the custom functions while the workbook cannot be controlled. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { Failure } from '../../workbook/failure';
import type { FunctionState } from './function-state';

/** The state of a workbook that cannot be controlled. */
export function stateOfRefusal(
  failure: Failure,
  convention: Convention | null,
  uses1904Dates: boolean,
  today: CivilDate,
  fieldNamed: FunctionState['fieldNamed'],
): FunctionState {
  return { today, uses1904Dates, convention, ledger: null, fieldNamed, failure };
}
