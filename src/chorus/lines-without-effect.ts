/**
 * Lines that an extract itself gives as cancelled, deleted or not validated: by words in a column of status
 * (« Annulé », « Brouillon »), by a mark in a column about that alone (« Indicateur de suppression » L, « Date
 * d'annulation », « Pièce en suspens » X), or by « Non » under « EJ actif », « Validé ». And those that their kind of
 * piece makes a reservation: « DA », « Pré-engagement ». The kind of a piece or of a movement may lower its amount too:
 * « Avoir », « Retrait ».
 */
import type { EffectlessReason, UnknownStatus } from '../domain/reconciliation/extract-reading';
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import type { RowStatus } from '../domain/envelopes/ledger';
import { comparable } from '../domain/text';
import { textOf, type CellValue } from '../workbook/cells';
import { isBlankText } from '../workbook/ledger/read-cells';
import { effectOfHeading, isTicked, type EffectHeading } from '../workbook/ledger/rows/marks/effect-headings';
import { isLoweringAlone } from '../workbook/ledger/rows/operation-words';
import { headsRemarks, takesRowOut } from '../workbook/ledger/rows/marks/remarks';
import { holdsCodes, statusOfWords, type StatusReading } from '../workbook/ledger/rows/status-words';

/** A column that shows whether its lines have an effect: by words of status, by any mark, or by « Non ». */
export interface EffectColumn {
  readonly column: number;
  /** Empty at the right of the headings. */
  readonly heading: string;
  readonly by: EffectHeading['by'] | 'piece' | 'movement' | 'remarks';
}

const LONGEST_HEADING = 60;
const KIND_OF_PIECE = /^(?:types?|natures?|categories?) (?:de |d )?(?:la )?(?:pieces?|pce|documents?|actes?)$/;
const KIND_OF_MOVEMENT =
  /^(?:types?|natures?|categories?) (?:de |d )?(?:la |l )?(?:mouvements?|operations?|ecritures?)$/;
/** These pieces commit nothing (types de valeur 50, 80, 81 and 82 of Chorus). */
const RESERVES = /^(?:da$|demandes? d achat|blocages?(?: |$)|reservations?(?: |$)|pre ?engagements?(?: |$))/;
const NO: ReadonlySet<string> = new Set(['non', 'no', 'n', 'faux', 'false', '0']);
/** « S » blocks a line in SAP, and leaves its amount. */
const NOT_CANCELLED: ReadonlySet<string> = new Set([...NO, 's', 'actif', 'active', 'valide']);
/** A share of progress or a date is no word. */
const HAS_LETTER = /\p{L}/u;
/** « Validation »: a date, or a name of a person in another column. */
const NUMBER = /^[\d./: -]+$/;
const YES: ReadonlySet<string> = new Set(['oui', 'o', 'yes', 'y', 'x', 'v', 'ok', 'vrai', 'true', 'en vigueur']);
const LONGEST_MARK = 200;
/** The line counts, whatever its mark. */
const COUNTS: ReadonlySet<EffectColumn['by']> = new Set([
  ...(['blocked', 'aside', 'counted', 'remarks', 'acted', 'provisional', 'share', 'movement'] as const),
]);
const NOT_IN_FORCE = /^(?:inacti|desactiv)/;

/**
 * Those columns among the headings of an extract; `taken`: the columns that hold something else. A column just at the
 * right of the headings has none: somebody wrote remarks there.
 */
export function effectColumns(headings: readonly CellValue[], taken: ReadonlySet<number>): EffectColumn[] {
  const texts = headings.map((heading) => textOf(heading).trim());
  const headed = texts.flatMap((heading, column): EffectColumn[] => {
    const by = taken.has(column) ? null : howItShows(heading);
    return by === null ? [] : [{ column, heading, by }];
  });
  const beside = Math.max(-1, ...texts.map((text, column) => (text === '' ? -1 : column))) + 1;
  return [...headed, { column: beside, heading: '', by: 'remarks' }];
}

function howItShows(heading: string): EffectColumn['by'] | null {
  const words = comparable(heading.slice(0, LONGEST_HEADING));
  if (KIND_OF_PIECE.test(words)) return 'piece';
  const effect = effectOfHeading(heading);
  if (effect === null && KIND_OF_MOVEMENT.test(words)) return 'movement';
  if (effect === null) return headsRemarks(heading) ? 'remarks' : null;
  return effect.about !== null && effect.by !== 'words' ? null : effect.by;
}

/** Reads those columns in the rows of one extract. */
export class Effects {
  private readonly known = new Map<string, StatusReading>();

  constructor(private readonly columns: readonly EffectColumn[]) {}

  /** Why the line of a row has no effect; null for a line that has one. */
  lacking(cells: readonly CellValue[]): EffectlessReason | 'reservation' | null {
    for (const { column, by } of this.columns) {
      const text = markIn(cells, column);
      if (text === null) continue;
      const reason = by === 'words' ? REASONS[this.statusOf(text).status] : byMark(by, comparable(text));
      if (reason !== null) return reason;
    }
    return null;
  }

  /** True when the kind of a row, « Avoir » or « Retrait », lowers what was committed or paid. */
  lowers(cells: readonly CellValue[]): boolean {
    return this.columns.some(({ column, by }) => {
      const text = by === 'piece' || by === 'movement' ? markIn(cells, column) : null;
      return text !== null && isLoweringAlone(text);
    });
  }

  /** The words of a row that counts which are in no list of words: they may cancel it. */
  unknownIn(cells: readonly CellValue[]): readonly Pick<UnknownStatus, 'heading' | 'words'>[] {
    return this.columns.flatMap(({ column, heading, by }) => {
      const words = markIn(cells, column);
      return words !== null && this.isUnknown(by, heading, words) ? [{ heading, words }] : [];
    });
  }

  private isUnknown(by: EffectColumn['by'], heading: string, words: string): boolean {
    if (by === 'words') {
      const isCode = !HAS_LETTER.test(words) && !holdsCodes(heading);
      return !isCode && !this.statusOf(words).isKnown;
    }
    if (by === 'remarks') return takesRowOut(words);
    if (by === 'blocked' || by === 'aside') return !NO.has(comparable(words));
    if (by === 'provisional') return isTicked(comparable(words));
    if (by === 'counted') return NO.has(comparable(words));
    if (by === 'acted') return HAS_LETTER.test(words) && NO.has(comparable(words)); // 0 is an amount there
    if (by !== 'inForce' && by !== 'validated') return false;
    return !NUMBER.test(words) && !YES.has(comparable(words)) && !this.statusOf(words).isKnown;
  }

  private statusOf(words: string): StatusReading {
    let reading = this.known.get(words);
    if (!reading) this.known.set(words, (reading = statusOfWords(words)));
    return reading;
  }
}

/** The text of a cell, cut; null when it is empty, a placeholder of Chorus or a dash. */
function markIn(cells: readonly CellValue[], column: number): string | null {
  const text = textOf(cells[column] ?? null).trim();
  return text === '' || isPlaceholder(text) || isBlankText(text) ? null : text.slice(0, LONGEST_MARK);
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
  if (COUNTS.has(by)) return null;
  if (by === 'inForce') return NO.has(mark) || NOT_IN_FORCE.test(mark) ? 'cancelled' : null;
  return NO.has(mark) ? 'notValidated' : REASONS[statusOfWords(mark).status];
}
