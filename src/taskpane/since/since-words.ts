/** Words of « Depuis… », fetched with the documents. */
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const FR = {
  title: fr`Depuis…`,
  intro: (date: string) =>
    fr`Ce qui a changé jusqu'au ${date}, au centime : depuis une autre date, ou depuis un autre classeur.`,
  from: fr`Depuis le`,
  badDate: (asOf: string) => fr`Indiquez une date, au plus tard le ${asOf}.`,
  file: fr`Classeur d'avant (facultatif)`,
  fileHint: fr`Sans lui, ce classeur est comparé avec lui-même à la date indiquée.`,
  compare: 'Comparer',
  result: 'Comparaison',
  whole: fr`Ensemble de la convention`,
  unchanged: fr`Aucun chiffre n'a changé.`,
  /** `sentences`: what the figures of that day lack. */
  outside: (date: string, sentences: string) => fr`Au ${date} : ${sentences}`,
  byPoste: 'Par poste',
  rows: 'Lignes',
  moreRows: (count: string) => fr`… et ${count} de plus : le document en donne mille, la ligne de commande toutes.`,
  document: 'Document de la comparaison',
};
export type SinceWords = typeof FR;

const EN: SinceWords = {
  title: en`Since…`,
  intro: (date) => en`Changes until ${date}, to the cent: since another date, or since another workbook.`,
  from: en`Since`,
  badDate: (asOf) => en`Give a date, ${asOf} at the latest.`,
  file: en`Earlier workbook (optional)`,
  fileHint: en`Without it, this workbook is compared with itself at that date.`,
  compare: 'Compare',
  result: 'Comparison',
  whole: en`Whole convention`,
  unchanged: en`No figure has changed.`,
  outside: (date, sentences) => en`On ${date}: ${sentences}`,
  byPoste: 'By budget line',
  rows: 'Rows',
  moreRows: (count) => en`… and ${count} more: the document has a thousand, the command line all of them.`,
  document: 'Document of the comparison',
};

/** By language: a sentence that lacks its English does not compile. */
export const SINCE_WORDS: Readonly<Record<Language, SinceWords>> = { fr: FR, en: EN };
