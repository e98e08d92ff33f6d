/**
 * The law of CHECK on drafts: a row has the same answer before it is in the ledger as when it ends it. Over a fault of
 * each rule, and over rows without any.
 */
import { controlledAt } from '../../../src/application/control';
import { RowChecker } from '../../../src/application/functions/function-check';
import { openDossier } from '../../../src/application/open-dossier';
import type { CivilDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { placeOfRow, type LedgerBlock } from '../../../src/workbook/ledger/ledger-source';
import { findSheet, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { workbookOf } from '../../support/worlds/check';
import { addEdges, cleanWorld } from '../../support/worlds/clean';
import { exhibitOf, GALLERY_RULES } from '../../support/worlds/gallery';
import type { World } from '../../support/worlds/world';

type Rows = readonly (readonly CellValue[])[];

/** The rows of one world are alike. */
const MOST_ROWS = 1;

function opened(workbook: WorkbookSnapshot, asOf: CivilDate) {
  const dossier = openDossier(workbook);
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return controlledAt(dossier.value, asOf);
}

/** Codes and columns, with what is not judged. */
function answer(workbook: WorkbookSnapshot, asOf: CivilDate, row: readonly CellValue[], headings: Rows): unknown {
  const { dossier, report } = opened(workbook, asOf);
  const check = new RowChecker(dossier, report).check(row, headings);
  if (check.kind !== 'checked') return check;
  const { findings, missing, notRead } = check;
  return { found: findings.map(({ rule, place }) => [rule, place.kind === 'row' && place.field]), missing, notRead };
}

/** The answers for a row of a block that moves to its end: as a draft, and as the row that it is there. */
function both(workbook: WorkbookSnapshot, asOf: CivilDate, block: LedgerBlock, row: number): readonly unknown[] {
  const sheet = findSheet(workbook, block.sheet);
  const { top, columns } = sheet?.used ?? { top: 0, columns: 0 };
  const values = (sheet?.values ?? []).map((cells) => Array.from({ length: columns }, (_, at) => cells[at] ?? null));
  const [own, last] = [row - top, block.lastRow - top];
  const draft = values[own] ?? [];
  const moved = values.map((cells, at) => (at === own ? (values[last] ?? []) : at === last ? draft : cells));
  const without = moved.map((cells, at) => (at === last ? cells.map(() => null) : cells));
  const withRows = (rows: Rows): WorkbookSnapshot => ({
    ...workbook,
    sheets: workbook.sheets.map((one) => (one === sheet ? { ...one, values: rows } : one)),
  });
  const headings = values.slice(block.topRow - top, block.headingRow - top + 1);
  return [without, moved].map((rows) => answer(withRows(rows), asOf, draft, headings));
}

/** The answers of some rows of a world, each twice; those that differ. */
function differences(world: World, isWanted: (hasFinding: boolean) => boolean): readonly unknown[] {
  const workbook = workbookOf(world);
  const { dossier, report } = opened(workbook, world.asOf);
  const found = new Set(report.findings.flatMap(({ place }) => (place.kind === 'row' ? [place.row] : [])));
  const rows = dossier.ledger.rows.filter(({ key }) => isWanted(found.has(key))).slice(0, MOST_ROWS);
  return rows.flatMap(({ key }) => {
    const place = placeOfRow(dossier.blocks, key);
    const [draft, row] = place ? both(workbook, world.asOf, place.block, place.row) : [];
    return JSON.stringify(draft) === JSON.stringify(row) ? [] : [{ key, draft, row }];
  });
}

test('a row with a fault of any rule, but the repetition of another row, which is taken for that one', () => {
  const rules = GALLERY_RULES.filter((rule) => rule !== 'DON-03' && !rule.startsWith('CHO'));
  const found = rules.map((rule) => [rule, ...differences(exhibitOf(rule).world, (hasFinding) => hasFinding)]);
  expect(found.filter(([, ...others]) => others.length > 0)).toEqual([]);
});

test.each([1, 2, 3, 5, 8, 13])('rows without a fault (world %i)', (seed) => {
  const world = cleanWorld(seed, 20);
  addEdges(world);
  expect(differences(world, (hasFinding) => !hasFinding)).toEqual([]);
});
