/** Reconciles a ledger and extracts written as tables; groups and findings as short texts. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Finding } from '../../src/domain/controls/findings/finding';
import { chargeLedger } from '../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { ChorusExtract } from '../../src/domain/reconciliation/extract';
import type { ReconciliationGroup } from '../../src/domain/reconciliation/groups';
import { reconcile, type Reconciliation } from '../../src/domain/reconciliation/reconcile-extracts';
import { convention2023 } from './conventions';
import { extractOf } from './ledgers/extract-builder';
import { ledgerOf } from './ledgers/ledger-builder';

/** Settings of a test: the convention (the 2023 one by default) and the day (the end of 2023). */
export interface ReconciliationSetting {
  readonly convention?: Convention;
  readonly asOf?: string;
}

/** Reconciles tables. */
export function reconciled(
  ledger: string,
  extracts: string | readonly ChorusExtract[],
  setting: ReconciliationSetting = {},
): Reconciliation {
  return reconcile({
    charged: chargeLedger(
      ledgerOf(ledger),
      setting.convention ?? convention2023(),
      isoDate(setting.asOf ?? '2023-12-31'),
    ),
    extracts: typeof extracts === 'string' ? [extractOf(extracts)] : extracts,
  });
}

/** `matched dp: 1, 2 = 1` : status (why) by what, rows of the ledger = lines of the extract. */
export function groupText({ status, by, why, rows, lines }: ReconciliationGroup): string {
  const how = [status, ...(why === null ? [] : [`(${why})`]), ...(by === null ? [] : [by])].join(' ');
  return `${how}: ${rows.map(({ row }) => Number(row.key)).join(', ')} = ${lines.map(({ line }) => line.line).join(', ')}`;
}

/** `CHO-03 error 2 cp`, at the row and the field, at `extrait.csv:3`, or at a cell of a convention table. */
export function findingText({ rule, severity, place }: Finding): string {
  if (place.kind === 'row') return `${rule} ${severity} ${Number(place.row)} ${place.field}`;
  if (place.kind === 'area') return `${rule} ${severity} ${place.sheet} ${place.area}`;
  return `${rule} ${severity} ${place.kind === 'extract' ? `${place.source}:${place.line}` : `${place.table} ${place.row}`}`;
}

/** A situation: the rows under `LEDGER`, the lines under `LINES`, the groups and the findings that are expected. */
export type Situation = readonly [
  name: string,
  ledger: string,
  extract: string,
  groups: readonly string[],
  findings: readonly string[],
];

const LEDGER = `
  imputation | axe 2 | EJ         | poste EJ | date EJ    | AE       | payé le | CP | DP | poste DP | service fait | état`;
const LINES = `
  mouvement    | codes | axe 2 | EJ         | poste EJ | DP         | poste DP | société | exercice | date       | montant`;

/** One test for each situation. */
export function testSituations(situations: readonly Situation[]): void {
  test.each(situations)('%s', (_, ledger, extract, groups, findings) => {
    const result = reconciled(LEDGER + ledger, LINES + extract);
    expect(result.groups.map(groupText)).toEqual(groups);
    expect(result.findings.map(findingText)).toEqual(findings);
  });
}
