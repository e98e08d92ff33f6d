/**
 * Options and renewals among the commitments: « Tranche optionnelle 1 », « TO2 », « Reconduction 2024 ». They commit
 * when they are affirmed or renewed. Where no word of the row shows it, « affermie le 3 mars », nor its status, nor a
 * payment, the row is reported (LEC-05). A renewal of the year of its credits is ordinary.
 */
import { yearOf } from '../../../../../domain/calendar/civil-date';
import { coversYear } from '../../../../../domain/envelopes/credit-years';
import type { Convention } from '../../../../../domain/envelopes/convention';
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark } from '../../../../../domain/envelopes/reading-facts';
import type { ReadLedger } from '../../../read-ledger';
import { plainWords, type WordsOf, type WordsOfCell } from '../words-of-rows';

const MAY_NAME = /tranche|option|recon|\bT[OC]\s?\d|renew/i;
const CLAUSE = /[;:,()\n\r]+|\s[-–—/]\s|\.(?=\s|$)/;
const MOST_CLAUSES = 8;
const THING = '(?:(?:marches?|mapa|contrats?|lots? \\d{1,2}|ej|bc) )?';
const OPTION = new RegExp(
  `^${THING}(?:(?:\\d{1,2}(?:re|ere|e|eme)? |premiere |deuxieme |seconde |troisieme )?tranches? (?:optionnelle|conditionnelle)s?|t[oc] ?\\d{1,2}(?!\\d)|tranches? \\d{1,2} (?:optionnelle|conditionnelle)|options? de (?:reconduction|renouvellement)|(?:optional|conditional) (?:tranche|part|phase)s?|(?:renewal|extension) options?)\\b`,
);
const RENEWAL = new RegExp(
  `^${THING}(?:(?:\\d{1,2}(?:re|ere|e|eme)? |premiere |deuxieme |seconde |troisieme )?reconductions?|reconduction tacite|renewal)(?: (?:n |no )?\\d)?(?: (?:tacite|expresse|du|de|des|la|le|l|marche|contrat|annee|pour|en|an|exercice|of|for|the|contract)){0,5} (20\\d\\d)\\b`,
);
/** A renewal that is not sure. */
const UNSURE_RENEWAL =
  /^(?:(?:si|en cas de|sous reserve de|option de) (?:la )?reconduction|reconductions? (?:(?:tacite|expresse|du marche|\d) ){0,2}(?:eventuelles?|possibles?|non|pas|a (?:venir|confirmer|valider|notifier|prevoir|decider)|prevues?|potentielles?|en attente))\b/;
const FOLLOWED =
  /\b(?:tranches? (?:optionnelle|conditionnelle)s?(?: \d{1,2})?|t[oc] ?\d{1,2}|20\d\d) [a-z]|\b(?:possible|eventuelle|prevue|potentielle|tacite)s?\b/;
/** The words by which the part is taken up; its order, its notice and its payment follow. */
const TAKEN_UP =
  /\b(?:affermi[a-z]*|levee?s?|leve|activ(?:ee?s?|ation)|notifi[a-z]+|retenue?s?|exercee?s?|confirmee?s?|signee?s?|engagee?s?|commandee?s?|reconduite?s?|renouvel(?:ee?s?|lement (?:notifie|signe))|validee?s?|approuvee?s?|decidee?s?|ordres? de service|os (?:n )?\d|bc (?:n )?\d+|factures?|acomptes?|paiements?|soldes?|avances?|retrait|avenant|affirmed|exercised|renewed|taken up|lancee?s?|demarree?s?|en cours)\b/;
/** « Non affermie », « pas encore levée »: other rules report it, or this one. */
const NOT_TAKEN = /\b(?:non|pas|jamais|not)(?: encore| yet)? /;

/** The same ledger with those rows in doubt; with their other marks. */
export function withOptionalParts(read: ReadLedger, wordsOf: WordsOf, convention: Convention): ReadLedger {
  let isChanged = false;
  const inDoubt = (row: LedgerRow): LedgerRow => {
    if (!isFirmByItself(row)) return row;
    const cells = wordsOf(row);
    const found = cells.find((cell) => MAY_NAME.test(cell.raw) && isOptional(cell, convention, row));
    if (!found || isTakenUp(cells)) return row;
    isChanged = true;
    return withMark(row, { heading: found.heading, raw: found.raw, about: 'row' });
  };
  const rows = read.ledger.rows.map(inDoubt);
  return isChanged ? { ...read, ledger: { ...read.ledger, rows } } : read;
}

/** A commitment without a payment, nor a status that makes it firm. */
function isFirmByItself({ ae, cp, status, statusText }: LedgerRow): boolean {
  const isPaid = cp.kind === 'amount' && cp.cents > 0;
  return ae.kind === 'amount' && ae.cents > 0 && status === 'firm' && statusText === undefined && !isPaid;
}

/** A remark is about the row where nothing follows: « Reconduction 2024 possible » is about the next contract. */
function isOptional({ raw, is }: WordsOfCell, convention: Convention, row: LedgerRow): boolean {
  return raw
    .split(CLAUSE, MOST_CLAUSES)
    .map(plainWords)
    .some((words) => {
      if (is === 'remark' && FOLLOWED.test(words)) return false;
      if (OPTION.test(words) || UNSURE_RENEWAL.test(words)) return true;
      const year = RENEWAL.exec(words)?.[1];
      return year !== undefined && !coversYear(convention, Number(year)) && !isDatedIn(row, Number(year));
    });
}

function isDatedIn({ commitmentDate }: LedgerRow, year: number): boolean {
  return commitmentDate.kind === 'date' && yearOf(commitmentDate.date) === year;
}

function isTakenUp(cells: readonly WordsOfCell[]): boolean {
  return cells.some(({ raw }) => {
    const words = plainWords(raw);
    return TAKEN_UP.test(words) && !NOT_TAKEN.test(words);
  });
}
