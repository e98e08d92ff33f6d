/**
 * Why a figure is what it is: its terms, and the rows or the movements of each. The terms add up to the figure, and the
 * parts of a term to the term, to the cent. Pure; the words are those of the screen.
 */
import { changeOfLine, lineAllocatedCents } from '../../domain/envelopes/allowances/line-amounts';
import {
  allocatedCents,
  changeOf,
  effectiveFrom,
  isOfCreditYear,
  WHOLE_CONVENTION,
} from '../../domain/envelopes/ceilings';
import type { ChargedLedger } from '../../domain/envelopes/charged-ledger';
import type { BudgetLine, Movement } from '../../domain/envelopes/convention';
import { everyLineOf } from '../../domain/envelopes/envelope';
import { rowsOfFigure, type FigureRow, type RowFigure } from '../../domain/envelopes/figure-rows';
import type { FigureKey } from '../../domain/envelopes/figures';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { ControlReport } from '../dossier';

/** A figure that is explained by its terms. */
export type ExplainedFigure = 'allocated' | 'consumed' | 'reserved' | 'remaining' | 'available';

/** One figure of an envelope (or `'*'`), or of one of its postes. */
export interface FigureSubject extends FigureKey {
  readonly nature: Nature;
  readonly figure: ExplainedFigure;
}

/** A movement of the convention that is in effect, with the cents that it changes. */
export interface MovedCents {
  readonly movement: Movement;
  readonly cents: number;
}

/** A term of a sum; `cents` has the sign with which it counts in its own figure, `sign` that in the sum. */
export interface FigureTerm {
  readonly term: 'allocated' | RowFigure;
  readonly sign: 1 | -1;
  readonly cents: number;
  /** Of the allocation: the printed amount, then the movements in effect. They add up to `cents`. */
  readonly initial: number;
  readonly moved: readonly MovedCents[];
  /** Of the others: the rows, largest amount first. They add up to `cents`. */
  readonly rows: readonly FigureRow[];
}

export interface FigureExplanation {
  readonly subject: FigureSubject;
  /** The figure itself, as every screen shows it; null when it is not calculable. */
  readonly cents: KnownCents;
  /** The column that it lacks; null when it is calculated. */
  readonly missing: LedgerField | null;
  /** Empty when the figure is not calculable. */
  readonly terms: readonly FigureTerm[];
  /** Figures are bounded: what the terms have above that, almost always 0. */
  readonly beyond: number;
}

const TERMS: Readonly<Record<ExplainedFigure, readonly (readonly [FigureTerm['term'], 1 | -1])[]>> = {
  allocated: [['allocated', 1]],
  consumed: [['consumed', 1]],
  reserved: [['reserved', 1]],
  remaining: [
    ['allocated', 1],
    ['consumed', -1],
  ],
  available: [
    ['allocated', 1],
    ['consumed', -1],
    ['reserved', -1],
  ],
};

/** The terms of a figure of a report; throws on an unknown envelope or poste, as the figure itself does. */
export function explainFigure(
  { charged, balances }: Pick<ControlReport, 'charged' | 'balances'>,
  subject: FigureSubject,
): FigureExplanation {
  const { nature, figure } = subject;
  const figures = balances.figures(subject, nature);
  const cents = centsOf(figures[figure]);
  const missing = cents === null ? figures.missing : null;
  if (cents === null) return { subject, cents, missing, terms: [], beyond: 0 };
  const terms = TERMS[figure].map(([term, sign]): FigureTerm => {
    if (term === 'allocated') return allocationTerm(charged, subject, sign);
    const rows = [...rowsOfFigure(charged, subject, nature, term)].sort(
      (one, other) => Math.abs(other.cents) - Math.abs(one.cents) || one.row.key - other.row.key,
    );
    return { term, sign, cents: sumOf(rows), initial: 0, moved: [], rows };
  });
  const beyond = terms.reduce((sum, { sign, cents: of }) => sum + sign * of, 0) - cents;
  return { subject, cents, missing, terms, beyond };
}

function allocationTerm(charged: ChargedLedger, { envelope, line, nature }: FigureSubject, sign: 1 | -1): FigureTerm {
  const { convention, asOf } = charged;
  const printed = { ...convention, movements: [] };
  const poste = line === null ? null : lineOf(charged, line);
  const allocatedWith = (terms: typeof convention): number =>
    poste ? (lineAllocatedCents(terms, poste, nature, asOf) ?? 0) : allocatedCents(terms, envelope, nature, asOf);
  const initial = allocatedWith(printed);
  const moved = convention.movements.flatMap((movement): readonly MovedCents[] => {
    if (movement.nature !== nature || !isOfCreditYear(convention, movement)) return [];
    const from = effectiveFrom(convention, movement);
    if (from === null || from > asOf) return [];
    const cents = poste ? changeOfPoste(charged, movement, poste) : changeOfEnvelopes(charged, movement, envelope);
    return cents === 0 ? [] : [{ movement, cents }];
  });
  return { term: 'allocated', sign, cents: allocatedWith(convention), initial, moved, rows: [] };
}

/** A poste without a ceiling of that nature has no allocation to move. */
function changeOfPoste({ convention, asOf }: ChargedLedger, movement: Movement, poste: BudgetLine): number {
  if (lineAllocatedCents(convention, poste, movement.nature, asOf) === null) return 0;
  return changeOfLine(convention, movement, poste);
}

/** A transfer inside the convention moves nothing of the whole. */
function changeOfEnvelopes({ convention }: ChargedLedger, movement: Movement, envelope: string): number {
  const concerned = convention.envelopes.filter(({ code }) => envelope === WHOLE_CONVENTION || code === envelope);
  return concerned.reduce((sum, one) => sum + changeOf(convention, movement, one), 0);
}

function lineOf({ convention }: ChargedLedger, index: number): BudgetLine | null {
  return convention.envelopes.flatMap(everyLineOf).find((one) => one.index === index) ?? null;
}

function sumOf(parts: readonly { readonly cents: number }[]): number {
  return parts.reduce((sum, { cents }) => sum + cents, 0);
}
