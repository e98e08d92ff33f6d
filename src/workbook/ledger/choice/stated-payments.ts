/**
 * A text of a cell that states a payment: « payé 10 000 € », « virement effectué le 12/03 », « DP 100123456 »; not what
 * is still to be paid (« à payer », « sera versé le 12/03 ») nor another sense of a word (« congés payés »).
 */
import { comparable } from '../../../domain/text';

const LONGEST = 300;
const START = '(?:^|[^a-z0-9])';
/** « Payé », « réglée », « versés », « viré », « liquidée »; « soldé » looks as the noun: the words after it decide. */
const PAID = '(?:(?:paye|regle|mandate|verse|vire|liquide|decaisse|rembourse)e?s?|paid|settled)';
const PAYMENT =
  '(?:paiement|virement|versement|reglement|mandatement|liquidation|decaissement|remboursement|payment)s?';
const DONE = '(?:effectue|realise|fait|intervenu|emis|execute|passe|recu|verse|vire|paye|mandate|ok|done|made)e?s?';
const MONTH = '(?:janv|fevr|mars|avril|mai|juin|juil|aout|sept|oct|nov|dec|t[1-4])';
const ALL = '(?:(?:en )?totalite|(?:integra|tota|partiel)lement|en partie|pour partie)';
const DAY = `(?:(?:le |du |au |on |sur )?(?:\\d\\d?(?:er)?[/.-]\\d|\\d\\d?(?:er)? ${MONTH})|(?:en |fin |debut |courant |depuis |sur )(?:${MONTH}|20\\d\\d))`;
const SUM = '\\d{1,3}(?:\\d{2}|[ .]\\d{3}| ?k?(?:€|eur))';

/** Between « virement » and « effectué »: « n° 2 », « partiel », « de 10 000 € », « a été ». */
const WHICH =
  "(?:partiels? |total |unique |final )?(?:n[°o] ?\\d{1,12} )?(?:d'un montant )?(?:de )?(?:\\d[\\d .,]{0,16}(?:€|eur|euros)? ?)?(?:a ete |ont ete |est |bien )?";

const STATING = [
  `${START}${PAID} (?:${DAY}|${ALL})`,
  `${START}(?!liquide)${PAID}[ :(=]{1,3}(?:a hauteur de |pour )?${SUM}`,
  `\\d ?(?:€|eur|euros) (?:ttc |ht |deja |ont ete |a ete ){0,2}${PAID}(?![a-z])`,
  `${START}(?:est|ete|sont|deja) ${PAID}(?![a-z])`,
  `${START}liquidee?s? [\\d .]{1,12}(?:€|eur)`,
  `${START}soldee?s? le \\d`,
  `${START}${PAYMENT} ${WHICH}${DONE}(?![a-z])`,
  `${START}(?!reglement)${PAYMENT} du \\d\\d?[/.]\\d`,
  `${START}mise?s? en paiement (?:${DAY}|effectu|faite?)`,
  `${START}dp (?:n[°o] ?)?\\d{6}`,
  `^(?:(?:deja|tout|facture|acompte|avance|dp|solde|est|ok|subvention|totalite|marche|commande|1ere?) ){0,3}${PAID}[ .!]{0,3}$`,
].map((pattern) => new RegExp(pattern));

/** « Pas encore payé », « sera versé », « à verser », « virement prévu »: nothing is paid yet. */
const DENIED = new RegExp(
  `${START}(?:non|pas|jamais|etre|sera|seront|si|doit|doivent|apres|avant|will|not)(?: [a-z']{1,12}){0,2} (?:${PAID}|${PAYMENT}|${DONE})(?![a-z])` +
    `|${START}(?:prevue?s?|previsionnel|attendue?s?|a venir|en attente|planned|expected)(?![a-z])`,
);

/** True for a text that states a payment; false where nothing is paid yet by its words. */
export function statesPayment(text: string): boolean {
  const words = comparable(text.slice(0, LONGEST)).trim();
  return STATING.some((pattern) => pattern.test(words)) && !DENIED.test(words);
}
