/**
 * Words by which the payment of a row is not made, « Non » under « Payé », « DP suspendue », « Pas encore payé », or is
 * of another year, « Payé sur 2024 ». The row counts as its date of payment has it; the control compares both (LEC-05).
 */
import { comparable } from '../../../../domain/text';
import { yearOf } from '../../../../domain/calendar/civil-date';
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { withMark, type RowMark } from '../../../../domain/envelopes/reading-facts';
import { isNotPaidInEnglish, yearPaidInEnglish } from './english-words';
import { mayHold } from './marking-words';

/** `year`: the only year in which the payment is made, by the words; null where it is not made. */
export interface PaymentDoubt {
  readonly year: number | null;
}

/**
 * `paidIn`: the only year of the payment, by words that deny that of its date; null where they deny any. `ofYears`: the
 * years of the words, which a row dated in one of them confirms. `ofCents`: the amounts of the words, which one of the
 * row confirms; `ifCents`: the one without which the row is in no doubt, « 1 000 USD » on 1 000 €.
 */
export type MarkFound = RowMark & {
  readonly paidIn?: number | null;
  readonly ofYears?: readonly number[];
  readonly ofCents?: readonly number[];
  readonly ifCents?: number;
};

const LONGEST = 500;
const LONGEST_CLAUSE = 80;
const MOST_CLAUSES = 12;
const CLAUSE = /[;:()\n\r]+|\.(?=\s|$)|,(?!\d)|\s[-–—]\s|(?<!\d)\/(?!\d)/;
const PAYMENT = 'paiements?|payements?|reglements?|virements?|versements?|mandatements?|decaissements?';
const PIECE = `(?:${PAYMENT}|dp|demandes? de paiement|mandats?)`;
const PAID = '(?:pay|regl|vers|mandat|liquid|vir|decaiss|acquitt|honor)ee?s?';
/** « du solde », « de la facture n° 12 »; then « n'a pas encore été », « est toujours ». */
const OF = '(?: (?:de|du|des|d|la|l|le|ce|cette|n|no|numero|solde|acompte|facture|\\d{1,12}))*';
const VERBS = '(?: (?:a|ont|est|sont|ete|reste|restent|toujours|encore|ne|sera|seront|finalement|mise?s?))*';
const STOPPED =
  '(?:(?:rejet|refus|annul|retourn|renvoy|bloqu|contest|echou|impay|differ|ajourn|abandonn)ee?s?' +
  '|suspendue?s?|revenue?s?|en (?:suspens|litige|instance|souffrance)|ko)\\b';
const NOT = '(?:non|pas|jamais)(?: (?:encore|ete))*';
const DONE = `(?:${PAID}|fait(?:e?s)?|faite?|(?:effectu|realis|valid|pass|lanc)ee?s?|emise?s?|partie?s?|intervenue?s?)`;
const TO_DO =
  'a (?:payer|regler|faire|refaire|effectuer|valider|emettre|corriger|venir|lancer|saisir|reprendre|mandater)\\b';
const NOT_MADE = [
  new RegExp(`^${PIECE}${OF}${VERBS} (?:${STOPPED}|${NOT} ${DONE}\\b|${TO_DO}|en attente\\b)`),
  new RegExp(`^${PIECE}${OF}${VERBS} (?:en cours$|(?:prevue?s?|programmee?s?)$)`),
  new RegExp(
    `^factures?${OF}${VERBS} (?:(?:rejet|refus|contest|bloqu|impay)ee?s?\\b|suspendue?s?\\b|en litige\\b|${NOT} ${PAID}\\b)`,
  ),
  new RegExp(`^(?:(?:mais|toujours|encore|ne|n|est|sont|sera|seront|a|ont) )*${NOT} ${PAID}\\b`),
  new RegExp(`^(?:en )?(?:attente|cours) (?:de |du |d )?(?:${PAYMENT}|liquidations?)\\b`),
  new RegExp(`^(?:clotur|sold)ee?s? sans (?:aucun )?(?:${PAYMENT})\\b`),
  new RegExp(
    `^(?:rejet|refus|annulation|suspension|blocage|opposition)s? (?:(?:de|du|des|d|la|l|le|par|au) )*(?:${PIECE}|comptable|bancaire|banque)\\b`,
  ),
  /^services? non faits?$/,
  /^(?:sf|services? faits?) (?:(?:n|est|a) )*(?:(?:non|pas|jamais)(?: (?:encore|ete))* (?:constat|certifi|valid|etabl)[ei]e?s?\b|(?:non|pas) faits?\b|a (?:constater|certifier|etablir)\b)/,
  /^(?:(?:toujours |encore |est |reste )?impayee?s?|(?:en )?(?:litige|contentieux)|contestee?s?)\b|^(?:reste )?a (?:payer|regler|mandater|liquider|verser)$|^(?:bon a payer|bap)$/,
  new RegExp(
    `^(?:la )?(?:factures?|marchandises?|livraisons?|fournitures?|commandes?|prestations?)(?: n)?${VERBS} ${NOT} (?:recue?|parvenue?|arrivee?|etablie?|emise?|livree?|honoree?|realisee?|faite?|executee?|effectuee?)s?\\b`,
  ),
  /^(?:fnp|factures? non parvenues?)$|^(?:(?:n|est) )*(?:non|pas|jamais)(?: (?:encore|ete))* (?:livre|receptionne|facture)e?s?$/,
  /^(?:charges? a payer|cap)(?: (?:a|au|de|pour|fin|exercice|gestion|\d{1,4}))*$/,
];
/** « DP rejetée puis payée », « Litige réglé ». */
const SETTLED =
  /\b(?:puis|nouve(?:au|lle)|(?:corrig|regularis|remplac|lev|debloqu|represent|accept)ee?s?|resolue?s?|repris|ok)\b|\blitige (?:regle|clos|termine)|\b(?:mais|depuis|finalement) (?:pay|regl)ee?s?\b|\bpayee?s? (?:le|depuis)\b|\b(?:then|since|now|finally|resolved|re ?issued|resubmitted)\b/;
/** « Payé sur CP 2024 », « Paiement janvier 2024 », and not « Solde payé en 2024 », which is of a part. */
const IN_A_YEAR = new RegExp(
  `^(?:(?:est|sont|sera|seront|a|ete|facture|dp) )*(?:${PAID}|${PAYMENT}|a (?:payer|regler|mandater|verser))` +
    '(?: (?:en|sur|au|le|du|de|d|l|a|cp|credits?|exercice|gestion|annee|debut|fin|courant|mois|effectifs?|reels?|prevue?s?|imputee?s?|t[1-4]|\\d{1,2}|1er' +
    '|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))* (20\\d\\d)$',
);
const YEARS = /\b20\d\d\b/g;

/** The doubt that a remark, or the name of an operation, leaves on the payment of its row; null for any other text. */
export function doubtOnPayment(text: string): PaymentDoubt | null {
  if (!mayHold('payment', text)) return null;
  const clauses = text
    .slice(0, LONGEST)
    .split(CLAUSE, MOST_CLAUSES)
    .filter((clause) => clause.length <= LONGEST_CLAUSE)
    .map(wordsOf);
  const all = wordsOf(text.slice(0, LONGEST));
  const isNotMade = (words: string): boolean =>
    NOT_MADE.some((pattern) => pattern.test(words)) || isNotPaidInEnglish(words);
  if (!SETTLED.test(all) && clauses.some(isNotMade)) return { year: null };
  if (new Set(all.match(YEARS)).size !== 1) return null;
  for (const words of clauses) {
    const year = IN_A_YEAR.exec(words)?.[1] ?? yearPaidInEnglish(words);
    if (year !== undefined) return { year: Number(year) };
  }
  return null;
}

/** A cross in place of « Non »; an X ticks. */
const CROSS = /^[✗✘❌]$/u;
const OF_NOTHING = /^(?:sans objet|non (?:concerne|applicable|soumis|communique))/;
const SUBJECT = new RegExp(`^(?:(?:${PIECE}|factures?|ej|est|sont|a|ete) )+(?!payer|regler|faire|venir|mandater)`);
const STATE_DENIES = new RegExp(
  `^(?:${STOPPED}|(?:non|pas|jamais|ko|nok|not|unpaid|pending|rejected|blocked)\\b|en (?:attente|cours|pause)\\b|attente\\b|rejet\\b|refus\\b|suspension\\b` +
    `|litige\\b|a (?:payer|regler|faire|refaire|mandater|liquider|verser|traiter|venir|corriger|reprendre|valider)\\b|prevue?s?\\b|programmee?s?\\b|reportee?s?\\b)`,
);

const REJECTED =
  /^(?:(?:dp|demandes?|de|paiements?|factures?|est|a|ete) )*(?:rejet|refus|annul|extourn|suspendue?s?\b|bloquee?s?\b)/;

/** True for words in place of the number of a DP, or after it, by which it is not paid: « rejetée », « DP annulée ». */
export function isRejectedPiece(text: string): boolean {
  return /\p{L}{5}/u.test(text) && REJECTED.test(wordsOf(text.slice(0, LONGEST_CLAUSE).replaceAll(/\d/g, ' ')).trim());
}

/** True for words under « Payé » or « Statut DP » by which the payment is not made: « Non », « KO », « En instance ». */
export function deniesPayment(text: string): boolean {
  if (CROSS.test(text.trim())) return true;
  const words = wordsOf(text.slice(0, LONGEST_CLAUSE));
  if (OF_NOTHING.test(words) || SETTLED.test(words)) return false;
  return words === 'n' || STATE_DENIES.test(words) || STATE_DENIES.test(words.replace(SUBJECT, ''));
}

/** The row with its marks; one that denies its payment needs an amount of CP, and a day of payment to deny. */
export function withMarks(row: LedgerRow, found: readonly MarkFound[]): LedgerRow {
  return found.reduce((marked, one) => {
    const mark = markOf(row, one);
    return mark === null ? marked : withMark(marked, mark);
  }, row);
}

/** The mark of a row by what was found on it; null where the row does not bear it out. */
export function markOf(row: LedgerRow, found: MarkFound): RowMark | null {
  const { ae, cp, paymentDate } = row;
  if (found.ifCents !== undefined) {
    const { ifCents, ...mark } = found;
    return [ae, cp].some((one) => one.kind === 'amount' && Math.abs(one.cents) === ifCents) ? mark : null;
  }
  if (found.ofCents) {
    const { ofCents, ...mark } = found;
    const isConfirmed = [ae, cp].some((one) => one.kind === 'amount' && ofCents.includes(Math.abs(one.cents)));
    return isConfirmed ? null : mark;
  }
  if (found.ofYears) {
    const { ofYears, ...mark } = found;
    const isOrdinary = ofYears.some((year) => isDatedIn(row, year)) || (commitsNothing(row) && OF_AN_EJ.test(mark.raw));
    return isOrdinary || isDatedAdvance(row) ? null : mark;
  }
  if (found.about !== 'unpaid') return found;
  if (cp.kind !== 'amount' || cp.cents <= 0 || paymentDate.kind !== 'date') return null;
  const hasRest = ae.kind === 'amount' && ae.cents > cp.cents;
  if (TO_BE_PAID.test(wordsOf(found.heading)) && (hasRest || wordsOf(found.raw) === 'ok')) return null;
  const { paidIn, ...mark } = found;
  return paidIn === yearOf(paymentDate.date) ? null : mark;
}

/** A cross under it denies no payment that leaves a rest; « OK » is the leave to pay. */
const TO_BE_PAID = /^(?:restes? )?a (?:payer|regler|mandater|verser)$/;

/** « RAP 2022 », « EJ de 2022 »: a payment of this year, or a retrait, on an EJ of another one is ordinary. */
const OF_AN_EJ =
  /\b(?:raps?|restes? [àa] payer|ej|bc|engag[a-zé]{0,6}|commandes?|march[ée]s?|commitments?|orders?)(?![a-zà-ÿ])/i;

function commitsNothing({ ae }: LedgerRow): boolean {
  return ae.kind !== 'amount' || ae.cents <= 0;
}

/** The credits of a commitment in advance are judged by its day (PER-03). */
function isDatedAdvance(row: LedgerRow): boolean {
  return row.isInAdvance === true && !commitsNothing(row) && row.commitmentDate.kind === 'date';
}

function isDatedIn({ commitmentDate, paymentDate }: LedgerRow, year: number): boolean {
  return [commitmentDate, paymentDate].some((one) => one.kind === 'date' && yearOf(one.date) === year);
}

function wordsOf(text: string): string {
  return comparable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}
