/**
 * Runs custom functions between the grid and the client's runtime. Equal calls are one invocation, however many cells
 * make them; a cell shows the last value of its call, and `#BUSY!` before the first. A call that no cell makes any more
 * is cancelled.
 */
import { fullAddress } from '../address';
import type { Grid, GridArgument, GridEvent, GridPlace } from '../grid';
import { CATEGORY, type MessageEntry, type SendMessages } from '../message-entries';
import { CallingCells } from './calling-cells';
import type { FunctionDeclaration, FunctionsFile } from './metadata';
import { errorAmong, fromFailure, fromResult, toParameter } from './wire-values';

const MESSAGE = { invocation: 1000, cancellation: 1001, metadata: 1002 } as const;
const FLAGS = { cancelable: 1, streaming: 2 } as const;

interface Call {
  readonly id: number;
  readonly key: string;
  readonly declaration: FunctionDeclaration;
  readonly parameters: readonly unknown[];
  readonly address: string;
  value: GridArgument;
  isAnswered: boolean;
}

const BUSY: GridArgument = { error: '#BUSY!' };

export class CustomFunctions {
  private readonly calls = new Map<string, Call>();
  private readonly byId = new Map<number, Call>();
  private readonly cells = new CallingCells();
  private readonly declared: FunctionDeclaration[] = [];
  private lastId = 0;
  private isReady = false;
  private toSend: MessageEntry[] = [];
  private readonly stop: () => void;

  constructor(
    private readonly grid: Grid,
    private readonly send: SendMessages,
  ) {
    this.stop = grid.subscribe((event) => this.follow(event));
  }

  /** The number of open invocations. */
  get openCalls(): number {
    return this.calls.size;
  }

  /** Registers the functions of an add-in for use in formulas. */
  register(file: FunctionsFile, namespace: string): void {
    for (const declaration of file.functions) {
      const parameters = declaration.parameters ?? [];
      this.declared.push(declaration);
      this.grid.registerFunction({
        name: `${namespace}.${declaration.name}`.toUpperCase(),
        description: declaration.description ?? '',
        minimumArguments: parameters.filter(({ optional }) => !optional).length,
        maximumArguments: parameters.length,
        evaluate: (argumentValues, caller) => this.evaluate(declaration, argumentValues, caller),
      });
    }
    if (this.isReady) this.sendMetadata(file.functions);
  }

  /**
   * Called when the client's runtime is ready: sends the waiting messages. Called again after a reload of the add-in,
   * which loses every invocation.
   */
  ready(): void {
    const isAgain = this.isReady;
    this.isReady = true;
    this.sendMetadata(this.declared);
    if (isAgain) this.startAgain();
    this.flush();
  }

  results(results: readonly unknown[]): void {
    const changed: GridPlace[] = [];
    for (const result of results) {
      const [id, succeeded, value, errorCode] = result as [number, boolean, unknown, unknown];
      const call = this.byId.get(id);
      if (!call) continue;
      call.value = succeeded ? fromResult(value) : fromFailure(value, errorCode);
      call.isAnswered = true;
      changed.push(...this.cells.of(call.key));
    }
    this.grid.recalculate(changed);
  }

  dispose(): void {
    this.stop();
    this.calls.clear();
    this.byId.clear();
  }

  private evaluate(
    declaration: FunctionDeclaration,
    argumentValues: readonly GridArgument[],
    caller: GridPlace,
  ): GridArgument {
    const parameters = declaration.parameters ?? [];
    const refused = errorAmong(argumentValues, parameters);
    if (refused) return refused;
    const values = parameters.map((parameter, index) => toParameter(argumentValues[index] ?? null, parameter));
    const key = `${declaration.id} ${JSON.stringify(values)}`;
    this.cells.note(caller, key);
    return (this.calls.get(key) ?? this.open(key, declaration, values, caller)).value;
  }

  private open(key: string, declaration: FunctionDeclaration, parameters: readonly unknown[], caller: GridPlace): Call {
    this.lastId += 1;
    const area = { top: caller.row, left: caller.column, rows: 1, columns: 1 };
    const address = fullAddress(this.grid.sheet(caller.sheetId)?.name ?? '', area);
    const call = { id: this.lastId, key, declaration, parameters, address, value: BUSY, isAnswered: false };
    this.calls.set(key, call);
    this.byId.set(call.id, call);
    this.invoke(call);
    return call;
  }

  private invoke({ id, declaration, parameters, address }: Call): void {
    const { stream, cancelable } = declaration.options ?? {};
    const flags = (cancelable ? FLAGS.cancelable : 0) | (stream ? FLAGS.streaming : 0);
    this.enqueue(MESSAGE.invocation, [id, declaration.id, parameters, address, flags]);
  }

  private close(call: Call): void {
    this.calls.delete(call.key);
    this.byId.delete(call.id);
    const { stream, cancelable } = call.declaration.options ?? {};
    if (stream || (cancelable && !call.isAnswered)) this.enqueue(MESSAGE.cancellation, { invocationId: call.id });
  }

  private startAgain(): void {
    this.byId.clear();
    for (const [key, call] of [...this.calls]) {
      this.lastId += 1;
      const again = { ...call, id: this.lastId, isAnswered: false };
      this.calls.set(key, again);
      this.byId.set(again.id, again);
      this.invoke(again);
    }
  }

  private sendMetadata(functions: readonly FunctionDeclaration[]): void {
    for (const { id, options } of functions) {
      this.enqueue(MESSAGE.metadata, {
        functionName: id,
        isStream: options?.stream ?? false,
        isCancelable: options?.cancelable ?? false,
      });
    }
  }

  private enqueue(type: number, message: unknown): void {
    if (this.toSend.length === 0) queueMicrotask(() => this.flush());
    this.toSend.push({
      category: CATEGORY.customFunction,
      type,
      targetId: '',
      message: JSON.stringify(message),
      isRemote: false,
    });
  }

  private flush(): void {
    if (!this.isReady || this.toSend.length === 0) return;
    const entries = this.toSend;
    this.toSend = [];
    this.send(entries);
  }

  /** Closes the calls that no cell makes after the event. */
  private follow(event: GridEvent): void {
    if (event.kind === 'calculated') this.cells.endOfCalculation();
    else if (event.kind === 'sheetDeleted') this.cells.forgetSheet(event.sheetId);
    else if (event.kind === 'cellsChanged' && event.change === 'RangeEdited')
      this.cells.forgetUnless(event.sheetId, event.area, (place) => this.hasFormula(place));
    else if (event.kind === 'cellsChanged') this.cells.shift(event.sheetId, event.area, event.change);
    else return;
    for (const call of [...this.calls.values()]) {
      const isDone = call.isAnswered && !call.declaration.options?.stream && event.kind === 'calculated';
      if (isDone || this.cells.isUnused(call.key)) this.close(call);
    }
  }

  private hasFormula({ sheetId, row, column }: GridPlace): boolean {
    return this.grid.readFormulas(sheetId, { top: row, left: column, rows: 1, columns: 1 })[0]?.[0] !== null;
  }
}
