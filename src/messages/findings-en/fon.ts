/** English words of the FON findings: transfers between envelopes. */
import { en } from '../typography';
import type { FamilyWords } from '../words';

/** Titles and sentences of the FON rules. */
export const FON_EN: FamilyWords<'FON'> = {
  titles: {
    'FON-04': en`Budget line of another envelope`,
  },
  words: {
    'FON-04': ({ envelope, line, lineEnvelope }, say) => ({
      problem:
        en`Budget line ${say.quote(line)}: it belongs to ${say.envelope(lineEnvelope)}, ` +
        en`while ministerial axis 2 charges the row to ${say.envelope(envelope)} (disguised transfer).`,
      found: line,
      expected: en`a budget line of ${say.envelope(envelope)}`,
      article: en`${say.article('envelopes')}, envelopes not fungible`,
      action: en`Correct the budget line or ministerial axis 2; a transfer needs the délégant's express authorisation.`,
    }),
  },
};
