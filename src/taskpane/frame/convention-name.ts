/** The name of a convention on one line: « DGEFP – DGE 2023 ». */
import type { Convention, Party } from '../../domain/envelopes/convention';

/** The initials of both parties and the credit year; the title where a party has no initials. */
export function conventionName({ delegants, delegates, creditYear, title }: Convention): string {
  const sides = [delegants, delegates].map((parties) => parties.map(initialsOf));
  if (sides.some((side) => side.length === 0 || side.includes(null))) return title;
  return `${sides.map((side) => side.join(', ')).join(' – ')} ${String(creditYear)}`;
}

/** « Direction générale des entreprises (DGE) » → « DGE »; a name that is short already; null otherwise. */
function initialsOf({ name }: Party): string | null {
  const open = name.lastIndexOf('(');
  const close = name.indexOf(')', open);
  const initials = open === -1 || close === -1 ? name.trim() : name.slice(open + 1, close).trim();
  return initials !== '' && initials.length <= LONGEST ? initials : null;
}

/** Characters. */
const LONGEST = 16;
