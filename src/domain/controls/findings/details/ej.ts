/** Details of the EJ findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { EjNature } from '../../facts/ej-nature';

/** Details of each EJ rule. */
export interface EjDetails {
  /**
   * `known`: the row names an EJ, but nobody committed it; otherwise it names none and `raw` is empty. `withoutAe`: the
   * code of its envelope, to which the convention gives CP and no AE. `ae`: what a row commits that pays nothing and
   * names no EJ. `parts`: how many rows its amounts are the sum of.
   */
  'EJ-01': {
    readonly raw: string;
    readonly known: boolean;
    readonly cp: number;
    readonly withoutAe?: string;
    readonly ae?: number;
    readonly parts?: number;
  };
  'EJ-02': { readonly ej: string; readonly committed: number; readonly paid: number; readonly over: number };
  /** `several`: the cell holds several numbers. `retrait`: the AE that the row would free, and does not. */
  'EJ-03': { readonly raw: string; readonly several: boolean; readonly retrait?: number };
  /** `expected`: the prefixes of the nature that the words of the row name. */
  'EJ-04': { readonly ej: string; readonly nature: EjNature; readonly expected: readonly string[] };
  /** `commits`: the row commits; otherwise it pays or withdraws. */
  'EJ-05': {
    readonly ej: string;
    readonly envelope: string;
    readonly firstEnvelope: string;
    readonly commits: boolean;
    /** The poste of the EJ that the row commits, where the first commitment is on another. */
    readonly ownPoste?: string;
  };
  /** `listed`: the EJ is of the RAP list; otherwise the ledger dates it before the credits. */
  'EJ-06': { readonly ej: string; readonly cents: number; readonly listed: boolean };
  /** `served` is null when the row has no date of service. */
  'EJ-07': { readonly paid: CivilDate; readonly served: CivilDate | null };
  /**
   * `ej`: empty when the row names none; `counted`: what it then withdraws all the same. `isPresent`: other rows of the
   * EJ are in the ledger, and commit nothing.
   */
  'EJ-08': { readonly ej: string; readonly cents: number; readonly counted?: number; readonly isPresent?: true };
  /** `withdrawn`: the retraits of the EJ up to the row; `counted`: what the row withdraws all the same. */
  'EJ-09': { readonly ej: string; readonly withdrawn: number; readonly committed: number; readonly counted: number };
}
