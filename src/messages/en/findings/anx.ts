/** English words of the ANX findings: the convention and its annexes. */
import { en } from '../../typography';
import type { FamilyWords } from '../../words';

/** Titles and sentences of the ANX rules. */
export const ANX_EN: FamilyWords<'ANX'> = {
  titles: {
    'ANX-01': en`Budget lines differ from the envelope`,
    'ANX-02': en`Envelopes differ from the convention`,
    'ANX-03': en`Announced share not kept`,
  },
  words: {
    'ANX-01': ({ envelope, nature, sum, expected }, say) => ({
      problem:
        en`${say.envelope(envelope)}: the budget lines add up to ${say.amount(sum)} of ${nature} ` +
        (nature === 'AE'
          ? en`for an envelope of ${say.amount(expected)}, a gap of ${say.amount(sum - expected)}.`
          : en`for ${say.amount(expected)} without the opening RAP, a gap of ${say.amount(sum - expected)}.`),
      found: say.amount(sum),
      expected: say.amount(expected),
      article: say.article('annex', envelope),
      action:
        nature === 'AE'
          ? en`Correct the budget line or the envelope from the convention.`
          : en`Correct the budget line or the envelope; if the annex gives AE alone, give the CP of each budget line.`,
    }),
    'ANX-02': ({ nature, sum, printed }, say) => ({
      problem: en`The envelopes add up to ${say.amount(sum)} of ${nature}, the convention says ${say.amount(printed)}: a gap of ${say.amount(sum - printed)}.`,
      found: say.amount(printed),
      expected: say.amount(sum),
      article: say.article('credits'),
      action: en`Correct the entry; if the convention is printed so, ask the délégant which amount is right.`,
    }),
    'ANX-03': ({ envelope, line, share, total, delegated, expected }, say) => ({
      problem:
        en`Budget line ${say.quote(line)} (${say.envelope(envelope)}): ${say.amount(delegated)} delegated is not ` +
        en`the announced share of ${say.share(share)} of ${say.amount(total)}.`,
      found: say.amount(delegated),
      expected: say.amount(expected),
      article: say.article('annex', envelope),
      action: en`Check both amounts of the budget line in the annex, or the share of the envelope.`,
    }),
  },
};
