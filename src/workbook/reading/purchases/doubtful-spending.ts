/**
 * Typed tables of words and amounts that may be spending: « Petits achats | Montant », « Agent | Coût total »,
 * « Bénéficiaire | Montant attribué ». They have no number, no date and no envelope, and their headings may be those of
 * a summary: a doubt, where `purchase-words.ts` has none. Prices, plans, credits, counts and summaries are left.
 */
import { comparable } from '../../../domain/text';
import { namesAPlan } from '../../ledger/rows/marks/effect-headings';
import { wordsOfHeading, type Concept } from '../../ledger/heading-words';
import { namesAnAmount, type AreaColumn } from '../amount-columns';
import { namesSpending } from './price-columns';
import { namesAFigure, titlesNoPurchase, UNSPENT } from './purchase-words';

/** Columns whose words classify credits or follow a file, and name nothing that was bought. */
const NO_SUBJECT: readonly Concept[] = [
  ...(['item', 'envelope', 'budget', 'status', 'convention', 'code', 'number', 'date', 'on', 'month', 'year'] as const),
  ...(['amount', 'comment', 'quantity', 'programme', 'credit', 'ae', 'cp'] as const),
];
const NO_SUBJECT_WORD =
  /(?:^| )(?:indicateurs?|objectifs?|jalons?|livrables?|parametres?|profils?|grades?|etapes?|roles?|titres?|bop|uo|champs?|questions?|hypotheses?|scenarios?|criteres?|unites?)(?: |$)/;
const NOT_SPENT: readonly Concept[] = ['limit', 'allocated', 'share', 'contract', 'budget', 'convention', 'quantity'];
/** Headings of money that is no committed and no paid amount by itself. */
const COST =
  /(?<![a-z])(?:couts?|frais|depenses?|honoraires?|subventions?|(?:pay|regl|vers|mandat)ee?s?|avances?|acomptes?|versements?|reglements?|primes?|indemnites?|gratifications?|bourses?|cautions?|defraiements?|paid|advances?|allowances?|grants?|fees?|expenses?|€|euros?|eur)(?![a-z])/;
/** The sheet, or the title, of a summary, of an estimate or of settings. */
const OTHER_TITLE =
  /(?<![a-z])(?:syntheses?|recap\w{0,15}|tableaux? de bord|bilans?|graph\w{0,10}|indicateurs?|statistiques?|stats?|controles?|totaux|devis|offres?|sourcing|consultations?|chiffrages?|simulations?|hypotheses?|grilles?|plannings?|plans?|calendriers?|effectifs?|contacts?|aides?|notices?|mode d'emploi|listes?|credits?|conventions?|tcd|cibles?|a (?:faire|engager|programmer|venir)|atterrissages?|besoins?|comparaisons?|previsions?|projets? d'avenant)(?![a-z])|^20\d\d$/;
/** « Janvier », « Févr. 2023 », « T1 »: what each month costs, beside a supplier or an agent. */
const PERIOD =
  /^(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|[ts][1-4])\.?(?: \d{2,4})?$/;
const PERIODS = /^(?:mois|periodes?|trimestres?|semestres?|dates?)$/;
/** « Montant moyen », « Disponible », « Objectif »: no month was paid so. */
const FIGURE =
  /(?<![a-z])(?:moyen(?:ne)?s?|cibles?|objectifs?|taux|disponibles?|ouverts?|restes?|soldes?|plafonds?|alloues?|notifiee?s?|rap|nombre|nb)(?![a-z])|%/;
const PERSON =
  /(?:^| )(?:agents?|noms?|consultants?|intervenants?|beneficiaires?|laureats?|boursiers?|stagiaires?|experts?|formateurs?|creanciers?|payees?|recipients?|beneficiary)(?: |$)/;
/** « PU », « Prix unitaire »: the other numbers of the table are money. */
const PRICE = /(?:^| )(?:prix|pu|tjm)(?: |$)/;
/** Labels of a price list and of credits: « Jour de conseil », « Titre 2 ». */
const NO_PURCHASE =
  /^(?:jours?|journees?|demi[- ]journees?|heures?|unites?|tjm|uo|titre \d|t\d|ht2|hors titre|programme \d|bop)(?: |$)/;

/** The sheet, or the title, of what persons spent; their « Total » is money, however small. */
const EXPENSES = /(?<![a-z])(?:notes? de frais|ndf|frais|missions?|deplacements?)(?![a-z])/;
/** Words by which numbers are counts. */
const COUNTS =
  /(?<![a-z])(?:jours?|journees?|nombres?|nbr?e?|heures?|quantites?|qte|km|kilometres?|nuitees?|repas|points?|effectifs?|unites?|etp|participants?|conges?|absences?|frequences?)(?![a-z])/;

/** True for « Agent | Total » under « Notes de frais », unless other words name days or numbers. */
export function holdsExpenses(titles: readonly string[], columns: readonly AreaColumn[]): boolean {
  const isOf = (pattern: RegExp, texts: readonly string[]): boolean =>
    texts.some((one) => pattern.test(comparable(one)));
  const headings = columns.map(({ heading }) => heading);
  return isOf(EXPENSES, titles) && !isOf(COUNTS, [...titles, ...headings]);
}

/** True for a column whose words may name what was bought, by whom, or for what. */
export function mayNameSpending({ kind, heading, concepts }: AreaColumn): boolean {
  if (kind !== 'others') return false;
  if (concepts.has('invoice') || concepts.has('piece')) return true;
  if (NO_SUBJECT.some((concept) => concepts.has(concept))) return false;
  return !NO_SUBJECT_WORD.test(comparable(heading));
}

/**
 * True for the months of « Mois | Montant », where nothing else names what was bought. A plan, an average or a balance
 * beside them makes the table one of figures.
 */
export function namesPeriods({ kind, heading, concepts }: AreaColumn, all: readonly AreaColumn[]): boolean {
  if (kind !== 'others' || !(concepts.has('month') || PERIODS.test(comparable(heading)))) return false;
  return !all.some((one) => namesAPlan(one.heading) || FIGURE.test(comparable(one.heading)));
}

/**
 * The columns of money, by their words, or by their words and their cells, or by the other columns. `holdsSums`: a
 * column « Total » holds more than days, or the expenses of persons.
 */
export function costsAmong(
  columns: readonly AreaColumn[],
  holdsSums: (column: AreaColumn) => boolean,
): readonly AreaColumn[] {
  const isOfPeople = columns.some(
    ({ kind, heading, concepts }) =>
      kind === 'others' && (concepts.has('supplier') || PERSON.test(comparable(heading))),
  );
  const isPriced = columns.some(({ heading }) => PRICE.test(comparable(heading)));
  const isSpent =
    isOfPeople || columns.some((column) => namesSpending(column.heading) || namesPeriods(column, columns));
  return columns.filter((column) => {
    const isTotal = isSpent && column.concepts.has('total') && holdsSums(column);
    return mayBeCost(column, isPriced || column.hasEuros || isTotal, isOfPeople);
  });
}

function mayBeCost(
  { kind, heading, concepts, isOther, hasEuros }: AreaColumn,
  isMoney: boolean,
  isOfPeople: boolean,
): boolean {
  if (kind !== 'amounts' || isOther || NOT_SPENT.some((concept) => concepts.has(concept))) return false;
  const words = comparable(heading);
  if (heading === '' || UNSPENT.test(words)) return false;
  if (concepts.has('amount') || concepts.has('ae') !== concepts.has('cp') || COST.test(words)) return true;
  if (PERIOD.test(words)) return isOfPeople || hasEuros;
  return isMoney && namesAnAmount(heading);
}

/** True for the title of a table, or the name of a sheet, where amounts without a number or a date are no doubt. */
export function titlesNoSpending(title: string): boolean {
  return titlesNoPurchase(title) || OTHER_TITLE.test(comparable(title));
}

/** True for a label that may be that of a purchase. */
export function mayBePurchase(label: string): boolean {
  const text = label.trim();
  if (text === '' || namesAFigure(text) || NO_PURCHASE.test(comparable(text))) return false;
  return /\p{L}/u.test(text) && !wordsOfHeading(text).concepts.has('credit');
}
