/** French words of the failures: one plain sentence, then what to do. */
import type { CellOfFailure, Failure, FailureCode, KeptSheet, LostContents, LostEntry } from '../../workbook/failure';
import type { FailureDescription } from '../failure-description';
import { formatContent, formatCount } from '../format';
import { fr, shorten, shortenSentence } from '../typography';
import { badConvention } from './convention-failures';
import { LEDGER_FAILURES } from './ledger-failures';
import { sheetsKept, thingsIn } from './things-on-sheet';

const NOTHING_WRITTEN = fr`Rien n'a été écrit.`;

const LOOKS = {
  pdf: fr`c'est un document PDF`,
  xls: fr`c'est un classeur de l'ancien format .xls`,
  xlsb: fr`c'est un classeur binaire (.xlsb)`,
  csv: fr`c'est un fichier texte (CSV)`,
  ods: fr`c'est un classeur OpenDocument (.ods)`,
  html: fr`c'est une page web`,
  zip: fr`c'est une archive sans classeur`,
  empty: fr`le fichier est vide`,
  unknown: fr`son contenu n'est pas celui d'un classeur`,
};

const CONVERT = {
  pdf: fr`Choisissez le classeur .xlsx lui-même.`,
  xls: fr`Ouvrez-le dans Excel et enregistrez-le au format .xlsx.`,
  xlsb: fr`Ouvrez-le dans Excel et enregistrez-le au format .xlsx ou .xlsm.`,
  csv: fr`Importez-le dans un classeur .xlsx.`,
  ods: fr`Enregistrez-le au format .xlsx.`,
  html: fr`Ouvrez-le dans Excel et enregistrez-le au format .xlsx.`,
  zip: fr`Choisissez un classeur .xlsx ou .xlsm.`,
  empty: fr`Demandez de nouveau le fichier.`,
  unknown: fr`Choisissez un classeur .xlsx ou .xlsm.`,
};

const EXTRACT_LOOKS = {
  pdf: fr`c'est un document PDF`,
  xls: fr`c'est un classeur de l'ancien format .xls`,
  zip: fr`c'est une archive ou un classeur`,
  html: fr`c'est une page web`,
  empty: fr`il est vide`,
  binary: fr`ce n'est pas un texte`,
  table: fr`ses en-têtes ne sont pas de Chorus`,
  fewHeadings: fr`deux seulement de ses en-têtes sont connus, et il en faut trois`,
};

const EXTRACT_MISSING = {
  amount: fr`le montant engagé ou payé`,
  euros: fr`le montant engagé ou payé en euros, et non en milliers ou dans une autre devise`,
  amountType: fr`le type de montant, qui distingue un engagement du reflet d'un paiement`,
  key: fr`le N° EJ, le N° DP ou les codes d'imputation`,
};

/** « (ligne 2 : « En k€ ») », the words that give another unit; empty without them. */
function whereUnit(unit: { readonly line: number | null; readonly text: string } | undefined): string {
  if (!unit) return '';
  const { line, text } = unit;
  return line === null ? fr` (nom « ${shorten(text)} »)` : fr` (ligne ${String(line)} : « ${shorten(text)} »)`;
}

/** How a document changed since it was written. */
/** Addresses listed in a sentence. */
const MOST_PLACES = 5;

function placesOf(cells: readonly CellOfFailure[]): string {
  const shown = cells.slice(0, MOST_PLACES).map(({ sheet, cell }) => fr`${cell} de la feuille « ${sheet} »`);
  const others = cells.length - shown.length;
  return shown.join(', ') + (others > 0 ? fr` et ${String(others)} autres` : '');
}

/** The contents that nothing gives back, for the end of a sentence. */
function lostIn({ rich = [], unknown = [] }: LostContents = {}): string {
  return [
    ...(rich.length > 0
      ? [fr` Un type de données ou une image que quelqu'un venait d'y mettre a pu être perdu : ${placesOf(rich)}.`]
      : []),
    ...(unknown.length > 0 ? [fr` Ce que quelqu'un venait de coller n'est pas connu : ${placesOf(unknown)}.`] : []),
  ].join('');
}

function keptOn(sheets: readonly KeptSheet[]): string {
  return sheets.length > 0 ? fr` Gardé pour ce que quelqu'un y a ajouté : ${sheetsKept(sheets)}.` : '';
}

function toCheck(sheets: readonly string[]): string {
  return fr`Vérifiez ${sheets.length > 1 ? 'les feuilles' : 'la feuille'} ${sheets.join(', ')}, ou fermez le classeur sans l'enregistrer.`;
}

function entryOf({ sheet, cell, content }: LostEntry): string {
  return fr`${cell} de la feuille « ${sheet} », « ${formatContent(content, 'fr')} »`;
}

function alterations(sheet: string, cell: string) {
  return {
    rowAdded: fr`Une ligne a été ajoutée dans le document de la feuille « ${sheet} » (cellule ${cell}).`,
    columnAdded: fr`Une colonne a été ajoutée dans le document de la feuille « ${sheet} » (cellule ${cell}).`,
    lost: fr`Le document de la feuille « ${sheet} » n'est plus tel qu'il a été écrit : des lignes y sont supprimées, triées ou remplacées (cellule ${cell}).`,
  };
}

export const FAILURES: {
  readonly [C in FailureCode]: (failure: Extract<Failure, { readonly code: C }>) => FailureDescription;
} = {
  ...LEDGER_FAILURES,
  badConvention,
  noConvention: () => ({
    sentence: fr`Le classeur ne contient pas les données de la convention.`,
    remedy: fr`Ajoutez les feuilles de la convention à partir du modèle, ou indiquez la convention à appliquer.`,
  }),
  unknownConvention: ({ id, known }) => ({
    sentence: fr`La convention « ${shorten(id)} » n'est pas connue.`,
    remedy: fr`Conventions connues : ${known.join(', ')} ; un fichier .json de convention est aussi accepté.`,
  }),
  sheetProtected: ({ sheet }) => ({
    sentence: fr`La feuille « ${sheet} » est protégée.`,
    remedy: fr`Ôtez sa protection (Révision > Ôter la protection), puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  notCalculated: ({ place }) => ({
    sentence: place
      ? fr`La cellule ${place.cell} de la feuille « ${place.sheet} » n'affiche pas encore son chiffre.`
      : fr`Excel n'a pas fini de calculer.`,
    remedy: fr`Attendez la fin du calcul, ou lancez-le (F9) s'il est manuel, puis recommencez ; si la cellule ne change pas, validez sa formule de nouveau (F2, Entrée). ${NOTHING_WRITTEN}`,
  }),
  structureProtected: () => ({
    sentence: fr`La structure du classeur est protégée : aucune feuille ne peut être ajoutée.`,
    remedy: fr`Ôtez la protection du classeur (Révision > Protéger le classeur), puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  tableNotPlain: ({ table, sheet }) => ({
    sentence: fr`La table ${table} de la feuille « ${sheet} » est filtrée, a des lignes masquées ou une ligne de total : on ne peut pas y ajouter de ligne.`,
    remedy: fr`Affichez toutes ses lignes et ôtez sa ligne de total, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  occupied: ({ sheet, cell, isOfTable, isOfFormula, goneRow, register }) => ({
    sentence: goneRow
      ? fr`La cellule ${cell} de la feuille « ${sheet} » commente la ligne « ${goneRow} », qui sort du document.`
      : isOfTable
        ? fr`La cellule ${cell} de la feuille « ${sheet} » fait partie d'un tableau.`
        : isOfFormula
          ? fr`La cellule ${cell} de la feuille « ${sheet} » est remplie par la formule d'une autre cellule, même si elle paraît vide.`
          : fr`La cellule ${cell} de la feuille « ${sheet} » contient déjà autre chose.`,
    remedy:
      register === undefined
        ? fr`Déplacez ${isOfTable ? 'ce tableau' : isOfFormula ? 'cette formule' : 'ce contenu'}, puis recommencez. ${NOTHING_WRITTEN}`
        : fr`Cette cellule vient de la table ${register} : saisissez-y ce contenu et videz la cellule, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  sheetHolds: ({ sheet, things }) => ({
    sentence: fr`L'annulation supprimerait la feuille « ${sheet} » avec ce que quelqu'un y a ajouté : ${thingsIn(things)}.`,
    remedy: fr`Copiez cela sur une autre feuille ou supprimez-le, puis annulez de nouveau. ${NOTHING_WRITTEN}`,
  }),
  sheetTaken: ({ sheet, cell }) => ({
    sentence: fr`La feuille « ${sheet} » contient déjà autre chose (cellule ${cell}) : le document n'y est pas écrit.`,
    remedy: fr`Renommez cette feuille, puis recommencez : le document s'écrira sur une nouvelle. ${NOTHING_WRITTEN}`,
  }),
  sheetHidden: ({ sheet, byMacro }) => ({
    sentence: fr`La feuille « ${sheet} » est vide et masquée : le document n'y serait pas vu.`,
    remedy: byMacro
      ? fr`Une macro l'a masquée : rendez-la visible dans l'éditeur Visual Basic (Alt+F11), puis recommencez. ${NOTHING_WRITTEN}`
      : fr`Affichez-la (clic droit sur un onglet > Afficher), puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  documentAltered: ({ sheet, cell, name, what }) => ({
    sentence: alterations(sheet, cell)[what],
    remedy:
      what === 'lost'
        ? fr`Annulez ce changement ; sinon, renommez la feuille et supprimez le nom ${name} (Formules > Gestionnaire de noms). ${NOTHING_WRITTEN}`
        : fr`Supprimez-la ou déplacez-la hors du document, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  changedMeanwhile: ({ sheet, cell }) => ({
    sentence: fr`La cellule ${cell} de la feuille « ${sheet} » a changé entre-temps.`,
    remedy: fr`Relancez l'opération sur les données à jour. ${NOTHING_WRITTEN}`,
  }),
  richValue: ({ sheet, cell, isLost, others = [], unknown = [], kept = [], keptSheets = [] }) => ({
    sentence: isLost
      ? fr`Quelqu'un a mis un type de données ou une image dans la cellule ${cell} de la feuille « ${sheet} » au moment de l'écriture, qui a été annulée : la cellule n'en a plus que le texte ou une erreur.${others.length > 0 ? fr` De même : ${placesOf(others)}.` : ''}${lostIn({ unknown })}${kept.length > 0 ? fr` Gardé de ce que quelqu'un a saisi entre-temps : ${placesOf(kept)}.` : ''}${keptOn(keptSheets)}`
      : fr`La cellule ${cell} de la feuille « ${sheet} » contient un type de données, une image ou une erreur #VALEUR! sans formule, qu'« Annuler » ne pourrait pas rendre.`,
    remedy: isLost
      ? fr`Saisissez-le de nouveau, ou reprenez-le dans l'historique des versions.`
      : fr`Remplacez ce contenu par un texte ou videz la cellule, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  writtenOtherwise: ({ sheet, cell }) => ({
    sentence: fr`Excel a écrit autre chose que prévu dans la cellule ${cell} de la feuille « ${sheet} ».`,
    remedy: fr`Affichez toutes les lignes de la feuille (Données > Effacer), puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  nameTaken: ({ name }) => ({
    sentence: fr`Le nom « ${name} » est déjà pris dans le classeur.`,
    remedy: fr`Renommez l'élément qui le porte, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  sheetMissing: ({ sheet }) => ({
    sentence: fr`La feuille « ${sheet} » n'existe pas ou plus.`,
    remedy: fr`Relancez l'opération. ${NOTHING_WRITTEN}`,
  }),
  mergedCells: ({ sheet, cell }) => ({
    sentence: fr`La feuille « ${sheet} » a des cellules fusionnées là où il faut écrire${cell === null ? '' : ` (${cell})`}.`,
    remedy: fr`Annulez la fusion, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  cellBeingEdited: () => ({
    sentence: fr`Une cellule est en cours de saisie.`,
    remedy: fr`Validez-la avec Entrée ou quittez-la avec Échap, puis recommencez.`,
  }),
  tooLarge: ({ what, limit }) => ({
    sentence: fr`« ${shorten(what)} » est trop volumineux : la limite est de ${limit}.`,
    remedy: fr`Réduisez les données, par exemple en supprimant les lignes vides mises en forme.`,
  }),
  busy: () => ({
    sentence: fr`Excel est occupé.`,
    remedy: fr`Attendez la fin de l'opération en cours, puis recommencez.`,
  }),
  noPermission: () => ({
    sentence: fr`Vous n'avez pas le droit de modifier ce classeur.`,
    remedy: fr`Demandez l'accès en modification à son propriétaire, ou travaillez sur une copie.`,
  }),
  selectionNotOne: () => ({
    sentence: fr`La sélection n'est pas une seule plage de cellules.`,
    remedy: fr`Sélectionnez dans Excel la ligne d'en-têtes, puis recommencez.`,
  }),
  hostRefused: () => ({
    sentence: fr`Excel a refusé l'opération.`,
    remedy: fr`Recommencez ; si le refus persiste, enregistrez et rouvrez le classeur.`,
  }),
  halfWritten: ({ sheets, lost }) => ({
    sentence: fr`L'écriture s'est arrêtée en route et n'a pas pu être annulée.${lostIn(lost)}`,
    remedy: toCheck(sheets),
  }),
  internalError: () => ({
    sentence: fr`Une erreur interne a interrompu l'opération.`,
    remedy: fr`Le classeur a été relu : les montants affichés sont à jour. Consultez le journal avant de recommencer ; si l'erreur se répète, signalez ce que vous faisiez.`,
  }),
  stopped: () => ({
    sentence: fr`L'écriture a été arrêtée à votre demande.`,
    remedy: NOTHING_WRITTEN,
  }),
  endedByOther: () => ({
    sentence: fr`L'écriture a été annulée : quelqu'un y a mis fin depuis un autre volet pendant qu'elle était en cours.`,
    remedy: fr`Voyez avec vos collègues, puis relancez l'opération. ${NOTHING_WRITTEN}`,
  }),
  editsKept: ({ cells, keptSheets = [] }) => ({
    sentence:
      [
        ...(cells.length > 0
          ? [
              fr`L'écriture n'a pas abouti et a été annulée, sauf là où quelqu'un a saisi ou déplacé des lignes entre-temps : ${placesOf(cells)}.`,
            ]
          : [fr`L'écriture n'a pas abouti et a été annulée.`]),
      ].join(' ') + keptOn(keptSheets),
    remedy:
      keptSheets.length > 0
        ? fr`Copiez cela sur une autre feuille, supprimez celle-ci, puis relancez l'opération.`
        : fr`Ces cellules sont laissées telles quelles. Relancez l'opération sur les données à jour.`,
  }),
  entriesUnknown: ({ cells, keptSheets = [] }) => ({
    sentence: fr`L'écriture a été annulée, mais quelqu'un venait de coller sur les mêmes cellules et Excel n'a pas rendu sa réponse : ce qu'elles contenaient n'est pas connu (${placesOf(cells)}).${keptOn(keptSheets)}`,
    remedy: fr`Vérifiez ces cellules avec la personne ou dans l'historique des versions, puis relancez l'opération.`,
  }),
  entriesLost: ({ entries, sheets = [], lost }) => ({
    sentence: fr`${entries.length > 0 ? fr`Excel a refusé de remettre ce que quelqu'un venait de saisir : ${entries.map(entryOf).join(fr` ; `)}.` : ''}${lostIn(lost)}${sheets.length > 0 ? fr` L'écriture s'est arrêtée en route et n'a pas pu être annulée.` : ''}`,
    remedy:
      sheets.length > 0
        ? fr`Saisissez de nouveau ces contenus. ${toCheck(sheets)}`
        : fr`Saisissez de nouveau ces contenus. Consultez le journal avant de recommencer l'opération.`,
  }),
  outcomeUnknown: ({ entries = [], lost }) => ({
    sentence: fr`Excel n'a pas répondu : on ne sait pas encore si l'écriture a eu lieu.${entries.length > 0 ? fr` Elle a pu recouvrir ce que quelqu'un venait de saisir : ${entries.map(entryOf).join(fr` ; `)}.` : ''}${lostIn(lost)}`,
    remedy: fr`Quand la connexion est revenue, relisez le classeur : le journal indique ce qui a été écrit, et « Annuler » le défait.`,
  }),
  notWritten: () => ({
    sentence: fr`Excel n'a pas répondu, et l'écriture n'a pas eu lieu.`,
    remedy: fr`Recommencez l'opération.`,
  }),
  sheetReferenced: ({ sheet, by }) => ({
    sentence:
      'name' in by
        ? fr`La feuille « ${sheet} » sert au nom défini « ${by.name} ».`
        : fr`La feuille « ${sheet} » sert à la formule de la cellule ${by.cell} de la feuille « ${by.sheet} ».`,
    remedy: fr`Annulez en gardant cette feuille, ou retirez d'abord ${'name' in by ? 'ce nom' : 'la formule'}. ${NOTHING_WRITTEN}`,
  }),
  excelTooOld: ({ needs }) => ({
    sentence: fr`Cette version d'Excel est trop ancienne.`,
    remedy: fr`Mettez Excel à jour, ou utilisez Excel pour le web (il faut ${needs}).`,
  }),
  fileMissing: ({ path, isEmpty }) => ({
    sentence: isEmpty
      ? fr`Aucun classeur n'a été trouvé dans « ${path} ».`
      : fr`Le fichier « ${path} » n'existe pas ou ne peut pas être lu.`,
    remedy: fr`Vérifiez son nom et son emplacement.`,
  }),
  notAFile: ({ path, silence }) => ({
    sentence:
      silence === null
        ? fr`« ${path} » est un dossier, et non un fichier.`
        : fr`« ${path} » n'est pas un fichier enregistré, et rien n'en est venu en ${String(silence)} secondes.`,
    remedy: fr`Donnez le nom d'un fichier.`,
  }),
  fileExists: ({ path }) => ({
    sentence: fr`Le fichier « ${path} » existe déjà.`,
    remedy: fr`Choisissez un autre nom : rien n'est remplacé.`,
  }),
  fileUnwritable: ({ path }) => ({
    sentence: fr`Le fichier « ${path} » ne peut pas être écrit.`,
    remedy: fr`Vérifiez le dossier et vos droits, et que le fichier n'est pas ouvert.`,
  }),
  notAWorkbook: ({ looksLike }) => ({
    sentence: fr`Ce fichier n'est pas un classeur Excel : ${LOOKS[looksLike]}.`,
    remedy: CONVERT[looksLike],
  }),
  encrypted: () => ({
    sentence: fr`Ce classeur est protégé par un mot de passe.`,
    remedy: fr`Ouvrez-le dans Excel et enregistrez une copie sans mot de passe.`,
  }),
  signed: () => ({
    sentence: fr`Ce classeur contient une signature électronique, qu'une écriture romprait.`,
    remedy: fr`Travaillez sur une copie non signée. ${NOTHING_WRITTEN}`,
  }),
  sharedWorkbook: () => ({
    sentence: fr`Ce classeur est partagé à l'ancienne manière d'Excel (« Partager le classeur (hérité) ») : il ne peut contenir aucun tableau, et son historique ne connaîtrait pas les feuilles ajoutées.`,
    remedy: fr`Cessez ce partage dans Excel (onglet Révision), enregistrez, puis recommencez ; la coédition de Microsoft 365 convient. ${NOTHING_WRITTEN}`,
  }),
  tooManyFormats: ({ limit }) => ({
    sentence: fr`Ce classeur a presque ${formatCount(limit, 'fr')} formats de cellule différents, le plus qu'Excel accepte : aucun ne peut être ajouté.`,
    remedy: fr`Supprimez les formats inutiles, par exemple en copiant les données dans un classeur neuf. ${NOTHING_WRITTEN}`,
  }),
  damagedFile: ({ part }) => ({
    sentence: fr`Ce classeur est endommagé (${shorten(part)}).`,
    remedy: fr`Ouvrez-le dans Excel, acceptez la récupération, puis enregistrez-le de nouveau.`,
  }),
  unsoundCopy: ({ part }) => ({
    sentence: fr`La copie n'aurait pas été un classeur sain (${shorten(part)}).`,
    remedy: fr`Ouvrez le classeur dans Excel, enregistrez-le de nouveau, puis recommencez. ${NOTHING_WRITTEN}`,
  }),
  notAnExtract: ({ source, looksLike }) => ({
    sentence: fr`« ${shorten(source)} » n'est pas un extrait de Chorus : ${EXTRACT_LOOKS[looksLike]}.`,
    remedy: fr`Choisissez un extrait .csv ou .xlsx, avec sa ligne d'en-têtes (N° EJ, Domaine fonctionnel, Montant engagé ou payé…).`,
  }),
  extractIncomplete: ({ source, missing, unit }) => ({
    sentence: fr`L'extrait « ${shorten(source)} » ne peut pas être utilisé : il y manque ${EXTRACT_MISSING[missing]}${whereUnit(unit)}.`,
    remedy: fr`Refaites l'extrait avec cette colonne.`,
  }),
  extractAmbiguous: ({ source, candidates }) => ({
    sentence: fr`L'extrait « ${shorten(source)} » peut se lire de plusieurs façons : ${candidates.map(shorten).join(', ')}.`,
    remedy: fr`Laissez les lignes qui précèdent les en-têtes, ou ne gardez qu'une colonne de montant.`,
  }),
  extractHidden: ({ source }) => ({
    sentence: fr`L'extrait « ${shorten(source)} » n'est pas lu : sa feuille est masquée, à côté d'extraits visibles.`,
    remedy: fr`Affichez cette feuille si elle est à comparer, ou supprimez-la.`,
  }),
  extractRepeated: ({ source }) => ({
    sentence: fr`La feuille « ${shorten(source)} » n'est pas lue : les extraits du classeur n'ont pas certaines de ses opérations, ou en ont d'autres montants.`,
    remedy: fr`Donnez-la dans un fichier à part si elle est à comparer ; sinon, supprimez-la.`,
  }),
  acceptanceIncomplete: ({ missing }) => ({
    sentence:
      missing === 'reason'
        ? fr`Un constat s'accepte avec un motif.`
        : fr`Un constat est accepté par une personne, avec son nom.`,
    remedy:
      missing === 'reason' ? fr`Indiquez pourquoi ce constat peut rester.` : fr`Indiquez votre nom ou vos initiales.`,
  }),
  setAsideIncomplete: ({ missing }) => ({
    sentence:
      missing === 'reason'
        ? fr`Une plage est mise de côté avec un motif.`
        : fr`Une plage est mise de côté par une personne, avec son nom.`,
    remedy:
      missing === 'reason'
        ? fr`Indiquez pourquoi ses montants n'entrent dans aucun chiffre.`
        : fr`Indiquez votre nom ou vos initiales.`,
  }),
  engineMissing: ({ engine, install }) => ({
    sentence: fr`Cette commande demande ${engine}, qui n'est pas installé.`,
    remedy: fr`Installez-le dans le dossier du projet par « ${install} ».`,
  }),
  notALake: ({ path }) => ({
    sentence: fr`Le dossier « ${path} » n'est pas une consolidation écrite par cette version d'enveloppe export.`,
    remedy: fr`Pour export, indiquez un dossier nouveau ou vide ; pour lire, un dossier qu'export a écrit.`,
  }),
  lakeName: ({ path }) => ({
    sentence: fr`Le chemin « ${path} » contient un caractère *, ? ou [, que DuckDB lit comme un motif.`,
    remedy: fr`Choisissez un dossier dont le chemin n'en a pas.`,
  }),
  lakeBusy: ({ path, lock }) => ({
    sentence: fr`Une autre commande écrit dans « ${path} ».`,
    remedy: fr`Attendez qu'elle finisse ; si aucune ne tourne, supprimez « ${lock} ».`,
  }),
  queryNotOne: () => ({
    sentence: fr`La requête doit être un seul SELECT.`,
    remedy: fr`Retirez les autres instructions : la consolidation est lue, jamais écrite.`,
  }),
  badQuery: ({ problem }) => ({
    sentence: fr`DuckDB refuse la requête : « ${problem} ».`,
    remedy: fr`Corrigez-la ; docs/lake.md décrit les tables.`,
  }),
  usage: ({ problem }) => ({
    sentence: fr`Commande incorrecte : ${shortenSentence(problem)}.`,
    remedy: fr`Voir enveloppe --help.`,
  }),
};
