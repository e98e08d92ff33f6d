/** A ledger that a team shares between years or conventions: a column shows which rows are ours. */
import type { Column } from './block';
import type { DrawnConvention } from './conventions';
import type { Draw } from './draw';
import type { Keeping } from './team';
import { drawOrders, type Order } from './truth';

/** Orders that are not ours, and the column that shows it. */
export interface Shared {
  readonly orders: readonly Order[];
  readonly column: Column;
}

const EVERY_KIND = { unpaid: false, withdrawals: false, credits: false, projects: false, cancelled: false };

/** Null for a ledger of ours alone. */
export function drawShared(draw: Draw, given: DrawnConvention, { shape, split }: Keeping): Shared | null {
  if (split !== 'one table' || shape === 'months in columns') return null;
  const random = draw.chanceOf('shared');
  const { year, envelopes } = given;
  if (draw.has('rows of another year, with a column of years', 0.03)) {
    const orders = drawOrders(random, envelopes, year - 1, EVERY_KIND).slice(0, 3);
    const heading = random.pick(['Exercice', 'Année', 'Exercice budgétaire']);
    return { orders, column: columnOf('extra:year', heading, orders, year, year - 1) };
  }
  if (given.convention.id === 'dgefp-dge-2023' && draw.has('rows of another convention, with its column', 0.03)) {
    const lines = [{ label: 'Développement', aliases: [] }];
    const carto = { code: 'CARTO', label: 'Cartographie', aliases: [], cents: 9_000_000, lines };
    const orders = drawOrders(random, [carto], year, EVERY_KIND).slice(0, 3);
    const [own, other] = random.pick([
      ['DGEFP/DGE 2023', 'ANCT/DINUM 2023'],
      ['ECOI2236199X', 'ECOT2301234X'],
    ]) as [string, string];
    return { orders, column: columnOf('extra:convention', 'Convention', orders, own, other) };
  }
  return null;
}

function columnOf(
  field: Column['field'],
  heading: string,
  others: readonly Order[],
  own: string | number,
  other: string | number,
): Column {
  return { field, heading, extra: ({ order }) => ({ value: others.includes(order) ? other : own }) };
}
