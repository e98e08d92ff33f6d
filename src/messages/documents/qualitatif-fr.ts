/** French words of the Référence Chorus and of the yearly qualitative report. */
import { fr } from '../typography';

export const REFERENCE_WORDS = {
  title: fr`Référence CHORUS`,
  headings: [fr`Champ`, fr`Code`, fr`Autres graphies`, fr`Enveloppe`, fr`Du`, fr`Au`],
  everyEnvelope: fr`toutes`,
  note: fr`Les codes sont du texte : le zéro de tête en fait partie. Une autre graphie se lit, et se corrige.`,
} as const;

export const QUALITATIF_WORDS = {
  title: (year: number): string => fr`Bilan qualitatif annuel ${String(year)}`,
  indicators: [fr`Indicateur`, fr`Valeur`, fr`Unité`, fr`Période`, fr`État`, fr`Commentaires`],
  otherTheme: fr`Autres indicateurs`,
  noIndicators: fr`La table ENV_Indicateurs est vide : inscrivez-y les indicateurs demandés par la convention, puis régénérez ce document.`,
  notPublished: fr`(texte non publié)`,
  filled: fr`Renseigné`,
  toFill: fr`À renseigner`,
  milestones: (envelope: string): string => fr`Jalons – ${envelope}`,
  milestoneHeadings: [fr`Jalon`, fr`Prévu`, fr`Réalisé`, fr`Écart (jours)`, fr`État`, fr`Commentaires`],
  noGap: '–',
  done: fr`Réalisé`,
  late: fr`En retard`,
  toCome: fr`À venir`,
  actions: fr`Actions de l'année`,
  toComplete: fr`À compléter`,
  actionsOf: (envelope: string): string => fr`${envelope} : actions menées, difficultés, suites`,
  count: fr`Indicateurs à renseigner`,
} as const;
