/**
 * A commitment or a payment of another year than the credits, inside the convention: the 2023 one is signed on 13
 * December 2022 and its credits are « pour 2023 » (art. 1.2; annuality, LOLF art. 15). A convention of several credit
 * years has each of them: what is dated in one counts there. A commitment « en gestion anticipée » is right from 1
 * November before, for a service of the year (LOLF, art. 9; loi n° 2004-1484, art. 108). The share of the credits that
 * they may take is a setting of the team. One that is named so and that the credits of its own year bear is a doubt:
 * before 1 November, or in the last year of the convention. A decommitment may come after the year, and frees none of
 * its AE. Switch it off by giving the other years.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { creditDaysOf, saysAnticipated } from '../../envelopes/commitment-year';
import type { Convention } from '../../envelopes/convention';
import { creditYearAt } from '../../envelopes/credit-years';
import type { LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type Report, type RowControl } from '../control-contract';
import type { Advances } from '../facts/advances';
import type { Inspection } from '../facts/inspection';
import { boundBroken, SERVICE_COLUMN, type BoundedField } from '../facts/period';
import { boundOf, breaksPeriod, periodControl } from './kit/period-control';

const dated = periodControl('PER-03', (field, date, convention, row, rap) => {
  const why = whyOf(field, date, convention, row);
  return { field, date, creditYear: creditYearAt(convention, date), why, ...(why === 'otherYear' && rap) };
});

/** PER-03. */
export const outsideCreditYear: RowControl<'PER-03'> = {
  ...dated,
  check(row, inspection, report) {
    dated.check(row, inspection, report);
    if (inspection.advances.isInAdvance(row) && !breaksPeriod(row, 'commitmentDate', inspection))
      checkAdvance(row, inspection.advances, report);
    checkOwnYear(row, inspection, report);
  },
};

function whyOf(field: BoundedField, date: CivilDate, convention: Convention, row: LedgerRow): 'otherYear' | 'tooEarly' {
  const isTooEarly =
    field === 'commitmentDate' && saysAnticipated(row) && date < creditDaysOf(convention).anticipatedFrom;
  return isTooEarly ? 'tooEarly' : 'otherYear';
}

/** A date that a closing of its year leaves out too has both findings: the credits are another question. */
function checkOwnYear(row: LedgerRow, inspection: Inspection, report: Report<'PER-03'>): void {
  const onOwnYear = inspection.advances.onOwnYear(row);
  const { commitmentDate, ae } = row;
  if (onOwnYear === null || commitmentDate.kind !== 'date' || ae.kind !== 'amount') return;
  const bound = boundOf(row, 'commitmentDate', inspection);
  if (bound !== null && bound !== 'PER-04') return;
  const details = { field: 'commitmentDate', date: commitmentDate.date, ...onOwnYear, cents: ae.cents } as const;
  report(findingAt('PER-03', 'warning', cellOf(row, 'commitmentDate'), details));
}

/** A commitment in advance on the credits of the ledger: its service, and the share that it takes. */
export function checkAdvance(row: LedgerRow, advances: Advances, report: Report<'PER-03'>): void {
  const { convention } = advances.charged;
  const { creditYear } = convention;
  const { serviceDate, commitmentDate } = row;
  const isBeforeYear = serviceDate.kind === 'date' && serviceDate.date < creditDaysOf(convention).from;
  if (isBeforeYear && boundBroken(serviceDate.date, SERVICE_COLUMN, convention) === null) {
    const details = { field: 'serviceDate', date: serviceDate.date, creditYear, why: 'serviceTooEarly' } as const;
    report(findingAt('PER-03', 'error', cellOf(row, 'serviceDate'), details));
  }
  const above = advances.aboveShare().get(row.key);
  if (!above || commitmentDate.kind !== 'date') return;
  const details = { field: 'ae', date: commitmentDate.date, creditYear, why: 'aboveShare', ...above } as const;
  report(findingAt('PER-03', 'error', cellOf(row, 'ae'), details));
}
