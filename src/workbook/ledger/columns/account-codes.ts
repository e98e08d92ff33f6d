/** Columns of codes of accounts, « Compte PCE », « Groupe de marchandises »: the whole numbers under them are no money. */
const ACCOUNTS =
  /^(?:(?:(?:n|no|numeros?) (?:de )?)?(?:comptes?|cptes?)(?: (?:pce|pcg|generale?|general|budgetaire|comptable|d imputation|de charges?|du pce))?|pce|pcg|natures? comptables?|groupes? de marchandises?)$/;

/** True for such a heading, without case nor accents. */
export function headsAccounts(heading: string): boolean {
  return ACCOUNTS.test(heading.replace(/[^a-z]+/g, ' ').trim());
}
