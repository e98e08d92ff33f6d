/** Faults of the opening restes à payer: the ledger holds an earlier year that leaves another amount. */
import { addDays, civilDate } from '../../../../src/domain/calendar/civil-date';
import { plants, type Plant } from './plant';

/** An EJ of the year before, paid in it in part, that the list of restes à payer lacks. */
function leaves(cents: number, isPaidAfter: boolean, isWholeBefore = true): Plant['make'] {
  return (world) => {
    const envelope = world.convention.envelopes.find(
      ({ openingRap, lines }) => openingRap.cents > 0 && lines.length > 0,
    );
    const newYear = civilDate(world.convention.creditYear, 1, 1);
    if (!envelope || newYear === null) return false;
    const before = addDays(newYear, -60);
    const commit = world.insert(world.commitment(envelope, cents + 10_000, null, before));
    const days = { served: addDays(before, 10), received: addDays(before, 10), paid: addDays(before, 20) };
    world.insert(world.payment(commit, envelope, 10_000, days), commit);
    if (isPaidAfter) {
      const later = world.chain();
      world.insert(world.payment(commit, envelope, cents, later), commit);
    }
    if (!isWholeBefore) world.insert(world.commitment(envelope, 2_000, null, addDays(before, 5)));
    world.expectTable('RAP-01', 'error', 'ENV_Enveloppes', 'dont RAP', envelope.code);
    return true;
  };
}

export const RAP_PLANTS: readonly Plant[] = [
  ...plants(
    'RAP-01',
    ['years'],
    [
      ['un EJ antérieur que la liste des restes à payer n’a pas', leaves(5_000, false)],
      ['le même, soldé dans l’exercice', leaves(3_000, true)],
      ['deux EJ antérieurs, dont un seul est payé', leaves(4_000, false, false)],
    ],
  ),
];
