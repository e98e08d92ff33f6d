/**
 * An amount or a date that nothing can read for certain (`environ 500`, `31/02/2023`, `1.234`), or that the cell shows as
 * something else (`20 %`, `01:30`, `300 $`, 12 as `12 000`), or that is merged over rows of several envelopes: the
 * amount is not counted, that of the other nature is, and the row is unchecked; the date cannot be judged. A commitment
 * without any date is counted, out of prudence, and is a warning; so is a retrait, which lowers the consumption as far
 * as its EJ allows, with the AE that it frees; and an EJ or a payment without its amount, which counts for nothing. The
 * faithful follow-up of expenses is owed to the délégant (convention, art. 2.2). Nobody should switch it off.
 */
import { isMonthText, parseDateText } from '../../calendar/date-text';
import { commitmentDay } from '../../envelopes/commitment-year';
import type { AmountReading, LedgerRow } from '../../envelopes/ledger';
import { readAmountText } from '../../money/amount-text';
import { shownUnitIn } from '../../money/shown-unit';
import type { DateField } from '../findings/details/date-field';
import type { InPlaceOfAmount } from '../findings/details/don';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { FIGURE_FIELDS } from './kit/reading-fields';
import { rowsWithoutEj } from './kit/rows-without-ej';
import { namesNoEj } from '../facts/pieces/names-no-ej';
import { LACKS_AMOUNT, NEGATIVE, UNDATED_COMMITMENT, UNREADABLE } from '../facts/row-traits';

/** DON-01. */
export const unreadable: RowControl<'DON-01'> = {
  rule: 'DON-01',
  scope: 'row',
  needs: [],
  concerns: UNREADABLE | UNDATED_COMMITMENT | NEGATIVE | LACKS_AMOUNT,
  check(row, inspection, report) {
    for (const field of FIGURE_FIELDS) {
      const reading = row[field];
      if (reading.kind !== 'unreadable' || 'nature' in reading) continue;
      const { raw } = reading;
      const isAmount = field === 'ae' || field === 'cp';
      if (!isAmount && areWordsWithoutEffect(row, field, raw)) continue;
      const what = isAmount ? inPlaceOfAmount(reading) : isYear(raw) ? 'year' : isMonthText(raw) ? 'month' : 'date';
      const withdrawn = field === 'commitmentDate' && withdrawnBy(row, inspection);
      if ('doubt' in reading && reading.doubt === 'covered') continue;
      report(
        findingAt('DON-01', 'error', cellOf(row, field), {
          field,
          raw,
          what,
          ...(withdrawn && { withdrawn }),
        }),
      );
    }
    for (const { field, piece, status } of inspection.missingAmountsOf(row)) {
      const by = status !== undefined && { status };
      report(findingAt('DON-01', 'warning', cellOf(row, field), { field, raw: piece, what: 'missing', ...by }));
    }
    if (lacksItsDate(row, inspection) && !sumsOthers(row, inspection)) {
      const withdrawn = withdrawnBy(row, inspection);
      report(
        findingAt('DON-01', 'warning', cellOf(row, 'commitmentDate'), {
          field: 'commitmentDate',
          raw: '',
          what: 'date',
          ...(withdrawn && { withdrawn }),
        }),
      );
    }
  },
};

function withdrawnBy(row: LedgerRow, inspection: Inspection): { cents: number; freed: number } | null {
  const { ae, status } = row;
  if (ae.kind !== 'amount' || ae.cents >= 0 || status !== 'firm') return null;
  return { cents: -ae.cents, freed: inspection.freedBy(row) };
}

type UnreadableAmount = Pick<Extract<AmountReading, { kind: 'unreadable' }>, 'raw' | 'isAltered' | 'doubt'>;

/**
 * The content of a cell of amounts that holds none: `12/05/2023` was typed one column too far, or its cell has the
 * format of a date; `12 k€` reads as an amount, in another unit than the column or the value; the format of `12 000`
 * may add its zeros.
 */
function inPlaceOfAmount({ raw, isAltered, doubt }: UnreadableAmount): InPlaceOfAmount {
  if (isAltered === true) return 'digitsForAmount';
  if (doubt === 'side') return 'sideForAmount';
  if (doubt === 'shared' || doubt === 'covered') return 'sharedForAmount';
  const found = contentOf(raw);
  return found === 'amount' && doubt === 'unit' ? 'unitForAmount' : found;
}

function contentOf(raw: string): InPlaceOfAmount {
  if (parseDateText(raw) !== null) return 'dateForAmount';
  if (TIME.test(raw)) return 'timeForAmount';
  const unit = shownUnitIn(raw);
  if (unit?.kind === 'euros') return unit.exponent > 0 || readAmountText(raw) !== null ? 'unitForAmount' : 'amount';
  return unit === null ? 'amount' : `${unit.kind}ForAmount`;
}

const TIME = /^-?\d{1,6}:\d\d(?::\d\d)?$/;

/** A total typed without its word needs no date: EJ-01 reports it. */
function sumsOthers(row: LedgerRow, inspection: Inspection): boolean {
  return namesNoEj(row) && inspection.has('ejNumber') && rowsWithoutEj(inspection).sums.has(row);
}

/** True for a firm commitment whose date is absent, and which is reported. */
export function lacksItsDate(row: LedgerRow, inspection: Inspection): boolean {
  if (row.commitmentDate.kind !== 'absent' || row.status !== 'firm') return false;
  if (!inspection.has('commitmentDate') && !countsInEachYear(row, inspection)) return false;
  return row.ae.kind === 'amount' && row.ae.cents !== 0 && !inspection.commitments.isOnEarlier(row);
}

/** Without a day or a year, under a convention of several years whose other commitments have one. */
function countsInEachYear(row: LedgerRow, { convention, balances }: Inspection): boolean {
  return convention.otherYears.length > 0 && balances.missing.AE === null && commitmentDay(row) === null;
}

/**
 * « En cours », « T1 2024 » in place of a date, where the row has no amount that the date is of, or commits nothing
 * yet: nothing is lost, as with a blank cell.
 */
function areWordsWithoutEffect({ ae, cp, status }: LedgerRow, field: DateField, raw: string): boolean {
  const isOfAe = field === 'commitmentDate' || field === 'contractEnd';
  if (!isNothing(isOfAe ? ae : cp) && !(isOfAe && status !== 'firm')) return false;
  return isYear(raw) || !/\d/.test(raw) || /\p{L}/u.test(raw);
}

function isNothing(reading: AmountReading): boolean {
  return reading.kind === 'absent' || (reading.kind === 'amount' && reading.cents === 0);
}

/** « 2023 » in place of a date. */
function isYear(raw: string): boolean {
  return /^(?:19|20)\d\d$/.test(raw.trim());
}
