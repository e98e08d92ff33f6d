/** LEC: what the reading of the workbook left out or inferred. */
import type { Control } from '../control-contract';
import { notRead } from './lec-01-not-read';
import { rowsOutsideTable } from './lec-02-rows-outside-table';
import { columnNotUsed } from './lec-03-column-not-used';
import { figureNotCalculable } from './lec-04-figure-not-calculable';
import { wordNotKnown } from './lec-05-word-not-known';
import { lineUnknown } from './lec-06-line-unknown';
import { envelopeInferred } from './lec-07-envelope-inferred';

/** In reading order. */
export const readingControls: readonly Control[] = [
  notRead,
  rowsOutsideTable,
  columnNotUsed,
  figureNotCalculable,
  wordNotKnown,
  lineUnknown,
  envelopeInferred,
];
