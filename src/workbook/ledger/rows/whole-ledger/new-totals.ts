/**
 * A second row of an EJ by whose words its amount is the new total, and no addition: « Avenant 1 portant le montant à
 * 12 000 € », « Montant révisé », « Annule et remplace ». Both rows count, and the second one is reported (LEC-05).
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { withMark } from '../../../../domain/envelopes/reading-facts';
import { comparable } from '../../../../domain/text';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { textOf } from '../../read-cells';
import type { ReadLedger } from '../../read-ledger';
import { headsRemarks } from '../marks/remarks';

const LONGEST = 120;
const NEW_TOTAL = [
  /\bport(?:ant|ee?s?) (?:(?:le|l|la|a|montant|total|ej|engagement|marche|commande|bc) )*\d/,
  /\b(?:nouveau|nouvelle) (?:montant|total|valeur)\b/,
  /\b(?:montant|total)(?: total)? (?:(?:revis|actualis|corrig|rectifi|modifi|reestim|reevalu|ajust)ee?s?|definitif|final|apres|avec avenant)\b/,
  /\bapres avenant\b|\bavenant (?:n )?(?:\d{1,2} )?(?:inclus|compris)\b|\b(?:compris|inclus) (?:l )?avenant\b/,
  /^(?:annule et )?remplace (?:(?:la|l|le|les) )?(?:lignes?|ej|engagement|bc|commande|montant|precedente?)\b|^annule et remplace$/,
  /^augmentation a \d|\bmodifiee? (?:a )?\d|^(?:reestimation|reevaluation|rectification|rectifiee?|mise a jour|version \d{1,2})$/,
];

/** The same ledger with those rows in doubt; with their other marks. */
export function withNewTotals(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
): ReadLedger {
  const later = laterRowsOfEjs(read.ledger.rows);
  if (later.size === 0) return read;
  const columns = blocks.map((block) => columnsOfWords(block));
  const sheets = blocks.map(({ sheet }) => findSheet(workbook, sheet));
  const inDoubt = (row: LedgerRow): LedgerRow => {
    const sheet = sheets[blockOfRow(row.key)];
    if (!sheet || !later.has(row)) return row;
    for (const { column, heading } of columns[blockOfRow(row.key)] ?? []) {
      const raw = textOf(valueAt(sheet, sheetRow(row.key), column)).trim();
      if (givesNewTotal(raw)) return withMark(row, { heading, raw, about: 'amount' });
    }
    return row;
  };
  return { ...read, ledger: { ...read.ledger, rows: read.ledger.rows.map(inDoubt) } };
}

/** The rows that commit AE on an EJ which a row before them already did. */
function laterRowsOfEjs(rows: readonly LedgerRow[]): ReadonlySet<LedgerRow> {
  const known = new Set<string>();
  const later = new Set<LedgerRow>();
  for (const row of rows) {
    if (row.ej.kind !== 'ej' || row.ae.kind !== 'amount' || row.ae.cents <= 0) continue;
    if (known.has(row.ej.number)) later.add(row);
    known.add(row.ej.number);
  }
  return later;
}

/** The label, the operation and the remarks. */
function columnsOfWords({ columns, effectMarks = [] }: LedgerBlock) {
  const fields = [columns.get('label'), columns.get('operation')].flatMap((one) => (one ? [one] : []));
  const remarks = effectMarks.filter(
    ({ heading, holds }) => holds === 'remarks' || (holds === undefined && headsRemarks(heading)),
  );
  return [...fields, ...remarks].map(({ column, heading }) => ({ column, heading }));
}

function givesNewTotal(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const words = comparable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
  return NEW_TOTAL.some((pattern) => pattern.test(words));
}
