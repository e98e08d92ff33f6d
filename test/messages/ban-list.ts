/**
 * The words and turns that no text of the product uses, each with what to write instead: in French, in English, and in
 * the pane in both. Any suite that holds French texts checks them with `bannedIn`.
 */
interface Ban {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** A whole word, whatever its capitals and its accents' neighbours. */
const word = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${text})(?![\\p{L}\\p{N}])`, 'iu');

export const BANNED: readonly Ban[] = [
  { pattern: /\(s\)/, instead: 'le pluriel' },
  { pattern: word('non dite?s?'), instead: 'non précisé' },
  { pattern: word('dite?s?'), instead: 'inscrit, indiqué' },
  { pattern: word('après coup'), instead: 'après le mouvement' },
  { pattern: word('zéros? de tête'), instead: 'zéro initial' },
  { pattern: word('répar(?:e|es|er|ez|ent|é|ée|és|ées|ations?)'), instead: 'corriger, correction' },
  { pattern: word('régénérez|régénérer'), instead: 'mettez à jour' },
  { pattern: word('recontrôler'), instead: 'contrôler de nouveau' },
  { pattern: word('alloué|allouée|alloués|allouées'), instead: 'dotation' },
  { pattern: word('(?:crédits?|montants?|AE|CP) ouvert(?:e?s)?|ce qui est ouvert'), instead: 'dotation' },
  { pattern: word('restante?s?'), instead: 'non consommé' },
  { pattern: word('réservé|réservée|réservés|réservées'), instead: 'en attente' },
  { pattern: word('virements?|transferts?'), instead: 'redéploiement' },
  { pattern: word('OK'), instead: 'conforme' },
  { pattern: word('paquets?'), instead: 'jeu de données' },
  { pattern: word('le tableur'), instead: 'Excel' },
  { pattern: word("ce qui n['’]y va pas"), instead: 'ce qui n’est pas conforme' },
  { pattern: word('la pire'), instead: 'l’état le plus défavorable' },
  { pattern: word('prête des crédits'), instead: 'confie la gestion de crédits' },
  { pattern: word('coupés'), instead: 'répartis' },
  { pattern: /(?:= |\bpar |d['’])Enveloppe\b/, instead: 'complément' },
  { pattern: word('déguisée?s?'), instead: 'un fait, sans intention' },
];

/** The English words and turns that no text of the product uses. */
export const BANNED_ENGLISH: readonly Ban[] = [
  { pattern: word('mend(?:s|ed|ing)?'), instead: 'correct' },
  { pattern: word('cancel'), instead: 'Close, or Undo' },
  { pattern: word('told'), instead: 'informed, given, stated' },
  { pattern: word('lent|lend'), instead: 'entrusted' },
  { pattern: word('strays?|spoilt'), instead: 'a fact in usual words' },
];

/** The turns that no sentence of the pane uses, in either language: a word does. */
export const BANNED_IN_PANE: readonly Ban[] = [
  { pattern: /\(s\)/, instead: 'the plural' },
  { pattern: /\bENV_[A-Z]/, instead: 'the name that a person gives to the register' },
  { pattern: /^(?:Annuler|Cancel)$/, instead: 'Fermer, or « Annuler la dernière… »' },
  { pattern: /\b(?!F\d\b)[A-Z]{1,2}\d{1,6}\b/, instead: 'the row, in words' },
];

/** The banned words of an English text. */
export function bannedInEnglish(text: string): readonly string[] {
  return found(BANNED_ENGLISH, text);
}

/** The banned turns of a sentence of the pane. */
export function bannedInPane(text: string): readonly string[] {
  return found(BANNED_IN_PANE, text);
}

/** The banned words of a text, each with what to write instead; empty when there are none. */
export function bannedIn(text: string): readonly string[] {
  return found(BANNED, text);
}

function found(bans: readonly Ban[], text: string): readonly string[] {
  return bans.flatMap(({ pattern, instead }) => {
    const banned = pattern.exec(text)?.[0];
    return banned === undefined ? [] : [`« ${banned} » : ${instead}`];
  });
}
