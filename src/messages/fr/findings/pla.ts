/** French words of the PLA findings: ceilings. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';
import { COMMON } from '../common';

/** « Les AE engagées dépassent… » on the row that crosses, « déjà dépassé » on the later ones. */
function aboveCeiling(
  subject: string,
  details: FindingOf<'PLA-01' | 'PLA-02' | 'PLA-03' | 'PLA-04'>['details'],
  format: Formatter,
): string {
  const { nature, ceiling, total, over, crosses, date } = details;
  if (!crosses) {
    const row = nature === 'AE' ? fr`cet engagement` : fr`ce paiement`;
    return fr`${subject} : plafond ${COMMON.ofNature[nature]} déjà dépassé ; ${row}${format.dated('du', date)} porte l'excédent à ${format.amount(over)}.`;
  }
  const what = nature === 'AE' ? fr`les AE engagées` : fr`les CP payés`;
  const figures = fr`${format.amount(total)} pour ${format.amount(ceiling)}`;
  return fr`${subject} : ${what} dépassent de ${format.amount(over)} le plafond${format.dated('au', date)} (${figures}).`;
}

/** The envelope, or one of its budget lines. */
function watched(envelope: string, line: string | null, format: Formatter): string {
  return line === null ? format.envelope(envelope) : fr`Poste ${format.quote(line)} (${format.envelope(envelope)})`;
}

/** Art. 3 of the 2023 convention: the délégant is informed without delay; without adjustment, execution is suspended. */
const INFORM_DELEGANT =
  fr`Réduisez la dépense, ou informez sans délai le délégant de l'insuffisance des crédits ; ` +
  fr`à défaut d'ajustement, l'exécution est suspendue.`;

export const PLA: FamilyWords<'PLA'> = {
  titles: {
    'PLA-01': fr`Plafond d'AE d'une enveloppe dépassé`,
    'PLA-02': fr`Plafond de CP d'une enveloppe dépassé`,
    'PLA-03': fr`Plafond de la convention dépassé`,
    'PLA-04': fr`Montant d'un poste dépassé`,
    'PLA-05': fr`Restes à payer d'ouverture dépassés`,
    'PLA-06': fr`Seuil d'alerte atteint`,
  },
  sentences: {
    'PLA-01': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
    }),
    'PLA-02': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
    }),
    'PLA-03': (details, format) => ({
      problem: aboveCeiling(fr`Ensemble de la convention`, details, format),
      action: INFORM_DELEGANT,
    }),
    'PLA-04': (details, format) => ({
      problem: aboveCeiling(watched(details.envelope, details.line, format), details, format),
      action: fr`Vérifiez le poste de la ligne, ou convenez avec le délégant d'une nouvelle répartition.`,
    }),
    'PLA-05': ({ envelope, paid, over, date, ej }, format) => ({
      problem:
        fr`${format.envelope(envelope)} : ce paiement${format.dated('du', date)} sur l'EJ antérieur ${ej} ` +
        fr`porte les paiements sur restes à payer à ${format.amount(paid)}, soit ${format.amount(over)} au-delà de leur part.`,
      action: fr`Vérifiez l'EJ du paiement ; sinon, demandez au délégant un complément de CP.`,
    }),
    'PLA-06': ({ envelope, line, nature, threshold, ceiling, total, date }, format) => ({
      problem:
        fr`${watched(envelope, line, format)} : le seuil de ${format.share(threshold)} des ${nature} est atteint${format.dated('le', date)} ` +
        fr`(${format.amount(total)} sur ${format.amount(ceiling)}).`,
      expected: fr`moins de ${format.share(threshold)} de ${format.amount(ceiling)}`,
      action: fr`Prévoyez la fin de la consommation ; le délégant doit être informé sans délai d'une insuffisance.`,
    }),
  },
};
