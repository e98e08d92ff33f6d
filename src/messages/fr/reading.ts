/** French words of the account of reading: the role of a place, and why. */
import type { ReadingReason, ReadingRole } from '../../workbook/reading/account';
import { counted } from '../french-count';
import { fr, shorten } from '../typography';

export const READING = {
  roles: {
    ledger: fr`suivi`,
    convention: fr`convention`,
    document: fr`document`,
    derived: fr`hors opérations`,
    setAside: fr`mis de côté`,
    unread: fr`non lu`,
  } satisfies Readonly<Record<ReadingRole, string>>,
  reasons: {
    table: () => fr`tableau du suivi`,
    range: () => fr`plage du suivi`,
    belowTable: () => fr`lignes comptées sous le tableau du suivi`,
    conventionTable: () => fr`table de la convention`,
    conventionReplaced: () => fr`table d'une convention du classeur, qui n'est pas utilisée : une autre est demandée`,
    ownKey: (detail) => fr`clé « ${shorten(detail)} » de l'équipe, qui n'entre dans aucun chiffre`,
    document: () => fr`écrit par le complément`,
    totals: () => fr`lignes de total ou de solde`,
    formulas: (detail) => (detail === '' ? fr`formules` : fr`formules de la colonne « ${shorten(detail)} »`),
    pivot: () => fr`tableau croisé dynamique`,
    otherAmounts: (detail) =>
      detail === ''
        ? fr`montants qui ne sont ni engagés ni payés`
        : fr`colonne « ${shorten(detail)} », ni engagée ni payée`,
    noCredits: () => fr`aucune opération : ni EJ, ni code Chorus, ni date, ni enveloppe`,
    taken: () => fr`montants repris par les formules du suivi`,
    cancelled: () => fr`lignes annulées`,
    otherYear: () => fr`lignes d'un autre exercice`,
    otherConvention: () => fr`lignes d'une autre convention`,
    byUser: (detail) => fr`mis de côté : ${shorten(detail)}`,
    notRecognised: () => fr`opérations que le suivi ne reprend pas`,
    mayBeSpent: () => fr`des dépenses, peut-être : ni EJ, ni code Chorus, ni date, ni enveloppe`,
    besideRows: () => fr`montants à côté des lignes du suivi, des dépenses peut-être`,
    besideTable: () => fr`lignes hors du tableau du suivi`,
    belowRegister: (detail) => fr`lignes sous la table ${detail}, qui ne les comprend pas`,
    amongAside: () => fr`lignes venues ou modifiées depuis, parmi des lignes mises de côté`,
    notNamed: () => fr`opérations d'un tableau que le suivi choisi ne comprend pas`,
    extract: () => fr`extrait de Chorus, à rapprocher du suivi`,
    credits: () => fr`crédits reçus, qui n'engagent ni ne paient rien`,
    issued: () => fr`factures, mandats ou demandes de paiement, dont les paiements sont dans le suivi`,
    copy: () => fr`opérations déjà dans le suivi : une copie ?`,
    aside: () => fr`opérations d'une feuille mise à part par son nom`,
    unpaid: () => fr`factures, mandats ou demandes de paiement, dont une partie n'a pas de paiement dans le suivi`,
    doubtful: () => fr`opérations dont les montants ne sont peut-être pas des crédits`,
    natureOpen: () => fr`montants sans nature, AE ou CP, sur des EJ déjà engagés ailleurs`,
    contracts: () => fr`marchés ou contrats dont le suivi a les commandes`,
    summary: () => fr`récapitulatif d'opérations`,
    registerCopy: (detail) => fr`copie de la table ${detail}, qui est lue`,
    registerDiffers: (detail) => fr`copie de la table ${detail}, qui seule est lue, et en diffère`,
    columnNotUsed: (detail) =>
      detail === '' ? fr`colonne sans en-tête` : fr`colonne « ${shorten(detail)} », qui n'entre dans aucun chiffre`,
    natureUnknown: () => fr`lignes dont la nature, AE ou CP, n'est pas reconnue`,
  } satisfies Readonly<Record<ReadingReason, (detail: string) => string>>,
  hidden: fr`feuille masquée`,
  unreadable: (count: number) => counted(count, 'montant illisible', 'montants illisibles'),
  colon: fr` : `,
  semicolon: fr` ; `,
  title: fr`Ce qui a été lu`,
  /** With their sums: rows whose amounts are not read are not among them. */
  rowsWithAmounts: (count: number) => fr`${counted(count, 'ligne', 'lignes')} avec montant`,
  rows: (count: number) => counted(count, 'ligne', 'lignes'),
  nothing: fr`aucun montant`,
  more: (count: number) => fr`… et ${counted(count, 'autre endroit', 'autres endroits')}`,
  other: (amount: string) => fr`autres ${amount}`,
  /** Columns that no figure uses. */
  idle: {
    title: fr`Colonnes non utilisées`,
    intro: fr`Aucun chiffre n'en est tiré. Le complément n'y relève que les mots qu'il connaît, comme « annulé » ou « en attente » : relisez les autres.`,
    column: (letter: string, heading: string) =>
      heading === '' ? fr`Colonne ${letter}, sans en-tête` : fr`« ${shorten(heading)} » (colonne ${letter})`,
    extent: (rows: number, values: number) =>
      values === 0
        ? fr`${counted(rows, 'ligne', 'lignes')}, des dates`
        : fr`${counted(rows, 'ligne', 'lignes')}, ${counted(values, 'valeur', 'valeurs différentes')}`,
    onRow: (text: string, row: string) => fr`« ${shorten(text)} », ligne ${row}`,
    onRows: (text: string, rows: number, first: string) =>
      fr`« ${shorten(text)} », ${counted(rows, 'ligne', 'lignes')}, dont la ligne ${first}`,
    onSheet: (value: string, sheet: string) => fr`${value}, feuille « ${sheet} »`,
    more: (count: number) => fr`et ${counted(count, 'autre', 'autres')}`,
    moreColumns: (count: number) => fr`… et ${counted(count, 'autre colonne', 'autres colonnes')}`,
    show: fr`Voir les valeurs`,
  },
};

export type ReadingPhrases = typeof READING;
