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
  /** The rows of the other tables too, for the only envelope; once each, whatever payments they have. */
  readonly counted: Set<string>;
}

/**
 * Once for each table and envelope, the further payments of its rows included. Once for the only one of a convention,
 * at its first block: its rows may be of no convention at all.
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
    const table = tableOf(blocks, block);
    const place = JSON.stringify([envelope.from === 'only' || blocks.indexOf(table), envelope.envelope, envelope.from]);
    const known = found.get(place) ?? { ...envelope, block: table, rows: [], counted: new Set<string>() };
    found.set(place, known);
    known.counted.add(`${blocks.indexOf(table)} ${sheetRow(key)}`);
    if (known.block === table) known.rows.push(sheetRow(key));
  }
  return [...found.values()].map(factOf);
}

/** The block that reads the first amounts of the rows of a further payment; another block itself. */
function tableOf(blocks: readonly LedgerBlock[], block: LedgerBlock): LedgerBlock {
  const { sheet, headingRow, firstRow, left, sharedFields } = block;
  if (sharedFields === undefined) return block;
  const isSame = (other: LedgerBlock): boolean =>
    other.sheet === sheet && other.headingRow === headingRow && other.firstRow === firstRow && other.left === left;
  return blocks.find((other) => other.sharedFields === undefined && isSame(other)) ?? block;
}

function ofBlock(
  { envelope, sharedFields }: LedgerBlock,
  inherited: ReadonlySet<string>,
): Omit<Inferred, 'block' | 'rows' | 'counted'> | null {
  if (!envelope || !inherited.has(envelope.field) || sharedFields?.has(envelope.field)) return null;
  return { envelope: envelope.code, from: envelope.from, text: envelope.text };
}

function ofCellAbove(
  { envelope, by }: NamedEnvelope,
  imputation: Imputation,
): Omit<Inferred, 'block' | 'rows' | 'counted'> {
  const code = imputation[by];
  return { envelope, from: 'above', text: code.kind === 'absent' ? '' : code.raw };
}

function factOf({ block, rows, counted, ...inferred }: Inferred): InferredEnvelope {
  let [first = 0, last = 0] = rows;
  for (const row of rows) [first, last] = [Math.min(first, row), Math.max(last, row)];
  const columns = [...block.columns.values()].map(({ column }) => column);
  const left = Math.min(block.left, ...columns);
  const area = { top: first, left, rows: last - first + 1, columns: Math.max(...columns) - left + 1 };
  return { ...inferred, sheet: block.sheet, area: areaAddress(area), rows: counted.size };
}
