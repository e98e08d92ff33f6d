/** Columns that are no part of the operations: comments, amounts without tax, running totals, people, contracts. */
import { cellAddress } from '../../../src/workbook/cells';
import type { Column } from './block';
import type { Draw } from './draw';
import type { Field, KeptRow } from './rows';
import type { Hand } from './values';

interface Extra {
  readonly feature: string;
  readonly share: number;
  readonly columns: (fields: ReadonlySet<Field>, hand: Hand, pick: <T>(among: readonly T[]) => T) => readonly Column[];
}

const VAT_PERCENT = 20;

const EXTRAS: readonly Extra[] = [
  {
    feature: 'column of comments',
    share: 0.3,
    columns: (_, __, pick) => [
      text(pick(['Observations', 'Commentaires', 'Remarques']), ({ order }) =>
        order.cents % 3 === 0 ? 'relance faite le 12/03, voir mail' : null,
      ),
    ],
  },
  {
    feature: 'column of people',
    share: 0.1,
    columns: (_, __, pick) => [text(pick(['Responsable', 'Gestionnaire', 'Suivi par']), () => 'M. Martin')],
  },
  {
    feature: 'column of contract numbers',
    share: 0.12,
    columns: (_, __, pick) => [
      text(pick(['N° marché', 'N° de marché', 'Référence marché']), ({ order }) => `2022-${order.ej.slice(-4)}`),
    ],
  },
  {
    feature: 'column of durations',
    share: 0.06,
    columns: (_, __, pick) => [
      {
        ...text(pick(['Durée (mois)', 'Nb de jours', 'Durée']), () => null),
        extra: ({ order }) => ({ value: 1 + (order.cents % 24) }),
      },
    ],
  },
  {
    feature: 'columns HT and TVA beside TTC',
    share: 0.08,
    columns: (fields, hand) =>
      fields.has('ae') ? [part('HT', 'Montant HT', hand, withoutTax), part('TVA', 'TVA', hand, taxOf)] : [],
  },
  {
    feature: 'column of what is left to pay',
    share: 0.1,
    columns: (fields, hand, pick) =>
      fields.has('ae') && fields.has('cp')
        ? [leftToPay(pick(['Reste à payer', 'RAP', 'Solde', 'Reste à payer sur EJ']), hand)]
        : [],
  },
  {
    feature: 'column of a running total',
    share: 0.08,
    columns: (fields, hand, pick) =>
      fields.has('ae') ? [runningTotal(pick(['Cumul AE', 'Cumul engagé', 'AE cumulées']), hand)] : [],
  },
];

/** The extra columns of a table. */
export function extraColumns(draw: Draw, fields: readonly Field[], hand: Hand, part: string): readonly Column[] {
  const own = new Set(fields);
  return EXTRAS.flatMap(({ feature, share, columns }) => {
    const random = draw.chanceOf(`${feature} ${part}`);
    const added = columns(own, hand, (among) => random.pick(among));
    return added.length > 0 && draw.has(feature, share) ? added : [];
  });
}

function text(heading: string, of: (row: KeptRow) => string | null): Column {
  return { field: `extra:${heading}`, heading, extra: (row) => ({ value: of(row) }) };
}

function withUnit(heading: string, { inThousands }: Hand): string {
  return inThousands ? `${heading} (k€)` : heading;
}

/** The tax of an amount that includes it. */
function taxOf(cents: number): number {
  return Math.round((cents * VAT_PERCENT) / (100 + VAT_PERCENT));
}

function withoutTax(cents: number): number {
  return cents - taxOf(cents);
}

function part(name: string, heading: string, hand: Hand, of: (cents: number) => number): Column {
  return {
    field: `extra:${name}`,
    heading: withUnit(heading, hand),
    extra: ({ amounts: { ae, cp } }) => {
      const cents = ae ?? cp;
      return { value: cents === undefined ? null : hand.amount(of(cents)) };
    },
  };
}

function leftToPay(heading: string, hand: Hand): Column {
  return {
    field: 'extra:Reste',
    heading: withUnit(heading, hand),
    extra: ({ amounts: { ae = 0, cp = 0 } }, { row, columnOf }) => {
      const value = hand.amount(ae - cp);
      const [left, right] = [columnOf('ae'), columnOf('cp')];
      if (typeof value !== 'number' || left === undefined || right === undefined) return { value };
      return { value, formula: `=${cellAddress(row, left)}-${cellAddress(row, right)}` };
    },
  };
}

function runningTotal(heading: string, hand: Hand): Column {
  return {
    field: 'extra:Cumul',
    heading: withUnit(heading, hand),
    extra: ({ amounts: { ae = 0 } }, { row, first, columnOf, before }) => {
      const value = hand.amount(ae + before.reduce((sum, { amounts }) => sum + (amounts.ae ?? 0), 0));
      const column = columnOf('ae');
      if (typeof value !== 'number' || column === undefined) return { value };
      return { value, formula: `=SUM(${absolute(first, column)}:${cellAddress(row, column)})` };
    },
  };
}

function absolute(row: number, column: number): string {
  return cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
