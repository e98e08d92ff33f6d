/** The pages that a plan of documents makes, for a person to look at before they are written. */
import type { DocumentPage, Origin } from '../../documents/page/document-page';
import type { WritePlan } from '../../workbook/plan';

/** A document as the workbook would hold it: the cells of the plan, with the comments that are there. */
export interface WrittenPage {
  readonly sheet: string;
  readonly rows: DocumentPage['rows'];
  readonly charts: readonly PlacedChart[];
}

/** A chart, and the rows of the page that it covers. */
export interface PlacedChart {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly top: number;
  readonly rows: number;
}

/** A plan, and the pages that it makes. */
export interface PlannedPages {
  readonly plan: WritePlan;
  readonly pages: readonly WrittenPage[];
}

/** A page of a document that begins at a cell of its sheet. */
export function writtenPage(sheet: string, { rows, charts }: DocumentPage, origin: Origin): WrittenPage {
  return {
    sheet,
    rows,
    charts: charts.map(({ name, title, description, place }) => ({
      name,
      title,
      description,
      top: place.top - origin.row,
      rows: place.rows,
    })),
  };
}

/** The pages of a plan that writes each sheet from its first cell, such as the plan of frozen copies. */
export function pagesOfPlan({ steps }: WritePlan): readonly WrittenPage[] {
  return steps.flatMap((step): readonly WrittenPage[] => {
    if (step.kind !== 'setCells') return [];
    const charts = steps.flatMap((other): readonly PlacedChart[] => {
      if (other.kind !== 'addChart' || other.sheet !== step.sheet) return [];
      const { name, title, description, place } = other.chart;
      return [{ name, title, description, top: place.top, rows: place.rows }];
    });
    return [{ sheet: step.sheet, rows: step.cells, charts }];
  });
}
