/**
 * The part of the session that reads and judges a ledger: most of the code of the add-in, fetched while Excel gives its
 * first answer.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import { success, type Result } from '../../domain/result';
import type { Slices } from '../../domain/slices';
import { readConventionTables } from '../../workbook/convention/convention-tables';
import type { Failure } from '../../workbook/failure';
import { fieldOfName } from '../../workbook/ledger/headings';
import { LedgerReader } from '../../workbook/ledger/read-ledger';
import { isSameWorkbook } from '../../workbook/same-workbook';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import { stateOfDossier, type FunctionState } from '../functions/function-state';
import { openDossierInSlices } from '../open-dossier';
import type { Timers } from '../ports';
import { Judging } from './judging';
import type { SessionState } from './session-state';
import { LARGE, SliceRun } from './slice-run';

interface Opening {
  readonly workbook: WorkbookSnapshot;
  readonly ledger: SessionState['ledger'];
  readonly opened: Result<Dossier, Failure>;
}

export class LedgerDesk {
  readonly judging: Judging;
  readonly fieldNamed = fieldOfName;
  private readonly reader = new LedgerReader();
  /** The last workbook opened, and its result. */
  private last: Opening | null = null;
  private readonly reading: SliceRun;

  constructor(timers: Timers) {
    this.judging = new Judging(timers);
    this.reading = new SliceRun(timers);
  }

  /**
   * Reads a workbook, in slices when it is large, and hands the result to `show`: before it returns when it is small.
   * Only what changed since the last reading is read again, and nothing is where nothing changed. A newer reading
   * abandons this one.
   */
  open(
    workbook: WorkbookSnapshot,
    ledger: SessionState['ledger'],
    show: (opened: Result<Dossier, Failure>) => void,
  ): Promise<void> {
    return this.reading.run(this.openInSlices(workbook, ledger), rowsOf(workbook) > LARGE, show);
  }

  private *openInSlices(workbook: WorkbookSnapshot, ledger: SessionState['ledger']): Slices<Result<Dossier, Failure>> {
    const { last } = this;
    if (last?.ledger === ledger && (yield* isSameWorkbook(last.workbook, workbook)))
      return last.opened.ok ? success({ ...last.opened.value, workbook }) : last.opened;
    const opened = yield* openDossierInSlices(workbook, ledger === null ? {} : { ledger }, this.reader);
    this.last = { workbook, ledger, opened };
    return opened;
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
