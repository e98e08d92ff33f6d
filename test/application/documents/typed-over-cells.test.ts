/**
 * Whatever a person types over a cell that a document wrote: named with its content before the document is written
 * again, or refused; nothing else of the document is named, on that day and with another ledger.
 */
import fc from 'fast-check';
import { buildSample } from '../../../scripts/build-sample';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { documentsOf, type DocumentFrame } from '../../../src/documents/document';
import { cellAddress } from '../../../src/workbook/cells';
import { contentAt } from '../../../src/workbook/contents';
import type { PlannedCell } from '../../../src/workbook/plan';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';

const DAY = '2023-12-31';
const file = openXlsx(buildSample());
if (!file.ok) throw new Error(file.failure.code);
const sample = file.value.read();
const frames = documentsOf(controlled(sample, DAY).dossier.convention);

function planOf(workbook: WorkbookSnapshot, ids: readonly DocumentId[], day = DAY) {
  const { dossier, report } = controlled(workbook, day);
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

/** The filled cells of each document, by the column. */
const spots: readonly Spot[] = frames.flatMap((frame) => {
  const sheet = sheetOf(frame);
  const { top, left, rows, columns } = sheet.used!;
  const places = Array.from({ length: rows * columns }, (_, index) => [
    top + Math.floor(index / columns),
    left + (index % columns),
  ]);
  return places.flatMap(([row = 0, column = 0]) =>
    contentAt(sheet, row, column) === null ? [] : [{ frame, address: cellAddress(row, column) }],
  );
});

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
    { numRuns: 60 },
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
