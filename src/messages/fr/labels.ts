/** French names of columns, severities and states. Columns are named as in the workbook. */
import type { Severity } from '../../domain/controls/findings/finding';
import type { UncheckedReason } from '../../domain/envelopes/figures';
import type { EnvelopeStatus } from '../../domain/envelopes/status';
import type { Nature } from '../../domain/money/nature';
import type { ColumnField } from '../../workbook/ledger/column-field';
import { COLUMN_FIELD_NAMES } from '../../workbook/field-names';
import { fr } from '../typography';
import { COMMON } from './common';

export const LABELS = {
  field: (field: ColumnField): string => COLUMN_FIELD_NAMES[field].replaceAll("'", '’'),
  severities: { error: 'Erreur', warning: 'Avertissement', info: 'Information' } satisfies Record<Severity, string>,
  statuses: {
    open: 'Ouverte',
    alert: 'Alerte',
    exhausted: 'Épuisée',
    suspended: 'Suspendue',
    expired: 'Échue',
  } satisfies Record<EnvelopeStatus, string>,
  unchecked: {
    envelopeAbsent: 'axe ministériel 2 absent',
    envelopeUnknown: 'axe ministériel 2 inconnu',
    amountUnreadable: 'montant illisible',
  } satisfies Record<UncheckedReason, string>,
  /** The same where the code of another field names the envelope. */
  uncheckedBy: {
    envelopeAbsent: (field: string): string => fr`${field} vide`,
    envelopeUnknown: (field: string): string => fr`${field} d'aucune enveloppe`,
  },
  /** Why a figure of a ceiling has no value. */
  noCeiling: {
    line: (nature: Nature): string =>
      fr`La convention ne donne pas ${COMMON.ofNature[nature]} à ce poste : demandez l'enveloppe entière.`,
    envelope: (nature: Nature): string => fr`La convention ne donne pas ${COMMON.ofNature[nature]} à cette enveloppe.`,
    whole: (nature: Nature): string => fr`La convention ne donne pas ${COMMON.ofNature[nature]}.`,
  },
  /** Why a row of the team's table counts for nothing. */
  ignored: {
    empty: 'ligne vide',
    total: 'ligne de total',
    balance: 'ligne de solde ou de crédits',
    cancelled: 'ligne annulée',
    otherYear: fr`ligne d'un autre exercice`,
    otherConvention: fr`ligne d'une autre convention`,
    repeatedHeadings: 'en-têtes répétés',
  },
  /** Why there is no finding: a ledger without rows conforms to nothing. */
  noFinding: {
    clean: fr`Aucun constat.`,
    notRead: fr`Aucune ligne lue : rien n'a été contrôlé.`,
    notChecked: fr`Aucune ligne contrôlée : elles sont toutes ignorées ou sans enveloppe.`,
    noAmount: fr`Aucun montant lu : les lignes du suivi n'ont ni AE ni CP.`,
  },
};
