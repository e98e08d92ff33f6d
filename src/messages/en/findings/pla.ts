/** English words of the PLA findings: ceilings. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Formatter } from '../../formatter';
import type { PLA as FRENCH } from '../../fr/findings/pla';
import { en } from '../../typography';

/** “€104,000.00 of AE committed…” on the row that crosses, “already exceeded” on the later ones. */
function aboveCeiling(
  whose: string,
  details: FindingOf<'PLA-01' | 'PLA-02' | 'PLA-03' | 'PLA-04'>['details'],
  format: Formatter,
): string {
  const { nature, ceiling, total, over, crosses, date, isTolerated } = details;
  const subject = ofYear(details) + whose;
  const tolerated = isTolerated ? en`, which the convention tolerates` : '';
  const isFollowUp = 'isFollowUp' in details && details.isFollowUp === true;
  const bound = isFollowUp ? en`threshold of the team` : en`allocation`;
  if (!crosses) {
    const row = nature === 'AE' ? en`this commitment` : en`this payment`;
    return (
      en`${subject}: ${bound} of ${format.amountOf(nature, ceiling)} already exceeded; ` +
      en`${row}${format.dated('of', date)} brings the excess to ${format.amount(over)}${tolerated}.`
    );
  }
  const what = nature === 'AE' ? en`committed` : en`paid`;
  return (
    en`${subject}: ${format.amountOf(nature, total)} ${what}${format.dated('on', date)} ` +
    en`for the ${bound} of ${format.amount(ceiling)}, ${format.amount(over)} too much${tolerated}.`
  );
}

/** Before the name of what is bounded, by a former year. */
export function ofYear({ formerYear }: { readonly formerYear?: number }): string {
  return formerYear === undefined ? '' : en`Credits of ${String(formerYear)}, `;
}

/** The whole convention, or the programme or titre of it that a ceiling bounds. */
export function bounded(of: FindingOf<'PLA-03'>['details']['of']): string {
  if (of === undefined) return en`The whole convention`;
  return of.part === 'programme' ? en`Programme ${of.value}` : en`Titre ${of.value}`;
}

/** The envelope, or one of its budget lines. */
function watched(envelope: string, line: string | null, format: Formatter): string {
  return line === null
    ? format.envelope(envelope)
    : en`Budget line ${format.quote(line)} (${format.envelope(envelope)})`;
}

const INFORM_DELEGANT = en`Check the row; if the excess is real, tell the délégant without delay.`;

export const PLA: typeof FRENCH = {
  titles: {
    'PLA-01': en`AE ceiling of an envelope exceeded`,
    'PLA-02': en`CP ceiling of an envelope exceeded`,
    'PLA-03': en`Ceiling of the convention exceeded`,
    'PLA-04': en`Amount of a budget line exceeded`,
    'PLA-05': en`Part for restes à payer exceeded`,
    'PLA-06': en`Threshold of the team reached`,
  },
  sentences: {
    'PLA-01': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
      stated: true,
    }),
    'PLA-02': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
      stated: true,
    }),
    'PLA-03': (details, format) => ({
      problem: aboveCeiling(bounded(details.of), details, format),
      action: INFORM_DELEGANT,
      stated: true,
    }),
    'PLA-04': (details, format) => ({
      problem: aboveCeiling(watched(details.envelope, details.line, format), details, format),
      action: en`Check the budget line of the row, or agree with the délégant on another split.`,
      stated: true,
    }),
    'PLA-05': ({ envelope, paid, rap, over, date, ej, ...year }, format) => ({
      problem:
        en`${ofYear(year)}${format.envelope(envelope)}, EJ ${ej}: ${format.amount(paid)} paid on earlier restes à payer${format.dated('on', date)} ` +
        en`for a part of the CP of ${format.amount(rap)}, ${format.amount(over)} too much.`,
      action: en`Check the EJ of the payment; otherwise ask the délégant to raise that part, then write it under “dont RAP” (ENV_Enveloppes) and in ENV_RAP.`,
      stated: true,
    }),
    'PLA-06': ({ envelope, line, nature, threshold, ceiling, total, date }, format) => ({
      problem:
        en`${watched(envelope, line, format)}: threshold of the team, ${format.share(threshold)} of the ${nature}, reached${format.dated('on', date)} ` +
        en`with ${format.amount(total)} of ${format.amount(ceiling)}.`,
      expected: en`less than ${format.share(threshold)} of ${format.amount(ceiling)}`,
      action: en`Update the forecast to the end of the year.`,
      stated: true,
    }),
  },
};
