/**
 * The indicators of ENV_Indicateurs that the Bilan qualitatif of a year shows. Those of another period are to be filled
 * in for this year, unless the register has them for it; a period that names no year is of any.
 */
import { addDays, yearOf } from '../../domain/calendar/civil-date';
import { comparable } from '../../domain/text';
import { isCellError, textOf, type CellValue } from '../../workbook/cells';
import { isBlankText } from '../../workbook/ledger/read-cells';
import { isDayOfCentury } from '../../workbook/number-formats';
import type { OurRow, OurTable } from '../../workbook/registers/our-tables';
import { dateOfSerial } from '../../workbook/serials';

/** A row of the register, as the document of a year shows it. */
export interface YearIndicator {
  readonly row: OurRow<'indicators'>;
  /** Null when it is to be filled in for that year. */
  readonly value: CellValue;
}

/** « 2022-23 », « 2022/23 ». */
const SHORT_RANGE = /(?<!\d)((?:19|20)\d{2}) ?[-–/] ?(\d{2})(?![\d/])/;
/** « Depuis 2021 », « 2022 et suivantes », « Cumul depuis 2020 ». */
const OPEN_ENDED = /(?:^| )(?:depuis|a (?:compter|partir)|(?:et )?suivante?s?|since|cumul\w{0,5})(?: |$)/;
/** « au 01/01/2024 »: what 2023 ends with. */
const NEW_YEAR = /(?<!\d)0?1\/0?1\//;
const YEARS = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** In « Valeur », for a figure that nobody has. */
const NOT_GIVEN =
  /^(?:n ?[cdr]|nc|non (?:communiquee?s?|disponibles?|renseignee?s?|connue?s?)|a (?:completer|renseigner|saisir))$/;

/** The indicators of a year, in the order of the register. */
export function indicatorsOf(table: OurTable<'indicators'>, year: number, uses1904: boolean): readonly YearIndicator[] {
  const isOfYear = (row: OurRow<'indicators'>): boolean => {
    const period = table.value(row, 'period');
    const years = yearsOf(period, uses1904);
    const last = OPEN_ENDED.test(comparable(textOf(period))) ? Infinity : Math.max(...years);
    return years.length === 0 || (Math.min(...years) <= year && year <= last);
  };
  const nameOf = (row: OurRow<'indicators'>): string => comparable(table.text(row, 'indicator'));
  const named = new Set(table.rows().filter(isOfYear).map(nameOf));
  return table.rows().flatMap((row): readonly YearIndicator[] => {
    const value = table.value(row, 'value');
    if (isOfYear(row)) return [{ row, value: isGiven(value) ? value : null }];
    return named.has(nameOf(row)) ? [] : [{ row, value: null }];
  });
}

/** « 2023 », « T1 2023 », « 2022-2024 », « 2022-23 », a day; the first day of a year ends the one before. */
function yearsOf(period: CellValue, uses1904: boolean): readonly number[] {
  const date = typeof period === 'number' && isDayOfCentury(period) ? dateOfSerial(period, uses1904) : null;
  if (date !== null) return [yearOf(addDays(date, -1)), yearOf(date)];
  const text = textOf(period);
  const short = SHORT_RANGE.exec(text);
  const [first, last] = [Number(short?.[1]), Number(`${short?.[1]?.slice(0, 2) ?? ''}${short?.[2] ?? ''}`)];
  if (last > first) return [first, last];
  const years = (text.match(YEARS) ?? []).map(Number);
  return NEW_YEAR.test(text) ? years.flatMap((year) => [year - 1, year]) : years;
}

function isGiven(value: CellValue): boolean {
  if (value === null || isCellError(value)) return false;
  if (typeof value !== 'string') return true;
  return !isBlankText(value) && !NOT_GIVEN.test(comparable(value).replaceAll('.', ' ').replaceAll('  ', ' ').trim());
}
