/** English words of the EJ findings: commitments behind the payments. */
import type { EjNature } from '../../../domain/controls/facts/ej-nature';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import type { EJ as FRENCH } from '../../fr/findings/ej';
import { en } from '../../typography';

/** “to be confirmed”; a text with digits is a number that was copied wrong. */
const HAS_DIGIT = /\d/;
const NATURES: Readonly<Record<EjNature, string>> = {
  purchaseOrder: en`a purchase order`,
  frameworkAgreement: en`a framework agreement`,
  adaptedProcedure: en`a MAPA`,
  contract: en`a contract`,
  lease: en`a lease`,
  grant: en`a grant`,
};

/** A row that names no EJ. */
function unnumbered({ cp, ae, parts }: FindingOf<'EJ-01'>['details'], format: Formatter): Sentences<'EJ-01'> {
  const row = ae === undefined ? en`Payment of ${format.amount(cp)}` : en`Commitment of ${format.amount(ae)}`;
  if (parts !== undefined)
    return {
      problem: en`${row} without an EJ number: the amounts of the row are also ${parts === 1 ? 'those of another one' : `the sum of ${format.plural(parts, 'other row', 'other rows')}`}, and all are counted.`,
      expected: en`each amount counted once`,
      action: en`If the row is a total, clear its amounts, or replace its label with “Total”. Otherwise enter the number of the EJ, or the status “Projet” if nothing is signed.`,
    };
  if (ae !== undefined)
    return {
      problem: en`${row} without an EJ number, which nearly all the others of the ledger have: it is counted.`,
      expected: en`an EJ, or the status “Projet”`,
      action: en`Enter the number of the EJ. If nothing is signed, write “Projet” in a column “État”; if the row commits nothing, write “Annulé” there.`,
    };
  return {
    problem: en`${row} without an EJ number.`,
    expected: COVERED,
    action: en`Enter the number of the EJ that is paid; for spending without prior commitment, enter an AE equal to the CP, dated on the day of payment, then accept the finding.`,
  };
}

const COVERED = en`an EJ committed in the ledger, or of the table ENV_RAP`;

function uncovered(details: FindingOf<'EJ-01'>['details'], format: Formatter): Sentences<'EJ-01'> {
  const { raw, known, cp, withoutAe } = details;
  if (!known) return unnumbered(details, format);
  if (withoutAe !== undefined)
    return {
      problem: en`Payment of ${format.amount(cp)} on EJ ${raw}, which the ledger does not commit: ${format.envelope(withoutAe)} has CP only.`,
      expected: COVERED,
      action: en`Nothing to do if the EJ is committed on other credits; otherwise correct the number, or list the earlier EJ in ENV_RAP.`,
    };
  return {
    problem: en`Payment of ${format.amount(cp)} on EJ ${raw}: this EJ is neither committed in the ledger nor listed among the restes à payer.`,
    expected: COVERED,
    action: en`Correct the number, add the row of the commitment, or list the earlier EJ in ENV_RAP.`,
  };
}

export const EJ: typeof FRENCH = {
  titles: {
    'EJ-01': en`Payment without commitment, or commitment without EJ`,
    'EJ-02': en`Payments above the commitment`,
    'EJ-03': en`Malformed EJ number`,
    'EJ-04': en`EJ prefix of another nature`,
    'EJ-05': en`EJ on two envelopes`,
    'EJ-06': en`Decommitment that frees no AE`,
    'EJ-07': en`Payment before the service`,
    'EJ-08': en`Decommitment of an unknown EJ`,
    'EJ-09': en`Decommitment above its EJ`,
  },
  sentences: {
    'EJ-01': uncovered,
    'EJ-02': ({ ej, committed, paid, over }, format) => ({
      problem: en`EJ ${ej}: its payments add up to ${format.amount(paid)} for ${format.amount(committed)} committed, ${format.amount(over)} too much.`,
      action: en`Check the amount and the EJ of the payment, or complete the commitment.`,
      stated: true,
    }),
    'EJ-03': ({ raw, several, retrait }, format) => ({
      problem:
        (several
          ? en`EJ number ${format.quote(raw)}: the cell holds several numbers.`
          : en`EJ number ${format.quote(raw)}: this is not the number of an engagement juridique.`) +
        (retrait === undefined ? '' : en` The decommitment of ${format.amount(retrait)} frees no AE.`),
      expected: en`10 digits beginning with 10 to 22`,
      action: several
        ? en`Enter one row for each EJ, with its share of the amount.`
        : HAS_DIGIT.test(raw)
          ? en`Copy the number from Chorus.`
          : en`Enter the number that Chorus gave the EJ; if it is not created, write “Projet” in the status column.`,
    }),
    'EJ-04': ({ ej, nature, expected }, format) => ({
      problem: en`EJ ${ej}: the row says ${NATURES[nature]}, the prefix ${ej.slice(0, 2)} is that of another nature.`,
      expected: en`a number beginning with ${format.anyOf(expected)}`,
      action: en`Check the number in Chorus, or the nature that the row says.`,
    }),
    'EJ-05': ({ ej, envelope, firstEnvelope, commits, ownPoste }, format) => ({
      problem: commits
        ? ownPoste !== undefined
          ? en`EJ ${ej}: its line ${ownPoste} is committed on ${format.envelope(envelope)}, while the EJ is first committed on ${format.envelope(firstEnvelope)}.`
          : en`EJ ${ej}: committed on ${format.envelope(envelope)}, while it is first committed on ${format.envelope(firstEnvelope)}.`
        : en`EJ ${ej}: charged to ${format.envelope(envelope)}, while it is committed on ${format.envelope(firstEnvelope)}.`,
      ...(ownPoste === undefined
        ? {
            expected: format.envelope(firstEnvelope),
            action: en`Correct ministerial axis 2 or the EJ number; a shared expense needs an EJ, or an EJ line, for each envelope.`,
          }
        : {
            expected: en`the codes that Chorus has for this EJ line`,
            action: en`Check the codes of this line in Chorus: if they are those of the ledger, accept the finding with that reason; otherwise correct ministerial axis 2.`,
          }),
    }),
    'EJ-06': ({ ej, cents, listed }, format) => ({
      problem: listed
        ? en`Decommitment of ${format.amount(cents)} on the earlier EJ ${ej}: it lowers the restes à payer and frees no AE.`
        : en`Decommitment of ${format.amount(cents)} on EJ ${ej}, committed before the year: it lowers the restes à payer and frees no AE.`,
      expected: en`no AE to use again`,
      action: en`Do not commit this amount again, unless a legal basis stands in ENV_Convention (Base du recyclage d'AE).`,
    }),
    'EJ-07': ({ paid, served }, format) => ({
      problem:
        served === null
          ? en`Payment of ${format.date(paid)} without a date of service.`
          : en`Payment of ${format.date(paid)}: the service is done on ${format.date(served)} only.`,
      expected: en`a service done by ${format.date(paid)}`,
      action:
        served === null
          ? en`Enter the date of the service, or say in the label that it is presumed (abonnement, avance…).`
          : en`Correct the date of the service or of the payment; an advance is said in the label.`,
    }),
    'EJ-08': ({ ej, cents, counted, isPresent }, format) => ({
      problem:
        ej !== ''
          ? en`Decommitment of ${format.amount(cents)} on EJ ${ej}, ${isPresent ? en`whose rows commit no AE` : en`which the ledger does not hold`}: no AE is freed.`
          : counted
            ? en`Decommitment of ${format.amount(cents)} without an EJ number: it is counted for ${format.amount(counted)}, on what the ledger commits without a number.`
            : en`Decommitment of ${format.amount(cents)} without an EJ number: no AE is freed.`,
      expected: en`an EJ committed in the ledger, or of the table ENV_RAP`,
      action:
        ej === ''
          ? en`Enter the number of the EJ that is lowered.`
          : isPresent
            ? en`Enter the AE of the EJ in the ledger, or correct the number.`
            : en`Correct the number, or add the row of the commitment.`,
      stated: true,
    }),
    'EJ-09': ({ ej, withdrawn, committed, counted }, format) => ({
      problem:
        en`EJ ${ej}: ${format.amount(withdrawn)} withdrawn for ${format.amount(committed)} committed; ` +
        en`this decommitment is counted for ${format.amount(counted)}.`,
      action: en`Correct the amount of the decommitment, or the EJ number.`,
      stated: true,
    }),
  },
};
