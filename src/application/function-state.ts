/** What the custom functions answer from: the convention, and balances at any date asked for, computed once each. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Convention } from '../domain/envelopes/convention';
import { conventionAt } from '../domain/envelopes/credit-years';
import type { Balances } from '../domain/envelopes/figures';
import { LedgerIndex } from '../domain/envelopes/ledger-index';
import type { Failure } from '../workbook/failure';
import type { Dossier } from './dossier';

/** Nothing is known yet, then either the whole dossier or the reason why there is none. */
export interface FunctionState {
  readonly today: CivilDate;
  readonly uses1904Dates: boolean;
  /** Known without a ledger too: codes and deadlines need no more. */
  readonly convention: Convention | null;
  /** Null without a ledger. */
  readonly balancesAt: ((asOf: CivilDate) => Balances) | null;
  /** Why something above is missing. */
  readonly failure: Failure | null;
}

/** More dates than cells reasonably ask for; beyond, the oldest is computed again. */
const MOST_DATES = 32;

/** The state over a readable workbook. */
export function stateOfDossier(dossier: Dossier, today: CivilDate): FunctionState {
  const { convention, ledger, workbook } = dossier;
  const known = new Map<CivilDate, Balances>();
  const balancesAt = (asOf: CivilDate): Balances => {
    const remembered = known.get(asOf);
    if (remembered) return remembered;
    const [oldest] = known.keys();
    if (known.size >= MOST_DATES && oldest !== undefined) known.delete(oldest);
    const balances = LedgerIndex.build(ledger, conventionAt(convention, asOf), asOf);
    known.set(asOf, balances);
    return balances;
  };
  return { today, uses1904Dates: workbook.uses1904Dates, convention, balancesAt, failure: null };
}

/** The state over a workbook that cannot be controlled. */
export function stateOfRefusal(failure: Failure, convention: Convention | null, uses1904Dates: boolean, today: CivilDate): FunctionState {
  return { today, uses1904Dates, convention, balancesAt: null, failure };
}
