/** What the controls on movements share: the cells of their table, by the French headings that the team reads. */
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

/** What the controls on transfers say of one; amounts in cents. */
export function transferOf({ from, to, nature, amount }: Movement) {
  return { from, to, nature, cents: amount.cents };
}

/** True for a transfer of which nobody says that it was authorised, nor when (FON-01). */
export function isUnauthorised(movement: Movement): boolean {
  return movement.type === 'transfer' && movement.authorisedBy.trim() === '' && movement.authorisedOn === null;
}
