/** What the use cases need from outside: a workbook and a clock. Adapters implement these; nothing else crosses. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Result } from '../domain/result';
import type { WritePlan } from '../workbook/plan';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Failure } from '../workbook/failure';

/** A plan that was carried out, with the plan that takes it back. */
export interface AppliedPlan {
  readonly plan: WritePlan;
  readonly undo: WritePlan;
}

/** A workbook, in Excel or in a file. */
export interface WorkbookPort {
  read(): Promise<Result<WorkbookSnapshot, Failure>>;
  /** Carries out the whole plan or nothing. */
  apply(plan: WritePlan): Promise<Result<AppliedPlan, Failure>>;
}

/** Today, as the machine of the user says; passed in, so that a test can say another day. */
export interface Clock {
  today(): CivilDate;
}
