/** French words of the PER findings: dates. */
import { fr } from '../../typography';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords, Speaker, Words } from '../../words';

function wrongDate(problem: string, found: string, expected: string, article: string): Words {
  return {
    problem,
    found,
    expected,
    article,
    action: fr`Corrigez la date, ou imputez la dépense sur d'autres crédits.`,
  };
}

const LOLF_9 = fr`LOLF, art. 9`;
const GBCP_30 = fr`décret n° 2012-1246 (GBCP), art. 30 à 32`;
const CCP_DELAY = fr`code de la commande publique, art. R2192-10, R2192-12 et R2192-13`;

function outsideYear(details: FindingOf<'PER-03'>['details'], say: Speaker): Words {
  const { date } = details;
  const [year, before] = [String(details.creditYear), String(details.creditYear - 1)];
  const action = fr`Attendez l'ouverture des crédits, ou imputez la dépense sur d'autres crédits.`;
  switch (details.why) {
    case 'otherYear':
      return wrongDate(
        fr`${say.field(details.field)} ${say.date(date)} : hors de l'exercice des crédits, ${year}.`,
        say.date(date),
        fr`une date de ${year}`,
        say.article('credits'),
      );
    case 'tooEarly': {
      const problem = fr`Engagement en gestion anticipée du ${say.date(date)} : trop tôt pour les crédits de ${year}, il n'y est pas compté.`;
      return {
        problem,
        found: say.date(date),
        expected: fr`à partir du 1er novembre ${before}`,
        article: LOLF_9,
        action,
      };
    }
    case 'serviceTooEarly': {
      const problem = fr`Engagement en gestion anticipée sur ${year}, service fait le ${say.date(date)} : avant l'exercice.`;
      return { problem, found: say.date(date), expected: fr`à partir du 1er janvier ${year}`, article: LOLF_9, action };
    }
    case 'aboveQuarter':
      return {
        problem: fr`${say.envelope(details.envelope)} : ${say.amount(details.total)} d'AE en gestion anticipée, plus du quart des crédits de ${year}.`,
        found: say.amount(details.total),
        expected: fr`${say.amount(details.quarter)} au plus`,
        article: LOLF_9,
        action: fr`Reportez l'engagement après le 1er janvier ${year}, ou réduisez-le.`,
      };
  }
}

/** Titles and sentences of the PER rules. */
export const PER_FR: FamilyWords<'PER'> = {
  titles: {
    'PER-01': fr`Date antérieure à la signature`,
    'PER-02': fr`Date postérieure à la fin`,
    'PER-03': fr`Date hors de l'exercice`,
    'PER-04': fr`Date postérieure à la clôture`,
    'PER-05': fr`Dates dans le désordre`,
    'PER-06': fr`Paiement au-delà du délai`,
    'PER-07': fr`Commande après la fin du marché`,
    'PER-08': fr`Résiliation sans effet`,
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
    'PER-03': (details, say) => outsideYear(details, say),
    'PER-04': ({ field, date, closing }, say) => ({
      problem: fr`${say.field(field)} ${say.date(date)} : postérieure à la date limite de fin de gestion, ${say.date(closing)}.`,
      found: say.date(date),
      expected: fr`au plus tard le ${say.date(closing)}`,
      article: fr`calendrier de fin de gestion (ENV_Convention)`,
      action: fr`Corrigez la date, ou vérifiez dans Chorus que l'opération a été prise.`,
    }),
    'PER-05': ({ field, date, other, otherDate }, say) => ({
      problem:
        field === 'receiptDate'
          ? fr`${say.field(field)} ${say.date(date)} : postérieure au paiement, fait le ${say.date(otherDate)}.`
          : fr`${say.field(field)} ${say.date(date)} : antérieure à l'engagement, signé le ${say.date(otherDate)}.`,
      found: say.date(date),
      expected:
        field === 'receiptDate' ? fr`au plus tard le ${say.date(otherDate)}` : fr`à partir du ${say.date(otherDate)}`,
      article: other === 'paymentDate' ? CCP_DELAY : GBCP_30,
      action: fr`Corrigez celle des deux dates qui est fausse ; une dépense faite avant son engagement est à régulariser.`,
    }),
    'PER-06': ({ date, from, fromDate, paymentDays, dueOn, days }, say) => ({
      problem:
        fr`Paiement du ${say.date(date)} : ${say.count(days)} jour(s) après le délai de ${say.count(paymentDays)} jours ` +
        fr`(${say.field(from)} ${say.date(fromDate)}).`,
      found: say.date(date),
      expected: fr`au plus tard le ${say.date(dueOn)}`,
      article: CCP_DELAY,
      action: fr`Vérifiez les dates et les suspensions du délai ; à défaut, des intérêts moratoires sont dus sans être demandés.`,
    }),
    'PER-07': ({ field, date, contractEnd }, say) => ({
      problem: fr`${say.field(field)} ${say.date(date)} : le marché a pris fin le ${say.date(contractEnd)}.`,
      found: say.date(date),
      expected: fr`au plus tard le ${say.date(contractEnd)}`,
      article: fr`${say.article('period')} ; code de la commande publique, art. R2162-5`,
      action: fr`Vérifiez la fin du marché et ses reconductions ; commandez sur un marché en cours.`,
    }),
    'PER-08': ({ date, isReceived, noticeMonths, noticeEnds, endsOn }, say) => ({
      problem:
        fr`Résiliation ${isReceived ? 'reçue' : 'envoyée'} le ${say.date(date)} : son préavis de ${say.count(noticeMonths)} mois s'achève le ` +
        fr`${say.date(noticeEnds)}, quand la convention prend fin le ${say.date(endsOn)} ; elle est sans effet.`,
      found: say.date(date),
      expected: fr`un préavis achevé avant le ${say.date(endsOn)}`,
      article: fr`${say.article('termination')} ; décret n° 2004-1085, art. 5`,
      action: fr`Tenez la convention pour finie à son terme, ou convenez d'un avenant.`,
    }),
  },
};
