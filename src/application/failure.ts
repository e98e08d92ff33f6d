/** Moved: import from `workbook/failure`. */
export type { Failure, FailureCode } from '../workbook/failure';
