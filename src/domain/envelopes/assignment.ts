/**
 * The envelope and the poste that a row is charged to: axe ministériel 2 decides the envelope (convention, art. 1.2),
 * or the code of another field where the convention uses one; the poste is looked for inside it first. Where that field
 * is blank, another that names an envelope decides. A row that names no envelope is unchecked and shown so, never
 * counted somewhere by chance.
 */
import type { CodeReading } from '../imputation/imputation';
import type { BudgetLine, Convention, Envelope } from './convention';
import type { LedgerRow } from './ledger';
import { isLineOfOtherYear, matchLine } from './names';
import { createNamer, type Named, type Unnamed } from './naming/envelope-namer';

/** Where a row is charged. */
export type Assignment =
  | (Named & {
      readonly kind: 'assigned';
      /** The poste inside `envelope`; null when the row names none, several, or one of another envelope. */
      readonly line: BudgetLine | null;
      /** The other envelope that owns the poste: a disguised transfer (FON-04). */
      readonly lineOwner: Envelope | null;
    })
  | { readonly kind: 'unchecked'; readonly reason: Unnamed };

/** The cells that decide where a row is charged. */
type Chargeable = Pick<LedgerRow, 'imputation' | 'budgetLine'>;

/** Assigns a row to its envelope and poste. */
export type Assigner = (row: Chargeable) => Assignment;

/**
 * A function that assigns rows of one convention. It remembers each pair of codes and poste: a ledger has few, and many
 * rows.
 * @example createAssigner(convention)(row) // { kind: 'assigned', envelope: …, how: 'exact', … }
 */
export function createAssigner(convention: Convention): Assigner {
  const { deciding, others, nameOf } = createNamer(convention);
  const remembered = new Map<string, Map<string, Assignment>>();
  let lastAxis: CodeReading | null = null;
  let ofLastAxis = new Map<string, Assignment>();
  return (row) => {
    const axis = row.imputation[deciding];
    const isByOthers = axis.kind === 'absent' && others.length > 0;
    if (isByOthers || axis !== lastAxis) {
      const key = isByOthers ? [deciding, ...others].map((one) => rawOf(row.imputation[one])).join(APART) : rawOf(axis);
      const known = remembered.get(key);
      ofLastAxis = known ?? new Map<string, Assignment>();
      if (!known) remembered.set(key, ofLastAxis);
      lastAxis = isByOthers ? null : axis;
    }
    const known = ofLastAxis.get(row.budgetLine);
    if (known) return known;
    const assignment = assign(convention, nameOf(row.imputation), row.budgetLine);
    ofLastAxis.set(row.budgetLine, assignment);
    return assignment;
  };
}

/** No cell holds it. */
const APART = '\u0000';

function rawOf(reading: CodeReading): string {
  return reading.kind === 'absent' ? '' : reading.raw;
}

function assign(convention: Convention, named: Named | Unnamed, budgetLine: string): Assignment {
  if (typeof named !== 'object') return { kind: 'unchecked', reason: named };
  const { envelope } = named;
  const own = matchLine(envelope, budgetLine);
  if (own.kind === 'line') return { kind: 'assigned', ...named, line: own.line, lineOwner: null };
  const isElsewhere = own.kind === 'none' && !isLineOfOtherYear(convention, envelope, budgetLine);
  const lineOwner = isElsewhere ? ownerElsewhere(convention, envelope, budgetLine) : null;
  return { kind: 'assigned', ...named, line: null, lineOwner };
}

function ownerElsewhere(convention: Convention, own: Envelope, budgetLine: string): Envelope | null {
  const others = convention.envelopes.filter((other) => other !== own);
  return others.find((other) => matchLine(other, budgetLine).kind === 'line') ?? null;
}
