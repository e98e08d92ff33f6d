/** The dates that an extract may give, those that date a line, by its movement, the best first, and the day of its data. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ChorusMovement } from '../../domain/reconciliation/extract';
import { comparable } from '../../domain/text';
import { textOf } from '../../workbook/cells';
import { CellReader } from '../../workbook/ledger/read-cells';
import type { ExtractField } from '../extract-columns';
import type { Layout } from '../extract-layout';
import type { GridRow } from '../extract-rows';

/** All of them. */
export const DATE_FIELDS: readonly ExtractField[] = [
  'commitmentDate',
  'changeDate',
  'accountingDate',
  'paymentDate',
  'baseDate',
  'serviceDate',
];

const AE_DATES: readonly ExtractField[] = ['commitmentDate', 'accountingDate', 'changeDate'];
/** The first of them that holds a date is that of the line. */
export const DATE_FIELDS_OF: Readonly<Record<ChorusMovement, readonly ExtractField[]>> = {
  commitment: AE_DATES,
  modification: AE_DATES,
  decommitment: AE_DATES,
  adjustment: AE_DATES,
  carryOver: AE_DATES,
  reimputation: ['accountingDate'],
  reduction: ['accountingDate'],
  certified: ['serviceDate', 'accountingDate'],
  invoiced: ['accountingDate', 'baseDate', 'serviceDate'],
  payment: ['paymentDate', 'accountingDate', 'baseDate'],
};

/** « Dernière MàJ des données : » above the headings, with its day in that row or in the next. */
const UPDATE_WORDS =
  /^(?:derniere )?(?:maj|mise a jour|actualisation)(?![a-z])|^(?:extrait|edite|extraction|edition) (?:le|du)(?![a-z])/;
const UPDATE_DATE = /^date (?:d|de|de la|de l) ?['’]?(?:edition|extraction|export|mise a jour|maj)(?![a-z])/;
const DAY_IN_TEXT = /\d{1,2}[./]\d{1,2}[./]\d{4}/g;
/** « Édition du | 01/01/2023 | au | 31/12/2023 », in cells of their own. */
const END_OF_PERIOD = /^(?:au|jusqu ?['’]?au)(?: \d|$)/;
const LONGEST = 200;

/** The day in the words of a cell: « Extrait du 05/01/2024 »; a period, « du 01/01 au 30/06 », is no day of its data. */
function dayWithin(cell: GridRow['cells'][number] | undefined): GridRow['cells'][number] {
  const text = textOf(cell ?? null).slice(0, LONGEST);
  const days = isUpdate(text) ? (text.match(DAY_IN_TEXT) ?? []) : [];
  return days.length === 1 ? (days[0] ?? null) : null;
}

function endsPeriod(cell: GridRow['cells'][number]): boolean {
  return END_OF_PERIOD.test(comparable(textOf(cell)).trim());
}

function isUpdate(text: string): boolean {
  const words = comparable(text);
  return UPDATE_WORDS.test(words) || UPDATE_DATE.test(words);
}

/** The newest of the day that the rows above the headings give and of the days when its EJ were changed last. */
export function updatedOn(
  rows: readonly GridRow[],
  { columns }: Layout,
  header: number,
  uses1904: boolean,
): CivilDate | null {
  const reader = new CellReader(uses1904);
  let newest: CivilDate | null = null;
  const look = (cell: GridRow['cells'][number] | undefined): void => {
    const reading = reader.date(cell ?? null);
    if (reading.kind === 'date' && (newest === null || reading.date > newest)) newest = reading.date;
  };
  rows.slice(0, header).forEach(({ cells }, row) => {
    if (!cells.some((cell) => isUpdate(textOf(cell)))) return;
    cells.map(dayWithin).forEach(look);
    const next = rows.slice(0, header)[row + 1]?.cells ?? [];
    for (const near of [cells, next]) if (!near.some(endsPeriod)) near.forEach(look);
  });
  const changed = columns.get('changeDate');
  if (changed !== undefined) for (const { cells } of rows.slice(header + 1)) look(cells[changed]);
  return newest;
}
