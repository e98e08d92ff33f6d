/** French words of the État de prévision et de suivi. */
import type { ForecastMethod } from '../../domain/envelopes/forecast';
import type { Nature } from '../../domain/money/nature';
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
  expected: fr`Prévu`,
  cumulated: fr`Cumul`,
  opened: fr`Ouvert`,
  left: { AE: fr`AE non engagées au 31/12`, CP: fr`CP non payés au 31/12` } satisfies Record<Nature, string>,
  howRealised: fr`Mois par mois : réalisé à la date d'arrêté, puis prévu. Une opération sans date est comptée au mois de la date d'arrêté.`,
  method: {
    before: fr`Méthode : l'exercice n'a pas commencé, rien n'est prévu.`,
    known: fr`Méthode : réalisé, et opérations connues du suivi (projets, service fait non payé) ; aucune tendance n'est ajoutée.`,
    trend: (monthly: string): string =>
      fr`Méthode : réalisé, opérations connues, et tendance de ${monthly} par mois écoulé pour les mois qui n'ont pas d'échéancier.`,
    bounded: (monthly: string, unbounded: string): string =>
      fr`Méthode : réalisé, connu, et tendance de ${monthly} par mois, arrêtée aux crédits ouverts ; sans cette limite : ${unbounded}.`,
    after: fr`Méthode : l'exercice est clos, l'atterrissage est le réalisé.`,
  } satisfies Record<ForecastMethod, unknown>,
  noForecast: fr`Prévision non calculable : une colonne manque au suivi (voir les notes).`,
  summary: fr`Atterrissage au 31/12`,
  summaryHeadings: [
    fr`Atterrissage au 31/12`,
    fr`Nature`,
    fr`Ouvert`,
    fr`Réalisé`,
    fr`Prévu`,
    fr`Atterrissage`,
    fr`Reste`,
  ],
  realisedIsConsumed: (envelope: string, nature: Nature): string =>
    fr`${envelope} – ${nature} : somme des mois = consommé`,
  landingIsOwn: (envelope: string, nature: Nature): string => fr`${envelope} – ${nature} : atterrissage = Enveloppe`,
  monthOf: (nature: Nature, month: string, envelope: string): string => fr`${nature} ${month} (${envelope})`,
  forecastIsAValue: fr`La ligne « Prévu » est une valeur calculée par Enveloppe à la date d'arrêté (même méthode que la fonction FORECAST).`,
} as const;
