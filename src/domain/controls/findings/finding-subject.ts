/** The value, words, column or figures that a finding is about, by which a list of findings is grouped. */
import type { LedgerField } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import type { Finding } from './finding';

/** A value that findings of one rule may have in common: the content of a column, or a threshold. */
export interface FindingValue {
  /** Null for a threshold. */
  readonly field: LedgerField | null;
  /** Empty for an empty cell. */
  readonly text: string;
  /** Of a threshold. */
  readonly share?: number;
}

/** The value that explains the finding by itself, whatever its row; null when each finding is a case of its own. */
export function valueOf(finding: Finding): FindingValue | null {
  switch (finding.rule) {
    case 'IMP-01':
      return { field: finding.details.field, text: '' };
    case 'IMP-02':
    case 'IMP-03':
    case 'IMP-04':
    case 'IMP-05':
    case 'IMP-08':
    case 'IMP-09':
      return { field: finding.details.field, text: finding.details.raw };
    case 'IMP-06':
      return { field: finding.details.field ?? 'ministerialAxis2', text: finding.details.raw };
    case 'IMP-07':
      return { field: 'ministerialAxis2', text: finding.details.raw };
    case 'LEC-06':
      return { field: 'budgetLine', text: finding.details.raw };
    case 'DON-06':
      return { field: finding.details.field, text: finding.details.raw };
    case 'PLA-06':
      return { field: null, text: '', share: finding.details.threshold };
    default:
      return null;
  }
}

/** The words that are not known, where the finding is about them; the heading over a date. */
export function unknownWordsOf(finding: Finding): string | null {
  if (finding.rule !== 'LEC-05') return null;
  const { raw, heading = '' } = finding.details;
  return raw === '' ? heading : raw;
}

/** The column that the ledger lacks, where the finding is about its headings; null for every other finding. */
export function missingColumnOf({ details }: Finding): LedgerField | null {
  if ('prevented' in details) return details.field ?? null;
  return 'missing' in details && typeof details.missing === 'string' ? details.missing : null;
}

/** The envelope, the poste and the nature that a finding is about, where it is about figures and not about a row. */
export interface FindingSubject {
  /** A code, or `'*'`. */
  readonly envelope: string;
  readonly line: string | null;
  readonly nature: Nature | null;
}

/** The figures that a finding is about; null when it is about a row or a cell. */
export function subjectOf({ details }: Finding): FindingSubject | null {
  const isOfRow = 'raw' in details || 'firstEnvelope' in details || 'lineEnvelope' in details || 'from' in details;
  if (!('envelope' in details) || isOfRow) return null;
  return {
    envelope: details.envelope,
    line: 'line' in details && typeof details.line === 'string' ? details.line : null,
    nature: 'nature' in details ? details.nature : null,
  };
}
