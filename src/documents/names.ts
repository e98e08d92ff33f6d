/** Short names for notes and control lines, where an annex's whole sentence would not fit. */
import { DOCUMENT_WORDS as words } from '../messages/documents/documents-fr';
import type { Scope } from './figures/ledger-sums';

/** `PDE`, `PDE, Outils de production`. */
export function shortName({ envelope, line }: Scope): string {
  if (line === null) return envelope.code;
  return words.inside(envelope.code, line === 'none' ? words.withoutLine : (line.aliases[0] ?? line.label));
}
