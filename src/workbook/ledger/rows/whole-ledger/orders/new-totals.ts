/**
 * A second row of an EJ by whose words its amount is the new total, and no addition: « Avenant 1 : porte le montant à
 * 12 000 € », « Montant révisé », « Annule et remplace », « Marché v2 », 2 under « Version ». Both rows count, and the
 * second one is reported (LEC-05). Where the words give the amount that both rows make, it is an addition.
 */
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark, type RowMark } from '../../../../../domain/envelopes/reading-facts';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../../ledger-source';
import { textOf } from '../../../../cells';
import type { ReadLedger } from '../../../read-ledger';
import { plainWords, type WordsOf } from '../words-of-rows';

const OF_IT = '(?:(?:le|l|la|les|du|de|montants?|total|ae|ej|engagement|marche|commande|bc|contrat) )';
const SUM = '(?:\\d{1,3} \\d{3}|\\d{4,9}|\\d{1,5} k)';
const NEW_TOTAL = [
  new RegExp(`\\bport(?:ant|ee?s?) (?:${OF_IT}|a ){0,6}\\d`),
  new RegExp(`\\b(?:porte|portera|porter|passe|passera|passant|passer) ${OF_IT}{0,6}(?:[\\d ]{1,14})?a ${SUM}`),
  new RegExp(
    `\\b(?:montants?|total|ae|ej|engagement|marche|commande|bc|contrat) passee?s? (?:de [\\d ]{1,14})?a ${SUM}`,
  ),
  /\b(?:nouveau|nouvelle) (?:montant|total|valeur)\b/,
  /\b(?:montant|total)(?: total)? (?:(?:revis|actualis|corrig|rectifi|modifi|reestim|reevalu|ajust)ee?s?|definitif|final|apres|avec avenant)\b/,
  /\bapres avenant\b|\bavenant (?:n )?(?:\d{1,2} )?(?:inclus|compris)\b|\b(?:compris|inclus) (?:l )?avenant\b/,
  /^(?:annule et )?remplace (?:(?:la|l|le|les) )?(?:lignes?|ej|engagement|bc|commande|montant|precedente?)\b|^annule et remplace$/,
  /^augmentation a \d|\bmodifiee? (?:a )?\d|^(?:reestimation|reevaluation|rectification|rectifiee?|mise a jour)$/,
  /^(?:(?:ej|engagement|marche|commande|bc|bon de commande) )?(?:rectificati(?:f|ve|on)|correcti(?:f|ve|on)|rectifiee?|corrigee?)(?: (?:du |de l |de la |d )?(?:montants?|ej|engagement|marche|commande|bc|ae|erreur)){0,2}$/,
  /^(?:nouvelle version|(?:version|v|ver) ?[2-9])(?: (?:de l |du |de la )(?:ej|engagement|marche|contrat|commande|bc|acte|devis))?$/,
];
/** A total, where the rows before it make less: « Total engagé », « Cumul EJ ». « Total » alone may be a supplier. */
const WHOLE_TOTAL = [
  /^(?:total|montant total|engagement total|cumul)(?: (?:de|du|des|d|l|la|ej|engagements?|engagee?s?|commandes?|marches?|bc|ae|contrat|avenants?|cumulee?s?|general)){1,6}$/,
  /^(?:montant total|engagement total|cumul|(?:montant|engagement) initial (?:(?:et|plus|avec) )?avenants?(?: (?:n )?\d{1,2})?)$/,
];
/** « Marché OCTO v2 (après négociation) »; « Marché de maintenance, version 2 du logiciel » buys that version. */
const OF_VERSION =
  /^((?:marches?|ej|engagements?|contrats?|commandes?|bc|bons? de commande|conventions?|devis|propositions?|offres?|actes?)(?: [a-z]{1,20}){0,4}?) (?:v|version|ver) ?[2-9]\b(?! (?:du|de|d|des)\b)/;
const VERSION = / (?:v|version|ver) ?\d\b/;
const COMMITTING =
  /^(?:marches?|ej|engagements?|contrats?|commandes?|bc|bons?|de|conventions?|devis|propositions?|offres?|actes?)$/;
const VERSION_HEADING =
  /^(?:(?:n|no|numero) (?:de |d )?)?(?:versions?|revisions?|rev|indices?)(?: (?:de l |de |du |d )?(?:ej|marche|contrat|acte|commande|bc|engagement))?$/;
const VERSION_NUMBER = /^(?:v|version|rev)?\s?\.?\s?(\d{1,2})$/i;
/** Such a version adds its amount. */
const ADDS = /\b(?:avenants?|complements?|ajouts?|augmentations?|supplements?|modificatifs?|tranches?|additif)\b/;
const AMOUNT = /\d{1,3}(?: \d{3})+(?: \d{1,2})?|\d{2,9}(?: \d{1,2})?/g;
const THOUSAND = 1000;
const MOST_COLUMNS_BESIDE = 6;

/** The same ledger with those rows in doubt; with their other marks. */
export function withNewTotals(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  wordsOf: WordsOf,
): ReadLedger {
  const later = laterRowsOfEjs(read.ledger.rows);
  if (later.size === 0) return read;
  const versionOf = versionsOfRows(workbook, blocks);
  const inDoubt = (row: LedgerRow): LedgerRow => {
    const before = later.get(row);
    if (before === undefined) return row;
    const texts = wordsOf(row).map((one) => ({ ...one, words: plainWords(one.raw) }));
    const firsts = (): readonly string[] =>
      before.rows.flatMap((one) => wordsOf(one).map(({ raw }) => plainWords(raw)));
    const isMore = row.ae.kind === 'amount' && row.ae.cents > before.cents;
    const found = texts.find(
      ({ words }) =>
        (givesNewTotal(words, firsts) || (isMore && WHOLE_TOTAL.some((pattern) => pattern.test(words)))) &&
        !statesSum(words, before.cents, row),
    );
    if (found) return withMark(row, { heading: found.heading, raw: found.raw, about: 'amount' });
    const version = versionOf(row);
    const isNext =
      version !== null && before.rows.some((one) => (versionOf(one)?.number ?? version.number) < version.number);
    return version && isNext && !texts.some(({ words }) => ADDS.test(words)) ? withMark(row, version.mark) : row;
  };
  return { ...read, ledger: { ...read.ledger, rows: read.ledger.rows.map(inDoubt) } };
}

/** The rows that commit AE on an EJ before another one, and their cents. */
interface Before {
  readonly rows: readonly LedgerRow[];
  readonly cents: number;
}

/** The rows that commit AE on an EJ which a row before them already did. */
function laterRowsOfEjs(rows: readonly LedgerRow[]): ReadonlyMap<LedgerRow, Before> {
  const known = new Map<string, Before>();
  const later = new Map<LedgerRow, Before>();
  for (const row of rows) {
    if (row.ej.kind !== 'ej' || row.ae.kind !== 'amount' || row.ae.cents <= 0) continue;
    const before = known.get(row.ej.number);
    if (before) later.set(row, before);
    known.set(row.ej.number, {
      rows: before ? (before.rows.length < MOST_ROWS_BEFORE ? [...before.rows, row] : before.rows) : [row],
      cents: (before?.cents ?? 0) + row.ae.cents,
    });
  }
  return later;
}

const MOST_ROWS_BEFORE = 12;

/** `firsts`: the words of the rows before it. */
function givesNewTotal(words: string, firsts: () => readonly string[]): boolean {
  if (NEW_TOTAL.some((pattern) => pattern.test(words))) return true;
  const name = OF_VERSION.exec(words)?.[1];
  if (name === undefined) return false;
  return (
    name.split(' ').every((word) => COMMITTING.test(word)) ||
    firsts().some((first) => first.split(VERSION, 1)[0] === name)
  );
}

/** True where an amount of the words is what the row makes with those before it: « Avenant de 2 000 € portant le montant à 12 000 € ». */
function statesSum(words: string, before: number, { ae }: LedgerRow): boolean {
  const sum = ae.kind === 'amount' ? before + ae.cents : NaN;
  return (words.match(AMOUNT) ?? []).some((digits) => centsOf(digits).includes(sum));
}

/** « 12 000 50 » are the plain words of « 12 000,50 »; « 12 » may be thousands. */
function centsOf(digits: string): readonly number[] {
  const groups = digits.split(' ');
  const whole = Number(groups.join('')) * 100;
  const last = groups.at(-1) ?? '';
  if (groups.length < 2 || last.length > 2) return [whole, whole * THOUSAND];
  return [Number(groups.slice(0, -1).join('')) * 100 + Number(last.padEnd(2, '0'))];
}

/** The version of a row of EJ, and its mark. */
interface Version {
  readonly number: number;
  readonly mark: RowMark;
}

/** Reads the column « Version » of a row, which no field has. */
function versionsOfRows(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
): (row: LedgerRow) => Version | null {
  const columns = blocks.map((block) => versionColumn(workbook, block));
  const sheets = blocks.map(({ sheet }) => findSheet(workbook, sheet));
  return ({ key }) => {
    const [found, sheet] = [columns[blockOfRow(key)], sheets[blockOfRow(key)]];
    if (!found || !sheet) return null;
    const raw = textOf(valueAt(sheet, sheetRow(key), found.column)).trim();
    const number = VERSION_NUMBER.exec(raw)?.[1];
    return number === undefined
      ? null
      : { number: Number(number), mark: { heading: found.heading, raw, about: 'amount' } };
  };
}

function versionColumn(
  workbook: WorkbookSnapshot,
  { sheet: name, left, headingRow, columns }: LedgerBlock,
): { readonly column: number; readonly heading: string } | null {
  const sheet = findSheet(workbook, name);
  if (!sheet) return null;
  const taken = new Set([...columns.values()].map(({ column }) => column));
  const last = Math.max(...taken) + MOST_COLUMNS_BESIDE;
  for (let column = left; column <= last; column++) {
    const heading = taken.has(column) ? '' : textOf(valueAt(sheet, headingRow, column)).trim();
    if (heading !== '' && VERSION_HEADING.test(plainWords(heading))) return { column, heading };
  }
  return null;
}
