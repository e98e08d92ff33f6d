/** French words of the PLA findings: ceilings. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

/** « 104 000,00 € d'AE engagées… » on the row that crosses, « déjà dépassée » on the later ones. */
function aboveCeiling(
  whose: string,
  details: FindingOf<'PLA-01' | 'PLA-02' | 'PLA-03' | 'PLA-04'>['details'],
  format: Formatter,
): string {
  const { nature, ceiling, total, over, crosses, date, isTolerated } = details;
  const subject = ofYear(details) + whose;
  const tolerated = isTolerated ? fr`, dans la tolérance de la convention` : '';
  const isFollowUp = 'isFollowUp' in details && details.isFollowUp === true;
  if (!crosses) {
    const row = nature === 'AE' ? fr`cet engagement` : fr`ce paiement`;
    const bound = isFollowUp ? fr`seuil de suivi` : fr`dotation`;
    const exceeded = isFollowUp ? fr`déjà dépassé` : fr`déjà dépassée`;
    return (
      fr`${subject} : ${bound} de ${format.amountOf(nature, ceiling)} ${exceeded} ; ` +
      fr`${row}${format.dated('du', date)} porte le dépassement à ${format.amount(over)}${tolerated}.`
    );
  }
  const what = nature === 'AE' ? fr`engagées` : fr`payés`;
  return (
    fr`${subject} : ${format.amountOf(nature, total)} ${what}${format.dated('au', date)} ` +
    fr`pour ${isFollowUp ? fr`un seuil de suivi` : fr`une dotation`} de ${format.amount(ceiling)}, soit ${format.amount(over)} de trop${tolerated}.`
  );
}

/** Before the name of what is bounded, by a former year. */
export function ofYear({ formerYear }: { readonly formerYear?: number }): string {
  return formerYear === undefined ? '' : fr`Crédits de ${String(formerYear)}, `;
}

/** The whole convention, or the programme or titre of it that a ceiling bounds. */
export function bounded(of: FindingOf<'PLA-03'>['details']['of']): string {
  if (of === undefined) return fr`Ensemble de la convention`;
  return of.part === 'programme' ? fr`Programme ${of.value}` : fr`Titre ${of.value}`;
}

/** The envelope, or one of its budget lines. */
function watched(envelope: string, line: string | null, format: Formatter): string {
  return line === null
    ? format.envelope(envelope)
    : fr`Poste de dépense ${format.quote(line)} (${format.envelope(envelope)})`;
}

const INFORM_DELEGANT = fr`Vérifiez la ligne ; si le dépassement est réel, informez le délégant sans délai.`;

export const PLA: FamilyWords<'PLA'> = {
  titles: {
    'PLA-01': fr`Plafond d'AE d'une enveloppe dépassé`,
    'PLA-02': fr`Plafond de CP d'une enveloppe dépassé`,
    'PLA-03': fr`Plafond de la convention dépassé`,
    'PLA-04': fr`Montant d'un poste de dépense dépassé`,
    'PLA-05': fr`Part destinée aux restes à payer dépassée`,
    'PLA-06': fr`Seuil de suivi atteint`,
  },
  sentences: {
    'PLA-01': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
      stated: true,
    }),
    'PLA-02': (details, format) => ({
      problem: aboveCeiling(format.envelope(details.envelope), details, format),
      action: INFORM_DELEGANT,
      stated: true,
    }),
    'PLA-03': (details, format) => ({
      problem: aboveCeiling(bounded(details.of), details, format),
      action: INFORM_DELEGANT,
      stated: true,
    }),
    'PLA-04': (details, format) => ({
      problem: aboveCeiling(watched(details.envelope, details.line, format), details, format),
      action: fr`Vérifiez le poste de dépense de la ligne, ou convenez avec le délégant d'une nouvelle répartition.`,
      stated: true,
    }),
    'PLA-05': ({ envelope, paid, rap, over, date, ej, ...year }, format) => ({
      problem:
        fr`${ofYear(year)}${format.envelope(envelope)}, EJ ${ej} : ${format.amount(paid)} payés sur restes à payer antérieurs${format.dated('au', date)} ` +
        fr`pour une part de CP de ${format.amount(rap)}, soit ${format.amount(over)} de trop.`,
      action: fr`Vérifiez l'EJ du paiement ; sinon, demandez au délégant de relever cette part, puis inscrivez-la dans « dont RAP » (ENV_Enveloppes) et dans ENV_RAP.`,
      stated: true,
    }),
    'PLA-06': ({ envelope, line, nature, threshold, ceiling, total, date }, format) => ({
      problem:
        fr`${watched(envelope, line, format)} : seuil de suivi de ${format.share(threshold)} des ${nature} atteint${format.dated('au', date)}, ` +
        fr`avec ${format.amount(total)} sur ${format.amount(ceiling)}.`,
      expected: fr`moins de ${format.share(threshold)} de ${format.amount(ceiling)}`,
      action: fr`Actualisez la prévision jusqu'à la fin de l'exercice.`,
      stated: true,
    }),
  },
};
