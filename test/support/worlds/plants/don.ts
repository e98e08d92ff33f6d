/** Faults of the data themselves: what cannot be read, what is read twice, what nobody sees. */
import { partsOf, toIso, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../../src/workbook/cells';
import { dateCell, type Order, type Row, type World } from '../world';
import { plants, type Plant } from './plant';

type On = 'commit' | 'pay';

/** Replaces a cell of an order. */
function cell(
  rule: Plant['rule'],
  severity: Severity,
  on: On,
  field: LedgerField,
  value: (order: Order) => CellValue,
): Plant['make'] {
  return (world) => {
    if (!world.columns.includes(field)) return false;
    const order = world.order();
    order[on][field] = value(order);
    world.expectRow(rule, severity, order[on], field);
    return true;
  };
}

const french = (date: CivilDate): string => {
  const { day, month, year } = partsOf(date);
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
};
const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
const isOrdinary = (row: Row): boolean => typeof row.label === 'string' && row.status !== undefined;

/** Repeats a row, below. */
function again(severity: Severity, field: LedgerField, make: (order: Order, world: World) => Row): Plant['make'] {
  return (world) => {
    const row = make(world.order(), world);
    const copy = world.insert({ ...row }, row);
    world.expectRow('DON-03', severity, copy, field);
  };
}

/** A negative payment without number nor word. */
function negative(label: string): Plant['make'] {
  return (world) => {
    const { envelope, days } = world.order();
    const row: Row = {
      status: 'Notifié',
      label,
      ...world.codes(envelope),
      cp: -10 - world.random.whole(1, 999) / 100,
      serviceDate: dateCell(days.served),
      paymentDate: dateCell(days.paid),
    };
    world.expectRow('DON-04', 'warning', world.insert(row), 'cp');
  };
}

/** A retrait of the commitment of an order, of its unpaid part, typed with a plus. */
function retraitWithPlus(operation: string): Plant['make'] {
  return (world) => {
    const { commit, days } = world.order();
    const row = { ...commit, operation, label: world.newLabel(), commitmentDate: dateCell(days.paid), ae: 10 };
    world.expectRow('DON-10', 'error', world.insert(row), 'ae');
  };
}

/** An amount given back on a payment, typed with a plus. */
function returnWithPlus(severity: Severity, operation: string, label: string): Plant['make'] {
  return (world) => {
    const { pay } = world.order();
    const row = { ...pay, operation, label: `${label} ${world.newLabel()}`.trim(), dpNumber: world.newDp(), cp: 5 };
    world.expectRow('DON-10', severity, world.insert(row), 'cp');
  };
}

function total(
  severity: Severity,
  label: string,
  field: 'ae' | 'cp',
  shown: (sum: number) => CellValue,
  position: 'somewhere' | 'last',
): Plant['make'] {
  return (world) => {
    const row: Row = { operation: label };
    if (position === 'last') world.rows.push(row);
    else world.insert(row);
    const above = world.rows.slice(0, world.rows.indexOf(row));
    const sum = above.reduce((cents, one) => cents + centsOf(one[field] ?? null), 0);
    row[field] = shown(sum / 100);
    world.expectRow('DON-05', severity, row, field);
  };
}

/** Nothing for what another plant made unreadable. */
function centsOf(value: CellValue): number {
  return typeof value === 'number' ? Math.round(value * 100) : 0;
}

function anyRun(world: World, count: number): readonly Row[] {
  const start = world.random.whole(0, world.rows.length - count);
  const run = world.rows.slice(start, start + count);
  return run.every(isOrdinary) ? run : [];
}

function hide(pick: (world: World) => readonly Row[]): Plant['make'] {
  return (world) => {
    const rows = pick(world);
    const [first] = [...rows].sort((one, other) => world.rows.indexOf(one) - world.rows.indexOf(other));
    if (!first) return false;
    rows.forEach((row) => world.hidden.add(row));
    world.expectRow('DON-07', 'info', first, 'ae');
    return true;
  };
}

/** One row of four; none where they are too few for the control to see a filter in them. */
function everyFourth({ rows }: World): readonly Row[] {
  const found = rows.filter((row, index) => index % 4 === 1 && isOrdinary(row));
  return found.length > 5 ? found : [];
}

/** A CP whose cell has this format. */
function format(format: string, severity: Severity): Plant['make'] {
  return (world) => {
    const row = world.rows.find((one) => isOrdinary(one) && typeof one.cp === 'number' && one.cp !== 0);
    if (!row || !world.columns.includes('cp')) return false;
    world.formats.set(row, { field: 'cp', format });
    world.expectRow('DON-07', severity, row, 'cp');
    return true;
  };
}

function without(severity: Severity, field: LedgerField): Plant['make'] {
  return (world) => {
    const position = world.columns.indexOf(field);
    if (position < 0 || world.convention.id !== 'dgefp-dge-2023') return false;
    world.columns.splice(position, 1);
    world.expected.push({ rule: 'DON-08', severity, place: { kind: 'headings' } });
    return true;
  };
}

export const DON_PLANTS: readonly Plant[] = [
  ...plants(
    'DON-01',
    [],
    [
      ['« environ 500 » à la place d’un montant', cell('DON-01', 'error', 'commit', 'ae', () => 'environ 500')],
      ['un jour qui n’existe pas', cell('DON-01', 'error', 'pay', 'paymentDate', () => '31/02/2023')],
      ['« 1.234 » : mille ou un virgule ?', cell('DON-01', 'error', 'pay', 'cp', () => '1.234')],
      ['« 20 % » à la place d’un montant', cell('DON-01', 'error', 'commit', 'ae', () => '20 %')],
      ['un montant en dollars', cell('DON-01', 'error', 'pay', 'cp', () => '300 $')],
      ['« fin mars » à la place d’une date', cell('DON-01', 'error', 'pay', 'serviceDate', () => 'fin mars')],
    ],
  ),
  // It counts before every other, against the ceiling of the last day: one that moves would name it.
  ...plants(
    'DON-01',
    ['ceilings'],
    [['un engagement sans date : un doute', cell('DON-01', 'warning', 'commit', 'commitmentDate', () => null)]],
  ),
  ...plants(
    'DON-02',
    [],
    [
      ['un montant gardé comme texte', cell('DON-02', 'warning', 'commit', 'ae', ({ cents }) => euros(cents))],
      ['une date gardée comme texte', cell('DON-02', 'warning', 'pay', 'paymentDate', ({ days }) => french(days.paid))],
      [
        'une date ISO gardée comme texte',
        cell('DON-02', 'warning', 'pay', 'serviceDate', ({ days }) => toIso(days.served)),
      ],
      ['un montant avec son signe €', cell('DON-02', 'warning', 'pay', 'cp', ({ cents }) => `${euros(cents / 3)} €`)],
    ],
  ),
  ...plants(
    'DON-03',
    [],
    [
      ['un paiement saisi deux fois', again('error', 'dpNumber', ({ pay }) => pay)],
      ['un engagement saisi deux fois', again('error', 'ejNumber', ({ commit }) => commit)],
      [
        'un projet saisi deux fois, sans numéro : un doute',
        again('warning', 'ae', ({ envelope }, world) => {
          const project = {
            ...world.commitment(envelope, 4_000, null),
            operation: 'EJ',
            status: 'Projet',
            ejNumber: null,
            ejLine: null,
          };
          return world.insert({ ...project, commitmentDate: null });
        }),
      ],
    ],
  ),
  ...plants(
    'DON-04',
    [],
    [
      ['un paiement négatif sans raison', negative('Divers')],
      ['un paiement négatif, sans objet', negative('')],
      ['un paiement négatif de fournitures', negative('Fournitures')],
    ],
  ),
  ...plants(
    'DON-05',
    ['hidden'],
    [
      ['un total d’AE faux', total('error', 'Total', 'ae', (sum) => sum + 123_456.78, 'somewhere')],
      ['un sous-total de CP faux', total('error', 'Sous-total', 'cp', (sum) => sum - 0.01, 'last')],
      ['un total que rien ne peut lire', total('warning', 'TOTAL GÉNÉRAL', 'ae', () => 'voir annexe', 'somewhere')],
    ],
  ),
  ...plants(
    'DON-05',
    ['hidden', 'columns'],
    [
      [
        'un total juste, tapé dans le tableau',
        total('info', 'Total', 'ae', (sum) => Math.round(sum * 100) / 100, 'last'),
      ],
    ],
  ),
  ...plants(
    'DON-06',
    [],
    [
      ['#REF! à la place d’un montant', cell('DON-06', 'error', 'commit', 'ae', () => ({ error: '#REF!' }))],
      ['#N/A à la place d’une date', cell('DON-06', 'error', 'pay', 'serviceDate', () => ({ error: '#N/A' }))],
      ['#VALUE! à la place du numéro d’EJ', cell('DON-06', 'error', 'pay', 'ejNumber', () => ({ error: '#VALUE!' }))],
      [
        '#NAME? à la place d’un code',
        cell('DON-06', 'error', 'commit', 'functionalDomain', () => ({ error: '#NAME?' })),
      ],
      ['#REF! à la place du poste', cell('DON-06', 'error', 'commit', 'budgetLine', () => ({ error: '#REF!' }))],
      ['#N/A à la place du N° DP', cell('DON-06', 'error', 'pay', 'dpNumber', () => ({ error: '#N/A' }))],
    ],
  ),
  ...plants(
    'DON-07',
    ['hidden'],
    [
      ['trois lignes masquées', hide((world) => anyRun(world, 3))],
      ['un filtre laissé, qui masque une ligne sur quatre', hide(everyFourth)],
      [
        'la colonne des CP masquée',
        (world) => {
          const first = world.rows.find((row) => isOrdinary(row) && typeof row.cp === 'number' && row.cp !== 0);
          if (!first || !world.columns.includes('cp')) return false;
          world.hiddenColumns.add('cp');
          world.expectRow('DON-07', 'info', first, 'cp');
          return true;
        },
      ],
      ['un paiement que le format de sa cellule n’affiche pas', format(';;;', 'info')],
      ['un paiement affiché en milliers, sans que rien le dise', format('#,##0.00,', 'warning')],
      [
        'toute la feuille masquée',
        (world) => {
          const first = world.rows.find(isOrdinary);
          if (!first) return false;
          world.isSheetHidden = true;
          world.expectRow('DON-07', 'info', first, 'ae');
          return true;
        },
      ],
    ],
  ),
  ...plants(
    'DON-08',
    ['columns', 'ceilings', 'closing', 'duties', 'hidden', 'chorus'],
    [
      ['pas de centre de coûts', without('warning', 'costCentre')],
      ['pas d’activité', without('warning', 'activity')],
      ['pas de poste de dépense', without('info', 'budgetLine')],
      ['pas d’axe ministériel 1', without('info', 'ministerialAxis1')],
      ['pas de date de service fait', without('warning', 'serviceDate')],
    ],
  ),
  ...plants(
    'DON-09',
    [],
    [
      [
        'le tiers d’une somme, que personne n’a arrondi',
        cell('DON-09', 'warning', 'pay', 'cp', ({ cents }) => cents / 300 - 0.003333),
      ],
      ['trois décimales en AE', cell('DON-09', 'warning', 'commit', 'ae', ({ cents }) => (cents + 0.4) / 100)],
      ['un demi-centime', cell('DON-09', 'warning', 'commit', 'ae', ({ cents }) => (cents + 0.5) / 100)],
    ],
  ),
  ...plants(
    'DON-10',
    [],
    [
      ['un retrait saisi avec le signe plus', retraitWithPlus('Retrait')],
      ['un désengagement partiel saisi avec le signe plus', retraitWithPlus('Désengagement partiel')],
      ['un avoir saisi avec le signe plus', returnWithPlus('error', 'Avoir', '')],
      ['un remboursement saisi avec le signe plus : un doute', returnWithPlus('warning', 'Remboursement', '')],
      ['« Avoir » dans l’objet seulement : un doute', returnWithPlus('warning', 'DP', 'Avoir')],
    ],
  ),
];
