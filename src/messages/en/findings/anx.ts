/** English words of the ANX findings: the convention and its annexes. */
import type { ANX as FRENCH } from '../../fr/findings/anx';
import { en } from '../../typography';

export const ANX: typeof FRENCH = {
  titles: {
    'ANX-01': en`Budget lines differ from the envelope`,
    'ANX-02': en`Envelopes differ from the convention`,
    'ANX-03': en`Announced share not kept`,
  },
  sentences: {
    'ANX-01': ({ envelope, nature, sum, expected }, format) => ({
      problem:
        en`${format.envelope(envelope)}: the budget lines add up to ${format.amountOf(nature, sum)} ` +
        (expected === null
          ? en`for an envelope without an amount of AE.`
          : nature === 'AE'
            ? en`for an envelope of ${format.amount(expected)}, a gap of ${format.amount(sum - expected)}.`
            : en`for ${format.amount(expected)} without the opening RAP, a gap of ${format.amount(sum - expected)}.`),
      action:
        nature === 'AE'
          ? en`Correct the budget line or the envelope from the convention.`
          : en`Correct the budget line or the envelope from the annex.`,
      stated: true,
    }),
    'ANX-02': ({ nature, sum, printed, without }, format) => ({
      problem:
        en`The envelopes add up to ${format.amountOf(nature, sum)}, the convention says ${format.amount(printed)}: ` +
        en`a gap of ${format.amount(sum - printed)}` +
        (without === undefined ? '.' : en`; ${format.envelope(without)} has no amount.`),
      action: en`Correct the entry; if the convention is printed so, ask the délégant which amount is right.`,
      stated: true,
    }),
    'ANX-03': ({ envelope, line, share, total, delegated }, format) => ({
      problem:
        en`Budget line ${format.quote(line)} (${format.envelope(envelope)}): ${format.amount(delegated)} delegated is not ` +
        en`the share set by the team, ${format.share(share)} of ${format.amount(total)}.`,
      action: en`Check both amounts of the budget line in the annex, or the share of the envelope.`,
    }),
  },
};
