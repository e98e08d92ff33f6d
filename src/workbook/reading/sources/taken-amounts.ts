/**
 * Places outside the ledger that its own amounts are computed from (`=VLOOKUP(A2,Devis!A:B,2,0)`, `=VSTACK(…)`). Where
 * the amounts that the formulas take are those of the places, to the cent, all of them are in the figures.
 */
import { UNREAD_REASONS } from '../../../domain/envelopes/reading-facts';
import type { Nature } from '../../../domain/money/nature';
import { parseArea, type Area } from '../../cells';
import { areasNamedIn } from '../../formula-text';
import { findTable, formulaAt, type WorkbookSnapshot } from '../../snapshot';
import type { ReadingEntry, ReadingReason, ReadingSums } from '../account';
import { centsAt } from '../amount-cells';
import { plainFormula } from '../derived-cells';
import type { LedgerTable } from '../ledger-tables';
import { overlap } from '../our-areas';

/** The cents that formulas take, by nature; null for a nature without such a formula. */
type Taken = Readonly<Record<Nature, number | null>>;

/** Sheets that the same amounts come from, with the areas that the formulas name. */
interface Source {
  /** By sheet, then by their edges: thousands of rows may name a cell each. */
  readonly areas: Map<string, Map<string, Area>>;
  readonly taken: Record<Nature, number | null>;
}

interface NamedArea {
  readonly sheet: string;
  readonly area: Area;
}

const TABLE = /(?<![\p{L}\p{N}_.\\])([\p{L}_\\][\p{L}\p{N}_.]*)\[/gu;
const FIELDS = [
  ['ae', 'AE'],
  ['cp', 'CP'],
] as const;
/** Unread for what they are, and not for where they are in a table of the ledger. */
const OF_PLACES: ReadonlySet<ReadingReason> = new Set<ReadingReason>(['notRecognised', ...UNREAD_REASONS]);

/** The entries, where those that the ledger takes by its formulas are no longer unread. */
export function withTakenAmounts(
  workbook: WorkbookSnapshot,
  ledger: readonly LedgerTable[],
  entries: readonly ReadingEntry[],
): readonly ReadingEntry[] {
  const mayBeTaken = ({ role, reason, unreadable }: ReadingEntry): boolean =>
    role === 'unread' && OF_PLACES.has(reason) && unreadable === 0;
  if (!entries.some(mayBeTaken)) return entries;
  const judged = new Map<ReadingEntry, ReadingEntry>();
  for (const { areas, taken } of sourcesOf(workbook, ledger)) {
    const places = entries.filter((entry) => mayBeTaken(entry) && isIn(areas, entry));
    if (places.length === 0) continue;
    const isWhole = isTheSame(taken, sumOf(places));
    for (const place of places) {
      if (isWhole) judged.set(place, { ...place, role: 'derived', reason: 'taken' });
      else if (place.reason === 'mayBeSpent') judged.set(place, { ...place, role: 'derived', reason: 'noCredits' });
      else if (places.length === 1) judged.set(place, { ...place, taken: (taken.AE ?? 0) + (taken.CP ?? 0) });
    }
  }
  return entries.map((entry) => judged.get(entry) ?? entry);
}

function isIn(areas: Source['areas'], { sheet, area }: ReadingEntry): boolean {
  const place = parseArea(area);
  if (place === null) return false;
  for (const one of areas.get(sheet.toLowerCase())?.values() ?? []) if (overlap(one, place)) return true;
  return false;
}

function sumOf(places: readonly ReadingEntry[]): ReadingSums {
  const sum = { ae: 0, cp: 0, other: 0 };
  for (const { sums } of places) for (const nature of ['ae', 'cp', 'other'] as const) sum[nature] += sums[nature];
  return sum;
}

/** Amounts that are neither AE nor CP by themselves are those of the only nature that takes them. */
function isTheSame({ AE, CP }: Taken, { ae, cp, other }: ReadingSums): boolean {
  if (other === 0) return (AE ?? 0) === ae && (CP ?? 0) === cp;
  return ae === 0 && cp === 0 && (AE === null || CP === null) && (AE ?? CP) === other;
}

/** The sources of the amounts of the ledger; sheets that one formula reads together are one source. */
function sourcesOf(workbook: WorkbookSnapshot, ledger: readonly LedgerTable[]): Iterable<Source> {
  const own = new Set(ledger.map(({ sheet }) => sheet.name.toLowerCase()));
  const bySheet = new Map<string, Source>();
  eachFormula(ledger, (formula, nature, cents) => {
    const named = areasRead(workbook, formula).filter(({ sheet }) => !own.has(sheet));
    if (named.length === 0) return;
    const [known, ...others] = new Set(named.flatMap(({ sheet }) => bySheet.get(sheet) ?? []));
    const source = known ?? { areas: new Map(), taken: { AE: null, CP: null } };
    for (const other of others) absorb(source, other, bySheet);
    for (const { sheet, area } of named) {
      addArea(source, sheet, area);
      bySheet.set(sheet, source);
    }
    source.taken[nature] = (source.taken[nature] ?? 0) + cents;
  });
  return new Set(bySheet.values());
}

function absorb(into: Source, { areas, taken }: Source, bySheet: Map<string, Source>): void {
  for (const [sheet, ofSheet] of areas) {
    for (const area of ofSheet.values()) addArea(into, sheet, area);
    bySheet.set(sheet, into);
  }
  for (const [, nature] of FIELDS) {
    const cents = taken[nature];
    if (cents !== null) into.taken[nature] = (into.taken[nature] ?? 0) + cents;
  }
}

function addArea({ areas }: Source, sheet: string, area: Area): void {
  const known = areas.get(sheet) ?? new Map<string, Area>();
  areas.set(sheet, known.set(`${area.top} ${area.left} ${area.rows} ${area.columns}`, area));
}

/** Visits the computed amounts of the ledger that name another place. */
function eachFormula(
  ledger: readonly LedgerTable[],
  visit: (formula: string, nature: Nature, cents: number) => void,
): void {
  for (const { sheet, blocks } of ledger) {
    for (const { block } of blocks) {
      for (const [field, nature] of FIELDS) {
        const column = block.columns.get(field);
        if (!column || column.otherUnit !== undefined || block.sharedFields?.has(field)) continue;
        const amounts = { column: column.column, isMoney: true, unit: column.unit ?? '€' } as const;
        for (let row = block.firstRow; row <= block.lastRow; row++) {
          const formula = formulaAt(sheet, row, column.column);
          if (formula === undefined || !(formula.includes('!') || formula.includes('['))) continue;
          const cents = centsAt(sheet, row, amounts);
          if (typeof cents === 'number') visit(formula, nature, cents);
        }
      }
    }
  }
}

function areasRead(workbook: WorkbookSnapshot, formula: string): readonly NamedArea[] {
  const named = areasNamedIn(formula).map(({ sheet, area }) => ({ sheet: sheet.toLowerCase(), area }));
  if (!formula.includes('[')) return named;
  const tables = [...plainFormula(formula).matchAll(TABLE)].flatMap(([, name = '']) => {
    const table = findTable(workbook, name);
    return table ? [{ sheet: table.sheet.toLowerCase(), area: table.area }] : [];
  });
  return [...named, ...tables];
}
