/** The texts of Univer's own menus, with those that its French leaves in English or translates badly. */
import { LocaleType, type ILanguagePack } from '@univerjs/core';
import conditionalFormattingEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormattingFrench from '@univerjs/preset-sheets-conditional-formatting/locales/fr-FR';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreFrench from '@univerjs/preset-sheets-core/locales/fr-FR';
import dataValidationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import dataValidationFrench from '@univerjs/preset-sheets-data-validation/locales/fr-FR';
import tableEnglish from '@univerjs/preset-sheets-table/locales/en-US';
import tableFrench from '@univerjs/preset-sheets-table/locales/fr-FR';
import type { PageLocale } from './page-locale';

/** In Excel's own words. */
const FRENCH = {
  'sheets-ui': {
    rightClick: {
      copySpecial: 'Copie spéciale',
      pasteBesidesBorder: 'Coller sans les bordures',
      insertRowsAboveSuffix: 'lignes au-dessus',
      insertRowsAfterSuffix: 'lignes au-dessous',
      insertColsLeftSuffix: 'colonnes à gauche',
      insertColsRightSuffix: 'colonnes à droite',
      freezeCell: 'Figer jusqu’à la cellule active (ligne {0}, colonne {1})',
      cancelFreeze: 'Libérer les volets',
      showHideRow: 'Afficher les lignes masquées',
      showHideColumn: 'Afficher les colonnes masquées',
      fitContent: 'Ajuster au contenu',
      textToNumber: 'Convertir en nombre',
    },
    sheetConfig: { removeProtectSheet: 'Ôter la protection de la feuille', resetColor: 'Aucune couleur' },
    statusbar: { count: 'Nb de nombres', countA: 'Nb de valeurs' },
  },
  'sheets-table-ui': {
    renamePlaceholder: 'Nom du tableau',
    columnMenu: {
      'insert-left': 'Insérer une colonne de tableau à gauche',
      'insert-right': 'Insérer une colonne de tableau à droite',
      delete: 'Supprimer la colonne de tableau',
    },
  },
};

export const GRID_LANGUAGES: Readonly<
  Record<PageLocale, { readonly locale: LocaleType; readonly words: ILanguagePack }>
> = {
  'fr-FR': {
    locale: LocaleType.FR_FR,
    words: merged(coreFrench, conditionalFormattingFrench, dataValidationFrench, tableFrench, FRENCH),
  },
  'en-US': {
    locale: LocaleType.EN_US,
    words: merged(coreEnglish, conditionalFormattingEnglish, dataValidationEnglish, tableEnglish),
  },
};

/** At every depth: Univer's own merge would drop the menus of a package of which one word is replaced. */
function merged(...all: readonly ILanguagePack[]): ILanguagePack {
  const words: ILanguagePack = {};
  for (const [key, value] of all.flatMap((one) => Object.entries(one))) {
    const known = words[key];
    words[key] = isWords(known) && isWords(value) ? merged(known, value) : value;
  }
  return words;
}

function isWords(value: ILanguagePack[string] | undefined): value is ILanguagePack {
  return typeof value === 'object' && !Array.isArray(value);
}
