/**
 * A formula that somebody enters in a cell just before the request that writes there: it is given back, whatever its
 * result. Excel announces a formula by its result, which may be what the request writes.
 */
import type { CellValue } from '../../../../../src/workbook/cells';
import { cellOfContent } from '../../../../../src/workbook/contents';
import type { WritePlan } from '../../../../../src/workbook/plan';
import type { Fault } from '../../../../../workbench/host/faults';
import { startExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

/** The request that writes; the two before read. */
const WRITING = 2;

interface Case {
  readonly held: CellValue;
  readonly written: CellValue;
  readonly entered: string;
}

/** Of a rollback after this fault too, which is tried again. */
const TROUBLES: readonly (Fault | null)[] = [null, { kind: 'failAction', at: 32, code: 'GeneralException' }];

/**
 * Somebody enters the formula just before the writing, then perhaps something else, before a request of the rollback;
 * the contents of both cells afterwards.
 */
async function contentsAfter(
  { held, written, entered }: Case,
  fault: Fault | null,
  actor: 'user' | 'coauthor',
  later?: { readonly trip: number; readonly value: CellValue },
): Promise<readonly unknown[]> {
  const rows = ['PDE', 'SF'].map((name) => [name, cellOfContent(held)]);
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]), { computes: true });
  await excel.host.settled();
  await excel.workbook.watch(() => undefined);
  excel.roundTrips(); // those of the writing are counted from here
  const { id } = excel.grid.sheets()[0]!;
  const enter = (content: CellValue) => (): void =>
    excel.grid.actingAs(actor, () => excel.grid.writeCells(id, 1, 1, [[cellOfContent(content)]]));
  excel.host.faults.at(WRITING, { kind: 'act', act: enter(entered) });
  if (fault) excel.host.faults.at(WRITING, fault);
  if (later) excel.host.faults.at(later.trip, { kind: 'act', act: enter(later.value) });
  const plan: WritePlan = {
    ...{ purpose: 'repair', keepsUndo: true },
    expected: [{ sheet: 'Suivi', top: 0, left: 1, contents: [[held], [held]] }],
    steps: [
      {
        ...{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 1 },
        cells: [[cellOfContent(written)], [cellOfContent(written)]],
      },
    ],
  };
  const { ok } = await excel.workbook.apply(plan);
  await excel.host.settled();
  const area = { top: 0, left: 1, rows: 2, columns: 1 };
  const values = excel.grid.readValues(id, area).flat();
  const contents = excel.grid
    .readFormulas(id, area)
    .flat()
    .map((formula, row) => formula ?? values[row]);
  excel.dispose();
  return [fault?.kind, actor, ok, contents];
}

test.each`
  held      | written   | entered   | why
  ${100}    | ${111}    | ${'=1+1'} | ${'another result'}
  ${100}    | ${2}      | ${'=1+1'} | ${'the result that we write'}
  ${'=2+2'} | ${4}      | ${'=3+1'} | ${'a formula replaced by its value'}
  ${'=2+2'} | ${'n/a'}  | ${'=3+1'} | ${'a formula replaced by a text'}
  ${4}      | ${'=2*2'} | ${'=3+1'} | ${'a value replaced by a formula'}
`('a cell of $held becomes $written, $entered comes first: $why', async (one: Case) => {
  for (const fault of TROUBLES)
    for (const actor of ['user', 'coauthor'] as const)
      expect(await contentsAfter(one, fault, actor)).toEqual([fault?.kind, actor, false, [one.held, one.entered]]);
});

/** Requests of the rollback: it reads, then restores. */
test.each`
  held      | written   | entered   | trip
  ${100}    | ${111}    | ${'=1+1'} | ${3}
  ${100}    | ${111}    | ${'=1+1'} | ${5}
  ${100}    | ${2}      | ${'=1+1'} | ${5}
  ${'=2+2'} | ${4}      | ${'=3+1'} | ${5}
  ${4}      | ${'=2*2'} | ${'=3+1'} | ${5}
`(
  'a cell of $held becomes $written, $entered comes first, and 777 before request $trip: 777 stays',
  async ({ trip, ...one }: Case & { readonly trip: number }) => {
    for (const fault of TROUBLES) {
      const found = await contentsAfter(one, fault, 'user', { trip, value: 777 });
      expect(found).toEqual([fault?.kind, 'user', false, [one.held, 777]]);
    }
  },
);
