/** « idem », « " », « // », « ↳ », « même EJ », « cf. ci-dessus » in a cell: the value of the cell above. */
import type { LedgerField } from '../../../../domain/envelopes/ledger';
import { comparable } from '../../../../domain/text';
import { textOf, type CellValue } from '../../../cells';
import { isBlankText } from '../../read-cells';

const LONGEST = 20;
const DITTO =
  /^(?:-? ?["″”“〃] ?-?|''|\/\/|[↳⤷]|id[.°]?|idem|ditto|ibid(?:em|\.)?|same|(?:cf\.? |voir |see )?(?:ci[ -]dessus|above|supra)|meme(?: (?:ej|n°|numero|enveloppe|engagement|poste|marche|commande|bc))?)$/;

type Row = readonly CellValue[];

/** Rows in order, with what the marks of their columns repeat. */
export class DittoMarks {
  private readonly last = new Map<LedgerField, { readonly row: number; readonly value: CellValue }>();
  private readonly found = new Map<LedgerField, Map<number, number>>();

  constructor(private readonly columns: readonly (readonly [LedgerField, number])[]) {}

  /** The values of the next row, each mark replaced by the value that it repeats; under a blank cell it stays. */
  read(row: number, values: Row): Row {
    let replaced: CellValue[] | null = null;
    for (const [field, position] of this.columns) {
      const value = values[position] ?? null;
      const above = this.last.get(field);
      if (!isDitto(value)) {
        if (isBlankText(textOf(value))) this.last.delete(field);
        else this.last.set(field, { row, value });
      } else if (above) {
        (replaced ??= [...values])[position] = above.value;
        const rows = this.found.get(field) ?? new Map<number, number>();
        this.found.set(field, rows.set(row, above.row));
      }
    }
    return replaced ?? values;
  }

  /** For each field, the rows with a mark and the row that each repeats. */
  get sources(): ReadonlyMap<LedgerField, ReadonlyMap<number, number>> {
    return this.found;
  }
}

function isDitto(value: CellValue): boolean {
  if (typeof value !== 'string' || value.length > LONGEST) return false;
  const text = value.trim();
  return DITTO.test(text) || DITTO.test(comparable(text));
}
