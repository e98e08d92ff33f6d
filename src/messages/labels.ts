/**
 * Short names of what the product speaks of: columns, severities, states. French names of columns are those of the
 * workbook itself.
 */
import type { Severity } from '../domain/controls/findings/finding';
import type { UncheckedReason } from '../domain/envelopes/figures';
import type { LedgerField } from '../domain/envelopes/ledger';
import type { EnvelopeStatus } from '../domain/envelopes/status';
import { FIELD_NAMES } from '../workbook/workbook-names';
import type { Language } from './language';
import { fr } from './typography';

type Names<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

const FIELDS_IN_ENGLISH: Readonly<Record<LedgerField, string>> = {
  programme: 'Programme',
  functionalDomain: 'Functional domain',
  financialCentre: 'Financial centre',
  activity: 'Activity',
  costCentre: 'Cost centre',
  ministerialAxis1: 'Ministerial axis 1',
  ministerialAxis2: 'Ministerial axis 2',
  operation: 'Operation',
  status: 'Status',
  budgetLine: 'Budget line',
  ejNumber: 'EJ number',
  ejLine: 'EJ line',
  dpNumber: 'DP number',
  dpLine: 'DP line',
  supplier: 'Supplier',
  label: 'Label',
  commitmentDate: 'Commitment date',
  serviceDate: 'Service date',
  receiptDate: 'Invoice receipt date',
  paymentDate: 'Payment date',
  contractEnd: 'End of the contract',
  ae: 'AE amount',
  cp: 'CP amount',
};

const SEVERITIES: Names<Severity> = {
  fr: { error: 'Erreur', warning: 'Avertissement', info: 'Information' },
  en: { error: 'Error', warning: 'Warning', info: 'Information' },
};

const STATUSES: Names<EnvelopeStatus> = {
  fr: { open: 'Ouverte', alert: 'Alerte', exhausted: 'Épuisée', suspended: 'Suspendue', expired: 'Échue' },
  en: { open: 'Open', alert: 'Alert', exhausted: 'Exhausted', suspended: 'Suspended', expired: 'Expired' },
};

const UNCHECKED: Names<UncheckedReason> = {
  fr: {
    envelopeAbsent: fr`axe ministériel 2 absent`,
    envelopeUnknown: fr`axe ministériel 2 inconnu`,
    amountUnreadable: fr`montant illisible`,
  },
  en: {
    envelopeAbsent: 'ministerial axis 2 is absent',
    envelopeUnknown: 'ministerial axis 2 is unknown',
    amountUnreadable: 'an amount cannot be read',
  },
};

/** Why a row of the team's table counts for nothing. */
export type IgnoredReason = 'empty' | 'total' | 'cancelled' | 'repeatedHeadings';

const IGNORED: Names<IgnoredReason> = {
  fr: {
    empty: 'ligne vide',
    total: 'ligne de total',
    cancelled: 'ligne annulée',
    repeatedHeadings: 'en-têtes répétés',
  },
  en: { empty: 'empty row', total: 'total row', cancelled: 'cancelled row', repeatedHeadings: 'repeated headings' },
};

/** The name of a column: « Montant AE ». */
export function fieldLabel(field: LedgerField, language: Language): string {
  return language === 'fr' ? FIELD_NAMES[field].replaceAll("'", '’') : FIELDS_IN_ENGLISH[field];
}

/** « Erreur », « Avertissement », « Information ». */
export function severityLabel(severity: Severity, language: Language): string {
  return SEVERITIES[language][severity];
}

/** « Ouverte », « Alerte », « Épuisée », « Suspendue », « Échue ». */
export function statusLabel(status: EnvelopeStatus, language: Language): string {
  return STATUSES[language][status];
}

/** Why a row is unchecked, to follow a colon. */
export function uncheckedLabel(reason: UncheckedReason, language: Language): string {
  return UNCHECKED[language][reason];
}

/** Why a row is ignored, to follow a colon. */
export function ignoredLabel(reason: IgnoredReason, language: Language): string {
  return IGNORED[language][reason];
}
