/**
 * The stage of an expense that words name: an invoice, its liquidation, the order to pay it (mandat, ordonnancement,
 * demande de paiement), then its payment, which alone consumes CP.
 */
import { comparable } from '../../../../domain/text';
import { namesAPlan } from '../marks/effect-headings';

/** A number that grows from the invoice to the payment. */
export type PaymentStage = 1 | 2 | 3 | 4;

/** The payment itself. */
const PAID: PaymentStage = 4;

const LONGEST = 80;
const PAYS = /^(?:paiements?|payements?|payee?s?|reglements?|reglee?s?|verse(?:ments?|e?s?)|virements?|decaiss|cp$)/;
/** « Facture payée », « Mandat réglé ». */
const IS_PAID = /^(?:payee?s?|reglee?s?|versee?s?|decaissee?s?|acquittee?s?)$/;
const DATES = /^(?:dates?|jours?)$/;
const SMALL_WORDS = /^(?:de|du|des|d|la|le|l)$/;
const ASKS = /^(?:dp|dps|demandes?)$/;
const ORDERS = /^(?:mandat(?!aire)|ordonnanc)/;
const LIQUIDATES = /^liquid(?:ation|ee?s?$)/;
const INVOICES = /^factur/;
const SCHEDULES = /^(?:echeanciers?|echeances?|calendriers?|plannings?)$/;
/** « Calendrier des paiements effectués ». */
const IS_DONE = /^(?:realis|effectu|execut|constat)/;
const TO_PAY = /(?:de |en |a )(?:paiements?|payer|paye)(?![a-z])/g;
const SERVICES = /(?<![a-z])services? faits?(?![a-z])/;
const PAYING = /(?<![a-z])(?:pa[iy]e|regle|verse|virement|decaiss)/;

/** The stage that words name; null for any other words. « Mandat de paiement » is a mandat, « Facture payée » a payment. */
export function stageOf(text: string): PaymentStage | null {
  const words = wordsOf(text);
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (PAYS.test(words[0] ?? '') || has(IS_PAID) || datesPaying(words)) return PAID;
  if (has(ASKS) || has(ORDERS)) return 3;
  if (has(LIQUIDATES)) return 2;
  if (has(INVOICES)) return 1;
  return has(PAYS) ? PAID : null;
}

/** « Date paiement facture 1 », « Facture 1 Date de règlement »; « Date facture », « Date du mandat de paiement » are none. */
function datesPaying(words: readonly string[]): boolean {
  const named = words.filter((word) => !SMALL_WORDS.test(word));
  return named.some((word, at) => DATES.test(word) && PAYS.test(named[at + 1] ?? ''));
}

/** True for words that name a stage before the payment, other than « DP », as teams call their payments. */
export function isOnlyIssued(text: string): boolean {
  const stage = stageOf(text);
  return stage !== null && stage < PAID && !wordsOf(text).some((word) => ASKS.test(word));
}

/** True for the title of payments to come: « Échéancier », « Calendrier de paiement », « CP prévisionnels ». */
export function announcesPayments(title: string): boolean {
  const words = wordsOf(title);
  if (words.some((word) => IS_PAID.test(word) || IS_DONE.test(word))) return false;
  return words.some((word) => SCHEDULES.test(word)) || namesAPlan(title);
}

/** True for the title of what is invoiced, certified or ordered: « Mandatements », « Demandes de paiement ». */
export function titlesIssued(title: string): boolean {
  if (namesPaying(title)) return false;
  const stage = stageOf(title);
  return (stage !== null && stage < PAID) || SERVICES.test(comparable(title.slice(0, LONGEST)));
}

/** True for words of a payment that is made; « Mandats de paiement » name none. */
export function namesPaying(text: string): boolean {
  return PAYING.test(comparable(text.slice(0, LONGEST)).replace(TO_PAY, ' '));
}

function wordsOf(text: string): readonly string[] {
  return comparable(text.slice(0, LONGEST))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
