/** The totals of a table: at the foot, by envelope or by month among the rows, running, and what remains. */
import type { Line } from './block';
import { monthName } from './decorate';
import type { KeptRow } from './rows';
import type { Placing } from './placing';

type Way =
  | 'no total'
  | 'total at the foot'
  | 'total of each envelope'
  | 'total of each month'
  | 'total of each order'
  | 'running total at the foot'
  | 'total and remaining credits';

/** The lines of the rows, with the totals that the team keeps among and below them. */
export function linesWithTotals(placing: Placing, rows: readonly KeptRow[]): readonly Line[] {
  const { draw } = placing;
  const plain = rows.map((row): Line => ({ kind: 'row', row }));
  const isFormula = !draw.has('totals by value', 0.4);
  const foot = (label: string): Line => ({ kind: 'total', label, since: 'start', isFormula });
  switch (wayOf(placing, rows)) {
    case 'total at the foot':
      return [
        ...plain,
        foot(draw.chanceOf('total').pick(['Total', 'TOTAL', 'Total général', 'Totaux', 'Total :', 'TOTAL GENERAL'])),
      ];
    case 'running total at the foot':
      return [...plain, foot(`Cumul au 31/12/${placing.year}`)];
    case 'total and remaining credits':
      return [...plain, foot('Total'), remaining(placing)];
    case 'total of each envelope':
      return subtotals(
        rows,
        ({ order }) => order.envelope,
        (code) => envelopeLabel(placing, code),
        isFormula,
      );
    case 'total of each month':
      return subtotals(
        rows,
        ({ day }) => day.slice(5, 7),
        (month) => monthLabel(placing, Number(month)),
        isFormula,
      );
    case 'total of each order':
      return subtotals(
        rows,
        ({ order }) => order.ej,
        (ej) => orderLabel(placing, rows, ej),
        isFormula,
      );
    case 'no total':
      return plain;
  }
}

function wayOf({ draw, keeping, envelopes, look }: Placing, rows: readonly KeptRow[]): Way {
  if (keeping.shape === 'nature in a column' || rows.length < 2) return 'no total';
  const isOne = keeping.split === 'one table' && keeping.shape !== 'EJ and payments apart';
  const byMonth = isOne && (keeping.shape === 'a row each' || keeping.shape === 'journal with one date');
  const hasCumul = look.columns.some(({ field }) => field === 'extra:Cumul');
  return draw.among<Way>('totals', [
    ['no total', 10],
    ['total at the foot', 5],
    ['total of each envelope', isOne && envelopes.length > 1 && !hasCumul ? 2 : 0],
    ['total of each month', byMonth && !hasCumul ? 1.5 : 0],
    ['total of each order', isOne && !hasCumul && rows.some(isAgain) ? 1.2 : 0],
    ['running total at the foot', 1.2],
    ['total and remaining credits', 0.8],
  ]);
}

function isAgain({ order }: KeptRow, index: number, rows: readonly KeptRow[]): boolean {
  return rows.findIndex((row) => row.order === order) < index;
}

/** The rows sorted by key, a total after those of each. */
function subtotals(
  rows: readonly KeptRow[],
  keyOf: (row: KeptRow) => string,
  label: (key: string) => string,
  isFormula: boolean,
): readonly Line[] {
  const keys = [...new Set(rows.map(keyOf))].sort();
  return keys.flatMap((key): Line[] => [
    ...rows.filter((row) => keyOf(row) === key).map((row): Line => ({ kind: 'row', row })),
    { kind: 'total', label: label(key), since: 'last total', isFormula },
  ]);
}

function envelopeLabel({ draw, envelopes }: Placing, code: string): string {
  const label = envelopes.find((one) => one.code === code)?.label ?? code;
  return draw
    .chanceOf('envelope total')
    .pick([`Total ${code}`, `Total ${label}`, `TOTAL ${label.toUpperCase()}`, `Sous-total ${code}`]);
}

function monthLabel({ draw, year }: Placing, month: number): string {
  const name = monthName(month);
  return draw
    .chanceOf('month total')
    .pick([`Total ${name}`, `Sous-total ${name} ${year}`, `TOTAL ${name.toUpperCase()}`]);
}

function orderLabel({ draw }: Placing, rows: readonly KeptRow[], ej: string): string {
  const order = rows.find((row) => row.order.ej === ej)?.order;
  const object = order?.object ?? '';
  const named = order?.state === 'firm' ? ej : object;
  return draw.chanceOf('order total').pick([`Total ${named}`, `Sous-total ${object}`, 'Sous-total', `Total EJ`]);
}

function remaining({ envelopes, draw }: Placing): Line {
  const credits = envelopes.reduce((sum, { cents }) => sum + cents, 0);
  return {
    kind: 'remaining',
    label: draw.chanceOf('remaining').pick(['Reste disponible', 'Reste', 'Disponible']),
    credits,
  };
}
