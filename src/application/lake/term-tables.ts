/** The terms of the convention of a workbook: its parties and dates, envelopes, codes, movements and requests. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { effectiveFrom } from '../../domain/envelopes/ceilings';
import type { Convention, Envelope, ImputationRule, Movement } from '../../domain/envelopes/convention';
import { creditYearsOf } from '../../domain/envelopes/credit-years';
import { answerDueOn } from '../../domain/envelopes/duties/due-dates';
import type { InformationRequest } from '../../domain/envelopes/terms';
import { amount, date, flag, integer, type LakeTable, rate, text } from './lake-table';
import { programmeOfEnvelope } from '../../domain/envelopes/allowances/part-ceilings';

export const CONVENTIONS: LakeTable<Convention> = {
  name: 'conventions',
  meaning: 'the convention of the workbook',
  columns: [
    text('id', 'identifier of the data file; null when the workbook names none', ({ id }) => id),
    text('reference', 'NOR or other reference', ({ reference }) => reference),
    text('title', 'title', ({ title }) => title),
    text('delegants', 'names of the délégants, separated by ` ; `', ({ delegants }) => namesOf(delegants)),
    text('delegates', 'names of the délégataires, separated by ` ; `', ({ delegates }) => namesOf(delegates)),
    date('signed_on', 'day of signature', ({ signedOn }) => signedOn),
    date('ends_on', 'last day', ({ endsOn }) => endsOn),
    text('credit_years', 'the years of its credits', (convention) => creditYearsOf(convention).join(' ; ')),
    amount('ae_ceiling', 'AE of the whole convention, as printed', ({ ceilings }) => ceilings.AE?.amount.cents),
    amount('cp_ceiling', 'CP of the whole convention, as printed', ({ ceilings }) => ceilings.CP?.amount.cents),
    integer('notice_months', 'months of notice', ({ noticeMonths }) => noticeMonths),
    integer('reply_days', 'days to answer a request', ({ replyWorkingDays }) => replyWorkingDays),
    text('reply_unit', '`working`, `workable`, `clear`, `calendar` or `months`', ({ replyUnit }) => replyUnit),
    integer('payment_days', 'calendar days to pay', ({ paymentDays }) => paymentDays),
  ],
};

function namesOf(parties: Convention['delegants']): string {
  return parties.map(({ name }) => name).join(' ; ');
}

interface EnvelopeRow extends Envelope {
  readonly programme: string | null;
}

export const ENVELOPES: LakeTable<EnvelopeRow> = {
  name: 'envelopes',
  meaning: 'one envelope of the convention',
  columns: [
    text('envelope', 'code', ({ code }) => code),
    text('label', 'label', ({ label }) => label),
    text(
      'programme',
      'the one programme of its codes, four digits; null when there is none, or several',
      (row) => row.programme,
    ),
    amount('ae_ceiling', 'AE as printed', ({ ceilings }) => ceilings.AE?.amount.cents),
    amount('cp_ceiling', 'CP as printed', ({ ceilings }) => ceilings.CP?.amount.cents),
    amount('opening_rap', 'stated opening RAP, inside the CP', ({ openingRap }) => openingRap.cents),
    rate('share', 'announced share of the délégant', ({ share }) => (share === null ? null : share.toFixed(12))),
  ],
};

/** The envelopes in the order of the convention. */
export function envelopeRows(convention: Convention): readonly EnvelopeRow[] {
  return convention.envelopes.map((envelope) => ({
    ...envelope,
    programme: programmeOfEnvelope(convention, envelope),
  }));
}

export const CODES: LakeTable<ImputationRule> = {
  name: 'codes',
  meaning: 'a Chorus code that the convention allows',
  columns: [
    text('field', 'the coded column', ({ field }) => field),
    text('code', 'the code; `*` and `?` stand for other characters', ({ value }) => value),
    text('envelope', 'only for this envelope; null for all', ({ envelope }) => envelope),
    date('valid_from', 'first day', ({ from }) => from),
    date('valid_until', 'last day', ({ until }) => until),
  ],
};

interface MovementRow extends Movement {
  readonly effectiveFrom: CivilDate | null;
}

export const MOVEMENTS: LakeTable<MovementRow> = {
  name: 'movements',
  meaning: 'a dated change of ceilings',
  columns: [
    date('moved_on', 'its day', (row) => row.date),
    text('kind', '`amendment`, `transfer`, `carryOver`, `freeze` or `restoration`', ({ type }) => type),
    text('from_envelope', 'envelope that gives', ({ from }) => from),
    text('to_envelope', 'envelope that receives', ({ to }) => to),
    text('nature', '`AE` or `CP`', ({ nature }) => nature),
    amount('amount', 'amount', (row) => row.amount.cents),
    text('reference', 'reference', ({ reference }) => reference),
    text('authorised_by', 'who authorised it', ({ authorisedBy }) => authorisedBy),
    date('authorised_on', 'day of the authorisation', ({ authorisedOn }) => authorisedOn),
    date('effective_from', 'day from which it counts; null: it does not', (row) => row.effectiveFrom),
  ],
};

/** The movements in the order of the register. */
export function movementRows(convention: Convention): readonly MovementRow[] {
  return convention.movements.map((movement) => ({ ...movement, effectiveFrom: effectiveFrom(convention, movement) }));
}

interface RequestRow extends InformationRequest {
  readonly dueOn: CivilDate | null;
  readonly isOpen: boolean;
  readonly daysLate: number | null;
}

export const REQUESTS: LakeTable<RequestRow> = {
  name: 'requests',
  meaning: 'a request of the délégant',
  columns: [
    date('received_on', 'day of receipt', ({ receivedOn }) => receivedOn),
    text('subject', 'subject', ({ subject }) => subject),
    date('due_on', 'last day to answer, as the convention counts it', ({ dueOn }) => dueOn),
    date('answered_on', 'day of the answer', ({ answeredOn }) => answeredOn),
    flag('is_open', 'not answered at the as-of date', ({ isOpen }) => isOpen),
    integer(
      'days_late',
      'calendar days from `due_on` to the as-of date; null unless open and late',
      (row) => row.daysLate,
    ),
  ],
};

/** The requests received by the date, or on a day that nobody wrote. */
export function requestRows(convention: Convention, asOf: CivilDate): readonly RequestRow[] {
  return convention.requests
    .filter(({ receivedOn }) => receivedOn === null || receivedOn <= asOf)
    .map((request) => {
      const dueOn = answerDueOn(convention, request);
      const isOpen = request.answeredOn === null || request.answeredOn > asOf;
      return { ...request, dueOn, isOpen, daysLate: isOpen && dueOn !== null && dueOn < asOf ? asOf - dueOn : null };
    });
}
