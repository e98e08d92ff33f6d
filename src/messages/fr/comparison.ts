/** French words of a comparison: figures, causes, kinds of change. */
import type { BridgedFigure, BridgeCause } from '../../domain/comparison/bridges';
import type { RowChange } from '../../domain/comparison/compare-states';
import type { RowStatus } from '../../domain/envelopes/ledger';
import { fr } from '../typography';

/** The figures that make another one: a higher allocation raises it, more consumed or reserved lowers it. */
export type MovedFigure = Extract<BridgeCause, 'allocated' | 'consumed' | 'reserved'>;

export const COMPARISON = {
  colon: '\u00a0: ',
  semicolon: fr` ; `,
  figures: {
    allocated: fr`Dotation`,
    consumed: fr`Consommé`,
    reserved: fr`En attente`,
    remaining: fr`Non consommé`,
    available: fr`Disponible`,
    outstanding: fr`Restes à payer`,
  } satisfies Record<BridgedFigure, string>,
  noPoste: fr`Sans poste`,
  /** Read beside an amount with its sign. */
  causes: {
    added: fr`lignes ajoutées`,
    removed: fr`lignes supprimées`,
    amount: fr`montants modifiés`,
    date: fr`dates modifiées`,
    status: fr`états modifiés`,
    envelope: fr`changements d'enveloppe`,
    poste: fr`changements de poste`,
    otherCells: fr`autres cellules modifiées`,
    decommitments: fr`retraits d'engagement`,
    period: fr`opérations entre les deux dates`,
    lastYear: fr`opérations de l'exercice précédent`,
    terms: fr`termes de la convention ou EJ antérieurs`,
    initial: fr`dotation initiale`,
    amendment: fr`avenants`,
    transfer: fr`redéploiements`,
    carryOver: fr`reports`,
    restoration: fr`rétablissements de crédits`,
    freeze: fr`gels`,
    committed: fr`AE engagées`,
    decommitted: fr`retraits d'engagement`,
    paid: fr`CP payés`,
    bound: fr`part au-dessus du plus grand montant affiché`,
  } satisfies Record<Exclude<BridgeCause, MovedFigure>, string>,
  /** A figure that moves another one: what it became, whatever the sign of its effect. */
  moves: {
    allocated: { up: fr`hausse de la dotation`, down: fr`baisse de la dotation` },
    consumed: { up: fr`hausse du consommé`, down: fr`baisse du consommé` },
    reserved: { up: fr`hausse des montants en attente`, down: fr`baisse des montants en attente` },
  } satisfies Record<MovedFigure, Readonly<Record<'up' | 'down', string>>>,
  kinds: {
    added: fr`Ajoutée`,
    removed: fr`Supprimée`,
    changed: fr`Modifiée`,
    dated: fr`Comptée autrement`,
  } satisfies Record<RowChange['kind'], string>,
  statuses: { firm: fr`ferme`, project: fr`projet`, cancelled: fr`annulé` } satisfies Record<RowStatus, string>,
  /** The counts are already formatted. */
  rows: (counts: Readonly<Record<RowChange['kind'] | 'unchanged', string>>): string =>
    fr`Lignes du suivi. Ajoutées : ${counts.added} ; supprimées : ${counts.removed} ; modifiées : ${counts.changed} ; inchangées mais comptées autrement : ${counts.dated} ; inchangées : ${counts.unchanged}`,
  findings: (counts: Readonly<Record<'came' | 'went' | 'changed' | 'kept', string>>): string =>
    fr`Constats. Apparus : ${counts.came} ; disparus : ${counts.went} ; modifiés : ${counts.changed} ; maintenus : ${counts.kept}`,
  came: fr`Constats apparus`,
  went: fr`Constats disparus`,
  changed: fr`Constats modifiés`,
  /** The value that a finding had in the state before. */
  formerly: (found: string): string => fr`Avant : ${found}`,
  /** Its words are those of before: the code of a renamed envelope is in none of them. */
  sameFinding: fr`même constat`,
  /** Of the convention: the cells of its tables. */
  terms: fr`Termes de la convention modifiés`,
  /** A row that one convention has not. */
  absent: fr`(absent)`,
  /** A row whose filled cells are all in its name. */
  present: fr`(présent)`,
  /** By their references, or identifiers. */
  otherConvention: (before: string, after: string): string =>
    fr`Les deux situations sont de conventions différentes (${before} ; ${after}) : les écarts ne sont pas ceux d'une même convention.`,
  noChange: fr`Aucune différence.`,
  empty: fr`(vide)`,
};
