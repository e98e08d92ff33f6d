/**
 * A table with one « Montant », read as one nature alone, whose rows give another one: by sections, « Engagements »
 * then « Paiements », by the first words of their labels, « Engagement du lot 1 », « Paiement du lot 1 », or by what
 * they pay, « Facture 1 » on the EJ of another row. The amounts of the other nature are in no figure, and are an
 * error (LEC-05), as those of a nature that nothing gives: payments typed with a minus would lower the AE.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import type { Nature } from '../../../../domain/money/nature';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import { otherMeaningOf } from '../../heading-grammar';
import { blockOfRow, sheetRow, type LedgerBlock, type LedgerColumn } from '../../ledger-source';
import { natureOfWords } from '../../nature-words';
import type { ReadLedger } from '../../read-ledger';
import { isFilled, type Row } from '../../sheet-rows';
import { rowsThatPay } from './paid-on-ej';
import { titleOver, type EffectRow } from '../../tables/effect-rows';

const LONGEST_TITLE = 60;
/** The share of the rows with an amount whose labels give a nature, where labels do. */
const MOST = 0.8;
const FIRST_WORDS = /^\p{L}{2,20}(?: (?:de|d['’]) ?\p{L}{2,20})?/u;

/** The ledger without the amounts that their section or their label gives to the other nature; the same object without any. */
export function withSections(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const sections = blocks.map((block) => sectionsOf(findSheet(workbook, block.sheet), block));
  const labelled = labelledBlocks(blocks, read.ledger.rows);
  const paid = paidIn(blocks, read);
  if (labelled.size + paid.size === 0 && sections.every((one) => one.length === 0)) return read;
  const rows = read.ledger.rows.map((row): LedgerRow => {
    const block = blockOfRow(row.key);
    const section = titleOver(sections[block] ?? [], sheetRow(row.key))?.title ?? null;
    const label = labelled.has(block) ? (naturedBy(row)?.words ?? null) : null;
    const title = section ?? label ?? paid.get(row) ?? null;
    if (title === null) return row;
    const field = (section ?? label) !== null && natureOfWords(title) === 'AE' ? 'cp' : 'ae';
    const amount = row[field];
    if (amount.kind !== 'amount') return row;
    return { ...row, [field]: { kind: 'unreadable', raw: amount.raw, nature: title, doubt: 'section' } };
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

/** The payments of the tables whose one amount is read as AE, with the words that make them so. */
function paidIn(blocks: readonly LedgerBlock[], { ledger }: ReadLedger): ReadonlyMap<LedgerRow, string> {
  const ofTables = blocks.flatMap((block, index) => {
    if (onlyAmount(block)?.field !== 'ae' || block.sharedFields) return [];
    const own = ledger.rows.filter((row) => blockOfRow(row.key) === index);
    return rowsThatPay(own, ({ key }) => ledger.otherTexts?.get(key) ?? []);
  });
  return new Map(ofTables);
}

/**
 * The blocks whose labels give both natures: payments of the same EJ as a commitment, or typed with the other sign. A
 * word such as « Commande » before the subjects of a ledger of AE gives no other nature, nor does « Facture » on a few.
 */
function labelledBlocks(blocks: readonly LedgerBlock[], rows: readonly LedgerRow[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    if (!block.columns.has('label') || !onlyAmount(block)) continue;
    const own = rows.filter((row) => blockOfRow(row.key) === index && centsIn(row) !== 0);
    const natures = own.map((row) => [row, naturedBy(row)?.nature] as const);
    const [committed, paid] = (['AE', 'CP'] as const).map((one) =>
      natures.flatMap(([row, is]) => (is === one ? row : [])),
    );
    if (!committed || !paid || committed.length + paid.length < MOST * own.length || committed.length === 0) continue;
    const ejs = new Set(committed.map(({ ej }) => (ej.kind === 'ej' ? ej.number : '')));
    const isOfBoth = (row: LedgerRow): boolean => (row.ej.kind === 'ej' && ejs.has(row.ej.number)) || centsIn(row) < 0;
    if (paid.length > 0 && paid.filter(isOfBoth).length >= MOST * paid.length) found.add(index);
  }
  return found;
}

/** The nature that the first words of the label of a row give; null without any. */
function naturedBy({ label }: LedgerRow): { readonly words: string; readonly nature: Nature } | null {
  const [first] = FIRST_WORDS.exec(label) ?? [];
  if (first === undefined) return null;
  for (const words of [first, first.split(' ')[0] ?? first]) {
    const nature = natureOfWords(words);
    if (nature !== null) return { words, nature };
  }
  return null;
}

function centsIn({ ae, cp }: LedgerRow): number {
  return (ae.kind === 'amount' ? ae.cents : 0) + (cp.kind === 'amount' ? cp.cents : 0);
}

/** The one column of amounts of a table, whose heading names no nature; undefined for any other table. */
function onlyAmount({ columns, natureColumn }: LedgerBlock): LedgerColumn | undefined {
  const [ae, cp] = [columns.get('ae'), columns.get('cp')];
  const only = ae && cp ? undefined : (ae ?? cp);
  return only && natureColumn === undefined && otherMeaningOf(only.heading).has('amount') ? only : undefined;
}

/** The sections of a table whose one column of amounts names no nature; empty when none gives the other nature. */
function sectionsOf(sheet: SheetSnapshot | undefined, block: LedgerBlock): readonly EffectRow[] {
  const { firstRow, lastRow } = block;
  const only = onlyAmount(block);
  if (!sheet || !only) return [];
  const top = sheet.used?.top ?? 0;
  const found: EffectRow[] = [];
  let givesOther = false;
  for (let row = firstRow; row <= lastRow; row++) {
    const title = loneTextOf(sheet.values[row - top] ?? []);
    const nature = title === null ? null : natureOfWords(title);
    if (title === null || nature === null) continue;
    found.push({ row, title });
    if ((nature === 'AE') !== (only.field === 'ae')) givesOther = true;
  }
  return givesOther ? found : [];
}

/** The text of a row that holds nothing else; null for any other row. */
function loneTextOf(cells: Row): string | null {
  let only: string | null = null;
  for (const cell of cells) {
    if (cell === null || !isFilled(cell)) continue;
    if (only !== null || typeof cell !== 'string' || cell.length > LONGEST_TITLE) return null;
    only = cell.trim();
  }
  return only;
}
