/**
 * Tables whose amounts nothing names AE or CP, « N° EJ | Montant | Date » on « Échéancier », « Livrables » or
 * « Feuil2 », most of them on EJ that the other tables commit: payments to come, payments that are made, or further
 * commitments. They are left out, and the user is asked (LEC-01). Amounts typed with a minus, and those that words
 * name, « Avenant », « Bon de commande », are commitments.
 */
import { comparable } from '../../../domain/text';
import type { WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import { subjectOf } from '../columns/subjects';
import { wordsOfHeading } from '../heading-words';
import { isUnspecific, type FoundBlock } from '../make-block';
import { natureOfWords } from '../nature-words';
import { lowers, namesSchedule } from '../tables/title-words';
import type { ListedRow } from './candidate-operations';
import { entriesOf, nameOwnAct, tablesOf, titlesOver, widthOf, type TableParts } from './parts-of-tables';
import { hasBareDate } from './undated-invoices';

/** The tables among those of the ledger whose amounts may be of either nature. */
export function openNatures(workbook: WorkbookSnapshot, chosen: readonly LedgerCandidate[]): readonly FoundBlock[] {
  const tables = chosen.flatMap(tablesOf);
  if (tables.length < 2) return [];
  const bare = tables.filter((table) => !table.candidate.isForced && isBare(workbook, table));
  const open = new Set<TableParts>();
  for (const table of bare.sort((one, other) => widthOf(one) - widthOf(other))) {
    const layout = layoutOf(table);
    const others = tables.filter((other) => !open.has(other) && layoutOf(other) !== layout);
    if (areCommitted(entriesOf(workbook, table), committedIn(workbook, others))) open.add(table);
  }
  return [...open].flatMap(({ blocks }) => blocks);
}

/** The headings of a table, those of its blank columns too, comparable, in one text. */
function layoutOf({ blocks: [first] }: TableParts): string {
  return first.headings.map(({ words }) => comparable(words)).join('\u0000');
}

/** True for commitments by default alone: no heading, title, name or column gives them a nature. */
function isBare(workbook: WorkbookSnapshot, table: TableParts): boolean {
  const isUnnamed = (found: FoundBlock): boolean => isUnspecific(found) && hasBareDate(found);
  if (!table.blocks.every(({ block }) => block.columns.has('ae') && block.columns.has('ejNumber'))) return false;
  return table.blocks.every(isUnnamed) && namesOf(workbook, table).every((name) => !givesNature(name));
}

/** The titles of a table, its own name and that of its sheet. */
function namesOf(workbook: WorkbookSnapshot, table: TableParts): readonly string[] {
  const { name, sheet } = table.candidate;
  return [...titlesOver(workbook, table), name.replaceAll('_', ' '), sheet];
}

/** « Engagements », « Avenants », « Retraits »; « Échéancier des commandes » gives none. */
function givesNature(name: string): boolean {
  return (subjectOf(name) !== null && !namesSchedule(name)) || nameOwnAct(name) || lowers(name);
}

/** The EJ that some tables commit, by what is no act on an EJ that is committed already. */
function committedIn(workbook: WorkbookSnapshot, tables: readonly TableParts[]): ReadonlySet<string | null> {
  const first = tables.filter((table) => !namesOf(workbook, table).some(nameOwnAct));
  const rows = first.flatMap((table) => entriesOf(workbook, table)).filter((row) => row.ae > 0 && !isOwnAct(row));
  return new Set(rows.map(({ ej }) => ej));
}

/** True where more than half of the rows are on EJ that are committed. */
function areCommitted(rows: readonly ListedRow[], committed: ReadonlySet<string | null>): boolean {
  const again = rows.filter((row) => row.ej !== null && committed.has(row.ej) && !isOwnAct(row));
  return again.length * 2 > rows.length;
}

function isOwnAct({ ae, words }: ListedRow): boolean {
  return ae < 0 || nameOwnAct(words) || nameCommitment(words);
}

/** « Bon de commande », « EJ »; « Rédaction » is no « Réduction » typed wrong. */
function nameCommitment(words: string): boolean {
  return natureOfWords(words) === 'AE' && !wordsOfHeading(words).hasTypo;
}
