/**
 * The EJ of earlier years than the credits, and whether the ledger plainly keeps those years. A date before the credits
 * may be a typing error (PER-03 asks for it) or an EJ that goes on: the ledger keeps earlier years when such an EJ is
 * of another credit year of the convention, or was served or paid before the credits too.
 */
import { yearOf, type CivilDate } from '../../calendar/civil-date';
import type { Assigner } from '../assignment';
import { commitmentDay, commitsEarlier, creditDaysOf } from '../commitment-year';
import type { Convention } from '../convention';
import { conventionAt, coversYear } from '../credit-years';
import type { LedgerRow } from '../ledger';
import { listedRapOf, type StatedRap } from './stated-rap';

/** The EJ of earlier years. */
export interface EarlierEjs {
  /** Those that the ledger dates before the credits, and those of the RAP lists of earlier credit years. */
  readonly all: ReadonlySet<string>;
  /**
   * Those whose payments draw on the opening RAP of their envelope (PLA-05) and are in no poste: the EJ of the RAP
   * list, which need not name those of the ledger. Where it plainly keeps earlier years: also its own, of an envelope
   * with an opening RAP.
   */
  readonly onRap: ReadonlySet<string>;
  /** True when the ledger plainly keeps earlier years. */
  readonly areKept: boolean;
}

/** The earlier EJ of a ledger under the convention of a credit year. */
export function earlierEjsOf(
  rows: readonly LedgerRow[],
  convention: Convention,
  listed: ReadonlyMap<string, StatedRap>,
  assign: Assigner,
): EarlierEjs {
  const days = creditDaysOf(convention);
  const listedNow = new Set(convention.rap.map(({ ej }) => ej));
  const all = new Set([...listed.keys()].filter((ej) => !listedNow.has(ej)));
  let areKept = false;
  for (const row of rows) {
    const day = commitmentDay(row);
    if (row.ej.kind !== 'ej' || day === null || !commitsEarlier(row, days)) continue;
    all.add(row.ej.number);
    areKept ||= coversYear(convention, yearOf(day));
  }
  areKept ||= rows.some((row) => {
    if (row.ej.kind !== 'ej' || row.status === 'cancelled' || !all.has(row.ej.number)) return false;
    return [row.paymentDate, row.serviceDate].some((date) => date.kind === 'date' && date.date < days.from);
  });
  if (!areKept || convention.envelopes.every(({ openingRap }) => openingRap.isZero))
    return { all, onRap: listedNow, areKept };
  const onRap = new Set(listedNow);
  for (const row of rows) {
    if (row.ej.kind !== 'ej' || row.status === 'cancelled' || !all.has(row.ej.number)) continue;
    const assignment = assign(row);
    if (assignment.kind === 'assigned' && !assignment.envelope.openingRap.isZero) onRap.add(row.ej.number);
  }
  return { all, onRap, areKept };
}

/**
 * The earlier EJ by the credit year of a day, those of its RAP lists included; the convention may be that of another
 * year.
 */
export function earlierEjsAt(
  rows: readonly LedgerRow[],
  convention: Convention,
  day: CivilDate,
  assign: Assigner,
): EarlierEjs {
  const then = conventionAt(convention, day);
  const listed = listedRapOf(rows, then);
  const earlier = earlierEjsOf(rows, then, listed, assign);
  return { ...earlier, all: new Set([...earlier.all, ...listed.keys()]) };
}
