/**
 * The texts of the charts of a document as it was, from the titles of its sections and its year: the name of an
 * envelope that changed since is in them too.
 */
import { CHART_WORDS } from '../../messages/documents/charts-fr';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import type { Area } from '../../workbook/cells';
import { valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import type { PlannedChart } from '../../workbook/plan';
import type { DocumentPage, PageChart } from '../page/document-page';

export type ChartTexts = Pick<PlannedChart, 'title' | 'description' | 'axes'>;

/** The former texts of a chart; null where its document does not have the title of its envelope, or has the same one. */
export function formerTexts(
  page: DocumentPage,
  sheet: SheetSnapshot,
  area: Area,
): (chart: PageChart) => ChartTexts | null {
  const texts = Array.from({ length: area.rows }, (_, row) => valueAt(sheet, area.top + row, area.left));
  const yearAt = texts.indexOf(DOCUMENT_WORDS.creditYear);
  const former = yearAt < 0 ? null : valueAt(sheet, area.top + yearAt, area.left + 1);
  const current = page.rows.find(([first]) => first?.value === DOCUMENT_WORDS.creditYear)?.[1]?.value;
  return (chart) => {
    const { envelope, nature } = chart;
    const label = labelIn(texts, envelope);
    const now = labelIn(
      page.rows.map(([first]) => first?.value ?? null),
      envelope,
    );
    const year = typeof former === 'number' ? former : current;
    if (label === null || now === null || typeof year !== 'number') return null;
    if (label === now && year === current) return null;
    return {
      title: CHART_WORDS.title(label, nature, year),
      description: CHART_WORDS.description(label, nature, year),
      axes: { ...chart.axes, categories: CHART_WORDS.axes.months(year) },
    };
  };
}

/** The label of an envelope in the title of its section, « 3. Enveloppe « Place des entreprises » (PDE) ». */
function labelIn(texts: readonly unknown[], code: string): string | null {
  const [start = '', end = ''] = DOCUMENT_WORDS.envelope('\n', code).split('\n');
  for (const text of texts) {
    if (typeof text !== 'string' || !text.endsWith(end)) continue;
    const at = text.indexOf(start);
    if (at >= 0) return text.slice(at + start.length, -end.length);
  }
  return null;
}
