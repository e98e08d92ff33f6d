/** French words of the journal, which is kept in the workbook with the documents. */
import type { WritePlan } from '../../workbook/plan';
import { formatCount } from '../format';
import { counted } from '../french-count';
import { fr } from '../typography';

type Purpose = WritePlan['purpose'];

export const JOURNAL_WORDS = {
  title: fr`Journal des écritures du complément`,
  subtitle: fr`Une ligne pour chaque écriture, la plus récente en bas. Une annulation s'ajoute à la suite et n'efface aucune ligne.`,
  /** Under the title of a journal whose predecessor has lost its table. */
  continues: (sheet: string) =>
    fr`Suite du journal de la feuille « ${sheet} », dont le tableau n'existe plus : ses lignes restent, celles-ci s'y ajoutent.`,
  actions: {
    documents: fr`Génération des documents`,
    copies: fr`Copie figée`,
    reconciliation: fr`Rapprochement Chorus`,
    comparison: fr`Comparaison`,
    extension: fr`Extension du tableau`,
    row: fr`Ajout d'une ligne`,
    statusColumn: fr`Colonne de contrôle`,
    lists: fr`Listes de choix`,
    registers: fr`Répartition des registres`,
    initialise: fr`Initialisation`,
    ledger: fr`Création du suivi`,
    repair: fr`Correction`,
    mapping: fr`Choix des colonnes`,
    acceptance: fr`Acceptation`,
    reading: fr`Choix de lecture`,
    formulas: fr`Correction des formules`,
    values: fr`Formules figées`,
    request: fr`Inscription d'une demande`,
    duty: fr`Suivi des échéances`,
    formula: fr`Formule insérée`,
    undo: fr`Annulation`,
    keep: fr`Écriture arrêtée, gardée telle quelle`,
  } satisfies Readonly<Record<Purpose, string>>,
  /** Several ranges of one sheet: the rectangle that holds them all, and their number. */
  manyRanges: (around: string, count: number) => fr`${around} (${formatCount(count, 'fr')} plages)`,
  cells: (cells: number, formulas: number) =>
    counted(cells, 'cellule', 'cellules') +
    (formulas === 0 ? '' : fr`, dont ${counted(formulas, 'formule', 'formules')}`),
  charts: (count: number) => counted(count, 'graphique', 'graphiques'),
  sheetsAdded: (names: readonly string[]) =>
    fr`${names.length < 2 ? fr`feuille ajoutée` : fr`feuilles ajoutées`} : ${names.join(', ')}`,
  sheetsRemoved: (names: readonly string[]) =>
    fr`${names.length < 2 ? fr`feuille retirée` : fr`feuilles retirées`} : ${names.join(', ')}`,
  undone: (action: string) => fr`annule : ${action}`,
  /** Of a writing that stopped: how much of it is written is not known. */
  stopped: (action: string) => fr`arrêtée avant la fin : ${action}`,
  left: (cells: number) => counted(cells, 'cellule laissée telle quelle', 'cellules laissées telles quelles'),
} as const;
