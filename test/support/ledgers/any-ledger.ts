/**
 * Ledgers of every content that a team may keep, as cells: clean ones, which native formulas must read right, and
 * invalid ones.
 */
import fc from 'fast-check';
import type { CellValue } from '../../../src/workbook/cells';

const HEADINGS = [
  'Axe ministériel 2',
  'Poste de dépense',
  'N° EJ',
  "Date d'engagement",
  'Montant AE TTC',
  'Date de service fait',
  'Date de paiement',
  'Montant CP TTC',
  'État',
];
const EJ = 2;
const AE = 4;
/** An earlier EJ of the RAP list; the convention of these ledgers must have it. */
export const EARLIER_EJ = '1405508811';

const axis = fc.constantFrom(
  'PDE',
  'pde',
  'Place des entreprises',
  'Signaux Faibles',
  'SF',
  'Signaux Fables',
  'Plateforme',
  null,
);
const poste = fc.constantFrom(
  'Frais annexes',
  'Outils de production',
  'Hébergement',
  'Prestations',
  'Audit de sécurité',
  'Tests d’intrusion',
  'Divers',
  null,
);
const ej = fc.constantFrom<CellValue>('1405610188', '1405610190', EARLIER_EJ, Number(EARLIER_EJ), null);
const cents = fc.integer({ min: -2_000_000, max: 20_000_000 });
const amount = fc.option(
  cents.map((value): CellValue => value / 100),
  { freq: 3 },
);
/** From November 2022 to February 2024, some with an hour. */
const date = fc.option(
  fc
    .tuple(fc.integer({ min: 44_866, max: 45_350 }), fc.constantFrom(0, 0.75))
    .map(([day, hour]): CellValue => day + hour),
  { freq: 4 },
);
const state = fc.constantFrom('Notifié', 'Payé', 'Projet', 'À signer', 'Annulé', 'abandonné', null);

const cleanRow = fc.tuple(axis, poste, ej, date, amount, date, date, amount, state);

const spoiltAmount = fc.oneof(
  amount,
  cents.map((value): CellValue => String(value / 100).replace('.', ',')),
  fc.constantFrom<CellValue>({ error: '#REF!' }, 'environ 20', 12.345, true),
);
const spoiltDate = fc.oneof(
  date,
  fc.constantFrom<CellValue>('17/10/2023', '17/10/2022', 'fin mars', { error: '#N/A' }),
);
const spoiltText = fc.constantFrom<CellValue>(
  'PDE ',
  'P*E',
  '>1',
  '12 mars',
  'Frais ?',
  'Total',
  { error: '#N/A' },
  36,
);
const spoiltRow = fc.tuple(
  fc.oneof(axis, spoiltText),
  fc.oneof(poste, spoiltText),
  ej,
  spoiltDate,
  spoiltAmount,
  spoiltDate,
  spoiltDate,
  spoiltAmount,
  state,
);

/** It commits more than any ledger withdraws, on every day. */
const OPEN_EJ = '1405610199';
const OPEN_COMMITMENT: CellValue[] = ['PDE', null, OPEN_EJ, null, 1_000_000, null, null, null, null];

/**
 * No formula knows in which year an EJ was committed, nor what it allows: a clean ledger keeps its retraits on the EJ
 * of the RAP list, or on one that allows them all.
 */
function retractingOnKnown(row: CellValue[]): CellValue[] {
  const [ej, ae] = [row[EJ], row[AE]];
  return typeof ae === 'number' && ae < 0 && ej !== EARLIER_EJ && ej !== Number(EARLIER_EJ)
    ? row.map((cell, column) => (column === EJ ? OPEN_EJ : cell))
    : row;
}

function withOpenEj(rows: Cells): Cells {
  return rows.some((row) => row[EJ] === OPEN_EJ) ? [OPEN_COMMITMENT, ...rows] : rows;
}

type Cells = CellValue[][];

/** Headings, then rows whose amounts are numbers of two decimals and whose dates are dates. */
export function cleanLedger(maxRows = 25): fc.Arbitrary<Cells> {
  return fc
    .array(cleanRow, { minLength: 1, maxLength: maxRows })
    .map((rows): Cells => [HEADINGS, ...withOpenEj(rows.map(retractingOnKnown))]);
}

/** Headings, then rows of which some hold what Excel's own functions misread. */
export function spoiltLedger(maxRows = 15): fc.Arbitrary<Cells> {
  return fc
    .array(fc.oneof(cleanRow, spoiltRow), { minLength: 1, maxLength: maxRows })
    .map((rows): Cells => [HEADINGS, ...rows]);
}
