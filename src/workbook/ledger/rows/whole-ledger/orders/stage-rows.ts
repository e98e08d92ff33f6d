/**
 * The AE of an EJ again on the row of a later stage, « Service fait », « Liquidation », « Paiement », under the heading
 * by which an earlier row is its commitment: both count, and the later one is reported (LEC-05). Lots of one EJ have
 * states of their own: such a row has the label of the commitment, or « Fact. 1 », and its amount beside « Engagé ».
 */
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark } from '../../../../../domain/envelopes/reading-facts';
import { groupedBy } from '../../../../../domain/grouped';
import { comparable } from '../../../../../domain/text';
import { wordsOfHeading } from '../../../heading-words';
import { blockOfRow, type LedgerBlock } from '../../../ledger-source';
import { natureOfWords } from '../../../nature-words';
import { centsOf } from '../../../read-cells';
import type { ReadLedger } from '../../../read-ledger';
import { stageOf } from '../issued-words';
import { wordsThatPay } from '../paid-on-ej';
import { plainWords } from '../words-of-rows';

const DELIVERY = '(?:constatations?|certifications?|receptions?|livraisons?)';
const OF_STAGE =
  '(?: (?:de|du|des|d|la|le|les|l|n|no|lot|lots|sf|service|services|fait|faits|constate|certifie|valide|conforme|partiel|' +
  'partielle|partiels|partielles|total|totale|final|finale|definitif|definitive|provisoire|commande|bon|\\d{1,4}))*$';
/** A delivery and nothing else, whose AE is that of its EJ: « Livraison express » is bought. */
const RECEIVED = new RegExp(`^(?:sf|services? faits?|${DELIVERY}|certifiee?s?|livree?s?|receptionnee?s?)${OF_STAGE}`);
/** The same words as a label: a delivery may be bought too. */
const MAY_BE_BOUGHT = new RegExp(`^${DELIVERY}\\b(?!.* sf\\b|.* services? faits?\\b)`);
/** « Engagé », the state of a row; « Engagement » is its act. */
const STATE = /(?:é|ée|és|ées|ed)$/iu;

type TextField = 'status' | 'operation' | 'label';
const TEXTS: readonly TextField[] = ['status', 'operation', 'label'];

/** The same ledger with those rows in doubt; with their other marks. */
export function withLaterStages(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const committing = read.ledger.rows.filter(({ ej, ae }) => ej.kind === 'ej' && centsOf(ae) > 0);
  const found = new Map<LedgerRow, { readonly heading: string; readonly raw: string }>();
  for (const rows of groupedBy(committing, tableAndEj).values()) {
    const [first] = rows;
    const block = first && rows.length > 1 ? blocks[blockOfRow(first.key)] : undefined;
    if (!block || isOfRows(block)) continue;
    for (const field of TEXTS) {
      const heading = block.columns.get(field)?.heading;
      if (heading === undefined) continue;
      for (const row of laterStages(rows, field)) found.set(row, { heading, raw: textIn(row, field) });
    }
  }
  if (found.size === 0) return read;
  const rows = read.ledger.rows.map((row) => {
    const words = found.get(row);
    return words === undefined ? row : withMark(row, { ...words, about: 'aeStage' });
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

function tableAndEj({ key, ej }: LedgerRow): string {
  return `${blockOfRow(key)} ${ej.kind === 'ej' ? ej.number : ''}`;
}

/** « Montant de la ligne »: each row commits its own. */
function isOfRows({ columns }: LedgerBlock): boolean {
  return wordsOfHeading(columns.get('ae')?.heading ?? '').concepts.has('item');
}

function textIn(row: LedgerRow, field: TextField): string {
  return (field === 'status' ? (row.statusText ?? '') : row[field]).trim();
}

/** The rows of one EJ that follow its commitment by their words, on a later day. */
function laterStages(rows: readonly LedgerRow[], field: TextField): readonly LedgerRow[] {
  const commitments = rows.filter((row) => natureOfWords(textIn(row, field)) === 'AE');
  return rows.filter((row) => isLaterStage(textIn(row, field)) && commitments.some((one) => follows(row, one, field)));
}

function isLaterStage(text: string): boolean {
  return RECEIVED.test(plainWords(text)) || (natureOfWords(text) === 'CP' && stageOf(text) !== null);
}

function follows(row: LedgerRow, commitment: LedgerRow, field: TextField): boolean {
  const [day, from] = [row.commitmentDate, commitment.commitmentDate];
  if (day.kind !== 'date' || from.kind !== 'date' || day.date <= from.date) return false;
  const isSame =
    field === 'label' ||
    row.label === '' ||
    wordsThatPay(row.label) !== null || // « Fact. 1 »
    comparable(row.label) === comparable(commitment.label);
  const isState = STATE.test(textIn(commitment, field));
  const [own, committed] = [centsOf(row.ae), centsOf(commitment.ae)];
  if (own !== committed && field === 'label' && MAY_BE_BOUGHT.test(plainWords(row.label))) return false;
  return own === committed ? isSame || !isState : own < committed && isSame && !isState;
}
