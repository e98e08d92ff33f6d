/**
 * Columns beside the fields of the ledger with further facts of their row: « Début de suspension », « Motif de
 * suspension » for its delay of payment (PER-06); « N° facture » for an invoice paid twice (DON-03); « Gestion
 * anticipée » Oui, or words such as « EJ anticipé » under any short heading or in a label, for the credits of its
 * commitment (LOLF, art. 9).
 */
import { namesAdvance } from '../../../../domain/envelopes/commitment-year';
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { comparable } from '../../../../domain/text';
import { textOf, type CellValue } from '../../../cells';
import { isBlankText } from '../../read-cells';
import { isTicked } from './effect-headings';
import { isOwnVerdict } from './own-verdicts';
import { headsRemarks } from './remarks';

/** Such a column of a sheet. */
export interface TellingColumn {
  readonly column: number;
  readonly heading: string;
  /**
   * `advance`: a mark names it; `words`: the cells do; `labels`: a clause of them does; `remarks`: they may be about
   * anything.
   */
  readonly tells: 'suspension' | 'advance' | 'invoice' | 'words' | 'labels' | 'remarks';
}

const SUSPENSION = /\b(?:suspension|suspendue?)s?\b/;
const OF_PAYMENT = /\b(?:delai|dgp|dp|paiement|facture|demande)s?\b/;
/** « N° de facture », « Réf. facture fournisseur », « Facture »; not « Date facture », « Montant facture ». */
const INVOICE =
  /^(?:(?:n|no|num|numero|ref|reference)(?: (?:de|d|de la|interne))? factures?|factures? (?:n|no|num|numero|ref|reference)|factures?)(?: (?:du )?(?:fournisseur|titulaire|prestataire|chorus|chorus pro))?$/;
const LONGEST_INVOICE = 40;
/** « Reçue le 12/03/2023 », « 3 factures », « 1/3 »: no number of one invoice. */
const NO_INVOICE = /^\d{1,2}$|^\d{1,2} (?:sur |factures?)|^\d{1,2} \d{1,2}(?: \d{2,4})?$|\b\d{1,2} \d{1,2} \d{2,4}$/;
/** « EJ anticipé sur 2024 », as a whole. */
const ADVANCE =
  /^(?:ej |engagements? )?(?:juridiques? )?(?:en |par )?(?:gestion )?anticip[a-z]{1,5}(?: sur)?(?: les)?(?: credits)?(?: \d{4})?$/;
/** A clause of a label, or its end: « EJ en gestion anticipée », « Étude (engagement anticipé 2024) ». */
const EJ =
  '\\b(?:ej|engagements?|engagee?s?)(?: juridiques?)? (?:(?:20\\d\\d|\\d{10}|pris|fait|passe|signe) ){0,2}(?:(?:en|par) )?';
const ON_CREDITS = '(?: (?:sur )?(?:(?:les )?(?:credits|gestion|exercice) )?(?:20\\d\\d|n 1))?$';
const ADVANCE_OF_EJ = new RegExp(
  `(?:^|${EJ}|\\ben )gestion anticipee${ON_CREDITS}|${EJ}anticip(?:ee?s?|ations?)${ON_CREDITS}`,
);
/** « Étude de l'engagement anticipé »: what is bought. */
const OF_A_SUBJECT = /\b(?:l|d|de|des|les|sur) (?:ej|engagements?)\b/;
const CLAUSE = /[;:,()\n\r]+|\s[-–—/]\s|\.(?=\s|$)/;
const MOST_CLAUSES = 12;
const NO: ReadonlySet<string> = new Set([
  'non',
  'no',
  'n',
  'faux',
  'false',
  '0',
  'ras',
  'neant',
  'aucun',
  'aucune',
  'so',
]);
const MAY_TELL = /anticip|suspen/i;
const LONGEST_HEADING = 60;
const LONGEST_REMARK = 300;

/** A column of the sheet. */
interface Placed {
  readonly column: number;
  readonly heading: string;
}

/** Such columns among those that nothing else reads, and the labels. */
export function tellingColumnsAmong(
  columns: readonly Placed[],
  labels: readonly Placed[] = [],
): readonly TellingColumn[] {
  return [
    ...columns.map((one) => ({ ...one, tells: tellsOf(one.heading.slice(0, LONGEST_HEADING)) })),
    ...labels.map((one) => ({ ...one, tells: 'labels' as const })),
  ];
}

function tellsOf(heading: string): TellingColumn['tells'] {
  if (SUSPENSION.test(comparable(heading))) return 'suspension';
  if (namesAdvance(heading)) return 'advance';
  if (INVOICE.test(wordsOf(heading))) return 'invoice';
  return headsRemarks(heading) ? 'remarks' : 'words';
}

/** « N° facture » and « Réf. facture » in plain words. */
function wordsOf(text: string): string {
  return comparable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}

type Told = Pick<LedgerRow, 'suspension' | 'isInAdvance' | 'invoice'>;

/** The facts that the cells of a row add to it; null for most rows. `left`: the column of the sheet from which cells are counted. */
export function toldBy(columns: readonly TellingColumn[], cells: readonly CellValue[], left: number): Told | null {
  let told: Told | null = null;
  for (const { column, heading, tells } of columns) {
    const value = cells[column - left] ?? null;
    if (value === null) continue;
    if (tells === 'words' || tells === 'labels' || tells === 'remarks') {
      if (typeof value !== 'string' || !MAY_TELL.test(value) || isOwnVerdict(value)) continue; // almost every cell
    }
    const text = textOf(value);
    if (isBlankText(text)) continue;
    if (tells === 'invoice') {
      if (isInvoice(text, heading, value)) told = { ...(told ?? {}), invoice: text.trim() };
    } else if (suspends(tells, text)) told = { suspension: heading, ...(told ?? {}) };
    else if (isAdvance(tells, text)) told = { ...(told ?? {}), isInAdvance: true };
  }
  return told;
}

/** True for the number of an invoice; under « Facture » alone, a number may be an amount, or a day. */
function isInvoice(text: string, heading: string, value: CellValue): boolean {
  if (!/\d/.test(text) || text.length > LONGEST_INVOICE || NO_INVOICE.test(wordsOf(text))) return false;
  return typeof value === 'string' ? /\p{L}|^\D*\d{4}/u.test(text) : wordsOf(heading).includes(' ');
}

function suspends(tells: TellingColumn['tells'], text: string): boolean {
  if (tells === 'suspension') return !NO.has(comparable(text));
  if (tells !== 'remarks') return false;
  const words = comparable(text.slice(0, LONGEST_REMARK));
  return SUSPENSION.test(words) && OF_PAYMENT.test(words);
}

function isAdvance(tells: TellingColumn['tells'], text: string): boolean {
  if (tells === 'advance' && isTicked(comparable(text))) return true;
  if (tells === 'labels') return labelsAdvance(text);
  return tells !== 'remarks' && tells !== 'suspension' && namesAdvance(text) && ADVANCE.test(comparable(text));
}

function labelsAdvance(label: string): boolean {
  return label
    .slice(0, LONGEST_REMARK)
    .split(CLAUSE, MOST_CLAUSES)
    .some(
      (clause) => namesAdvance(clause) && !OF_A_SUBJECT.test(wordsOf(clause)) && ADVANCE_OF_EJ.test(wordsOf(clause)),
    );
}
