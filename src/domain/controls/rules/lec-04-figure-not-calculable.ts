/**
 * A column that makes a figure is not in the ledger: the figure is « non calculable », never 0,00 (contract §2). One
 * error for each column, at the headings of the first table that lacks it, with the figure that it makes; a figure that
 * lacks several names the first. Natures that the convention does not give are not asked for. The figures of postes are
 * indicative (convention, annexes): their column is DON-08.
 */
import { naturesOf } from '../../envelopes/ceilings';
import type { BlockHeadings, Ledger, LedgerField } from '../../envelopes/ledger';
import { tableWithoutPaymentDate, tableWithUnreadDates } from '../../envelopes/missing-columns';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import type { FindingOf } from '../findings/finding';

type Details = FindingOf<'LEC-04'>['details'];

/** LEC-04. */
export const figureNotCalculable: LedgerControl<'LEC-04'> = {
  rule: 'LEC-04',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { ledger } = inspection;
    for (const details of missingFiguresOf(inspection)) {
      const table = tableWithout(details.missing, ledger) ?? ledger.headings[0];
      if (table) report(findingAt('LEC-04', 'error', cellOf({ key: table.row }, details.missing), details));
    }
  },
};

/** The first table whose rows lack a date that figures need; null for the other columns. */
export function tableWithout(missing: LedgerField, ledger: Ledger): BlockHeadings | null {
  if (missing === 'paymentDate') return tableWithoutPaymentDate(ledger);
  return missing === 'commitmentDate' ? tableWithUnreadDates(ledger) : null;
}

/** The columns that LEC-04 reports, which DON-08 does not report again. */
export function columnsOfFigures(inspection: Inspection): ReadonlySet<LedgerField> {
  return new Set(missingFiguresOf(inspection).map(({ missing }) => missing));
}

/** Each column that figures lack, with the first figure that lacks it. */
function missingFiguresOf({ convention, balances }: Inspection): readonly Details[] {
  const { missing } = balances;
  const natures = naturesOf(convention);
  const columnOf = { envelopes: missing.envelopes, AE: missing.AE, CP: missing.CP, outstanding: missing.outstanding };
  const figures = (['envelopes', ...natures, ...(natures.length === 2 ? (['outstanding'] as const) : [])] as const).map(
    (figure) => ({ figure, missing: columnOf[figure] }),
  );
  const byColumn = new Map<LedgerField, Details>();
  for (const { figure, missing: column } of figures)
    if (column !== null && !byColumn.has(column)) byColumn.set(column, { figure, missing: column });
  return [...byColumn.values()];
}
