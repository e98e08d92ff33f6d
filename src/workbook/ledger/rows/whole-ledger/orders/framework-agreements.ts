/**
 * Framework agreements entered with an amount, above the orders that are placed on them: « Accord-cadre OCTO », then
 * « BC 1 sur AC OCTO ». An agreement without a firm minimum commits nothing (GBCP, art. 159): its orders do. Its row is
 * reported (LEC-05); so is one with its maximum, « Accord-cadre, maximum 100 000 € », whatever is below.
 */
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark, type RowMark } from '../../../../../domain/envelopes/reading-facts';
import type { ReadLedger } from '../../../read-ledger';
import { envelopeNamed } from './order-facts';
import { plainWords, type WordsOf, type WordsOfCell } from '../words-of-rows';

const MAY_NAME = /cadre|commande|\bAC\b|framework/i;
/** The subject of the row: the agreement itself. */
const FRAMEWORK =
  /^(?:nouvel |notification (?:de |d )?(?:l )?|signature (?:de |d )?(?:l )?)?(?:accords? cadres?|marches? cadres?|(?:marches?|mapa|accords? cadres?) a bons? de commandes?|contrats? cadres?|ac(?= (?:[a-z]{3,}|n |\d{2,}))|framework (?:agreements?|contracts?))\b/;
/** A part that is firm, an order on it, a payment, or an agreement of a central purchasing body. */
const FIRM =
  /\b(?:mini(?:mum|mal|male)?s?|fermes?|forfait(?:aire)?s?|partie (?:fixe|forfaitaire)|(?:bc|bdc|bon de commande|commande) (?:n |no )?\d+|marches? subsequents?|ms ?\d+|subsequent|ugap|dae|resah|uniha|cnr sante|interministeriels?|factures?|acomptes?|avances?|paiements?|avenants?|soldes?)\b/;
const NO_MINIMUM = /\b(?:sans|pas de|aucun) (?:montant )?mini/;
const MAXIMUM = /\b(?:maxi(?:mum|mal|male)?s?|max|plafonds?|plafonnee?s?|sans mini(?:mum)?|estim[a-z]{1,6})\b/;
/** An order: « BC 1 », « Bon de commande n° 2 », « Commande 3 », « MS 1 ». */
const ORDER =
  /^(?:bc|bdc|bons? de commandes?|commandes?|marches? subsequents?|ms|po|orders?)(?: ?(?:n |no |numero )?\d{1,6})?(?![a-z0-9])/;
const ON_FRAMEWORK = /\b(?:ac|accords? cadres?|marches? cadres?|framework)\b/;
/** Words of such labels that name neither a supplier nor a subject. */
const OF_FORM =
  /^(?:accords?|cadres?|ac|marches?|mapa|contrats?|bons?|commandes?|bc|bdc|ms|subsequents?|sur|de|du|d|des|l|la|le|les|un|une|a|au|n|no|numero|et|pour|avec|lots?|montants?|maxi[a-z]*|max|plafonds?|sans|mini[a-z]*|notification|signature|nouvel|framework|agreements?|orders?|po|on|\d+)$/;

/** The same ledger with those agreements in doubt; with their other marks. */
export function withFrameworkAgreements(read: ReadLedger, wordsOf: WordsOf): ReadLedger {
  const { rows } = read.ledger;
  const found = rows.flatMap((row) => {
    const cell = commits(row)
      ? wordsOf(row).find(({ raw, is }) => is === 'label' && MAY_NAME.test(raw) && isFramework(raw))
      : undefined;
    return cell === undefined || isFirm(wordsOf(row)) ? [] : [{ row, cell }];
  });
  if (found.length === 0) return read;
  const orders = ordersAmong(rows, wordsOf);
  const marks = new Map<LedgerRow, RowMark>();
  for (const { row, cell } of found) {
    const isOfMaximum = wordsOf(row).some(({ raw }) => MAXIMUM.test(plainWords(raw)));
    const own = namesIn(plainWords(cell.raw));
    if (isOfMaximum || orders.some((order) => order.row !== row && isPlacedOn(order, { row, names: own })))
      marks.set(row, { heading: cell.heading, raw: cell.raw, about: 'amount' });
  }
  if (marks.size === 0) return read;
  const marked = rows.map((row) => {
    const mark = marks.get(row);
    return mark === undefined ? row : withMark(row, mark);
  });
  return { ...read, ledger: { ...read.ledger, rows: marked } };
}

function commits({ ae, status }: LedgerRow): boolean {
  return ae.kind === 'amount' && ae.cents > 0 && status !== 'cancelled';
}

function isFramework(raw: string): boolean {
  return FRAMEWORK.test(plainWords(raw));
}

/** « Minimum de l'accord-cadre », « Accord-cadre UGAP », « Accord-cadre, BC n° 3 ». */
function isFirm(cells: readonly WordsOfCell[]): boolean {
  return cells.some(({ raw }) => {
    const words = plainWords(raw);
    return FIRM.test(words) && !NO_MINIMUM.test(words);
  });
}

/** A row with what its words name, other than its form. */
interface Named {
  readonly row: LedgerRow;
  readonly names: ReadonlySet<string>;
}

interface Order extends Named {
  /** « BC 1 sur AC OCTO ». */
  readonly namesFramework: boolean;
}

function ordersAmong(rows: readonly LedgerRow[], wordsOf: WordsOf): readonly Order[] {
  return rows.flatMap((row) => {
    if (!commits(row)) return [];
    const words = wordsOf(row)
      .map(({ raw }) => plainWords(raw))
      .find((one) => ORDER.test(one));
    if (words === undefined) return [];
    return [{ row, names: namesIn(words), namesFramework: ON_FRAMEWORK.test(words) }];
  });
}

function namesIn(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').filter((word) => !OF_FORM.test(word)));
}

/** An order of the same supplier, or on the same thing; one that names neither is on the agreement of its envelope. */
function isPlacedOn(order: Order, framework: Named): boolean {
  const [one, other] = [plainWords(order.row.supplier), plainWords(framework.row.supplier)];
  if (one !== '' && other !== '') return one === other;
  if ([...order.names].some((name) => framework.names.has(name))) return true;
  const isSilent = order.names.size === 0 || framework.names.size === 0;
  return isSilent && (order.namesFramework || envelopeNamed(order.row) === envelopeNamed(framework.row));
}
