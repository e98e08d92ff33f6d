/**
 * The lives of a document: notes typed beside and over it, cells deleted, the date, the ledger and the convention
 * changed, in any order, the document written again and copied. Each note stays or is named before it goes; nothing
 * else is named; but for the notes, the document is the one of a workbook that never had any.
 */
import fc from 'fast-check';
import { buildSample } from '../../../scripts/build-sample';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { planFrozenCopies } from '../../../src/application/documents/frozen-copies';
import { documentsOf, type DocumentFrame } from '../../../src/documents/document';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { cellAddress, type CellValue } from '../../../src/workbook/cells';
import { contentAt } from '../../../src/workbook/contents';
import type { WritePlan } from '../../../src/workbook/plan';
import { findSheet, findTable, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';

const file = openXlsx(buildSample());
if (!file.ok) throw new Error(file.failure.code);
const sample = file.value.read();

/** The workbook without the contents of some rows of a sheet, from 1. */
function withoutRows(sheet: string, rows: readonly number[]): WorkbookSnapshot {
  const { left, columns } = findSheet(sample, sheet)!.used!;
  const places = rows.flatMap((row) => Array.from({ length: columns }, (_, index) => [row - 1, left + index] as const));
  return typed(sample, sheet, Object.fromEntries(places.map(([row, column]) => [cellAddress(row, column), null])));
}

/** The same without a row of a table, from 1. */
function withoutRow(name: string, row: number): WorkbookSnapshot {
  const { sheet, area } = findTable(sample, name)!;
  const cells = Array.from({ length: area.columns }, (_, column) => cellAddress(area.top + row, area.left + column));
  return typed(sample, sheet, Object.fromEntries(cells.map((cell) => [cell, null])));
}

/** The workbook as the team may change it between two generations. */
const WORKBOOKS: readonly WorkbookSnapshot[] = [
  sample,
  withoutRows('Suivi 2023', [20, 30, 31, 32, 33, 48, 77, 100, 110, 120, 148]),
  withoutRows(
    'Suivi 2023',
    Array.from({ length: 120 }, (_, index) => 30 + index),
  ),
  withoutRow('ENV_Postes', 2),
  withoutRow('ENV_Indicateurs', 1),
  withoutRow('ENV_Jalons', 1),
  withoutRow('ENV_RAP', 1),
];
const DAYS = ['2023-02-28', '2023-06-30', '2023-12-31', '2024-02-15'];

interface Situation {
  readonly workbook: number;
  readonly day: number;
}

const situations = new Map<string, ReturnType<typeof controlled>>();

/** A situation as controlled, with the documents of another workbook: they change nothing in the reading of a ledger. */
function controlledIn({ workbook, day }: Situation, documents: WorkbookSnapshot): ReturnType<typeof controlled> {
  const key = `${workbook} ${day}`;
  const { dossier, report } = situations.get(key) ?? controlled(WORKBOOKS[workbook]!, DAYS[day]);
  situations.set(key, { dossier, report });
  const theirs = new Set(sample.sheets.map(({ name }) => name));
  const sheets = [...dossier.workbook.sheets, ...documents.sheets.filter(({ name }) => !theirs.has(name))];
  return { dossier: { ...dossier, workbook: { ...dossier.workbook, sheets, names: documents.names } }, report };
}

const frames = documentsOf(controlledIn({ workbook: 0, day: 2 }, sample).dossier.convention);

const NOTE = '§';
const isNote = (content: unknown): content is string => typeof content === 'string' && content.startsWith(NOTE);
const notesOf = ({ values }: SheetSnapshot): readonly string[] => values.flat().filter(isNote);

type Step =
  | { readonly kind: 'note' | 'clear'; readonly row: number; readonly column: number; readonly isOver: boolean }
  | ({ readonly kind: 'write' | 'copy' } & Situation);

const place = { row: fc.nat(500), column: fc.nat(30), isOver: fc.boolean() };
const situation = { workbook: fc.nat(WORKBOOKS.length - 1), day: fc.nat(DAYS.length - 1) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('note' as const), ...place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const), ...place }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), ...situation }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), ...situation }) },
);

function written(now: WorkbookSnapshot, at: Situation, id: DocumentId) {
  const { dossier, report } = controlledIn(at, now);
  return { workbook: dossier.workbook, plan: planDocuments(dossier, report, [id]) };
}

/** Types a note in the cell, or in the next blank one; or deletes what it has. Notes are never replaced. */
function edited(now: WorkbookSnapshot, { sheet }: DocumentFrame, edit: Exclude<Step, Situation>, note: string) {
  const found = findSheet(now, sheet)!;
  const { top, left, rows, columns } = found.used!;
  const cells = Array.from({ length: rows * columns }, (_, index) => [
    top + Math.floor(index / columns),
    left + (index % columns),
  ]);
  const first = ((edit.row % rows) * columns + (edit.column % columns)) % cells.length;
  const isFree = edit.kind === 'clear' || edit.isOver;
  const inTurn = [...cells.slice(first), ...cells.slice(0, first)];
  const at = inTurn.find(([row = 0, column = 0]) => {
    const content = contentAt(found, row, column);
    return isFree ? !isNote(content) : content === null;
  });
  if (!at) return now;
  const [row = 0, column = 0] = at;
  return typed(now, sheet, { [cellAddress(row, column)]: edit.kind === 'note' ? note : null });
}

/** The contents that a plan names, and the number of those that it only counts. */
function namedIn({ advice = [] }: WritePlan): { readonly contents: readonly CellValue[]; readonly others: number } {
  const named = advice.flatMap((one) =>
    one.advice.flatMap((part) => (part.code === 'typedOver' || part.code === 'notCopied' ? [part] : [])),
  );
  return {
    contents: named.flatMap(({ cells }) => cells.map(({ content }) => content)),
    others: named.reduce((sum, { others }) => sum + others, 0),
  };
}

/** Each note that the sheet had is in the other, or named. */
function expectNoneLost(had: SheetSnapshot, has: SheetSnapshot, plan: WritePlan): void {
  const { contents, others } = namedIn(plan);
  const kept = new Set<unknown>([...notesOf(has), ...contents]);
  const lost = notesOf(had).filter((note) => !kept.has(note));
  expect(lost.slice(others)).toEqual([]);
}

/** The contents of a sheet but its notes, by cell; without those where another sheet has a note. */
function contentsOf(sheet: SheetSnapshot, other: SheetSnapshot): readonly string[] {
  const { top, left, rows, columns } = sheet.used!;
  return Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [top + Math.floor(index / columns), left + (index % columns)];
    const content = contentAt(sheet, row, column);
    const isTheirs = content === null || isNote(content) || isNote(contentAt(other, row, column));
    return isTheirs ? '' : `${cellAddress(row, column)} ${JSON.stringify(content)}`;
  }).filter((cell) => cell !== '');
}

/** Writes the document again in a situation; the workbook as it was when that is refused. */
function writtenAgain(now: WorkbookSnapshot, frame: DocumentFrame, at: Situation): WorkbookSnapshot {
  const { workbook, plan } = written(now, at, frame.id);
  if (!plan.ok) return now;
  const [had, after] = [findSheet(workbook, frame.sheet)!, applyPlan(workbook, plan.value)];
  const has = findSheet(after, frame.sheet)!;
  expectNoneLost(had, has, plan.value);
  expect(namedIn(plan.value).contents.filter((content) => !isNote(content))).toEqual([]);
  const first = written(sample, at, frame.id);
  if (!first.plan.ok) throw new Error(first.plan.failure.code);
  const fresh = findSheet(applyPlan(first.workbook, first.plan.value), frame.sheet)!;
  expect(contentsOf(has, fresh)).toEqual(contentsOf(fresh, has));
  return after;
}

function copied(now: WorkbookSnapshot, frame: DocumentFrame, at: Situation): void {
  const { dossier, report } = controlledIn(at, now);
  const plan = planFrozenCopies(dossier, report, isoDate('2024-03-01'), [frame.id]);
  if (!plan.ok) return;
  const copy = applyPlan(dossier.workbook, plan.value).sheets.at(-1)!;
  expectNoneLost(findSheet(dossier.workbook, frame.sheet)!, copy, plan.value);
}

test('each note stays or is named, and the document is as if there were none', () => {
  const steps = fc.array(step, { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(fc.constantFrom(...frames), fc.record(situation), steps, (frame, start, life) => {
      const first = written(sample, start, frame.id);
      if (!first.plan.ok) throw new Error(first.plan.failure.code);
      let now = applyPlan(first.workbook, first.plan.value);
      for (const [index, one] of life.entries()) {
        if (one.kind === 'write') now = writtenAgain(now, frame, one);
        else if (one.kind === 'copy') copied(now, frame, one);
        else now = edited(now, frame, one as Exclude<Step, Situation>, `${NOTE}${index}`);
      }
    }),
    { numRuns: 120 },
  );
});
