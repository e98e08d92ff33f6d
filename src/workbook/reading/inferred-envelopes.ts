/** The envelopes that rows do not write (LEC-07): from something around their block, or from the cell above. */
import type { InferredEnvelope } from '../../domain/envelopes/reading-facts';
import { areaAddress } from '../cells';
import type { Imputation } from '../../domain/imputation/imputation';
import type { KnownNames, NamedEnvelope } from '../ledger/known-names';
import { blockOfRow, sheetRow, type LedgerBlock } from '../ledger/ledger-source';
import type { LedgerRead } from './block-counts';

/** Rows of one block with the same envelope, from the same place. */
interface Inferred extends Pick<InferredEnvelope, 'envelope' | 'from' | 'text'> {
  readonly block: LedgerBlock;
  readonly rows: number[];
  /** The rows of the other blocks too, for the only envelope. */
  count: number;
}

/**
 * Once for each block and envelope. Once for the only one of a convention, at its first block: its rows may be of no
 * convention at all.
 */
export function inferredEnvelopes(
  { blocks, ledger }: LedgerRead,
  names: KnownNames | null,
): readonly InferredEnvelope[] {
  if (!names) return [];
  const isRepeated = ({ filledDown }: LedgerBlock): boolean =>
    filledDown !== undefined && names.envelopeFields.some((field) => filledDown.has(field));
  if (!blocks.some((block) => block.envelope !== undefined || isRepeated(block))) return [];
  const found = new Map<string, Inferred>();
  for (const { key, inherited, imputation } of ledger.rows) {
    const block = blocks[blockOfRow(key)];
    if (!block || !inherited) continue;
    const named = names.namedBy(imputation);
    const isAbove = named !== null && block.filledDown?.has(named.by) === true && inherited.has(named.by);
    const envelope = isAbove ? ofCellAbove(named, imputation) : ofBlock(block, inherited);
    if (!envelope) continue;
    const place = JSON.stringify([envelope.from === 'only' || blockOfRow(key), envelope.envelope, envelope.from]);
    const known = found.get(place) ?? { ...envelope, block, rows: [], count: 0 };
    found.set(place, known);
    known.count++;
    if (known.block === block) known.rows.push(sheetRow(key));
  }
  return [...found.values()].map(factOf);
}

function ofBlock(
  { envelope, sharedFields }: LedgerBlock,
  inherited: ReadonlySet<string>,
): Omit<Inferred, 'block' | 'rows' | 'count'> | null {
  if (!envelope || !inherited.has(envelope.field) || sharedFields?.has(envelope.field)) return null;
  return { envelope: envelope.code, from: envelope.from, text: envelope.text };
}

function ofCellAbove(
  { envelope, by }: NamedEnvelope,
  imputation: Imputation,
): Omit<Inferred, 'block' | 'rows' | 'count'> {
  const code = imputation[by];
  return { envelope, from: 'above', text: code.kind === 'absent' ? '' : code.raw };
}

function factOf({ block, rows, count, ...inferred }: Inferred): InferredEnvelope {
  const [first = 0, last = first] = [rows[0], rows.at(-1)];
  const columns = [...block.columns.values()].map(({ column }) => column);
  const left = Math.min(block.left, ...columns);
  const area = { top: first, left, rows: last - first + 1, columns: Math.max(...columns) - left + 1 };
  return { ...inferred, sheet: block.sheet, area: areaAddress(area), rows: count };
}
