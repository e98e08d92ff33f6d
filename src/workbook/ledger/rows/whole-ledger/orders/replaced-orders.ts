/**
 * Orders that another row replaces, and that count all the same: « Annule et remplace l'EJ 1400000001 », « Se substitue
 * au BC 12 » on the new row. The replaced row is reported (LEC-05), unless its EJ is withdrawn, or paid in full.
 */
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark } from '../../../../../domain/envelopes/reading-facts';
import { blockOfRow, rowNumber } from '../../../ledger-source';
import type { ReadLedger } from '../../../read-ledger';
import { envelopeNamed, isOpen, openEjs } from './order-facts';
import { plainWords, type WordsOf, type WordsOfCell } from '../words-of-rows';

/** « Remplacé par », with its accent or without, is on the old row. */
const REPLACES =
  /(?<!\p{L})(?:(?:annule(?:nt)?\s(?:et\s)?)?remplace(?:nt)?|remplacement|se\ssubstitue(?:nt)?|en\ssubstitution|replaces?|supersedes?|replacement|annule(?=\s(?:l['’]\s?|la\s|le\s)?(?:ej|engagement|bc|bon|commande)(?!\p{L})))(?!\p{L})(?!\s(?:par|by)(?!\p{L}))/iu;
const MAY_REPLACE = /rempla|substitu|annule|repla|supersed/i;
const EJ = /(?<!\d)(?:1\d|2[0-2])\d{8}(?!\d)/g;
/** « BC n° 12 », « commande 2023-12 », of the plain words. */
const ORDER =
  /\b(?:bc|bdc|bons? de commande|commandes?|orders?|po) (?:n |no |numero )?([a-z]{0,4}\d[a-z0-9]{0,9}(?: \d{1,4})?)\b/;
const LINE = /\blignes? (?:n )?(\d{1,6})\b/;
const ALONE =
  /^annule et remplace(?: (?:(?:la|le|l|les) )?(?:precedente?|ancienne?|commande|ej|engagement|bc|ligne)(?: (?:precedente?|ancienne?|initiale?))?)?$/;

/** The same ledger with the replaced rows in doubt; with their other marks. */
export function withReplacedOrders(read: ReadLedger, wordsOf: WordsOf): ReadLedger {
  const { rows } = read.ledger;
  const by = new Map<LedgerRow, string>();
  let orders: Orders | null = null;
  for (const row of rows) {
    if (!commits(row)) continue;
    const found = wordsOf(row).find(({ raw }) => MAY_REPLACE.test(raw) && REPLACES.test(raw));
    if (!found) continue;
    orders ??= new Orders(rows, wordsOf);
    const name = row.ej.kind === 'ej' ? row.ej.number : found.raw;
    for (const old of orders.replacedBy(row, found)) if (!by.has(old)) by.set(old, name);
  }
  if (by.size === 0) return read;
  const marked = rows.map((row) => {
    const raw = by.get(row);
    return raw === undefined ? row : withMark(row, { heading: '', raw, about: 'replaced' });
  });
  return { ...read, ledger: { ...read.ledger, rows: marked } };
}

function commits({ ae, status }: LedgerRow): boolean {
  return ae.kind === 'amount' && ae.cents > 0 && status !== 'cancelled';
}

/** The orders of a ledger, by what names them. */
class Orders {
  private readonly open: ReadonlySet<string>;

  constructor(
    private readonly rows: readonly LedgerRow[],
    private readonly wordsOf: WordsOf,
  ) {
    this.open = openEjs(rows);
  }

  /** The rows that the words of a row replace, and that still count. */
  replacedBy(row: LedgerRow, { raw }: WordsOfCell): readonly LedgerRow[] {
    const after = raw.slice(REPLACES.exec(raw)?.index ?? 0);
    const others = this.rows.filter(
      (one) => one !== row && commits(one) && !isOfOneEj(one, row) && isOpen(one, this.open),
    );
    const numbers = new Set(after.match(EJ));
    if (numbers.size > 0) return others.filter(({ ej }) => ej.kind === 'ej' && numbers.has(ej.number));
    const words = plainWords(after);
    const line = LINE.exec(words)?.[1];
    if (line !== undefined)
      return others.filter(({ key }) => blockOfRow(key) === blockOfRow(row.key) && rowNumber(key) === Number(line));
    const order = ORDER.exec(words)?.[1];
    if (order !== undefined) return others.filter((one) => this.isCalled(one, order));
    return ALONE.test(words) ? this.onlyOneBefore(row, others) : [];
  }

  private isCalled(row: LedgerRow, order: string): boolean {
    const named = row.ej.kind === 'malformed' ? [plainWords(row.ej.raw)] : [];
    const cells = this.wordsOf(row).filter(({ raw }) => !REPLACES.test(raw));
    return [...named, ...cells.map(({ raw }) => plainWords(raw))].some((words) => ORDER.exec(words)?.[1] === order);
  }

  /** Those of the only EJ of the same supplier and envelope that is entered before. */
  private onlyOneBefore(row: LedgerRow, others: readonly LedgerRow[]): readonly LedgerRow[] {
    const supplier = plainWords(row.supplier);
    if (supplier === '') return [];
    const near = others.filter(
      (one) => one.key < row.key && plainWords(one.supplier) === supplier && envelopeNamed(one) === envelopeNamed(row),
    );
    const ejs = new Set(near.map(({ ej }) => (ej.kind === 'ej' ? ej.number : '')));
    return ejs.size === 1 ? near : [];
  }
}

/** A second row of one EJ is its new total (`new-totals.ts`). */
function isOfOneEj(one: LedgerRow, other: LedgerRow): boolean {
  return one.ej.kind === 'ej' && other.ej.kind === 'ej' && one.ej.number === other.ej.number;
}
