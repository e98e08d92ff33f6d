/**
 * Rows of a table with one « Montant », read as AE, that pay an EJ which another row commits, on a later day: « Facture
 * 1 », « Acompte », « Octo – fact. 3 » as a label, or a number under « N° facture » beside the label of the commitment.
 * A label that only begins as a payment, « Paiement en ligne », names what is bought, and so does that of another lot.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import type { OtherText } from '../../../../domain/envelopes/reading-facts';
import { groupedBy } from '../../../../domain/grouped';
import { comparable } from '../../../../domain/text';
import { wordsOfHeading, type Concept } from '../../heading-words';
import { natureOfWords } from '../../nature-words';
import { centsOf } from '../../read-cells';

/** A row that pays, and the words of its label, or the heading, that make it one. */
type PaidRow = readonly [LedgerRow, string];

/** The share of the rows with such words whose EJ another row commits. */
const MOST = 0.8;
const LONGEST = 80;
const NOT_A_WORD = /[^a-z0-9]+/;
const PAYMENT = 'paiements?|reglements?|virements?|versements?|mandats?|mandatements?|liquidations?|dp';
const INVOICE = 'factures?|fact|acomptes?|avances?|decomptes?|invoices?|payments?';
const PIECE = `(?:${PAYMENT}|${INVOICE})`;
const MONTH = 'janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec';
/** « Facture 1 », « Paiement n° 2 du lot 1 », « Acompte de 30 % », « Règlement mars », « Avance forfaitaire ». */
const BEGINS = new RegExp(
  `^(?:1er |1ere |\\d{1,2} ?e(?:me)? )?(${PIECE})\\b(?:$|[ .]{0,2}(?:(?:n|no|de|du|des|la|l|le|sur|final|finale|forfaitaire|solde|intermediaire|facture|acompte|avance) ?){0,5}(?:$|[a-z]{0,3}\\d|(?:${MONTH})))`,
);
/** « Octo fact 1 », « UX – acompte n° 2 ». */
const ENDS = new RegExp(`\\b(${PIECE})(?: n| no)? ?[a-z]{0,3}\\d[\\d /-]{0,12}$`);
/** « Solde », « Solde final »: a payment beside others of its EJ. */
const LAST = /^(soldes?)(?: (?:final|de tout compte|(?:du|de la|de l) [a-z]{3,15}))?$/;
const BY_NUMBER: readonly Concept[] = ['number', 'invoice', 'payment', 'dp', 'instalment', 'piece'];
const OF_PAYMENTS: readonly Concept[] = ['invoice', 'payment', 'dp', 'instalment'];

/** The rows of one table that pay an EJ of another of its rows, with the words by which they do. */
export function rowsThatPay(
  rows: readonly LedgerRow[],
  textsOf: (row: LedgerRow) => readonly OtherText[],
): readonly PaidRow[] {
  const committing = rows.filter(({ ej, ae }) => ej.kind === 'ej' && centsOf(ae) > 0);
  const ofEjs = groupedBy(committing, ({ ej }) => (ej.kind === 'ej' ? ej.number : ''));
  const isLabelled = (row: LedgerRow, of: RowsOfOneEj): boolean => isAfter(row, of) || (isUndated(row) && isWithin(of));
  const isNumbered = (row: LedgerRow, of: RowsOfOneEj): boolean =>
    isAfter(row, of) &&
    isWithin(of) &&
    isOfItsOrder(
      row.label,
      of.committed.map(({ label }) => label),
    );
  const byLabel = paidBy(({ label }) => wordsThatPay(label), isLabelled, { committing, ofEjs });
  return byLabel.length > 0 ? byLabel : paidBy((row) => pieceOf(textsOf(row)), isNumbered, { committing, ofEjs });
}

/** The rows of one EJ: those with the words of a payment, and the others. */
interface RowsOfOneEj {
  readonly paid: readonly LedgerRow[];
  readonly committed: readonly LedgerRow[];
}

function paidBy(
  wordsOf: (row: LedgerRow) => string | null,
  pays: (row: LedgerRow, of: RowsOfOneEj) => boolean,
  table: { readonly committing: readonly LedgerRow[]; readonly ofEjs: ReadonlyMap<string, readonly LedgerRow[]> },
): readonly PaidRow[] {
  const named = new Map<LedgerRow, string>();
  for (const row of table.committing) {
    const words = wordsOf(row);
    if (words !== null) named.set(row, words);
  }
  const paid = [...named].filter(([row, words]) => {
    const ofEj = row.ej.kind === 'ej' ? (table.ofEjs.get(row.ej.number) ?? []) : [];
    const of = { paid: ofEj.filter((one) => named.has(one)), committed: ofEj.filter((one) => !named.has(one)) };
    if (of.committed.length === 0 || (LAST.test(comparable(words)) && of.paid.length === 1)) return false;
    return pays(row, of);
  });
  return paid.length >= MOST * named.size ? paid : [];
}

/** The piece that a label names as its whole subject; null for any other label. */
export function wordsThatPay(label: string): string | null {
  const words = comparable(label.slice(0, LONGEST))
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
  const piece = (BEGINS.exec(words) ?? ENDS.exec(words) ?? LAST.exec(words))?.[1];
  if (piece === undefined) return null;
  return label.match(/\p{L}+/gu)?.find((word) => comparable(word) === piece) ?? piece;
}

/**
 * False for a row under another label than the commitments of its EJ, and no word of payment: « Lot 2 » after « Lot 1 »
 * is another commitment.
 */
export function isOfItsOrder(label: string, committed: readonly string[]): boolean {
  const [own, ...others] = [label, ...committed].map(
    (one) => ` ${comparable(one).split(NOT_A_WORD).join(' ').trim()} `,
  );
  if (own === undefined || own === '  ' || wordsThatPay(label) !== null) return true;
  if (natureOfWords(own.trim().split(' ')[0] ?? '') === 'CP') return true; // « Paiement étude »
  return others.some((one) => one === '  ' || own.includes(one) || one.includes(own));
}

/** The heading of a number of an invoice, or of a payment, that a row has; null without any. */
function pieceOf(texts: readonly OtherText[]): string | null {
  const isOfPayment = ({ heading, is }: OtherText): boolean => {
    const { concepts, unknown } = wordsOfHeading(heading);
    const isAlone = [...concepts].every((concept) => BY_NUMBER.includes(concept));
    return is === 'piece' && unknown === 0 && isAlone && OF_PAYMENTS.some((concept) => concepts.has(concept));
  };
  return texts.find(isOfPayment)?.heading ?? null;
}

/** After the day of the first commitment of its EJ. */
function isAfter({ commitmentDate: day }: LedgerRow, { committed: [first] }: RowsOfOneEj): boolean {
  const from = first?.commitmentDate;
  return day.kind === 'date' && from?.kind === 'date' && day.date > from.date;
}

function isUndated({ commitmentDate }: LedgerRow): boolean {
  return commitmentDate.kind === 'absent';
}

/** All the payments of the EJ do not exceed it. */
function isWithin({ paid, committed }: RowsOfOneEj): boolean {
  return sumOf(paid) <= sumOf(committed);
}

function sumOf(rows: readonly LedgerRow[]): number {
  return rows.reduce((sum, { ae }) => sum + centsOf(ae), 0);
}
