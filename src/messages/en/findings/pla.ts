/** English words of the PLA findings: ceilings. */
import { en } from '../../typography';
import type { AboveCeiling, FamilyWords, Speaker } from '../../words';
import { LOLF_8, atMost } from '../common';

/** “The AE committed exceed…” on the row that crosses, “already exceeded” on the later ones. */
function aboveCeiling(subject: string, details: AboveCeiling, say: Speaker): string {
  const { nature, ceiling, total, over, crosses, date } = details;
  if (!crosses) {
    const row = nature === 'AE' ? en`this commitment` : en`this payment`;
    return en`${subject}: ${nature} ceiling already exceeded; ${row}${say.dated('of', date)} brings the excess to ${say.amount(over)}.`;
  }
  const what = nature === 'AE' ? en`the AE committed exceed` : en`the CP paid exceed`;
  const figures = en`${say.amount(total)} for ${say.amount(ceiling)}`;
  return en`${subject}: ${what} the ceiling by ${say.amount(over)}${say.dated('on', date)} (${figures}).`;
}

/** The envelope, or the budget line of it. */
function watched(envelope: string, line: string | null, say: Speaker): string {
  return line === null ? say.envelope(envelope) : en`Budget line ${say.quote(line)} (${say.envelope(envelope)})`;
}

/** Art. 3 of the 2023 convention: insufficiency is told without delay; without adjustment, execution is suspended. */
const TELL_DELEGANT =
  en`Reduce the expense, or tell the délégant without delay that the credits are not enough; ` +
  en`if they are not adjusted, execution is suspended.`;

/** Titles and sentences of the PLA rules. */
export const PLA_EN: FamilyWords<'PLA'> = {
  titles: {
    'PLA-01': en`AE ceiling of an envelope exceeded`,
    'PLA-02': en`CP ceiling of an envelope exceeded`,
    'PLA-03': en`Ceiling of the convention exceeded`,
    'PLA-04': en`Amount of a budget line exceeded`,
    'PLA-05': en`Opening restes à payer exceeded`,
    'PLA-06': en`Alert threshold reached`,
  },
  words: {
    'PLA-01': (details, say) => ({
      problem: aboveCeiling(say.envelope(details.envelope), details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: en`${say.article('ceiling')}; ${LOLF_8}`,
      action: TELL_DELEGANT,
    }),
    'PLA-02': (details, say) => ({
      problem: aboveCeiling(say.envelope(details.envelope), details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: en`${say.article('credits')}; ${LOLF_8}`,
      action: TELL_DELEGANT,
    }),
    'PLA-03': (details, say) => ({
      problem: aboveCeiling(en`The whole convention`, details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: en`${say.article(details.nature === 'AE' ? 'ceiling' : 'credits')}; ${LOLF_8}`,
      action: TELL_DELEGANT,
    }),
    'PLA-04': (details, say) => ({
      problem: aboveCeiling(watched(details.envelope, details.line, say), details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: say.article('annex', details.envelope),
      action: en`Check the budget line of the row, or agree with the délégant on another split.`,
    }),
    'PLA-05': ({ envelope, rap, paid, over, date, ej }, say) => ({
      problem:
        en`${say.envelope(envelope)}: this payment${say.dated('of', date)} on the earlier EJ ${ej} ` +
        en`brings the payments on restes à payer to ${say.amount(paid)}, ${say.amount(over)} beyond their part.`,
      found: say.amount(paid),
      expected: atMost(rap, say),
      article: en`${say.article('credits')}, “dont RAP”`,
      action: en`Check the EJ of the payment; otherwise ask the délégant for more CP.`,
    }),
    'PLA-06': ({ envelope, line, nature, threshold, ceiling, total, date }, say) => ({
      problem:
        en`${watched(envelope, line, say)}: the threshold of ${say.share(threshold)} of the ${nature} is reached${say.dated('on', date)} ` +
        en`(${say.amount(total)} of ${say.amount(ceiling)}).`,
      found: say.amount(total),
      expected: en`less than ${say.share(threshold)} of ${say.amount(ceiling)}`,
      article: line === null ? say.article('ceiling') : say.article('annex', envelope),
      action: en`Plan the rest of the consumption; the délégant must be told without delay if credits run short.`,
    }),
  },
};
