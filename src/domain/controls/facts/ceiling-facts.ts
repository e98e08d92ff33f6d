/** The facts that the controls on ceilings need of a ledger: its rows, and their consumption in the order of time. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Assigner } from '../../envelopes/assignment';
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import type { Convention } from '../../envelopes/convention';
import type { Balances } from '../../envelopes/figures';
import type { MissingColumns } from '../../envelopes/missing-columns';
import type { Ledger, LedgerField } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import type { Timelines } from './timeline';

/** A charged ledger with its consumption. */
export class CeilingFacts {
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly asOf: CivilDate;

  constructor(
    protected readonly charged: ChargedLedger,
    private readonly timelines: Timelines,
    /** Null for a year that is not that of the controls. */
    readonly balances: Balances | null = null,
  ) {
    this.convention = charged.convention;
    this.ledger = charged.ledger;
    this.asOf = charged.asOf;
  }

  /** The columns that its figures lack. */
  get missing(): MissingColumns {
    return this.charged.missing;
  }

  /** True when the team's table has that column. */
  has(field: LedgerField): boolean {
    return this.ledger.fields.has(field);
  }

  /** Envelope and poste of any row, whatever the row being judged. */
  get assign(): Assigner {
    return this.charged.assign;
  }

  /** The consumption of a nature at the date of the controls, in the order of time. */
  timelineOf(nature: Nature): Timelines[Nature] {
    return this.timelines[nature];
  }
}

/** The same, with the figures of its year. */
export type BalancedFacts = CeilingFacts & { readonly balances: Balances };
