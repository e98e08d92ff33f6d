/** DEL: what is due to the délégant. */
import type { Control } from '../control-contract';
import { requestOverdue } from './del-01-request-overdue';
import { requestDueSoon } from './del-02-request-due-soon';
import { insufficiencyToNotify } from './del-03-insufficiency-to-notify';
import { unspentToNotify } from './del-04-unspent-to-notify';
import { reportDue } from './del-05-report-due';
import { otherDutyDue } from './del-06-other-duty-due';

/** In reading order. */
export const dutyControls: readonly Control[] = [
  requestOverdue,
  requestDueSoon,
  insufficiencyToNotify,
  unspentToNotify,
  reportDue,
  otherDutyDue,
];
