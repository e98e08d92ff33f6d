/**
 * The common form of the controls on ceilings: each gives the totals that it bounds, their ceilings over time, and the
 * finding for a row above one.
 */
import type { CivilDate } from '../../../calendar/civil-date';
import type { LedgerField, RowKey } from '../../../envelopes/ledger';
import type { Nature } from '../../../money/nature';
import { toleratedCents } from '../../../envelopes/allowances/tolerance';
import type { CeilingMode, Tolerance } from '../../../envelopes/convention';
import { overrunsOf, severityOf, type DatedCeiling, type Overrun } from '../../facts/ceiling-walk';
import { cellOf, type LedgerControl, type Report } from '../../control-contract';
import type { FindingOf, Place, RuleCode, Severity } from '../../findings/finding';
import type { CeilingFacts } from '../../facts/ceiling-facts';
import type { Account } from '../../facts/timeline';

/** The details of every finding on a ceiling; amounts in cents. */
export interface OverrunDetails {
  readonly envelope: string;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  readonly date: CivilDate | null;
  readonly crosses: boolean;
}

/** One rule on ceilings; `G` is what has a ceiling. */
export interface CeilingRule<C extends RuleCode, G> {
  readonly rule: C;
  readonly needs: readonly LedgerField[];
  readonly natures: readonly Nature[];
  /** The group whose total an account adds to; null when it adds to none. */
  groupOf(account: Account): G | null;
  /** Null when the group has no ceiling of that nature. */
  ceilingOf(group: G, nature: Nature, facts: CeilingFacts): DatedCeiling | null;
  findingOf(overrun: Overrun<G>, nature: Nature, facts: CeilingFacts): FindingOf<C>;
}

/** A control that the facts on ceilings suffice for. */
export interface CeilingControl<C extends RuleCode> extends LedgerControl<C> {
  check(facts: CeilingFacts, report: Report<C>): void;
}

/** The control of a rule on ceilings: every row above one, AE before CP. */
export function ceilingControl<C extends RuleCode, G>(rule: CeilingRule<C, G>): CeilingControl<C> {
  return {
    rule: rule.rule,
    scope: 'ledger',
    needs: rule.needs,
    check(facts, report) {
      for (const nature of rule.natures) {
        const overruns = overrunsOf(
          facts.timelineOf(nature),
          facts.ledger.rows,
          (account) => rule.groupOf(account),
          (group) => rule.ceilingOf(group, nature, facts),
        );
        for (const overrun of overruns) report(rule.findingOf(overrun, nature, facts));
      }
    },
  };
}

/** How grave an overrun is: an information within what the convention tolerates, else by the mode of the ceiling. */
export function severityOfOverrun(
  { ceiling, over }: Overrun<unknown>,
  mode: CeilingMode,
  tolerance: Tolerance | undefined,
): { readonly severity: Severity; readonly isTolerated: boolean } {
  const isTolerated = over <= toleratedCents(tolerance, ceiling);
  return { severity: isTolerated ? 'info' : severityOf(mode), isTolerated };
}

/** The details of an overrun, for the envelope (or `'*'`) that it is charged to. */
export function overrunDetails(
  envelope: string,
  { ceiling, total, over, date, crosses }: Overrun<unknown>,
): OverrunDetails {
  return { envelope, ceiling, total, over, date, crosses };
}

/** The amount cell of a row that goes above a ceiling. */
export function amountCell(nature: Nature, { row }: { readonly row: { readonly key: RowKey } }): Place {
  return cellOf(row, nature === 'AE' ? 'ae' : 'cp');
}
