/**
 * A code of another programme than the other codes of its row: credits are voted by programme (LOLF art. 7), so that
 * the row cannot be right whatever the convention. Found at the odd cell, instead of IMP-03. Switch it off for rows
 * that gather several programmes.
 */
import { codeControl } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';

/** IMP-05. */
export const codesContradict = codeControl(
  'IMP-05',
  'contradiction',
  ({ field, raw, programme, expectedProgramme }, row) =>
    findingAt('IMP-05', 'error', cellOf(row, field), { field, raw, programme, expectedProgramme }),
);
