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

test.each`
  held      | written   | entered   | why
  ${100}    | ${111}    | ${'=1+1'} | ${'another result'}
  ${100}    | ${2}      | ${'=1+1'} | ${'the result that we write'}
  ${'=2+2'} | ${4}      | ${'=3+1'} | ${'a formula replaced by its value'}
  ${'=2+2'} | ${'n/a'}  | ${'=3+1'} | ${'a formula replaced by a text'}
  ${4}      | ${'=2*2'} | ${'=3+1'} | ${'a value replaced by a formula'}
`('a cell of $held becomes $written, $entered comes first: $why', async ({ held, written, entered }: Case) => {
  for (const fault of TROUBLES)
    for (const actor of ['user', 'coauthor'] as const) {
      const rows = ['PDE', 'SF'].map((name) => [name, cellOfContent(held)]);
      const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]), { computes: true });
      await excel.host.settled();
      await excel.workbook.watch(() => undefined);
      excel.roundTrips(); // those of the writing are counted from here
      const { id } = excel.grid.sheets()[0]!;
      const enter = (): void => excel.grid.writeCells(id, 1, 1, [[{ formula: entered }]]);
      excel.host.faults.at(WRITING, { kind: 'act', act: () => excel.grid.actingAs(actor, enter) });
      if (fault) excel.host.faults.at(WRITING, fault);
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
      expect([fault?.kind, actor, ok, contents]).toEqual([fault?.kind, actor, false, [held, entered]]);
    }
});
