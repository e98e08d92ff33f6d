/**
 * Words in the cell of a payment by which nothing is paid yet: « en cours », « à venir », « facture attendue », « pas
 * encore payé ». They are no amount, and the AE of their row count; in place of a day they are none, and the CP of
 * their row are still to pay. Words that leave an amount or a day open (« à préciser », « en litige », « ? ») are not
 * of these: it is not known.
 */
import type { AmountReading, DateReading } from '../../../../domain/envelopes/ledger';
import { comparable } from '../../../../domain/text';

const LONGEST = 40;
const ABSENT: { readonly kind: 'absent' } = { kind: 'absent' };
const TO_BE_PAID = /\bto (?:be )?(?:paid|pay|come|invoice|invoiced)\b/;
/** Words of a payment that is awaited, in French and in English. */
const TO_COME = new Set(
  'cours venir payer attente attendu attendue attendus attendues facturer recevoir regler mandater ordonnancer liquider livrer prevu prevue pending upcoming awaited awaiting awaits progress unpaid'.split(
    ' ',
  ),
);
const NEGATIONS = new Set(['non', 'pas', 'aucun', 'aucune', 'sans', 'not', 'no']);
/** Acts that a negation denies: « non payé », « aucune facture », « not yet invoiced ». */
const DONE = new Set(
  'paye payee payes paiement paiements facture facturee factures recu recue regle reglee mandate mandatee ordonnance liquide liquidee echu echue livre livree paid payment invoice invoiced received'.split(
    ' ',
  ),
);
/** Words that may be around these. */
const BESIDE = new Set(
  'a au en de du d la le l un encore facture factures paiement dp sf service fait solde reste livraison reception mandatement liquidation montant cp the to be yet in invoice payment balance pay come'.split(
    ' ',
  ),
);

/** The reading of a cell of CP: absent where its words mean that nothing is paid yet. */
export function paymentIn(reading: AmountReading): AmountReading {
  return reading.kind === 'unreadable' && areOfNoPaymentYet(reading.raw) ? ABSENT : reading;
}

/** The reading of the day of a payment, of its service fait or of its invoice: absent where it has not come. */
export function comeDay(reading: DateReading): DateReading {
  return reading.kind === 'unreadable' && areOfNoPaymentYet(reading.raw) ? ABSENT : reading;
}

function areOfNoPaymentYet(text: string): boolean {
  if (text.length > LONGEST || /\d/.test(text)) return false;
  const words: readonly string[] = comparable(text).match(/[a-z]+/g) ?? [];
  const isDenied = words.some((word) => NEGATIONS.has(word));
  const isToCome = words.some((word) => TO_COME.has(word)) || TO_BE_PAID.test(words.join(' '));
  const areKnown = words.every(
    (word) =>
      TO_COME.has(word) || BESIDE.has(word) || ((isDenied || isToCome) && (NEGATIONS.has(word) || DONE.has(word))),
  );
  return areKnown && (isToCome || (isDenied && words.some((word) => DONE.has(word))));
}
