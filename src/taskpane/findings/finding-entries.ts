/**
 * The findings of a report as the list shows them, made in slices: a neglected ledger has tens of thousands. Nothing
 * here has words or React.
 */
import type { ControlReport, Dossier } from '../../application/dossier';
import type { SeenReading, SeenFinding } from '../../application/writing/findings-after';
import { isRepairable } from '../../application/writing/repair';
import { valueOf } from '../../domain/controls/findings/finding-subject';
import { amountAtStake } from '../../domain/controls/findings/finding-weight';
import type { Finding, Place, Severity } from '../../domain/controls/findings/finding';
import type { Slices } from '../../domain/slices';
import { rowOf } from '../shared/rows';

/** The sections of the list, in order; accepted findings come last, whatever their severity. */
export const SECTIONS = ['error', 'warning', 'info', 'accepted'] as const satisfies readonly (Severity | 'accepted')[];
export type Section = (typeof SECTIONS)[number];

/** A finding in the list, with its reading. */
export interface Entry extends SeenFinding {
  /** Identifies it from one reading to the next, as long as its row does not move and it is not accepted. */
  readonly key: string;
  readonly section: Section;
  /** The group it is in, from its cause alone. */
  readonly cause: string;
  /** The same with its value; equal to `cause` when the finding is a case of its own. */
  readonly causeAndValue: string;
  /** Cents, without a sign; null when the finding is about no amount. */
  readonly amount: number | null;
  /** True when its repair is certain. */
  readonly isCertain: boolean;
}

/** Findings per slice. */
const PER_SLICE = 500;

/** Makes the entries, in the order of the report. */
export function* makeEntries(dossier: Dossier, report: ControlReport): Slices<readonly Entry[]> {
  const entries: Entry[] = [];
  const reading = { dossier, report };
  const times = new Map<string, number>();
  for (const finding of report.findings) {
    const place = placeKey(finding);
    const seen = times.get(place) ?? 0;
    times.set(place, seen + 1);
    entries.push(entryOf(finding, `${place} ${seen}`, reading));
    if (entries.length % PER_SLICE === 0) yield;
  }
  return entries;
}

type ShownReading = SeenReading & { readonly report: ControlReport };

function entryOf(finding: Finding, key: string, reading: ShownReading): Entry {
  const { dossier, report } = reading;
  const isAccepted = report.accepted.has(finding);
  const section = isAccepted ? 'accepted' : finding.severity;
  const { place } = finding;
  const row = place.kind === 'row' ? rowOf(dossier.ledger.rows, place.row) : null;
  const cause = JSON.stringify([section, causeOf(finding)]);
  const value = valueOf(finding);
  return {
    finding,
    reading,
    key: `${section} ${key}`,
    section,
    cause,
    causeAndValue: value ? `${cause}${JSON.stringify([value.field, value.text, value.share ?? ''])}` : cause,
    amount: amountAtStake(finding, row),
    isCertain: !isAccepted && finding.repair !== null && isRepairable(dossier, finding),
  };
}

/** The ceilings of envelopes and that of the whole convention are one cause. */
export function causeOf({ rule }: Finding): string {
  return rule === 'PLA-02' || rule === 'PLA-03' ? 'PLA-01' : rule;
}

function placeKey({ rule, place }: Finding): string {
  return `${rule} ${textOfPlace(place)}`;
}

function textOfPlace(place: Place): string {
  switch (place.kind) {
    case 'row':
      return `${place.row} ${place.field}`;
    case 'extract':
      return `${place.line} ${place.source}`;
    case 'area':
      return `${place.area} ${place.sheet}`;
    case 'convention':
      return `${place.table} ${place.row} ${place.column} ${place.key ?? ''} ${place.year ?? ''}`;
  }
}
