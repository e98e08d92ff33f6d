/** The texts of the workbench, in French: those that Excel would show around a workbook. */
import type { LeftOut } from '../../src/adapters/xlsx/read/read-extras';

/** Singular and plural. */
const LEFT_OUT: Readonly<Record<LeftOut, readonly [one: string, several: string]>> = {
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

/** `3 images, 1 tableau croisé dynamique`. */
function counted(leftOut: ReadonlyMap<LeftOut, number>): readonly string[] {
  return [...leftOut].map(([kind, count]) => `${count} ${LEFT_OUT[kind][count > 1 ? 1 : 0]}`);
}

export const WORDS = {
  title: (file: string) => `${file} – Enveloppe`,
  workbench: 'Atelier sans Excel',
  promise: 'Tout reste sur cette machine ; rien n’est enregistré sans vous.',
  open: 'Ouvrir…',
  openHint: 'Ouvrir un classeur .xlsx, ou le déposer sur la page',
  opening: (file: string) => `Ouverture de ${file}…`,
  loading: 'Chargement…',
  dropHere: 'Déposez le classeur pour l’ouvrir',
  closeMessage: 'Fermer le message',
  pane: 'Volet du complément',
  closePane: 'Fermer le volet',
  paneWidth: 'Largeur du volet',
  otherLanguage: 'Recharge la page : les saisies non enregistrées sont perdues',
  ribbon: 'Commandes du complément',
  grid: 'Classeur',
  noWorkbook: 'Le classeur à ouvrir n’est plus à sa place.',
  noWorkbookRemedy: 'Déposez un fichier .xlsx sur la page, ou choisissez « Ouvrir… ».',
  addinMissing: 'Le complément n’est pas construit.',
  addinMissingRemedy: 'Arrêtez l’atelier (Ctrl+C) et relancez « npm start ».',
  sheetProtected: 'Cette feuille est protégée.',
  sheetProtectedRemedy: 'Ôtez la protection dans Excel pour la modifier.',
  newWorkbookFile: 'Nouveau classeur.xlsx',
  newWorkbook: 'Le complément ouvre un nouveau classeur.',
  newWorkbookRemedy: 'Excel l’ouvrirait dans sa propre fenêtre ; ici, il est enregistré dans vos téléchargements.',
  leftOut: (leftOut: ReadonlyMap<LeftOut, number>): string =>
    `L’atelier ne montre pas tout ce classeur : ${counted(leftOut).join(', ')}.`,
  leftOutRemedy:
    'Le fichier n’est pas modifié, et une copie enregistrée les garde ; ouvrez-la dans Excel pour les voir.',
  severalFiles: 'Un seul classeur à la fois.',
  severalFilesRemedy: 'Déposez un seul fichier .xlsx.',
} as const;
