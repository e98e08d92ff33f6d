/** French words of what a reconciliation really compared. */
import type { Coverage, CoverageCause, OutOfScope, Uncompared } from '../../domain/reconciliation/coverage';
import type { Nature } from '../../domain/money/nature';
import type { UnreadYears } from '../../domain/reconciliation/extract-reading';
import { fr } from '../typography';
import { RECONCILIATION } from './reconciliation';

const { reasons } = RECONCILIATION;
const rows = (count: string, isOne: boolean): string => fr`${count} ${isOne ? 'ligne' : 'lignes'}`;
const ofNature = (nature: Nature): string => (nature === 'AE' ? fr`d'AE` : fr`de CP`);
/** Of one nature, whatever the number of extracts. */
const everyLine = (nature: Nature, count: string, isOne: boolean, is: string): string =>
  isOne
    ? fr`La seule ligne ${ofNature(nature)} lue dans Chorus ${is}.`
    : fr`Les ${count} lignes ${ofNature(nature)} lues dans Chorus ${is}.`;

export const COVERAGE = {
  /** 0 is singular in French. */
  isOne: (count: number) => count < 2,
  title: fr`Part du suivi comparée`,
  nothingCompared: fr`Rien n'a pu être comparé`,
  nothingComparable: fr`Le suivi n'a aucun montant à comparer`,
  agree: fr`Le suivi et Chorus concordent`,
  readInPart: fr`Extrait lu en partie : l'accord n'est pas établi`,
  ledgerReadInPart: fr`Suivi lu en partie : l'accord n'est pas établi`,
  bothReadInPart: fr`Suivi et extrait lus en partie : l'accord n'est pas établi`,
  /** `amounts`: what is not zero, of all the places. */
  unreadPlaces: (count: string, isOne: boolean, places: string, amounts: string) =>
    isOne
      ? fr`Dans le classeur, ${count} endroit n'est pas lu, et n'est donc pas comparé : ${places}, soit ${amounts}. Ajoutez-le au suivi, ou mettez-le de côté avec un motif.`
      : fr`Dans le classeur, ${count} endroits ne sont pas lus, et ne sont donc pas comparés : ${places}, soit ${amounts} en tout. Ajoutez-les au suivi, ou mettez-les de côté avec un motif.`,
  ofNature: (amount: string, nature: Nature) => fr`${amount} ${ofNature(nature)}`,
  unreadable: (count: string, isOne: boolean) =>
    fr`${count} ${isOne ? fr`montant illisible` : fr`montants illisibles`}`,
  unreadableRows: (count: string, isOne: boolean) =>
    isOne
      ? fr`${count} montant du suivi est illisible, et n'est pas comparé. Corrigez-le (DON-01), puis relancez le rapprochement.`
      : fr`${count} montants du suivi sont illisibles, et ne sont pas comparés. Corrigez-les (DON-01), puis relancez le rapprochement.`,
  /** `amount` is null where it is not known. */
  unreadLines: (source: string, lines: string, isOne: boolean, amount: string | null) =>
    isOne
      ? fr`${source} : la ligne ${lines} n'est pas lue, et son montant${amount === null ? '' : fr`, ${amount},`} n'est pas comparé. Corrigez-la dans l'extrait, ou exportez-le de nouveau.`
      : fr`${source} : les lignes ${lines} ne sont pas lues, et leurs montants${amount === null ? '' : fr`, ${amount} en tout,`} ne sont pas comparés. Corrigez-les dans l'extrait, ou exportez-le de nouveau.`,
  /** After the numbers of the first unread lines. */
  moreLines: (count: string) => fr`${count} de plus`,
  column: (heading: string) => fr`« ${heading} »`,
  uncomparedCodes: (source: string, columns: string, isOne: boolean) =>
    isOne
      ? fr`${source} : la colonne ${columns} n'a aucun code reconnu, et n'est pas comparée.`
      : fr`${source} : les colonnes ${columns} n'ont aucun code reconnu, et ne sont pas comparées.`,
  unheaded: (source: string, beside: string, count: string, isOne: boolean) =>
    fr`${source} : la colonne sans en-tête à côté de « ${beside} » contient ${count} ${isOne ? fr`montant, qui n'est pas comparé` : fr`montants, qui ne sont pas comparés`}. Donnez-lui un en-tête, ou supprimez-la.`,
  unused: (source: string, heading: string, count: string, isOne: boolean, amount: string) =>
    fr`${source} : la colonne « ${heading} » contient ${count} ${isOne ? fr`montant, ${amount}, qui n'est pas comparé` : fr`montants, ${amount} en tout, qui ne sont pas comparés`}. Donnez-lui l'en-tête de Chorus ${isOne ? fr`s'il compte` : fr`s'ils comptent`}, ou supprimez-la.`,
  statuses: (source: string, heading: string, words: string, isOneLine: boolean) =>
    fr`${source} : ${heading === '' ? fr`mention à vérifier à droite du tableau` : fr`statut non reconnu dans la colonne « ${heading} »`}, ${words}. ${isOneLine ? fr`Ce montant compte, alors que Chorus a pu annuler la ligne` : fr`Ces montants comptent, alors que Chorus a pu annuler les lignes`}. Dans l'extrait, écrivez « Validé » ou « Annulé » à la place.`,
  struck: (source: string, words: string, isOneLine: boolean) =>
    isOneLine
      ? fr`${source} : ligne barrée, ${words}. Son montant compte, alors que Chorus a pu l'annuler. Dans l'extrait, retirez le trait, ou supprimez la ligne.`
      : fr`${source} : lignes barrées, ${words}. Leurs montants comptent, alors que Chorus a pu les annuler. Dans l'extrait, retirez le trait de celles qui valent, et supprimez les autres.`,
  years: (source: string, kind: UnreadYears['kind'], heading: string, words: string) =>
    ({
      exercise: fr`${source} : exercice non reconnu dans la colonne « ${heading} », ${words}. Ces montants peuvent être d'une autre année. Dans l'extrait, écrivez une seule année, telle que « 2023 ».`,
      above: fr`${source} : exercice non reconnu au-dessus des en-têtes, ${words}. Les lignes sans date peuvent être d'une autre année. Exportez l'extrait avec les dates, ou un exercice à la fois.`,
      column: fr`${source} : la colonne « ${heading} », ${words}, n'est pas lue. Les lignes peuvent être d'une autre année. Donnez-lui l'en-tête de Chorus (« Exercice comptable », « Date comptable »), ou supprimez-la si elle ne date pas les montants.`,
    })[kind],
  /** « Bloquée » (ligne 4, et 2 autres). */
  status: (words: string, line: string, others: number, count: string) =>
    others === 0
      ? fr`« ${words} » (ligne ${line})`
      : fr`« ${words} » (ligne ${line} et ${count} ${others === 1 ? 'autre' : 'autres'})`,
  part: (source: string, line: string, words: string) =>
    fr`${source} : la ligne ${line} annonce un extrait incomplet : « ${words} ». Exportez de nouveau l'extrait, en entier.`,
  otherTotal: (source: string, amount: string, measure: string) =>
    fr`${source} : la somme des lignes${measure === '' ? '' : fr` de « ${measure} »`} n'est pas le total affiché, ${amount}. Exportez de nouveau l'extrait, sans filtre.`,
  gaps: (count: string, isOne: boolean) => fr`${count} ${isOne ? 'écart' : 'écarts'} avec Chorus`,
  states: {
    AE: {
      nothing: () => fr`aucune AE à comparer`,
      none: () => fr`AE non comparées`,
      partial: (percent) => fr`AE comparées à ${percent}`,
      enough: () => fr`AE comparées`,
    },
    CP: {
      nothing: () => fr`aucun CP à comparer`,
      none: () => fr`CP non comparés`,
      partial: (percent) => fr`CP comparés à ${percent}`,
      enough: () => fr`CP comparés`,
    },
  } satisfies Record<Nature, Record<Coverage['state'], (percent: string) => string>>,
  percent: (percent: number, isSome: boolean) => (percent === 0 && isSome ? fr`< 1 %` : fr`${String(percent)} %`),
  nothing: (nature: Nature) =>
    nature === 'AE' ? fr`Aucune AE à comparer dans le suivi.` : fr`Aucun CP à comparer dans le suivi.`,
  none: (nature: Nature, count: string, _isOne: boolean, amount: string) =>
    fr`0 ligne sur ${count} à comparer : ${amount} ${ofNature(nature)} sans contrôle.`,
  compared: (nature: Nature, count: string, all: string, isOne: boolean, amount: string, total: string) =>
    fr`${rows(count, isOne)} sur ${all} à comparer : ${amount} sur ${total} ${ofNature(nature)}.`,
  uncompared: (list: string) => fr`Non comparé : ${list}.`,
  nameless: (count: string, isOne: boolean, amount: string) =>
    isOne
      ? fr`${count} ligne de l'extrait n'a ni N° EJ ni N° DP (${amount}) : elle n'est pas comparée.`
      : fr`${count} lignes de l'extrait n'ont ni N° EJ ni N° DP (${amount}) : elles ne sont pas comparées.`,
  contested: (count: string, isOne: boolean, amount: string) =>
    isOne
      ? fr`${count} ligne (${amount}) a un autre montant que dans un autre extrait, pour le même numéro : elle n'est pas comparée. Retirez celui de ces extraits qui n'est pas à jour.`
      : fr`${count} lignes (${amount}) ont un autre montant que dans un autre extrait, pour le même numéro : elles ne sont pas comparées. Retirez celui de ces extraits qui n'est pas à jour.`,
  /** Matched without a number: a coincidence is possible. */
  byAmountAlone: (count: string, isOne: boolean, amount: string) =>
    isOne
      ? fr`${count} ligne du suivi est rapprochée par le montant et la date seuls, faute de numéro (${amount}).`
      : fr`${count} lignes du suivi sont rapprochées par le montant et la date seuls, faute de numéro (${amount}).`,
  /** `amount`: of the positive lines. */
  netZero: (count: string, amount: string) =>
    fr`${count} lignes de Chorus, sans ligne dans le suivi, s'annulent entre elles (${amount}) : elles ne sont pas des écarts.`,
  leftOut: (list: string) => fr`Hors comparaison : ${list}.`,
  /** `amount` is null for amounts that are not known. */
  counted: (reason: string, count: string, isOne: boolean, amount: string | null) =>
    amount === null ? fr`${reason} (${rows(count, isOne)})` : fr`${reason} (${rows(count, isOne)}, ${amount})`,
  reasons: {
    ...reasons,
    notInChorus: fr`absent de Chorus`,
    reserved: fr`en attente de paiement`,
  } satisfies Record<Uncompared | OutOfScope, string>,
  causes: {
    natureNotGiven: (nature) =>
      nature === 'AE'
        ? fr`Aucun extrait ne contient les engagements. Ajoutez un extrait des AE (INF-BUD-53 en AE, ou JP51).`
        : fr`Aucun extrait ne contient les paiements. Ajoutez un extrait des CP (INF-BUD-53 en CP, ou JP57).`,
    keyNotGiven: (nature) =>
      nature === 'AE'
        ? fr`La colonne « N° EJ » est absente de l'extrait. Choisissez un extrait qui la contient.`
        : fr`Les colonnes « N° EJ » et « N° DP » sont absentes de l'extrait. Choisissez un extrait qui en contient une.`,
    noLine: () => fr`L'extrait ne contient aucune ligne. Vérifiez les filtres de la requête.`,
    otherConvention: (nature, count, isOne) =>
      fr`${everyLine(nature, count, isOne, isOne ? fr`n'a pas l'imputation de la convention` : fr`n'ont pas l'imputation de la convention`)} Vérifiez que c'est le bon extrait.`,
    otherYear: (nature, count, isOne) =>
      fr`${everyLine(nature, count, isOne, isOne ? fr`est d'un autre exercice` : fr`sont d'un autre exercice`)} Choisissez l'extrait de l'exercice.`,
    afterAsOf: (nature, count, isOne) =>
      fr`${everyLine(nature, count, isOne, isOne ? fr`est postérieure à la date de la situation` : fr`sont postérieures à la date de la situation`)} Changez cette date, ou choisissez un autre extrait.`,
    noCommonRow: (nature) =>
      nature === 'AE'
        ? fr`Aucun EJ du suivi n'est dans l'extrait. Vérifiez que c'est le bon extrait.`
        : fr`Aucun paiement du suivi n'est dans l'extrait. Vérifiez que c'est le bon extrait.`,
  } satisfies Record<CoverageCause, (nature: Nature, count: string, isOne: boolean) => string>,
};
