/** The envelopes that rows do not write (LEC-07): from something around their block, or from the cell above. */
import type { InferredEnvelope } from '../../domain/envelopes/reading-facts';
import { areaAddress } from '../cells';
import type { KnownNames } from '../ledger/known-names';
import { blockOfRow, sheetRow, type LedgerBlock } from '../ledger/ledger-source';
import type { LedgerRead } from './block-counts';

const AXIS = 'ministerialAxis2';

/** Rows of one block with the same envelope, from the same place. */
interface Inferred extends Pick<InferredEnvelope, 'envelope' | 'from' | 'text'> {
  readonly block: LedgerBlock;
  readonly rows: number[];
}

/** Once for each block and envelope; none for the only envelope of a convention, whose figures cannot be another's. */
export function inferredEnvelopes(
  { blocks, ledger }: LedgerRead,
  names: KnownNames | null,
): readonly InferredEnvelope[] {
  if (!names || names.hasOneEnvelope) return [];
  if (!blocks.some(({ envelope, filledDown }) => envelope !== undefined || filledDown?.has(AXIS))) return [];
  const found = new Map<string, Inferred>();
  for (const { key, inherited, imputation } of ledger.rows) {
    const block = blocks[blockOfRow(key)];
    if (!block || !inherited) continue;
    const axis = imputation[AXIS];
    const text = block.filledDown?.has(AXIS) && inherited.has(AXIS) && axis.kind === 'code' ? axis.raw : null;
    const envelope = text === null ? ofBlock(block, inherited) : ofCellAbove(text, names);
    if (!envelope) continue;
    const place = JSON.stringify([blockOfRow(key), envelope.envelope, envelope.from]);
    const known = found.get(place) ?? { ...envelope, block, rows: [] };
    found.set(place, known);
    known.rows.push(sheetRow(key));
  }
  return [...found.values()].map(factOf);
}

function ofBlock(
  { envelope, sharedFields }: LedgerBlock,
  inherited: ReadonlySet<string>,
): Omit<Inferred, 'block' | 'rows'> | null {
  if (!envelope || envelope.from === 'only' || !inherited.has(envelope.field) || sharedFields?.has(envelope.field))
    return null;
  return { envelope: envelope.code, from: envelope.from, text: envelope.text };
}

/** Null for a text that names no envelope: it is reported where it is written (IMP-06). */
function ofCellAbove(text: string, names: KnownNames | null): Omit<Inferred, 'block' | 'rows'> | null {
  const envelope = names?.envelopeOf(text) ?? null;
  return envelope === null ? null : { envelope, from: 'above', text };
}

function factOf({ block, rows, ...inferred }: Inferred): InferredEnvelope {
  const [first = 0, last = first] = [rows[0], rows.at(-1)];
  const columns = [...block.columns.values()].map(({ column }) => column);
  const left = Math.min(block.left, ...columns);
  const area = { top: first, left, rows: last - first + 1, columns: Math.max(...columns) - left + 1 };
  return { ...inferred, sheet: block.sheet, area: areaAddress(area), rows: rows.length };
}
