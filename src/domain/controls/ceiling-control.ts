/** What the controls on ceilings share: the details and the place of a row above one, and the ceilings of the envelopes over time. */
import type { CivilDate } from '../calendar/civil-date';
import type { Envelope } from '../envelopes/convention';
import type { LedgerRow } from '../envelopes/ledger';
import type { Nature } from '../money/nature';
import { MovingCeiling, overrunsOf, type Overrun } from './ceiling-walk';
import { cellOf } from './control';
import type { Place } from './finding';
import type { Inspection } from './inspection';

/** What every finding on a ceiling says; amounts in cents. */
export interface OverrunDetails {
  readonly envelope: string;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  readonly date: CivilDate | null;
  readonly crosses: boolean;
}

/** The details of an overrun, for the envelope (or `'*'`) that it is charged to. */
export function overrunDetails(envelope: string, { ceiling, total, over, date, crosses }: Overrun<unknown>): OverrunDetails {
  return { envelope, ceiling, total, over, date, crosses };
}

/** The amount cell of a row that goes above a ceiling. */
export function amountCell(nature: Nature, { row }: { readonly row: LedgerRow }): Place {
  return cellOf(row, nature === 'AE' ? 'ae' : 'cp');
}

/** The rows above the ceiling of their envelope; an envelope without a printed ceiling of that nature is never exceeded. */
export function envelopeOverruns(inspection: Inspection, nature: Nature): readonly Overrun<Envelope>[] {
  const { convention, asOf, ledger } = inspection;
  return overrunsOf(
    inspection.timelineOf(nature),
    ledger.rows,
    ({ envelope }) => (envelope.ceilings[nature] === null ? null : envelope),
    ({ code }) => new MovingCeiling(convention, code, nature, asOf),
  );
}
