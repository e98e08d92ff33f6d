/**
 * A convention as a file of it: what another reader of conventions is given, and what `parseConvention` reads back the
 * same.
 */
import { toIso, type CivilDate } from '../../src/domain/calendar/civil-date';
import type {
  BudgetLine,
  Ceilings,
  Convention,
  Envelope,
  RapEntry,
  Tolerance,
} from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';

/** The members of the file. */
export function conventionFile(convention: Convention): unknown {
  const {
    signedOn,
    endsOn,
    envelopes,
    rap,
    movements,
    imputation,
    otherYears,
    duties,
    requests,
    closing,
    termination,
    milestones,
    fungibility,
    partCeilings,
  } = convention;
  return {
    ...convention,
    signedOn: toIso(signedOn),
    endsOn: toIso(endsOn),
    ceilings: ceilingsOf(convention.ceilings),
    envelopes: envelopes.map(envelopeOf),
    rap: rap.map(rapOf),
    otherYears: otherYears.map((terms) => ({
      ...terms,
      ceilings: ceilingsOf(terms.ceilings),
      envelopes: terms.envelopes.map(envelopeOf),
      rap: terms.rap.map(rapOf),
    })),
    movements: movements.map(({ index: _, date, authorisedOn, amount, ...rest }) => ({
      ...rest,
      date: iso(date),
      authorisedOn: iso(authorisedOn),
      amount: amount.toDecimalString(),
    })),
    imputation: imputation.map(({ from, until, ...rest }) => ({ ...rest, from: iso(from), until: iso(until) })),
    fungibility: fungibility.map(({ amount, ...rest }) => ({ ...rest, amount: amount && amount.toDecimalString() })),
    partCeilings: partCeilings.map(({ ceilings, ...rest }) => ({ ...rest, ceilings: ceilingsOf(ceilings) })),
    duties: duties.map(({ index: _, dueOn, doneOn, isOfDelegant, ...rest }) => ({
      ...rest,
      dueOn: iso(dueOn),
      doneOn: iso(doneOn),
      party: isOfDelegant ? 'delegant' : 'delegate',
    })),
    requests: requests.map(({ index: _, receivedOn, answeredOn, ...rest }) => ({
      ...rest,
      receivedOn: iso(receivedOn),
      answeredOn: iso(answeredOn),
    })),
    closing: {
      commitment: iso(closing.commitment),
      serviceCertified: iso(closing.serviceCertified),
      payment: iso(closing.payment),
    },
    termination: termination && { sentOn: iso(termination.sentOn), receivedOn: iso(termination.receivedOn) },
    milestones: milestones.map(({ plannedOn, ...rest }) => ({ ...rest, plannedOn: iso(plannedOn) })),
  };
}

function iso(date: CivilDate | null): string | null {
  return date === null ? null : toIso(date);
}

function ceilingsOf({ AE, CP }: Ceilings): unknown {
  return {
    AE: AE && { amount: AE.amount.toDecimalString(), mode: AE.mode },
    CP: CP && { amount: CP.amount.toDecimalString(), mode: CP.mode },
  };
}

function envelopeOf({ ceilings, openingRap, lines, tolerance, ...rest }: Envelope): unknown {
  return {
    ...rest,
    tolerance: toleranceOf(tolerance),
    ceilings: ceilingsOf(ceilings),
    openingRap: openingRap.toDecimalString(),
    lines: lines.map(lineOf),
  };
}

function lineOf({ index: _, envelope: __, delegated, total, ceilings, tolerance, ...rest }: BudgetLine): unknown {
  return {
    ...rest,
    tolerance: toleranceOf(tolerance),
    delegated: delegated.toDecimalString(),
    total: total && total.toDecimalString(),
    ceilings: ceilings && ceilingsOf(ceilings),
  };
}

function toleranceOf(tolerance: Tolerance | undefined): unknown {
  if (tolerance === undefined) return null;
  return 'share' in tolerance ? tolerance : { amount: Euros.fromCents(tolerance.cents).toDecimalString() };
}

function rapOf({ ej, amount }: RapEntry): unknown {
  return { ej, amount: amount.toDecimalString() };
}
