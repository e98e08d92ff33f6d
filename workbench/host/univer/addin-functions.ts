/**
 * Functions of add-ins in Univer's engine. They return at once; errors are caught, since a throw would stop all
 * calculation.
 */
import type { Injector } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/engine-formula';
import { isRows, type GridArgument, type GridFunction, type GridPlace, type GridValue } from '../grid';

/** Called with each answer, so that the message of an error can be shown beside the cell. */
export type OnAnswer = (place: GridPlace, answer: GridArgument) => void;

export function addFunction(injector: Injector, definition: GridFunction, onAnswer: OnAnswer): void {
  const service = injector.get(IFunctionService);
  service.registerExecutors(new AddinFunction(definition, onAnswer));
  service.registerDescriptions({
    functionName: definition.name,
    functionType: FunctionType.User,
    description: definition.description,
    abstract: definition.description,
    functionParameter: [],
  });
  service.deleteFormulaAstCacheKey(definition.name, definition.name.toLowerCase());
}

class AddinFunction extends BaseFunction {
  override minParams: number;
  override maxParams: number;

  constructor(
    private readonly definition: GridFunction,
    private readonly onAnswer: OnAnswer,
  ) {
    super(definition.name);
    this.minParams = definition.minimumArguments;
    this.maxParams = definition.maximumArguments;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const place = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const answer = this.evaluate(variants, place);
    this.onAnswer(place, answer);
    return isRows(answer) ? toArray(answer) : toValueObject(answer);
  }

  private evaluate(variants: readonly BaseValueObject[], place: GridPlace): GridArgument {
    try {
      return this.definition.evaluate(variants.map(toArgument), place);
    } catch {
      return { error: '#VALUE!', message: `${this.definition.name} failed` };
    }
  }
}

function toArgument(variant: BaseValueObject): GridArgument {
  if (!variant.isArray()) return toGridValue(variant);
  const array = variant as ArrayValueObject;
  if (array.getRowCount() === 1 && array.getColumnCount() === 1) return toGridValue(array.getFirstCell());
  const rows: GridValue[][] = [];
  array.iterator((cell, row, column) => {
    (rows[row] ??= [])[column] = cell ? toGridValue(cell) : null;
  });
  return rows;
}

function toGridValue(variant: BaseValueObject): GridValue {
  if (variant.isNull()) return null;
  if (variant.isError()) return { error: String((variant as ErrorValueObject).getErrorType()) };
  return variant.getValue() as GridValue;
}

function toValueObject(value: GridValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === 'object') return ErrorValueObject.create(errorType(value.error));
  if (typeof value === 'number') return NumberValueObject.create(value);
  return typeof value === 'boolean' ? BooleanValueObject.create(value) : StringValueObject.create(value);
}

/** An error unknown to the engine (`#BUSY!`) is still displayed. */
const errorType = (error: string): ErrorType => error as ErrorType;

function toArray(rows: readonly (readonly GridValue[])[]): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(toValueObject)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}
