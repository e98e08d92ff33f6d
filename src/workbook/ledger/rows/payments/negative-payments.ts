/**
 * Ledgers that type payments with a minus, as a bank statement does: « Engagé » +120 000, « Payé » −40 000, and what is
 * left below. No ledger can have paid less than nothing: where nearly all its payments are negative, the minus is the
 * habit of the team, and every amount of CP is read with the other sign (DON-10). So is every amount of AE of an
 * account, « Crédits délégués » +500 000 without an EJ, then each EJ with a minus, below them: no EJ could be withdrawn
 * from. Where the label of one names a retrait, all are.
 */
import type { AmountReading, LedgerRow } from '../../../../domain/envelopes/ledger';
import { textOf, type CellValue } from '../../../cells';
import { findSheet, type WorkbookSnapshot } from '../../../snapshot';
import type { LedgerBlock } from '../../ledger-source';
import { natureOfCell } from '../../nature-words';
import { isFilled } from '../../sheet-rows';
import type { CellReader } from '../../read-cells';
import { loweringOfOperation } from '../operation-words';

/** Two may be credit notes of payments that another workbook holds. */
const FEWEST_NEGATIVES = 3;
/** A single one may be a retrait of an EJ that another workbook holds. */
const FEWEST_ORDERS = 2;
const NEARLY_ALL = 0.8;

/** The blocks of such a ledger, marked; the same blocks for any other. */
export function withNegativePayments(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  cells: CellReader,
): readonly LedgerBlock[] {
  let [negatives, positives, commitments, paid] = [0, 0, 0, 0];
  const account = { given: 0, ordered: 0, isPlain: true, isPaid: false };
  for (const block of blocks) {
    eachAmount(workbook, block, cells, ({ nature, cents, hasEj, label }) => {
      if (nature === 'AE') {
        commitments += cents;
        if (cents > 0 && !hasEj) account.given++;
        if (cents < 0 && hasEj) account.ordered++;
        const isRetrait = account.given === 0 || loweringOfOperation(label)?.certainty === 'sure';
        if (cents < 0 && isRetrait) account.isPlain = false;
      } else {
        paid += cents;
        if (cents < 0) negatives++;
        else positives++;
        if (hasEj) account.isPaid = true;
      }
      if (cents > 0 && hasEj) account.isPlain = false;
    });
  }
  if (account.isPlain && account.ordered >= FEWEST_ORDERS)
    return blocks.map((block) => ({
      ...block,
      ...(block.columns.has('ae') && { commitsNegative: true }),
      ...(block.columns.has('cp') && account.isPaid && { paysNegative: true }),
    }));
  const isHabit = negatives >= FEWEST_NEGATIVES && negatives >= NEARLY_ALL * (negatives + positives);
  if (!isHabit || paid >= 0 || commitments <= 0) return blocks;
  return blocks.map((block) => (block.columns.has('cp') ? { ...block, paysNegative: true } : block));
}

/** The headings of the amounts of a block that are typed with a minus; null for most blocks. */
export function minusUnder({ columns, commitsNegative, paysNegative }: LedgerBlock): MinusUnder | null {
  const headingOf = (field: 'ae' | 'cp'): string => columns.get(field)?.heading ?? '';
  if (!commitsNegative && !paysNegative) return null;
  return {
    ...(commitsNegative && { ae: headingOf('ae') }),
    ...(paysNegative && { cp: headingOf('cp') }),
  };
}

/** By amount, the heading under which the team types it with a minus. */
export type MinusUnder = Readonly<Partial<Record<'ae' | 'cp', string>>>;

/** The row with the other sign for such amounts. */
export function withoutMinuses(row: LedgerRow, { ae, cp }: MinusUnder): LedgerRow {
  return {
    ...row,
    ...(ae !== undefined && { ae: withoutMinus(row.ae, ae) }),
    ...(cp !== undefined && { cp: withoutMinus(row.cp, cp) }),
  };
}

/** The amount with the other sign, and what makes it so. */
function withoutMinus(cp: AmountReading, heading: string): AmountReading {
  if (cp.kind !== 'amount' || cp.cents === 0) return cp;
  const cents = -cp.cents;
  return { ...cp, cents, ...(cents > 0 && { against: { words: heading, certainty: 'likely', raises: true } }) };
}

interface AmountOfRow {
  readonly nature: 'AE' | 'CP';
  readonly cents: number;
  readonly hasEj: boolean;
  readonly label: string;
}

/** Visits the amounts of a block, but those of an operation that lowers. */
function eachAmount(
  workbook: WorkbookSnapshot,
  { sheet: name, firstRow, lastRow, columns, natureColumn }: LedgerBlock,
  cells: CellReader,
  visit: (amount: AmountOfRow) => void,
): void {
  const sheet = findSheet(workbook, name);
  const { top, left } = sheet?.used ?? { top: 0, left: 0 };
  const positionOf = (field: 'ae' | 'cp' | 'operation' | 'ejNumber' | 'label'): number =>
    (columns.get(field)?.column ?? left - 1) - left;
  const [ae, cp, operation] = [positionOf('ae'), positionOf('cp'), positionOf('operation')];
  const [ej, labelAt] = [positionOf('ejNumber'), positionOf('label')];
  const isOne = ae === cp;
  const centsIn = (field: 'ae' | 'cp', value: CellValue): number => {
    const reading = cells.amount(value, columns.get(field)?.unit);
    return reading.kind === 'amount' ? reading.cents : 0;
  };
  for (let row = firstRow; row <= lastRow; row++) {
    const values = sheet?.values[row - top];
    if (!values) continue;
    const [committed, paid] = [values[ae] ?? null, values[cp] ?? null];
    if (committed === null && paid === null) continue;
    const words = textOf(values[isOne && natureColumn !== undefined ? natureColumn - left : operation] ?? null);
    if (words !== '' && loweringOfOperation(words) !== null) continue;
    const [hasEj, label] = [isFilled(values[ej] ?? null), textOf(values[labelAt] ?? null)];
    if (isOne) {
      const nature = natureOfCell(words);
      if (nature !== null) visit({ nature, cents: centsIn('ae', committed), hasEj, label });
      continue;
    }
    const cents = paid === null ? 0 : centsIn('cp', paid);
    if (cents !== 0) visit({ nature: 'CP', cents, hasEj, label });
    if (committed !== null) visit({ nature: 'AE', cents: centsIn('ae', committed), hasEj, label });
  }
}
