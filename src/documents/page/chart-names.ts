/**
 * The names of our charts: the document, the envelope, the nature, the row of the page where the chart stands, the row
 * of the État that it draws.
 */
import { NATURES, type Nature } from '../../domain/money/nature';
import { CHART_PREFIX } from '../../workbook/workbook-names';
import type { DocumentId } from '../document';

/** What a name says. */
export interface NamedChart {
  readonly name: string;
  /** All but the rows: what the chart is about, wherever it stands. */
  readonly subject: string;
  /** Subject short of the nature: the charts of one envelope stand side by side. */
  readonly group: string;
  readonly nature: Nature;
  /** Of the page, from 0. */
  readonly row: number;
  /** Of the page of the État, from 0: under the blocks that it draws. */
  readonly sourceRow: number;
}

/** The name of a chart. */
export function chartName(
  id: DocumentId,
  envelope: string,
  nature: Nature,
  rows: readonly (number | string)[],
): string {
  return [`${CHART_PREFIX}${id}`, envelope, nature, ...rows].join('_');
}

/** What the name of a chart of that document says; null for another, or one that somebody made up. */
export function namedChart(id: DocumentId, name: string): NamedChart | null {
  if (!name.startsWith(`${CHART_PREFIX}${id}_`)) return null;
  const [, group, code, row, sourceRow] = /^(.+)_([A-Z]{2})_(\d{1,7})(?:_(\d{1,7}))?$/.exec(name) ?? [];
  const nature = NATURES.find((one) => one === code);
  if (group === undefined || !nature || row === undefined) return null;
  return { name, subject: `${group}_${nature}`, group, nature, row: Number(row), sourceRow: Number(sourceRow ?? row) };
}
