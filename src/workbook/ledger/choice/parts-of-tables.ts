/** The tables of a candidate, each with its parts: the blocks under the same headings. */
import { groupedBy } from '../../../domain/grouped';
import { comparable } from '../../../domain/text';
import { findSheet, type WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import type { FoundBlock } from '../make-block';
import { titlesOfBlock } from '../tables/planned-tables';
import { operationsOf, type ListedRow } from './candidate-operations';

/** The parts of one table of a candidate. */
export interface TableParts {
  readonly candidate: LedgerCandidate;
  readonly blocks: readonly [FoundBlock, ...FoundBlock[]];
}

/** « Avenant », « Complément »: acts of their own. */
const OWN_ACTS =
  /avenant|compl[eé]m|augment|ajout|hausse|suppl[eé]ment|retrait|d[eé]sengag|d[eé]gag|annul|avoir|r[eé]vision/i;

/** True for the words of an act on an EJ that is committed already. */
export function nameOwnAct(words: string): boolean {
  return OWN_ACTS.test(words);
}

/** The tables of a candidate. */
export function tablesOf(candidate: LedgerCandidate): readonly TableParts[] {
  const parts = groupedBy(candidate.blocks, ({ block }) => `${block.headingRow} ${block.left}`);
  return [...parts.values()].flatMap(([first, ...others]) =>
    first ? [{ candidate, blocks: [first, ...others] as const }] : [],
  );
}

/** The headings of a table, comparable, in one text. */
export function headingsOfTable({ blocks: [first] }: TableParts): string {
  return [...first.block.columns.values()].map(({ heading }) => comparable(heading)).join('\u0000');
}

/** The number of fields of a table. */
export function widthOf({ blocks: [first] }: TableParts): number {
  return first.block.columns.size;
}

/** The nearest titles of a table. */
export function titlesOver(workbook: WorkbookSnapshot, { blocks: [{ block }] }: TableParts): readonly string[] {
  const sheet = findSheet(workbook, block.sheet);
  return sheet ? titlesOfBlock(sheet, block) : [];
}

/** The rows of a table that have an amount. */
export function entriesOf(workbook: WorkbookSnapshot, { candidate, blocks }: TableParts): readonly ListedRow[] {
  return operationsOf(workbook, { ...candidate, blocks }).entries;
}
