/**
 * The terms that differ between two conventions, by the names of their tables: each as the cell that a person would
 * change. What the team fills in to report on its execution (indicators, milestones) is no term.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { groupedBy } from '../../domain/grouped';
import type { Convention } from '../../domain/envelopes/convention';
import { textOf } from '../cells';
import type { PlannedCell } from '../plan';
import type { ColumnOf } from '../registers/our-tables';
import { dateOfSerial } from '../serials';
import { COLUMNS, type TableId } from '../workbook-names';
import { contentOfConvention, type TableContent } from './convention-content';

/** The columns that name a row of each table of terms; rows of one name are taken in their order. */
const NAMED_BY = {
  convention: ['key'],
  envelopes: ['code', 'year'],
  lines: ['envelope', 'label', 'year'],
  imputations: ['field', 'value', 'envelope'],
  movements: ['date', 'type', 'from', 'to', 'nature'],
  fungibility: ['from', 'to', 'nature'],
  partCeilings: ['part', 'value', 'year'],
  rap: ['ej', 'year'],
  requests: ['receivedOn', 'subject'],
  duties: ['type', 'label'],
} as const satisfies { readonly [T in TableId]?: readonly ColumnOf<T>[] };

/** A table of terms. */
export type TermTable = keyof typeof NAMED_BY;

/** The value of a cell; an amount in cents. Null for a blank one. */
export type TermValue = { readonly text: string } | { readonly amount: number } | { readonly date: CivilDate } | null;

/** A cell of a row, under its heading. */
export interface TermCell {
  readonly heading: string;
  readonly value: TermValue;
}

/** A cell that differs, or a whole row that one convention has: its filled cells, and null on the other side. */
export interface ChangedTerm {
  readonly table: TermTable;
  /** The cells that name the row. */
  readonly name: readonly TermValue[];
  readonly before: readonly TermCell[] | null;
  readonly after: readonly TermCell[] | null;
}

/** The changes from one convention to another, in the order of the tables of the second; then what it has no more. */
export function changedTerms(before: Convention, after: Convention): readonly ChangedTerm[] {
  if (before === after) return [];
  const [old, current] = [contentOfConvention(before, false), contentOfConvention(after, false)];
  return (Object.keys(NAMED_BY) as TermTable[]).flatMap((id) => changesIn(id, rowsOf(old, id), rowsOf(current, id)));
}

interface TermRow {
  readonly name: readonly TermValue[];
  readonly key: string;
  /** Those that do not name the row. */
  readonly cells: readonly TermCell[];
}

function rowsOf(tables: readonly TableContent[], id: TermTable): readonly TermRow[] {
  const columns = Object.keys(COLUMNS[id]);
  const naming = NAMED_BY[id].map((column) => columns.indexOf(column));
  const { headings = [], rows = [] } = tables.find((table) => table.id === id) ?? {};
  return rows
    .filter((cells) => cells.some(({ value }) => value !== null))
    .map((cells): TermRow => {
      const name = naming.map((position) => valueOf(cells[position]));
      const others = cells.flatMap((cell, position) =>
        naming.includes(position) ? [] : [{ heading: headings[position] ?? '', value: valueOf(cell) }],
      );
      return { name, key: JSON.stringify(name), cells: others };
    });
}

function changesIn(table: TermTable, before: readonly TermRow[], after: readonly TermRow[]): readonly ChangedTerm[] {
  const left = groupedBy(before, ({ key }) => key);
  const changes = after.flatMap(({ name, key, cells }): readonly ChangedTerm[] => {
    const old = left.get(key)?.shift();
    if (!old) return [{ table, name, before: null, after: filled(cells) }];
    return cells.flatMap((cell, position): readonly ChangedTerm[] => {
      const was = old.cells[position];
      if (!was || JSON.stringify(was) === JSON.stringify(cell)) return [];
      return [{ table, name, before: [was], after: [cell] }];
    });
  });
  const gone = [...left.values()].flat();
  return [...changes, ...gone.map(({ name, cells }) => ({ table, name, before: filled(cells), after: null }))];
}

function filled(cells: readonly TermCell[]): readonly TermCell[] {
  return cells.filter(({ value }) => value !== null);
}

function valueOf(cell: PlannedCell | undefined): TermValue {
  const value = cell?.value ?? null;
  if (value === null) return null;
  if (typeof value !== 'number') return { text: textOf(value) };
  if (cell?.style === 'amount') return { amount: Math.round(value * 100) };
  const date = cell?.style === 'date' ? dateOfSerial(value, false) : null;
  return date === null ? { text: String(value) } : { date };
}
