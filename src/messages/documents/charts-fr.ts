/** French words of the charts of the État and of the Bilan. */
import type { Nature } from '../../domain/money/nature';
import { fr } from '../typography';

export const CHART_WORDS = {
  title: (envelope: string, nature: Nature, year: number): string =>
    fr`${envelope} – ${nature} ${String(year)} : consommation et dotation`,
  description: (envelope: string, nature: Nature, year: number): string =>
    fr`${envelope}, ${nature} ${String(year)} : par mois, réalisé et prévu ; leur cumul ; dotation. Montants de l'État de prévision.`,
  axes: { months: (year: number): string => fr`Mois de ${String(year)}`, amounts: fr`Euros` },
  realised: { AE: fr`AE engagées`, CP: fr`CP payés` } satisfies Record<Nature, string>,
  cumulated: fr`Cumul (réalisé puis prévu)`,
  opened: fr`Dotation`,
  /** Heading above the charts of the Bilan. */
  section: fr`Consommation mois par mois`,
  /** Note of a Bilan without charts. */
  without: fr`Sans graphique : ceux du bilan dessinent les mois de l'État de prévision ; générez-les ensemble.`,
} as const;
