/**
 * Words of a list of purchases: « Objet | Montant AE », « Fournisseur | Montant ». Without a date and a number, its
 * headings, its title and its labels distinguish it from a price list, a table of credits and a dashboard.
 */
import { comparable } from '../../../domain/text';
import { namesAPlan } from '../../ledger/rows/marks/effect-headings';
import { wordsOfHeading, type Concept } from '../../ledger/heading-words';
import { namesAnAmount, type AreaColumn } from '../amount-columns';

const LONGEST_WORDS = 200;
/** Columns of the thing bought, or of its supplier. */
const BOUGHT: readonly Concept[] = ['label', 'supplier', 'order', 'invoice', 'piece', 'operation'];
/** A label of anything else: « Libellé du poste », « Type de fournisseur ». */
const OF_SOMETHING_ELSE: readonly Concept[] = [
  ...(['item', 'envelope', 'category', 'type', 'status', 'budget', 'project', 'convention', 'code'] as const),
  ...(['number', 'date', 'on', 'month', 'year', 'amount', 'comment', 'contract', 'quantity'] as const),
];
const NO_PURCHASE = /(?:^| )(?:indicateurs?|jalons?|livrables?|parametres?|profils?|grades?|etapes?|roles?)(?: |$)/;
/** « Montant maximum », « Montant du marché », « Montant du devis »: not what is spent. */
const NOT_SPENT: readonly Concept[] = ['limit', 'allocated', 'share', 'contract', 'budget', 'convention', 'quantity'];
export const UNSPENT =
  /(?:^| )(?:devis|minimums?|mini|maxi|max|min|seuils?|tarifs?|offres?|capital|affaires|ca)(?: |$)|^valeurs?$/;
/** The sheet, or the title, of prices, of credits or of settings. */
const OTHER_TITLE =
  /(?<![a-z])(?:prix|tarifs?|tarifaires?|bpu|bordereaux?|catalogues?|baremes?|unitaires?|dotations?|budgets?|repartitions?|plafonds?|annexes?|parametres?|parametrage|listes? deroulantes?|referentiels?)(?![a-z])/;
/** « + 2e facture payée », « Avenant 1 », « à rajouter »: money that is spent, or given back, on its own. */
const SPENT =
  /(?<![a-z])(?:(?:pay|vers|regl|mandat|factur|rembours|revers|acquitt|liquid)ee?s?|paiements?|versements?|reglements?|mandatements?|factures?|avenants?|avances?|acomptes?|avoirs?|reliquats?|regularisations?|regul|complements?|complementaires?|supplements?|supplementaires?|(?:a )?(?:r?ajout|r?ajouter)s?|sous[- ]traitance|sous[- ]traitants?|paid|payments?|invoices?|instalments?|top[- ]ups?)(?![a-z])/;
/** Labels of a dashboard: « AE engagées », « Crédits ouverts », « Reste à payer ». */
const FIGURES: readonly Concept[] = [
  ...(['ae', 'cp', 'credit', 'remaining', 'cumulative', 'allocated', 'budget', 'consumed', 'total'] as const),
];

/** True for a column of purchases, or of suppliers. */
export function namesPurchases({ kind, heading, concepts }: AreaColumn): boolean {
  const has = (wanted: readonly Concept[]): boolean => wanted.some((concept) => concepts.has(concept));
  return kind === 'others' && has(BOUGHT) && !has(OF_SOMETHING_ELSE) && !NO_PURCHASE.test(comparable(heading));
}

/** True for a column of sums that may be spent: « Montant TTC », « Montant AE », « Payé ». */
export function mayBeSpent({ kind, heading, concepts, isOther }: AreaColumn): boolean {
  if (kind !== 'amounts' || isOther || !namesAnAmount(heading)) return false;
  return !NOT_SPENT.some((concept) => concepts.has(concept)) && !UNSPENT.test(comparable(heading));
}

/** True for words of a payment, an invoice, an amendment, or what completes one. */
export function namesASpentAmount(words: string): boolean {
  return SPENT.test(comparable(words.slice(0, LONGEST_WORDS)));
}

/** True for the title of a table, or the name of a sheet, whose amounts are not those of purchases. */
export function titlesNoPurchase(title: string): boolean {
  return namesAPlan(title) || OTHER_TITLE.test(comparable(title));
}

/** True for a label that names a figure, and no purchase. */
export function namesAFigure(label: string): boolean {
  const { concepts, unknown } = wordsOfHeading(label);
  return unknown === 0 && FIGURES.some((concept) => concepts.has(concept));
}
