/**
 * Gives back what somebody typed in a sheet just before it was deleted (`orphans.ts`): on a new sheet of its name, in the
 * same cells, without ours.
 */
import { failure, success, type Result } from '../../../../domain/result';
import { sameContent } from '../../../../workbook/contents';
import type { Failure } from '../../../../workbook/failure';
import { sheetsNamedIn } from '../../../../workbook/formula-text';
import type { WritePlan, WriteStep } from '../../../../workbook/plan';
import { contentsOf, loadContents } from '../../excel-ranges';
import { attempt, READING, type ExcelRun } from '../../host-errors';
import type { Before } from '../before';
import { joinCells } from '../join-cells';
import { partsOf } from '../parts';
import { readCells, readStructure } from '../read-before';
import { sendPart, Writing } from '../write-part';
import { EditsByCell } from './by-cell';
import { placeOfEdit, stepOfEdit, type CoveredEdit } from './covered-edits';
import type { WritingLog } from '../../read/change-log';

/** Excel may be busy, or somebody may make a sheet of the same name at that moment. */
const ATTEMPTS = 3;
const LONGEST_SHEET_NAME = 31;

/** Returns the entries in the cells where they are now; the failure has their contents when Excel refuses to write them. */
export async function keepOrphans(
  run: ExcelRun,
  orphans: readonly CoveredEdit[],
  log: WritingLog,
): Promise<Result<readonly CoveredEdit[], Failure>> {
  if (orphans.length === 0) return success([]);
  const tried = new Set<string>();
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    const kept = await attempt(run, READING, async (context) =>
      success(await writeOrphans(context, orphans, tried, log)),
    );
    if (kept.ok) return kept;
  }
  const entries = orphans.map((orphan) => ({ ...placeOfEdit(orphan), content: orphan.content }));
  return failure({ code: 'entriesLost', entries });
}

/** `tried`: the lower-case names of the sheets that a failed attempt may have added. */
async function writeOrphans(
  context: Excel.RequestContext,
  orphans: readonly CoveredEdit[],
  tried: Set<string>,
  log: WritingLog,
): Promise<readonly CoveredEdit[]> {
  const structure = await readStructure(context);
  const names = await namesFor(context, orphans, structure, tried);
  const kept = orphans.map((orphan) => ({ ...orphan, sheet: names.get(orphan.sheet) ?? orphan.sheet }));
  const sheets = [...new Set(names.values())];
  const added = sheets.filter((name) => !structure.sheets.has(name.toLowerCase()));
  const present = new Set([...structure.sheets.keys(), ...sheets.map((name) => name.toLowerCase())]);
  const plan: WritePlan = joinCells({
    purpose: 'undo',
    expected: [],
    steps: [
      ...added.map((sheet): WriteStep => ({ kind: 'addSheet', sheet })),
      ...kept.map((orphan) => stepOfEdit(withoutGoneReferences(orphan, present))),
    ],
  });
  for (const name of added) tried.add(name.toLowerCase());
  const before = await readCells(context, plan, structure);
  const writing = new Writing(plan, before, partsOf(plan, before, 0));
  for (const part of writing.parts) {
    await sendPart(context, writing, part, { first: () => undefined, last: () => undefined });
    writing.done++;
  }
  for (const sheet of sheets) log.noteOwnWrite(writing.ids.get(sheet.toLowerCase()) ?? sheet);
  return kept;
}

/** The name of a sheet for the entries of each deleted one: its own while it is free. */
async function namesFor(
  context: Excel.RequestContext,
  orphans: readonly CoveredEdit[],
  structure: Before,
  tried: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const ours = await begunSheets(context, orphans, structure, tried);
  const taken = new Set([...structure.sheets.keys()].filter((name) => !ours.has(name)));
  const names = new Map<string, string>();
  for (const { sheet } of orphans) {
    if (names.has(sheet)) continue;
    const name = freeName(sheet, taken);
    taken.add(name.toLowerCase());
    names.set(sheet, name);
  }
  return names;
}

/** The sheets that a failed attempt added: they are empty, or hold nothing but entries. */
async function begunSheets(
  context: Excel.RequestContext,
  orphans: readonly CoveredEdit[],
  { sheets }: Before,
  tried: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = [...tried].flatMap((name) => {
    const id = sheets.get(name);
    if (id === undefined) return [];
    const used = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
    loadContents(used, 'rowIndex', 'columnIndex');
    return [{ name, used }];
  });
  if (found.length > 0) await context.sync();
  const entries = new EditsByCell(orphans.map((orphan) => ({ ...orphan, sheet: '' }))); // of whichever sheet
  const isEntry = (used: Excel.Range): boolean =>
    contentsOf(used).every((cells, r) =>
      cells.every((content, c) => {
        const here = entries.in({ sheet: '', row: used.rowIndex + r, column: used.columnIndex + c });
        return sameContent(content, null) || here.some((one) => sameContent(one.content, content));
      }),
    );
  return new Set(found.filter(({ used }) => used.isNullObject || isEntry(used)).map(({ name }) => name));
}

/** `Annexe 1`, then `Annexe 1 2`. */
function freeName(sheet: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`;
    const name = `${sheet.slice(0, LONGEST_SHEET_NAME - end.length).trimEnd()}${end}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A formula that names a sheet which is gone is given back as text, since Excel refuses it; `present` is lower-case. */
function withoutGoneReferences(orphan: CoveredEdit, present: ReadonlySet<string>): CoveredEdit {
  const { content } = orphan;
  const isFormula = typeof content === 'string' && content.startsWith('=');
  if (!isFormula || sheetsNamedIn(content).every((name) => present.has(name.toLowerCase()))) return orphan;
  return { ...orphan, content: `'${content}` };
}
