/**
 * Lines that an extract itself gives as cancelled: by words in a column of status (« Annulé », « Rejeté »), or by a
 * mark in a column about that alone (« Indicateur de suppression » L, « Annulé » X, « Date d'annulation »).
 */
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';
import { isBlankText, textOf } from '../workbook/ledger/read-cells';
import { statusOfWords } from '../workbook/ledger/rows/status-words';

/** A column that shows whether its lines are cancelled: by words of status, by any mark, or by « non ». */
export interface CancellingColumn {
  readonly column: number;
  readonly by: 'words' | 'mark' | 'no';
}

const LONGEST_HEADING = 60;
const STATUS: ReadonlySet<string> = new Set(['statut', 'etat', 'status', 'situation', 'stade', 'phase', 'avancement']);
const CANCELLED = /^(?:suppr|annul|rejet|delet|cancel|inacti|desactiv)/;
/** « EJ actif », « En vigueur »: « Non » there cancels. */
const IN_FORCE = /^(?:acti(?:f|ve)s?|vigueur)$/;
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
export function cancellingColumns(headings: readonly CellValue[], taken: ReadonlySet<number>): CancellingColumn[] {
  return headings.flatMap((heading, column) => {
    const by = taken.has(column) ? null : howItCancels(textOf(heading));
    return by === null ? [] : [{ column, by }];
  });
}

function howItCancels(heading: string): CancellingColumn['by'] | null {
  if (heading.length > LONGEST_HEADING) return null;
  const words = comparable(heading)
    .replace(YES_OR_NO, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const isIndicator = words.some((word) => INDICATOR.test(word));
  const isAbout = !isIndicator && words.some((word) => ABOUT_IT.test(word));
  if (words.some((word) => CANCELLED.test(word))) return isAbout ? null : 'mark';
  if (words.some((word) => IN_FORCE.test(word))) return isAbout ? null : 'no';
  return STATUS.has(words[0] ?? '') ? 'words' : null;
}

/** Reads those columns in the rows of one extract. */
export class Cancellations {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly columns: readonly CancellingColumn[]) {}

  isCancelled(cells: readonly CellValue[]): boolean {
    return this.columns.some(({ column, by }) => {
      const text = textOf(cells[column] ?? null).trim();
      if (text === '' || isPlaceholder(text) || isBlankText(text)) return false;
      if (by === 'no') return NO.has(comparable(text)) || NOT_IN_FORCE.test(comparable(text));
      return by === 'mark' ? !NOT_CANCELLED.has(comparable(text)) : this.isWordOfIt(text);
    });
  }

  private isWordOfIt(text: string): boolean {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const isOne = statusOfWords(text).status === 'cancelled';
    this.known.set(text, isOne);
    return isOne;
  }
}
