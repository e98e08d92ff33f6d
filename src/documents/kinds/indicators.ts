/**
 * The indicators of ENV_Indicateurs that the Bilan qualitatif of a year shows. Those of another period are to be filled
 * in for this year, unless the register has them for it; a period that names no year is of any.
 */
import { yearOf } from '../../domain/calendar/civil-date';
import { comparable } from '../../domain/text';
import { isCellError, type CellValue } from '../../workbook/cells';
import { isBlankText, textOf } from '../../workbook/ledger/read-cells';
import { isDayOfCentury } from '../../workbook/number-formats';
import type { OurRow, OurTable } from '../../workbook/registers/our-tables';
import { dateOfSerial } from '../../workbook/serials';

/** A row of the register, as the document of a year shows it. */
export interface YearIndicator {
  readonly row: OurRow<'indicators'>;
  /** Null when it is to be filled in for that year. */
  readonly value: CellValue;
}

const YEARS = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** In « Valeur », for a figure that nobody has. */
const NOT_GIVEN =
  /^(?:n ?[cdr]|nc|non (?:communiquee?s?|disponibles?|renseignee?s?|connue?s?)|a (?:completer|renseigner|saisir))$/;

/** The indicators of a year, in the order of the register. */
export function indicatorsOf(table: OurTable<'indicators'>, year: number, uses1904: boolean): readonly YearIndicator[] {
  const isOfYear = (row: OurRow<'indicators'>): boolean => {
    const years = yearsOf(table.value(row, 'period'), uses1904);
    return years.length === 0 || (Math.min(...years) <= year && year <= Math.max(...years));
  };
  const nameOf = (row: OurRow<'indicators'>): string => comparable(table.text(row, 'indicator'));
  const named = new Set(table.rows().filter(isOfYear).map(nameOf));
  return table.rows().flatMap((row): readonly YearIndicator[] => {
    const value = table.value(row, 'value');
    if (isOfYear(row)) return [{ row, value: isGiven(value) ? value : null }];
    return named.has(nameOf(row)) ? [] : [{ row, value: null }];
  });
}

/** « 2023 », « T1 2023 », « 2022-2024 », a day. */
function yearsOf(period: CellValue, uses1904: boolean): readonly number[] {
  const date = typeof period === 'number' && isDayOfCentury(period) ? dateOfSerial(period, uses1904) : null;
  if (date !== null) return [yearOf(date)];
  return (textOf(period).match(YEARS) ?? []).map(Number);
}

function isGiven(value: CellValue): boolean {
  if (value === null || isCellError(value)) return false;
  if (typeof value !== 'string') return true;
  return !isBlankText(value) && !NOT_GIVEN.test(comparable(value).replaceAll('.', ' ').replaceAll('  ', ' ').trim());
}
