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
import { openDossier } from '../open-dossier';
import type { Timers } from '../ports';
import { Judging } from './judging';
import type { SessionState } from './session-state';

export class LedgerDesk {
  readonly judging: Judging;
  readonly fieldNamed = fieldOfName;
  private readonly reader = new LedgerReader();

  constructor(timers: Timers) {
    this.judging = new Judging(timers);
  }

  /** Reads a workbook; only what changed since the last reading is read again. */
  open(workbook: WorkbookSnapshot, ledger: SessionState['ledger']): Result<Dossier, Failure> {
    return openDossier(workbook, ledger === null ? {} : { ledger }, this.reader);
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
