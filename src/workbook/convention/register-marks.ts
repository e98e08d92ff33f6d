/**
 * Marks by which a team takes rows of the convention out: cells that are crossed out, and words in a column of its own,
 * « Statut » « Refusé », « Décision » « En attente », « Annulé » X. Remarks are not read: « suite à l'annulation du
 * marché » is why credits move.
 */
import type { RegisterMark } from '../../domain/envelopes/convention';
import { comparable } from '../../domain/text';
import { textOf, type CellValue } from '../cells';
import { meansNothing } from '../ledger/read-cells';
import { effectOfHeading, isTicked, namesNotice } from '../ledger/rows/marks/effect-headings';
import { statusOfWords } from '../ledger/rows/status-words';
import { ownHeadings } from '../registers/our-tables';
import { findSheet, findTable, formulaKey, valueAt, type WorkbookSnapshot } from '../snapshot';
import { COLUMNS, TABLES, type TableId } from '../workbook-names';
import { noAuthorityIn } from './authority-words';

type MeaningOfMark = 'status' | 'agreement' | 'mark' | 'cross' | 'inForce';

/** The headings of `ENV_Mouvements` whose cells, crossed out, cross out the row. */
const STRUCK_MOVEMENT: readonly string[] = [COLUMNS.movements.amount, COLUMNS.movements.type, COLUMNS.movements.to];
const LONGEST = 120;
const NO = /^(?:non?|n|faux|false|ko|0)$/;
const SMALL_NUMBER = /^\d{1,3}$/;
/** « Visa non requis »: nothing is awaited. */
const NOT_NEEDED = /\b(?:non|pas) (?:requi|necessaire|soumi|concern|applicable|exig|oblig|prevu)|^(?:dispens|exempt)/;

/** « Avenant signé », « Date de signature »: the words that matter come after. */
const BEFORE =
  /^(?:(?:dates?|avenants?|decisions?|mouvements?|actes?|amendments?|est|is) (?:(?:de|d|du|est|is) )*)+(?=[a-z])/;
/** « Signed », in English as teams type it. */
const ENGLISH_ACTS = /^(?:signed|executed|finali[sz]ed)$/;
const EFFECTIVE = /^(?:effecti(?:f|ve)s?|executoires?|applicables?|officiel(?:le)?s?|actee?s?|in force)$/;
const STEPS = /^(?:etapes?|steps?|stages?|circuits?|workflow|progression)$/;

/** The mark of each row of the table, by its position among the data rows. */
export type MarksOfRows = (index: number) => { readonly mark?: RegisterMark };

/** Reads the marks of the movements of a workbook. */
export function marksOfMovements(workbook: WorkbookSnapshot): MarksOfRows {
  return marksOfTable(workbook, 'movements', STRUCK_MOVEMENT);
}

/** Reads the marks of the rows of one table; `crossing`: the headings whose cells, crossed out, cross out the row. */
export function marksOfTable(workbook: WorkbookSnapshot, id: TableId, crossing?: readonly string[]): MarksOfRows {
  const table = findTable(workbook, TABLES[id]);
  const sheet = table && findSheet(workbook, table.sheet);
  if (!table || !sheet) return () => ({});
  const { top, left } = table.area;
  const own = ownHeadings(id, table.columns);
  const ours = new Set(Object.values<string>(COLUMNS[id]).map(comparable));
  const columns = table.columns.map((heading, position) => ({
    ...{ heading, column: left + position },
    isOurs: ours.has(own[position] ?? ''),
  }));
  const ofTeam = columns.flatMap(({ heading, column, isOurs }) => {
    const meaning = isOurs ? null : meaningOf(heading);
    return meaning === null ? [] : [{ heading, column, meaning }];
  });
  const crosses = new Set(crossing?.map(comparable) ?? ours);
  const struck = columns.filter((_, position) => crosses.has(own[position] ?? ''));
  return (index) => {
    const row = top + 1 + index;
    const isCrossed = (column: number): boolean =>
      sheet.struck?.has(formulaKey(row, column)) === true && textOf(valueAt(sheet, row, column)).trim() !== '';
    const crossed = struck.find(({ column }) => isCrossed(column));
    if (crossed) return { mark: { heading: crossed.heading, raw: null } };
    for (const { heading, column, meaning } of ofTeam) {
      const value = valueAt(sheet, row, column);
      const raw = typeof value === 'number' ? '' : textOf(value).trim().slice(0, LONGEST);
      if (isOut(value, meaning)) return { mark: { heading, raw } };
    }
    return {};
  };
}

/** The meaning of the cells under a heading of the team; null for any that is not about the state of its row. */
function meaningOf(heading: string): MeaningOfMark | null {
  const words = comparable(heading.slice(0, LONGEST))
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
  const bare = words.replace(BEFORE, '');
  if (STEPS.test(bare)) return 'status';
  if (ENGLISH_ACTS.test(bare)) return 'agreement';
  if (EFFECTIVE.test(bare)) return 'inForce';
  return meaningOfWords(heading) ?? (bare === words ? null : meaningOfWords(bare));
}

function meaningOfWords(heading: string): MeaningOfMark | null {
  if (namesNotice(heading)) return 'agreement';
  const effect = effectOfHeading(heading);
  if (effect === null || effect.about === 'amount') return null;
  if (effect.by === 'words') return 'status';
  if (effect.by === 'acted' || effect.by === 'validated') return 'agreement';
  if (effect.by === 'provisional') return 'cross';
  if (effect.by === 'inForce' || effect.by === 'counted') return 'inForce';
  return ['cancelled', 'pending', 'blocked', 'aside'].includes(effect.by) ? 'mark' : null;
}

function isOut(value: CellValue, meaning: MeaningOfMark): boolean {
  const text = textOf(value).trim();
  const answer = comparable(text.slice(0, LONGEST));
  if (text === '' || meansNothing(text)) return false;
  if (meaning === 'inForce') return NO.test(answer);
  if (meaning === 'cross') return isTicked(answer);
  if (meaning === 'mark') return !NO.test(answer) && (isTicked(answer) || !SMALL_NUMBER.test(answer));
  if (typeof value === 'number' || NOT_NEEDED.test(answer)) return false;
  if (meaning === 'agreement' && NO.test(answer)) return true;
  const { status, isKnown } = statusOfWords(text);
  if (meaning === 'status' && status === 'firm' && isKnown) return false; // « En cours »
  return noAuthorityIn(text, 'authorisedBy') === 'refused';
}
