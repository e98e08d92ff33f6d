/**
 * The results of a calculation that edits made meanwhile have overtaken. Univer writes every result where its formula
 * was when the calculation began: over what somebody typed there since, or over another cell once rows moved.
 */
import { CommandType, type ICommandInfo, type ICommandService, type IExecutionOptions } from '@univerjs/core';
import { SetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
} from '@univerjs/sheets';

type Rows = Record<string, Record<string, unknown> | undefined>;
type Results = Record<string, Record<string, Rows | null | undefined> | null | undefined>;

/** The mutations after which the cells of a sheet are at other places. */
const MOVES: ReadonlySet<string> = new Set(
  [
    ...[InsertRowMutation, RemoveRowMutation, MoveRowsMutation],
    ...[InsertColMutation, RemoveColMutation, MoveColsMutation, ReorderRangeMutation],
  ].map(({ id }) => id),
);

export class StaleResults {
  /** `row,column` by sheet, since the calculation began; null once the cells of the sheet moved. */
  private readonly edited = new Map<string, Set<string> | null>();
  private isCalculating = false;
  private readonly listening: readonly { dispose(): void }[];

  constructor(
    commands: ICommandService,
    isResultOfFormulas: (command: Readonly<ICommandInfo>, options?: IExecutionOptions) => boolean,
    /** Some results were dropped because cells moved: everything is to be calculated again. */
    private readonly onDropped: () => void,
  ) {
    this.listening = [
      commands.beforeCommandExecuted((command) => {
        if (command.id === SetFormulaCalculationResultMutation.id) this.dropFrom(command);
      }),
      commands.onCommandExecuted((command, options) => {
        const isEdit = command.type === CommandType.MUTATION && !isResultOfFormulas(command, options);
        if (this.isCalculating && isEdit) this.note(command);
      }),
    ];
  }

  begin(): void {
    this.edited.clear();
    this.isCalculating = true;
  }

  dispose(): void {
    this.listening.forEach((one) => one.dispose());
  }

  private note({ id, params }: Readonly<ICommandInfo>): void {
    const { subUnitId = '', cellValue } = (params ?? {}) as { subUnitId?: string; cellValue?: Rows };
    if (MOVES.has(id)) this.edited.set(subUnitId, null);
    if (id !== SetRangeValuesMutation.id || this.edited.get(subUnitId) === null) return;
    const cells = this.edited.get(subUnitId) ?? new Set();
    this.edited.set(subUnitId, cells);
    for (const [row, columns] of Object.entries(cellValue ?? {}))
      for (const column of Object.keys(columns ?? {})) cells.add(`${row},${column}`);
  }

  private dropFrom({ params }: Readonly<ICommandInfo>): void {
    this.isCalculating = false;
    const { unitData = {} } = (params ?? {}) as { unitData?: Results };
    for (const sheets of Object.values(unitData)) {
      for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
        const cells = this.edited.get(sheetId);
        if (!rows || !sheets || cells === undefined) continue;
        if (cells) dropCells(rows, cells);
        else delete sheets[sheetId];
        if (!cells) this.onDropped();
      }
    }
  }
}

function dropCells(rows: Rows, cells: ReadonlySet<string>): void {
  for (const [row, columns] of Object.entries(rows))
    for (const column of Object.keys(columns ?? {}))
      if (columns && cells.has(`${row},${column}`)) delete columns[column];
}
