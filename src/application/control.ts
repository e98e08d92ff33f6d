/** Dossier + date → what the controls say: balances, findings in reading order, and how many rows were checked. */
import type { CivilDate } from '../domain/calendar/civil-date';
import { runControls } from '../domain/controls/registry';
import { createAssigner } from '../domain/envelopes/assignment';
import { LedgerIndex } from '../domain/envelopes/ledger-index';
import type { ControlReport, Dossier } from './dossier';

/** Runs every control on a dossier as of a date. */
export function control(dossier: Dossier, asOf: CivilDate): ControlReport {
  const { convention, ledger } = dossier;
  const balances = LedgerIndex.build(ledger, convention, asOf);
  const findings = runControls({ convention, ledger, balances, asOf, assign: createAssigner(convention) });
  const { unchecked } = balances;
  const ignored = dossier.ignored.filter(({ reason }) => reason !== 'empty').length;
  const checked = ledger.rows.length - unchecked.length;
  const rows = { read: checked + unchecked.length + ignored, checked, unchecked: unchecked.length, ignored };
  return { asOf, balances, findings, unchecked, rows };
}
