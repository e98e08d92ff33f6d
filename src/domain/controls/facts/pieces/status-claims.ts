/** Acts that the words of a status give as done for its row: « Payé », « DP réglée le 12/03 », « Mandaté », « Engagé ». */
import { remembering } from '../../../remembering';
import { comparable } from '../../../text';

/** The amount that such an act leaves on its row. */
type ClaimedAmount = 'ae' | 'cp';

const PAID: ReadonlySet<string> = wordsOf('paye paid regle decaisse acquitte settled disbursed');
/** Issued, and not paid yet: the CP are in waiting. */
const ISSUED: ReadonlySet<string> = wordsOf('mandate ordonnance liquide');
const COMMITTED: ReadonlySet<string> = wordsOf('engage notifie signe committed signed notified');
/** The piece, before its act: « Facture payée », « Marché notifié ». */
const PIECE = /^(?:dp|factures?|cp|ej|bc|marches?|commandes?|contrats?|engagements?) /;
const SENT = /^(?:mise?s? en|transmise?s? au) paiement\b/;
const FEMININE_OR_PLURAL = /(?<=e)(?:e?s|e)$/;
const LONGEST = 60;

/** The amount that the status of a row asks for; null for another status, « Payé » or not: « À payer », « Non engagé ». */
export const amountClaimedBy: (status: string) => ClaimedAmount | null = remembering((status) => {
  const text = comparable(status.slice(0, LONGEST)).replace(PIECE, '');
  const word = actOf(text);
  if (PAID.has(word) || ISSUED.has(word) || SENT.test(text)) return 'cp';
  return COMMITTED.has(word) ? 'ae' : null;
});

/** « Payé », « Réglée le 12/03 »; « Payé en partie » is another status. */
export function isPaidStatus(text: string): boolean {
  const [, next = 'le'] = comparable(text).split(' ');
  return PAID.has(actOf(comparable(text))) && next === 'le';
}

/** The first word of a status, in the masculine singular. */
function actOf(text: string): string {
  return (/^\p{L}+/u.exec(text)?.[0] ?? '').replace(FEMININE_OR_PLURAL, '');
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
