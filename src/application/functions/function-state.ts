/** What the custom functions answer from: the convention, and what the ledger says at any date asked for. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { Failure } from '../../workbook/failure';
import type { ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import { functionLedger, type FunctionLedger } from './function-ledger';

/** Nothing is known yet, then either the whole dossier or the reason why there is none. */
export interface FunctionState {
  readonly today: CivilDate;
  readonly uses1904Dates: boolean;
  /** Known without a ledger too: codes and deadlines need no more. */
  readonly convention: Convention | null;
  /** Null without a ledger. */
  readonly ledger: FunctionLedger | null;
  /** Why something above is missing. */
  readonly failure: Failure | null;
}

/** The state over a readable workbook; `known` is its report when it is there, at whatever date. */
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
    failure: null,
  };
}

/** The state over a workbook that cannot be controlled. */
export function stateOfRefusal(
  failure: Failure,
  convention: Convention | null,
  uses1904Dates: boolean,
  today: CivilDate,
): FunctionState {
  return { today, uses1904Dates, convention, ledger: null, failure };
}
