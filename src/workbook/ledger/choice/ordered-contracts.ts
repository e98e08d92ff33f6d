/**
 * Tables of contracts beside the table of the orders placed on them: « N° marché | Titulaire | Montant TTC » and
 * « N° EJ | N° marché | … | AE ». The orders commit; the contract gives what may be ordered (GBCP, art. 159). Its
 * number, or its own EJ, is on rows of the other table; where no number is, its supplier and its envelope are. Such a
 * table is left out, and the user is asked about its amounts (LEC-01).
 */
import { groupedBy } from '../../../domain/grouped';
import { comparable } from '../../../domain/text';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import type { KnownNames } from '../known-names';
import { wordsOfHeading } from '../heading-words';
import { placeOfRow } from '../ledger-source';
import type { FoundBlock } from '../make-block';
import { textOf } from '../../cells';
import type { ListedRow } from './candidate-operations';
import { withoutBlocks, type LedgerChoice } from './left-tables';
import { entriesOf, nameOwnAct, tablesOf, titlesOver, type TableParts } from './parts-of-tables';

/** « Marchés », « N° contrat », « Accords-cadres », « N° AC », « N° convention ». */
const CONTRACTS =
  /(?<![a-z])(?:marches?|mapa|contrats?|accords? cadres?|acbc|ac|conventions?|contracts?|agreements?)(?![a-z])/;
/** Orders on a contract, acts that add to it, and what is none: « BC sur marchés », « Reconductions », « Hors marché ». */
const ON_CONTRACTS =
  /(?<![a-z])(?:bc|bdc|bons?|commandes?|subsequents?|ms|reconductions?|renouvellements?|tranches?|affermissements?|options?|hors|sans|orders?)(?![a-z])/;
/** « EJ de rattachement », beside « N° marché »: the contract of an order. */
const ABOVE = /(?<![a-z])(?:rattachement|rattache|pere|parent|cadre|mere|origine)(?![a-z])/;
/** An EJ of a framework agreement with orders, which commits nothing by itself. */
const OF_ORDERS = /^1[37]/;
/** Words around the number of a contract: « Marché n° 2023-01 ». */
const AROUND_A_NUMBER =
  /(?<![a-z\d])(?:marches?|mapa|contrats?|accords?|cadres?|acbc|ac|conventions?|contracts?|agreements?|n|no|num|numero|ref)(?![a-z\d])/g;
/** A shorter number may be in a label by chance. */
const SHORTEST_IN_A_LABEL = 6;
/** Without their numbers, the suppliers of almost all of the contracts have orders. */
const ALMOST_ALL = 0.8;

/** The choice without the tables that list contracts whose orders are in the others; `names`: of the convention. */
export function withoutContracts(
  workbook: WorkbookSnapshot,
  choice: LedgerChoice,
  names: KnownNames | null,
): LedgerChoice {
  const contracts = orderedContracts(workbook, choice.chosen, names);
  const { chosen, left } = withoutBlocks(choice.chosen, { contracts });
  return left.length > 0 ? { chosen, left: [...choice.left, ...left] } : choice;
}

function orderedContracts(
  workbook: WorkbookSnapshot,
  chosen: readonly LedgerCandidate[],
  names: KnownNames | null,
): readonly FoundBlock[] {
  const tables = chosen.flatMap(tablesOf);
  const commit = tables.filter((table) => has(table, 'ae') && has(table, 'ejNumber'));
  const mayBe = tables.filter((table) => mayListContracts(workbook, table));
  if (tables.length < 2 || commit.length === 0) return [];
  const found = new Set<TableParts>();
  for (const table of mayBe) {
    const others = commit.filter((other) => other !== table && !found.has(other));
    if (others.length > 0 && new Contracts(workbook, table, names).haveOrdersIn(others)) found.add(table);
  }
  return [...found].flatMap(({ blocks }) => blocks);
}

function has({ blocks }: TableParts, field: 'ae' | 'cp' | 'ejNumber' | 'dpNumber' | 'paymentDate'): boolean {
  return blocks.some(({ block }) => block.columns.has(field));
}

/** True for commitments alone, where no heading or title names what is ordered, or adds to a contract. */
function mayListContracts(workbook: WorkbookSnapshot, table: TableParts): boolean {
  if (table.candidate.isForced || !has(table, 'ae') || has(table, 'dpNumber') || has(table, 'paymentDate'))
    return false;
  if (table.blocks.some(({ block }) => block.natureColumn !== undefined)) return false;
  if (namesOf(workbook, table).some((name) => ON_CONTRACTS.test(comparable(name)) || nameOwnAct(name))) return false;
  const pieces = table.blocks.map(({ block }) => ({ heading: block.columns.get('ejNumber')?.heading ?? '' }));
  return ![...columnsIn(table), ...pieces].some(({ heading }) => wordsOfHeading(heading).concepts.has('order'));
}

function namesContracts(text: string): boolean {
  return CONTRACTS.test(comparable(text).replaceAll('-', ' '));
}

function namesOf(workbook: WorkbookSnapshot, table: TableParts): readonly string[] {
  const { name, sheet } = table.candidate;
  return [...titlesOver(workbook, table), name.replaceAll('_', ' '), sheet];
}

interface Column {
  readonly column: number;
  readonly heading: string;
}

/** The columns of a table without those of its EJ, its days and its amounts. */
function columnsIn({ blocks: [{ block, columns, headings }] }: TableParts): readonly Column[] {
  const [first] = columns;
  const left = first ? (block.columns.get(first.field)?.column ?? 0) - first.position : block.left;
  const fields = ['ejNumber', 'ae', 'cp', 'commitmentDate', 'paymentDate', 'serviceDate', 'contractEnd'] as const;
  const taken = new Set(fields.map((field) => block.columns.get(field)?.column));
  return headings
    .map(({ position, text }) => ({ column: left + position, heading: text }))
    .filter(({ column }) => !taken.has(column));
}

/** A number in words: « Marché n° 2023-01 » is « 2023 01 ». */
function numberIn(text: string): string {
  const words = comparable(text).replace(/[^a-z\d]+/g, ' ');
  return words.replace(AROUND_A_NUMBER, ' ').replace(/ +/g, ' ').trim();
}

/** A row of EJ, with the numbers of contracts in columns of theirs and in its label. */
interface Order {
  readonly row: ListedRow;
  readonly contracts: readonly string[];
  readonly label: string;
}

/** The contracts of one table. */
class Contracts {
  private readonly rows: readonly ListedRow[];

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly table: TableParts,
    private readonly names: KnownNames | null,
  ) {
    this.rows = entriesOf(workbook, table).filter(({ ae, words }) => ae > 0 && !nameOwnAct(words));
  }

  haveOrdersIn(others: readonly TableParts[]): boolean {
    const { rows } = this;
    const own = new Set(rows.map(({ ej }) => ej));
    const orders = others.flatMap((other) => this.ordersIn(other)).filter(({ row }) => !own.has(row.ej));
    if (rows.length === 0 || orders.length === 0) return false;
    const hasEj = rows.some(({ ej }) => ej !== null);
    const isList = namesOf(this.workbook, this.table).some(namesContracts);
    const columns = this.numbered();
    const numbers = rows.map((row) => (hasEj ? [row.ej ?? ''] : this.numbersOf(row, columns)));
    const ordered = orderedAmong(numbers, orders);
    const commitNothing = rows.every(({ ej }) => ej === null || OF_ORDERS.test(ej));
    if (ordered * 2 >= rows.length || (isList && commitNothing && ordered > 0)) return true;
    const isNamed = isList || columns.some(({ heading }) => namesContracts(heading));
    return isNamed && !hasEj && this.haveSuppliersIn(orders);
  }

  /** « N° marché », else « Référence ». */
  private numbered(): readonly Column[] {
    const all = columnsIn(this.table);
    const named = all.filter(({ heading }) => namesContracts(heading));
    const isNumber = ({ heading }: Column): boolean => {
      const { concepts } = wordsOfHeading(heading);
      return concepts.has('number') && !concepts.has('supplier');
    };
    return named.length > 0 ? named : all.filter(isNumber);
  }

  private numbersOf({ key }: ListedRow, columns: readonly Column[]): readonly string[] {
    const numbers = textsAt(this.workbook, this.table, key, columns).map(numberIn);
    return numbers.filter((number) => /\d/.test(number) && number.length > 1);
  }

  private ordersIn(other: TableParts): readonly Order[] {
    const above = columnsIn(other).filter(({ heading }) => namesContracts(heading) || ABOVE.test(comparable(heading)));
    const label = other.blocks[0].block.columns.get('label');
    const numbersAt = (key: ListedRow['key'], columns: readonly Column[]): readonly string[] =>
      textsAt(this.workbook, other, key, columns).map(numberIn);
    return entriesOf(this.workbook, other)
      .filter(({ ej, ae }) => ej !== null && ae > 0)
      .map((row) => ({
        row,
        contracts: numbersAt(row.key, above).filter((number) => number !== ''),
        label: label ? ` ${numbersAt(row.key, [label]).join(' ')} ` : '',
      }));
  }

  /** True where the orders of the suppliers are within the contracts of almost all of them, envelope by envelope. */
  private haveSuppliersIn(orders: readonly Order[]): boolean {
    const unnumbered = orders.filter(({ contracts }) => contracts.length === 0).map(({ row }) => row);
    const areNamed = [...unnumbered, ...this.rows].every(({ envelope }) => envelope !== '');
    const envelopeOf = ({ envelope }: ListedRow): string => this.names?.envelopeOf(envelope) ?? envelope;
    const keyOf = (row: ListedRow): string => `${row.supplier}\n${areNamed ? envelopeOf(row) : ''}`;
    const placed = groupedBy(unnumbered, keyOf);
    const within = [...groupedBy(this.rows, keyOf)].filter(([key, contracts]) => {
      const sum = sumOf(placed.get(key) ?? []);
      return !key.startsWith('\n') && sum > 0 && sum <= sumOf(contracts);
    });
    return within.reduce((count, [, contracts]) => count + contracts.length, 0) >= ALMOST_ALL * this.rows.length;
  }
}

/** How many contracts have a number on an order; none where most numbers are those of several rows. */
function orderedAmong(numbers: readonly (readonly string[])[], orders: readonly Order[]): number {
  if (new Set(numbers.flat()).size * 2 < numbers.length) return 0;
  const given = new Set(orders.flatMap(({ contracts }) => contracts));
  const isOrdered = (number: string): boolean =>
    given.has(number) ||
    (number.length >= SHORTEST_IN_A_LABEL && orders.some(({ label }) => label.includes(` ${number} `)));
  return numbers.filter((some) => some.some(isOrdered)).length;
}

function textsAt(workbook: WorkbookSnapshot, table: TableParts, key: ListedRow['key'], columns: readonly Column[]) {
  const place = placeOfRow(
    table.blocks.map(({ block }) => block),
    key,
  );
  const sheet = place && findSheet(workbook, place.block.sheet);
  if (!place || !sheet) return [];
  return columns.map(({ column }) => textOf(valueAt(sheet, place.row, column)));
}

function sumOf(rows: readonly ListedRow[]): number {
  return rows.reduce((sum, { ae }) => sum + ae, 0);
}
