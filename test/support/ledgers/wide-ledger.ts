/**
 * Ledgers of any convention, in its own names, codes, postes and year: clean ones, and ones invalid in every way that
 * a team has found. Optional columns are drawn or not.
 */
import fc from 'fast-check';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { creditYearsOf, withEveryEnvelope } from '../../../src/domain/envelopes/credit-years';
import { envelopeFieldOf, rulesNaming } from '../../../src/domain/envelopes/envelope-field';
import { civilDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { FIELD_NAMES } from '../../../src/workbook/field-names';
import { serialOfDate } from '../../../src/workbook/serials';

/**
 * Cells of the tables of a ledger, headings first; two when the team keeps two sheets, alike or one of them for the
 * payments.
 */
export type LedgerTables = readonly (readonly (readonly CellValue[])[])[];

interface Column {
  readonly heading: string;
  readonly cells: fc.Arbitrary<CellValue>;
  /** Cells that Excel's own functions misread, or that nobody can. */
  readonly spoilt: fc.Arbitrary<CellValue>;
  readonly isOptional?: true;
}

const cents = fc.integer({ min: -2_000_000, max: 20_000_000 });
const amount = fc.option(
  cents.map((value): CellValue => value / 100),
  { freq: 3 },
);
const french = (value: number): string =>
  (Math.abs(value) / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2, useGrouping: true });
const spoiltAmount = fc.oneof(
  cents.map((value): CellValue => `${value < 0 ? '-' : ''}${french(value)}`),
  cents.map((value): CellValue => `${french(value)} €`),
  cents.map((value): CellValue => `(${french(value)})`),
  cents.map((value): CellValue => String(value / 100)),
  cents.map((value): CellValue => value / 1_000),
  fc.constantFrom<CellValue>(
    { error: '#REF!' },
    'environ 20',
    12.345,
    -0.005,
    true,
    false,
    '',
    ' ',
    '-',
    '1.234',
    '12,5 k€',
    1e13,
    0,
  ),
);
const states = fc.constantFrom(
  ...['Notifié', 'Notifié', 'Payé', 'Soldé', 'En cours d’exécution', 'Non payé', null, null],
  ...['Projet', 'À signer', 'Demande d’achat', 'Non notifié', 'En attente de signature'],
  ...['Annulé', 'abandonné', 'Visa refusé'],
);
const spoiltText = fc.constantFrom<CellValue>(
  'PDE ',
  'P*E',
  '>1',
  '12 mars',
  'Frais ?',
  'Total',
  'Sous-total',
  { error: '#N/A' },
  36,
  true,
  '',
  '#',
  '=',
  '~',
);

/** Those that lower do, whatever the sign of the amount drawn beside them. */
const OPERATIONS = [
  ...['EJ', 'EJ', 'DP', 'DP', 'EJ en gestion anticipée', null, null],
  ...["Retrait d'EJ", 'DÉSENGAGEMENT PARTIEL', 'Avoir', 'Annulation de DP', 'Reversement', 'EJ hors avoir'],
];

const HEADING_OF = { ae: 'Montant AE TTC', cp: 'Montant CP TTC' } as const;
/** The columns of a table of payments, which takes codes and poste from the commitments of its EJ. */
const OF_PAYMENTS: readonly string[] = [
  FIELD_NAMES.receiptDate,
  FIELD_NAMES.serviceDate,
  FIELD_NAMES.paymentDate,
  HEADING_OF.cp,
];

/** One of these columns is lacking in a ledger of two. */
const SELDOM_LACKING: readonly string[] = [
  ...['', '', '', '', ''],
  ...[
    FIELD_NAMES.ejNumber,
    FIELD_NAMES.commitmentDate,
    FIELD_NAMES.serviceDate,
    FIELD_NAMES.paymentDate,
    HEADING_OF.ae,
    HEADING_OF.cp,
  ],
];

/** A ledger of that convention. */
export function wideLedger(ofOneYear: Convention, isSpoilt: boolean, uses1904 = false): fc.Arbitrary<LedgerTables> {
  const convention = withEveryEnvelope(ofOneYear);
  const every = columnsOf(convention, uses1904);
  const optional = every.filter(({ isOptional }) => isOptional).map(({ heading }) => heading);
  const look = fc.record({
    dropped: fc.subarray(optional),
    seldomDropped: fc.constantFrom(...SELDOM_LACKING),
    isOftenSpoilt: fc.boolean(),
    parts: fc.constantFrom('one', 'one', 'one', 'two alike', 'payments apart'),
    inThousands: fc.constantFrom(false, false, false, true),
  });
  return look.chain(({ dropped, seldomDropped, isOftenSpoilt, parts, inThousands }) => {
    const cellOf = ({ cells, spoilt }: Column): fc.Arbitrary<CellValue> =>
      isSpoilt
        ? fc.oneof({ weight: isOftenSpoilt ? 2 : 12, arbitrary: cells }, { weight: 1, arbitrary: spoilt })
        : cells;
    const tableOf = (columns: readonly Column[]): fc.Arbitrary<CellValue[][]> => {
      const given = columns.map((column) => (inThousands ? thousandsOf(column) : column));
      const rows = fc.array(fc.tuple(...given.map(cellOf)), { minLength: 1, maxLength: 25 });
      return rows.map((cells): CellValue[][] => [given.map(({ heading }) => heading), ...cells]);
    };
    const lacking = parts === 'payments apart' ? dropped : [...dropped, seldomDropped];
    const kept = every.filter(({ heading }) => !lacking.includes(heading));
    const isPaid = ({ heading }: Column): boolean => OF_PAYMENTS.includes(heading);
    if (parts === 'two alike') return fc.tuple(tableOf(kept), tableOf(kept)).map((tables) => [...tables]);
    if (parts === 'one') return tableOf(kept).map((table) => [table]);
    const payments = kept.filter((column) => isPaid(column) || column.heading === FIELD_NAMES.ejNumber);
    return fc.tuple(tableOf(kept.filter((column) => !isPaid(column))), tableOf(payments)).map((tables) => [...tables]);
  });
}

/** The same column of amounts, in k€. */
function thousandsOf(column: Column): Column {
  if (column.heading !== HEADING_OF.ae && column.heading !== HEADING_OF.cp) return column;
  const cells = fc.option(
    cents.map((value): CellValue => value / 100_000),
    { freq: 3 },
  );
  return { ...column, heading: `${column.heading} (k€)`, cells };
}

function columnsOf(convention: Convention, uses1904: boolean): readonly Column[] {
  const field = envelopeFieldOf(convention);
  const [first = convention.creditYear, ...later] = creditYearsOf(convention);
  const dates = datesOf(first, later.at(-1) ?? first, uses1904);
  const ej = fc.constantFrom<CellValue>(
    '1405610188',
    '1405610190',
    '1512789780',
    ...['EJ 1512789780', '1512789780/10', '1405619999'],
    null,
    ...[convention, ...convention.otherYears].flatMap(({ rap }) => rap.flatMap(({ ej: one }) => [one, Number(one)])),
  );
  return [
    {
      heading: FIELD_NAMES[field],
      cells: axisOf(convention),
      spoilt: fc.oneof(axisOf(convention).map(misspelt), spoiltText),
    },
    { heading: FIELD_NAMES.budgetLine, cells: lineOf(convention), spoilt: spoiltText, isOptional: true },
    {
      heading: "Type d'opération",
      cells: fc.constantFrom(...OPERATIONS),
      spoilt: spoiltText,
      isOptional: true,
    },
    {
      heading: FIELD_NAMES.ejNumber,
      cells: ej,
      spoilt: fc.constantFrom<CellValue>('1405 610 188', '14056', 'à venir', { error: '#N/A' }, 1_405_610_188, ''),
    },
    { heading: FIELD_NAMES.commitmentDate, ...dates },
    { heading: HEADING_OF.ae, cells: amount, spoilt: spoiltAmount },
    { heading: FIELD_NAMES.receiptDate, ...dates, isOptional: true },
    { heading: FIELD_NAMES.serviceDate, ...dates },
    { heading: FIELD_NAMES.paymentDate, ...dates },
    { heading: HEADING_OF.cp, cells: amount, spoilt: spoiltAmount },
    { heading: FIELD_NAMES.status, cells: states, spoilt: spoiltText, isOptional: true },
  ];
}

/** From November before the first credit year to February two years after the last, some with an hour. */
function datesOf(year: number, lastYear: number, uses1904: boolean): Pick<Column, 'cells' | 'spoilt'> {
  const [first, last] = [civilDate(year - 1, 11, 1), civilDate(lastYear + 2, 2, 28)].map((date) =>
    date === null ? null : serialOfDate(date, uses1904),
  );
  const serial = fc.integer({ min: first ?? 1, max: last ?? 1 });
  const near = fc.integer({ min: first ?? 1, max: (first ?? 1) + 450 });
  const cells = fc.option(
    fc.tuple(fc.oneof(near, near, serial), fc.constantFrom(0, 0, 0.75)).map(([day, hour]): CellValue => day + hour),
    { freq: 4 },
  );
  const texts = [
    `17/10/${year}`,
    `17/10/${year % 100}`,
    `lundi 17 oct. ${year}`,
    `${year}0304`,
    `17/10/${year - 1}`,
    `03.02.${year} 05:32:09`,
    `${year}-03-04`,
    `31/02/${year}`,
    'fin mars',
    '-',
    '',
  ];
  const spoilt = fc.oneof(
    near.map((day): CellValue => String(day)),
    fc.constantFrom<CellValue>(...texts, { error: '#N/A' }, true, 0, -5, 60, 3_000_000),
  );
  return { cells, spoilt };
}

/** Names of an envelope, near misses, and texts that name none. */
function axisOf(convention: Convention): fc.Arbitrary<CellValue> {
  const field = envelopeFieldOf(convention);
  const codeOf = (pattern: string): string => pattern.replaceAll('*', 'C001').replaceAll('?', '7');
  const ruled = rulesNaming(convention, field).flatMap(({ value, aliases }) => [value, ...aliases].map(codeOf));
  const called =
    field === 'ministerialAxis2'
      ? convention.envelopes.flatMap(({ code, label, aliases }) => [code, label, label, ...aliases])
      : [];
  const known = [...ruled, ...called];
  const names = fc.constantFrom<CellValue>(...known, ...known.map((name) => name.toLowerCase()));
  return fc.oneof(
    { weight: 9, arbitrary: names },
    { weight: 1, arbitrary: fc.constantFrom<CellValue>('Plateforme', null) },
  );
}

function misspelt(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.slice(0, 3) + cell.slice(4) : cell;
}

function lineOf({ envelopes }: Convention): fc.Arbitrary<CellValue> {
  const lines = envelopes.flatMap(({ lines: own }) =>
    own.flatMap(({ label, aliases }) => [label, ...aliases, label.split(' ').slice(0, 2).join(' ')]),
  );
  return fc.constantFrom<CellValue>(...lines, ...lines, 'Divers', null);
}
