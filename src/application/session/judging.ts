/** Judges one dossier at a time, in slices when it is large. A newer run abandons the one under way. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { controlInSlices, type ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import type { Timers } from '../ports';
import { LARGE, SliceRun } from './slice-run';

/** The runs of one session, one at a time. */
export class Judging {
  private readonly runs: SliceRun;

  /** `large`: number of rows above which a run is done in slices. */
  constructor(
    timers: Timers,
    private readonly large = LARGE,
  ) {
    this.runs = new SliceRun(timers);
  }

  /**
   * Judges a dossier as of a date and hands the result to `show`: before it returns when the ledger is small. The
   * promise resolves once the result is shown or the run is abandoned; it rejects when the run throws.
   */
  judge(dossier: Dossier, asOf: CivilDate, show: (controlled: ControlledDossier) => void): Promise<void> {
    return this.runs.run(controlInSlices(dossier, asOf), dossier.ledger.rows.length > this.large, show);
  }

  /** Abandons the run under way, whose result is then never shown; true when there was one. */
  abandon(): boolean {
    return this.runs.abandon();
  }
}
