/** The cells of the table of movements, by their French headings, and the details shared by the controls on them. */
import type { Movement } from '../../../envelopes/convention';
import type { AuthorisationPart } from '../../findings/details/fon';
import type { Place } from '../../findings/finding';

const COLUMNS: Readonly<Record<AuthorisationPart, string>> = {
  authorisedBy: 'Autorisé par',
  authorisedOn: "Date d'autorisation",
  reference: 'Référence',
  date: 'Date',
  from: 'De',
  to: 'Vers',
  amount: 'Montant',
};

/** A cell of a movement. */
export function movementCell({ index }: Movement, part: AuthorisationPart): Place {
  return { kind: 'convention', table: 'ENV_Mouvements', row: index, column: COLUMNS[part] };
}

/** Details of a transfer; amounts in cents. */
export function transferOf({ from, to, nature, amount }: Movement) {
  return { from, to, nature, cents: amount.cents };
}

/** True for a transfer without author nor date of an authorisation (FON-01). */
export function isUnauthorised(movement: Movement): boolean {
  return movement.type === 'transfer' && movement.authorisedBy.trim() === '' && movement.authorisedOn === null;
}
