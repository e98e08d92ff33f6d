/**
 * « Nouvelle convention »: the text of the form → the JSON of a convention, checked by the same schema as a file; or
 * the faults by field. Amounts and dates are read as in cells; unreadable ones are passed on as typed, for the schema
 * to refuse. Every member of a file has its field.
 */
import { parseConvention } from '../../../conventions/index';
import { faultsOfConventionJson } from '../../../conventions/schema';
import type { BoundedEvent, Convention } from '../../../domain/envelopes/convention';
import { correspondenceOf, NO_CORRESPONDENCE, type Correspondence } from '../../../domain/envelopes/correspondence';
import type { ImputationField } from '../../../domain/imputation/imputation';
import { assert, failure, success, type Result } from '../../../domain/result';
import type { BadConvention } from '../../../workbook/failure';
import {
  ARTICLES,
  blankOf,
  ceilingsOf,
  FURTHER,
  jsonOfFields,
  LISTS,
  SETTINGS,
  type FieldsDraft,
  type ListName,
} from './form-fields';
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
  readonly further: FieldsDraft;
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
  readonly further: FieldsDraft;
  readonly lines: readonly LineDraft[];
}

export interface CodeDraft {
  readonly field: ImputationField;
  readonly value: string;
  readonly aliases: string;
  /** Code of the only envelope concerned; empty for all. */
  readonly envelope: string;
  readonly further: FieldsDraft;
}

/** The credits of one more year. */
export interface YearDraft {
  readonly year: string;
  readonly ae: string;
  readonly cp: string;
  readonly envelopes: readonly EnvelopeDraft[];
  readonly rap: readonly FieldsDraft[];
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
  readonly otherYears: readonly YearDraft[];
  readonly codes: readonly CodeDraft[];
  readonly lists: Readonly<Record<ListName, readonly FieldsDraft[]>>;
  /** Settings and articles. */
  readonly settings: FieldsDraft;
  readonly correspondence: Correspondence;
}

export const NEW_PARTY: PartyDraft = { name: '', representative: '', signatory: '' };
export const NEW_LINE: LineDraft = { label: '', delegated: '', total: '', further: blankOf(FURTHER.line) };
export const NEW_ENVELOPE: EnvelopeDraft = {
  ...{ code: '', label: '', aliases: '', ae: '', cp: '', rap: '' },
  further: blankOf(FURTHER.envelope),
  lines: [],
};
export const NEW_CODE: CodeDraft = {
  ...{ field: 'activity', value: '', aliases: '', envelope: '' },
  further: blankOf(FURTHER.code),
};
export const NEW_YEAR: YearDraft = { year: '', ae: '', cp: '', envelopes: [NEW_ENVELOPE], rap: [] };

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
    otherYears: [],
    codes: [],
    lists: noLists(),
    settings: blankOf([...SETTINGS, ...ARTICLES]),
    correspondence: NO_CORRESPONDENCE,
  };
}

function noLists(): ConventionDraft['lists'] {
  return Object.fromEntries(Object.keys(LISTS).map((name) => [name, []])) as unknown as ConventionDraft['lists'];
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

/** The members of a convention file. */
export function jsonOfDraft(draft: ConventionDraft): object {
  const lists = (Object.keys(LISTS) as ListName[]).map((name) => [
    name,
    draft.lists[name].map((item) => jsonOfFields(LISTS[name], item)),
  ]);
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
    ...jsonOfFields([...SETTINGS, ...ARTICLES], draft.settings),
    ceilings: ceilingsOf(draft),
    ...(Object.fromEntries(lists) as object),
    envelopes: draft.envelopes.map(jsonOfEnvelope),
    otherYears: draft.otherYears.map(({ year, ae, cp, envelopes, rap }) => ({
      year: numberOf(year),
      ceilings: ceilingsOf({ ae, cp }),
      envelopes: envelopes.map(jsonOfEnvelope),
      rap: rap.map((entry) => jsonOfFields(LISTS.rap, entry)),
    })),
    imputation: draft.codes.map(({ field, value, aliases, envelope, further }) => ({
      field,
      value: value.trim(),
      aliases: namesOf(aliases),
      envelope: isBlank(envelope) ? null : envelope.trim(),
      ...jsonOfFields(FURTHER.code, further),
    })),
    correspondence: correspondenceOf((key) => draft.correspondence[key].trim()),
  };
}

function jsonOfEnvelope(envelope: EnvelopeDraft): object {
  return {
    code: envelope.code.trim(),
    label: envelope.label.trim(),
    aliases: namesOf(envelope.aliases),
    ceilings: ceilingsOf(envelope, envelope.further['mode']),
    openingRap: isBlank(envelope.rap) ? '0' : amountOf(envelope.rap),
    ...jsonOfFields(FURTHER.envelope, envelope.further),
    lines: envelope.lines.map(({ label, delegated, total, further }) => ({
      label: label.trim(),
      delegated: amountOf(delegated),
      total: isBlank(total) ? null : amountOf(total),
      ...jsonOfFields(FURTHER.line, further),
    })),
  };
}
