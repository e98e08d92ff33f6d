/** The identifiers that several conventions of a lake share: their references differ. The queries keep them apart. */
import { groupedBy } from '../../domain/grouped';
import type { CommandIo } from '../command';

export interface SharedIdentifier {
  readonly id: string;
  readonly references: readonly string[];
}

/** One row for each reference of an identifier that has several, case and spaces aside. */
const SQL = `SELECT convention, MIN(reference) AS reference
FROM conventions
WHERE reference IS NOT NULL AND convention IN (
  SELECT convention FROM conventions
  GROUP BY convention HAVING COUNT(DISTINCT UPPER(REPLACE(reference, ' ', ''))) > 1
)
GROUP BY convention, UPPER(REPLACE(reference, ' ', ''))
ORDER BY 1, 2`;

/** None where the lake cannot be read: the next query reports it. */
export async function sharedIdentifiers(
  lake: string,
  io: Pick<CommandIo, 'lake'>,
): Promise<readonly SharedIdentifier[]> {
  const answer = await io.lake.query(lake, SQL);
  if (!answer.ok) return [];
  const groups = groupedBy(answer.value.rows, ([id]) => String(id ?? ''));
  return [...groups].map(([id, rows]) => ({ id, references: rows.map((row) => String(row[1] ?? '')) }));
}

const UNNAMED = `SELECT COUNT(*) FROM conventions WHERE COALESCE(id, '') = '' AND COALESCE(reference, '') = ''`;

/** The workbooks whose convention has neither identifier nor reference: its title, or else the workbook, names it. */
export async function unnamedConventions(lake: string, io: Pick<CommandIo, 'lake'>): Promise<number> {
  const answer = await io.lake.query(lake, UNNAMED);
  return answer.ok ? Number(answer.value.rows[0]?.[0] ?? 0) : 0;
}
