/** Headings of amounts that no figure uses and nobody has to look at: left, open, cumulated, without tax. */
import { comparable } from '../../domain/text';
import { namesOtherAmounts } from '../ledger/heading-grammar';
import { wordsOfHeading } from '../ledger/heading-words';
import { isWithoutTax } from '../../domain/money/tax-words';

const LONGEST_HEADING = 120;
/** « Solde annulé » is no balance: the AE is withdrawn. */
const GIVEN_UP = /(?:^| )(?:annulee?s?|degagee?s?|desengagee?s?|abandonnee?s?|restituee?s?)(?: |$)/;
/** « Solde versé », « Facture de solde »: what was left, and is paid. « Solde après paiement » is left. */
const SETTLED =
  /(?:^| )(?:soldes?|rap|restes?)(?: \(?(?:tout compte|du|de la|ttc))? \(?(?:payee?s?|versee?s?|reglee?s?|mandatee?s?|liquidee?s?|acquittee?s?|facturee?s?|dp|factures?)(?![a-z])|(?:^| )(?:payee?s?|versee?s?|reglee?s?|paiements?|versements?|reglements?|mandatements?|factures?|dp)(?: (?:du|de|des|sur|le|les|pour))? (?:soldes?|rap|restes? a payer)(?![a-z])/;
/** « Solde final », « Solde définitif »: the last payment of several. */
const LAST_PAYMENT = /(?:^| )soldes? (?:finale?s?|finaux|definitifs?)(?![a-z])/;
/** « Facture 50 % DGFiP » is a part; « TVA 20 % », « Taux 5 % » is none. */
const RATE = /(?:^|[^a-z])(?:tva|tax|taux|pourcentage)/;
/** « TVA autoliquidée », « TVA due »: paid on the same credits, beside the price. */
const TAX_TO_PAY = /(?:^| )(?:tva|taxes?) (?:due|autoliquidee?|payee|versee|reglee|a reverser)s?(?![a-z])/;
/** « Prix TTC », « Révision de prix »: of the whole, where « Prix » is that of one. */
const WHOLE_PRICE =
  /(?:^| )(?:prix (?:ttc|totale?s?|globale?s?|paye|facture)|(?:revision|actualisation|variation|indexation)s? d(?:e|u|es) prix)(?![a-z])/;
/** « AE (80 %) », « Acompte 30 % »: a part in euros. « % payé » is a rate. */
const PART_OF_A_WHOLE = /\d ?%/;

const DAYS =
  /(?:^| )(?:echeances?|notifications?|notifiee?s?|livraisons?|livree?s?|relances?|debuts?|periodes?|signatures?|receptions?|envois?|depots?)(?: |$)/;
/** « N° AE », « Visa CP n° », « Réf. CP »: numbers of pieces. */
const NUMBER =
  /(?:^|[^a-z])(?:n|no|num|numero|codes?|ref|references?|id|identifiants?|lignes?|postes?|bordereaux?|bordereau|visas?)(?![a-z])/;
/** « Acompte n° 2 CP ». */
const RANK = /n(?:[°º]|o\.?) ?\d{1,2}(?!\d)/i;
/** Smaller whole numbers may be ranks. */
const SMALLEST_SUM = 1_000;

/** « Montant maximum », « Plafond du marché »: the most that may be ordered, which commits nothing. A minimum is firm. */
const MAXIMUM: ReadonlySet<string> = new Set([
  ...['max', 'maxi', 'maximum', 'maximums', 'maxima', 'maximal', 'maximale'],
  ...['plafond', 'plafonds'],
]);
const OF_A_MAXIMUM: ReadonlySet<string> = new Set(
  'montant montants mt valeur total totale global annuel du de des d l la le en marche marches contrat accord cadre ac lot commandes ht ttc eur euros k keur milliers'.split(
    ' ',
  ),
);

const NUMBERED_PART = /^echeances? (?:n ?°? ?)?(?:[2-9]|bis|ter)$/;

function isMaximum(heading: string): boolean {
  const words = wordsOf(heading)
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const others = words.filter((word) => !MAXIMUM.has(word));
  return others.length < words.length && others.every((word) => OF_A_MAXIMUM.has(word));
}

/** « Échéance 2 »: a second payment of the row, whatever « Échéance » alone would be. « Solde 2 » is a balance. */
export function isNumberedPart(heading: string): boolean {
  return NUMBERED_PART.test(wordsOf(heading).trim());
}

/** True when a heading names amounts that are neither committed nor paid, and nothing that went away or was paid. */
export function areOtherAmounts(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  const words = wordsOf(heading);
  if (isWithoutTax(heading) === true || isMaximum(heading)) return true;
  if (concepts.has('withoutTax') && !concepts.has('tax')) return false; // « Hors marché »
  if (!namesOtherAmounts(heading) || isNumberedPart(heading)) return false;
  if (concepts.has('cumulative')) return true;
  const isOf = (patterns: readonly RegExp[]): boolean => patterns.some((one) => one.test(words));
  if (concepts.has('remaining') && isOf([GIVEN_UP, SETTLED, PART_OF_A_WHOLE, LAST_PAYMENT])) return false;
  if (concepts.has('remaining') && concepts.has('instalment')) return false; // « Acompte / Solde »
  if (concepts.has('tax') && PART_OF_A_WHOLE.test(words) && !RATE.test(words)) return false;
  return !TAX_TO_PAY.test(words) && !isWholePrice(heading);
}

/** True for a heading of the price of all that is bought, or of what changes it. */
export function isWholePrice(heading: string): boolean {
  return WHOLE_PRICE.test(wordsOf(heading));
}

/** True for a heading of percentages. */
export function isRate(heading: string): boolean {
  return heading.includes('%') && !PART_OF_A_WHOLE.test(wordsOf(heading));
}

/**
 * True for whole numbers that are sums although their heading has a word of numbers: « DP 2 » over 10 000, « Avenant
 * n° 1 AE ». « N° AE », « Exercice CP » have none.
 */
export function areSumsUnder(
  heading: string,
  { areRound, largest }: { readonly areRound: boolean; readonly largest: number },
): boolean {
  const { concepts, rank } = wordsOfHeading(heading);
  if (concepts.has('dp') && concepts.size === 1) return areRound && rank !== null && rank > 1;
  if (!(concepts.has('ae') || concepts.has('cp')) || concepts.has('year')) return false;
  const hasRank = rank !== null || RANK.test(heading);
  const isNumbered = NUMBER.test(wordsOf(heading.replace(RANK, ' ')));
  return !isNumbered && (hasRank || largest >= SMALLEST_SUM);
}

/** True for a heading of days, in words that no amount has: « Fin de marché », « Notification ». */
export function namesADay(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  if (concepts.has('amount') || concepts.has('ae') || concepts.has('cp')) return false;
  return (['date', 'on', 'month', 'end'] as const).some((one) => concepts.has(one)) || DAYS.test(wordsOf(heading));
}

function wordsOf(heading: string): string {
  return comparable(heading.slice(0, LONGEST_HEADING));
}
