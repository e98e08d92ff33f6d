/**
 * Live calls of the custom functions. Each call subscribes once; equal calls share one evaluation; a cell is updated
 * only when its value changed, since each update makes Excel compute again. Calls that come before the workbook is read
 * wait without a value.
 */
import {
  evaluateFunction,
  FUNCTION_NAMES,
  type FunctionName,
  type FunctionResult,
} from '../application/functions/function-answers';
import type { FunctionState } from '../application/functions/function-state';
import type { FunctionTable, FunctionValue } from '../application/functions/function-tables';
import type { FunctionWords } from '../application/functions/function-words';
import { plainArguments } from './plain-arguments';

/** One cell that calls a function; its result is one value, the rows of a spilled table, or an error. */
export interface Invocation {
  setResult(result: unknown): void;
  onCanceled?: () => void;
}

/** The source of the state, which is null until the workbook is read. */
export interface FunctionSource {
  functionState(): FunctionState | null;
  subscribe(listener: () => void): () => void;
}

/** Makes the error of a cell, with its sentence. */
export type MakeError = (code: '#N/A' | '#VALUE!', message: string) => CustomFunctions.Error;

interface Call {
  readonly name: FunctionName;
  readonly args: readonly unknown[];
  readonly invocations: Set<Invocation>;
  last: FunctionResult | null;
}

/** The open calls of the ENVELOPE functions, one entry for each distinct call. Nothing is answered before `connect`. */
export class FunctionStreams {
  private readonly calls = new Map<string, Call>();
  private source: FunctionSource | null = null;
  private words: FunctionWords | null = null;
  private state: FunctionState | null = null;

  constructor(private readonly makeError: MakeError) {}

  /** Starts answering a call, until Excel cancels it. */
  open(name: FunctionName, given: readonly unknown[], invocation: Invocation): void {
    const args = plainArguments(given);
    const key = keyOf(name, args);
    const call = this.calls.get(key) ?? { name, args, invocations: new Set(), last: null };
    this.calls.set(key, call);
    call.invocations.add(invocation);
    invocation.onCanceled = () => {
      call.invocations.delete(invocation);
      if (call.invocations.size === 0 && this.calls.get(key) === call) this.calls.delete(key);
    };
    if (call.last) this.push(call.last, [invocation]);
    else this.evaluate(call);
  }

  /** Connects the calls, those already open included, to the workbook. */
  connect(source: FunctionSource, words: FunctionWords): void {
    this.source = source;
    this.words = words;
    source.subscribe(() => this.evaluateAll());
    this.evaluateAll();
  }

  /** The number of evaluations after a change of the workbook. */
  get openCalls(): number {
    return this.calls.size;
  }

  private evaluateAll(): void {
    const state = this.source?.functionState() ?? null;
    if (state === this.state) return;
    this.state = state;
    for (const call of this.calls.values()) this.evaluate(call);
  }

  private evaluate(call: Call): void {
    if (!this.state || !this.words) return;
    const result = evaluateFunction(call.name, call.args, this.state, this.words);
    if (call.last && sameResult(call.last, result)) return;
    call.last = result;
    this.push(result, call.invocations);
  }

  private push(result: FunctionResult, invocations: Iterable<Invocation>): void {
    for (const invocation of invocations) {
      invocation.setResult(result.kind === 'value' ? result.value : this.makeError(result.code, result.message));
    }
  }
}

/** The name and the arguments of a call: two calls with the same key give the same answer. */
function keyOf(name: FunctionName, args: readonly unknown[]): string {
  return JSON.stringify([name, ...args]);
}

function sameResult(one: FunctionResult, other: FunctionResult): boolean {
  if (one.kind === 'value' && other.kind === 'value') return sameValue(one.value, other.value);
  if (one.kind === 'value' || other.kind === 'value') return false;
  return one.code === other.code && one.message === other.message;
}

/** Tables are compared cell by cell. */
function sameValue(one: FunctionValue | FunctionTable, other: FunctionValue | FunctionTable): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  if (one.length !== other.length) return false;
  return one.every((row, index) => {
    const same = other[index] ?? [];
    return row.length === same.length && row.every((value, column) => value === same[column]);
  });
}

/** The streams of this runtime; a module-level object, since Excel calls functions by name. */
export const streams = new FunctionStreams((code, message) => {
  const { ErrorCode } = CustomFunctions;
  return new CustomFunctions.Error(code === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue, message);
});

/** Registers every function in Excel, which calls it with its arguments and, last, the invocation. */
export function associateFunctions(calls = streams): void {
  for (const name of FUNCTION_NAMES) {
    CustomFunctions.associate(name, (...given: readonly unknown[]) =>
      calls.open(name, given.slice(0, -1), given.at(-1) as Invocation),
    );
  }
}
