/**
 * Types de montant and types de valeur of the « comptabilité budgétaire » → the movement of a line. Codes with or
 * without their leading zero, or the labels that Chorus gives them. Sources: the restitution JP51 and the « Journal des
 * pièces » of Chorus; SAP's own lists for the rest.
 */
import type { ChorusMovement } from '../domain/reconciliation/extract';
import type { Nature } from '../domain/money/nature';
import type { CellValue } from '../workbook/cells';
import { codeOfType } from '../workbook/ledger/columns/amount-types';

/** The movement of a line; `reservation` consumes nothing. */
export type LineMovement = { readonly movement: ChorusMovement; readonly nature: Nature } | 'reservation' | 'unknown';

const VALUE_LABELS: readonly (readonly [RegExp, number])[] = [
  [/^demandes? d achat/, 50],
  [/^commandes?\b/, 51],
  [/^factures?/, 54],
  [/^paiements?/, 57],
  [/^demandes? d acompte/, 58],
  [/^pieces? pre ?enregistre/, 60],
  [/^acomptes?/, 61],
  [/^reimputations?/, 64],
  [/^engagements? de fonds|^engagements?$/, 65],
  [/^transferts?/, 66],
  [/^blocages?/, 80],
  [/^reservations?/, 81],
  [/^pre ?engagements?/, 82],
];

/** The code of a type de valeur cell; null when it is none. */
export function valueTypeOf(cell: CellValue): number | null {
  return codeOfType(cell, VALUE_LABELS);
}

/**
 * The movement of a line by its two types. Types 100 and 150 commit; 200 mirrors a payment on the EJ and commits
 * nothing; 250 and 260 pay; 300 to 352 bring EJ over from another year; 500 follows the next document; 600, 650, 700
 * and 750 move between imputations. On documents of payment (factures, paiements) the amounts are CP.
 * @example movementOf(200, 51, -5000) // { movement: 'reduction', nature: 'AE' }
 */
export function movementOf(amountType: number | null, valueType: number | null, cents: number): LineMovement {
  const stage = stageOfValue(valueType);
  if (stage === null) return 'unknown';
  if (stage === 'reservation') return 'reservation';
  const nature: Nature = stage === 'commitment' ? 'AE' : 'CP';
  switch (amountType) {
    case 100:
      return stage === 'commitment' ? committed('commitment', cents) : { movement: stage, nature };
    case 150:
    case 220:
      return stage === 'commitment' ? committed('modification', cents) : { movement: stage, nature };
    case 200:
    case 210:
      return { movement: 'reduction', nature };
    case 250:
    case 260:
    case 270:
      return { movement: 'payment', nature: 'CP' };
    case 300:
    case 350:
    case 351:
    case 352:
    case 360:
      return { movement: 'carryOver', nature };
    case 500:
      return stage === 'commitment' ? { movement: 'adjustment', nature } : { movement: stage, nature };
    case 600:
    case 650:
    case 700:
    case 750:
      return { movement: 'reimputation', nature };
    case 400:
      return 'reservation';
    default:
      return 'unknown';
  }
}

/** A negative amount on an EJ is a retrait, whatever its type (GBCP, art. 160). */
export function committed(movement: 'commitment' | 'modification', cents: number): LineMovement {
  return { movement: cents < 0 ? 'decommitment' : movement, nature: 'AE' };
}

function stageOfValue(
  valueType: number | null,
): 'commitment' | 'invoiced' | 'payment' | 'reimputation' | 'reservation' | null {
  switch (valueType) {
    case 51:
    case 65:
      return 'commitment';
    case 54:
    case 58:
    case 60:
      return 'invoiced';
    case 57:
    case 61:
      return 'payment';
    case 64:
    case 66:
      return 'reimputation';
    case 50:
    case 80:
    case 81:
    case 82:
      return 'reservation';
    default:
      return null;
  }
}
