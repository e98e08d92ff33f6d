/**
 * The nature of an engagement juridique, given by the first two digits of its number (Chorus: 10 marché unique, 11 à
 * tranches, 12 mixte, 13 accord-cadre à bons de commande, 14 bon de commande, 15 to 18 the same as MAPA, 19 décision,
 * 20 bail, 21 subvention, 22 autre contrat), and the one that the words of a row name, when they are clear.
 */
import type { LedgerRow } from '../../envelopes/ledger';

/** The natures that words distinguish. */
export type EjNature = 'purchaseOrder' | 'frameworkAgreement' | 'adaptedProcedure' | 'contract' | 'lease' | 'grant';

/** The prefixes of each nature. */
export const PREFIXES: Readonly<Record<EjNature, readonly string[]>> = {
  purchaseOrder: ['14', '15', '16', '17', '18'], // the order of a MAPA may have its number
  frameworkAgreement: ['12', '13', '17', '18'],
  adaptedProcedure: ['15', '16', '17', '18'],
  contract: ['10', '11', '12', '15', '16', '18'],
  lease: ['20'],
  grant: ['21'],
};

/** Words in the kind of operation. An order names the contract that it depends on: it comes first. */
const IN_OPERATION: readonly (readonly [EjNature, RegExp])[] = [
  ['purchaseOrder', /\b(?:bons?\s+de\s+commande|bdc)\b/i],
  ['frameworkAgreement', /\baccords?[\s-]+cadres?\b/i],
  ['adaptedProcedure', /\bmapa\b/i],
  ['grant', /\bsubventions?\b/i],
  ['lease', /\bbail\b/i],
  ['contract', /(?<!\p{L})march[ée]s?(?!\p{L})/iu],
];

/** Words at the start of the label; « Marché… » there may be the contract of an order. */
const AT_START_OF_LABEL: readonly (readonly [EjNature, RegExp])[] = [
  ['purchaseOrder', /^\s*bon\s+de\s+commande\b/i],
  ['grant', /^\s*subvention\b/i],
  ['lease', /^\s*bail\b/i],
];

/** « EJ », « DP », « SF » name no nature, and most rows have no other word. */
const SHORTEST_OPERATION = 3;

/**
 * The nature that the words of a row name; null when they name none. An accord-cadre à bons de commande is a framework
 * agreement.
 */
export function natureNamedBy({ operation, label }: LedgerRow): EjNature | null {
  if (operation.length >= SHORTEST_OPERATION) {
    if (/\baccords?[\s-]+cadres?\s+(?:à|a)\s+bons?\b/i.test(operation)) return 'frameworkAgreement';
    const named = IN_OPERATION.find(([, pattern]) => pattern.test(operation));
    if (named) return named[0];
  }
  return beginsLikeOne(label) ? (AT_START_OF_LABEL.find(([, pattern]) => pattern.test(label))?.[0] ?? null) : null;
}

/** A quick test before three patterns are tried: the first letter is a « b » or an « s ». */
function beginsLikeOne(label: string): boolean {
  const letter = label.trimStart().charAt(0).toLowerCase();
  return letter === 'b' || letter === 's';
}
