/** The texts that functions give with their errors: the engine keeps the error only, Excel shows both. */
import type { GridArea, GridArgument, GridPlace, GridValue } from '../grid';

export class ErrorMessages {
  private readonly byPlace = new Map<string, string>();

  note(place: GridPlace, answer: GridArgument): void {
    const key = keyOf(place.sheetId, place.row, place.column);
    const message = isError(answer) ? answer.message : undefined;
    if (message === undefined) this.byPlace.delete(key);
    else this.byPlace.set(key, message);
  }

  /** Rows or columns moved: the functions tell again when they are computed next. */
  clear(): void {
    this.byPlace.clear();
  }

  /** The values, errors with their messages. */
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
