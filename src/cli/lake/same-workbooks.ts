/**
 * Workbooks of a lake that hold the same: one convention, one situation, the same rows in their ledgers and the same
 * figures. One may be a copy of another under another name, and its credits are then counted twice.
 */
import type { CommandIo } from '../command';

/** A sum of 64-bit digests, whatever the order of the rows; the key of the workbook, which begins each row, is left out. */
const contentOf = (table: string): string => `(
  SELECT workbook, COUNT(*) AS n, SUM(CAST(hash(REPLACE(CAST(t AS VARCHAR), workbook, '')) AS HUGEINT)) AS digest
  FROM ${table} t GROUP BY workbook
)`;

const SQL = `SELECT string_agg(w.file, ', ' ORDER BY w.file) AS files
FROM workbooks w
JOIN conventions c ON c.workbook = w.workbook
JOIN ${contentOf('ledger')} l ON l.workbook = w.workbook
JOIN ${contentOf('figures')} f ON f.workbook = w.workbook
GROUP BY w.convention, w.year, w.as_of, UPPER(REPLACE(c.reference, ' ', '')), l.n, l.digest, f.digest
HAVING COUNT(*) > 1
ORDER BY 1`;

/** The files of each group, as one text; none where the lake cannot be read: the next query reports it. */
export async function sameWorkbooks(lake: string, io: Pick<CommandIo, 'lake'>): Promise<readonly string[]> {
  const answer = await io.lake.query(lake, SQL);
  return answer.ok ? answer.value.rows.map(([files]) => String(files ?? '')) : [];
}
