/** Short names of columns, severities and states. */
import type { Severity } from '../domain/controls/findings/finding';
import type { UncheckedReason } from '../domain/envelopes/figures';
import type { EnvelopeStatus } from '../domain/envelopes/status';
import { LABELS as ENGLISH } from './en/labels';
import { LABELS as FRENCH } from './fr/labels';
import type { Language } from './language';
import type { ColumnField } from '../workbook/ledger/column-field';

const LABELS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** The name of a column: « Montant AE ». */
export function fieldLabel(field: ColumnField, language: Language): string {
  return LABELS[language].field(field);
}

/** « Erreur », « Avertissement », « Information ». */
export function severityLabel(severity: Severity, language: Language): string {
  return LABELS[language].severities[severity];
}

/** « Ouverte », « Alerte », « Épuisée », « Suspendue », « Échue ». */
export function statusLabel(status: EnvelopeStatus, language: Language): string {
  return LABELS[language].statuses[status];
}

/** Why a row is unchecked, to follow a colon. */
export function uncheckedLabel(reason: UncheckedReason, language: Language): string {
  return LABELS[language].unchecked[reason];
}

/** The absence of findings in one sentence: nothing found, or nothing read. */
export function noFindingLabel(
  { read, checked }: { readonly read: number; readonly checked: number },
  language: Language,
): string {
  const { clean, notRead, notChecked } = LABELS[language].noFinding;
  return checked > 0 ? clean : read === 0 ? notRead : notChecked;
}

/** Why a row is ignored, to follow a colon. */
export function ignoredLabel(reason: keyof typeof FRENCH.ignored, language: Language): string {
  return LABELS[language].ignored[reason];
}
