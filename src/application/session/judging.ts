/** Judges one dossier at a time, in slices when it is large. A newer run abandons the one under way. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Slices } from '../../domain/slices';
import { controlInSlices, type ControlledDossier } from '../control';
import type { ControlReport, Dossier } from '../dossier';
import type { Timers } from '../ports';
import { LARGE, SliceRun } from './slice-run';

/** The runs of one session, one at a time. */
export class Judging {
  private readonly runs: SliceRun;
  /** The last complete run, of `opened`. */
  private last: { readonly opened: Dossier; readonly report: ControlReport } | null = null;

  /** `large`: number of rows above which a run is done in slices. */
  constructor(
    timers: Timers,
    private readonly large = LARGE,
  ) {
    this.runs = new SliceRun(timers);
  }

  /**
   * Judges a dossier as of a date and hands the result to `show`: before it returns when the ledger is small. The
   * promise resolves once the result is shown or the run is abandoned; it rejects when the run throws. A ledger that is
   * that of the last run, at the same date, is not judged again.
   */
  judge(dossier: Dossier, asOf: CivilDate, show: (controlled: ControlledDossier) => void): Promise<void> {
    return this.runs.run(this.control(dossier, asOf), dossier.ledger.rows.length > this.large, show);
  }

  private *control(opened: Dossier, asOf: CivilDate): Slices<ControlledDossier> {
    const { last } = this;
    const isKnown =
      last?.opened.ledger === opened.ledger &&
      last.opened.convention === opened.convention &&
      last.report.asOf === asOf;
    const controlled = yield* controlInSlices(opened, asOf, isKnown ? last.report : null);
    this.last = { opened, report: controlled.report };
    return controlled;
  }

  /** Abandons the run under way, whose result is then never shown; true when there was one. */
  abandon(): boolean {
    return this.runs.abandon();
  }
}
