/** Ledgers of four rows, drawn by their columns: their figures, and the heading read as each field. */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../conventions';
import { controlled } from './ledger-workbook';
import { workbookOf } from './workbook-of';

export type Column = readonly [heading: string, cells: readonly CellValue[]];

export function sheetOf(columns: readonly Column[]): readonly (readonly CellValue[])[] {
  return [
    columns.map(([heading]) => heading),
    ...[0, 1, 2, 3].map((row) => columns.map(([, cells]) => cells[row] ?? null)),
  ];
}

/** The figures of a sheet, in euros, and the rules of its findings. */
export function readingOf(rows: readonly (readonly CellValue[])[]) {
  const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2023-12-31', convention2023());
  const consumed = (envelope: string, nature: 'AE' | 'CP'): number =>
    (report.balances.figures({ envelope, line: null }, nature).consumed?.cents ?? NaN) / 100;
  return {
    ae: [consumed('PDE', 'AE'), consumed('SF', 'AE')],
    cp: [consumed('PDE', 'CP'), consumed('SF', 'CP')],
    rules: report.findings.map(({ rule }) => rule).sort(),
  };
}

/** The heading read as a field, in each order of the last two columns among the others. */
export function readAs(field: string, columns: readonly Column[]): readonly string[] {
  const reversed = [...columns].reverse();
  return [columns, reversed].map((some) => {
    const dossier = openDossier(workbookOf({ name: 'Suivi', rows: sheetOf(some) }), { convention: convention2023() });
    if (!dossier.ok) return dossier.failure.code;
    return (
      dossier.value.blocks.flatMap((block) => [...block.columns.values()]).find((one) => one.field === field)
        ?.heading ?? 'none'
    );
  });
}
