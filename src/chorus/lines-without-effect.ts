/**
 * Lines that an extract itself gives as cancelled, deleted or not validated: by words in a column of status
 * (« Annulé », « Brouillon »), by a mark in a column about that alone (« Indicateur de suppression » L, « Date
 * d'annulation », « Pièce en suspens » X), or by « Non » under « EJ actif », « Validé ». And those that their kind of
 * piece makes a reservation: « DA », « Pré-engagement ».
 */
import type { EffectlessReason } from '../domain/reconciliation/extract';
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import type { RowStatus } from '../domain/envelopes/ledger';
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';
import { isBlankText, textOf } from '../workbook/ledger/read-cells';
import { effectOfHeading, type EffectHeading } from '../workbook/ledger/rows/effect-headings';
import { statusOfWords } from '../workbook/ledger/rows/status-words';

/** A column that shows whether its lines have an effect: by words of status, by any mark, or by « Non ». */
export interface EffectColumn {
  readonly column: number;
  readonly by: Exclude<EffectHeading['by'], 'aside' | 'counted'> | 'piece';
}

const LONGEST_HEADING = 60;
const KIND_OF_PIECE = /^(?:types?|natures?|categories?) (?:de |d )?(?:la )?(?:pieces?|pce|documents?|actes?)$/;
/** These pieces commit nothing (docs, chorus-extracts E9: types de valeur 50, 80, 81, 82). */
const RESERVES = /^(?:da$|demandes? d achat|blocages?(?: |$)|reservations?(?: |$)|pre ?engagements?(?: |$))/;
const NO: ReadonlySet<string> = new Set(['non', 'no', 'n', 'faux', 'false', '0']);
/** « S » blocks a line in SAP, and leaves its amount. */
const NOT_CANCELLED: ReadonlySet<string> = new Set([...NO, 's', 'actif', 'active', 'valide']);
const LONGEST_MARK = 200;
const NOT_IN_FORCE = /^(?:inacti|desactiv)/;

/** Those columns among the headings of an extract; `taken`: the columns that hold something else. */
export function effectColumns(headings: readonly CellValue[], taken: ReadonlySet<number>): EffectColumn[] {
  return headings.flatMap((heading, column) => {
    const by = taken.has(column) ? null : howItShows(textOf(heading));
    return by === null ? [] : [{ column, by }];
  });
}

function howItShows(heading: string): EffectColumn['by'] | null {
  if (KIND_OF_PIECE.test(comparable(heading.slice(0, LONGEST_HEADING)))) return 'piece';
  const effect = effectOfHeading(heading);
  if (effect === null || (effect.about !== null && effect.by !== 'words')) return null;
  return effect.by === 'aside' || effect.by === 'counted' ? null : effect.by;
}

/** Reads those columns in the rows of one extract. */
export class Effects {
  private readonly known = new Map<string, EffectlessReason | null>();

  constructor(private readonly columns: readonly EffectColumn[]) {}

  /** Why the line of a row has no effect; null for a line that has one. */
  lacking(cells: readonly CellValue[]): EffectlessReason | 'reservation' | null {
    for (const { column, by } of this.columns) {
      const text = textOf(cells[column] ?? null).trim();
      if (text === '' || isPlaceholder(text) || isBlankText(text)) continue;
      const reason = by === 'words' ? this.byWords(text) : byMark(by, comparable(text.slice(0, LONGEST_MARK)));
      if (reason !== null) return reason;
    }
    return null;
  }

  private byWords(text: string): EffectlessReason | null {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const reason = REASONS[statusOfWords(text).status];
    this.known.set(text, reason);
    return reason;
  }
}

const REASONS: Readonly<Record<RowStatus, EffectlessReason | null>> = {
  cancelled: 'cancelled',
  project: 'notValidated',
  firm: null,
};

function byMark(by: Exclude<EffectColumn['by'], 'words'>, mark: string): EffectlessReason | 'reservation' | null {
  if (by === 'piece') return RESERVES.test(mark) ? 'reservation' : null;
  if (by === 'pending') return NOT_CANCELLED.has(mark) ? null : 'notValidated';
  if (by === 'cancelled') return NOT_CANCELLED.has(mark) ? null : 'cancelled';
  if (by === 'inForce') return NO.has(mark) || NOT_IN_FORCE.test(mark) ? 'cancelled' : null;
  return NO.has(mark) ? 'notValidated' : REASONS[statusOfWords(mark).status];
}
