/**
 * Texts that the product wrote itself: the findings of a row in the column « Contrôle », « IMP-06 Axe ministériel 2
 * absent ou inconnu : PDX (attendu : « PDE ») », its formulas frozen or not. They quote the words of the team and name
 * a doubt, so that to read them as remarks would report each finding a second time.
 */
const DASHES: ReadonlySet<number> = new Set([2, 3]);
/** The longest first finding of such a text: its title, what was found, and what was expected. */
const LONGEST_FINDING = 600;
const OWN_VERDICT = /^[A-Z]{2,3}-\d\d\s\p{Lu}[\s\S]*?\((?:attendu|expected)\s?:\s/u;

/** True for the findings of a row as `=ENVELOPE.CHECK(…)` writes them, in either language. */
export function isOwnVerdict(text: string): boolean {
  return DASHES.has(text.indexOf('-')) && OWN_VERDICT.test(text.slice(0, LONGEST_FINDING));
}
