/** The texts beside the cells of one workbook, read from its file and in Excel: the same, and the same findings. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { loadTexts } from '../../../../workbench/host/rich-api/text-moves';
import { importWorkbook } from '../../../../workbench/page/import';
import { convention2023 } from '../../../support/conventions';
import { startExcel, type StartedExcel } from '../../../support/excel/excel';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { partsOf, zipOf } from '../../../support/readers/xlsx-package';
import { opened } from '../../../support/readers/xlsx-read';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const THREADS = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"';
const DRAWING =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const LEFT_HEADER = '&"Arial,Gras"&12DGE &amp; DGEFP &D';
const FIRST_FOOTER = 'Montants HT';

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const ROWS = [
  `<row>${['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'].map(text).join('')}</row>`,
  ...['1400000001', '1400000002'].map(
    (ej) => `<row>${text(ej)}<c><v>45000</v></c>${text('PDE')}<c><v>1000</v></c></row>`,
  ),
].join('');

const escaped = (code: string): string => code.replaceAll('&amp;', '&&').replaceAll('&', '&amp;');

const PARTS: Readonly<Record<string, string>> = {
  comments: `<comments ${MAIN}><authors><author>DURAND Léa</author></authors><commentList><comment ref="D1" authorId="0"><text><t>DURAND Léa:\nEn k€</t></text></comment></commentList></comments>`,
  threadedComment: `<ThreadedComments ${THREADS}><threadedComment ref="A2" id="{1}"><text>Suite ?</text></threadedComment><threadedComment ref="A2" id="{2}" parentId="{1}"><text>EJ annulé</text></threadedComment><threadedComment ref="A3" id="{3}" done="1"><text>EJ annulé</text></threadedComment></ThreadedComments>`,
  drawing: `<xdr:wsDr ${DRAWING}><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Montants</a:t></a:r></a:p><a:p><a:r><a:t>Ne pas utiliser</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`,
};

const FILE = zipOf({
  ...partsOf({
    sheets: [
      {
        name: 'Suivi',
        rows: ROWS,
        after: `<headerFooter differentFirst="1"><oddHeader>&amp;L${escaped(LEFT_HEADER)}</oddHeader><firstFooter>&amp;C${FIRST_FOOTER}</firstFooter></headerFooter>`,
      },
    ],
  }),
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${RELATIONS}">${Object.keys(PARTS)
    .map((kind) => `<Relationship Id="${kind}" Type="http://x/relationships/${kind}" Target="../${kind}1.xml"/>`)
    .join('')}</Relationships>`,
  ...Object.fromEntries(Object.entries(PARTS).map(([kind, part]) => [`xl/${kind}1.xml`, part])),
});

let excel: StartedExcel;
afterEach(() => excel.dispose());

const beside = ({ sheets }: WorkbookSnapshot) => sheets[0]!.textsBeside;

function findings(workbook: WorkbookSnapshot): readonly unknown[] {
  const dossier = openDossier(workbook, { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const { report } = controlledAt(dossier.value, isoDate('2023-12-31'));
  return report.findings.map(({ rule, details }) => [rule, details]);
}

test('as Excel holds them: the author of a note, the codes of a header, paragraphs, a resolved thread', async () => {
  const file = opened(FILE).read();
  excel = startExcel(gridOfSnapshot(file), { givesNotes: true });
  const { model } = excel.host;
  const sheetId = excel.grid.sheets()[0]!.id;
  model.notes.push({ sheetId, row: 0, column: 3, content: 'DURAND Léa:\nEn k€', authorName: 'DURAND Léa' });
  model.comments.push({ id: 'c1', sheetId, row: 1, column: 0, content: 'Suite ?', replies: ['EJ annulé'] });
  model.comments.push({ id: 'c2', sheetId, row: 2, column: 0, content: 'EJ annulé', resolved: true });
  model.pageTexts.set(`${sheetId} DefaultForAllPages LeftHeader`, LEFT_HEADER.replaceAll('&amp;', '&&'));
  model.pageTexts.set(`${sheetId} FirstPage CenterFooter`, FIRST_FOOTER);
  model.shapes.push({ id: 's1', sheetId, type: 'GeometricShape', text: 'Montants\rNe pas utiliser' });
  const read = await excel.read();
  expect(beside(read)).toEqual(beside(file));
  expect(findings(read)).toEqual(findings(file));
  expect(beside(file)!.map((one) => `${one.on}: ${one.text}`)).toEqual([
    'page: DGE & DGEFP',
    'page: Montants HT',
    'note: En k€',
    'note: Suite ?\nEJ annulé',
    'shape: Montants\nNe pas utiliser',
  ]);
  const rules = new Set(findings(read).map((one) => (one as readonly string[])[0]));
  expect([...rules]).toEqual(expect.arrayContaining(['LEC-05', 'DON-07']));
});

test('as the workbench opens the file: its notes come as comments, which the client of the package knows', async () => {
  const imported = importWorkbook(FILE, 'Suivi.xlsx', (words) => words.length * 7);
  if (!imported.ok) throw new Error(imported.failure.code);
  const { contents, texts } = imported.value;
  excel = startExcel(contents);
  for (const { id, name } of excel.grid.sheets()) loadTexts(excel.host.model, id, texts.get(name) ?? []);
  expect(findings(await excel.read())).toEqual(findings(opened(FILE).read()));
});
