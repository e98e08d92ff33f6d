/**
 * Totals of each envelope on both sides, over the groups compared. A line without an envelope follows its rows, and
 * so do all the lines of a group whose envelopes do not differ.
 */
import type { Assignment } from '../envelopes/assignment';
import type { Convention } from '../envelopes/convention';
import type { LedgerRow } from '../envelopes/ledger';
import { type Nature, NATURES } from '../money/nature';
import { envelopeOf } from './codes/comparable-codes';
import type { ChorusExtract } from './extract';
import { canCompare } from './given-natures';
import { isCompared, type ReconciliationGroup } from './groups';
import { compareTexts } from '../text';

/** Cents of one envelope and nature; `gap` is ledger − Chorus. Both are null where no extract can be compared. */
export interface EnvelopeTotal {
  /** Code of the envelope; null for amounts that neither side charges to a known one. */
  readonly envelope: string | null;
  readonly nature: Nature;
  readonly ledger: number;
  readonly chorus: number | null;
  readonly gap: number | null;
}

type Sums = Map<string | null, { ledger: number; chorus: number }>;

/**
 * Every envelope of the convention in both natures, then what has none when there is some. Where no extract can be
 * compared, only the ledger has amounts.
 */
export function totalsOf(
  groups: readonly ReconciliationGroup[],
  extracts: readonly ChorusExtract[],
  convention: Convention,
  assign: (row: LedgerRow) => Assignment,
): EnvelopeTotal[] {
  const sums: Record<Nature, Sums> = { AE: new Map(), CP: new Map() };
  const isGiven = { AE: canCompare(extracts, 'AE'), CP: canCompare(extracts, 'CP') };
  const envelopeOfRow = (row: LedgerRow): string | null => {
    const assignment = assign(row);
    return assignment.kind === 'assigned' ? assignment.envelope.code : null;
  };
  for (const group of groups) {
    const { nature, why } = group;
    if (isCompared(group)) addGroup(group, sums[nature], envelopeOfRow);
    else if (!isGiven[nature] && (why === 'natureNotGiven' || why === 'keyNotGiven'))
      for (const { row, cents } of group.rows) open(sums[nature], envelopeOfRow(row)).ledger += cents;
  }
  const envelopes = [...convention.envelopes.map(({ code }): string | null => code), null];
  return envelopes.flatMap((envelope) =>
    NATURES.flatMap((nature): readonly EnvelopeTotal[] => {
      const sum = sums[nature].get(envelope);
      if (!sum && envelope === null) return [];
      const { ledger, chorus } = sum ?? { ledger: 0, chorus: 0 };
      if (!isGiven[nature] && chorus === 0) return [{ envelope, nature, ledger, chorus: null, gap: null }];
      return [{ envelope, nature, ledger, chorus, gap: ledger - chorus }];
    }),
  );
}

function addGroup(
  { rows, lines, gap, codes }: ReconciliationGroup,
  sums: Sums,
  envelopeOfRow: (row: LedgerRow) => string | null,
): void {
  const ours: Sums = new Map();
  for (const { row, cents } of rows) open(ours, envelopeOfRow(row)).ledger += cents;
  for (const [envelope, { ledger }] of ours) open(sums, envelope).ledger += ledger;
  const isSame = !codes.some(({ field }) => field === 'ministerialAxis2');
  if (gap === 0 && isSame && rows.length > 0) {
    for (const [envelope, { ledger }] of ours) open(sums, envelope).chorus += ledger;
    return;
  }
  const [followed] = [...ours.keys()].sort((one, other) => compareTexts(one ?? '', other ?? ''));
  for (const { codes: ofLine, cents } of lines) open(sums, envelopeOf(ofLine) ?? followed ?? null).chorus += cents;
}

function open(sums: Sums, envelope: string | null): { ledger: number; chorus: number } {
  let sum = sums.get(envelope);
  if (!sum) sums.set(envelope, (sum = { ledger: 0, chorus: 0 }));
  return sum;
}
