/** French words of what people put on a sheet. */
import type { KeptSheet, ThingKind, ThingsOnSheet } from '../../workbook/failure';
import { formatCount } from '../format';
import { fr } from '../typography';

/** Things that people put on a sheet, one and several. */
const THINGS: Readonly<Record<ThingKind, readonly [one: string, several: string]>> = {
  comment: ['un commentaire', 'commentaires'],
  note: ['une note', 'notes'],
  chart: ['un graphique', 'graphiques'],
  shape: ['une image ou une forme', 'images ou formes'],
  pivotTable: ['un tableau croisé dynamique', 'tableaux croisés dynamiques'],
  slicer: ['un segment', 'segments'],
  table: ['un tableau', 'tableaux'],
};

/** « un commentaire et 2 graphiques ». */
export function thingsIn(things: readonly ThingsOnSheet[]): string {
  const named = things.map(({ kind, count }) => {
    const [one, several] = THINGS[kind];
    return count === 1 ? one : fr`${formatCount(count, 'fr')} ${several}`;
  });
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((words) => words !== '').join(fr` et `);
}

/** The sheets that a rollback kept, each with its things. */
export function sheetsKept(sheets: readonly KeptSheet[]): string {
  return sheets.map(({ sheet, things }) => fr`la feuille « ${sheet} » avec ${thingsIn(things)}`).join(', ');
}
