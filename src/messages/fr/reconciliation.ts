/** French words of the reconciliation with Chorus; each is read after a colon or in a list. */
import type { NotCompared } from '../../domain/reconciliation/amounts';
import type { ChorusShape } from '../../domain/reconciliation/extract';
import type { ExtractLack, ExtractRepair, IgnoredLine } from '../../domain/reconciliation/extract-reading';
import type { GroupStatus } from '../../domain/reconciliation/groups';
import { fr } from '../typography';

export const RECONCILIATION = {
  /** Of a group of rows and lines. */
  statuses: {
    matched: fr`Rapproché`,
    amountDiffers: fr`Écart de montant`,
    codesDiffer: fr`Imputation différente`,
    notInChorus: fr`Absent de Chorus`,
    notInLedger: fr`Absent du suivi`,
    twiceInChorus: fr`En double dans Chorus`,
    inProgress: fr`En cours (non payé, pour information)`,
    notCompared: fr`Hors comparaison`,
    outsideConvention: fr`Hors convention`,
  } satisfies Record<GroupStatus, string>,
  /** Why an amount or a line is not compared. */
  reasons: {
    outsideCreditYear: fr`d'un autre exercice`,
    afterAsOf: fr`après la date de la situation`,
    project: fr`projet d'engagement`,
    cancelled: fr`ligne annulée`,
    amountUnreadable: fr`montant illisible`,
    noAmount: fr`sans montant, ou nul`,
    mirror: fr`réduction (type 200), reflet d'un paiement`,
    carryOver: fr`report d'un EJ antérieur, absent du suivi et de ENV_RAP`,
    otherExtract: fr`déjà donné par un autre extrait`,
    replaced: fr`remplacé par un extrait plus récent`,
    otherAmount: fr`autre montant que dans un autre extrait`,
    natureNotGiven: fr`nature absente des extraits`,
    keyNotGiven: fr`numéro absent des extraits`,
    codesNotGiven: fr`sans imputation, EJ inconnu du suivi`,
    ejUnreadable: fr`n° d'EJ illisible`,
  } satisfies Record<NotCompared, string>,
  /** Of an extract. */
  shapes: {
    infBud53Ae: fr`INF-BUD-53, AE`,
    infBud53Cp: fr`INF-BUD-53, CP`,
    infBud53Measures: fr`INF-BUD-53, plusieurs mesures`,
    nationalAe: fr`extrait national des AE`,
    nationalCp: fr`extrait national des CP`,
    journal: fr`journal des pièces`,
    jp51: fr`JP51, engagements`,
    jp57: fr`JP57, paiements`,
    subvention: fr`extrait des subventions`,
    unnamed: fr`tableau reconnu par ses en-têtes`,
  } satisfies Record<ChorusShape, string>,
  /** Data that an extract does not give. */
  lacks: {
    ej: fr`n° d'EJ`,
    ejLine: fr`n° de poste d'EJ`,
    dp: fr`n° de DP`,
    date: fr`date`,
    imputation: fr`imputation`,
    envelope: fr`axe ministériel 2`,
    carryOver: fr`part des EJ antérieurs`,
  } satisfies Record<ExtractLack, string>,
  /** Corrections made to an extract as it was read. */
  repairs: {
    strayQuotes: fr`guillemets mal fermés`,
    raggedRow: fr`lignes de longueur inégale`,
    encoding: fr`codage des caractères`,
    leadingZero: fr`zéros initiaux rétablis`,
    separator: fr`séparateur annoncé par le fichier`,
    entity: fr`caractères codés (&…;)`,
    prefixRemoved: fr`préfixes de société ôtés`,
    nulByte: fr`octets nuls ôtés`,
    decimalPart: fr`numéros avec une partie décimale`,
    centsRounded: fr`montants arrondis au centime`,
    numberDamaged: fr`numéros dont des chiffres sont perdus, non rétablis`,
    dateUnreadable: fr`dates illisibles, non rétablies`,
    filledDown: fr`numéros et codes repris de la première ligne du groupe`,
  } satisfies Record<ExtractRepair['kind'], string>,
  /** Why a line of an extract is ignored. */
  ignored: {
    empty: fr`vide`,
    total: fr`total`,
    preamble: fr`préambule`,
    headings: fr`en-têtes répétés`,
    note: fr`sans montant ni numéro`,
    amountUnreadable: fr`montant illisible`,
    otherCurrency: fr`montant dans une autre unité que l'euro`,
    movementUnknown: fr`type de mouvement inconnu`,
    zero: fr`montant nul`,
    reservation: fr`réservation de crédits`,
    tooManyCells: fr`plus de cellules que d'en-têtes`,
    otherHeadings: fr`sous d'autres en-têtes`,
    aboveHeadings: fr`au-dessus des en-têtes`,
    cutShort: fr`coupée par la fin du fichier`,
    cancelled: fr`annulée ou supprimée dans Chorus`,
    notValidated: fr`non validée dans Chorus`,
  } satisfies Record<IgnoredLine['reason'], string>,
};
