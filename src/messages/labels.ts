/** Short names of columns, severities and states. */
import type { Severity } from '../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import type { FigureKey, UncheckedReason } from '../domain/envelopes/figures';
import type { LedgerField } from '../domain/envelopes/ledger';
import type { EnvelopeStatus } from '../domain/envelopes/status';
import type { Nature } from '../domain/money/nature';
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

/** In the place of an amount that the convention does not give. */
export const NOT_GIVEN_LABEL = '–';

/** Why a figure of a ceiling has no value: « La convention ne donne pas d'AE à cette enveloppe. » */
export function noCeilingLabel({ envelope, line }: FigureKey, nature: Nature, language: Language): string {
  const bounded = line !== null ? 'line' : envelope === WHOLE_CONVENTION ? 'whole' : 'envelope';
  return LABELS[language].noCeiling[bounded](nature);
}

/** Why a row is unchecked, to follow a colon; `field`: that which names the envelope of the row. */
export function uncheckedLabel(reason: UncheckedReason, field: LedgerField, language: Language): string {
  const { unchecked, uncheckedBy } = LABELS[language];
  if (reason === 'amountUnreadable' || field === 'ministerialAxis2') return unchecked[reason];
  const name = fieldLabel(field, language);
  return uncheckedBy[reason](name.charAt(0).toLowerCase() + name.slice(1));
}

/** The extent of a control. */
interface Extent {
  readonly rows: { readonly read: number; readonly checked: number };
  readonly hasAmounts: boolean;
}

/** The absence of findings in one sentence: nothing found, or nothing to find. */
export function noFindingLabel(extent: Extent, language: Language): string {
  return nothingCheckedLabel(extent, language) ?? LABELS[language].noFinding.clean;
}

/** Why nothing was checked; null when something was. */
export function nothingCheckedLabel({ rows, hasAmounts }: Extent, language: Language): string | null {
  const { notRead, notChecked, noAmount } = LABELS[language].noFinding;
  if (rows.read === 0) return notRead;
  if (rows.checked === 0) return notChecked;
  return hasAmounts ? null : noAmount;
}

/** Why a row is ignored, to follow a colon. */
export function ignoredLabel(reason: keyof typeof FRENCH.ignored, language: Language): string {
  return LABELS[language].ignored[reason];
}
