/**
 * The words of a title, or of the name of a sheet, that change what its rows are: « Engagements annulés », « Hors
 * convention », « Prévisions 2024 », « Retraits ». Pure words: the places of titles are in `effect-rows.ts`.
 */
import { comparable } from '../../../domain/text';
import { namesAPlan, setsAside } from '../rows/marks/effect-headings';

/** « Annulations » may be the part of the retraits. */
const CANCELLED =
  /(?<![a-z])(?:annulee?s?|abandonnee?s?|supprimee?s?|caducs?|caduques?|refusee?s?|rejetee?s?|sans suite|cancelled|rejected)(?![a-z])/;
const NOT_DONE =
  /(?<![a-z])(?:(?:non|pas encore) (?:engagee?|signee?|notifiee?|validee?)s?|a engager|a notifier|a confirmer|en projet|en attente (?:de |d )(?:signature|notification|validation|engagement)|brouillons?|drafts?|demandes? d achat)(?![a-z])/;
/** The whole title of a table that nobody means to count. */
const NOT_MEANT =
  /^(?:ne (?:pas|plus) utiliser|(?:donnees|lignes|engagements) (?:fictive?s|fictifs|d exemple|de test)|exemples?|simulations?|tests?|do not use)$/;
/**
 * A part of retraits or of money back, and of nothing else: « Engagements et retraits » is none, « Remboursements » may
 * be of expenses, and « Restitution » is a report of Chorus.
 */
const LOWERING =
  /^(?:retraits?|degagements?|desengagements?|annulations?|avoirs?|reversements?|(?:restitutions?|retablissements?|remboursements?) (?:(?:d|de|du|des) )*(?:credits?|trop percus?|avances?)|penalites?)(?: (?:partiels?|d|de|des|l|sur|les|ej|ae|cp|engagements?|commandes?|credits?|trop|percus?|au|delegant|avances?|titulaires?|fournisseurs?|20\d\d))*$/;
/** « Suivi et prévision », « Exécution et programmation ». */
const DONE = /(?<![a-z])(?:suivi|execut|realis|consomm|engagee?s? et |tracking)/;

/** True for a title of what lowers amounts, and of nothing else. */
export function lowers(title: string): boolean {
  return LOWERING.test(comparable(title));
}

/** True for a title that may take its rows out of the figures. */
export function takesOut(title: string): boolean {
  const words = comparable(title);
  if (CANCELLED.test(words) || NOT_DONE.test(words) || NOT_MEANT.test(words.trim()) || setsAside(title)) return true;
  return namesAPlan(title) && !DONE.test(words);
}
