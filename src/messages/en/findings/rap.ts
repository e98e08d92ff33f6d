/** English words of the RAP findings: the restes à payer over the years. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { RAP as FRENCH } from '../../fr/findings/rap';
import { en } from '../../typography';

export const RAP: typeof FRENCH = {
  titles: {
    'RAP-01': en`Opening outstanding amounts inexact`,
  },
  sentences: {
    'RAP-01': (details, format) => {
      if ('repeated' in details) {
        const { repeated, year, rows, cents } = details;
        return {
          problem:
            en`ENV_RAP, year ${String(year)}: EJ ${repeated} is on ${String(rows)} rows, ` +
            en`which count together for ${format.amount(cents)} of restes à payer.`,
          expected: en`one row an EJ`,
          action: en`Delete the rows that repeat it, or make them one, from Chorus.`,
        };
      }
      if ('raw' in details) {
        return {
          problem: en`ENV_RAP: ${format.quote(details.raw)} is not a commitment number, and its outstanding ${format.amount(details.cents)} is linked to no payment.`,
          expected: en`10 digits beginning with 10 to 22`,
          action: en`Copy the number from Chorus, one row for each commitment.`,
        };
      }
      if ('of' in details) {
        const amount = format.amount(details.cents);
        return {
          problem:
            'ej' in details.of
              ? en`ENV_RAP: negative amount, ${amount} outstanding for commitment ${details.of.ej}.`
              : en`${format.envelope(details.of.envelope)}: negative “dont RAP”, ${amount}.`,
          expected: en`a positive amount`,
          action: en`Check the amount in Chorus.`,
        };
      }
      if ('listed' in details) {
        const { year, stated, listed } = details;
        const who = details.envelope === WHOLE_CONVENTION ? en`Whole convention` : format.envelope(details.envelope);
        return {
          problem:
            en`${who}, year ${String(year)}: “dont RAP” of ${format.amount(stated)}, ` +
            en`commitments of ENV_RAP for ${format.amount(listed)}, a gap of ${format.amount(stated - listed)}.`,
          expected: en`two equal amounts`,
          action:
            listed > stated
              ? en`Outstanding amounts follow the commitments, and the part of the CP follows “dont RAP”: check both in Chorus.`
              : en`The rest of “dont RAP” counts without a commitment number: complete ENV_RAP from Chorus.`,
        };
      }
      const { envelope, stated, rolled, isPartial } = details;
      return {
        problem:
          en`${format.envelope(envelope)}: ${format.amount(stated)} of opening outstanding amounts entered, ` +
          en`${format.amount(rolled)} from the earlier years of the ledger, a gap of ${format.amount(stated - rolled)}.`,
        expected: format.amount(rolled),
        action: isPartial
          ? en`The ledger may hold only some of the earlier commitments: check “dont RAP” in Chorus.`
          : en`Correct “dont RAP”, or the earlier years of the ledger, from Chorus.`,
      };
    },
  },
};
