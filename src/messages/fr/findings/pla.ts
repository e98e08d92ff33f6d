/** French words of the PLA findings: ceilings. */
import { fr } from '../../typography';
import type { AboveCeiling, FamilyWords, Speaker } from '../../words';
import { LOLF_8, atMost, ofNature } from '../common';

/** « Les AE engagées dépassent… » on the row that crosses, « déjà dépassé » on the later ones. */
function aboveCeiling(subject: string, details: AboveCeiling, say: Speaker): string {
  const { nature, ceiling, total, over, crosses, date } = details;
  if (!crosses) {
    const row = nature === 'AE' ? fr`cet engagement` : fr`ce paiement`;
    return fr`${subject} : plafond ${ofNature(nature)} déjà dépassé ; ${row}${say.dated('du', date)} porte l'excédent à ${say.amount(over)}.`;
  }
  const what = nature === 'AE' ? fr`les AE engagées` : fr`les CP payés`;
  const figures = fr`${say.amount(total)} pour ${say.amount(ceiling)}`;
  return fr`${subject} : ${what} dépassent de ${say.amount(over)} le plafond${say.dated('au', date)} (${figures}).`;
}

/** The envelope, or the poste of it. */
function watched(envelope: string, line: string | null, say: Speaker): string {
  return line === null ? say.envelope(envelope) : fr`Poste ${say.quote(line)} (${say.envelope(envelope)})`;
}

/** Art. 3 of the 2023 convention: insufficiency is told without delay; without adjustment, execution is suspended. */
const TELL_DELEGANT =
  fr`Réduisez la dépense, ou informez sans délai le délégant de l'insuffisance des crédits ; ` +
  fr`à défaut d'ajustement, l'exécution est suspendue.`;

/** Titles and sentences of the PLA rules. */
export const PLA_FR: FamilyWords<'PLA'> = {
  titles: {
    'PLA-01': fr`Plafond d'AE d'une enveloppe dépassé`,
    'PLA-02': fr`Plafond de CP d'une enveloppe dépassé`,
    'PLA-03': fr`Plafond de la convention dépassé`,
    'PLA-04': fr`Montant d'un poste dépassé`,
    'PLA-05': fr`Restes à payer d'ouverture dépassés`,
    'PLA-06': fr`Seuil d'alerte atteint`,
  },
  words: {
    'PLA-01': (details, say) => ({
      problem: aboveCeiling(say.envelope(details.envelope), details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: fr`${say.article('ceiling')} ; ${LOLF_8}`,
      action: TELL_DELEGANT,
    }),
    'PLA-02': (details, say) => ({
      problem: aboveCeiling(say.envelope(details.envelope), details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: fr`${say.article('credits')} ; ${LOLF_8}`,
      action: TELL_DELEGANT,
    }),
    'PLA-03': (details, say) => ({
      problem: aboveCeiling(fr`Ensemble de la convention`, details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: fr`${say.article(details.nature === 'AE' ? 'ceiling' : 'credits')} ; ${LOLF_8}`,
      action: TELL_DELEGANT,
    }),
    'PLA-04': (details, say) => ({
      problem: aboveCeiling(watched(details.envelope, details.line, say), details, say),
      found: say.amount(details.total),
      expected: atMost(details.ceiling, say),
      article: say.article('annex', details.envelope),
      action: fr`Vérifiez le poste de la ligne, ou convenez avec le délégant d'une nouvelle répartition.`,
    }),
    'PLA-05': ({ envelope, rap, paid, over, date, ej }, say) => ({
      problem:
        fr`${say.envelope(envelope)} : ce paiement${say.dated('du', date)} sur l'EJ antérieur ${ej} ` +
        fr`porte les paiements sur restes à payer à ${say.amount(paid)}, soit ${say.amount(over)} au-delà de leur part.`,
      found: say.amount(paid),
      expected: atMost(rap, say),
      article: fr`${say.article('credits')}, « dont RAP »`,
      action: fr`Vérifiez l'EJ du paiement ; sinon, demandez au délégant un complément de CP.`,
    }),
    'PLA-06': ({ envelope, line, nature, threshold, ceiling, total, date }, say) => ({
      problem:
        fr`${watched(envelope, line, say)} : le seuil de ${say.share(threshold)} des ${nature} est atteint${say.dated('le', date)} ` +
        fr`(${say.amount(total)} sur ${say.amount(ceiling)}).`,
      found: say.amount(total),
      expected: fr`moins de ${say.share(threshold)} de ${say.amount(ceiling)}`,
      article: line === null ? say.article('ceiling') : say.article('annex', envelope),
      action: fr`Prévoyez la fin de la consommation ; le délégant doit être informé sans délai d'une insuffisance.`,
    }),
  },
};
