/**
 * A row that repeats an earlier one: same EJ and poste EJ, same DP, envelope, poste, dates, amounts, supplier and
 * label. It would be counted twice (convention, art. 2.2: the follow-up owed to the délégant). With a DP or an EJ
 * number it is an error; without any, two equal expenses may be true, and it is a warning. Switch it off for extracts
 * that split one payment into equal lines.
 */
import type { AmountReading, DateReading, LedgerField, LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { DATE_FIELDS } from './kit/reading-fields';
import { rowsThatMayRepeat } from '../facts/row-digest';

/** DON-03. */
export const duplicateRow: LedgerControl<'DON-03'> = {
  rule: 'DON-03',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const firstRows = new Map<string, LedgerRow>();
    for (const row of rowsThatMayRepeat(inspection.ledger.rows)) {
      if (!hasAmount(row)) continue;
      const identity = identityOf(row, inspection);
      const first = firstRows.get(identity);
      if (!first) firstRows.set(identity, row);
      else
        report(
          findingAt('DON-03', hasNumber(row) ? 'error' : 'warning', cellOf(row, fieldOf(row)), { firstRow: first.key }),
        );
    }
  },
};

function hasAmount(row: LedgerRow): boolean {
  return row.status !== 'cancelled' && (isAmount(row.ae) || isAmount(row.cp));
}

function isAmount(reading: AmountReading): boolean {
  return reading.kind === 'amount' ? reading.cents !== 0 : reading.kind === 'unreadable';
}

/**
 * The identity of a row as one text: equal for rows that repeat each other. Readable and unreadable cells are marked.
 */
function identityOf(row: LedgerRow, inspection: Inspection): string {
  const assignment = inspection.assignmentOf(row);
  const axis = row.imputation.ministerialAxis2;
  const envelope = assignment.kind === 'assigned' ? assignment.envelope.code : 'raw' in axis ? axis.raw : '';
  const line = assignment.kind === 'assigned' && assignment.line ? assignment.line.label : row.budgetLine;
  const ej = row.ej.kind === 'ej' ? `=${row.ej.number}` : 'raw' in row.ej ? `?${row.ej.raw}` : '';
  const dates = DATE_FIELDS.map((field) => textOfDate(row[field]));
  const texts = [ej, row.ejLine, row.dpNumber, envelope, line, row.supplier, row.label];
  return [...texts, ...dates, textOfAmount(row.ae), textOfAmount(row.cp)].join('\u0000');
}

function textOfDate(reading: DateReading): string {
  return reading.kind === 'date' ? `=${reading.date}` : 'raw' in reading ? `?${reading.raw}` : '';
}

function textOfAmount(reading: AmountReading): string {
  return reading.kind === 'amount' ? `=${reading.cents}` : 'raw' in reading ? `?${reading.raw}` : '';
}

function hasNumber(row: LedgerRow): boolean {
  return row.dpNumber !== '' || row.ej.kind === 'ej';
}

function fieldOf(row: LedgerRow): LedgerField {
  if (row.dpNumber !== '') return 'dpNumber';
  if (row.ej.kind === 'ej') return 'ejNumber';
  return isAmount(row.ae) ? 'ae' : 'cp';
}
