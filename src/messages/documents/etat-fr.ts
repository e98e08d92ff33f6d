/** French words of the État de prévision et de suivi. */
import type { ForecastMethod } from '../../domain/envelopes/forecast';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Movement } from '../../domain/envelopes/convention';
import type { Nature } from '../../domain/money/nature';
import { MOVEMENT_WORDS } from '../../workbook/convention/convention-words';
import { formatAmount, formatDate } from '../format';
import { fr } from '../typography';

export const ETAT_WORDS = {
  title: (year: number): string => fr`État de prévision et de suivi ${String(year)}`,
  months: [
    fr`Janv.`,
    fr`Févr.`,
    fr`Mars`,
    fr`Avr.`,
    fr`Mai`,
    fr`Juin`,
    fr`Juil.`,
    fr`Août`,
    fr`Sept.`,
    fr`Oct.`,
    fr`Nov.`,
    fr`Déc.`,
  ],
  year: fr`Année`,
  realised: { AE: fr`AE engagées (retraits déduits)`, CP: fr`CP payés` } satisfies Record<Nature, string>,
  expected: fr`Prévision`,
  cumulated: fr`Cumul`,
  opened: fr`Dotation`,
  left: { AE: fr`AE non engagées au 31/12`, CP: fr`CP non payés au 31/12` } satisfies Record<Nature, string>,
  howRealised: fr`Mois par mois : réalisé à la date d'arrêté, puis prévision. Une opération sans date est comptée au mois de la date d'arrêté.`,
  laterMovements: (
    envelope: string,
    nature: Nature,
    cents: number,
    until: CivilDate,
    movements: readonly Movement[],
  ): string => {
    const named = movements.map(({ type, date }) =>
      date === null ? MOVEMENT_WORDS[type] : fr`${MOVEMENT_WORDS[type]} du ${formatDate(date, 'fr')}`,
    );
    return (
      fr`${envelope} – ${nature} : la dotation au ${formatDate(until, 'fr')} compte ${formatAmount(cents, 'fr')} de mouvements ` +
      fr`qui prennent effet après la date d'arrêté (${named.join(', ')}) ; les autres documents ne les comptent pas encore.`
    );
  },
  method: {
    before: fr`Méthode : l'exercice n'a pas commencé, rien n'est prévu.`,
    known: fr`Méthode : réalisé, et opérations connues (projets d'EJ, service fait non payé) ; aucune tendance mensuelle n'est ajoutée.`,
    trend: (monthly: string): string =>
      fr`Méthode : réalisé, opérations connues, et tendance mensuelle de ${monthly} pour les mois qui n'ont pas d'échéancier.`,
    bounded: (monthly: string, unbounded: string): string =>
      fr`Méthode : réalisé, opérations connues, et tendance mensuelle de ${monthly}, limitée à la dotation ; sans cette limite : ${unbounded}.`,
    after: fr`Méthode : l'exercice est clos, l'atterrissage est le réalisé.`,
  } satisfies Record<ForecastMethod, unknown>,
  noForecast: fr`Prévision non calculable.`,
  wholeBounded: (nature: Nature, trend: string, sum: string): string =>
    fr`Ensemble de la convention – ${nature} : la tendance mensuelle de toutes les enveloppes, ${sum}, est limitée à ${trend} par la dotation de la convention.`,
  summary: fr`Atterrissage au 31 décembre`,
  summaryHeadings: [
    fr`Enveloppe`,
    fr`Nature`,
    fr`Dotation`,
    fr`Réalisé`,
    fr`Prévision`,
    fr`Atterrissage`,
    fr`Non consommé`,
  ],
  assumptions: fr`Hypothèses de prévision`,
  risks: fr`Risques et mesures`,
  /** Words of earlier versions. */
  earlierSummary: fr`Atterrissage au 31/12`,
  earlierExpected: fr`Prévu`,
  earlierOpened: fr`Ouvert`,
  realisedIsConsumed: (envelope: string, nature: Nature): string =>
    fr`${envelope} – ${nature} : somme des mois = consommé`,
  landingIsOwn: (envelope: string, nature: Nature): string => fr`${envelope} – ${nature} : atterrissage = complément`,
  monthOf: (nature: Nature, month: string, envelope: string): string => fr`${nature} ${month} (${envelope})`,
  forecastIsAValue: fr`La ligne « Prévision » est une valeur calculée par le complément à la date d'arrêté (même méthode que la fonction FORECAST).`,
} as const;
