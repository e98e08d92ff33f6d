/**
 * Whatever a person types over a cell that a document wrote: named with its content before the document is written
 * again, or refused; nothing else of the document is named, on that day and with another ledger. Whatever a person
 * types in a cell that it leaves blank: kept, or refused at its cell.
 */
import fc from 'fast-check';
import { buildSample } from '../../../scripts/build-sample';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { planFrozenCopies } from '../../../src/application/documents/frozen-copies';
import { documentsOf, type DocumentFrame } from '../../../src/documents/document';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { cellAddress } from '../../../src/workbook/cells';
import { contentAt } from '../../../src/workbook/contents';
import type { PlannedCell } from '../../../src/workbook/plan';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';
import { DocumentReader } from '../../support/readers/document-reader';

const DAY = '2023-12-31';
const file = openXlsx(buildSample());
if (!file.ok) throw new Error(file.failure.code);
const sample = file.value.read();
const frames = documentsOf(controlled(sample, DAY).dossier.convention);

const days = new Map<string, ReturnType<typeof controlled>>();

/** The workbook as controlled on a day: what is typed in a document changes nothing in the reading of the ledger. */
function controlledOn(day: string, workbook: WorkbookSnapshot): ReturnType<typeof controlled> {
  const { dossier, report } = days.get(day) ?? controlled(sample, day);
  days.set(day, { dossier, report });
  return { dossier: { ...dossier, workbook }, report };
}

function planOf(workbook: WorkbookSnapshot, ids: readonly DocumentId[], day = DAY) {
  const { dossier, report } = controlledOn(day, workbook);
  return planDocuments(dossier, report, ids);
}

const first = planOf(
  sample,
  frames.map(({ id }) => id),
);
if (!first.ok) throw new Error(first.failure.code);
const documented = applyPlan(sample, first.value);

interface Spot {
  readonly frame: DocumentFrame;
  readonly address: string;
}

const sheetOf = ({ sheet }: DocumentFrame): SheetSnapshot => findSheet(documented, sheet)!;

/** The cells of each document. */
const cells: readonly (Spot & { readonly isFilled: boolean })[] = frames.flatMap((frame) => {
  const sheet = sheetOf(frame);
  const { top, left, rows, columns } = sheet.used!;
  const places = Array.from({ length: rows * columns }, (_, index) => [
    top + Math.floor(index / columns),
    left + (index % columns),
  ]);
  return places.map(([row = 0, column = 0]) => {
    const isFilled = contentAt(sheet, row, column) !== null;
    return { frame, address: cellAddress(row, column), isFilled };
  });
});
const spots: readonly Spot[] = cells.filter(({ isFilled }) => isFilled);
const blanks: readonly Spot[] = cells.filter(({ isFilled }) => !isFilled);

/** « named », « refused » or « lost » for a content typed in a cell, and the number of other cells that are named. */
function outcomeOf({ frame, address }: Spot, content: PlannedCell, day: string): string {
  const plan = planOf(typed(documented, frame.sheet, { [address]: content }), [frame.id], day);
  if (!plan.ok) return 'refused';
  const typedOver = (plan.value.advice ?? []).flatMap(({ advice }) =>
    advice.flatMap((one) => (one.code === 'typedOver' ? [one] : [])),
  );
  const [named] = typedOver;
  const shown = named?.cells.find(({ cell }) => cell === address)?.content;
  const others = (named?.cells.length ?? 0) + (named?.others ?? 0) - 1;
  if (shown !== (content.formula ?? content.value)) return 'lost';
  return others === 0 ? 'named' : `named with ${others} others`;
}

test('a text, a number or a formula over any cell of any document', () => {
  const content = fc.constantFrom<PlannedCell>(
    { value: 'vu avec le service' },
    { value: 4321.5 },
    { value: 2, formula: '=1+1' },
  );
  fc.assert(
    fc.property(fc.constantFrom(...spots), content, fc.constantFrom(DAY, '2023-06-30'), (spot, what, day) => {
      expect(['named', 'refused']).toContain(outcomeOf(spot, what, day));
    }),
    { numRuns: 200 },
  );
});

test.each(frames.map((frame) => [frame.id, frame] as const))(
  '%s: over every cell of a column but the first, each is named or counted',
  (id, frame) => {
    const own = spots.filter((spot) => spot.frame === frame);
    const columns = new Set(own.map(({ address }) => address.replace(/\d+/, '')));
    columns.delete('A');
    for (const column of columns) {
      const there = own.filter(({ address }) => address.replace(/\d+/, '') === column);
      const cells = Object.fromEntries(there.map(({ address }) => [address, { value: 987_654.32 }]));
      const plan = planOf(typed(documented, frame.sheet, cells), [id]);
      if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
      const found = (plan.value.advice ?? []).flatMap(({ advice }) =>
        advice.flatMap((one) => (one.code === 'typedOver' ? [one.cells.length + one.others] : [])),
      );
      expect([column, ...found]).toEqual([column, there.length]);
    }
  },
);

test('a document of another day, where nothing was typed, names nothing', () => {
  const plan = planOf(
    documented,
    frames.map(({ id }) => id),
    '2023-06-30',
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const codes = (plan.value.advice ?? []).flatMap(({ advice }) => advice.map(({ code }) => code));
  expect(codes).not.toContain('typedOver');
});

const NOTE = 'vu avec le service';
const MARCH = '2023-03-31';

/** « kept », « refused » or « lost » for a note in a blank cell, where the document is written again as in March. */
function fateOf({ frame, address }: Spot): string {
  const written = typed(documented, frame.sheet, { [address]: NOTE });
  const plan = planOf(written, [frame.id], MARCH);
  if (!plan.ok) return 'cell' in plan.failure && plan.failure.cell === address ? 'refused' : plan.failure.code;
  const { values } = findSheet(applyPlan(written, plan.value), frame.sheet)!;
  return values.flat().includes(NOTE) ? 'kept' : 'lost';
}

test('a note in any cell that a document leaves blank', () => {
  fc.assert(
    fc.property(fc.constantFrom(...blanks), (blank) => {
      expect(['kept', 'refused']).toContain(fateOf(blank));
    }),
    { numRuns: 200 },
  );
});

test.each(frames.map((frame) => [frame.id, frame] as const))('%s: a note beside its last line is kept', (_, frame) => {
  const { top, rows } = sheetOf(frame).used!;
  expect(fateOf({ frame, address: `C${top + rows}` })).toBe('kept');
});

/** Their line « P. J. : situation des crédits au … », the ninth, is the same one in March. */
const LETTERS: readonly DocumentId[] = ['suspension', 'non-consommes', 'fongibilite'];

test.each(frames.map((frame) => [frame.id, frame] as const))(
  '%s: a copy as in March has the notes beside the date of the document and beside a line that changes',
  (id, frame) => {
    const notes = { C2: 'note C2', ...(LETTERS.includes(id) && { B9: 'note B9' }) };
    const { dossier, report } = controlledOn(MARCH, typed(documented, frame.sheet, notes));
    const plan = planFrozenCopies(dossier, report, isoDate('2024-01-02'), [id]);
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    const copy = applyPlan(dossier.workbook, plan.value).sheets.at(-1)!;
    const contents = copy.values.flat();
    expect(contents).toEqual(expect.arrayContaining([...Object.values(notes), 'Copie figée le 02/01/2024']));
  },
);

test.each<[string, PlannedCell]>([
  ['an error', { value: { error: '#N/A' } }],
  ['nothing', { value: null }],
  ['a text', { value: NOTE }],
])('%s over the first cell of a row that goes away keeps nothing of that row', (_, content) => {
  const frame = frames.find(({ id }) => id === 'resiliation')!;
  const after = (workbook: WorkbookSnapshot) => {
    const plan = planOf(workbook, [frame.id], MARCH);
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    return new DocumentReader(applyPlan(workbook, plan.value), frame.sheet).rows();
  };
  expect(after(typed(documented, frame.sheet, { A29: content }))).toEqual(after(sample));
});
