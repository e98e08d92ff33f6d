/** English words of the EJ findings: commitments behind the payments. */
import type { EjNature } from '../../../domain/controls/facts/ej-nature';
import { en } from '../../typography';
import type { FamilyWords } from '../../words';
import { EMPTY, GBCP_160, LOLF_8, atMost } from '../common';

const GBCP_31 = en`décret n° 2012-1246 (GBCP), art. 31 to 33`;
const CHORUS = en`Chorus nomenclature`;

const NATURES: Readonly<Record<EjNature, string>> = {
  purchaseOrder: en`a purchase order`,
  frameworkAgreement: en`a framework agreement`,
  adaptedProcedure: en`a MAPA`,
  contract: en`a contract`,
  lease: en`a lease`,
  grant: en`a grant`,
};

/** Titles and sentences of the EJ rules. */
export const EJ_EN: FamilyWords<'EJ'> = {
  titles: {
    'EJ-01': en`Payment without commitment`,
    'EJ-02': en`Payments above the commitment`,
    'EJ-03': en`Malformed EJ number`,
    'EJ-04': en`EJ prefix of another nature`,
    'EJ-05': en`EJ on two envelopes`,
    'EJ-06': en`Decommitment that frees no AE`,
    'EJ-07': en`Payment before the service`,
  },
  words: {
    'EJ-01': ({ raw, known, cp }, say) => ({
      problem: known
        ? en`Payment of ${say.amount(cp)} on EJ ${raw}: this EJ is neither committed in the ledger nor listed among the restes à payer.`
        : en`Payment of ${say.amount(cp)} without an EJ number.`,
      found: known ? raw : EMPTY,
      expected: en`an EJ committed in the ledger, or of the table ENV_RAP`,
      article: LOLF_8,
      action: known
        ? en`Correct the number, add the row of the commitment, or list the earlier EJ in ENV_RAP.`
        : en`Enter the number of the EJ that is paid.`,
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
    'EJ-04': ({ ej, nature, expected }, say) => ({
      problem: en`EJ ${ej}: the row says ${NATURES[nature]}, the prefix ${ej.slice(0, 2)} is that of another nature.`,
      found: ej,
      expected: en`a number beginning with ${say.anyOf(expected, '')}`,
      article: CHORUS,
      action: en`Check the number in Chorus, or the nature that the row says.`,
    }),
    'EJ-05': ({ ej, envelope, firstEnvelope, commits }, say) => ({
      problem: commits
        ? en`EJ ${ej}: committed on ${say.envelope(envelope)}, while it is first committed on ${say.envelope(firstEnvelope)}.`
        : en`EJ ${ej}: charged to ${say.envelope(envelope)}, while it is committed on ${say.envelope(firstEnvelope)}.`,
      found: say.envelope(envelope),
      expected: say.envelope(firstEnvelope),
      article: en`${say.article('envelopes')}, envelopes not fungible`,
      action: en`Correct ministerial axis 2 or the EJ number; a shared expense needs an EJ, or an EJ line, for each envelope.`,
    }),
    'EJ-06': ({ ej, cents, listed }, say) => ({
      problem: listed
        ? en`Decommitment of ${say.amount(cents)} on the earlier EJ ${ej}: it lowers the restes à payer and frees no AE.`
        : en`Decommitment of ${say.amount(cents)} on EJ ${ej}, committed before the year: it lowers the restes à payer and frees no AE.`,
      found: say.amount(cents),
      expected: en`no AE to use again`,
      article: GBCP_160,
      action: en`Do not commit this amount again, unless a legal basis stands in ENV_Convention (Base du recyclage d'AE).`,
    }),
    'EJ-07': ({ paid, served }, say) => ({
      problem:
        served === null
          ? en`Payment of ${say.date(paid)} without a date of service.`
          : en`Payment of ${say.date(paid)}: the service is done on ${say.date(served)} only.`,
      found: served === null ? EMPTY : say.date(served),
      expected: en`a service done by ${say.date(paid)}`,
      article: GBCP_31,
      action:
        served === null
          ? en`Enter the date of the service, or say in the label that it is presumed (abonnement, avance…).`
          : en`Correct the date of the service or of the payment; an advance is said in the label.`,
    }),
  },
};
