/** French words of the document « Comparaison »; figures and causes are those of `comparison-words.ts`. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { formatCount, formatDate } from '../format';
import { fr, shorten } from '../typography';

export const COMPARAISON_WORDS = {
  title: (from: CivilDate, to: CivilDate) =>
    from === to
      ? fr`Comparaison de deux classeurs, situation arrêtée au ${formatDate(to, 'fr')}`
      : fr`Comparaison des situations arrêtées au ${formatDate(from, 'fr')} et au ${formatDate(to, 'fr')}`,
  bridge: [fr`Chiffre`, fr`Avant`, fr`Variation`, fr`Après`],
  /** A poste of an envelope. */
  ofPoste: (envelope: string, poste: string) => fr`${envelope} – ${shorten(poste)}`,
  rows: [fr`Lignes du suivi`, fr`Changement`, fr`N° EJ`, fr`N° DP`],
  cells: fr`Cellules modifiées`,
  effect: fr`Effet`,
  comments: fr`Observations`,
  findings: (title: string) => [title, fr`Règle`],
  unchanged: (count: number) => fr`${formatCount(count, 'fr')} ${count < 2 ? 'ligne inchangée' : 'lignes inchangées'}.`,
  moreRows: (count: number) => fr`et ${formatCount(count, 'fr')} ${count < 2 ? 'autre ligne' : 'autres lignes'}`,
  moreSentences: (count: number) => fr`et ${formatCount(count, 'fr')} ${count < 2 ? 'autre' : 'autres'}`,
  place: (sheet: string, row: number, isBefore: boolean) =>
    isBefore ? fr`${sheet}, ligne ${String(row)} (avant)` : fr`${sheet}, ligne ${String(row)}`,
  notes: [
    fr`Les montants d'avant et les variations sont des valeurs ; chaque montant d'après est leur somme.`,
    fr`Une ligne est reconnue d'un classeur à l'autre par son EJ et sa DP, puis par son contenu ; l'ordre des lignes n'y change rien.`,
  ],
} as const;
