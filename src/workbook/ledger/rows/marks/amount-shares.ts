/**
 * Remarks by which somebody else owes a part of the amount: « Montant à diviser par deux, autre moitié DITP », « La
 * DITP rembourse 50 % ». The amount counts as it is typed.
 */
import { ADMINISTRATIONS } from './administrations';

const PAYER = `(?:${ADMINISTRATIONS.join('|')}|ftap|feder|fse|regions?|ministeres?)`;
const ARTICLES = "(?:(?:la|le|les|l|du|de|d|par|pour|a|au|aux|sur|avec) |l'){0,4}";
const SHARE = String.raw`(?:(?:une |la )?moitie|(?:un |deux )?tiers|(?:un |trois )?quarts?|\d{1,2} ?%)`;
const EUROS = String.raw`\d[\d ,.]{0,12} ?(?:k?€|euros?)`;
const DOUBTS = [
  /^(?:(?:montants?|sommes?|ae|cp|total|a|est|sera) ){0,3}divis(?:er|ee?s?) (?:par|en) (?:deux|trois|quatre|[2-4])$/,
  /^(?:(?:montants?|ae|cp|a) ){0,2}proratis(?:er|ee?s?)$/,
  new RegExp(`^(?:(?:l|la|une|autre|seule|seulement) ){0,3}${SHARE} (?:est |sont |sera )?${ARTICLES}${PAYER}$`),
  new RegExp(`^(?:(?:l|la|une|seule|seulement) ){0,3}${SHARE} (?:est |reste |sera )?a (?:la |notre |leur )charge\\b`),
  new RegExp(`^(?:part|prise en charge|participation) ${ARTICLES}${PAYER} ?:? ?\\d{1,2} ?%`),
  new RegExp(
    `^${ARTICLES}${PAYER} (?:paie|paye|rembourse|finance|assume|supporte|prend(?: en charge)?) ${ARTICLES}(?:${SHARE}|${EUROS}|une partie|le reste)`,
  ),
  new RegExp(`^(?:payee?s?|financee?s?|prise?s? en charge) a ${SHARE} par\\b|^(?:payee?s?|financee?s?) a moitie\\b`),
  new RegExp(`(?:^|dont )${EUROS} ${ARTICLES}${PAYER}$|^${PAYER} ?: ?(?:${EUROS}|\\d{1,2} ?%)|^${PAYER} \\d{1,2} ?%`),
  new RegExp(`^(?:\\d{2} ?[/ ] ?\\d{2}|moitie moitie) (?:(?:avec|entre)\\b|${PAYER}$)|^cles? de repartition\\b`),
  /^a (?:refacturer|reverser)(?: (?:a|au|aux)\b|$)/,
  new RegExp(
    `^mutualisee?s? (?:avec|entre)\\b|^(?:charges?|depenses?|couts?|factures?|montants?) (?:partage|mutualise)e?s?(?: (?:avec|entre|${PAYER})(?! (?:les |des |deux )?(?:co ?traitants?|titulaires?|fournisseurs?|prestataires?|membres))|$)`,
  ),
  /^hors (?:remises?|rabais)\b|^(?:remise|rabais) (?:de )?[\d ,.]{1,12} ?(?:%|€) non (?:appliqu|dedui)/,
  new RegExp(`^moins ${EUROS}`),
];

/** « Part DITP : 50 % », « DITP : 3 000 € », as a whole. */
export const NAMED_SHARE = new RegExp(
  `^(?:(?:part|prise en charge|participation) ${ARTICLES})?${PAYER} ?: ?(?:\\d{1,2} ?%|${EUROS})`,
);

/** True for a clause of a remark, comparable, that gives a part of the amount to somebody else. */
export function sharesAmount(clause: string): boolean {
  return DOUBTS.some((doubt) => doubt.test(clause));
}
