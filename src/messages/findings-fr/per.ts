/** French words of the PER findings: dates. */
import { fr } from '../typography';
import type { FamilyWords, Words } from '../words';

function wrongDate(problem: string, found: string, expected: string, article: string): Words {
  return { problem, found, expected, article, action: fr`Corrigez la date, ou imputez la dépense sur d'autres crédits.` };
}

/** Titles and sentences of the PER rules. */
export const PER_FR: FamilyWords<'PER'> = {
  titles: {
    'PER-01': fr`Date antérieure à la signature`,
    'PER-02': fr`Date postérieure à la fin`,
    'PER-03': fr`Date hors de l'exercice`,
  },
  words: {
    'PER-01': ({ field, date, signedOn }, say) =>
      wrongDate(
        fr`${say.field(field)} ${say.date(date)} : antérieure à la signature de la convention.`,
        say.date(date),
        fr`à partir du ${say.date(signedOn)}`,
        say.article('period'),
      ),
    'PER-02': ({ field, date, endsOn }, say) =>
      wrongDate(
        fr`${say.field(field)} ${say.date(date)} : postérieure à la fin de la convention.`,
        say.date(date),
        fr`au plus tard le ${say.date(endsOn)}`,
        say.article('period'),
      ),
    'PER-03': ({ field, date, creditYear }, say) =>
      wrongDate(
        fr`${say.field(field)} ${say.date(date)} : hors de l'exercice des crédits, ${String(creditYear)}.`,
        say.date(date),
        fr`une date de ${String(creditYear)}`,
        say.article('credits'),
      ),
  },
};
