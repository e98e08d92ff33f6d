/** English words of the EJ findings: commitments behind the payments. */
import { en } from '../typography';
import type { FamilyWords } from '../words';
import { EMPTY, LOLF_8, atMost } from './common';

const CHORUS = en`Chorus nomenclature`;

/** Titles and sentences of the EJ rules. */
export const EJ_EN: FamilyWords<'EJ'> = {
  titles: {
    'EJ-01': en`Payment without commitment`,
    'EJ-02': en`Payments above the commitment`,
    'EJ-03': en`Malformed EJ number`,
  },
  words: {
    'EJ-01': ({ raw, known, cp }, say) => ({
      problem: known
        ? en`Payment of ${say.amount(cp)} on EJ ${raw}: this EJ is neither committed in the ledger nor listed among the restes à payer.`
        : en`Payment of ${say.amount(cp)} without an EJ number.`,
      found: known ? raw : EMPTY,
      expected: en`an EJ committed in the ledger, or of the table ENV_RAP`,
      article: LOLF_8,
      action: known ? en`Correct the number, add the row of the commitment, or list the earlier EJ in ENV_RAP.` : en`Enter the number of the EJ that is paid.`,
    }),
    'EJ-02': ({ ej, committed, paid, over }, say) => ({
      problem: en`EJ ${ej}: its payments add up to ${say.amount(paid)} for ${say.amount(committed)} committed, ${say.amount(over)} too much.`,
      found: say.amount(paid),
      expected: atMost(committed, say),
      article: LOLF_8,
      action: en`Check the amount and the EJ of the payment, or complete the commitment.`,
    }),
    'EJ-03': ({ raw }, say) => ({
      problem: en`EJ number ${say.quote(raw)}: this is not the number of an engagement juridique.`,
      found: raw,
      expected: en`10 digits beginning with 10 to 22`,
      article: CHORUS,
      action: en`Copy the number from Chorus.`,
    }),
  },
};
