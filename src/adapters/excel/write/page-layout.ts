/**
 * The page set-up of a sheet: orientation, paper, fit, footer, repeated rows and page breaks; also restored exactly.
 */
import {
  allSteps,
  movedBreaks,
  type MovedBreaks,
  type PageLook,
  type WritePlan,
  type WriteStep,
} from '../../../workbook/plan';
import type { Before } from './before';

type SetPage = Extract<WriteStep, { kind: 'setPage' }>;

/** The sheet's name and the page number, in Excel's codes. */
const FOOTER = { left: '&A', right: 'Page &P / &N' };

/** Carries out the step; `present` is the footer of the sheet: one that is not empty is kept. */
export function setPage(
  sheet: Excel.Worksheet,
  { landscape, titleRows = 0, breaks = [], exactly }: SetPage,
  present: readonly string[],
): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
  if (exactly) return restore(sheet, exactly);
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (present.every((text) => text === '')) {
    const footer = pageLayout.headersFooters.defaultForAllPages;
    footer.leftFooter = FOOTER.left;
    footer.rightFooter = FOOTER.right;
  }
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  for (const row of breaks) addBreak(sheet, row);
}

/**
 * The page breaks that each step moves, in the order of the steps: a page set-up before it on the same sheet has
 * added some, or restored those of an undo. `present`: those of the sheets, by lower-case name.
 */
export function breaksMovedBy(
  steps: readonly WriteStep[],
  present: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<WriteStep, MovedBreaks> {
  const rowsOf = new Map(present);
  const found = new Map<WriteStep, MovedBreaks>();
  for (const step of steps) {
    if (step.kind !== 'setPage' && step.kind !== 'movePageBreaks') continue;
    const sheet = step.sheet.toLowerCase();
    const rows = rowsOf.get(sheet) ?? [];
    if (step.kind === 'setPage')
      rowsOf.set(sheet, step.exactly ? (step.exactly.breaks ?? rows) : [...rows, ...(step.breaks ?? [])]);
    else {
      const moved = movedBreaks(rows, step.moves);
      found.set(step, moved);
      rowsOf.set(sheet, moved.breaks);
    }
  }
  return found;
}

/** Sets all the page breaks of a sheet. */
export function setBreaks(sheet: Excel.Worksheet, rows: readonly number[]): void {
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of rows) addBreak(sheet, row);
}

function addBreak(sheet: Excel.Worksheet, row: number): void {
  sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function restore(sheet: Excel.Worksheet, { paper, scale, pagesWide, pagesTall, footer, breaks }: PageLook): void {
  const { pageLayout } = sheet;
  if (paper !== null) pageLayout.paperSize = paper as Excel.PaperType;
  const fit = {
    ...(pagesWide === null ? {} : { horizontalFitToPages: pagesWide }),
    ...(pagesTall === null ? {} : { verticalFitToPages: pagesTall }),
  };
  pageLayout.zoom = scale === null ? fit : { scale };
  if (footer) {
    const target = pageLayout.headersFooters.defaultForAllPages;
    const [left = '', centre = '', right = ''] = footer;
    target.leftFooter = left;
    target.centerFooter = centre;
    target.rightFooter = right;
  }
  if (breaks) setBreaks(sheet, breaks);
}

/**
 * Page breaks of the existing sheets where a step sets or moves some: first how many, then where. Most plans have no
 * such step and cost no round trip.
 */
export async function readBreaks(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<void> {
  const written = allSteps(plan).flatMap((step) =>
    step.kind === 'setPage' || step.kind === 'movePageBreaks' ? [step.sheet.toLowerCase()] : [],
  );
  const names = [...new Set(written)].filter((name) => before.sheets.has(name));
  if (names.length === 0) return;
  const found = names.map((name) => ({ name, breaks: context.workbook.worksheets.getItem(name).horizontalPageBreaks }));
  for (const { breaks } of found) breaks.load('items/rowIndex');
  await context.sync();
  const cells = found.map(({ name, breaks }) => ({ name, after: breaks.items.map((one) => one.getCellAfterBreak()) }));
  for (const { after } of cells) for (const cell of after) cell.load('rowIndex');
  if (cells.some(({ after }) => after.length > 0)) await context.sync();
  for (const { name, after } of cells)
    before.breaks.set(
      name,
      after.map(({ rowIndex }) => rowIndex),
    );
}
