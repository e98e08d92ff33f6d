/** Words that give amounts without their tax: « AE HT », « Montants hors taxes »; « HT2 » is « hors titre 2 ». */
import { comparable } from '../../../domain/text';

const WITHOUT_TAX = /(?<![a-z])(?:h\.? ?t|hors (?:la )?(?:taxes?|tva)|nets? de (?:taxes?|tva))(?![a-z\d])/;
const WITH_TAX = /(?<![a-z])(?:ttc|toutes? taxes? comprises?|(?:taxes?|tva) (?:comprises?|incluses?))(?![a-z])/;
/** « TTC et non HT ». */
const DENIED = /(?<![a-z])(?:non|pas) (?:en )?(?:ht|hors (?:taxes?|tva))(?![a-z])/g;
/** A threshold, « 40 000 € HT »; the year of « Suivi 2023 HT » is none. */
const OF_ONE_AMOUNT =
  /(?<!(?:^|\D)20\d)\d ?(?:[km]? ?€ |[km]? ?euros? |[km]? ?eur )?(?:h\.? ?t|hors (?:taxes?|tva))(?![a-z\d])/g;
/** « Ne pas saisir de montants HT », « HT × 1,2 = TTC ». */
const OF_A_RULE =
  /(?<![a-z])(?:pas|jamais|aucune?s?|interdite?s?|ttc|(?:taxes?|tva) (?:comprises?|incluses?))(?![a-z])/;
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
