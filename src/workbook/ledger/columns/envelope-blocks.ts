/**
 * The blocks of a table with amounts by envelope: one for each, over the same rows. They share every column but those
 * of an envelope, so that a row of the sheet is one operation for each envelope with an amount on it.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { groupedBy } from '../../../domain/grouped';
import type { Chosen } from '../../registers/column-choices';
import type { ColumnHeading } from '../heading-rows';
import type { HeadedEnvelope } from './envelope-columns';
import type { LedgerBlock, LedgerColumn, OwnColumns } from '../ledger-source';

type Columns = ReadonlyMap<LedgerField, LedgerColumn>;

/** The headings of all envelopes, and of one of them. */
export interface EnvelopeHeadings extends HeadedEnvelope {
  readonly headings: readonly ColumnHeading[];
  /** With the columns that all share. */
  readonly all: readonly ColumnHeading[];
}

/**
 * The headings by envelope, from left to right; empty for a table without amounts by envelope. A column that the user
 * left out is of none.
 */
export function byEnvelope(headings: readonly ColumnHeading[], chosen: Chosen): readonly EnvelopeHeadings[] {
  const envelopeOf = ({ envelope, text }: ColumnHeading): HeadedEnvelope | null =>
    chosen(text) === null ? null : (envelope ?? null);
  const named = groupedBy(
    headings.filter((heading) => envelopeOf(heading) !== null),
    ({ envelope }) => envelope?.code ?? '',
  );
  return [...named].map(([code, own]) => ({
    code,
    text: own[0]?.envelope?.text ?? code,
    headings: own,
    all: headings.filter((heading) => envelopeOf(heading) === null || heading.envelope?.code === code),
  }));
}

/** The headings without the amounts of envelopes, which then mean nothing. */
export function withoutEnvelopes(headings: readonly ColumnHeading[]): readonly ColumnHeading[] {
  return headings.map(({ envelope, ...heading }) =>
    envelope === undefined ? heading : { ...heading, meaning: new Map() },
  );
}

/** A block with the columns of its envelope. */
export interface BlockOfEnvelope extends HeadedEnvelope {
  readonly block: LedgerBlock;
  readonly own: OwnColumns;
}

/** The blocks, each with its envelope and the columns of the others. */
export function abreast(parts: readonly BlockOfEnvelope[]): readonly LedgerBlock[] {
  const [first] = parts;
  return parts.map(({ block, code, text, own }, at) => {
    const others = parts.filter((_, other) => other !== at).map((other) => other.own);
    const columns = new Map([...block.columns].filter(([field]) => own.has(field)));
    const shared = at === 0 || !first ? block : sharing(first.block, columns, first.own);
    return { ...shared, abreast: { envelope: code, text, own, others, before: at } };
  });
}

/** The block of an envelope over the rows of the first one, whose other columns it shares. */
function sharing(first: LedgerBlock, own: Columns, ofFirst: OwnColumns): LedgerBlock {
  const shared = [...first.columns].filter(([field]) => !own.has(field) && !ofFirst.has(field));
  return {
    ...first,
    columns: new Map([...shared, ...own]),
    sharedFields: new Set(shared.map(([field]) => field)),
  };
}
