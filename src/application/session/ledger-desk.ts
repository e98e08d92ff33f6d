/**
 * The part of the session that reads and judges a ledger: most of the code of the add-in, fetched while Excel gives its
 * first answer.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { Result } from '../../domain/result';
import { readConventionTables } from '../../workbook/convention/convention-tables';
import type { Failure } from '../../workbook/failure';
import { fieldOfName } from '../../workbook/ledger/headings';
import { LedgerReader } from '../../workbook/ledger/read-ledger';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import { stateOfDossier, type FunctionState } from '../functions/function-state';
import { openDossierInSlices } from '../open-dossier';
import type { Timers } from '../ports';
import { Judging } from './judging';
import type { SessionState } from './session-state';
import { LARGE, SliceRun } from './slice-run';

export class LedgerDesk {
  readonly judging: Judging;
  readonly fieldNamed = fieldOfName;
  private readonly reader = new LedgerReader();
  private readonly reading: SliceRun;

  constructor(timers: Timers) {
    this.judging = new Judging(timers);
    this.reading = new SliceRun(timers);
  }

  /**
   * Reads a workbook, in slices when it is large, and hands the result to `show`: before it returns when it is small.
   * Only what changed since the last reading is read again. A newer reading abandons this one.
   */
  open(
    workbook: WorkbookSnapshot,
    ledger: SessionState['ledger'],
    show: (opened: Result<Dossier, Failure>) => void,
  ): Promise<void> {
    const slices = openDossierInSlices(workbook, ledger === null ? {} : { ledger }, this.reader);
    return this.reading.run(slices, rowsOf(workbook) > LARGE, show);
  }

  /** Abandons the reading or the judging under way, whose result is then never shown; true when there was one. */
  abandon(): boolean {
    const wasReading = this.reading.abandon();
    return this.judging.abandon() || wasReading;
  }

  /** The convention of a workbook; null when it has none that can be read. */
  conventionOf(workbook: WorkbookSnapshot): Convention | null {
    const read = readConventionTables(workbook);
    return read.ok ? read.value : null;
  }

  /** The answers of the functions over a controlled ledger. */
  functionsOf(dossier: Dossier, today: CivilDate, controlled: ControlledDossier): FunctionState {
    return stateOfDossier(dossier, today, controlled);
  }
}

function rowsOf({ sheets }: WorkbookSnapshot): number {
  return sheets.reduce((sum, { used }) => sum + (used?.rows ?? 0), 0);
}
