/**
 * The common form of the controls on ceilings: each says which totals it bounds, by how much over time, and makes its
 * finding of a row above.
 */
import type { CivilDate } from '../../../calendar/civil-date';
import type { LedgerField, RowKey } from '../../../envelopes/ledger';
import type { Nature } from '../../../money/nature';
import type { Envelope } from '../../../envelopes/convention';
import { MovingCeiling, overrunsOf, type Ceiling, type Overrun } from '../../facts/ceiling-walk';
import { cellOf, type LedgerControl } from '../../control';
import type { Finding, FindingOf, Place, RuleCode } from '../../findings/finding';
import type { Inspection } from '../../facts/inspection';
import { groupOf, type GroupOf, type Lane } from '../../facts/lanes';
import type { Put } from '../../live/follower';
import { OverrunWatch } from '../../live/overrun-watch';

/** What every finding on a ceiling says; amounts in cents. */
export interface OverrunDetails {
  readonly envelope: string;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  readonly date: CivilDate | null;
  readonly crosses: boolean;
}

/** One rule on ceilings. */
export interface CeilingRule<C extends RuleCode, L extends Lane> {
  readonly rule: C;
  readonly needs: readonly LedgerField[];
  readonly natures: readonly Nature[];
  readonly lane: L;
  /** Null when no ceiling of this kind bounds that total. */
  ceilingOf(group: GroupOf[L], nature: Nature, inspection: Inspection): Ceiling | null;
  findingOf(overrun: Overrun<GroupOf[L]>, nature: Nature, inspection: Inspection): FindingOf<C>;
}

/** The control of a rule on ceilings: every row above one, AE before CP. */
export function ceilingControl<C extends RuleCode, L extends Lane>(rule: CeilingRule<C, L>): LedgerControl<C> {
  return {
    rule: rule.rule,
    scope: 'ledger',
    needs: rule.needs,
    check(inspection, report) {
      for (const nature of rule.natures) {
        for (const overrun of overrunsIn(inspection, nature, rule)) report(rule.findingOf(overrun, nature, inspection));
      }
    },
    follow(live) {
      const { inspection } = live;
      const watches = rule.natures.map((nature, part) => {
        const watch = new OverrunWatch(live, nature, rule.lane, (group) => rule.ceilingOf(group, nature, inspection));
        const sayTo = (put: Put) => (row: number, overrun: Overrun<GroupOf[L]> | null) =>
          put(row, part, overrun ? [rule.findingOf(overrun, nature, inspection) as Finding] : []);
        return { watch, sayTo };
      });
      return {
        begin: (put) => watches.forEach(({ watch, sayTo }) => watch.begin(sayTo(put))),
        follow: ({ reached }, put) => watches.forEach(({ watch, sayTo }) => watch.follow(reached, sayTo(put))),
      };
    },
  };
}

function overrunsIn<C extends RuleCode, L extends Lane>(
  inspection: Inspection,
  nature: Nature,
  { lane, ceilingOf }: CeilingRule<C, L>,
): readonly Overrun<GroupOf[L]>[] {
  const ceilings = new Map<GroupOf[L], Ceiling | null>();
  const ceiling = (group: GroupOf[L]): Ceiling | null => {
    if (!ceilings.has(group)) ceilings.set(group, ceilingOf(group, nature, inspection));
    return ceilings.get(group) ?? null;
  };
  const bounded = (group: GroupOf[L] | null): GroupOf[L] | null =>
    group !== null && ceiling(group) !== null ? group : null;
  return overrunsOf(
    inspection.timelineOf(nature),
    inspection.ledger.rows,
    (account) => bounded(groupOf(lane, account)),
    (group) => ceiling(group) ?? { at: () => Number.POSITIVE_INFINITY },
  );
}

/** The details of an overrun, for the envelope (or `'*'`) that it is charged to. */
export function overrunDetails(
  envelope: string,
  { ceiling, total, over, date, crosses }: Overrun<unknown>,
): OverrunDetails {
  return { envelope, ceiling, total, over, date, crosses };
}

/**
 * The rows above the ceiling of their envelope; an envelope without a printed ceiling of that nature is never exceeded.
 */
export function envelopeOverruns(inspection: Inspection, nature: Nature): readonly Overrun<Envelope>[] {
  const { convention, asOf, ledger } = inspection;
  return overrunsOf(
    inspection.timelineOf(nature),
    ledger.rows,
    ({ envelope }) => (envelope.ceilings[nature] === null ? null : envelope),
    ({ code }) => new MovingCeiling(convention, code, nature, asOf),
  );
}

/** The amount cell of a row that goes above a ceiling. */
export function amountCell(nature: Nature, { row }: { readonly row: { readonly key: RowKey } }): Place {
  return cellOf(row, nature === 'AE' ? 'ae' : 'cp');
}
