/**
 * The French words and turns that no text of the product uses, each with what to write instead (guide of the French of
 * the product, §1). Any suite that holds French texts checks them with `bannedIn`.
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

/** The banned words of a text, each with what to write instead; empty when there are none. */
export function bannedIn(text: string): readonly string[] {
  return BANNED.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`« ${found} » : ${instead}`];
  });
}
