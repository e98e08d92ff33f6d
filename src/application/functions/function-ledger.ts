/** The data of the functions, computed on first use: balances and forecasts by date, findings, checks of rows. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Finding } from '../../domain/controls/findings/finding';
import { chargeLedger } from '../../domain/envelopes/charged-ledger';
import { conventionAt } from '../../domain/envelopes/credit-years';
import type { Balances } from '../../domain/envelopes/figures';
import { forecastOf, type Forecasts } from '../../domain/envelopes/forecast';
import { LedgerIndex } from '../../domain/envelopes/ledger-index';
import { cellAddress, type CellValue } from '../../workbook/cells';
import { placeInWorkbook } from '../../workbook/places';
import { controlledAt, type ControlledDossier } from '../control';
import type { Dossier, ControlExtent } from '../dossier';
import { RowChecker, type RowCheck } from './function-check';

/** A finding with the cell where it is repaired; sheet and cell are empty outside the workbook. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly sheet: string;
  readonly cell: string;
  /** A person accepted it with a reason, and the row has not changed since. */
  readonly isAccepted: boolean;
}

/** The data of one ledger for the functions. */
export interface FunctionLedger {
  balancesAt(asOf: CivilDate): Balances;
  forecastsAt(asOf: CivilDate): Forecasts;
  /** As of today. */
  findings(): readonly PlacedFinding[];
  /** The extent of the control, as of today. */
  extent(): ControlExtent;
  /** One row under its headings (one row of them, or two), as of today. */
  check(row: readonly CellValue[], headings: readonly (readonly CellValue[])[]): RowCheck;
}

/** Dates kept at once; the oldest one is dropped for a new one. */
const MOST_DATES = 32;

/** The data of one dossier; `known` is its report at any date. */
export function functionLedger(dossier: Dossier, today: CivilDate, known: ControlledDossier | null): FunctionLedger {
  const { convention, ledger } = dossier;
  const controlled = once(() => (known?.report.asOf === today ? known : controlledAt(dossier, today)));
  const chargedAt = remembered((asOf) =>
    known?.report.asOf === asOf ? known.report.charged : chargeLedger(ledger, conventionAt(convention, asOf), asOf),
  );
  const checker = once(() => new RowChecker(controlled().dossier, controlled().report));
  const placed = once(() => {
    const { findings, accepted } = controlled().report;
    return findings.map((finding) => place(dossier, finding, accepted.has(finding)));
  });
  return {
    balancesAt: remembered((asOf) =>
      known?.report.asOf === asOf ? known.report.balances : LedgerIndex.build(chargedAt(asOf)),
    ),
    forecastsAt: remembered((asOf) => forecastOf(chargedAt(asOf))),
    findings: placed,
    extent: () => controlled().report,
    check: (row, headings) => checker().check(row, headings),
  };
}

function place({ workbook, blocks }: Dossier, finding: Finding, isAccepted: boolean): PlacedFinding {
  const at = placeInWorkbook(workbook, blocks, finding.place);
  return { finding, sheet: at?.sheet ?? '', cell: at ? cellAddress(at.row, at.column) : '', isAccepted };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function remembered<T>(make: (asOf: CivilDate) => T): (asOf: CivilDate) => T {
  const known = new Map<CivilDate, T>();
  return (asOf) => {
    const remembered = known.get(asOf);
    if (remembered !== undefined) return remembered;
    const [oldest] = known.keys();
    if (known.size >= MOST_DATES && oldest !== undefined) known.delete(oldest);
    const value = make(asOf);
    known.set(asOf, value);
    return value;
  };
}
