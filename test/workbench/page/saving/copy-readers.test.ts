/** A copy with every kind of edit, as Microsoft's validator and openpyxl read it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample } from '../../../../scripts/build-sample';
import type { Grid } from '../../../../workbench/host/grid';
import { describeWithOpenXml, openXmlFaults } from '../../../support/readers/open-xml';
import { describeWithOpenpyxl, readWithOpenpyxl } from '../../../support/readers/openpyxl';
import { openGrid, sheetId } from './opened-grid';

const FILE = buildSample();
let copy: Uint8Array;

function editAll(grid: Grid): void {
  const team = sheetId(grid, 'Suivi 2023');
  const border = { line: 'double', color: '123456' } as const;
  grid.formatArea(
    team,
    { top: 7, left: 15, rows: 3, columns: 2 },
    {
      style: { bold: true, fill: 'FFFF00', color: 'FF0000', wrap: true, top: border, horizontal: 'center', size: 14 },
      numberFormat: '0.0"x"',
    },
  );
  grid.writeCells(team, 175, 0, [
    [{ value: '=texte' }, { formula: '=SUM(P8:P20)' }, { formula: '=1/0' }, { value: true }],
  ]);
  grid.merge(team, { top: 180, left: 0, rows: 2, columns: 3 });
  grid.setRowsHidden(team, 183, 2, true);
  grid.setRowHeight(team, 176, 1, 44);
  grid.setColumnWidth(team, 2, 1, 210);
  grid.setColumnsHidden(team, 20, 1, true);
  grid.changeSheet(team, { freeze: { rows: 3, columns: 2 }, tabColor: '00FF00', showGridlines: false });
  const page = grid.sheet(team)!.page;
  grid.changeSheet(team, {
    page: {
      ...page,
      orientation: 'portrait',
      scale: 80,
      pagesWide: null,
      pagesTall: null,
      titleRows: '$1:$5',
      printArea: '$A$1:$S$60',
      footer: ['', '&P', ''],
      breaks: [40],
    },
  });
  const areas = [{ top: 8, left: 0, rows: 9, columns: 2 }];
  grid.addHighlight({ sheetId: team, areas, formula: '=A9>1', style: { fill: 'FFE9E6', bold: true, top: border } });
  grid.addChoice(team, { area: { top: 175, left: 6, rows: 9, columns: 1 }, source: '"AE,CP"' });
  grid.setName({ name: 'Essai', scope: team, refersTo: "='Suivi 2023'!$A$1", visible: true, comment: 'note' });
  grid.changeSheet(sheetId(grid, 'Synthèse'), { name: "Synthèse de l'an" });
  grid.changeSheet(sheetId(grid, 'Réglages'), { visibility: 'hidden' });
  const { id } = grid.addSheet('Neuve', 1);
  grid.writeCells(id, 0, 0, [
    [{ value: 'Poste' }, { value: 'AE' }],
    [{ value: 'a' }, { value: 1 }],
    [{ value: 'Total' }, { value: 1 }],
  ]);
  grid.addTable({
    name: 'T_Neuf',
    sheetId: id,
    area: { top: 0, left: 0, rows: 3, columns: 2 },
    hasTotalsRow: true,
    style: 'TableStyleMedium4',
  });
  grid.writeCells(id, 5, 0, [[{ formula: '=TRANSPOSE(A1:A3)' }]]);
}

beforeAll(async () => {
  const opened = openGrid(FILE);
  await opened.grid.calculated();
  editAll(opened.grid);
  const { bytes, omissions } = await opened.copy();
  expect(omissions).toEqual([]);
  copy = bytes;
  opened.close();
});

describeWithOpenXml('Microsoft’s validator', () => {
  test('finds no fault', async () => {
    expect(await openXmlFaults(copy)).toEqual([]);
  });
});

describeWithOpenpyxl('openpyxl', () => {
  test('reads the edits', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copie-'));
    const file = join(folder, 'copie.xlsx');
    writeFileSync(file, copy);
    const { sheets } = await readWithOpenpyxl(file).finally(() => rmSync(folder, { recursive: true }));
    const [team, added, summary] = sheets;
    expect([team?.name, added?.name, summary?.name]).toEqual(['Suivi 2023', 'Neuve', "Synthèse de l'an"]);
    expect(team?.cells).toMatchObject({ A176: '=texte', B176: '=SUM(P8:P20)', D176: true });
    expect(team?.numberFormats).toMatchObject({ P8: '0.0"x"' });
    expect(team?.bold).toEqual(expect.arrayContaining(['P8', 'Q10']));
    expect(team).toMatchObject({ freeze: 'C4', landscape: false, fitToPage: false, titleRows: '$1:$5', breaks: [40] });
    expect(team?.merges).toContain('A181:C182');
    expect(team?.highlights).toContainEqual({ area: 'A9:B17', formula: 'A9>1' });
    expect(added?.tables).toEqual({ T_Neuf: 'A1:B3' });
  });
});
