/** French words of the PER findings: dates. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { OwnYearDetails } from '../../../domain/controls/findings/details/per';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

const CORRECT_DATE = fr`Corrigez la date, ou imputez la dépense sur d'autres crédits.`;

/** An EJ dated before the credits may be one of those that the opening RAP is given for. */
function correctDate(rap: number | undefined, format: Formatter): string {
  if (rap === undefined) return CORRECT_DATE;
  return fr`Corrigez la date ; si l'EJ est antérieur aux crédits, inscrivez-le dans ENV_RAP : ses paiements sont sur les ${format.amount(rap)} de restes à payer de l'enveloppe.`;
}

const BASES = {
  envelope: fr`AE de l'enveloppe`,
  convention: fr`AE de la convention`,
  currentYear: fr`AE de l'exercice en cours`,
} as const;

function subjectOf(envelope: string, format: Formatter): string {
  return envelope === WHOLE_CONVENTION ? fr`Ensemble de la convention` : format.envelope(envelope);
}

function outsideYear(details: FindingOf<'PER-03'>['details'], format: Formatter): Sentences<'PER-03'> {
  const { date } = details;
  const [year, before] = [String(details.creditYear), String(details.creditYear - 1)];
  const action = fr`Attendez l'ouverture des crédits, ou imputez la dépense sur d'autres crédits.`;
  switch (details.why) {
    case 'otherYear':
      return {
        problem: fr`${format.field(details.field)} ${format.date(date)} : hors de l'exercice ${year}.`,
        expected: fr`une date de ${year}`,
        action: correctDate(details.rap, format),
      };
    case 'tooEarly': {
      const problem = fr`Engagement par anticipation du ${format.date(date)} : trop tôt pour les crédits de ${year}, il n'est pas compté.`;
      return {
        problem,
        expected: fr`à partir du 1er novembre ${before}`,
        action,
      };
    }
    case 'serviceTooEarly': {
      const problem = fr`Engagement par anticipation sur ${year} : service fait le ${format.date(date)}, avant l'exercice.`;
      return { problem, expected: fr`à partir du 1er janvier ${year}`, action };
    }
    case 'beforeNovember':
    case 'noNextCredits':
      return ofOwnYear(details, format);
    case 'aboveShare':
      return {
        problem:
          fr`${subjectOf(details.envelope, format)} : ${format.amount(details.total)} d'AE engagées par anticipation au ${format.date(date)}, ` +
          fr`au-delà du seuil de suivi de ${format.share(details.share)} des ${BASES[details.base]}.`,
        expected: format.value({ atMost: details.limit }),
        action: fr`Reportez l'engagement après le 1er janvier ${year}, ou réduisez-le.`,
      };
  }
}

/** The credits of its own year bear it, although it is named an advance. */
function ofOwnYear(details: OwnYearDetails, format: Formatter): Sentences<'PER-03'> {
  const { date, creditYear, cents, why } = details;
  const [year, after] = [String(creditYear), String(creditYear + 1)];
  const isEarly = why === 'beforeNovember';
  const reason = isEarly ? fr`trop tôt pour les crédits de ${after}` : fr`sans crédits de ${after} dans la convention`;
  return {
    problem: fr`Engagement par anticipation du ${format.date(date)} (${format.amountOf('AE', cents)}) : ${reason}, il est imputé sur ${year}.`,
    expected: isEarly
      ? fr`à partir du 1er novembre ${year}`
      : fr`des crédits de ${after}, ou un engagement sur ${year}`,
    action: fr`Corrigez la date ou le type d'opération, ou retirez l'engagement s'il relève d'autres crédits.`,
  };
}

export const PER: FamilyWords<'PER'> = {
  titles: {
    'PER-01': fr`Date antérieure à la signature`,
    'PER-02': fr`Date postérieure à la fin`,
    'PER-03': fr`Date hors de l'exercice`,
    'PER-04': fr`Date postérieure à la clôture`,
    'PER-05': fr`Dates dans le désordre`,
    'PER-06': fr`Paiement au-delà du délai`,
    'PER-07': fr`Commande après la fin du marché`,
    'PER-08': fr`Résiliation sans effet`,
    'PER-09': fr`Engagement après la résiliation`,
  },
  sentences: {
    'PER-01': ({ field, date, rap }, format) => ({
      problem: fr`${format.field(field)} ${format.date(date)} : antérieure à la signature de la convention.`,
      action: correctDate(rap, format),
    }),
    'PER-02': ({ field, date }, format) => ({
      problem: fr`${format.field(field)} ${format.date(date)} : postérieure à la fin de la convention.`,
      action: CORRECT_DATE,
    }),
    'PER-03': (details, format) => outsideYear(details, format),
    'PER-04': ({ field, date, closing }, format) => ({
      problem: fr`${format.field(field)} ${format.date(date)} : postérieure à la date limite de fin de gestion, ${format.date(closing)}.`,
      action: fr`Corrigez la date, ou vérifiez dans Chorus que l'opération a été enregistrée.`,
      stated: true,
    }),
    'PER-05': ({ field, date, otherDate }, format) => ({
      problem:
        field === 'receiptDate'
          ? fr`${format.field(field)} ${format.date(date)} : postérieure au paiement, fait le ${format.date(otherDate)}.`
          : fr`${format.field(field)} ${format.date(date)} : antérieure à l'engagement, signé le ${format.date(otherDate)}.`,
      action: fr`Corrigez celle des deux dates qui est inexacte ; une dépense faite avant son engagement doit être régularisée.`,
    }),
    'PER-06': ({ date, from, fromDate, paymentDays, days, suspension }, format) => ({
      problem:
        fr`Paiement du ${format.date(date)} : ${format.plural(days, 'jour', 'jours')} après le délai de ${format.plural(paymentDays, 'jour', 'jours')} ` +
        (suspension === undefined
          ? fr`(${format.field(from)} ${format.date(fromDate)}).`
          : fr`(${format.field(from)} ${format.date(fromDate)}), sans déduire la suspension de la colonne ${format.quote(suspension)}.`),
      action:
        suspension === undefined
          ? fr`Vérifiez les dates et les suspensions du délai ; à défaut, des intérêts moratoires sont dus de plein droit.`
          : fr`Déduisez la suspension : au-delà du délai ainsi prolongé, des intérêts moratoires sont dus de plein droit.`,
    }),
    'PER-07': ({ field, date, contractEnd }, format) => ({
      problem: fr`${format.field(field)} ${format.date(date)} : le marché a pris fin le ${format.date(contractEnd)}.`,
      action: fr`Vérifiez la fin du marché et ses reconductions ; commandez sur un marché en cours.`,
    }),
    'PER-08': ({ date, isReceived, noticeMonths, noticeEnds, endsOn }, format) => ({
      problem:
        fr`Résiliation ${isReceived ? 'reçue' : 'envoyée'} le ${format.date(date)} : son préavis de ${format.plural(noticeMonths, 'mois', 'mois')} s'achève le ` +
        fr`${format.date(noticeEnds)}, alors que la convention prend fin le ${format.date(endsOn)} ; elle est sans effet.`,
      expected: fr`un préavis achevé avant le ${format.date(endsOn)}`,
      action: fr`Laissez la convention prendre fin à son terme, ou convenez d'un avenant.`,
      stated: true,
    }),
    'PER-09': ({ date, effectiveOn }, format) => ({
      problem: fr`Engagement du ${format.date(date)} : la délégation a pris fin le ${format.date(effectiveOn)}.`,
      action: fr`Corrigez la date, ou convenez avec le délégant de qui porte cet engagement.`,
      stated: true,
    }),
  },
};
