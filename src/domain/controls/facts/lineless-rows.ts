/**
 * The rows that consume an envelope of several postes and name none, where the team fills in the poste on most rows.
 * They are in no poste: the ceilings of the postes (PLA-04) do not see them. A team that never fills it in has chosen
 * so; payments on the opening RAP have no poste.
 */
import { isGivenByNature } from '../../envelopes/allowances/line-amounts';
import type { Convention, Envelope } from '../../envelopes/convention';
import type { Ledger, LedgerField, LedgerRow, RowKey } from '../../envelopes/ledger';
import { isPlaceholder } from '../../imputation/chorus-codes';
import { NATURES, type Nature } from '../../money/nature';
import type { LinelessRows } from '../findings/details/lec';
import type { Timelines } from './timeline';

/** The facts of the ledger that it reads. */
interface Known {
  readonly ledger: Ledger;
  readonly convention: Convention;
  timelineOf(nature: Nature): Timelines[Nature];
  fieldsAt(key: RowKey): ReadonlySet<LedgerField>;
}

/** Those of one envelope, while they are counted. */
interface Count {
  readonly rows: Set<number>;
  readonly cents: Record<Nature, number>;
}

/** True when a row names no poste: blank, « # ». */
export function namesNoLine({ budgetLine }: Pick<LedgerRow, 'budgetLine'>): boolean {
  return budgetLine === '' || isPlaceholder(budgetLine);
}

/** The rows without a poste of each envelope, by the first of them; empty where most rows have none. */
export function linelessRowsOf(known: Known): ReadonlyMap<RowKey, LinelessRows> {
  const { ledger } = known;
  const counts = new Map<Envelope, Count>();
  let [named, unnamed] = [0, 0];
  for (const nature of NATURES) {
    const { accounts, rows, cents, accountOf } = known.timelineOf(nature);
    const areJudged = accounts.map(
      ({ envelope, onRap }) => !onRap && hasSeveralLines(known.convention.followsLineCp, envelope, nature),
    );
    for (const [at, index] of rows.entries()) {
      const [account, row] = [accounts[accountOf[at] ?? 0], ledger.rows[index]];
      if (!account || !row || areJudged[accountOf[at] ?? 0] !== true || !isOwnLine(known, row)) continue;
      if (!namesNoLine(row)) named += 1;
      else {
        unnamed += 1;
        add(counts, account.envelope, index, nature, cents[at] ?? 0);
      }
    }
  }
  const found = new Map<RowKey, LinelessRows>();
  if (unnamed > named) return found;
  for (const { rows, cents } of counts.values()) {
    const first = ledger.rows[[...rows].reduce((least, index) => Math.min(least, index))];
    if (first) found.set(first.key, { rows: rows.size, ae: cents.AE, cp: cents.CP });
  }
  return found;
}

/** The postes of the envelope have amounts of that nature which PLA-04 judges, and they are several. */
function hasSeveralLines(followsLineCp: boolean, { lines }: Envelope, nature: Nature): boolean {
  return lines.length > 1 && lines.some((line) => isGivenByNature(line, nature) || (nature === 'CP' && followsLineCp));
}

/** Its poste is in a cell of its own, which is not an Excel error (DON-06). */
function isOwnLine(known: Known, { key, inherited, errors }: LedgerRow): boolean {
  if (inherited?.has('budgetLine') || errors?.some(({ field }) => field === 'budgetLine')) return false;
  return known.fieldsAt(key).has('budgetLine');
}

function add(counts: Map<Envelope, Count>, envelope: Envelope, index: number, nature: Nature, cents: number): void {
  let count = counts.get(envelope);
  if (!count) counts.set(envelope, (count = { rows: new Set(), cents: { AE: 0, CP: 0 } }));
  count.rows.add(index);
  count.cents[nature] += cents;
}
