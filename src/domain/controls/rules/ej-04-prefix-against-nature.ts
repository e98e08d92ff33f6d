/**
 * The first two digits of an EJ give its nature in Chorus (14: bon de commande, 21: subvention…), and the words of its
 * commitment name another. A doubt only, hence a warning: the words are the team's own. Only the row that commits is
 * judged, since its payments repeat it. Switch it off for a team whose column of operations means something else.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { natureNamedBy, PREFIXES } from '../facts/ej-nature';
import { COMMITS } from '../facts/row-traits';

/** EJ-04. */
export const prefixAgainstNature: RowControl<'EJ-04'> = {
  rule: 'EJ-04',
  scope: 'row',
  needs: ['ejNumber'],
  concerns: COMMITS,
  check(row, _inspection, report) {
    if (row.ej.kind !== 'ej') return;
    const nature = natureNamedBy(row);
    if (nature === null || PREFIXES[nature].includes(row.ej.number.slice(0, 2))) return;
    report(
      findingAt('EJ-04', 'warning', cellOf(row, 'ejNumber'), { ej: row.ej.number, nature, expected: PREFIXES[nature] }),
    );
  },
};
