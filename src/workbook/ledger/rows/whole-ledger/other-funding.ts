/**
 * Rows on the credits of somebody else: « DITP » or « Crédits propres » in a column « Financement », « BOP » or
 * « Payeur » whose other rows name the delegant, and « Payé par la DITP » among remarks. They count, and are reported
 * (LEC-05).
 */
import type { Convention } from '../../../../domain/envelopes/convention';
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { withMark } from '../../../../domain/envelopes/reading-facts';
import { remembering } from '../../../../domain/remembering';
import { comparable } from '../../../../domain/text';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { textOf } from '../../../cells';
import type { ReadLedger } from '../../read-ledger';
import { withLastClause } from '../marks/clause-words';
import { headsRemarks } from '../marks/remarks';
import { fundsOf, type Funds } from './convention-names';

/** Such columns of a table. */
interface FundingColumns {
  readonly sheet: SheetSnapshot;
  readonly funds: readonly { readonly column: number; readonly heading: string; readonly isSure: boolean }[];
  readonly remarks: readonly { readonly column: number; readonly heading: string; readonly isLabel: boolean }[];
}

const FUNDING =
  /^(?:(?:co)?financements?|(?:co)?financeurs?|(?:sources?|origines?) (?:de |des |du )?(?:financements?|credits?|fonds|budgets?)|(?:types? de |lignes? de )?credits?|fonds|bop|uo|rprog|imputee?s? (?:sur|a)|(?:co)?financee?s? (?:par|sur)|payee?s? (?:par|sur)|prise?s? en charge par|a la charge de)$/;
/** Headings of many other things: their column is one of funds when most of its cells name some. */
const PERHAPS_FUNDING = /^(?:sources?|origines?|payeurs?|budgets?|programmes?|prise?s? en charge|imputation)$/;
const MOST = 0.5;
const LONGEST = 120;

/** The same ledger with those rows in doubt; with their other marks. */
export function withOtherFunding(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  convention: Convention,
): ReadLedger {
  const columns = blocks.map((block) => fundingColumns(workbook, block));
  if (columns.every((one) => one === null)) return read;
  const { rows } = read.ledger;
  const fundsIn = remembering((text) => fundsOf(text, convention));
  const doubted = columns.map((one, index) =>
    one === null ? [] : one.funds.map((column) => otherFunds(one.sheet, column, rowsOf(rows, index), fundsIn)),
  );
  const doubtsIn = remembering((text) => isOnOtherFunds(text, convention));
  const inDoubt = (row: LedgerRow): LedgerRow => {
    const at = blockOfRow(row.key);
    const table = columns[at];
    if (!table) return row;
    const read = (column: number): string => textOf(valueAt(table.sheet, sheetRow(row.key), column)).trim();
    for (const [index, { column, heading }] of table.funds.entries()) {
      const raw = read(column);
      if (doubted[at]?.[index]?.has(raw)) return withMark(row, { heading, raw, about: 'row' });
    }
    for (const { column, heading, isLabel } of table.remarks) {
      const raw = read(column);
      if (raw !== '' && raw.length <= LONGEST && MAY_FUND.test(raw) && doubtsIn(isLabel ? afterName(raw) : raw))
        return withMark(row, { heading, raw, about: 'row' });
    }
    return row;
  };
  const marked = rows.map(inDoubt);
  return marked.some((row, at) => row !== rows[at]) ? { ...read, ledger: { ...read.ledger, rows: marked } } : read;
}

function fundingColumns(workbook: WorkbookSnapshot, block: LedgerBlock): FundingColumns | null {
  const sheet = findSheet(workbook, block.sheet);
  if (!sheet) return null;
  const marks = block.effectMarks ?? [];
  const funds = marks.flatMap(({ column, heading, holds }) => {
    const words = wordsOf(heading);
    const isSure = FUNDING.test(words);
    return holds === 'words' && (isSure || PERHAPS_FUNDING.test(words)) ? [{ column, heading, isSure }] : [];
  });
  const remarks = marks
    .filter(({ heading, holds }) =>
      holds === undefined ? headsRemarks(heading) : holds === 'remarks' || holds === 'labels',
    )
    .map(({ column, heading, holds }) => ({ column, heading, isLabel: holds === 'labels' }));
  return funds.length + remarks.length > 0 ? { sheet, funds, remarks } : null;
}

function rowsOf(rows: readonly LedgerRow[], block: number): readonly LedgerRow[] {
  return rows.filter(({ key }) => blockOfRow(key) === block);
}

/** The cells of a column that name other funds than most of those that name the delegant, or the team itself. */
function otherFunds(
  sheet: SheetSnapshot,
  { column, isSure }: FundingColumns['funds'][number],
  rows: readonly LedgerRow[],
  fundsIn: (text: string) => Funds,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { key } of rows) {
    const text = textOf(valueAt(sheet, sheetRow(key), column)).trim();
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const kinds = [...counts].map(([text, count]) => ({ text, count, funds: fundsIn(text) }));
  const sumOf = (funds: Funds): number => kinds.reduce((sum, one) => sum + (one.funds === funds ? one.count : 0), 0);
  const filled = kinds.reduce((sum, { count }) => sum + count, 0);
  const usual = sumOf('ours') >= sumOf('delegate') ? 'ours' : 'delegate';
  const isMost = sumOf(usual) >= MOST * filled;
  if (sumOf(usual) === 0 || !(isSure || isMost)) return new Set();
  const isOther = (funds: Funds): boolean =>
    funds === 'other' || (funds === 'unknown' ? usual === 'ours' && isMost : funds !== 'none' && funds !== usual);
  return new Set(kinds.filter(({ funds }) => isOther(funds)).map(({ text }) => text));
}

const MAY_FUND =
  /pay|r[ée]gl|mandat|financ|factur|cr[ée]dit|fonds|budget|bop|prog|\bp ?0?\d{3}\b|pris|imput|support|d[ée]pense|rembours|transmi|relève|releve/i;
const CLAUSE = /[;:,()\n\r]+|\.(?=\s|$)|\s[-–—/]\s/;
/** Acts that give an expense to somebody; « Payé par la DGFiP » is by the accountant. */
const GIVEN =
  /^(?:(?:est|sont|sera|seront|a|ete|depense|ej|commande|ligne|facture|frais) )*(?:(?:pay|regl|mandat)ee?s? (?:par|sur) |(?:co)?financee?s? (?:par |sur )?|(?:re)?facturee?s? (?:a|au|aux) |(?:support|imput|rembours)ee?s? (?:par|sur|a) |prise?s? (?:en charge )?(?:par|sur) |transmis[a-z]{0,2} (?:a|au|aux) (?=.* (?:paiement|engagement|prise en charge)$)|releve (?:de |du )|(?:sur )?(?:les |le |la )?(?:credits?|(?:co)?financements?|fonds|budgets?|depenses?) )/;
const BY_THE_ACCOUNTANT =
  /^(?:(?:est|a|ete|facture|dp) )*(?:(?:pay|regl|mandat)ee?s? par|transmis[a-z]{0,2} (?:a|au|aux)) (?:la |le |l )?(?:dgfip|drfip|ddfip|cbcm|csp|sfact|tresor)/;
const OF_A_PROGRAMME = /^(?:(?:sur|releve|du|de|impute|le|la) )*(?=(?:p ?0?\d{3}|(?:bop|programme|prog) 0?\d{3})\b)/;

/** True for a text that gives its row to the credits of somebody else, in one of its clauses. */
function isOnOtherFunds(text: string, convention: Convention): boolean {
  return text.split(CLAUSE).some((clause) => {
    const words = wordsOf(clause);
    if (BY_THE_ACCOUNTANT.test(words)) return false;
    const isOfProgramme = OF_A_PROGRAMME.test(words);
    if (isOfProgramme) return fundsOf(words.replace(OF_A_PROGRAMME, ''), convention) === 'other';
    return GIVEN.test(words) && fundsOf(clause, convention) === 'other';
  });
}

/** « Payé par la DITP » in « Hébergement - payé par la DITP » or « Hébergement payé par la DITP ». */
function afterName(label: string): string {
  const text = withLastClause(label) ?? label;
  const at = CLAUSE.exec(text);
  return at === null ? '' : text.slice(at.index + at[0].length);
}

function wordsOf(text: string): string {
  return comparable(text.slice(0, LONGEST))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}
