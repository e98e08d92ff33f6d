/** Completes the French translation of the grid: the display of amounts and dates, and the parsing of typed text. */
import { CellValueType, type ICellData, type Univer } from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  SheetInterceptorService,
  SheetsNumfmtCellContentController,
} from '@univerjs/preset-sheets-core';
import { readFrenchFormula, readFrenchNumber } from './french-entry';

/** Before Univer's own reading of numbers, which has no priority. */
const FIRST = 1000;

/** Call after a workbook is loaded: the services it needs start with the first one. */
export function makeGridFrench(univer: Univer): void {
  const injector = univer.__getInjector();
  injector.get(SheetsNumfmtCellContentController).setNumfmtLocal('fr');
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (typed, _place, next) => next(typed ? readTyped(typed) : typed),
  });
}

/** A cell in text form (a leading apostrophe, a text format) keeps the typed text. */
function readTyped<T extends ICellData>(typed: T): T {
  if (typed.t === CellValueType.FORCE_STRING) return typed;
  if (typed.f) return { ...typed, f: readFrenchFormula(typed.f) };
  const text = typed.p?.body?.dataStream.replace(/\r\n$/, '') ?? typed.v;
  const number = typeof text === 'string' ? readFrenchNumber(text) : null;
  return number === null ? typed : { ...typed, v: number, p: null };
}
