/**
 * Notes, threaded comments, links, conditional formats and validations that a team put on the rows of a document of a
 * file: they follow their row when the document is generated again, and what cannot follow is announced before.
 */
import { unzipSync } from 'fflate';
import { buildSample } from '../../../../scripts/build-sample';
import { lookAt, readLook } from '../../../../src/adapters/xlsx/read/read-look';
import { cellAddress } from '../../../../src/workbook/cells';
import {
  BILAN,
  rowOf,
  rowsOf,
  sheetPath,
  withAttached,
  withLine,
  withoutLastLine,
} from '../../../support/attached-rows';
import { runOn, type CommandResult } from '../../../support/cli-machine';
import { zipOf } from '../../../support/readers/xlsx-package';
import { opened } from '../../../support/readers/xlsx-read';
import { partText } from '../../../support/readers/zip-parts';

async function reported(bytes: Uint8Array): Promise<CommandResult & { readonly copy: Uint8Array }> {
  const result = await runOn({ files: { 'suivi.xlsx': bytes } }, 'report suivi.xlsx --only bilan --output copie.xlsx');
  const copy = result.files.get('copie.xlsx');
  if (!copy) throw new Error(result.error);
  return { ...result, copy };
}

const first = reported(buildSample()).then(({ copy }) => copy);
const TOTAL = 'Total PDE';

test('they follow the row, with their formulas; what is not on the document stays', async () => {
  const start = await first;
  const row = rowOf(start, TOTAL);
  const { copy, out } = await reported(withLine(withAttached(start, row), 'Frais de mission'));
  const to = rowOf(copy, TOTAL);
  expect(to).toBeGreaterThan(row);
  expect(partText(copy, 'xl/comments90.xml')).toContain(`ref="C${to}"`);
  expect(partText(copy, 'xl/threadedComments/threadedComment90.xml')).toContain(`ref="C${to}" dT="2023-05-02`);
  expect(partText(copy, 'xl/drawings/notes90.vml')).toContain(
    `<x:Anchor>3, 15,${to - 2}, 10, 5, 15,${to + 2}, 4</x:Anchor><x:Row>${to - 1}</x:Row>`,
  );
  const sheet = partText(copy, sheetPath(copy));
  for (const xml of [
    `<conditionalFormatting sqref="D${to}"><cfRule type="expression" priority="90"><formula>AND(D${to}&gt;$B$1,E${to}=0)</formula>`,
    `<conditionalFormatting sqref="F8:F${to}"><cfRule type="expression" priority="91"><formula>F8&lt;0</formula>`,
    `sqref="C${to}"><formula1>LEN(C${to})&lt;9</formula1>`,
    `<hyperlink ref="C${to}" location=`,
    `<xm:f>'${BILAN}'!B${to}:D${to}</xm:f><xm:sqref>H${to}</xm:sqref>`,
  ])
    expect(sheet).toContain(xml);
  expect(out).not.toContain('reste à son adresse');
});

test('so do a fill and a colour that somebody gave to a cell of the row; no other cell takes them', async () => {
  const start = await first;
  const row = rowOf(start, TOTAL);
  const look = { row: row - 1, column: 1, style: { fill: 'FFFF00', color: 'FF0000' } };
  const marked = opened(start).apply({
    purpose: 'values',
    expected: [],
    steps: [{ kind: 'setLooks', sheet: BILAN, looks: [look] }],
  });
  if (!marked.ok) throw new Error(JSON.stringify(marked.failure));
  const { copy } = await reported(withLine(marked.value, 'Frais de mission'));
  const to = rowOf(copy, TOTAL);
  expect(filled(marked.value)).toEqual([`B${row}`]);
  expect(filled(copy)).toEqual([`B${to}`]);
  expect(lookOf(copy, to)).toEqual(lookOf(marked.value, row));
});

test('a document that is up to date leaves them, and their parts keep their bytes', async () => {
  const start = await first;
  const before = withAttached(start, rowOf(start, TOTAL));
  const { copy } = await reported(before);
  for (const path of ['xl/comments90.xml', 'xl/drawings/notes90.vml', sheetPath(before)])
    expect(partText(copy, path)).toBe(partText(before, path));
});

test('the note of a row that goes away stays, and the command names it', async () => {
  const longer = (await reported(withLine(await first, 'Frais de mission'))).copy;
  const row = rowOf(longer, 'Frais de mission');
  const { copy, out } = await reported(withoutLastLine(withAttached(longer, row, 'note')));
  expect(partText(copy, 'xl/comments90.xml')).toContain(`ref="C${row}"`);
  expect(out.replaceAll('\u00a0', ' ')).toContain(
    `${BILAN} – La note de C${row}, dont la ligne disparaît, reste à son adresse. Déplacez-la ou supprimez-la après l’écriture.`,
  );
});

test('so is the changing cell of a scenario', async () => {
  const longer = (await reported(withLine(await first, 'Frais de mission'))).copy;
  const row = rowOf(longer, 'Frais de mission');
  const parts: Record<string, string | Uint8Array> = unzipSync(longer);
  const scenario = `<scenarios><scenario name="Haut" count="1"><inputCells r="B${row}" val="3"/></scenario></scenarios>`;
  parts[sheetPath(longer)] = partText(longer, sheetPath(longer))!.replace('</sheetData>', `</sheetData>${scenario}`);
  const { copy, out } = await reported(withoutLastLine(zipOf(parts)));
  expect(partText(copy, sheetPath(copy))).toContain(scenario);
  expect(out.replaceAll('\u00a0', ' ')).toContain(
    `La cellule variable d’un scénario, B${row}, dont la ligne disparaît, reste à son adresse.`,
  );
});

test('nothing is written where the note of a row that goes away would be under that of another', async () => {
  const longer = (await reported(withLine(await first, 'Frais de mission'))).copy;
  const row = rowOf(longer, 'Frais de mission');
  const coming = row + rowsOf(longer, 'Frais de mission').length;
  const parts: Record<string, string | Uint8Array> = unzipSync(withAttached(longer, row, 'note'));
  const notes = new TextDecoder().decode(parts['xl/comments90.xml'] as Uint8Array);
  const note = /<comment ref.*<\/comment>/.exec(notes)![0];
  parts['xl/comments90.xml'] = notes.replace(note, note + note.replace(`C${row}`, `C${coming}`));
  const shorter = withoutLastLine(zipOf(parts));
  const { code, error } = await runOn(
    { files: { 'suivi.xlsx': shorter } },
    'report suivi.xlsx --only bilan --output copie.xlsx',
  );
  expect(code).toBe(2);
  expect(error.replaceAll('\u00a0', ' ')).toContain(`La cellule C${row} de la feuille « ${BILAN} » contient déjà`);
});

test.each([
  [
    'the conditional format of another sheet',
    `<conditionalFormatting sqref="B3"><cfRule type="expression" priority="99"><formula>`,
    '</formula></cfRule></conditionalFormatting>',
    'La mise en forme conditionnelle de B3 (feuille « Suivi 2023 »)',
  ],
  [
    'its validation',
    '<dataValidations count="1"><dataValidation type="custom" sqref="B4"><formula1>',
    '</formula1></dataValidation></dataValidations>',
    'La validation de données de B4 (feuille « Suivi 2023 »)',
  ],
  [
    'its link',
    '<hyperlinks><hyperlink ref="B5" location="',
    '"/></hyperlinks>',
    'Le lien de B5 (feuille « Suivi 2023 »)',
  ],
])('%s to a row that moves is announced', async (_, open, close, user) => {
  const start = await first;
  const row = rowOf(start, TOTAL);
  const path = 'xl/worksheets/sheet1.xml';
  const parts: Record<string, string | Uint8Array> = unzipSync(start);
  parts[path] = partText(start, path)!.replace('<pageMargins', `${open}'${BILAN}'!B${row}${close}<pageMargins`);
  const { copy, out } = await reported(withLine(zipOf(parts), 'Frais de mission'));
  expect(out.replaceAll('\u00a0', ' ')).toContain(
    `${BILAN} – ${user} utilise B${row}, dont le contenu passe en ${cellAddress(rowOf(copy, TOTAL) - 1, 1)}.`,
  );
});

function looksIn(bytes: Uint8Array) {
  const book = readLook(bytes);
  if (!book.ok) throw new Error(JSON.stringify(book.failure));
  return { book: book.value, sheet: book.value.sheets.find(({ name }) => name === BILAN)! };
}

/** The cells of the document that are filled in yellow. */
function filled(bytes: Uint8Array): readonly string[] {
  const { book, sheet } = looksIn(bytes);
  return [...sheet.rows].flatMap(([row, { left, styles }]) =>
    styles.flatMap((_, index) =>
      lookAt(book, sheet, row, left + index).style.fill === 'FFFF00' ? [cellAddress(row, left + index)] : [],
    ),
  );
}

function lookOf(bytes: Uint8Array, row: number): unknown {
  const { book, sheet } = looksIn(bytes);
  return lookAt(book, sheet, row - 1, 1);
}
