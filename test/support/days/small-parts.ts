/**
 * Cuts the parts of a plan further than their size asks for, as `jest.mock` puts it in the place of `parts.ts`: between
 * any two steps, or two rows of cells, people may work while the requests before are carried out.
 */
import type * as Parts from '../../../src/adapters/excel/write/parts';

type Part = Parts.Part;

/** Operations of one request; null for parts as they are. */
export const smallParts: { most: number | null } = { most: null };

/** The module with smaller parts. */
export function withSmallParts(actual: typeof Parts): typeof Parts {
  const cut = (part: Part): readonly Part[] => {
    const { most } = smallParts;
    if (most === null || actual.deletionsOf(part).length > 0) return [part];
    const operations = part.operations.flatMap((one): Part['operations'] =>
      actual.isBlock(one) ? rowsOf(one) : [one],
    );
    const starts = Array.from({ length: Math.ceil(operations.length / most) }, (_, index) => index * most);
    if (starts.length === 0) return [part];
    return starts.map((start) => ({ operations: operations.slice(start, start + most), bytes: part.bytes }));
  };
  return { ...actual, partsOf: (...asked) => actual.partsOf(...asked).flatMap(cut) };
}

/** Blocks of two rows. */
function rowsOf({ step, area, rows }: Parts.Block): readonly Parts.Block[] {
  return Array.from({ length: Math.ceil(rows.length / 2) }, (_, index) => {
    const own = rows.slice(2 * index, 2 * index + 2);
    return { step, area: { ...area, top: area.top + 2 * index, rows: own.length }, rows: own };
  });
}
