/** Columns without which a figure is not calculable; words that nothing understands: a status, a poste. */
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../../src/workbook/cells';
import type { Order } from '../world';
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

/** A cell of a commitment in other words. */
function reworded(
  rule: 'LEC-05' | 'LEC-06',
  field: 'status' | 'budgetLine',
  words: (order: Order) => CellValue,
): Plant['make'] {
  return (world) => {
    if (!world.columns.includes(field)) return false;
    const order = world.order();
    order.commit[field] = words(order);
    world.expectRow(rule, 'warning', order.commit, field);
    return true;
  };
}

/** A letter typed twice in the label of the poste of an order. */
function withTypo({ commit }: Order): CellValue {
  const label = typeof commit.budgetLine === 'string' ? commit.budgetLine : '';
  return label.slice(0, 3) + label.slice(2);
}

export const LEC_PLANTS: readonly Plant[] = [
  ...plants(
    'LEC-04',
    ['columns', 'ceilings', 'closing', 'duties', 'hidden', 'chorus'],
    [
      ['pas de montant de CP', without('cp')],
      ['pas de date de paiement', without('paymentDate')],
      ['pas de numéro d’EJ', without('ejNumber')],
    ],
  ),
  ...plants(
    'LEC-05',
    [],
    [
      ['un état que personne ne comprend', reworded('LEC-05', 'status', () => 'Feu vert')],
      ['un code de couleur à la place de l’état', reworded('LEC-05', 'status', () => 'Orange')],
      ['un engagement gelé', reworded('LEC-05', 'status', () => 'Gelé')],
      ['« Visa » : demandé ou obtenu ?', reworded('LEC-05', 'status', () => 'Visa CBCM')],
    ],
  ),
  ...plants(
    'LEC-06',
    [],
    [
      ['un poste avec une lettre de trop', reworded('LEC-06', 'budgetLine', withTypo)],
      ['un poste qui n’est dans aucune annexe', reworded('LEC-06', 'budgetLine', () => 'Vols intérieurs')],
      ['« Divers » à la place du poste', reworded('LEC-06', 'budgetLine', () => 'Divers')],
    ],
  ),
];
