/** English words of what people put on a sheet. */
import type { KeptSheet, ThingKind, ThingsOnSheet } from '../../workbook/failure';
import { formatCount } from '../format';
import { en } from '../typography';

/** Things that people put on a sheet, one and several. */
const THINGS: Readonly<Record<ThingKind, readonly [one: string, several: string]>> = {
  comment: ['a comment', 'comments'],
  note: ['a note', 'notes'],
  chart: ['a chart', 'charts'],
  shape: ['a picture or a shape', 'pictures or shapes'],
  pivotTable: ['a PivotTable', 'PivotTables'],
  slicer: ['a slicer', 'slicers'],
  table: ['a table', 'tables'],
};

/** “a comment and 2 charts”. */
export function thingsIn(things: readonly ThingsOnSheet[]): string {
  const named = things.map(({ kind, count }) => {
    const [one, several] = THINGS[kind];
    return count === 1 ? one : `${formatCount(count, 'en')} ${several}`;
  });
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((words) => words !== '').join(' and ');
}

/** The sheets that a rollback kept, each with its things. */
export function sheetsKept(sheets: readonly KeptSheet[]): string {
  return sheets.map(({ sheet, things }) => en`sheet “${sheet}” with ${thingsIn(things)}`).join(', ');
}
