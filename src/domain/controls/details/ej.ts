/** What the EJ findings say. Amounts are in cents. */

/** Details of each EJ rule. */
export interface EjDetails {
  /** `known`: the row names an EJ, but nobody committed it; otherwise it names none and `raw` is empty. */
  'EJ-01': { readonly raw: string; readonly known: boolean; readonly cp: number };
  'EJ-02': { readonly ej: string; readonly committed: number; readonly paid: number; readonly over: number };
  'EJ-03': { readonly raw: string };
}
