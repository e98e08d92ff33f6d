/**
 * Titles that may take the rows below them out of the figures: « Engagements annulés », « Hors convention »,
 * « Prévisions 2024 », among the operations of a table or just above it. The rows count, and are reported (LEC-05).
 */
import { comparable } from '../../../domain/text';
import { namesAPlan, setsAside } from '../rows/marks/effect-headings';
import { isFilled, type Row, type SheetRows } from '../sheet-rows';

/** A title among the rows of a sheet; `title` is null for one that only ends the part above. */
export interface EffectRow {
  readonly row: number;
  readonly title: string | null;
}

const TITLE_ROWS = 3;
const LONGEST_TITLE = 120;
/** « Annulations » may be the part of the retraits. */
const CANCELLED =
  /(?<![a-z])(?:annulee?s?|abandonnee?s?|supprimee?s?|caducs?|caduques?|refusee?s?|rejetee?s?|sans suite|cancelled|rejected)(?![a-z])/;
const NOT_DONE =
  /(?<![a-z])(?:(?:non|pas encore) (?:engagee?|signee?|notifiee?|validee?)s?|a engager|a notifier|a confirmer|en projet|en attente (?:de |d )(?:signature|notification|validation|engagement)|brouillons?|drafts?|demandes? d achat)(?![a-z])/;
/** The whole title of a table that nobody means to count. */
const NOT_MEANT =
  /^(?:ne (?:pas|plus) utiliser|(?:donnees|lignes|engagements) (?:fictive?s|fictifs|d exemple|de test)|exemples?|simulations?|tests?|do not use)$/;
/**
 * A part of retraits or of money back, and of nothing else: « Engagements et retraits » is none, « Remboursements » may
 * be of expenses, and « Restitution » is a report of Chorus.
 */
const LOWERING =
  /^(?:retraits?|degagements?|desengagements?|annulations?|avoirs?|reversements?|(?:restitutions?|retablissements?|remboursements?) (?:(?:d|de|du|des) )*(?:credits?|trop percus?|avances?)|penalites?)(?: (?:partiels?|d|de|des|l|sur|les|ej|ae|cp|engagements?|commandes?|credits?|trop|percus?|au|delegant|avances?|titulaires?|fournisseurs?|20\d\d))*$/;
/** « Suivi et prévision », « Exécution et programmation ». */
const DONE = /(?<![a-z])(?:suivi|execut|realis|consomm|engagee?s? et |tracking)/;

interface Frame {
  readonly topRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The titles around the operations of a table, in their order; empty when none of them takes rows out. */
export function effectRowsOf(rows: SheetRows, frame: Frame): readonly EffectRow[] {
  return titlesAround(rows, frame, takesOut);
}

/**
 * The titles around the operations of a table, or the name of its sheet, when one of them is the operation of the rows:
 * « Retraits », « Avoirs 2023 ». Only what lowers amounts.
 */
export function operationRowsOf(rows: SheetRows, frame: Frame, sheet: string): readonly EffectRow[] {
  return lowers(sheet) ? [{ row: -1, title: sheet }] : titlesAround(rows, frame, lowers);
}

function lowers(title: string): boolean {
  return LOWERING.test(comparable(title));
}

function titlesAround(
  rows: SheetRows,
  { topRow, firstRow, lastRow }: Frame,
  isWanted: (title: string) => boolean,
): readonly EffectRow[] {
  const found: EffectRow[] = [];
  const add = (row: number, text: string | null): void => {
    if (text === null) return;
    const title = isWanted(text) ? text : null;
    const last = found.at(-1)?.title ?? null;
    if (title !== null || last !== null) found.push({ row, title });
  };
  const above = rowAboveTable(rows, topRow);
  if (above !== null) add(above, loneText(rows.at(above)));
  for (let row = firstRow; row <= lastRow; row++) add(row, loneText(rows.at(row)));
  return found;
}

/** The nearest title above the headings; null without one. */
function rowAboveTable(rows: SheetRows, topRow: number): number | null {
  for (let row = topRow - 1; row >= Math.max(rows.first, topRow - TITLE_ROWS); row--)
    if (rows.at(row).some(isFilled)) return row;
  return null;
}

/** The text of a row that holds nothing else; null for any other row, which two cells settle. */
function loneText(cells: Row): string | null {
  let only: string | null = null;
  for (const cell of cells) {
    if (cell === null || cell === '' || !isFilled(cell)) continue;
    if (only !== null || typeof cell !== 'string' || cell.length > LONGEST_TITLE) return null;
    only = cell.trim();
  }
  return only;
}

function takesOut(title: string): boolean {
  const words = comparable(title);
  if (CANCELLED.test(words) || NOT_DONE.test(words) || NOT_MEANT.test(words.trim()) || setsAside(title)) return true;
  return namesAPlan(title) && !DONE.test(words);
}

/** The title that the row of a sheet is under, where it may take it out; null otherwise. `titles`: in their order. */
export function titleOver(titles: readonly EffectRow[], sheetRow: number): string | null {
  let [from, until] = [0, titles.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((titles[middle]?.row ?? sheetRow) < sheetRow) from = middle + 1;
    else until = middle;
  }
  return from === 0 ? null : (titles[from - 1]?.title ?? null);
}
