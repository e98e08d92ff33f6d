/**
 * Ledgers of any convention, in its own names, codes, postes and year: clean ones, and ones spoilt in every way that a team has found. Columns that
 * a team may not have come and go.
 */
import fc from 'fast-check';
import type { Convention } from '../../src/domain/envelopes/convention';
import { envelopeFieldOf, rulesNaming } from '../../src/domain/envelopes/envelope-field';
import { civilDate } from '../../src/domain/calendar/civil-date';
import type { CellValue } from '../../src/workbook/cells';
import { FIELD_NAMES } from '../../src/workbook/names';
import { serialOfDate } from '../../src/workbook/serials';

/** Cells of the tables of a ledger, headings first; two when the team keeps two sheets. */
export type LedgerTables = readonly (readonly (readonly CellValue[])[])[];

interface Column {
  readonly heading: string;
  readonly cells: fc.Arbitrary<CellValue>;
  /** Cells that Excel's own functions misread, or that nobody can. */
  readonly spoilt: fc.Arbitrary<CellValue>;
  readonly isOptional?: true;
}

const cents = fc.integer({ min: -2_000_000, max: 20_000_000 });
const amount = fc.option(cents.map((value): CellValue => value / 100), { freq: 3 });
const french = (value: number): string => (Math.abs(value) / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2, useGrouping: true });
const spoiltAmount = fc.oneof(
  cents.map((value): CellValue => `${value < 0 ? '-' : ''}${french(value)}`),
  cents.map((value): CellValue => `${french(value)} €`),
  cents.map((value): CellValue => `(${french(value)})`),
  cents.map((value): CellValue => String(value / 100)),
  cents.map((value): CellValue => value / 1_000),
  fc.constantFrom<CellValue>({ error: '#REF!' }, 'environ 20', 12.345, -0.005, true, false, '', ' ', '-', '1.234', '12,5 k€', 1e13, 0),
);
const states = fc.constantFrom('Notifié', 'Payé', 'Projet', 'À signer', 'Annulé', 'abandonné', null);
const spoiltText = fc.constantFrom<CellValue>('PDE ', 'P*E', '>1', '12 mars', 'Frais ?', 'Total', 'Sous-total', { error: '#N/A' }, 36, true, '', '#', '=', '~');

/** A ledger of that convention. */
export function wideLedger(convention: Convention, isSpoilt: boolean, uses1904 = false): fc.Arbitrary<LedgerTables> {
  const every = columnsOf(convention, uses1904);
  const optional = every.filter(({ isOptional }) => isOptional).map(({ heading }) => heading);
  return fc.tuple(fc.subarray(optional), fc.boolean(), fc.integer({ min: 0, max: 4 })).chain(([dropped, hasOften, second]) => {
    const columns = every.filter(({ heading }) => !dropped.includes(heading));
    const spoiltCell = ({ cells, spoilt }: Column): fc.Arbitrary<CellValue> =>
      fc.oneof({ weight: hasOften ? 2 : 12, arbitrary: cells }, { weight: 1, arbitrary: spoilt });
    const row = fc.tuple(...columns.map((column) => (isSpoilt ? spoiltCell(column) : column.cells)));
    const table = fc.array(row, { minLength: 1, maxLength: 25 }).map((rows) => [columns.map(({ heading }) => heading), ...rows]);
    return fc.array(table, { minLength: second === 0 ? 2 : 1, maxLength: second === 0 ? 2 : 1 });
  });
}

function columnsOf(convention: Convention, uses1904: boolean): readonly Column[] {
  const field = envelopeFieldOf(convention);
  const dates = datesOf(convention.creditYear, uses1904);
  const ej = fc.constantFrom<CellValue>('1405610188', '1405610190', '1512789780', null, ...convention.rap.flatMap((one) => [one.ej, Number(one.ej)]));
  return [
    { heading: FIELD_NAMES[field], cells: axisOf(convention), spoilt: fc.oneof(axisOf(convention).map(misspelt), spoiltText) },
    { heading: FIELD_NAMES.budgetLine, cells: lineOf(convention), spoilt: spoiltText, isOptional: true },
    { heading: "Type d'opération", cells: fc.constantFrom('EJ', 'DP', 'EJ en gestion anticipée', null), spoilt: spoiltText, isOptional: true },
    { heading: FIELD_NAMES.ejNumber, cells: ej, spoilt: fc.constantFrom<CellValue>('1405 610 188', '14056', 'à venir', { error: '#N/A' }, 1_405_610_188, '') },
    { heading: FIELD_NAMES.commitmentDate, ...dates },
    { heading: 'Montant AE TTC', cells: amount, spoilt: spoiltAmount },
    { heading: FIELD_NAMES.receiptDate, ...dates, isOptional: true },
    { heading: FIELD_NAMES.serviceDate, ...dates },
    { heading: FIELD_NAMES.paymentDate, ...dates },
    { heading: 'Montant CP TTC', cells: amount, spoilt: spoiltAmount },
    { heading: FIELD_NAMES.status, cells: states, spoilt: spoiltText, isOptional: true },
  ];
}

/** From November before the credit year to February two years later, some with an hour. */
function datesOf(year: number, uses1904: boolean): Pick<Column, 'cells' | 'spoilt'> {
  const [first, last] = [civilDate(year - 1, 11, 1), civilDate(year + 2, 2, 28)].map((date) => (date === null ? null : serialOfDate(date, uses1904)));
  const serial = fc.integer({ min: first ?? 1, max: last ?? 1 });
  const near = fc.integer({ min: first ?? 1, max: (first ?? 1) + 450 });
  const cells = fc.option(
    fc.tuple(fc.oneof(near, near, serial), fc.constantFrom(0, 0, 0.75)).map(([day, hour]): CellValue => day + hour),
    { freq: 4 },
  );
  const texts = [`17/10/${year}`, `17/10/${year - 1}`, `03.02.${year} 05:32:09`, `${year}-03-04`, `31/02/${year}`, 'fin mars', '-', ''];
  const spoilt = fc.oneof(
    near.map((day): CellValue => String(day)),
    fc.constantFrom<CellValue>(...texts, { error: '#N/A' }, true, 0, -5, 60, 3_000_000),
  );
  return { cells, spoilt };
}

/** What names an envelope, what nearly does, and what does not. */
function axisOf(convention: Convention): fc.Arbitrary<CellValue> {
  const field = envelopeFieldOf(convention);
  const codeOf = (pattern: string): string => pattern.replaceAll('*', 'C001').replaceAll('?', '7');
  const ruled = rulesNaming(convention, field).flatMap(({ value, aliases }) => [value, ...aliases].map(codeOf));
  const called = field === 'ministerialAxis2' ? convention.envelopes.flatMap(({ code, label, aliases }) => [code, label, label, ...aliases]) : [];
  const known = [...ruled, ...called];
  const names = fc.constantFrom<CellValue>(...known, ...known.map((name) => name.toLowerCase()));
  return fc.oneof({ weight: 9, arbitrary: names }, { weight: 1, arbitrary: fc.constantFrom<CellValue>('Plateforme', null) });
}

function misspelt(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.slice(0, 3) + cell.slice(4) : cell;
}

function lineOf({ envelopes }: Convention): fc.Arbitrary<CellValue> {
  const lines = envelopes.flatMap(({ lines: own }) => own.flatMap(({ label, aliases }) => [label, ...aliases, label.split(' ').slice(0, 2).join(' ')]));
  return fc.constantFrom<CellValue>(...lines, ...lines, 'Divers', null);
}
