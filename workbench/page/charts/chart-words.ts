/** The texts of the drawn charts, in the language of the page. */
import type { PageLocale } from '../page-locale';

interface ChartWords {
  /** The accessible name of a chart. */
  readonly name: (title: string, series: readonly string[]) => string;
  readonly series: (rank: number) => string;
  /** Above a chart of a type that is drawn as lines. */
  readonly approximate: string;
}

export const CHART_WORDS: Readonly<Record<PageLocale, ChartWords>> = {
  'fr-FR': {
    name: (title, series) => `Graphique${title && ` « ${title} »`} : ${series.join(', ')}`,
    series: (rank) => `Série ${rank}`,
    approximate: 'Type non dessiné ici : courbes',
  },
  'en-US': {
    name: (title, series) => `Chart${title && ` “${title}”`}: ${series.join(', ')}`,
    series: (rank) => `Series ${rank}`,
    approximate: 'Type not drawn here: lines',
  },
};
