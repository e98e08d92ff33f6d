/**
 * The page of a sheet: orientation, paper, fit, foot, repeated rows and page breaks. Also put back exactly as it was.
 */
import type { PageLook, WriteStep } from '../../../workbook/plan';

type SetPage = Extract<WriteStep, { kind: 'setPage' }>;

/** The sheet's name and the number of the page, in Excel's codes. */
const FOOT = { left: '&A', right: 'Page &P / &N' };

/** Carries out the step; `standing` is the foot that the sheet has: one that says something stays. */
export function setPage(
  sheet: Excel.Worksheet,
  { landscape, titleRows = 0, breaks = [], exactly }: SetPage,
  standing: readonly string[],
): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
  if (exactly) return putBack(sheet, exactly);
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (standing.every((text) => text === '')) {
    const foot = pageLayout.headersFooters.defaultForAllPages;
    foot.leftFooter = FOOT.left;
    foot.rightFooter = FOOT.right;
  }
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  for (const row of breaks) addBreak(sheet, row);
}

/** All the page breaks of a sheet. */
export function setBreaks(sheet: Excel.Worksheet, rows: readonly number[]): void {
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of rows) addBreak(sheet, row);
}

function addBreak(sheet: Excel.Worksheet, row: number): void {
  sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

function putBack(sheet: Excel.Worksheet, { paper, scale, pagesWide, pagesTall, footer, breaks }: PageLook): void {
  const { pageLayout } = sheet;
  if (paper !== null) pageLayout.paperSize = paper as Excel.PaperType;
  const fit = {
    ...(pagesWide === null ? {} : { horizontalFitToPages: pagesWide }),
    ...(pagesTall === null ? {} : { verticalFitToPages: pagesTall }),
  };
  pageLayout.zoom = scale === null ? fit : { scale };
  if (footer) {
    const foot = pageLayout.headersFooters.defaultForAllPages;
    const [left = '', centre = '', right = ''] = footer;
    foot.leftFooter = left;
    foot.centerFooter = centre;
    foot.rightFooter = right;
  }
  if (breaks) setBreaks(sheet, breaks);
}
