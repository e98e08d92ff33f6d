/**
 * Fields that no heading names surely and that one column alone can be: the only unread column of dates whose heading
 * speaks of a signature, the amounts beside a payment date, the column whose cells are words of status. Two columns
 * that may be the same field are left to the user.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import type { DatesLeft } from '../../../domain/envelopes/reading-facts';
import { comparable } from '../../../domain/text';
import { isCellError, textOf, type CellValue } from '../../cells';
import { namesOtherAmounts } from '../heading-grammar';
import { namesOtherYear, wordsOfHeading, type Concept, type HeadingWords } from '../heading-words';
import { isNatureCode, natureOfWords } from '../nature-words';
import type { ColumnHeading } from '../heading-rows';
import type { ValuedHeading } from '../natured-columns';
import { isInUnreadUnit } from '../tables/unit-exceptions';
import { loweringOfOperation } from '../rows/operation-words';
import { cancelsRow } from '../rows/marks/effect-headings';
import { isOfCancelledRow } from '../rows/marks/remarks';
import { headsLegend } from '../rows/whole-ledger/legends';
import { isStatusAlone, statusUnder } from '../rows/status-words';
import { namesPaidAmount } from './paid-amounts';
import { shareOfCodes, shareThatReads, type ValueReaders } from './value-shares';

/** A column that takes a field which nothing else claims. */
export interface LoneColumn {
  readonly field: LedgerField;
  readonly column: ValuedHeading;
  /** From 0 to 1. */
  readonly confidence: number;
}

const BY_HINT = 0.5;
const BY_VALUES = 0.45;
const ALMOST_ALL = 0.9;
/** Words of status among others, which are then findings. */
const MOST = 0.6;
const FEWEST_VALUES = 3;
/** A column of remarks has more different texts. */
const MOST_WORDS = 15;
const ANNULLED = /(?:^| )annulee?s?(?: |$)/;
/** Under any other heading, words of status move no amount: they are reported (LEC-05). */
const HEADS_STATUSES =
  /^$|^(?:statut|etat|status|situation|stade|phase|avanc|etape|suivi|ou en|position|point|types?\b|natures?\b|categorie|observ|comment|remarq|notes?\b|decision|engag|information)/;
const OTHER_PIECES: readonly Concept[] = ['invoice', 'payment', 'dp', 'service', 'receipt'];
const OF_OTHERS: readonly Concept[] = [...OTHER_PIECES, 'supplier', 'beneficiary'];
const ANSWER = /^(?:oui|non|ok|x|vrai|faux|o|n)$/i;
const MARKS = /^(?:yes|no|y|true|false|xx|fait|pas fait|✓|✔|✗|✘|☑|☐|☒)$/i;

const ASKS_FOR_STATE =
  /^(?:(?:est|deja|ej|engagements?|juridiques?|bc|bdc|bons?|de|commandes?) )*(?:engagee?s?|signee?s?|notifiee?s?|signed|committed)(?: (?:o n|oui non|y n|dans chorus|chorus))?$/;

const COMMITS: readonly Concept[] = ['commitment', 'ej', 'ae', 'order', 'signed'];
const SIGNED: readonly Concept[] = [...COMMITS, 'approval'];
const PAYS: readonly Concept[] = ['payment', 'cp'];
const ISSUED: readonly Concept[] = [...PAYS, 'dp', 'request', 'piece'];
/** Concepts beside an act that leave the column what the act makes it. */
const NEUTRAL: readonly Concept[] = [
  ...(['date', 'on', 'amount', 'number', 'operation', 'accounting', 'credit', 'chorus'] as const),
  ...(['contract', 'convention', 'status', 'expense', 'label', 'dp', 'consumed', 'total', 'item'] as const),
];

/** A table of payments has one of these, whatever else. */
const PIECES: readonly LedgerField[] = ['ae', 'ejNumber', 'dpNumber'];

/** The columns that are the only ones to be a field that the table lacks. `taken`: the fields that it has. */
export function loneColumns(
  unread: readonly ValuedHeading[],
  taken: ReadonlySet<string>,
  readers: ValueReaders,
): readonly LoneColumn[] {
  const found = new Map<ValuedHeading, LoneColumn>();
  const give = (field: LedgerField, fits: (column: ValuedHeading) => boolean, confidence: number): void => {
    if (taken.has(field)) return;
    const [column, ...others] = unread.filter((one) => !found.has(one) && fits(one));
    if (column && others.length === 0) found.set(column, { field, column, confidence });
  };
  const isDated = ({ values }: ValuedHeading): boolean => areDates(values, readers);
  if (taken.has('ae')) give('commitmentDate', (one) => names(one, COMMITS, ['approval']) && isDated(one), BY_HINT);
  if (taken.has('cp')) give('paymentDate', (one) => names(one, PAYS) && isDated(one), BY_HINT);
  if (taken.has('cp')) give('paymentDate', (one) => isValueDate(one) && isDated(one), BY_HINT);
  if (taken.has('ae') && taken.has('paymentDate')) give('cp', (one) => isAmount(one, PAYS, readers), BY_HINT);
  const isPaid = taken.has('paymentDate') && PIECES.some((field) => taken.has(field));
  const hasCp = [...found.values()].some(({ field }) => field === 'cp');
  if (isPaid && !hasCp) give('cp', (one) => namesPaidAmount(one.heading.words) && areAmounts(one, readers), BY_HINT);
  if (taken.has('cp') && taken.has('commitmentDate')) give('ae', (one) => isAmount(one, COMMITS, readers), BY_HINT);
  give('status', (one) => !isOfAmounts(one) && holdsStatuses(one, readers), BY_VALUES);
  give('operation', holdsOperations, BY_VALUES);
  give(
    'ejNumber',
    ({ values }) => isMany(values) && shareOfCodes('ejNumber', values, readers.cells) >= ALMOST_ALL,
    BY_VALUES,
  );
  for (const field of ['ministerialAxis2', 'budgetLine'] as const)
    give(
      field,
      ({ values }) => readers.names !== null && isMany(values) && shareOf(field, values, readers) >= MOST,
      BY_VALUES,
    );
  return [...found.values()];
}

/**
 * The dates that the amounts of a table lack, beside the unread columns that may hold them. Those of commitments may
 * have any other word; those of payments name one, or a demand (« Date DP »), which is no payment until it is mapped.
 */
export function datesLeft(
  fields: ReadonlySet<LedgerField>,
  unread: readonly ValuedHeading[],
  readers: ValueReaders,
): DatesLeft | null {
  const among = (acts: readonly Concept[], fits: (words: HeadingWords) => boolean): readonly string[] =>
    unread
      .filter(({ heading }) => {
        const words = wordsOfHeading(heading.words);
        return fits(words) && [...words.concepts].every((one) => NEUTRAL.includes(one) || acts.includes(one));
      })
      .filter((column) => areDates(column.values, readers))
      .map(({ heading }) => heading.text);
  const isOfPayment = ({ concepts, unknown }: HeadingWords): boolean =>
    unknown === 0 || ISSUED.some((one) => concepts.has(one));
  const commitmentDate = !fields.has('ae') || fields.has('commitmentDate') ? [] : among(SIGNED, () => true);
  const paymentDate = !fields.has('cp') || fields.has('paymentDate') ? [] : among(ISSUED, isOfPayment);
  const left = {
    ...(commitmentDate.length > 0 && { commitmentDate }),
    ...(paymentDate.length > 0 && { paymentDate }),
  };
  return Object.keys(left).length === 0 ? null : left;
}

/** True when a heading names one of these acts and no other matter; words that are not understood are let through. */
function names({ heading }: ValuedHeading, acts: readonly Concept[], beside: readonly Concept[] = []): boolean {
  const concepts = [...wordsOfHeading(heading.words).concepts];
  const tolerated = [...acts, ...beside, ...NEUTRAL];
  return concepts.some((one) => acts.includes(one)) && concepts.every((one) => tolerated.includes(one));
}

/** « Date de valeur »: the day on which a bank pays. */
function isValueDate({ heading }: ValuedHeading): boolean {
  const { concepts, unknown } = wordsOfHeading(heading.words);
  return unknown === 0 && concepts.size === 2 && concepts.has('date') && concepts.has('amount');
}

/** A column of amounts that names these acts, or no act at all and nothing that is not understood. */
function isAmount(column: ValuedHeading, acts: readonly Concept[], readers: ValueReaders): boolean {
  const { words } = column.heading;
  if (namesOtherAmounts(words) || isInUnreadUnit(words) || !isMany(column.values)) return false;
  if (namesOtherYear(words, readers.names?.creditYear ?? null)) return false;
  const { concepts, unknown } = wordsOfHeading(words);
  if (concepts.has('date') || concepts.has('on') || concepts.has('number') || holdsDates(column.heading)) return false;
  const isBare = unknown === 0 && concepts.has('amount') && [...concepts].every((one) => BARE.includes(one));
  return (isBare || names(column, acts, ['agreed'])) && shareOf('amount', column.values, readers) >= ALMOST_ALL;
}

/** Amounts alone, under a heading that names them: one is enough. */
function areAmounts({ heading, values }: ValuedHeading, readers: ValueReaders): boolean {
  if (namesOtherYear(heading.words, readers.names?.creditYear ?? null) || isInUnreadUnit(heading.words)) return false;
  return values.length > 0 && !holdsDates(heading) && shareOf('amount', values, readers) === 1;
}

/** True for « Paiement », over dates alone; « Montant CP » over dates is a fault of its cells. */
export function holdsDates({ words, isOfDates }: ColumnHeading): boolean {
  const { concepts } = wordsOfHeading(words);
  return isOfDates === true && !NAME_AMOUNTS.some((concept) => concepts.has(concept));
}

const NAME_AMOUNTS: readonly Concept[] = ['amount', 'ae', 'cp'];
const BARE: readonly Concept[] = ['amount', 'total', 'expense', 'operation'];

function areDates(values: readonly CellValue[], readers: ValueReaders): boolean {
  return values.length > 0 && shareOf('date', values, readers) >= ALMOST_ALL;
}

/** « Montant complémentaire »: « à préciser » is no state there, and « Type de montant » may be one. */
function isOfAmounts({ heading }: ValuedHeading): boolean {
  const { concepts } = wordsOfHeading(heading.words);
  return concepts.has('amount') && !concepts.has('type') && !concepts.has('category') && !concepts.has('status');
}

/** The positions of the meanings of colours, beside the coloured cells under « Légende ». */
export function meaningsOfColours(columns: readonly ValuedHeading[]): readonly number[] {
  return columns.flatMap(({ heading, values }) =>
    values.length === 0 && headsLegend(heading.text) ? [heading.position + 1] : [],
  );
}

/** Short words of status, under a heading that may be theirs. */
export function holdsStatuses(column: ValuedHeading, readers: ValueReaders): boolean {
  return HEADS_STATUSES.test(comparable(column.heading.words)) && readAsStatuses(column, readers);
}

/**
 * Short words of status, one of which at least makes a row a project or a cancelled one. « Projet Alpha » is a name; a
 * column about another piece has the status of that piece.
 */
export function readAsStatuses(
  { values, heading }: Pick<ValuedHeading, 'values'> & { readonly heading: { readonly words: string } },
  { cells, names }: Pick<ValueReaders, 'cells' | 'names'>,
): boolean {
  const words = values.filter((value): value is string => typeof value === 'string' && !ANSWER.test(value.trim()));
  if (words.length * 2 < values.length || new Set(words).size > MOST_WORDS) return false;
  if (words.some((word) => names?.isBudgetLine(word) === true)) return false; // « Soutien à la mer » is near « soumis »
  const read = words.map((word) => ({ ...cells.status(word), word }));
  if (!read.some(({ status, word }) => status !== 'firm' && isStatusAlone(word) && !lowers(word))) return false;
  const { concepts } = wordsOfHeading(heading.words);
  if (OF_OTHERS.some((concept) => concepts.has(concept))) return false;
  const isFree = concepts.has('comment') || concepts.has('label');
  if (isFree && read.some(({ status, word }) => status === 'cancelled' && !isOfCancelledRow(word))) return false;
  if (isFree && !read.some(({ status, isKnown }) => status === 'firm' && isKnown)) return false;
  const least = isFree ? 1 : MOST;
  return read.filter(({ isKnown }) => isKnown).length >= least * words.length;
}

/** True for « Facture », « Service fait »: what is under it is about that piece, or the payment. */
export function namesOtherPiece(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  return OTHER_PIECES.some((concept) => concepts.has(concept));
}

/**
 * Yes or no to the state of the EJ itself, « Engagé ? », « EJ signé (O/N) »; a mark, or « Non », under « Annulé ».
 * « Non » under « Commande », « Devis signé », « Vu », « Validé par la DAF » may be of anything else.
 */
export function answersStatus({ values, heading }: ValuedHeading): boolean {
  const isAnswered = (value: CellValue): boolean =>
    typeof value === 'boolean' || statusUnder(heading.words, textOf(value)) !== textOf(value);
  if (cancelsRow(heading.words)) return values.length > 0 && values.every(isAnswered);
  return isMany(values) && ASKS_FOR_STATE.test(plainWords(heading.words)) && values.every(isAnswered);
}

function plainWords(heading: string): string {
  return comparable(heading)
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** True for « Payé » over words alone, « CP » over « Oui », « Non », X: whether it is paid, and no amount. */
export function holdsAnswers({ values, heading }: ValuedHeading): boolean {
  const { concepts } = wordsOfHeading(heading.words);
  if (concepts.has('amount') || values.length === 0) return false;
  const isOfCredits = concepts.has('ae') || concepts.has('cp');
  const isAnswer = (text: string): boolean =>
    ANSWER.test(text) || MARKS.test(text) || !(isOfCredits || /[\d#]/.test(text));
  return values.every((value) => typeof value === 'boolean' || (typeof value === 'string' && isAnswer(value.trim())));
}

/** Words of operations, one of which at least lowers amounts. */
function holdsOperations({ values }: ValuedHeading): boolean {
  const words = new Set(values.map((value) => (isCellError(value) ? '' : textOf(value))));
  if (!isMany(values) || words.size > MOST_WORDS) return false;
  return [...words].some(lowers) && [...words].every((word) => lowers(word) || isOperation(word));
}

/** « Annulation » lowers an amount; « Annulé » is the state of its row. */
function lowers(word: string): boolean {
  return loweringOfOperation(word)?.certainty === 'sure' && !ANNULLED.test(comparable(word));
}

function isOperation(word: string): boolean {
  return isNatureCode(word) || natureOfWords(word) !== null || loweringOfOperation(word) !== null;
}

function isMany(values: readonly CellValue[]): boolean {
  return values.length >= FEWEST_VALUES;
}

function shareOf(
  field: Parameters<typeof shareThatReads>[0],
  values: readonly CellValue[],
  readers: ValueReaders,
): number {
  return shareThatReads(field, values, readers) ?? 0;
}
