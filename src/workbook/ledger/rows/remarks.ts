/**
 * Remarks of the team on a row, in free words. Only those by which the operation itself is no more are understood, « EJ
 * annulé le 3 mars », « Commande abandonnée », « Sans suite », and short ones that set it aside, « Hors convention ».
 */
import { comparable } from '../../../domain/text';
import { setsAside } from './effect-headings';

const LONGEST = 120;
const LONGEST_ASIDE = 60;
const HEADING = /^(?:observ|comment|remark|remarqu|notes?(?! de )\b|precision|informations?$)/;
/** Most remarks are read no further than these two tests. */
const MAY_SET_ASIDE = /hors|exclu|ignor|doublon|neutral|duplic|ne pas|non |m[ée]moire|retir|sorti|report|supprim/i;
const MAY_CANCEL = /annul|abandon|caduc|supprim|sans suite|refus|rejet|cancel/i;
const SUBJECT =
  /^(?:(?:l|le|la|cet?|cette|ej|engagements?|juridiques?|commandes?|bc|bons?|de|lignes?|marches?|dossiers?|operations?|visa|a|ete|est|classee?|finalement|definitivement|totalement)\b\W{0,3})*/;
const CANCELLED =
  /^(?:annul(?:ee?s?|ation)\b|abandon(?:nee?s?|s)?\b|caduc|supprimee?s?\b|sans suite|refusee?s?\b|rejetee?s?\b|cancell?ed\b)/;
/** « Annule et remplace » is on the row that stays; « annulation partielle » leaves an amount. */
const STAYS =
  /^annule et remplace\b|\bparti(?:el|ell)|\b(?:retrait|avoir|penalite|visite|reunion|mission|facture|puis|accept|obtenu)/;

/** True for « Observations », « Commentaire DGE », « Notes ». */
export function headsRemarks(heading: string): boolean {
  return HEADING.test(comparable(heading.slice(0, LONGEST)));
}

/** True for a remark that may take its row out of the figures. */
export function takesRowOut(remark: string): boolean {
  return (
    isOfCancelledRow(remark) || (remark.length <= LONGEST_ASIDE && MAY_SET_ASIDE.test(remark) && setsAside(remark))
  );
}

/** True for a remark by which the operation of its row is no more. */
export function isOfCancelledRow(remark: string): boolean {
  if (!MAY_CANCEL.test(remark)) return false;
  const words = comparable(remark.slice(0, LONGEST)).trim();
  return CANCELLED.test(words.replace(SUBJECT, '')) && !STAYS.test(words);
}
