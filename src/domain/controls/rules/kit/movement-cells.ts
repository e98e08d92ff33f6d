/** The cells of the table of movements, by their French headings, and the details shared by the controls on them. */
import { fungibleTransfer, isBetweenLines } from '../../../envelopes/allowances/free-transfers';
import type { Convention, Movement } from '../../../envelopes/convention';
import type { AuthorisationPart } from '../../findings/details/fon';
import type { Place } from '../../findings/finding';

const COLUMNS: Readonly<Record<AuthorisationPart | 'type', string>> = {
  type: 'Type',
  authorisedBy: 'Autorisé par',
  authorisedOn: "Date d'autorisation",
  reference: 'Référence',
  date: 'Date',
  from: 'De',
  to: 'Vers',
  amount: 'Montant',
};

/** A cell of a movement. */
export function movementCell({ index }: Movement, part: keyof typeof COLUMNS): Place {
  return { kind: 'convention', table: 'ENV_Mouvements', row: index, column: COLUMNS[part] };
}

/** Details of a transfer; amounts in cents. */
export function transferOf({ from, to, nature, amount }: Movement) {
  return { from, to, nature, cents: amount.cents };
}

/** True for a transfer that needs an authorisation and has neither its author nor its date (FON-01). */
export function isUnauthorised(convention: Convention, movement: Movement): boolean {
  const { type, authorisedBy, authorisedOn } = movement;
  return type === 'transfer' && authorisedBy.trim() === '' && authorisedOn === null && !isFree(convention, movement);
}

/** True for a transfer that needs no authorisation. */
export function isFree(convention: Convention, movement: Movement): boolean {
  return isBetweenLines(movement) || fungibleTransfer(convention, movement)?.isFree === true;
}
