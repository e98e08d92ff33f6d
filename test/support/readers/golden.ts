/**
 * A golden case: a workbook described in `workbook.json`, made into a true file, opened and controlled; what is seen of
 * it, place by place.
 */
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { control } from '../../../src/application/control';
import type { ControlReport, Dossier } from '../../../src/application/dossier';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { AmountReading } from '../../../src/domain/envelopes/ledger';
import { cellAddress, columnName } from '../../../src/workbook/cells';
import { placeOfCell, placeOfRow } from '../../../src/workbook/ledger/ledger-source';
import { placeInWorkbook } from '../../../src/workbook/places';
import { convention2023 } from '../conventions';
import { makeXlsx } from './xlsx-package';

export interface GoldenSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** As people count, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface GoldenWorkbook {
  readonly uses1904Dates?: boolean;
  readonly sheets: readonly GoldenSheet[];
}

/** The rules about how the workbook was read; the others have tests of their own. */
const OF_READING = /^(DON-0[1-79]|IMP-0[1-8])$/;

/** The text expected at each place; a place is a cell, a row, a sheet or an envelope. */
export type Seen = Readonly<Record<string, string>>;

/** The file of a described workbook. */
export function fileOf({ sheets, uses1904Dates }: GoldenWorkbook): Uint8Array {
  return makeXlsx({
    ...(uses1904Dates ? { beforeSheets: '<workbookPr date1904="1"/>' } : {}),
    sheets: sheets.map(({ name, rows, hidden, hiddenRows = [], merges = [] }) => ({
      name,
      attributes: hidden ? ' state="hidden"' : '',
      rows: rows.map((row, index) => rowXml(row, index, hiddenRows.includes(index + 1))).join(''),
      after:
        merges.length === 0
          ? ''
          : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    })),
  });
}

/** Everything seen of a workbook at the end of 2023 under the convention of 2023. */
export function seenOf(given: GoldenWorkbook): Seen {
  const file = openXlsx(fileOf(given));
  if (!file.ok) return { workbook: file.failure.code };
  const dossier = openDossier(file.value.read(), { convention: convention2023() });
  if (!dossier.ok) return { workbook: JSON.stringify(dossier.failure) };
  const report = control(dossier.value, isoDate('2023-12-31'));
  return {
    ...seenTables(dossier.value),
    ...seenRows(dossier.value),
    ...seenFindings(dossier.value, report),
    ...seenFigures(dossier.value, report),
  };
}

function seenTables({ blocks }: Dossier): Seen {
  return Object.fromEntries(
    blocks.map(({ sheet, headingRow, firstRow, lastRow, columns }) => {
      const fields = [...columns].sort((one, other) => one[1].column - other[1].column);
      const words = fields.map(
        ([field, { column, unit }]) => `${columnName(column)} ${field}${unit ? ` (${unit})` : ''}`,
      );
      return [
        `${sheet}!${(fields[0] && columnName(fields[0][1].column)) ?? ''}${headingRow + 1}`,
        `rows ${firstRow + 1}-${lastRow + 1}: ${words.join(', ')}`,
      ];
    }),
  );
}

function seenRows({ blocks, ledger, ignored }: Dossier): Seen {
  const seen: Record<string, string> = {};
  const at = (key: (typeof ignored)[number]['row']): string => {
    const place = placeOfRow(blocks, key);
    return `${place?.block.sheet}!${(place?.row ?? 0) + 1}`;
  };
  for (const row of ledger.rows) {
    const axis = row.imputation.ministerialAxis2;
    const named = axis.kind === 'absent' || axis.kind === 'cellError' ? axis.kind : axis.raw;
    const envelope = row.inherited?.has('ministerialAxis2') ? `${named} (of its EJ)` : named;
    for (const field of ['ae', 'cp'] as const) {
      const place = placeOfCell(blocks, row.key, field);
      if (row[field].kind !== 'absent' && place)
        seen[`${place.sheet}!${cellAddress(place.row, place.column)}`] = `${field} ${shown(row[field])} ${envelope}`;
    }
  }
  for (const { row, reason } of ignored) seen[at(row)] = reason;
  for (const { first, count, what } of ledger.hidden) seen[`${at(first)} hidden`] = `${what} ${count}`;
  return seen;
}

function shown(amount: AmountReading): string {
  return amount.kind === 'amount' ? (amount.cents / 100).toFixed(2) : amount.kind;
}

function seenFindings({ workbook, blocks }: Dossier, { findings, unchecked }: ControlReport): Seen {
  const seen: Record<string, string> = { unchecked: String(unchecked.length) };
  for (const { rule, severity, place } of findings) {
    if (!OF_READING.test(rule)) continue;
    const cell = placeInWorkbook(workbook, blocks, place);
    if (cell) seen[`${cell.sheet}!${cellAddress(cell.row, cell.column)} ${rule}`] = severity;
  }
  return seen;
}

function seenFigures({ convention }: Dossier, { balances }: ControlReport): Seen {
  return Object.fromEntries(
    convention.envelopes.flatMap(({ code }) =>
      (['AE', 'CP'] as const).map((nature) => {
        const { consumed } = balances.figures({ envelope: code, line: null }, nature);
        return [`${code} ${nature} consumed`, consumed === null ? 'not calculable' : (consumed.cents / 100).toFixed(2)];
      }),
    ),
  );
}

function rowXml(row: readonly (string | number | null)[], index: number, isHidden: boolean): string {
  const cells = row.map((value, column) => {
    if (value === null) return '';
    const address = cellAddress(index, column);
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
  });
  return `<row r="${index + 1}"${isHidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
}
