/**
 * A text of a cell that states a payment: « payé 10 000 € », « virement effectué le 12/03 », « DP 100123456 »; not what
 * is still to be paid (« à payer », « sera versé le 12/03 ») nor another sense of a word (« congés payés »).
 */
import { comparable } from '../../../domain/text';

const LONGEST = 300;
/** Between two statements: one may deny what is due, and the other state what is paid. */
const BETWEEN_CLAUSES = /[,;!?()\n]|\.(?:\s|$)| (?:mais|puis|et) /;
const START = '(?:^|[^a-z0-9])';
/** « Payé », « réglée », « versés », « viré », « liquidée ». */
const PAID = '(?:(?:paye|regle|mandate|verse|vire|liquide|decaisse|rembourse|acquitte)e?s?|paid|settled)';
const PAYMENT =
  '(?:paiement|virement|versement|reglement|mandatement|liquidation|decaissement|remboursement|payment)s?';
const DONE = '(?:effectue|realise|fait|intervenu|emis|execute|passe|verse|vire|paye|mandate|ok|done|made)e?s?';
const MONTH = '(?:janv|fevr|mars|avril|mai|juin|juil|aout|sept|oct|nov|dec|t[1-4])';
const ALL = '(?:(?:en )?totalite|(?:integra|tota|partiel)lement|en partie|pour partie)';
const FIGURES = '\\d\\d?[/.-]\\d\\d?(?![\\d,])';
const ON = `(?:(?:le |du |au |on |sur )?(?:${FIGURES}|\\d\\d?(?:er)? ${MONTH})|(?:en |fin |debut |courant |depuis )(?:${MONTH}|\\d\\d?/20|20\\d\\d))`;
const SUM = '(?!20\\d\\d(?!\\d))\\d{1,3}(?:\\d{2}|[ .]\\d{3}| ?k?(?:€|eur))';

/** Between « virement » and « effectué »: « bancaire », « n° 2 », « de 10 000 € », « du solde », « a été ». */
const WHICH =
  '(?:bancaires? |sepa |partiels? |total |unique |final )?(?:n[°o] ?\\d{1,12} )?(?:de l.(?:acompte|avance) |du solde |de la facture )?' +
  '(?:d.un montant )?(?:de )?(?:\\d[\\d .,]{0,16}(?:€|eur|euros)? ?)?(?:a ete |ont ete |est |bien )?';
const OF_A_DAY = '(?:paiement|virement|versement|mandatement)s? (?:du )?\\d\\d?[/.]\\d\\d';

const patterns = (texts: readonly string[]): readonly RegExp[] => texts.map((text) => new RegExp(text));

/** A day or a sum with its verb, which no name of a thing has. */
const SURELY = patterns([
  `${START}${PAID}[ :]{1,2}(?:le |au )?${FIGURES}`,
  `${START}(?!liquide)${PAID}[ :(=]{1,3}(?:a hauteur de |pour )?${SUM}`,
]);
const STATING = [
  ...SURELY,
  ...patterns([
    `${START}${PAID} (?:${ON}|${ALL})`,
    `\\d ?(?:k?€|k?eur|euros|%) (?:ttc |ht |deja |ont ete |a ete ){0,2}${PAID}(?![a-z])`,
    `${START}(?:a ete|est|ete|sont|deja) ${PAID}(?![a-z])`,
    `${START}${PAID} par (?:le |la )?(?:csp|cgf|sfact|dgfip|comptable|virement|cheque|carte|mandat)`,
    `${START}liquidee?s? [\\d .]{1,12}(?:€|eur)`,
    `${START}(?:solde|ordonnance)e?s? le \\d`,
    `${START}${PAYMENT} ${WHICH}${DONE}(?![a-z])`,
    `${START}(?:mandats?|ordres? de (?:paiement|payer)) ${WHICH}${DONE}(?![a-z])`,
    `${START}${OF_A_DAY}(?![\\d,])`,
    `${START}${PAYMENT}[ :]{1,3}(?:de )?${SUM}[ €a-z]{0,8}(?:le|du|au) ${FIGURES}`,
    `${START}mise?s? en paiement (?:${ON}|effectu|faite?)`,
    '^(?:dp |facture |est |deja ){0,2}mise?s? en paiement[ .]{0,3}$',
    `${START}(?:dp|demande de paiement)[ :]{0,3}(?:n[°o][ :]{0,3})?\\d{9}`,
    `${START}(?!liquides?$)${PAID}(?: ok)?[ .]{0,3}$`,
  ]),
];

/** Denies the words that follow: « pas encore payé », « à verser », « sera viré », « aucun paiement effectué ». */
const DENIED =
  /(?:^|[^a-z])(?:non|pas|jamais|etre|sera|seront|si|doit|doivent|a|avant|apres|aucune?|will|not|be)(?: (?:encore|le|la|ete|integralement|totalement|toujours))?$/;
/** Denies the words before it: a condition, a plan, a rejection. */
const PLANNED =
  /^[^a-z]{0,3}(?:[a-z\d]{1,12} ){0,3}(?:a \d{1,3} (?:jours?|mois|j)|a (?:la|l|prevoir|saisir|creer|effectuer|faire|venir|terme)|de chaque|chaque (?:mois|annee)|rejetee?s?|annulee?s?|en cours|en attente|prevue?s?|attendue?s?|par le delegant|apres validation|par decret)(?![a-z])/;
/** A clause about something else: credits received, a plan. */
const OF_OTHERS = /^(?:les )?(?:credits?|echeanciers?|previsions?|conges)(?![a-z])/;

/**
 * True for a text that states a payment; false where nothing is paid yet by its words. `isName`: of the column of
 * objects or of suppliers, where « Étude des aides versées » is the name of a thing.
 */
export function statesPayment(text: string, isName: boolean): boolean {
  const clauses = comparable(text.slice(0, LONGEST)).split(BETWEEN_CLAUSES);
  return clauses.some((clause) => (isName ? SURELY : STATING).some((pattern) => states(clause.trim(), pattern)));
}

function states(clause: string, pattern: RegExp): boolean {
  const found = pattern.exec(clause);
  if (found === null || OF_OTHERS.test(clause)) return false;
  const [before, after] = [clause.slice(0, found.index), clause.slice(found.index + found[0].length)];
  return !DENIED.test(before.trimEnd()) && !PLANNED.test(after);
}
