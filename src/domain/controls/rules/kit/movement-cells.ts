/** The cells of the table of movements, by their French headings, and the details shared by the controls on them. */
import { fungibleTransfer, isBetweenLines, isNamed } from '../../../envelopes/allowances/free-transfers';
import { isRefused } from '../../../envelopes/allowances/movement-effect';
import type { AuthorityPart, Convention, Movement, RegisterMark } from '../../../envelopes/convention';
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
export function movementCell(movement: Movement, part: keyof typeof COLUMNS): Place {
  return movementPlace(movement, COLUMNS[part]);
}

/** A cell of a movement under a heading, the team's own too. */
export function movementPlace({ index }: Movement, column: string): Place {
  return { kind: 'convention', table: 'ENV_Mouvements', row: index, column };
}

/**
 * The words by which a movement that needs no consent is refused or still awaited, in the column that has them; null
 * for none. Those of a transfer are in its details.
 */
export function refusalOf(movement: Movement): RegisterMark | null {
  const { type, notNamed } = movement;
  const part = (['reference', 'authorisedBy'] as const).find((one) => notNamed?.[one] === 'refused');
  return type === 'transfer' || part === undefined ? null : { heading: COLUMNS[part], raw: movement[part].trim() };
}

/** Details of a movement, with the words that name no author or are no reference; amounts in cents. */
export function transferOf({ from, to, nature, amount, notNamed, ...movement }: Movement) {
  const words: Partial<Record<AuthorityPart, string>> = {};
  for (const part of ['authorisedBy', 'reference'] as const)
    if (movement.type === 'transfer' && notNamed?.[part]) words[part] = movement[part].trim();
  return { from, to, nature, cents: amount.cents, ...(Object.keys(words).length > 0 && { words }) };
}

/** True for a transfer that needs an authorisation and has neither its author nor its date (FON-01). */
export function isUnauthorised(convention: Convention, movement: Movement): boolean {
  const { type, authorisedOn } = movement;
  return (
    type === 'transfer' && !isNamed(movement, 'authorisedBy') && authorisedOn === null && !isFree(convention, movement)
  );
}

/** True for a transfer that needs no authorisation. */
export function isFree(convention: Convention, movement: Movement): boolean {
  if (isRefused(movement)) return false;
  return isBetweenLines(movement) || fungibleTransfer(convention, movement)?.isFree === true;
}
