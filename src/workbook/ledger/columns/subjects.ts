/** The subject of a title or of the name of a sheet: what is committed, or what is paid. */
import { comparable } from '../../../domain/text';
import { normaliseHeading } from '../headings';
import { announcesUnpaid } from '../tables/title-words';

/** The subject of a group of columns, or of a whole table. */
export type Subject = 'commitment' | 'service' | 'payment';

const SUBJECTS_IN_WORDS: readonly (readonly [Subject, RegExp])[] = [
  ['commitment', /\b(ej|ae|engagements?|bons? de commande|commandes|commitments?|purchase orders?)\b/],
  ['payment', /\b(dp|cp|paiements?|mandats?|mandatements?|factures|payments?)\b/],
];

/** « Versements », « Avances », where no word above is; « Virements de crédits » are movements. */
const PAYMENTS =
  /\b(versements?|acomptes?|avances?|virements?(?! (?:de |d |entre )?(?:credits?|enveloppes?|lignes?|postes?))|reglements?|decaissements?|ordonnancements?)\b/;

/** « Avoirs », « Notes de crédit »: what lowers the payments, and not the commitments. */
const MONEY_BACK =
  /^(?:avoirs?|notes? de credit|penalites?|remboursements?|reversements?|remises?|rabais|ristournes?|trop[ -]?percus?)(?: 20\d\d)?$/;

/** The subject named by a title or by the name of a sheet; null without one, or with several. */
export function subjectOf(words: string): Subject | null {
  const text = normaliseHeading(words);
  const found = SUBJECTS_IN_WORDS.filter(([, pattern]) => pattern.test(text));
  if (found.length === 0)
    return PAYMENTS.test(text) || announcesUnpaid(words) || MONEY_BACK.test(comparable(words).trim())
      ? 'payment'
      : null;
  return found.length === 1 && found[0] ? found[0][0] : null;
}
