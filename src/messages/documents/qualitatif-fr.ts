/** French words of the Référence Chorus and of the yearly qualitative report. */
import { fr } from '../typography';

export const REFERENCE_WORDS = {
  title: fr`Référence CHORUS`,
  headings: [fr`Champ`, fr`Code`, fr`Autres graphies`, fr`Enveloppe`, fr`Du`, fr`Au`],
  everyEnvelope: fr`toutes`,
  note: fr`Les codes sont du texte : le zéro initial en fait partie. Les autres graphies sont reconnues, puis signalées.`,
} as const;

export const QUALITATIF_WORDS = {
  title: (year: number): string => fr`Bilan qualitatif annuel ${String(year)}`,
  indicators: [fr`Indicateur`, fr`Valeur`, fr`Unité`, fr`Période`, fr`État`, fr`Observations`],
  otherTheme: fr`Autres indicateurs`,
  noIndicators: fr`Aucun indicateur n'est inscrit.`,
  notPublished: fr`(texte non publié)`,
  filled: fr`Renseigné`,
  notFilled: fr`Non renseigné`,
  toFill: fr`À renseigner`,
  milestones: (envelope: string): string => fr`Jalons – ${envelope}`,
  milestonesOfNone: fr`Jalons – sans enveloppe`,
  milestoneHeadings: [fr`Jalon`, fr`Prévu`, fr`Réalisé`, fr`Écart (jours)`, fr`État`, fr`Observations`],
  noGap: '–',
  done: fr`Réalisé`,
  late: fr`En retard`,
  toCome: fr`À venir`,
  unclear: fr`À préciser`,
  highlights: fr`Faits marquants`,
  outlook: fr`Perspectives`,
  allMilestones: fr`Jalons`,
  actions: fr`Actions menées, difficultés et suites, par enveloppe`,
  freeText: fr`Texte`,
  actionsOf: (envelope: string): string => envelope,
  /** Words of earlier versions. */
  earlierActions: fr`Actions de l'année`,
  earlierActionsOf: (envelope: string): string => fr`${envelope} : actions menées, difficultés, suites`,
  count: fr`Indicateurs à renseigner`,
} as const;
