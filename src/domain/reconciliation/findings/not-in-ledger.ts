/** The findings on what Chorus has and the ledger lacks (CHO-02), or has once (CHO-05). */
import { findingAt } from '../../controls/control-contract';
import type { Finding, Place } from '../../controls/findings/finding';
import type { LedgerField } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import { type ChorusAmount, firstOf, NO_DAY } from '../amounts';
import type { ChorusExtract } from '../extract';
import type { Counterpart, ReconciliationGroup } from '../groups';
import type { CreditYear } from '../ledger-side';
import { amountField, dateField, operationOf } from './operations';
import { areOfNoDay, areOfNoYear, mayIncludeCarryOver } from './years-of-lines';

const MOST_LINES_NAMED = 10;

/** A doubt for what may be of an earlier year, or of a later day where only the ledger gives one. */
export function notInLedger(group: ReconciliationGroup, extracts: readonly ChorusExtract[], year: CreditYear): Finding {
  const { nature, lines, chorusCents, counterpart } = group;
  const inOrder = [...lines].sort((one, other) => one.extract - other.extract || one.line.line - other.line.line);
  const { source, place } = extractPlace(inOrder[0], extracts);
  const numbers = inOrder
    .filter(({ extract }) => extract === inOrder[0]?.extract)
    .slice(0, MOST_LINES_NAMED)
    .map((one) => one.line.line);
  const date = firstOf(lines.filter(({ day }) => day !== NO_DAY))?.line.date ?? null;
  const operation = operationOf(nature, lines);
  const outside = counterpart?.place;
  const [kind, enteredOn] = counterpart ? [counterpart.kind, counterpart.date] : [null, null];
  const mayBeEarlier = mayIncludeCarryOver(nature, lines, extracts, year);
  const isOfNoYear = kind === 'otherYear' && areOfNoYear(lines);
  const details = {
    ...operation,
    cents: chorusCents,
    source,
    lines: numbers,
    date,
    entered: kind,
    ...(enteredOn !== null && { enteredOn }),
    ...((mayBeEarlier || isOfNoYear) && { isOfAnyYear: true as const }),
    ...cellOfCounterpart(counterpart),
    ...(outside && { outside: { reason: outside.row.reason, by: outside.by } }),
  };
  const isDoubt = mayBeEarlier || isOfNoYear || (kind === 'afterAsOf' && areOfNoDay(lines));
  return findingAt('CHO-02', isDoubt ? 'warning' : 'error', placeOfCounterpart(counterpart, nature) ?? place, details);
}

/** The cell to correct of the other side's row, or the row of the workbook; null for a line of Chorus. */
export function placeOfCounterpart(counterpart: Counterpart | null, nature: Nature): Place | null {
  if (counterpart === null) return null;
  const { row, place } = counterpart;
  if (place) return { kind: 'area', sheet: place.row.sheet, area: place.row.area };
  return row === null ? null : { kind: 'row', row, field: fieldToCorrect(counterpart, nature) };
}

/** The cell of the row to correct: its status, its date, or its amount. */
function fieldToCorrect({ kind }: Counterpart, nature: Nature): LedgerField {
  if (kind === 'project' || kind === 'cancelled') return 'status';
  return kind === 'unread' || kind === 'carriedOver' ? amountField(nature) : dateField(nature);
}

/** The text of the cell without a readable amount. */
export function cellOfCounterpart(counterpart: Counterpart | null): Pick<Counterpart, 'cell'> {
  return counterpart?.cell ? { cell: counterpart.cell } : {};
}

/** One line of the extract that repeats another. */
export function twiceInChorus(
  { nature, lines, chorusCents, repeats }: ReconciliationGroup,
  extracts: readonly ChorusExtract[],
): Finding {
  const [line] = lines;
  const { source, place } = extractPlace(line, extracts);
  const details = {
    ...operationOf(nature, lines),
    cents: chorusCents,
    source,
    line: line?.line.line ?? 0,
    firstLine: repeats?.line.line ?? 0,
  };
  return findingAt('CHO-05', nature === 'CP' ? 'error' : 'warning', place, details);
}

function extractPlace(
  amount: ChorusAmount | undefined,
  extracts: readonly ChorusExtract[],
): { readonly source: string; readonly place: Place } {
  const source = extracts[amount?.extract ?? 0]?.source ?? '';
  return { source, place: { kind: 'extract', source, line: amount?.line.line ?? 0 } };
}
