/**
 * Lines that an extract itself gives as cancelled: by words in a column of status (« Annulé », « Rejeté »), or by a
 * mark in a column about that alone (« Indicateur de suppression » L, « Annulé » X, « Date d'annulation »).
 */
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';
import { isBlankText, textOf } from '../workbook/ledger/read-cells';
import { statusOfWords } from '../workbook/ledger/rows/status-words';

/** A column that shows whether its lines are cancelled: by words of status, or by any mark. */
export interface CancellingColumn {
  readonly column: number;
  readonly by: 'words' | 'mark';
}

const LONGEST_HEADING = 60;
const STATUS: ReadonlySet<string> = new Set(['statut', 'etat', 'status', 'situation', 'stade', 'phase', 'avancement']);
const CANCELLED = /^(?:suppr|annul|rejet|delet|cancel)/;
/** « Montant annulé », « N° EJ annulé », « Motif du rejet »: what was cancelled, or why. */
const ABOUT_IT =
  /^(?:montants?|mt|mnt|eur|euros?|motifs?|n|no|nr|num|numero|pieces?|pce|documents?|doc|comment[a-z]{0,10}|libelle|texte|qte|quantite|auteur|utilisateur|par)$/;
const INDICATOR = /^(?:indicateur|indic|ind|temoin|marque|flag|top)$/;
/** « S » blocks a line in SAP, and leaves its amount. */
const NOT_CANCELLED: ReadonlySet<string> = new Set(['non', 'no', 'n', 'faux', 'false', '0', 's', 'actif', 'valide']);

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
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const isIndicator = words.some((word) => INDICATOR.test(word));
  if (words.some((word) => CANCELLED.test(word)))
    return isIndicator || !words.some((word) => ABOUT_IT.test(word)) ? 'mark' : null;
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
