/** English words of the PLA findings: ceilings. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Formatter } from '../../formatter';
import type { PLA as FRENCH } from '../../fr/findings/pla';
import { en } from '../../typography';

/** “The AE committed exceed…” on the row that crosses, “already exceeded” on the later ones. */
function aboveCeiling(
  subject: string,
  details: FindingOf<'PLA-01' | 'PLA-02' | 'PLA-03' | 'PLA-04'>['details'],
  format: Formatter,
): string {
  const { nature, ceiling, total, over, crosses, date } = details;
  if (!crosses) {
    const row = nature === 'AE' ? en`this commitment` : en`this payment`;
    return en`${subject}: ${nature} ceiling already exceeded; ${row}${format.dated('of', date)} brings the excess to ${format.amount(over)}.`;
  }
  const what = nature === 'AE' ? en`the AE committed exceed` : en`the CP paid exceed`;
  const figures = en`${format.amount(total)} for ${format.amount(ceiling)}`;
  return en`${subject}: ${what} the ceiling by ${format.amount(over)}${format.dated('on', date)} (${figures}).`;
}

/** The envelope, or one of its budget lines. */
function watched(envelope: string, line: string | null, format: Formatter): string {
  return line === null
    ? format.envelope(envelope)
    : en`Budget line ${format.quote(line)} (${format.envelope(envelope)})`;
}

/** Art. 3 of the 2023 convention: the délégant is informed without delay; without adjustment, execution is suspended. */
const INFORM_DELEGANT =
  en`Reduce the expense, or tell the délégant without delay that the credits are not enough; ` +
  en`if they are not adjusted, execution is suspended.`;

export const PLA: typeof FRENCH = {
  titles: {
    'PLA-01': en`AE ceiling of an envelope exceeded`,
    'PLA-02': en`CP ceiling of an envelope exceeded`,
    'PLA-03': en`Ceiling of the convention exceeded`,
    'PLA-04': en`Amount of a budget line exceeded`,
    'PLA-05': en`Opening restes à payer exceeded`,
    'PLA-06': en`Alert threshold reached`,
  },
  sentences: {
    'PLA-01': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
    }),
    'PLA-02': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
    }),
    'PLA-03': (details, format) => ({
      problem: aboveCeiling(en`The whole convention`, details, format),
      action: INFORM_DELEGANT,
    }),
    'PLA-04': (details, format) => ({
      problem: aboveCeiling(watched(details.envelope, details.line, format), details, format),
      action: en`Check the budget line of the row, or agree with the délégant on another split.`,
    }),
    'PLA-05': ({ envelope, paid, over, date, ej }, format) => ({
      problem:
        en`${format.envelope(envelope)}: this payment${format.dated('of', date)} on the earlier EJ ${ej} ` +
        en`brings the payments on restes à payer to ${format.amount(paid)}, ${format.amount(over)} beyond their part.`,
      action: en`Check the EJ of the payment; otherwise ask the délégant for more CP.`,
    }),
    'PLA-06': ({ envelope, line, nature, threshold, ceiling, total, date }, format) => ({
      problem:
        en`${watched(envelope, line, format)}: the threshold of ${format.share(threshold)} of the ${nature} is reached${format.dated('on', date)} ` +
        en`(${format.amount(total)} of ${format.amount(ceiling)}).`,
      expected: en`less than ${format.share(threshold)} of ${format.amount(ceiling)}`,
      action: en`Plan the rest of the consumption; the délégant must be told without delay if credits run short.`,
    }),
  },
};
