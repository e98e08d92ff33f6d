/** French words of the RAP findings: the restes à payer over the years. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { FamilyWords } from '../../evidence';
import { fr } from '../../typography';

export const RAP: FamilyWords<'RAP'> = {
  titles: {
    'RAP-01': fr`Restes à payer d'ouverture inexacts`,
  },
  sentences: {
    'RAP-01': (details, format) => {
      if ('repeated' in details) {
        const { repeated, year, rows, cents } = details;
        return {
          problem:
            fr`ENV_RAP, exercice ${String(year)} : EJ ${repeated} inscrit sur ${String(rows)} lignes, ` +
            fr`qui comptent ensemble pour ${format.amount(cents)} de restes à payer.`,
          expected: fr`une ligne par EJ`,
          action: fr`Supprimez les lignes en double, ou réunissez-les en une d'après Chorus.`,
        };
      }
      if ('raw' in details) {
        return {
          problem: fr`ENV_RAP : ${format.quote(details.raw)} n'est pas un numéro d'engagement juridique, et ses ${format.amount(details.cents)} de restes à payer ne sont rattachés à aucun paiement.`,
          expected: fr`10 chiffres commençant par 10 à 22`,
          action: fr`Recopiez le numéro depuis Chorus, une ligne par EJ.`,
        };
      }
      if ('of' in details) {
        const amount = format.amount(details.cents);
        return {
          problem:
            'ej' in details.of
              ? fr`ENV_RAP : montant négatif, ${amount} de restes à payer pour l'EJ ${details.of.ej}.`
              : fr`${format.envelope(details.of.envelope)} : « dont RAP » négatif, ${amount}.`,
          expected: fr`un montant positif`,
          action: fr`Vérifiez le montant dans Chorus.`,
        };
      }
      if ('listed' in details) {
        const { year, stated, listed } = details;
        const who =
          details.envelope === WHOLE_CONVENTION ? fr`Ensemble de la convention` : format.envelope(details.envelope);
        return {
          problem:
            fr`${who}, exercice ${String(year)} : « dont RAP » de ${format.amount(stated)}, ` +
            fr`EJ de ENV_RAP pour ${format.amount(listed)}, soit ${format.amount(stated - listed)} d'écart.`,
          expected: fr`deux montants égaux`,
          action:
            listed > stated
              ? fr`Les restes à payer suivent les EJ, et la part des CP suit « dont RAP » : vérifiez les deux dans Chorus.`
              : fr`Le reste de « dont RAP » compte sans numéro d'EJ : complétez ENV_RAP d'après Chorus.`,
        };
      }
      const { envelope, stated, rolled, isPartial } = details;
      return {
        problem:
          fr`${format.envelope(envelope)} : ${format.amount(stated)} de restes à payer d'ouverture saisis, ` +
          fr`${format.amount(rolled)} d'après les exercices antérieurs du suivi, soit ${format.amount(stated - rolled)} d'écart.`,
        expected: format.amount(rolled),
        action: isPartial
          ? fr`Le suivi peut ne contenir qu'une partie des EJ antérieurs : vérifiez « dont RAP » dans Chorus.`
          : fr`Corrigez « dont RAP » ou les exercices antérieurs du suivi d'après Chorus.`,
      };
    },
  },
};
