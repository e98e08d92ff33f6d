/** The texts of the workbench, in the languages of the page: those that Excel would show around a workbook. */
import type { LeftOut } from '../../src/adapters/xlsx/read/read-extras';
import { fr } from '../../src/messages/typography';
import type { PageLocale } from './page-locale';
import type { PageMessage } from './page-store';

type LeftOutCounts = ReadonlyMap<LeftOut, number>;

export interface PageWords {
  /** Of the browser's tab. */
  readonly title: (file: string) => string;
  /** The same, before a workbook is open. */
  readonly untitled: string;
  readonly workbench: string;
  readonly promise: string;
  readonly open: string;
  readonly openHint: string;
  readonly opening: (file: string) => string;
  readonly loading: string;
  readonly dropHere: string;
  readonly closeMessage: string;
  readonly pane: string;
  readonly closePane: string;
  readonly paneWidth: string;
  readonly pixels: (width: number) => string;
  /** Of the button of a width. */
  readonly widthHint: (width: number) => string;
  readonly darkTheme: string;
  readonly darkThemeHint: string;
  readonly otherLanguage: string;
  readonly ribbon: string;
  readonly grid: string;
  readonly noWorkbook: PageMessage;
  readonly addinMissing: PageMessage;
  readonly sheetProtected: PageMessage;
  /** The name of a workbook that the server does not name. */
  readonly unnamedFile: string;
  readonly newWorkbookFile: string;
  readonly newWorkbook: PageMessage;
  /** The contents of an opened file that the grid does not show or calculate; null when there are none. */
  readonly limits: (leftOut: LeftOutCounts, largeFormulas: number) => PageMessage | null;
  readonly severalFiles: PageMessage;
}

/** Singular and plural. */
type CountedNames = Readonly<Record<LeftOut, readonly [one: string, several: string]>>;

const LEFT_OUT_FRENCH: CountedNames = {
  unreadChart: ['graphique d’un genre inconnu', 'graphiques d’un genre inconnu'],
  image: ['image', 'images'],
  shape: ['forme ou bouton', 'formes ou boutons'],
  pivotTable: ['tableau croisé dynamique', 'tableaux croisés dynamiques'],
  comment: ['commentaire de cellule', 'commentaires de cellules'],
  validation: ['règle de validation autre qu’une liste', 'règles de validation autres que des listes'],
  conditionalFormat: ['mise en forme conditionnelle sans formule', 'mises en forme conditionnelles sans formule'],
  sparkline: ['graphique sparkline', 'graphiques sparkline'],
  header: ['en-tête de page', 'en-têtes de page'],
  chartSheet: ['feuille de graphique', 'feuilles de graphique'],
  externalLink: ['lien vers un autre classeur', 'liens vers d’autres classeurs'],
  macros: ['projet de macros', 'projets de macros'],
};

const LEFT_OUT_ENGLISH: CountedNames = {
  unreadChart: ['chart of an unknown type', 'charts of an unknown type'],
  image: ['picture', 'pictures'],
  shape: ['shape or button', 'shapes or buttons'],
  pivotTable: ['pivot table', 'pivot tables'],
  comment: ['cell comment', 'cell comments'],
  validation: ['validation rule other than a list', 'validation rules other than lists'],
  conditionalFormat: ['conditional format without a formula', 'conditional formats without a formula'],
  sparkline: ['sparkline', 'sparklines'],
  header: ['page header', 'page headers'],
  chartSheet: ['chart sheet', 'chart sheets'],
  externalLink: ['link to another workbook', 'links to other workbooks'],
  macros: ['macro project', 'macro projects'],
};

/** `3 images, 1 tableau croisé dynamique`. */
function counted(leftOut: LeftOutCounts, names: CountedNames): string {
  return [...leftOut].map(([kind, count]) => `${count} ${names[kind][count > 1 ? 1 : 0]}`).join(', ');
}

function limitsFr(leftOut: LeftOutCounts, largeFormulas: number): PageMessage | null {
  const hidden = fr`L’atelier ne montre pas tout ce classeur : ${counted(leftOut, LEFT_OUT_FRENCH)}.`;
  const large =
    largeFormulas > 1
      ? fr`${String(largeFormulas)} formules portent sur trop de cellules pour être calculées ici : leurs résultats sont ceux du fichier, puis #CALC! dès qu’une de ces cellules change.`
      : fr`1 formule porte sur trop de cellules pour être calculée ici : son résultat est celui du fichier, puis #CALC! dès qu’une de ces cellules change.`;
  const remedy = fr`Le fichier n’est pas modifié, et une copie enregistrée garde tout ; ouvrez-la dans Excel pour le voir.`;
  return limits(leftOut.size > 0 ? hidden : '', largeFormulas > 0 ? large : '', remedy);
}

function limitsEn(leftOut: LeftOutCounts, largeFormulas: number): PageMessage | null {
  const hidden = `The workbench does not show all of this workbook: ${counted(leftOut, LEFT_OUT_ENGLISH)}.`;
  const large =
    largeFormulas > 1
      ? `${largeFormulas} formulas use too many cells to be calculated here: their results are those of the file, then #CALC! once one of these cells changes.`
      : '1 formula uses too many cells to be calculated here: its result is that of the file, then #CALC! once one of these cells changes.';
  const remedy = 'The file is not changed, and a saved copy keeps everything; open it in Excel to see it.';
  return limits(leftOut.size > 0 ? hidden : '', largeFormulas > 0 ? large : '', remedy);
}

function limits(hidden: string, large: string, remedy: string): PageMessage | null {
  const sentence = [hidden, large].filter((part) => part !== '').join(' ');
  return sentence === '' ? null : { sentence, remedy };
}

export const PAGE_WORDS: Readonly<Record<PageLocale, PageWords>> = {
  'fr-FR': {
    title: (file) => `${file} – Enveloppe`,
    untitled: 'Enveloppe – atelier',
    workbench: 'Atelier sans Excel',
    promise: fr`Tout reste sur cette machine ; rien n’est enregistré sans vous.`,
    open: 'Ouvrir…',
    openHint: 'Ouvrir un classeur .xlsx, ou le déposer sur la page',
    opening: (file) => `Ouverture de ${file}…`,
    loading: 'Chargement…',
    dropHere: 'Déposez le classeur pour l’ouvrir',
    closeMessage: 'Fermer le message',
    pane: 'Volet du complément',
    closePane: 'Fermer le volet',
    paneWidth: 'Largeur du volet',
    pixels: (width) => `${width} pixels`,
    widthHint: (width) => fr`Largeur du volet : ${String(width)} pixels`,
    darkTheme: 'Sombre',
    darkThemeHint: fr`Thème sombre d’Excel : le complément redémarre pour le lire, le classeur reste ouvert`,
    otherLanguage: fr`Recharge la page : les saisies non enregistrées sont perdues`,
    ribbon: 'Commandes du complément',
    grid: 'Classeur',
    noWorkbook: {
      sentence: 'Le classeur à ouvrir n’est plus à sa place.',
      remedy: fr`Déposez un fichier .xlsx sur la page, ou choisissez « Ouvrir… ».`,
    },
    addinMissing: {
      sentence: 'Le complément n’est pas construit.',
      remedy: fr`Arrêtez l’atelier (Ctrl+C) et relancez « npm start ».`,
    },
    sheetProtected: {
      sentence: 'Cette feuille est protégée.',
      remedy: 'Ôtez la protection dans Excel pour la modifier.',
    },
    unnamedFile: 'Classeur.xlsx',
    newWorkbookFile: 'Nouveau classeur.xlsx',
    newWorkbook: {
      sentence: 'Le complément ouvre un nouveau classeur.',
      remedy: fr`Excel l’ouvrirait dans sa propre fenêtre ; ici, il est enregistré dans vos téléchargements.`,
    },
    limits: limitsFr,
    severalFiles: { sentence: 'Un seul classeur à la fois.', remedy: 'Déposez un seul fichier .xlsx.' },
  },
  'en-US': {
    title: (file) => `${file} – Enveloppe`,
    untitled: 'Enveloppe – workbench',
    workbench: 'Workbench without Excel',
    promise: 'Everything stays on this machine; nothing is saved without you.',
    open: 'Open…',
    openHint: 'Open an .xlsx workbook, or drop it on the page',
    opening: (file) => `Opening ${file}…`,
    loading: 'Loading…',
    dropHere: 'Drop the workbook to open it',
    closeMessage: 'Close the message',
    pane: 'Pane of the add-in',
    closePane: 'Close the pane',
    paneWidth: 'Width of the pane',
    pixels: (width) => `${width} pixels`,
    widthHint: (width) => `Width of the pane: ${width} pixels`,
    darkTheme: 'Dark',
    darkThemeHint: 'Excel’s dark theme: the add-in restarts to read it, the workbook stays open',
    otherLanguage: 'Loads the page again: entries that are not saved are lost',
    ribbon: 'Commands of the add-in',
    grid: 'Workbook',
    noWorkbook: {
      sentence: 'The workbook to open is no longer in its place.',
      remedy: 'Drop an .xlsx file on the page, or choose “Open…”.',
    },
    addinMissing: {
      sentence: 'The add-in is not built.',
      remedy: 'Stop the workbench (Ctrl+C) and run “npm start” again.',
    },
    sheetProtected: {
      sentence: 'This sheet is protected.',
      remedy: 'Remove its protection in Excel to change it.',
    },
    unnamedFile: 'Workbook.xlsx',
    newWorkbookFile: 'New workbook.xlsx',
    newWorkbook: {
      sentence: 'The add-in opens a new workbook.',
      remedy: 'Excel would open it in a window of its own; here, it is saved in your downloads.',
    },
    limits: limitsEn,
    severalFiles: { sentence: 'One workbook at a time.', remedy: 'Drop a single .xlsx file.' },
  },
};
