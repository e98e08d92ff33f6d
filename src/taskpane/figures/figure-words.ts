/** Words of the drawer of a figure, fetched with it. */
import { formatCount } from '../../messages/format';
import { counted } from '../../messages/french-count';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const e = (number: number, one: string, many: string): string =>
  `${formatCount(number, 'en')} ${number === 1 ? one : many}`;

const NUMBERS = ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six'];

const FR = {
  /** The title of the drawer: « Signaux Faibles · AE ». */
  title: (who: string, nature: string) => fr`${who} · ${nature}`,
  line: (label: string) => fr`Poste « ${label} »`,
  of: (figure: string, nature: string, date: string) => fr`${figure} en ${nature} au ${date}`,
  exceededSince: (date: string) => fr`Plafond dépassé depuis le ${date}`,
  exceeded: fr`Plafond dépassé`,
  notCalculable: (column: string) =>
    fr`Aucune colonne du suivi ne correspond à « ${column} » : ce chiffre n'est pas calculable.`,
  sum: 'Calcul du chiffre',
  rows: (count: number) => counted(count, 'ligne', 'lignes'),
  movements: (count: number) => counted(count, 'mouvement', 'mouvements'),
  rowsOf: (term: string) => fr`Lignes qui font : ${term}`,
  basis: {
    AE: { consumed: fr`Engagements comptés à cette date`, reserved: fr`Projets d'engagement` },
    CP: {
      consumed: fr`Paiements de l'exercice à cette date`,
      reserved: fr`Service fait ou demande de paiement, non payés`,
    },
  },
  byAmount: fr`Trier : par montant`,
  byDate: fr`Trier : plus récentes d'abord`,
  initial: 'Dotation initiale',
  movementTypes: {
    amendment: 'Avenant',
    transfer: 'Redéploiement',
    carryOver: 'Report',
    freeze: 'Gel',
    restoration: 'Rétablissement',
  },
  equal: fr`Somme, égale au chiffre`,
  different: (amount: string) => fr`Somme ; le chiffre est borné, écart : ${amount}`,
  more: (count: number) => fr`Afficher ${counted(count, 'ligne', 'lignes')} de plus`,
  noRow: fr`Aucune ligne.`,
  unnamed: fr`Ligne sans libellé`,
  crosses: fr`Franchit le plafond`,
  /** `sheet`: null where the ledger has one. */
  row: (row: number, sheet: string | null) =>
    sheet === null ? fr`ligne ${String(row)}` : fr`${sheet}, ligne ${String(row)}`,
  goTo: (row: number, sheet: string | null, label: string) =>
    sheet === null
      ? fr`Aller à la ligne ${String(row)}, ${label}`
      : fr`Aller à ${sheet}, ligne ${String(row)}, ${label}`,
  uncharged: (count: number) =>
    fr`${counted(count, 'ligne sans enveloppe reconnue est', 'lignes sans enveloppe reconnue sont')} hors de tout total, et peut-être de cette enveloppe.`,
  formula: 'Formule de ce chiffre',
  formulaOfCell: 'Formule de la cellule',
  copy: 'Copier',
  copied: 'Copié',
  whatIf: { AE: fr`Et si j'engage…`, CP: fr`Et si je paie…` },
  seeRows: 'Voir les lignes',
  amount: 'Montant TTC',
  date: 'Le',
  poste: 'Poste de dépense',
  noPoste: 'Sans poste',
  badAmount: fr`Saisissez un montant, par exemple 12 000.`,
  badDate: fr`Saisissez une date, par exemple 31/12/2023.`,
  compute: 'Calculer',
  clear: 'Effacer',
  answers: {
    yes: fr`Oui : aucun plafond n'est dépassé`,
    inWhatIsRead: fr`Possible d'après ce qui est lu`,
    threshold: fr`Oui, mais un seuil de suivi est atteint`,
    remark: fr`Possible, avec une remarque`,
    no: (count: number) =>
      count === 1
        ? fr`Non : un plafond serait dépassé`
        : fr`Non : ${NUMBERS[count] ?? formatCount(count, 'fr')} plafonds seraient dépassés`,
    date: fr`Non : la date ne convient pas`,
    unknown: fr`On ne peut pas le calculer`,
  },
  most: (amount: string) => fr`Au plus : ${amount}.`,
  none: fr`Aucun montant n'est possible.`,
  notCharged: fr`Le complément ne sait pas rattacher une ligne à cette enveloppe ou à ce poste.`,
  availableOf: (nature: string) => fr`${nature} disponibles`,
  before: (date: string) => fr`au ${date}`,
  after: 'après',
  whole: 'Convention',
};
export type FigureWords = typeof FR;

const EN: FigureWords = {
  title: (who, nature) => `${who} · ${nature}`,
  line: (label) => `Budget line “${label}”`,
  of: (figure, nature, date) => `${figure} in ${nature} as of ${date}`,
  exceededSince: (date) => `Ceiling exceeded since ${date}`,
  exceeded: 'Ceiling exceeded',
  notCalculable: (column) => `No column of the ledger is mapped to “${column}”: this figure cannot be calculated.`,
  sum: 'How the figure is calculated',
  rows: (count) => e(count, 'row', 'rows'),
  movements: (count) => e(count, 'movement', 'movements'),
  rowsOf: (term) => `Rows that make: ${term}`,
  basis: {
    AE: { consumed: 'Commitments counted at that date', reserved: 'Draft commitments' },
    CP: {
      consumed: 'Payments of the year at that date',
      reserved: 'Services certified or payments requested, not paid',
    },
  },
  byAmount: 'Sort: by amount',
  byDate: 'Sort: most recent first',
  initial: 'Initial allocation',
  movementTypes: {
    amendment: 'Amendment',
    transfer: 'Transfer',
    carryOver: 'Carry-over',
    freeze: 'Freeze',
    restoration: 'Restoration',
  },
  equal: 'Sum, equal to the figure',
  different: (amount) => `Sum; the figure is bounded, difference: ${amount}`,
  more: (count) => `Show ${e(count, 'more row', 'more rows')}`,
  noRow: 'No row.',
  unnamed: 'Row without a label',
  crosses: 'Crosses the ceiling',
  row: (row, sheet) => (sheet === null ? en`row ${String(row)}` : en`${sheet}, row ${String(row)}`),
  goTo: (row, sheet, label) =>
    sheet === null ? en`Go to row ${String(row)}, ${label}` : en`Go to ${sheet}, row ${String(row)}, ${label}`,
  uncharged: (count) =>
    `${e(count, 'row without a known envelope is', 'rows without a known envelope are')} in no total, and may be of this envelope.`,
  formula: 'Formula of this figure',
  formulaOfCell: 'Formula of the cell',
  copy: 'Copy',
  copied: 'Copied',
  whatIf: { AE: 'What if I commit…', CP: 'What if I pay…' },
  seeRows: 'Show the rows',
  amount: 'Amount with tax',
  date: 'On',
  poste: 'Budget line',
  noPoste: 'No budget line',
  badAmount: 'Type an amount, for example 12,000.',
  badDate: 'Type a date, for example 2023-12-31.',
  compute: 'Calculate',
  clear: 'Clear',
  answers: {
    yes: 'Yes: no ceiling is exceeded',
    inWhatIsRead: 'Possible from what is read',
    threshold: 'Yes, but a threshold is reached',
    remark: 'Possible, with a remark',
    no: (count) =>
      count === 1 ? 'No: one ceiling would be exceeded' : `No: ${String(count)} ceilings would be exceeded`,
    date: 'No: the date does not fit',
    unknown: en`It cannot be calculated`,
  },
  most: (amount) => `At most: ${amount}.`,
  none: 'No amount is possible.',
  notCharged: 'The add-in cannot charge a row to this envelope or budget line.',
  availableOf: (nature) => `${nature} available`,
  before: (date) => `on ${date}`,
  after: 'after',
  whole: 'Convention',
};

/** By language: a sentence that lacks its English does not compile. */
export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = { fr: FR, en: EN };
