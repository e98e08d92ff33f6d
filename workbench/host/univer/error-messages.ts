/** The messages of function errors: Excel shows both, the engine keeps only the error. */
import type { GridArea, GridArgument, GridPlace, GridValue } from '../grid';

export class ErrorMessages {
  private readonly byPlace = new Map<string, string>();

  note(place: GridPlace, answer: GridArgument): void {
    const key = keyOf(place.sheetId, place.row, place.column);
    const message = isError(answer) ? answer.message : undefined;
    if (message === undefined) this.byPlace.delete(key);
    else this.byPlace.set(key, message);
  }

  /** Called when rows or columns move: the functions give their messages again at the next calculation. */
  clear(): void {
    this.byPlace.clear();
  }

  /** The values, with the messages of errors. */
  beside(values: GridValue[][], sheetId: string, area: GridArea): GridValue[][] {
    if (this.byPlace.size === 0) return values;
    return values.map((line, row) =>
      line.map((value, column) => {
        if (typeof value !== 'object' || value === null) return value;
        const message = this.byPlace.get(keyOf(sheetId, area.top + row, area.left + column));
        return message === undefined ? value : { ...value, message };
      }),
    );
  }
}

const keyOf = (sheetId: string, row: number, column: number): string => `${sheetId} ${row} ${column}`;

function isError(answer: GridArgument): answer is { error: string; message?: string } {
  return typeof answer === 'object' && answer !== null && 'error' in answer;
}
