/** Words that give amounts without their tax: « AE HT », « Amounts excl. VAT »; « HT2 », « HT-T2 » are « hors titre 2 ». */
import { comparable } from '../text';

const EXCEPT_TAX = String.raw`(?:excl(?:\.|uding|uded|usive of)?|net of|without|before|ex\.?) (?:the )?(?:vat|tax(?:es)?)`;
const WITHOUT_TAX = new RegExp(
  String.raw`(?<![a-z])(?:h\.? ?t(?!-? ?t ?2)(?:va)?|hors (?:la )?(?:taxes?|tva)|nets? de (?:taxes?|tva)|(?:taxes?|tva) (?:non (?:comprise|incluse)s?|exclues?|en sus)` +
    String.raw`|${EXCEPT_TAX}|(?:vat|tax(?:es)?) (?:excl(?:\.|uded|usive)?|not included)|not includ(?:e|ing) (?:the )?(?:vat|tax(?:es)?)|pre tax)(?![a-z\d])`,
);
const WITH_TAX =
  /(?<![a-z])(?:ttc|toutes? taxes? comprises?|(?:taxes?|tva) (?:comprises?|incluses?)|(?:incl(?:\.|ud(?:ing|es?)|usive of)?|with) (?:the |all )?(?:vat|tax(?:es)?)|(?:vat|tax(?:es)?) (?:incl(?:\.|uded|usive)?))(?![a-z])/;
/** « TTC et non HT ». */
const DENIED = new RegExp(
  String.raw`(?<![a-z])(?:(?:non|pas) (?:en )?(?:ht|hors (?:taxes?|tva))|not ${EXCEPT_TAX})(?![a-z])`,
  'g',
);
/** A threshold, « 40 000 € HT »; the year of « Suivi 2023 HT » is none. */
const OF_ONE_AMOUNT = new RegExp(
  String.raw`(?<!(?:^|\D)20\d)\d ?(?:[km]? ?€ |[km]? ?euros? |[km]? ?eur )?(?:h\.? ?t|hors (?:taxes?|tva)|${EXCEPT_TAX})(?![a-z\d])`,
  'g',
);
/** « Ne pas saisir de montants HT », « HT × 1,2 = TTC ». */
const OF_A_RULE =
  /(?<![a-z])(?:pas|jamais|aucune?s?|interdite?s?|not(?! includ)|never|ttc|(?:taxes?|tva) (?:comprises?|incluses?))(?![a-z])/;
const LONGEST_TEXT = 200;

/** True for words that give the amounts without tax, false for those that give them with it; null without such words. */
export function isWithoutTax(text: string): boolean | null {
  const words = comparable(text.slice(0, LONGEST_TEXT)).replace(DENIED, ' ').replace(OF_ONE_AMOUNT, ' ');
  if (WITHOUT_TAX.test(words)) return true;
  return WITH_TAX.test(words) ? false : null;
}

/** True for a remark by which all amounts are without tax, « Les montants sont hors taxes », and no rule of entry. */
export function areAllWithoutTax(remark: string): boolean {
  return isWithoutTax(remark) === true && !OF_A_RULE.test(comparable(remark.slice(0, LONGEST_TEXT)));
}
