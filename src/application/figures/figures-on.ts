/** The figures of a dossier on another day than that of its report, without its findings. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { chargeLedger } from '../../domain/envelopes/charged-ledger';
import { LedgerIndex } from '../../domain/envelopes/ledger-index';
import { dossierAt } from '../control';
import type { ControlReport, Dossier } from '../dossier';

/** The part of a report that figures are explained from. */
export type DayFigures = Pick<ControlReport, 'asOf' | 'charged' | 'balances' | 'findings'>;

/** The report itself on its own day. */
export function figuresOn(dossier: Dossier, report: ControlReport, asOf: CivilDate): DayFigures {
  if (asOf === report.asOf) return report;
  const { ledger, convention } = dossierAt(dossier, asOf);
  const charged = chargeLedger(ledger, convention, asOf);
  return { asOf, charged, balances: LedgerIndex.build(charged), findings: [] };
}
