/** « Initialiser » from a convention that the product carries. Apart from the session, which fetches it when somebody asks. */
import { loadConvention } from '../conventions/index';
import type { Result } from '../domain/result';
import type { Failure } from '../workbook/failure';
import type { WritePlan } from '../workbook/plan';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { planInitialise } from './initialise';

/** The plan that adds the tables of a known convention. */
export function planTemplate(workbook: WorkbookSnapshot, conventionId: string): Result<WritePlan, Failure> {
  const convention = loadConvention(conventionId);
  return convention.ok ? planInitialise(workbook, convention.value) : convention;
}
