/**
 * Formulas that the grid does not calculate: over so many cells, one of them would block the page for seconds, since
 * the engine holds an object for each cell, empty ones included. The engine gets a substitute that depends on the same
 * cells: the result that the file has stays until one of them changes, then the cell shows an error and its reason.
 */
import type { Injector } from '@univerjs/core';
import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  LexerTreeBuilder,
  sequenceNodeType,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { columnNumber } from '../address';
import type { OnAnswer } from './addin-functions';

/** Cells in the ranges of one formula. */
const MOST_CELLS = 500_000;
const RANGE = /\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/gi;
const SUBSTITUTE = 'WORKBENCH.TOO_LARGE';
const REASON = 'This formula uses too many cells to be calculated here.';

/** True when the ranges of the formula have more cells than the grid calculates. Whole columns end with the sheet. */
export function isTooLarge(formula: string): boolean {
  let cells = 0;
  for (const [, left, top, right, bottom] of formula.matchAll(RANGE)) {
    const columns = Math.abs(columnNumber(right ?? '') - columnNumber(left ?? '')) + 1;
    cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return cells > MOST_CELLS;
}

/** Gives a formula back, or, where it is too large, its substitute. */
export function substituteLargeFormulas(injector: Injector, onAnswer: OnAnswer): (formula: string) => string {
  injector.get(IFunctionService).registerExecutors(new TooLarge(onAnswer));
  const lexer = injector.get(LexerTreeBuilder);
  return (formula) => (isTooLarge(formula) ? `=${SUBSTITUTE}(${inputsOf(lexer, formula).join(',')})` : formula);
}

function inputsOf(lexer: LexerTreeBuilder, formula: string): string[] {
  return (lexer.sequenceNodesBuilder(formula) ?? []).flatMap((node) =>
    typeof node !== 'string' &&
    (node.nodeType === sequenceNodeType.REFERENCE || node.nodeType === sequenceNodeType.DEFINED_NAME)
      ? [node.token]
      : [],
  );
}

/** Its arguments are ranges, whose cells are never read. */
class TooLarge extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = Number.MAX_SAFE_INTEGER;

  constructor(private readonly onAnswer: OnAnswer) {
    super(SUBSTITUTE);
  }

  override calculate(): BaseValueObject {
    const place = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    this.onAnswer(place, { error: ErrorType.CALC, message: REASON });
    return ErrorValueObject.create(ErrorType.CALC);
  }
}
