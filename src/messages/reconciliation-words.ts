/**
 * Words of the reconciliation with Chorus: states of the groups, reasons, shapes, and what had to be mended in an
 * extract.
 */
import type { NotCompared } from '../domain/reconciliation/amounts';
import type { ChorusShape, ExtractLack, ExtractRepair, IgnoredLine } from '../domain/reconciliation/extract';
import type { GroupStatus } from '../domain/reconciliation/groups';
import type { Language } from './language';
import { en, fr } from './typography';

/** The words of one language; each is read after a colon or in a list. */
export interface ReconciliationWords {
  readonly statuses: Readonly<Record<GroupStatus, string>>;
  readonly reasons: Readonly<Record<NotCompared, string>>;
  readonly shapes: Readonly<Record<ChorusShape, string>>;
  readonly lacks: Readonly<Record<ExtractLack, string>>;
  readonly repairs: Readonly<Record<ExtractRepair['kind'], string>>;
  readonly ignored: Readonly<Record<IgnoredLine['reason'], string>>;
}

const FR: ReconciliationWords = {
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
  },
  reasons: {
    outsideCreditYear: fr`d'un autre exercice`,
    afterAsOf: fr`après la date de la situation`,
    project: fr`projet d'engagement`,
    cancelled: fr`ligne annulée`,
    amountUnreadable: fr`montant illisible`,
    noAmount: fr`sans montant, ou nul`,
    mirror: fr`réduction (type 200), reflet d'un paiement`,
    carryOver: fr`report d'un EJ antérieur absent de ENV_RAP`,
    otherExtract: fr`déjà donné par un autre extrait`,
    natureNotGiven: fr`nature absente des extraits`,
    keyNotGiven: fr`numéro absent des extraits`,
    codesNotGiven: fr`sans imputation, EJ inconnu du suivi`,
  },
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
  },
  lacks: {
    ej: fr`n° d'EJ`,
    ejLine: fr`n° de poste d'EJ`,
    dp: fr`n° de DP`,
    date: fr`date`,
    imputation: fr`imputation`,
    envelope: fr`axe ministériel 2`,
    carryOver: fr`part des EJ antérieurs`,
  },
  repairs: {
    strayQuotes: fr`guillemets mal fermés`,
    raggedRow: fr`lignes de longueur inégale`,
    encoding: fr`codage des caractères`,
    leadingZero: fr`zéros de tête rétablis`,
    separator: fr`séparateur annoncé par le fichier`,
    entity: fr`caractères codés (&…;)`,
    prefixRemoved: fr`préfixes de société ôtés`,
    nulByte: fr`octets nuls ôtés`,
    decimalPart: fr`numéros avec une partie décimale`,
    centsRounded: fr`montants arrondis au centime`,
    numberDamaged: fr`numéros dont des chiffres sont perdus, non rétablis`,
    dateUnreadable: fr`dates illisibles, non rétablies`,
  },
  ignored: {
    empty: fr`vide`,
    total: fr`total`,
    preamble: fr`préambule`,
    amountUnreadable: fr`montant illisible`,
    movementUnknown: fr`type de mouvement inconnu`,
    zero: fr`montant nul`,
    reservation: fr`réservation de crédits`,
    tooManyCells: fr`plus de cellules que d'en-têtes`,
    cutShort: fr`coupée par la fin du fichier`,
  },
};

const EN: ReconciliationWords = {
  statuses: {
    matched: en`Matched`,
    amountDiffers: en`Amounts differ`,
    codesDiffer: en`Imputation differs`,
    notInChorus: en`Not in Chorus`,
    notInLedger: en`Not in the ledger`,
    twiceInChorus: en`Twice in Chorus`,
    inProgress: en`In progress (not paid, for information)`,
    notCompared: en`Not compared`,
    outsideConvention: en`Outside the convention`,
  },
  reasons: {
    outsideCreditYear: en`of another year`,
    afterAsOf: en`after the date of the situation`,
    project: en`project of a commitment`,
    cancelled: en`cancelled row`,
    amountUnreadable: en`an amount cannot be read`,
    noAmount: en`no amount, or zero`,
    mirror: en`reduction (type 200), the mirror of a payment`,
    carryOver: en`an earlier EJ brought forward, not listed in ENV_RAP`,
    otherExtract: en`already told by another extract`,
    natureNotGiven: en`this nature is in no extract`,
    keyNotGiven: en`the extracts lack its number`,
    codesNotGiven: en`no codes, and an EJ that the ledger does not know`,
  },
  shapes: {
    infBud53Ae: en`INF-BUD-53, AE`,
    infBud53Cp: en`INF-BUD-53, CP`,
    infBud53Measures: en`INF-BUD-53, several measures`,
    nationalAe: en`national extract of AE`,
    nationalCp: en`national extract of CP`,
    journal: en`journal of documents`,
    jp51: en`JP51, commitments`,
    jp57: en`JP57, payments`,
    subvention: en`extract of grants`,
    unnamed: en`table recognised by its headings`,
  },
  lacks: {
    ej: en`EJ number`,
    ejLine: en`EJ line number`,
    dp: en`DP number`,
    date: en`date`,
    imputation: en`imputation`,
    envelope: en`ministerial axis 2`,
    carryOver: en`share of earlier EJ`,
  },
  repairs: {
    strayQuotes: en`quotation marks not closed`,
    raggedRow: en`rows of unequal length`,
    encoding: en`character encoding`,
    leadingZero: en`leading zeros put back`,
    separator: en`separator announced by the file`,
    entity: en`coded characters (&…;)`,
    prefixRemoved: en`prefixes of the société removed`,
    nulByte: en`null bytes removed`,
    decimalPart: en`numbers with a decimal part`,
    centsRounded: en`amounts rounded to the cent`,
    numberDamaged: en`numbers whose digits are lost, not mended`,
    dateUnreadable: en`dates that cannot be read, not mended`,
  },
  ignored: {
    empty: en`empty`,
    total: en`total`,
    preamble: en`preamble`,
    amountUnreadable: en`an amount cannot be read`,
    movementUnknown: en`unknown kind of movement`,
    zero: en`zero amount`,
    reservation: en`reservation of credits`,
    tooManyCells: en`more cells than headings`,
    cutShort: en`cut by the end of the file`,
  },
};

/** The words of a language. */
export function reconciliationWords(language: Language): ReconciliationWords {
  return language === 'fr' ? FR : EN;
}
