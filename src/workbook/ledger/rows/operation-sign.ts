/**
 * The sign of the amounts of a row: its operation decides, whatever sign was typed. A retrait of +40 000 lowers, and
 * keeps the words that made it so (DON-10).
 */
import type { AmountReading, LedgerRow } from '../../../domain/envelopes/ledger';
import { centsOf } from '../read-cells';
import {
  cutsPrice,
  loweringInBudget,
  loweringOfAe,
  loweringOfLabel,
  loweringOfOperation,
  type Lowering,
} from './operation-words';

const KNOWN = new Map<string, Lowering | null>();
const MOST_KNOWN = 5_000;

export type SignedRow = Pick<LedgerRow, 'ae' | 'cp' | 'operation' | 'label'>;

/**
 * The row with the sign of its operation: the same row when it lowers nothing, or was typed with a minus. `nature`: the
 * words that give its nature, where one column of amounts is of both.
 */
export function withSignOfOperation<Row extends SignedRow>(row: Row, nature = ''): Row {
  if (!isPositive(row.ae) && !isPositive(row.cp)) return row;
  for (const words of row.operation === nature ? [nature] : [row.operation, nature]) {
    const lowering = words === '' ? null : loweringOf(words);
    if (lowering) return lowered(row, lowering, words);
  }
  const ofAe = row.cp.kind === 'absent' ? loweringOfAe(row.operation) : null;
  if (ofAe) return lowered(row, ofAe, row.operation);
  const inBudget = row.operation === '' ? null : loweringInBudget(row.operation);
  if (inBudget) return lowered(row, inBudget, row.operation);
  if (cutsPrice(row.operation)) return lowered(row, { lowers: 'both', certainty: 'possible' }, row.operation);
  const ofLabel = loweringOfLabel(row.label);
  return ofLabel ? lowered(row, ofLabel, row.label) : row;
}

function loweringOf(operation: string): Lowering | null {
  const known = KNOWN.get(operation);
  if (known !== undefined) return known;
  const lowering = loweringOfOperation(operation);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(operation, lowering);
  return lowering;
}

/** A retrait lowers the AE of its row; the CP too when there is no AE, or the same amount in both columns. */
function lowered<Row extends SignedRow>(row: Row, { lowers, certainty }: Lowering, words: string): Row {
  const against = (reading: AmountReading): AmountReading => {
    if (reading.kind !== 'amount' || reading.cents <= 0) return reading;
    const cents = certainty === 'possible' ? reading.cents : -reading.cents;
    return { ...reading, cents, against: { words, certainty } };
  };
  const isOnAe = centsOf(row.ae) !== 0 || lowers === 'commitmentOnly';
  const isOnCp = lowers === 'both' || !isOnAe || (lowers === 'commitment' && centsOf(row.ae) === centsOf(row.cp));
  return { ...row, ae: against(row.ae), cp: isOnCp ? against(row.cp) : row.cp };
}

function isPositive(reading: AmountReading): boolean {
  return reading.kind === 'amount' && reading.cents > 0;
}
