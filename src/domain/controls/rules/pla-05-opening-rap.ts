/**
 * The payments on earlier EJ exceed the part of the CP given for them (convention, art. 1.2: « dont RAP 73 032 € » on
 * Place des entreprises). They then use the CP of the year, even below the whole CP ceiling. The earlier EJ are those
 * of the table of restes à payer; leaving it empty switches the control off.
 */
import { amountCell, ceilingControl } from './kit/ceiling-control';
import { fixedCeiling } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-05. */
export const openingRap = ceilingControl({
  rule: 'PLA-05',
  needs: ['ejNumber', 'cp'],
  natures: ['CP'],
  groupOf: ({ envelope, onRap }) => (onRap ? envelope : null),
  ceilingOf: ({ openingRap: rap }) => fixedCeiling(rap.cents),
  findingOf(overrun) {
    const { row, date, group, ceiling, total, over } = overrun;
    const ej = row.ej.kind === 'ej' ? row.ej.number : '';
    return findingAt('PLA-05', 'error', amountCell('CP', overrun), {
      envelope: group.code,
      rap: ceiling,
      paid: total,
      over,
      date,
      ej,
    });
  },
});
