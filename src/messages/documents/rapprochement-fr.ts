/** French words of the document « Rapprochement Chorus »; states and reasons are those of `reconciliation-words.ts`. */
import type { Nature } from '../../domain/money/nature';
import { formatCount } from '../format';
import { fr } from '../typography';

export const RAPPROCHEMENT_WORDS = {
  title: (year: number) => fr`Rapprochement avec Chorus (${String(year)})`,
  /** In place of the shape of an extract. */
  notRead: fr`non lu`,
  extracts: [fr`Extraits de Chorus`, fr`Forme`, fr`Lignes lues`, fr`Lignes ignorées`, fr`Total affiché`],
  totals: [fr`Enveloppe`, fr`Nature`, fr`Suivi`, fr`Chorus`, fr`Écart`],
  coverage: [fr`Nature`, fr`À comparer`, fr`Comparé`, fr`Non comparé`, fr`Précisions`],
  /** For what no extract gives. */
  notGiven: '—',
  allOf: (nature: Nature) => fr`Total ${nature}`,
  noEnvelope: fr`Sans enveloppe`,
  balance: [
    fr`Ce que sont devenues les lignes`,
    fr`Nature`,
    fr`Suivi`,
    fr`Chorus`,
    fr`Écart`,
    fr`Montants du suivi`,
    fr`Lignes de Chorus`,
  ],
  groups: [fr`N° DP`, fr`Suivi`, fr`Chorus`, fr`Écart`, fr`Lignes du suivi`, fr`Lignes des extraits`, fr`Commentaires`],
  status: (status: string, nature: Nature) => fr`${status}, ${nature} : n° EJ`,
  continued: (title: string) => fr`${title} (suite)`,
  noEj: fr`sans n° EJ`,
  more: (count: number) => fr`et ${formatCount(count, 'fr')} ${count < 2 ? 'autre groupe' : 'autres groupes'}`,
  ofWhich: (numbers: string, left: number) => fr`${numbers}, et ${formatCount(left, 'fr')} de plus`,
  rowsOf: (sheet: string, numbers: string) => fr`${sheet}, l. ${numbers}`,
  everyRow: (nature: Nature) => fr`Tous les montants du suivi, ${nature}`,
  everyLine: (nature: Nature) => fr`Toutes les lignes de Chorus, ${nature}`,
  gapIsTotal: (nature: Nature) => fr`Écart des groupes comparés, ${nature}`,
  notes: [
    fr`Les montants sont des valeurs : ils viennent d'extraits qui ne sont pas dans le classeur. Les écarts et les totaux sont des formules.`,
    fr`Les groupes rapprochés, hors comparaison et hors convention sont comptés ci-dessus et ne sont pas listés.`,
  ],
} as const;
