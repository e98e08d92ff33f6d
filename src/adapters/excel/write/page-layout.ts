/**
 * The page set-up of a sheet: orientation, paper, fit, footer, repeated rows and page breaks; also restored exactly.
 */
import type { PageLook, WriteStep } from '../../../workbook/plan';

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
