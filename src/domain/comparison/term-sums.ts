/** The sums of a bridge: by envelope, by figure, by cause; and what each row adds to them. In cents. */
import type { LedgerRow } from '../envelopes/ledger';
import type { Nature } from '../money/nature';
import { comparable } from '../text';

/** A figure that rows add up to. */
export type SummedFigure = 'consumed' | 'reserved';

/**
 * Why a figure moves. Between two workbooks: rows `added` or `removed`, cells of a row that changed (`amount`, `date`,
 * `status`, `envelope`, `poste` inside one envelope, `otherCells`), or the `terms` of the convention. Between two dates: operations of the `period`,
 * and those that leave with the last credit year. `decommitments`: retraits, added, removed or of the period, and the
 * part of them that their EJ allows.
 */
export const ROW_CAUSES = [
  'added',
  'removed',
  'amount',
  'date',
  'status',
  'envelope',
  'poste',
  'otherCells',
  'decommitments',
  'period',
  'lastYear',
  'terms',
] as const;
/** A cause that rows make. */
export type RowCause = (typeof ROW_CAUSES)[number];

/** The cents that a row adds to the figures of the envelope that it is charged to. */
export interface Contribution {
  readonly envelope: string;
  /** The poste, by nature, as `posteKey` gives it. */
  readonly postes: Readonly<Record<Nature, string>>;
  readonly AE: Readonly<Record<SummedFigure, number>>;
  readonly CP: Readonly<Record<SummedFigure, number>>;
}

/** The cents that one row moves in a figure. */
export interface RowShare {
  readonly envelope: string;
  readonly nature: Nature;
  readonly figure: SummedFigure;
  readonly cause: RowCause;
  readonly cents: number;
}

/** A cause with its cents and the number of its rows. */
export interface CauseSum {
  readonly cause: RowCause;
  readonly cents: number;
  readonly rows: number;
}

const FIGURES: readonly (readonly [Nature, SummedFigure])[] = [
  ['AE', 'consumed'],
  ['AE', 'reserved'],
  ['CP', 'consumed'],
  ['CP', 'reserved'],
];

/** The key of what has no poste: rows without one, and payments on earlier EJ. */
export const NO_POSTE = '';

/** A poste of an envelope, whatever its spelling in two states. */
export function posteKey(label: string): string {
  return comparable(label);
}

type Sums = Map<string, { cents: number; readonly rows: Set<LedgerRow> }>;

/** Collects what rows move. */
export class TermSums {
  private readonly sums: Sums = new Map();
  private readonly sumsOfPostes: Sums = new Map();
  private readonly shares = new Map<LedgerRow, RowShare[]>();

  /** A row adds `after` where it added `before`, each in its own envelope. `row` is that of the state after, if any. */
  move(row: LedgerRow, before: Contribution | null, after: Contribution | null, cause: RowCause): void {
    for (const [nature, figure] of FIGURES) {
      const [lost, gained] = [before?.[nature][figure] ?? 0, after?.[nature][figure] ?? 0];
      const keyIn = ({ envelope, postes }: Contribution): string =>
        keyOf({ envelope, nature, figure, cause }, postes[nature]);
      if (before && after && keyIn(before) === keyIn(after)) addTo(this.sumsOfPostes, keyIn(after), row, gained - lost);
      else {
        if (before) addTo(this.sumsOfPostes, keyIn(before), row, -lost);
        if (after) addTo(this.sumsOfPostes, keyIn(after), row, gained);
      }
      if (before && before.envelope === after?.envelope) {
        this.add(row, { envelope: before.envelope, nature, figure, cause, cents: gained - lost });
        continue;
      }
      if (before) this.add(row, { envelope: before.envelope, nature, figure, cause, cents: -lost });
      if (after) this.add(row, { envelope: after.envelope, nature, figure, cause, cents: gained });
    }
  }

  /** The causes of a figure of an envelope, in the order of `ROW_CAUSES`; those that add up to nothing are left out. */
  of(envelope: string, nature: Nature, figure: SummedFigure): readonly CauseSum[] {
    return causesOf(this.sums, (cause) => keyOf({ envelope, nature, figure, cause }));
  }

  /** Those of a poste of an envelope, by its key. */
  ofPoste(envelope: string, poste: string, nature: Nature, figure: SummedFigure): readonly CauseSum[] {
    return causesOf(this.sumsOfPostes, (cause) => keyOf({ envelope, nature, figure, cause }, poste));
  }

  /** True where rows move amounts of that poste, even where they add up to nothing. */
  movesPoste(envelope: string, poste: string): boolean {
    return FIGURES.some(([nature, figure]) => this.ofPoste(envelope, poste, nature, figure).length > 0);
  }

  /** The cents that a row moves, in the order of the steps. */
  sharesOf(row: LedgerRow): readonly RowShare[] {
    return this.shares.get(row) ?? [];
  }

  private add(row: LedgerRow, share: RowShare): void {
    if (share.cents === 0) return;
    addTo(this.sums, keyOf(share), row, share.cents);
    const shares = this.shares.get(row);
    if (shares) shares.push(share);
    else this.shares.set(row, [share]);
  }
}

function addTo(sums: Sums, key: string, row: LedgerRow, cents: number): void {
  if (cents === 0) return;
  const sum = sums.get(key) ?? { cents: 0, rows: new Set() };
  sum.cents += cents;
  sum.rows.add(row);
  sums.set(key, sum);
}

function causesOf(sums: Sums, keyOfCause: (cause: RowCause) => string): readonly CauseSum[] {
  return ROW_CAUSES.flatMap((cause) => {
    const sum = sums.get(keyOfCause(cause));
    return sum && sum.cents !== 0 ? [{ cause, cents: sum.cents, rows: sum.rows.size }] : [];
  });
}

function keyOf({ envelope, nature, figure, cause }: Omit<RowShare, 'cents'>, poste = ''): string {
  return [nature, figure, cause, envelope, poste].join('\u0000');
}
