/**
 * Schedules the calculation of native formulas. Univer itself waits 100 ms after each edit and may start over at the
 * next one; here the dirty cells of all edits go to its engine together, as soon as somebody waits or the current task
 * ends, one calculation after another; formulas over too many cells have a substitute. Relies on public services of
 * Univer 0.25.1: the dirty conversions, the start mutation and the end notification.
 */
import {
  CommandType,
  ICommandService,
  type ICommandInfo,
  type IExecutionOptions,
  type Injector,
  type IUnitRange,
  type Nullable,
} from '@univerjs/core';
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  type IFormulaData,
  type IFormulaDataItem,
  type IFormulaDatasetConfig,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { OnAnswer } from './addin-functions';
import { substituteLargeFormulas } from './large-formulas';
import { StaleResults } from './stale-results';
import { entriesOf } from './univer-context';
import './rule-order';

/** Translates a formula for the engine; the same text when nothing has to change. */
export type FormulaTranslation = (formula: string, sheetId: string, row: number, column: number) => string;

type Dirty = ReturnType<typeof nothingDirty>;
type DirtyPart = Partial<Dirty>;
type FormulaRows = Record<number, Record<number, Nullable<IFormulaDataItem>>>;

function nothingDirty() {
  return {
    forceCalculation: false,
    dirtyRanges: [] as IUnitRange[],
    dirtyNameMap: {} as Record<string, object>,
    dirtyDefinedNameMap: {} as Record<string, object>,
    dirtySuperTableMap: {} as Record<string, object>,
    dirtyUnitFeatureMap: {} as Record<string, object>,
    dirtyUnitOtherFormulaMap: {} as Record<string, object>,
    clearDependencyTreeCache: {} as Record<string, object>,
  };
}

export class Calculation {
  private waiting: DirtyPart[] = [];
  /** Resolves with the last calculation requested; each one waits for the previous one. */
  private turn: Promise<void> = Promise.resolve();
  private release: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isDisposed = false;
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly calculable: (formula: string) => string;
  private readonly stale: StaleResults;
  private readonly undo: (() => void)[] = [];

  constructor(
    injector: Injector,
    /** Called at each calculation. */
    private readonly translation: () => FormulaTranslation,
    private readonly onCalculated: (sheetIds: readonly string[]) => void,
    onAnswer: OnAnswer,
  ) {
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.calculable = substituteLargeFormulas(injector, onAnswer);
    this.stale = new StaleResults(this.commands, isResultOfFormulas, () => this.note({ forceCalculation: true }));
    this.undo.push(() => this.stale.dispose());
    this.replaceTrigger(injector.get(IActiveDirtyManagerService));
    this.runInTurn(injector.get(ICalculateFormulaService));
    const listening = this.commands.onCommandExecuted((command) => this.noteEnd(command));
    this.undo.push(() => listening.dispose());
    this.markDirty(this.formulas.getFormulaDirtyRanges());
  }

  /** Marks cells and, through the engine, their dependents. */
  markDirty(ranges: readonly IUnitRange[]): void {
    if (ranges.length > 0) this.note({ dirtyRanges: [...ranges] });
  }

  /** Every formula of the workbook as written, with its place. */
  *written(unitId: string): Generator<{ formula: string; sheetId: string; row: number; column: number }> {
    for (const [sheetId, rows] of entriesOf<Nullable<FormulaRows>>(this.formulas.getFormulaData()[unitId])) {
      for (const [row, columns] of entriesOf(rows)) {
        for (const [column, item] of entriesOf(columns)) {
          if (item?.f) yield { formula: item.f, sheetId, row: Number(row), column: Number(column) };
        }
      }
    }
  }

  /** Resolves when nothing is dirty and nothing runs. */
  async settled(): Promise<void> {
    let awaited: Promise<void> | null = null;
    // somebody else who waits may have started the next one meanwhile
    while (!this.isDisposed && (awaited !== this.turn || this.waiting.length > 0)) {
      if (awaited === this.turn) this.start();
      awaited = this.turn;
      await awaited;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.undo.forEach((step) => step());
    this.release?.();
  }

  /** Hides the conversions from Univer's own trigger, so that it never starts a calculation, and uses them here. */
  private replaceTrigger(conversions: IActiveDirtyManagerService): void {
    const known = conversions.get.bind(conversions);
    conversions.get = () => undefined;
    this.undo.push(() => (conversions.get = known));
    const listening = this.commands.onCommandExecuted((command, options) => {
      const conversion = known(command.id);
      if (conversion && !isResultOfFormulas(command, options)) this.note(conversion.getDirtyData(command) as DirtyPart);
    });
    this.undo.push(() => listening.dispose());
  }

  private runInTurn(engine: ICalculateFormulaService): void {
    const execute = engine.execute.bind(engine);
    engine.execute = async (config: IFormulaDatasetConfig) => {
      const previous = this.turn;
      let release = (): void => undefined;
      this.turn = new Promise((resolve) => (release = resolve));
      await previous;
      if (this.isDisposed) return release();
      this.release = release;
      this.stale.begin();
      await execute({ ...config, formulaData: this.translated(config.formulaData) });
    };
    this.undo.push(() => (engine.execute = execute));
  }

  private translated(data: IFormulaData): IFormulaData {
    const translate = this.translation();
    const result: IFormulaData = {};
    for (const [unitId, sheets] of entriesOf(data)) {
      const unit: Record<string, FormulaRows> = {};
      for (const [sheetId, rows] of entriesOf<Nullable<FormulaRows>>(sheets)) {
        unit[sheetId] = translatedRows(rows, (formula, row, column) =>
          this.calculable(translate(formula, sheetId, row, column)),
        );
      }
      result[unitId] = unit;
    }
    return result;
  }

  private note(dirty: DirtyPart): void {
    this.waiting.push(dirty);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.settled();
    }, 0);
  }

  private start(): void {
    const dirty = merged(this.waiting);
    this.waiting = [];
    this.commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
  }

  private noteEnd(command: Readonly<ICommandInfo>): void {
    if (command.id === SetFormulaCalculationResultMutation.id) {
      const { unitData } = command.params as { unitData?: Record<string, object> };
      const sheetIds = Object.values(unitData ?? {}).flatMap((sheets) => Object.keys(sheets ?? {}));
      queueMicrotask(() => this.onCalculated(sheetIds));
    }
    if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
    const { functionsExecutedState } = command.params as { functionsExecutedState?: number };
    if (functionsExecutedState === undefined) return;
    this.release?.();
    this.release = null;
  }
}

/** True for the results of a calculation, which must not start another. */
export function isResultOfFormulas(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  return (
    command.type === CommandType.MUTATION && command.id === SetRangeValuesMutation.id && options?.onlyLocal === true
  );
}

function merged(parts: readonly DirtyPart[]): Dirty {
  const dirty = nothingDirty();
  for (const part of parts) {
    dirty.forceCalculation ||= part.forceCalculation ?? false;
    dirty.dirtyRanges.push(...(part.dirtyRanges ?? []));
    for (const key of Object.keys(dirty) as (keyof Dirty)[]) {
      if (key === 'forceCalculation' || key === 'dirtyRanges') continue;
      const maps = (part as Partial<Record<string, Record<string, object>>>)[key] ?? {};
      for (const [unitId, map] of Object.entries(maps)) dirty[key][unitId] = { ...dirty[key][unitId], ...map };
    }
  }
  return dirty;
}

function translatedRows(
  rows: Nullable<FormulaRows>,
  translate: (formula: string, row: number, column: number) => string,
): FormulaRows {
  const result: FormulaRows = {};
  for (const [row, columns] of entriesOf(rows)) {
    const items: Record<number, Nullable<IFormulaDataItem>> = {};
    for (const [column, item] of entriesOf(columns)) {
      items[Number(column)] = item?.f ? { ...item, f: translate(item.f, Number(row), Number(column)) } : item;
    }
    result[Number(row)] = items;
  }
  return result;
}
