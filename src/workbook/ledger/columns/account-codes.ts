/**
 * Columns of codes of accounts, « Compte PCE », « Groupe de marchandises »: the whole numbers under them are no money.
 * « Compte 611 » is an account: what is under it are its amounts.
 */
const ACCOUNTS =
  /^(?:(?:(?:n|no|numeros?) (?:de )?)?(?:comptes?|cptes?)(?: (?:pce|pcg|gen|generale?|general|budgetaire|comptable|d imputation|de charges?|(?:de )?depenses?|du pce))?|pce|pcg|gm|natures? comptables?|groupes? de marchandises?)$/;
/** « Compte2 », as Excel names a second « Compte ». */
const SECOND = /(?<=[a-z])\d{1,2}$/;

/** True for such a heading, without case nor accents. */
export function headsAccounts(heading: string): boolean {
  return ACCOUNTS.test(
    heading
      .replace(SECOND, '')
      .replace(/[^a-z\d]+/g, ' ')
      .trim(),
  );
}
