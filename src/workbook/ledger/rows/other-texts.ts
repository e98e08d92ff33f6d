/**
 * The texts of columns that no field has, on rows that have the amounts and the dates of another: « N° facture », « N°
 * BC », « Mois » identify a piece, « Agent » and « Site » may (DON-03). A rank, a balance or the day of an entry
 * identifies nothing.
 */
import { rowsOfSameFigures } from '../../../domain/controls/facts/row-digest';
import type { LedgerRow, RowKey } from '../../../domain/envelopes/ledger';
import type { OtherText } from '../../../domain/envelopes/reading-facts';
import { comparable } from '../../../domain/text';
import type { CellValue } from '../../cells';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import { placeOfRow, type LedgerBlock } from '../ledger-source';
import { isBlankText, textOf } from '../read-cells';
import { isOwnVerdict } from './marks/own-verdicts';
import { headsRemarks } from './marks/remarks';

const PIECES =
  'factures?|avoirs?|sf|services? faits?|bc|bdc|bons?|commandes?|chorus|pieces?|mandats?|bl|livraisons?|devis|dossiers?|' +
  'flux|contrats?|marches?|lots?|tranches?|missions?|om|conventions?|titres?|ordres?|certificats?|pv|dp|ticket|demande';
/** « N° facture », « Réf. de la commande », « Facture n° ». */
const NUMBER_OF_PIECE = new RegExp(
  `^(?:n|no|num|numero|ref|reference)s?(?: (?:de|du|d|des|la|le|l)){0,2} (?:${PIECES})\\b|` +
    `^(?:${PIECES}) (?:n|no|num|numero|ref|reference)\\b|^(?:factures?|bc|bdc|bons? de commande|sf)$`,
);
/** « N° d'ordre », « N° de ligne »: the rank of a row. */
const RANK = /^(?:n|no|num|numero)(?: d| de)? (?:ordre|ligne)s?$/;
const PERIOD = /^(?:mois|periodes?|trimestres?|semestres?|semaines?|echeances?)\b/;
/** Answers that qualify a row without identifying it. */
const ANSWERS: ReadonlySet<string> = new Set([
  'oui',
  'non',
  'yes',
  'no',
  'o',
  'n',
  'x',
  'ok',
  'ko',
  'vu',
  'fait',
  'done',
]);
const LONGEST_HEADING = 60;
const LONGEST = 80;

/** Such texts of a ledger, by row; `otherTexts` is absent without any. */
export function otherTextsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): { readonly otherTexts?: ReadonlyMap<RowKey, readonly OtherText[]> } {
  const columns = new Map(blocks.map((block) => [block, columnsOf(block, findSheet(workbook, block.sheet))] as const));
  if ([...columns.values()].every((some) => some.length === 0)) return {};
  const found = new Map<RowKey, readonly OtherText[]>();
  for (const { key } of rowsOfSameFigures(rows)) {
    const place = placeOfRow(blocks, key);
    const sheet = place && findSheet(workbook, place.block.sheet);
    const cells = sheet?.values[place ? place.row - (sheet.used?.top ?? 0) : -1] ?? [];
    const texts = (place ? (columns.get(place.block) ?? []) : []).flatMap(({ column, heading, is }) =>
      textIn(cells[column - (sheet?.used?.left ?? 0)] ?? null, heading, is),
    );
    if (texts.length > 0) found.set(key, texts);
  }
  return found.size > 0 ? { otherTexts: found } : {};
}

interface OtherColumn extends Pick<OtherText, 'heading' | 'is'> {
  readonly column: number;
}

/** Those of a table that hold a text, or the numbers of a piece: a column of sums distinguishes nothing. */
function columnsOf(block: LedgerBlock, sheet: SheetSnapshot | undefined): readonly OtherColumn[] {
  const { tellingColumns = [] } = block;
  const all = tellingColumns.map(({ column, heading }) => ({ column, heading, is: kindOf(heading) }));
  return all.filter(({ column, is }) => is === 'piece' || (sheet !== undefined && holdsText(sheet, block, column)));
}

function holdsText({ used, values }: SheetSnapshot, { firstRow, lastRow }: LedgerBlock, column: number): boolean {
  const { top = 0, left = 0 } = used ?? {};
  for (let row = firstRow; row <= lastRow; row++)
    if (typeof values[row - top]?.[column - left] === 'string') return true;
  return false;
}

function kindOf(heading: string): OtherText['is'] {
  const words = comparable(heading.slice(0, LONGEST_HEADING))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
  if (PERIOD.test(words) || (NUMBER_OF_PIECE.test(words) && !RANK.test(words))) return 'piece';
  return headsRemarks(heading) ? 'remark' : 'words';
}

function textIn(value: CellValue, heading: string, is: OtherText['is']): readonly OtherText[] {
  if (is !== 'piece' && typeof value !== 'string') return [];
  const text = textOf(value).trim();
  if (isBlankText(text)) return [];
  if (is !== 'piece' && (isOwnVerdict(text) || ANSWERS.has(comparable(text)))) return [];
  return [{ heading, text: text.slice(0, LONGEST), is }];
}
