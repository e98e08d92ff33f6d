/** The texts of a saved copy, in the languages of the page. */
import { describeFailure } from '../../../src/messages/failures';
import { fr } from '../../../src/messages/typography';
import type { PageLocale } from '../page-locale';
import type { PageMessage } from '../page-store';
import type { CopyRefusal, Omission } from './omission';

interface CopyWords {
  readonly save: string;
  readonly saveHint: string;
  readonly saving: string;
  /** In the name of the file. */
  readonly copy: string;
  readonly saved: (file: string) => PageMessage;
  readonly savedWithout: (file: string, omissions: readonly Omission[]) => PageMessage;
  readonly refused: (refusal: CopyRefusal) => PageMessage;
  readonly editing: PageMessage;
}

const SEPARATOR = '\u00a0; ';

const omissionFr = (omission: Omission): string => {
  if (omission.what === 'workbookProtection') return 'la protection du classeur, changée';
  const sheet = fr`feuille « ${omission.sheet} »`;
  switch (omission.what) {
    case 'chartAdded':
      return fr`${sheet} : le graphique ajouté « ${omission.name} »`;
    case 'chartChanged':
      return fr`${sheet} : le nouvel aspect ou la nouvelle place du graphique « ${omission.name} »`;
    case 'chartDeleted':
      return fr`${sheet} : la suppression du graphique « ${omission.name} »`;
    case 'otherRules':
      return fr`${sheet} : les règles de mise en forme ou de validation ajoutées ou retirées sans formule ni liste`;
    case 'protection':
      return fr`${sheet} : sa protection, changée`;
    case 'paper':
      return fr`${sheet} : son format de papier`;
  }
};

const omissionEn = (omission: Omission): string => {
  if (omission.what === 'workbookProtection') return 'the protection of the workbook, which changed';
  const sheet = `sheet “${omission.sheet}”`;
  switch (omission.what) {
    case 'chartAdded':
      return `${sheet}: the added chart “${omission.name}”`;
    case 'chartChanged':
      return `${sheet}: the new look or place of the chart “${omission.name}”`;
    case 'chartDeleted':
      return `${sheet}: the deletion of the chart “${omission.name}”`;
    case 'otherRules':
      return `${sheet}: formatting or validation rules, without a formula or a list, that were added or removed`;
    case 'protection':
      return `${sheet}: its protection, which changed`;
    case 'paper':
      return `${sheet}: its paper size`;
  }
};

const refusedFr = (refusal: CopyRefusal): PageMessage => {
  switch (refusal.why) {
    case 'movedLines':
      return {
        sentence: fr`Copie non enregistrée : des lignes ou des colonnes sont insérées ou supprimées dans la feuille « ${refusal.sheet} », dont l’atelier ne peut pas déplacer le reste (filtres, commentaires, images, zone imprimée, graphiques, tableaux croisés).`,
        remedy: 'Annulez cette insertion ou cette suppression (Ctrl+Z), ou faites-la dans Excel.',
      };
    case 'sameHeadings':
      return {
        sentence: fr`Copie non enregistrée : le tableau ${refusal.table}, feuille « ${refusal.sheet} », a deux colonnes de même en-tête.`,
        remedy: 'Donnez un en-tête différent à chacune.',
      };
    case 'failure': {
      const { sentence, remedy } = describeFailure(refusal.failure, 'fr');
      return { sentence: fr`Copie non enregistrée. ${sentence}`, remedy };
    }
  }
};

const refusedEn = (refusal: CopyRefusal): PageMessage => {
  switch (refusal.why) {
    case 'movedLines':
      return {
        sentence: `The copy is not saved: rows or columns were inserted or deleted in the sheet “${refusal.sheet}”, and the page cannot move the rest of it (filters, comments, pictures, print area, charts, pivot tables).`,
        remedy: 'Undo that insertion or deletion (Ctrl+Z), or do it in Excel.',
      };
    case 'sameHeadings':
      return {
        sentence: `The copy is not saved: the table ${refusal.table}, sheet “${refusal.sheet}”, has two columns with one heading.`,
        remedy: 'Give each its own heading.',
      };
    case 'failure': {
      const { sentence, remedy } = describeFailure(refusal.failure, 'en');
      return { sentence: `The copy is not saved. ${sentence}`, remedy };
    }
  }
};

export const COPY_WORDS: Readonly<Record<PageLocale, CopyWords>> = {
  'fr-FR': {
    save: 'Enregistrer une copie',
    saveHint: 'Télécharge une copie du classeur avec vos saisies et ce que le complément a écrit',
    saving: 'Enregistrement de la copie…',
    copy: 'copie',
    saved: (file) => ({
      sentence: fr`Copie enregistrée dans vos téléchargements : « ${file} ».`,
      remedy: 'Le fichier ouvert n’est pas modifié.',
    }),
    savedWithout: (file, omissions) => ({
      sentence: fr`Copie enregistrée dans vos téléchargements : « ${file} ». Elle ne contient pas : ${omissions.map(omissionFr).join(SEPARATOR)}.`,
      remedy: 'Refaites dans Excel ce qui manque.',
    }),
    refused: refusedFr,
    editing: {
      sentence: 'Une cellule est en cours de saisie.',
      remedy: 'Validez-la (Entrée) ou abandonnez-la (Échap), puis enregistrez la copie.',
    },
  },
  'en-US': {
    save: 'Save a copy',
    saveHint: 'Downloads a copy of the workbook with your entries and what the add-in wrote',
    saving: 'Saving the copy…',
    copy: 'copy',
    saved: (file) => ({
      sentence: `The copy is saved in your downloads: “${file}”.`,
      remedy: 'The opened file is not changed.',
    }),
    savedWithout: (file, omissions) => ({
      sentence: `The copy is saved in your downloads: “${file}”. It does not hold: ${omissions.map(omissionEn).join('; ')}.`,
      remedy: 'Do again in Excel what is missing.',
    }),
    refused: refusedEn,
    editing: {
      sentence: 'A cell is being edited.',
      remedy: 'Confirm it (Enter) or give it up (Escape), then save the copy.',
    },
  },
};
