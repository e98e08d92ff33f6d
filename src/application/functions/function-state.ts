/** The state that the custom functions answer from: the convention, and the ledger at any date. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { Failure } from '../../workbook/failure';
import { IMPUTATION_FIELDS } from '../../domain/imputation/imputation';
import { fieldOfLabel } from '../../messages/field-of-label';
import { fieldOfName } from '../../workbook/ledger/headings';
import type { ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import { functionLedger, type FunctionLedger } from './function-ledger';

/** A readable workbook, or the reason why it cannot be controlled. */
export interface FunctionState {
  readonly today: CivilDate;
  readonly uses1904Dates: boolean;
  /** May be known without a ledger: codes and deadlines do not need one. */
  readonly convention: Convention | null;
  /** Null without a ledger. */
  readonly ledger: FunctionLedger | null;
  /** The field that a name means; null when it means none. */
  readonly fieldNamed: (name: string) => LedgerField | null;
  /** Why the convention or the ledger is missing. */
  readonly failure: Failure | null;
}

/** The state of a readable workbook; `known` is its report at any date, if there is one. */
export function stateOfDossier(
  dossier: Dossier,
  today: CivilDate,
  known: ControlledDossier | null = null,
): FunctionState {
  const { convention, workbook } = dossier;
  return {
    today,
    uses1904Dates: workbook.uses1904Dates,
    convention,
    ledger: functionLedger(dossier, today, known),
    fieldNamed: (name) => fieldOfName(name) ?? fieldOfLabel(name, IMPUTATION_FIELDS),
    failure: null,
  };
}
