/**
 * Lines that an extract itself gives as cancelled, deleted or not validated: by words in a column of status
 * (« Annulé », « Brouillon »), by a mark in a column about that alone (« Indicateur de suppression » L, « Date
 * d'annulation »), or by « Non » under « EJ actif », « Validé ».
 */
import type { EffectlessReason } from '../domain/reconciliation/extract';
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import type { RowStatus } from '../domain/envelopes/ledger';
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';
import { isBlankText, textOf } from '../workbook/ledger/read-cells';
import { statusOfWords } from '../workbook/ledger/rows/status-words';

/** A column that shows whether its lines have an effect: by words of status, by any mark, or by « Non ». */
export interface EffectColumn {
  readonly column: number;
  readonly by: 'words' | 'mark' | 'inForce' | 'validated';
}

const LONGEST_HEADING = 60;
const STATUS: ReadonlySet<string> = new Set(['statut', 'etat', 'status', 'situation', 'stade', 'phase', 'avancement']);
const CANCELLED = /^(?:suppr|annul|rejet|delet|cancel|inacti|desactiv)/;
/** « EJ actif », « En vigueur »: « Non » there cancels. */
const IN_FORCE = /^(?:acti(?:f|ve)s?|vigueur)$/;
/** « Validé », « Validation »: « Non » there is a draft. */
const VALIDATED = /^(?:validee?s?|validations?)$/;
/** « Montant annulé », « N° EJ annulé », « Motif du rejet »: what was cancelled, or why. */
const ABOUT_IT =
  /^(?:montants?|mt|mnt|eur|euros?|motifs?|n|no|nr|num|numero|pieces?|pce|documents?|doc|comment[a-z]{0,10}|libelle|texte|qte|quantite|auteur|utilisateur|par)$/;
const INDICATOR = /^(?:indicateur|indic|ind|temoin|marque|flag|top)$/;
/** « Annulé (O/N) ». */
const YES_OR_NO = /\b(?:o ?\/ ?n|oui ?\/ ?non|y ?\/ ?n|0 ?\/ ?1)\b/;
const NO: ReadonlySet<string> = new Set(['non', 'no', 'n', 'faux', 'false', '0']);
/** « S » blocks a line in SAP, and leaves its amount. */
const NOT_CANCELLED: ReadonlySet<string> = new Set([...NO, 's', 'actif', 'active', 'valide']);
const NOT_IN_FORCE = /^(?:inacti|desactiv)/;

/** Those columns among the headings of an extract; `taken`: the columns that hold something else. */
export function effectColumns(headings: readonly CellValue[], taken: ReadonlySet<number>): EffectColumn[] {
  return headings.flatMap((heading, column) => {
    const by = taken.has(column) ? null : howItShows(textOf(heading));
    return by === null ? [] : [{ column, by }];
  });
}

function howItShows(heading: string): EffectColumn['by'] | null {
  if (heading.length > LONGEST_HEADING) return null;
  const words = comparable(heading)
    .replace(YES_OR_NO, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const isIndicator = words.some((word) => INDICATOR.test(word));
  const isAbout = !isIndicator && words.some((word) => ABOUT_IT.test(word));
  if (words.some((word) => CANCELLED.test(word))) return isAbout ? null : 'mark';
  if (words.some((word) => IN_FORCE.test(word))) return isAbout ? null : 'inForce';
  if (words.some((word) => VALIDATED.test(word)) && !isAbout) return 'validated';
  return STATUS.has(words[0] ?? '') ? 'words' : null;
}

/** Reads those columns in the rows of one extract. */
export class Effects {
  private readonly known = new Map<string, EffectlessReason | null>();

  constructor(private readonly columns: readonly EffectColumn[]) {}

  /** Why the line of a row has no effect; null for a line that has one. */
  lacking(cells: readonly CellValue[]): EffectlessReason | null {
    for (const { column, by } of this.columns) {
      const text = textOf(cells[column] ?? null).trim();
      if (text === '' || isPlaceholder(text) || isBlankText(text)) continue;
      const reason = by === 'words' ? this.byWords(text) : byMark(by, comparable(text));
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

function byMark(by: Exclude<EffectColumn['by'], 'words'>, mark: string): EffectlessReason | null {
  if (by === 'mark') return NOT_CANCELLED.has(mark) ? null : 'cancelled';
  if (by === 'inForce') return NO.has(mark) || NOT_IN_FORCE.test(mark) ? 'cancelled' : null;
  return NO.has(mark) ? 'notValidated' : REASONS[statusOfWords(mark).status];
}
