/** English words of LEC-07: the envelopes that rows do not write. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';

function inferredFrom({ from, text }: FindingOf<'LEC-07'>['details'], format: Formatter): string {
  if (from === 'title') return en`inferred from the title ${format.quote(text)}`;
  if (from === 'sheet') return en`inferred from the name of the sheet ${format.quote(text)}`;
  return en`taken from the cell above`;
}

/** The sentences of an envelope that comes from around its rows. */
export function inferred(details: FindingOf<'LEC-07'>['details'], format: Formatter) {
  const rows = format.plural(details.rows, 'row', 'rows');
  const envelope = format.envelope(details.envelope);
  if (details.from === 'only')
    return {
      problem: en`${rows} without a written envelope: ${envelope}, the only one of the convention.`,
      action: en`If the ledger holds other expenses too, write the envelope on the rows of the convention, or set the others aside.`,
    };
  if (details.from === 'heading')
    return {
      problem: en`${rows}: ${envelope}, by the heading ${format.quote(details.text)} of their amounts.`,
      action: en`Nothing to do if this heading names the envelope; otherwise, correct it.`,
    };
  return {
    problem: en`${rows} without a written envelope: ${envelope}, ${inferredFrom(details, format)}.`,
    action: en`Fill in “${format.field(details.field)}” on the row so that it no longer depends on this inference.`,
  };
}
