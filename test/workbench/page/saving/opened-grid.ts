/** A file opened in a headless grid as the page does, edited, saved as a copy and opened again. */
import type { Grid, GridWorkbook } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import type { ChartFacts } from '../../../../workbench/host/rich-api/chart-facts';
import { importWorkbook } from '../../../../workbench/page/import';
import { copyState, OpenedState } from '../../../../workbench/page/saving/copy-state';
import type { CopyRefusal, Omission } from '../../../../workbench/page/saving/omission';
import { workbookCopy } from '../../../../workbench/page/saving/workbook-copy';

export const MEASURE = (text: string): number => text.length * 7;

export interface OpenedGrid {
  readonly grid: Grid;
  readonly charts: ChartFacts[];
  /** The copy; a refusal fails the test. */
  copy(): Promise<{ readonly bytes: Uint8Array; readonly omissions: readonly Omission[] }>;
  /** Why there is no copy. */
  refusal(): Promise<CopyRefusal>;
  close(): void;
}

export function openGrid(bytes: Uint8Array, name = 'Suivi.xlsx'): OpenedGrid {
  const imported = importWorkbook(bytes, name, MEASURE);
  if (!imported.ok) throw new Error(imported.failure.code);
  const grid = createHeadlessGrid(imported.value.contents);
  const charts: ChartFacts[] = [];
  const asOpened = new OpenedState(grid, charts);
  const save = async () => {
    await grid.calculated();
    const now = copyState(grid, charts);
    return workbookCopy({ bytes, opened: asOpened, now, measure: MEASURE });
  };
  return {
    grid,
    charts,
    copy: async () => {
      const copy = await save();
      if (copy.kind === 'refused') throw new Error(JSON.stringify(copy.refusal));
      return copy;
    },
    refusal: async () => {
      const copy = await save();
      if (copy.kind === 'written') throw new Error('a copy was written');
      return copy.refusal;
    },
    close: () => {
      asOpened.dispose();
      grid.dispose();
    },
  };
}

/** The contents of a file as a grid holds them, once calculated. */
export async function contentsOfFile(bytes: Uint8Array): Promise<GridWorkbook> {
  const { grid, close } = openGrid(bytes);
  await grid.calculated();
  const contents = grid.contents();
  close();
  return contents;
}

export function sheetId(grid: Grid, name: string): string {
  const sheet = grid.sheets().find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet.id;
}
