/**
 * The texts of columns that no field has, on rows that have the amounts and the dates of another: « N° facture », « N°
 * BC », « Mois » identify a piece, « Agent » and « Site » may (DON-03). A rank, a balance or the day of an entry
 * identifies nothing.
 */
import type { RowKey } from '../../../domain/envelopes/ledger';
import type { OtherText } from '../../../domain/envelopes/reading-facts';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import { findSheet, type WorkbookSnapshot } from '../../snapshot';
import { placeOfRow, type LedgerBlock } from '../ledger-source';
import { isBlankText } from '../read-cells';
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

/** Such texts of a ledger, read when a row is asked for: few rows are equal to another. Absent without such columns. */
export function otherTextsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
): { readonly otherTexts?: OtherTexts } {
  return blocks.some(({ tellingColumns }) => tellingColumns !== undefined)
    ? { otherTexts: new OtherTexts(workbook, blocks) }
    : {};
}

class OtherTexts {
  private readonly columns = new Map<LedgerBlock, readonly OtherColumn[]>();

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly blocks: readonly LedgerBlock[],
  ) {}

  get(key: RowKey): readonly OtherText[] {
    const place = placeOfRow(this.blocks, key);
    const sheet = place && findSheet(this.workbook, place.block.sheet);
    if (!sheet) return [];
    const cells = sheet.values[place.row - (sheet.used?.top ?? 0)] ?? [];
    return this.columnsOf(place.block).flatMap(({ column, heading, is }) =>
      textIn(cells[column - (sheet.used?.left ?? 0)] ?? null, heading, is),
    );
  }

  private columnsOf(block: LedgerBlock): readonly OtherColumn[] {
    const known = this.columns.get(block) ?? columnsOf(block);
    this.columns.set(block, known);
    return known;
  }
}

interface OtherColumn extends Pick<OtherText, 'heading' | 'is'> {
  readonly column: number;
}

/** Those of a table that distinguish its rows, by their headings. */
function columnsOf({ tellingColumns = [] }: LedgerBlock): readonly OtherColumn[] {
  return tellingColumns.map(({ column, heading }) => ({ column, heading, is: kindOf(heading) }));
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
