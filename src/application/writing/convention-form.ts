/**
 * « Nouvelle convention »: the text of the form → the JSON of a convention, checked by the same schema as a file; or
 * the faults by field. Amounts and dates are read as in cells; unreadable ones are passed on as typed, for the schema
 * to refuse.
 */
import { parseConvention } from '../../conventions/index';
import { faultsOfConventionJson } from '../../conventions/schema';
import type { BoundedEvent, Convention } from '../../domain/envelopes/convention';
import { correspondenceOf, NO_CORRESPONDENCE, type Correspondence } from '../../domain/envelopes/correspondence';
import type { ImputationField } from '../../domain/imputation/imputation';
import { assert, failure, success, type Result } from '../../domain/result';
import type { BadConvention } from '../../workbook/failure';
import { jsonOfTerms, NO_TERMS, toleranceOf, type TermsDraft } from './form-terms';
import { amountOf, dateOf, isBlank, namesOf, numberOf } from './form-values';

export interface PartyDraft {
  readonly name: string;
  readonly representative: string;
  readonly signatory: string;
}

export interface LineDraft {
  readonly label: string;
  readonly delegated: string;
  /** With the co-funding; empty when there is none. */
  readonly total: string;
}

export interface EnvelopeDraft {
  readonly code: string;
  readonly label: string;
  /** Separated as in the tables. */
  readonly aliases: string;
  /** Empty: no ceiling of that nature. */
  readonly ae: string;
  readonly cp: string;
  readonly rap: string;
  /** « 5 % » or an amount; empty: no excess is tolerated. */
  readonly tolerance: string;
  readonly lines: readonly LineDraft[];
}

export interface CodeDraft {
  readonly field: ImputationField;
  readonly value: string;
  readonly aliases: string;
  /** Code of the only envelope concerned; empty for all. */
  readonly envelope: string;
}

/** The form, as typed. */
export interface ConventionDraft {
  readonly reference: string;
  readonly title: string;
  readonly delegants: readonly PartyDraft[];
  readonly delegates: readonly PartyDraft[];
  readonly signedOn: string;
  readonly endsOn: string;
  readonly endAppliesTo: readonly BoundedEvent[];
  readonly creditYear: string;
  readonly noticeMonths: string;
  readonly replyWorkingDays: string;
  /** Ceilings of the whole convention; empty when it sets none. */
  readonly ae: string;
  readonly cp: string;
  readonly envelopes: readonly EnvelopeDraft[];
  readonly codes: readonly CodeDraft[];
  readonly terms: TermsDraft;
  readonly correspondence: Correspondence;
}

export const NEW_PARTY: PartyDraft = { name: '', representative: '', signatory: '' };
export const NEW_LINE: LineDraft = { label: '', delegated: '', total: '' };
export const NEW_ENVELOPE: EnvelopeDraft = {
  code: '',
  label: '',
  aliases: '',
  ae: '',
  cp: '',
  rap: '',
  tolerance: '',
  lines: [],
};
export const NEW_CODE: CodeDraft = { field: 'activity', value: '', aliases: '', envelope: '' };

/** The empty form: one party on each side, one envelope, the usual delays. */
export function newConvention(): ConventionDraft {
  return {
    reference: '',
    title: '',
    delegants: [NEW_PARTY],
    delegates: [NEW_PARTY],
    signedOn: '',
    endsOn: '',
    endAppliesTo: ['commitment', 'serviceCertified', 'payment'],
    creditYear: '',
    noticeMonths: '3',
    replyWorkingDays: '5',
    ae: '',
    cp: '',
    envelopes: [NEW_ENVELOPE],
    codes: [],
    terms: NO_TERMS,
    correspondence: NO_CORRESPONDENCE,
  };
}

/** The convention, or its faults: each names the path of its field (`envelopes[0].label`). */
export function conventionOfDraft(draft: ConventionDraft): Result<Convention, readonly BadConvention[]> {
  const json = jsonOfDraft(draft);
  const faults = faultsOfConventionJson(json, 'JSON');
  if (draft.envelopes.length === 0) return failure([...faults, noEnvelope()]);
  if (faults.length > 0) return failure(faults);
  const convention = parseConvention(json);
  assert(convention.ok, 'a convention without a fault is read');
  return success(convention.value);
}

function noEnvelope(): BadConvention {
  return { code: 'badConvention', table: 'JSON', cell: 'envelopes', problem: 'valueMissing', found: '', expected: '' };
}

function jsonOfDraft(draft: ConventionDraft): unknown {
  return {
    id: '',
    reference: draft.reference.trim(),
    title: draft.title.trim(),
    delegants: draft.delegants,
    delegates: draft.delegates,
    signedOn: dateOf(draft.signedOn),
    endsOn: dateOf(draft.endsOn),
    endAppliesTo: draft.endAppliesTo,
    creditYear: numberOf(draft.creditYear),
    noticeMonths: numberOf(draft.noticeMonths),
    replyWorkingDays: numberOf(draft.replyWorkingDays),
    holidayZone: 'national',
    ceilings: ceilingsOf(draft),
    ...jsonOfTerms(draft.terms, ceilingsOf),
    envelopes: draft.envelopes.map((envelope) => ({
      code: envelope.code.trim(),
      label: envelope.label.trim(),
      aliases: namesOf(envelope.aliases),
      ceilings: ceilingsOf(envelope),
      openingRap: isBlank(envelope.rap) ? '0' : amountOf(envelope.rap),
      tolerance: toleranceOf(envelope.tolerance),
      lines: envelope.lines.map(({ label, delegated, total }) => ({
        label: label.trim(),
        delegated: amountOf(delegated),
        total: isBlank(total) ? null : amountOf(total),
      })),
    })),
    imputation: draft.codes.map(({ field, value, aliases, envelope }) => ({
      field,
      value: value.trim(),
      aliases: namesOf(aliases),
      envelope: isBlank(envelope) ? null : envelope.trim(),
    })),
    correspondence: correspondenceOf((key) => draft.correspondence[key].trim()),
  };
}

function ceilingsOf({ ae, cp }: { readonly ae: string; readonly cp: string }): unknown {
  const ceiling = (text: string): unknown => (isBlank(text) ? null : { amount: amountOf(text), mode: 'blocking' });
  return { AE: ceiling(ae), CP: ceiling(cp) };
}
