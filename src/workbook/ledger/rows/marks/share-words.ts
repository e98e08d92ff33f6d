/**
 * Remarks by which a part of the amount is somebody else's, on plain words: « La moitié revient à l'autre direction »,
 * « 50 % DGEFP », « 2/3 DGE », « Notre part est de 40 % », « À répartir sur les deux enveloppes ».
 */
import { ARTICLES, BODY, NUMBER, PAYER } from './remark-grammar';

const END = '(?![a-z])';
const SHARE = '(?:\\d{1,2} pct|[1-4] [2-5](?! \\d)|moitie|tiers|quart|moitie moitie|50 50)';
/** The words around a share, then those by which it goes to somebody. */
const BEFORE = '(?:(?:la|une|un|l|le|autre|seule?|seulement|uniquement|deux|trois|et|environ) )*';
const GOING =
  '(?:(?:est|sont|sera|seront|doit|etre|revient|reviennent|releve|incombe|reste|appartient|a|de|du|d|pour|par|sur|au|aux|la|le|l|les|en' +
  '|avec|entre|prise?s?|charge|imputee?s?|payee?s?|financee?s?|supportee?s?|refacturer|facturer|rembourser|reverser) ){0,7}';
const ANOTHER = `(?:autres? (?:${BODY}|enveloppes?|conventions?|bop|budgets?|programmes?|axes?))`;
const SOMEBODY = `(?:[¬¤¥¢]|${PAYER}\\b|${ANOTHER})`;
const OURS = '(?:[¤¥]|conventions?|conv|delegations?|enveloppes?|perimetre)';
const TO_MOVE =
  '(?:rembourser|reverser|refacturer|facturer|imputer|deduire|retirer|basculer|transferer|recuperer|enlever|defalquer)';
const EUROS = `${NUMBER}(?<=euros?|eur)`;

const SHARES = [
  new RegExp(`^${BEFORE}${SHARE} ${GOING}${SOMEBODY}${END}`),
  new RegExp(`^${BEFORE}${SHARE} (?:est |sont |reste )?a ${TO_MOVE}\\b`),
  new RegExp(`^${BEFORE}${SHARE} (?:ne )?nous (?:concerne|revient|incombe)`),
  new RegExp(`^${BEFORE}${SHARE} (?:seulement )?(?:sur|pour) ${ARTICLES}${OURS}${END}`),
  new RegExp(
    `^(?:la |les |l )?(?:parts?|quotes? parts?|participations?|contributions?) ${ARTICLES}(?:${SOMEBODY}|autres? ${BODY}) (?:(?:est|sont|sera|soit|de|a|d) )*(?:${EUROS}|\\d{1,2} pct|${TO_MOVE})`,
  ),
  /^(?:(?:seule|uniquement) )?(?:notre|nos) (?:parts?|quotes? parts?|participations?|contributions?)(?:$| (?:(?:est|sera|soit|de|a|d|seulement|environ) )*\d)/,
  /^prise? en charge (?:(?:partielle|partiellement|seulement|uniquement|limitee?|a|hauteur|de|pour|la) ){0,4}(?:\d{1,2} pct\b|moitie\b|partielle$|partiellement$)/,
  new RegExp(
    `^${ARTICLES}(?:${SOMEBODY}|autres? ${BODY}) (?:nous )?(?:doi(?:ven)?t|va|vont|devrai(?:en)?t|devra|devront) (?:(?:nous|en|y|bien|encore|aussi) )*(?:rembours|revers|particip|financ|contribu|pay|prendre|recredit)`,
  ),
  new RegExp(
    '^(?:[a-z]{1,12} ){0,2}(?:communes?|communs?|mutualisee?s?|partagee?s?|partager|partage|repartie?s?|repartir|ventilee?s?|ventiler)' +
      ` (?:(?:a|aux|au|entre|sur|avec|les|par|nos|ces) ){0,3}(?:deux|2|3|trois|plusieurs|autres) (?:autres )?(?:enveloppes|conventions|axes|bops?|budgets|programmes|${BODY})\\b`,
  ),
  new RegExp(
    `^(?:(?:la|une|partie|part|seulement|uniquement) )*[¤¥] (?:(?:uniquement|seulement|pour|de|a hauteur de) )+${EUROS}`,
  ),
  new RegExp(`^(?:seule )?(?:la |une )?(?:partie|part) [¤¥] (?:uniquement|seulement)\\b`),
  new RegExp(`^(?:concerne|comprend|couvre)(?:nt)? (?:aussi|egalement) ${ARTICLES}(?:¬|¥|${PAYER}\\b|autres? ${BODY})`),
  /^(?:facture|commande|depense|marche|bc|ej) communs?e?s? [¬¤¥] (?:et )?[¬¤¥]/,
];

/** True for a clause, in plain words, by which a part of its amount is of somebody else. */
export function isShared(clause: string): boolean {
  return SHARES.some((share) => share.test(clause));
}
