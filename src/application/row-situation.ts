/**
 * One row of the ledger: its findings, the chain of its EJ, and the available credits with it and without it.
 */
import type { Finding } from '../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import { chainOf, type EjChain } from '../domain/envelopes/outstanding/ej-chain';
import type { FigureKey, UncheckedRow } from '../domain/envelopes/figures';
import type { LedgerRow, RowKey } from '../domain/envelopes/ledger';
import { NATURES, type Nature } from '../domain/money/nature';
import { rowKey, type IgnoredReason } from '../workbook/ledger/ledger-source';
import type { ControlReport, Dossier } from './dossier';

/** The available credits of an envelope, of a poste or of the convention, in cents. */
export interface RowEffectOn {
  readonly key: FigureKey;
  readonly nature: Nature;
  /** Null where the ledger does not make the figure. */
  readonly without: number | null;
  readonly with: number | null;
}

export interface RowSituation {
  readonly sheet: string;
  /** On the sheet, from 0. */
  readonly sheetRow: number;
  /** Empty for a row that is ignored. A row with several payments is several rows of the ledger. */
  readonly rows: readonly LedgerRow[];
  /** Why the row counts for nothing; null when it counts. */
  readonly ignored: IgnoredReason | null;
  readonly unchecked: UncheckedRow | null;
  /** Those of nobody's acceptance first, worst first. */
  readonly findings: readonly Finding[];
  readonly chain: EjChain | null;
  /** Nothing for a row that is not counted, or counts for nothing at this date. */
  readonly effects: readonly RowEffectOn[];
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The keys of a row of a sheet in the ledger. */
export function keysAt({ blocks }: Dossier, sheet: string, row: number): readonly RowKey[] {
  return blocks.flatMap((block, index) =>
    block.sheet === sheet && block.firstRow <= row && row <= block.lastRow ? [rowKey(index, row)] : [],
  );
}

/** The situation of a row of a sheet; null when the ledger has no such row, or nothing is written on it. */
export function rowSituation(dossier: Dossier, report: ControlReport, sheet: string, row: number): RowSituation | null {
  const keys = new Set(keysAt(dossier, sheet, row));
  if (keys.size === 0) return null;
  const rows = dossier.ledger.rows.filter(({ key }) => keys.has(key));
  const ignored = dossier.ignored.find((one) => keys.has(one.row))?.reason ?? null;
  if (rows.length === 0 && (ignored === null || ignored === 'empty')) return null;
  const [first] = rows.filter(({ ej }) => ej.kind === 'ej');
  return {
    sheet,
    sheetRow: row,
    rows,
    ignored: rows.length === 0 ? ignored : null,
    unchecked: report.unchecked.find((one) => keys.has(one.row)) ?? null,
    findings: findingsOf(report, keys),
    chain: first?.ej.kind === 'ej' ? chainOf(report.charged, report.balances, first.ej.number) : null,
    effects: rows.length === 0 ? [] : effectsOf(report, rows),
  };
}

function findingsOf({ findings, accepted }: ControlReport, keys: ReadonlySet<RowKey>): readonly Finding[] {
  const rank = (finding: Finding): number => SEVERITIES.indexOf(finding.severity) + (accepted.has(finding) ? 10 : 0);
  return findings
    .filter(({ place }) => place.kind === 'row' && keys.has(place.row))
    .sort((one, other) => rank(one) - rank(other));
}

function effectsOf({ charged, balances }: ControlReport, rows: readonly LedgerRow[]): readonly RowEffectOn[] {
  const added = new Map<string, { readonly key: FigureKey; readonly nature: Nature; cents: number }>();
  for (const row of rows) {
    const assignment = charged.assign(row);
    const { onRap, aeConsumed, aeReserved, cpConsumed, cpReserved } = charged.effectOf(row);
    if (assignment.kind === 'unchecked') continue;
    const { envelope, line } = assignment;
    const taken = { AE: aeConsumed + aeReserved, CP: cpConsumed + cpReserved };
    for (const nature of NATURES) {
      const ofLine = line && !(nature === 'CP' && onRap) ? [{ envelope: envelope.code, line: line.index }] : [];
      const keys = [...ofLine, { envelope: envelope.code, line: null }, { envelope: WHOLE_CONVENTION, line: null }];
      for (const key of taken[nature] === 0 ? [] : keys) {
        const id = JSON.stringify([key, nature]);
        const known = added.get(id) ?? { key, nature, cents: 0 };
        known.cents += taken[nature];
        added.set(id, known);
      }
    }
  }
  return [...added.values()].map(({ key, nature, cents }) => {
    const available = balances.figures(key, nature).available;
    return { key, nature, without: available && available.cents + cents, with: available && available.cents };
  });
}
