/** English words of the ANX findings: the convention and its annexes. */
import type { AnxDetails, BoundByWhole, EnvelopesGap } from '../../../domain/controls/findings/details/anx';
import type { UnboundedSums } from '../../../domain/controls/findings/details/lec';
import type { Nature } from '../../../domain/money/nature';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import type { ANX as FRENCH } from '../../fr/findings/anx';
import { en } from '../../typography';
import { consumedOf, notCompared } from './lec';

function postes(
  { envelope, nature, sum, expected, unbounded }: AnxDetails['ANX-01'],
  format: Formatter,
): Sentences<'ANX-01'> {
  return {
    problem:
      en`${format.envelope(envelope)}: the budget lines add up to ${format.amountOf(nature, sum)} ` +
      (expected === null
        ? en`for an envelope without an amount of AE${consumption(nature, unbounded, format)}.`
        : nature === 'AE'
          ? en`for an envelope of ${format.amount(expected)}, a gap of ${format.amount(sum - expected)}.`
          : en`for ${format.amount(expected)} without the opening RAP, a gap of ${format.amount(sum - expected)}.`),
    action:
      nature === 'AE'
        ? en`Correct the budget line or the envelope from the convention.`
        : en`Correct the budget line or the envelope from the annex.`,
    stated: true,
  };
}

function rapAboveCp(
  { envelope, sum, expected, unbounded }: AnxDetails['ANX-01'],
  format: Formatter,
): Sentences<'ANX-01'> {
  return {
    problem:
      en`${format.envelope(envelope)}: the opening RAP, ${format.amount(sum)}, is part of the CP of the envelope, ` +
      (expected === null
        ? en`which has none${consumption('CP', unbounded, format)}.`
        : en`which are ${format.amount(expected)}.`),
    action: en`Correct “dont RAP” or the CP of the envelope from the convention.`,
    stated: true,
  };
}

/** The end of a sentence: what an envelope without credits consumes. */
function consumption(nature: Nature, sums: UnboundedSums | undefined, format: Formatter): string {
  return sums ? en`; ${notCompared(nature, sums, format)}` : '';
}

function gap({ nature, sum, printed, without, unbounded }: EnvelopesGap, format: Formatter): Sentences<'ANX-02'> {
  return {
    problem:
      en`The envelopes add up to ${format.amountOf(nature, sum)}, the convention says ${format.amount(printed)}: ` +
      en`a gap of ${format.amount(sum - printed)}` +
      (without === undefined
        ? '.'
        : en`; ${format.envelope(without)} has no amount${consumption(nature, unbounded, format)}.`),
    action: en`Correct the entry; if the convention is printed so, ask the délégant which amount is right.`,
    stated: true,
  };
}

function boundByWhole({ without, ofWhole }: BoundByWhole, format: Formatter): Sentences<'ANX-02'> {
  const parts = ofWhole.map(
    ({ nature, printed, ...sums }) =>
      en`${consumedOf(nature, sums, format)} (ceiling of the convention: ${format.amount(printed)})`,
  );
  return {
    problem:
      en`${format.envelope(without)} has an amount neither in AE nor in CP: only the ceiling of the convention is ` +
      en`compared with its consumption, ${format.allOf(parts)}.`,
    action: en`Type its amounts in ENV_Enveloppes (0 if it receives none), or correct the envelope of these rows.`,
    stated: true,
  };
}

export const ANX: typeof FRENCH = {
  titles: {
    'ANX-01': en`Breakdown differs from the envelope`,
    'ANX-02': en`Envelopes differ from the convention`,
    'ANX-03': en`Announced share not kept`,
  },
  sentences: {
    'ANX-01': (details, format) => (details.isRap === true ? rapAboveCp(details, format) : postes(details, format)),
    'ANX-02': (details, format) => ('ofWhole' in details ? boundByWhole(details, format) : gap(details, format)),
    'ANX-03': ({ envelope, line, share, total, delegated }, format) => ({
      problem:
        en`Budget line ${format.quote(line)} (${format.envelope(envelope)}): ${format.amount(delegated)} delegated is not ` +
        en`the share set by the team, ${format.share(share)} of ${format.amount(total)}.`,
      action: en`Check both amounts of the budget line in the annex, or the share of the envelope.`,
    }),
  },
};
