/** Under the tables: whether the ledger was reconciled with Chorus, when, and with what gap. */
import { NATURES } from '../../domain/money/nature';
import { formatAmount, formatDate } from '../../messages/format';
import { HEAD_WORDS } from '../../messages/documents/head-fr';
import { RAPPROCHEMENT_WORDS } from '../../messages/documents/rapprochement-fr';
import { dateOfSerial } from '../../workbook/serials';
import { valueAt } from '../../workbook/snapshot';
import { frameOf } from '../document';
import type { DocumentSource } from '../input';
import { placementOf } from '../placing/placement';

/** The column of the gap in the totals of the Rapprochement. */
const GAP = 4;

/** The sentence, from the Rapprochement that is in the workbook. */
export function chorusSource({ input, convention }: DocumentSource): string {
  const placed = placementOf(input.workbook, frameOf(convention, 'rapprochement'));
  if (!placed.ok || placed.value.kind !== 'existing') return HEAD_WORDS.source(null);
  const { sheet, area } = placed.value;
  const serial = valueAt(sheet, area.top + 1, area.left + 1);
  const date = typeof serial === 'number' ? dateOfSerial(serial, input.workbook.uses1904Dates) : null;
  if (date === null) return HEAD_WORDS.source(null);
  const gaps = NATURES.flatMap((nature): readonly string[] => {
    for (let row = 0; row < area.rows; row++) {
      if (valueAt(sheet, area.top + row, area.left) !== RAPPROCHEMENT_WORDS.allOf(nature)) continue;
      const gap = valueAt(sheet, area.top + row, area.left + GAP);
      return typeof gap === 'number' ? [`${formatAmount(Math.round(gap * 100), 'fr')} en ${nature}`] : [];
    }
    return [];
  });
  return HEAD_WORDS.source(formatDate(date, 'fr'), gaps);
}
