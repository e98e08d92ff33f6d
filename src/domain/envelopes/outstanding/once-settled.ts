/**
 * The restes à payer once what waits is done: the projects signed, what is due paid, as « disponible » takes for
 * granted.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { chargeLedger, type ChargedLedger } from '../charged-ledger';
import { WHOLE_CONVENTION } from '../ceilings';
import type { DateReading, LedgerRow } from '../ledger';
import { OutstandingBook } from './outstanding-book';

/** Cents of the whole convention; meaningless where restes à payer are not calculable. */
export function outstandingOnceSettled({ ledger, convention, asOf, effectOf }: ChargedLedger): number {
  const rows = ledger.rows.map((row): LedgerRow => {
    const { aeReserved, cpReserved } = effectOf(row);
    return {
      ...row,
      ...(aeReserved === 0 ? {} : { status: 'firm', commitmentDate: dateOf(asOf) }),
      ...(cpReserved === 0 ? {} : { paymentDate: dateOf(asOf) }),
    };
  });
  return new OutstandingBook(chargeLedger({ ...ledger, rows }, convention, asOf)).of(WHOLE_CONVENTION).outstanding;
}

function dateOf(date: CivilDate): DateReading {
  return { kind: 'date', date, asText: false, raw: '' };
}
