/**
 * Words under « N° EJ » that are the state of the order rather than its number: « annulé », « à venir », « à créer »,
 * « en cours », « DA 1000123456 ». They are the status of a row that has no other one, and that nobody has paid.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { namesRequest } from '../../../../domain/imputation/ej-number';
import { comparable } from '../../../../domain/text';
import { isStatusAlone, statusOfWords } from '../status-words';

const LONGEST = 60;
/** An EJ that is being entered; « En cours d'exécution » is one that was signed. */
const NOT_YET =
  /^(?:ej |bc |commande )?(?:(?:encore )?en cours(?: (?:de |d )?(?:creation|saisie|emission|passation|engagement|redaction|preparation|validation|signature|generation|chorus|cree|etablissement))?|(?:a|en) (?:saisir|generer|etablir|emettre|passer|faire|ouvrir|creer|creation|demander|lancer|lancement|preparation)|pas encore(?: (?:cree|engage|passe|emis|signe|saisi|fait)e?s?)?|non (?:cree|emis|passe|saisi)e?s?|to be (?:created|issued|raised|signed)|to come|pending)$/;
/** The number alone is awaited. */
const OF_NUMBER = /\b(?:n|no|num|numeros?)\b|°/;

/** The row by the words of its EJ; the same row for any other. */
export function withStatusOfEj(row: LedgerRow): LedgerRow {
  const { ej, status, statusText, unknownStatus, cp, paymentDate } = row;
  if (ej.kind !== 'malformed' || status !== 'firm' || (statusText ?? unknownStatus) !== undefined) return row;
  const found = statusOfEj(ej.raw);
  if (found === 'cancelled') return { ...row, status: found, statusText: ej.raw.trim() };
  const isPaid = cp.kind === 'amount' && cp.cents > 0 && paymentDate.kind === 'date';
  return found === 'project' && !isPaid ? { ...row, status: found } : row;
}

function statusOfEj(raw: string): 'project' | 'cancelled' | null {
  if (namesRequest(raw)) return 'project';
  if (raw.length > LONGEST || /\d/.test(raw)) return null;
  const words = comparable(raw).trim();
  if (OF_NUMBER.test(words)) return null;
  if (NOT_YET.test(words.replace(/[^a-z]+/g, ' ').trim())) return 'project';
  const { status, isKnown } = statusOfWords(raw);
  if (!isKnown || status === 'firm') return null;
  return status === 'cancelled' || isStatusAlone(raw) ? status : null;
}
