/** AE (autorisations d'engagement, to commit) and CP (crédits de paiement, to pay): LOLF art. 8. Never netted. */
export type Nature = 'AE' | 'CP';

/** Both natures, in the order of every document. */
export const NATURES: readonly Nature[] = ['AE', 'CP'];
