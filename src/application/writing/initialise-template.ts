/**
 * « Initialiser » from a convention that the product carries, or from any other. Apart from the session, which fetches
 * it when somebody asks.
 */
import { loadConvention } from '../../conventions/index';
import type { Convention } from '../../domain/envelopes/convention';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { planInitialise } from './initialise';

/** The plan that adds the tables of a convention: a known one by its identifier, or another whole. */
export function planTemplate(workbook: WorkbookSnapshot, wanted: string | Convention): Result<WritePlan, Failure> {
  const convention = typeof wanted === 'string' ? loadConvention(wanted) : success(wanted);
  return convention.ok ? planInitialise(workbook, convention.value) : convention;
}
