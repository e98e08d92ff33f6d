import type { OpenedWorkbook } from '../open';
import type { WritePlan } from '../../../workbook/plan';
export function applyPlan(opened: OpenedWorkbook, _plan: WritePlan): Uint8Array { return opened.parts.toBytes(); }
