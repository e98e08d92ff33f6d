/** Columns without which a figure is not calculable. */
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import { plants, type Plant } from './plant';

function without(field: LedgerField): Plant['make'] {
  return (world) => {
    const position = world.columns.indexOf(field);
    if (position < 0 || world.convention.id !== 'dgefp-dge-2023') return false;
    world.columns.splice(position, 1);
    world.expected.push({ rule: 'LEC-04', severity: 'error', place: { kind: 'headings' } });
    return true;
  };
}

export const LEC_PLANTS: readonly Plant[] = plants(
  'LEC-04',
  ['columns', 'ceilings', 'closing', 'duties', 'hidden', 'chorus'],
  [
    ['pas de montant de CP', without('cp')],
    ['pas de date de paiement', without('paymentDate')],
    ['pas de numéro d’EJ', without('ejNumber')],
  ],
);
