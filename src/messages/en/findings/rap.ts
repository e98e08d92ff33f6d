/** English words of the RAP findings: the restes à payer over the years. */
import type { RAP as FRENCH } from '../../fr/findings/rap';
import { en } from '../../typography';

export const RAP: typeof FRENCH = {
  titles: {
    'RAP-01': en`Opening outstanding amounts inexact`,
  },
  sentences: {
    'RAP-01': (details, format) => {
      if ('raw' in details) {
        return {
          problem: en`ENV_RAP: ${format.quote(details.raw)} is not a commitment number, and its outstanding ${format.amount(details.cents)} is linked to no payment.`,
          expected: en`10 digits beginning with 10 to 22`,
          action: en`Copy the number from Chorus, one row for each commitment.`,
        };
      }
      const { envelope, stated, rolled, isPartial } = details;
      return {
        problem:
          en`${format.envelope(envelope)}: ${format.amount(stated)} of opening outstanding amounts entered, ` +
          en`${format.amount(rolled)} from the earlier years of the ledger, a gap of ${format.amount(stated - rolled)}.`,
        expected: format.amount(rolled),
        action: isPartial
          ? en`The ledger may hold only some of the earlier commitments: check ENV_RAP in Chorus.`
          : en`Check ENV_RAP in Chorus.`,
      };
    },
  },
};
