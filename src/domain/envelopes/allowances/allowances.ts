/**
 * Terms that change ceilings or add some: transfers without prior consent, ceilings by programme or titre, commitments
 * in advance. Every one may be left out.
 */
import type { Euros } from '../../money/euros';
import type { Nature } from '../../money/nature';
import type { Ceilings } from '../envelope';

/**
 * Transfers between envelopes that need no prior consent. All limits that are given hold together, for the transfers of
 * one credit year and of one nature out of one envelope; without any, the named envelopes are fungible.
 */
export interface Fungibility {
  /** Code of the envelope that gives; null for any. */
  readonly from: string | null;
  /** Code of the envelope that receives; null for any. */
  readonly to: string | null;
  /** Null for both. */
  readonly nature: Nature | null;
  /** Share of the printed ceiling of the envelope that gives (0.1 = 10 %). */
  readonly share: number | null;
  readonly amount: Euros | null;
  /** Article that states it; empty when unknown. */
  readonly article: string;
}

/**
 * Programme: that of the codes of an envelope. Titre: the nature of the expense (2 personnel, 3 fonctionnement…) of a
 * poste or an envelope.
 */
export type CeilingPart = 'programme' | 'titre';

/** A ceiling over several envelopes or postes: those of one programme or of one titre. */
export interface PartCeiling {
  readonly part: CeilingPart;
  /** « 0103 », « 2 ». */
  readonly value: string;
  readonly year: number;
  readonly ceilings: Ceilings;
  readonly article: string;
}

/** A programme or a titre by its name, its value in the form that is compared: « 0103 », « 2 ». */
export type NamedPart = Pick<PartCeiling, 'part' | 'value'>;

/** The credits whose share bounds the commitments in advance. */
export type AdvanceBase = 'envelope' | 'convention' | 'currentYear';

/**
 * Commitments in advance (LOLF, art. 9; loi n° 2004-1484, art. 108): the share is a setting of the team, since the law
 * takes it of the credits of the programme. `currentYear`: the AE of the envelope in the year of the commitment.
 */
export interface AdvanceLimit {
  /** Null: not followed. */
  readonly share: number | null;
  readonly base: AdvanceBase;
}

/** These terms, as members of a convention. */
export interface Allowances {
  /** The first that names the two ends and the nature of a transfer applies. */
  readonly fungibility: readonly Fungibility[];
  readonly partCeilings: readonly PartCeiling[];
  readonly advances: AdvanceLimit;
  /** The team follows the CP of postes by their delegated amount, though the convention gives none by nature. */
  readonly followsLineCp: boolean;
}

/** The terms of a convention that states none; a quarter of the envelope is the prudence of the team. */
export const NO_ALLOWANCES: Allowances = {
  fungibility: [],
  partCeilings: [],
  advances: { share: 0.25, base: 'envelope' },
  followsLineCp: false,
};
