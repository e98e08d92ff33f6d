/** The texts of a workbook beside its ledger: sheets of notes (« Lisez-moi »), where a unit or a tax may be given for all. */
import { comparable } from '../../../../domain/text';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../snapshot';
import type { LedgerBlock } from '../../ledger-source';

/** « Exercice », 2023. */
const isYear = (value: number): boolean => value >= 1990 && value <= 2100;

const MOST_ROWS = 300;
const MOST_COLUMNS = 40;
const LONGEST_TEXT = 120;
/** « Montants en k€ », and no « Coût du projet : 3 M€ ». */
const OF_AMOUNTS =
  /(?<![a-z])(?:montants?|chiffres?|sommes?|valeurs?|donnees|tableaux?|suivi|fichier|classeur)(?![a-z])/;

/** The short texts of the sheets of notes. */
export function notesOf(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly string[] {
  const ledgers = new Set(blocks.map(({ sheet }) => sheet));
  return workbook.sheets
    .filter((sheet) => !ledgers.has(sheet.name) && holdsTextsAlone(sheet))
    .flatMap(shortTexts)
    .map(({ text }) => text);
}

/** True for a text about the amounts of a table or workbook, and not about one cost. */
export function isAboutAmounts(text: string): boolean {
  return OF_AMOUNTS.test(comparable(text));
}

/** The short texts of the first and last rows of a sheet. */
export function shortTexts({
  used,
  values,
}: SheetSnapshot): readonly { readonly row: number; readonly text: string }[] {
  const top = used?.top ?? 0;
  return values.flatMap((cells, index) => {
    if (index >= MOST_ROWS && index < values.length - MOST_ROWS) return [];
    return cells
      .slice(0, MOST_COLUMNS)
      .flatMap((value) =>
        typeof value === 'string' && value.length <= LONGEST_TEXT ? [{ row: top + index, text: value.trim() }] : [],
      );
  });
}

/** True for a small sheet without a number. */
function holdsTextsAlone({ used, values }: SheetSnapshot): boolean {
  if (!used || used.rows > MOST_ROWS || used.columns > MOST_COLUMNS) return false;
  return values.every((cells) =>
    cells.every((value) => typeof value === 'string' || value === null || (typeof value === 'number' && isYear(value))),
  );
}
