/**
 * Columns that teams keep beside those of the credits: other numbers of Chorus, other days, other amounts, periods. An
 * officer knows that they are neither the EJ nor the DP, neither the day nor the amount of an operation.
 */
import type { CellValue } from '../../../src/workbook/cells';
import type { Random } from '../worlds/random';
import type { Column } from './block';
import type { Draw } from './draw';
import type { Field, KeptRow } from './rows';
import { dayAfter } from './truth';
import type { Hand } from './values';

interface Other {
  readonly feature: string;
  readonly share: number;
  readonly columns: (random: Random, hand: Hand, fields: ReadonlySet<Field>) => readonly Column[];
}

const MONTHS = 'Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre'.split(' ');

const OTHERS: readonly Other[] = [
  {
    feature: 'column of another Chorus number',
    share: 0.1,
    columns: (random) => [
      column(random.pick(['N° DA', "Demande d'achat", 'N° de DA']), ({ order }) => `10${order.ej.slice(-8)}`),
    ],
  },
  {
    feature: 'column of the supplier number',
    share: 0.07,
    columns: (random) => [
      column(random.pick(['N° fournisseur', 'Code tiers', 'N° tiers Chorus']), ({ order }) => {
        return `10001${String(order.supplier.length * 1_234).padStart(5, '0')}`;
      }),
    ],
  },
  {
    feature: 'column of SIRET',
    share: 0.05,
    columns: () => [column('SIRET', ({ order }) => `4128${String(order.supplier.length * 99_371).padStart(10, '0')}`)],
  },
  {
    feature: 'column of invoice numbers',
    share: 0.08,
    columns: (random) => [
      column(random.pick(['N° facture', 'N° de facture', 'Réf. facture']), ({ order, amounts }) =>
        amounts.cp === undefined && amounts.amount === undefined ? null : `F2023-${order.ej.slice(-3)}`,
      ),
    ],
  },
  {
    feature: 'column of the number of service fait',
    share: 0.05,
    columns: (random) => [
      column(random.pick(['N° SF', 'N° de service fait']), ({ order, days }) =>
        days.served === undefined ? null : `5${order.ej.slice(-9)}`,
      ),
    ],
  },
  {
    feature: 'column of invoice days',
    share: 0.08,
    columns: (random, hand) => [
      column(random.pick(['Date de facture', 'Date facture', 'Date de la facture']), ({ days: { served } }) =>
        served === undefined ? null : hand.day(dayAfter(served, -6)),
      ),
    ],
  },
  {
    feature: 'column of the days of requests',
    share: 0.06,
    columns: (random, hand) => [
      column(random.pick(['Date DA', 'Date de la demande', 'Demandé le']), ({ days: { signed } }) =>
        signed === undefined ? null : hand.day(dayAfter(signed, -15)),
      ),
    ],
  },
  {
    feature: 'column of ends of contracts',
    share: 0.06,
    columns: (random, hand) => [
      column(random.pick(['Date de fin', 'Échéance du marché', 'Fin de marché', 'Date de fin de prestation']), (row) =>
        row.days.signed === undefined ? null : hand.day(dayAfter(row.days.signed, 365)),
      ),
    ],
  },
  {
    feature: 'column of estimates',
    share: 0.07,
    columns: (random, hand, fields) =>
      fields.has('ae')
        ? [
            amount(
              random.pick(['Montant prévisionnel', 'Montant estimé', 'Estimation', 'AE prévisionnelles']),
              hand,
              (row) =>
                row.amounts.ae === undefined || row.amounts.ae < 0
                  ? null
                  : Math.ceil(row.amounts.ae / 100_000) * 100_000,
            ),
          ]
        : [],
  },
  {
    feature: 'column of expected CP',
    share: 0.05,
    columns: (random, hand, fields) =>
      fields.has('ae') && fields.has('cp')
        ? [
            amount(random.pick(['CP prévisionnels', 'CP prévus', 'Prévision CP']), hand, (row) =>
              row.amounts.ae === undefined || row.amounts.ae < 0 ? null : row.amounts.ae,
            ),
          ]
        : [],
  },
  {
    feature: 'column of the ceiling of the contract',
    share: 0.05,
    columns: (random, hand, fields) =>
      fields.has('ae')
        ? [
            amount(
              random.pick(['Montant maximum du marché', 'Maximum du marché', 'Plafond du marché']),
              hand,
              ({ order }) => order.cents * 4,
            ),
          ]
        : [],
  },
  {
    feature: 'column of percents',
    share: 0.06,
    columns: (random, _, fields) =>
      fields.has('ae') && fields.has('cp')
        ? [
            column(random.pick(['% payé', '% consommé', 'Taux de consommation', 'Taux']), ({ amounts: { ae, cp } }) =>
              ae === undefined || ae <= 0 ? null : Math.round((100 * (cp ?? 0)) / ae) / 100,
            ),
          ]
        : [],
  },
  {
    feature: 'column of years',
    share: 0.06,
    columns: (random) => [
      column(random.pick(['Exercice', 'Année', 'Exercice budgétaire']), ({ day }) => Number(day.slice(0, 4))),
    ],
  },
  {
    feature: 'column of months',
    share: 0.05,
    columns: (random) => [
      column(random.pick(['Mois', 'Période']), ({ day }) => MONTHS[Number(day.slice(5, 7)) - 1] ?? null),
    ],
  },
  {
    feature: 'column of quarters',
    share: 0.04,
    columns: () => [column('Trimestre', ({ day }) => `T${Math.ceil(Number(day.slice(5, 7)) / 3)}`)],
  },
  {
    feature: 'column of checks',
    share: 0.06,
    columns: (random) => {
      const mark = random.pick(['x', 'X', 'Oui', 'OK', 'V']);
      return [
        column(random.pick(['Vu', 'Pointé', 'Contrôlé', 'Saisi Chorus', 'Vérifié']), (row) =>
          row.order.cents % 2 ? mark : null,
        ),
      ];
    },
  },
  {
    feature: 'column of small texts',
    share: 0.08,
    columns: (random) => [
      column(
        random.pick(['Lot', 'Service', 'Bureau', 'Code projet', 'Type de marché', 'Urgence', 'Mode de passation']),
        (row) => (row.order.cents % 3 ? null : random.pick(['A', 'B2', 'MAPA', 'UGAP', 'SDNUM', '1', 'néant'])),
      ),
    ],
  },
];

/** The columns of these kinds that a table of the fields has. `part` names the table. */
export function otherColumns(draw: Draw, fields: readonly Field[], hand: Hand, part: string): readonly Column[] {
  const own = new Set(fields);
  return OTHERS.flatMap(({ feature, share, columns }) => {
    const random = draw.chanceOf(`${feature} ${part}`);
    const added = columns(random, hand, own);
    return added.length > 0 && draw.has(feature, share) ? added : [];
  });
}

function column(heading: string, of: (row: KeptRow) => CellValue): Column {
  return { field: `extra:${heading}`, heading, extra: (row) => ({ value: of(row) }) };
}

function amount(heading: string, hand: Hand, of: (row: KeptRow) => number | null): Column {
  return {
    field: `extra:${heading}`,
    heading: hand.inThousands ? `${heading} (k€)` : heading,
    extra: (row) => {
      const cents = of(row);
      return { value: cents === null ? null : hand.amount(cents) };
    },
  };
}
