/** English words that several families of findings share. */
import type { COMMON as FRENCH } from '../fr/common';
import { en } from '../typography';

export const COMMON: typeof FRENCH = {
  quoted: (text) => en`“${text}”`,
  or: en` or `,
  and: en` and `,
  isPlural: (count) => count !== 1,
  emptyCell: en`empty cell`,
  unreadable: ['unreadable amount', 'unreadable amounts'],
  atMost: (amount) => en`${amount} at most`,
  from: (date) => en`from ${date}`,
  until: (date) => en`${date} at the latest`,
  forms: {
    programme: en`3 or 4 digits, such as 0103`,
    functionalDomain: en`programme-action(-sub-action), such as 0103-01-01`,
    financialCentre: en`programme-BOP-UO, such as 0103-CEFP-C002`,
    activity: en`12 characters beginning with the 4 digits of the programme`,
    costCentre: en`10 letters or digits`,
    ministerialAxis1: en`2 digits, then a hyphen and a name if any`,
    ministerialAxis2: en`the name of an envelope`,
    validThen: en`a code valid at that date`,
  },
  ofNature: { AE: en`of AE`, CP: en`of CP` },
  separateAliases: en`In the convention, separate these names with “;”.`,
  withoutNumber: {
    AE: en`Commitment without an EJ number`,
    CP: en`Payment without a DP or EJ number`,
  },
};
