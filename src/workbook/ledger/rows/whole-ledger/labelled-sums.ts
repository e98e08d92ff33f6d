/**
 * Rows with an EJ and a date, and so operations, whose label is that of a total or of a balance, « Total EJ »,
 * « Reste à payer », and whose amounts are the sum or the balance of the other rows of their EJ: they count, and are
 * reported (LEC-05). « Solde » is also the last payment of an order, so that its CP leaves no doubt. What is left of an
 * EJ, or carried over, commits nothing again, whatever its amount: « RAP au 31/12 », « Bascule 2024 ».
 */
import { RUNNING_TOTAL, type LedgerRow } from '../../../../domain/envelopes/ledger';
import type { KnownNames } from '../../known-names';
import { blockOfRow, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { TotalWords } from '../total-words';
import { centsOf } from '../../read-cells';

/** Before the words of a label are read: almost none begins so. */
const MAY_SUM =
  /^\s{0,9}(?:sous|s\/|s ?t|total|ensemble|somme|reste|restant|rap\b|solde|dispo|report|bascule|reliquat)/i;
const SHORT_REST = /^\s*rap\b/i;

/** Cents of the rows of one EJ that have no such label. */
interface SumsOfEj {
  ae: number;
  cp: number;
}

type Kind = 'total' | 'balance' | 'rest';

/** The ledger with such rows in doubt; the same object without any. */
export function withLabelledSums(blocks: readonly LedgerBlock[], read: ReadLedger, names: KnownNames): ReadLedger {
  const { rows } = read.ledger;
  const words = TotalWords.with(names);
  const labelled = new Map<LedgerRow, Kind>();
  const sums = new Map<string, SumsOfEj>();
  for (const row of rows) {
    const kind = row.ej.kind === 'ej' && MAY_SUM.test(row.label) ? kindOf(row.label, words) : null;
    if (kind === null || row.ej.kind !== 'ej') continue;
    labelled.set(row, kind);
    sums.set(row.ej.number, { ae: 0, cp: 0 });
  }
  if (labelled.size === 0) return read;
  for (const row of rows) {
    const of = row.ej.kind === 'ej' && !labelled.has(row) ? sums.get(row.ej.number) : undefined;
    if (of === undefined) continue;
    of.ae += centsOf(row.ae);
    of.cp += centsOf(row.cp);
  }
  const inDoubt = (row: LedgerRow): LedgerRow => {
    const kind = labelled.get(row);
    const of = row.ej.kind === 'ej' ? sums.get(row.ej.number) : undefined;
    if (kind === undefined || of === undefined || row.mark !== undefined || !repeats(row, kind, of)) return row;
    const heading = blocks[blockOfRow(row.key)]?.columns.get('label')?.heading ?? '';
    return { ...row, mark: { heading, raw: row.label, about: 'row' } };
  };
  return { ...read, ledger: { ...read.ledger, rows: rows.map(inDoubt) } };
}

function kindOf(label: string, words: TotalWords): Kind | null {
  const meaning = words.labelOf(label.replace(SHORT_REST, 'reste'));
  if (meaning?.isPlain !== true || meaning.kind === 'part') return null;
  const isLeft = meaning.kind === 'balance' ? !meaning.isPayment : meaning.rank === RUNNING_TOTAL;
  return isLeft ? 'rest' : meaning.kind;
}

/** True for AE or CP that are those of the other rows together, or for AE that are what these leave to pay. */
function repeats({ ae, cp }: LedgerRow, kind: Kind, of: SumsOfEj): boolean {
  const [committed, paid] = [centsOf(ae), centsOf(cp)];
  if (kind === 'rest') return committed > 0 && of.ae > 0;
  if (kind === 'balance') return committed !== 0 && committed === of.ae - of.cp;
  return (committed !== 0 && committed === of.ae) || (paid !== 0 && paid === of.cp);
}
