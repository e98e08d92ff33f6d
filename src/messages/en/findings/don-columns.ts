/** English words of DON-08: columns that the ledger lacks, codes that nothing compares. */
import type { ColumnMissing, UncheckedCode } from '../../../domain/controls/findings/details/don';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';
import { unreadCell } from './unread-cells';

function amountsOf({ ae, cp }: { readonly ae: number; readonly cp: number }, format: Formatter): string {
  const amounts = [...(ae === 0 ? [] : [format.amountOf('AE', ae)]), ...(cp === 0 ? [] : [format.amountOf('CP', cp)])];
  return amounts.join(en` and `);
}

/** "2 rows without an envelope, €7,900.00 in AE, are not counted". */
function unchargedRows({ rows, ae, cp }: NonNullable<ColumnMissing['uncharged']>, format: Formatter): string {
  const amounts = amountsOf({ ae, cp }, format);
  const sum = amounts === '' ? '' : en`, ${amounts},`;
  return en`${format.plural(rows, 'row', 'rows')} without an envelope${sum} ${rows > 1 ? 'are' : 'is'} not counted`;
}

/** A column that is missing, or codes without a reference. */
export function columnMissing(details: FindingOf<'DON-08'>['details'], format: Formatter): Sentences<'DON-08'> {
  if (details.unread !== undefined) return uncheckedCode(details, format);
  const { field, prevented, elsewhere, paidBy, open, uncharged, uncoded } = details;
  if (open) return openYear(open, format);
  if (uncoded)
    return {
      problem:
        en`The convention gives no code: those of ${format.allOf(uncoded.map((one) => format.quote(format.field(one))))} ` +
        en`are compared with nothing; not checkable without them: ${prevented.join(', ')}.`,
      found: en`no code`,
      expected: en`the codes of the convention in ENV_Imputations`,
      action: en`Write them in ENV_Imputations; if the convention sets none, accept this finding with that reason.`,
    };
  return {
    problem: paidBy
      ? en`Payments are kept by ${paidBy}: their day is not known, each counts on the last day of its ${paidBy}.`
      : en`No column of ${elsewhere ? 'this table' : 'the ledger'} is mapped to ${format.quote(format.field(field))}${elsewhere ? ', which other tables of the ledger have' : ''}` +
        (uncharged ? en`; ${unchargedRows(uncharged, format)}` : '') +
        (prevented.length === 0 ? '.' : en`; cannot be checked without it: ${prevented.join(', ')}.`),
    found: en`no column`,
    expected: en`a column ${format.quote(format.field(field))}`,
    action: en`Add the column, or give that field the heading that stands for it (table ENV_Colonnes).`,
  };
}

/** Amounts in the column of a year, at a date in that year. */
function openYear({ year, asOf, ae, cp }: NonNullable<ColumnMissing['open']>, format: Formatter): Sentences<'DON-08'> {
  const amounts = amountsOf({ ae, cp }, format);
  return {
    problem:
      en`Amounts are kept by year: ${amounts} in the columns of ${String(year)} or after, without their day; ` +
      en`they count on the last day of their year, and nothing shows what is made of them at ${format.date(asOf)}, nor whether they are only planned.`,
    found: amounts,
    expected: en`the day of each amount of a year that has not ended`,
    action: en`Enter each amount that is made on a row, with its date; where these columns are a schedule, write “Échéancier” in their headings: none counts then.`,
  };
}

/** A code of which a cell of ENV_Imputations cannot be read. */
function uncheckedCode(details: UncheckedCode, format: Formatter): Sentences<'DON-08'> {
  const { code, prevented } = details;
  const cell = unreadCell(details, format);
  const name = code === '' ? en`Row without a code` : en`Code ${format.quote(code)}`;
  return {
    ...cell,
    problem:
      en`${name}, ${cell.problem}` +
      (prevented.length === 0 ? '.' : en`; cannot be checked for this code: ${prevented.join(', ')}.`),
    action: cell.action ?? en`Correct the cell (table ENV_Imputations).`,
  };
}
