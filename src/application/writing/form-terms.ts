/** The part of the form on what a convention allows and asks besides its envelopes. */
import type { CeilingPart } from '../../domain/envelopes/allowances/allowances';
import type { Recurrence } from '../../domain/envelopes/terms';
import { amountOf, isBlank, numberOf, shareOf } from './form-values';

/** Transfers without prior consent; empty ends are any envelope, empty limits none. */
export interface FungibilityDraft {
  readonly from: string;
  readonly to: string;
  readonly share: string;
  readonly amount: string;
}

export interface PartCeilingDraft {
  readonly part: CeilingPart;
  readonly value: string;
  readonly ae: string;
  readonly cp: string;
}

/** A recurring report, due so many calendar days after its period. */
export interface ReportDraft {
  readonly label: string;
  readonly every: Recurrence;
  readonly days: string;
}

export interface TermsDraft {
  readonly fungibility: readonly FungibilityDraft[];
  readonly partCeilings: readonly PartCeilingDraft[];
  readonly reports: readonly ReportDraft[];
}

export const NEW_FUNGIBILITY: FungibilityDraft = { from: '', to: '', share: '', amount: '' };
export const NEW_PART_CEILING: PartCeilingDraft = { part: 'programme', value: '', ae: '', cp: '' };
export const NEW_REPORT: ReportDraft = { label: '', every: 'quarter', days: '' };
export const NO_TERMS: TermsDraft = { fungibility: [], partCeilings: [], reports: [] };

/** The members of a convention file; `ceilingsOf` is that of the envelopes. */
export function jsonOfTerms(
  { fungibility, partCeilings, reports }: TermsDraft,
  ceilingsOf: (draft: { readonly ae: string; readonly cp: string }) => unknown,
): object {
  const name = (text: string): string | null => (isBlank(text) ? null : text.trim());
  return {
    fungibility: fungibility.map(({ from, to, share, amount }) => ({
      from: name(from),
      to: name(to),
      share: shareOf(share),
      amount: isBlank(amount) ? null : amountOf(amount),
    })),
    partCeilings: partCeilings.map(({ part, value, ae, cp }) => ({
      part,
      value: value.trim(),
      ceilings: ceilingsOf({ ae, cp }),
    })),
    duties: reports.map(({ label, every, days }) => ({
      type: 'other',
      label: label.trim(),
      every,
      delay: isBlank(days) ? null : { count: numberOf(days), unit: 'calendar' },
    })),
  };
}

/** `5 %` or an amount; null for an empty text. */
export function toleranceOf(text: string): unknown {
  const share = shareOf(text);
  if (share === null) return null;
  return typeof share === 'number' ? { share } : { amount: amountOf(text) };
}
