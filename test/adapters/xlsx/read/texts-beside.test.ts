/** Texts beside the values of a sheet: notes, threaded comments, page headers and footers, text boxes. */
import { cellAddress } from '../../../../src/workbook/cells';
import type { TextBeside } from '../../../../src/workbook/snapshot';
import { type MadeWorkbook, partsOf, zipOf } from '../../../support/readers/xlsx-package';
import { opened, readMade } from '../../../support/readers/xlsx-read';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DRAWING =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const THREADS = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';

const shown = (texts: readonly TextBeside[] = []): readonly string[] =>
  texts.map(({ on, at, text }) => `${at ? cellAddress(at.row, at.column) : on}: ${text}`);

/** The texts beside a sheet of one number that has these parts. */
function beside(parts: Readonly<Record<string, string>>, rows = ROWS): readonly string[] {
  const kinds = Object.keys(parts);
  const relations = kinds.map(
    (kind) => `<Relationship Id="${kind}" Type="http://x/relationships/${kind}" Target="../${kind}1.xml"/>`,
  );
  const all = {
    ...partsOf({ sheets: [{ name: 'Suivi', rows }] }),
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(kinds.map((kind) => [`xl/${kind}1.xml`, parts[kind]!])),
  };
  return shown(opened(zipOf(all)).read().sheets[0]!.textsBeside);
}

const header = (content: string): MadeWorkbook => ({
  sheets: [{ name: 'Suivi', rows: ROWS, after: `<headerFooter>${content}</headerFooter>` }],
});

describe('page headers and footers, without their codes', () => {
  test.each<[string, string, readonly string[]]>([
    ['one text', '<oddHeader>&amp;CMontants en k€</oddHeader>', ['Montants en k€']],
    [
      'three parts, fonts, sizes and colours',
      '<oddHeader>&amp;L&amp;"Arial,Gras"&amp;12DGE&amp;C&amp;K01+000Montants en k€&amp;R&amp;KFF0000&amp;D</oddHeader>',
      ['DGE', 'Montants en k€'],
    ],
    [
      'footers, first and even pages, each text once',
      '<oddFooter>&amp;CEn k€</oddFooter><evenHeader>&amp;CEn k€</evenHeader><firstHeader>&amp;LPage &amp;P/&amp;N&amp;RHT</firstHeader>',
      ['En k€', 'Page /', 'HT'],
    ],
    ['the sign itself', '<oddHeader>&amp;CR&amp;&amp;D en k€</oddHeader>', ['R&D en k€']],
    ['two lines', '<oddHeader>&amp;CSuivi\nen k€</oddHeader>', ['Suivi', 'en k€']],
    ['none', '<oddHeader/><oddFooter>&amp;P</oddFooter>', []],
  ])('%s', (_, content, expected) => {
    expect(shown(readMade(header(content)).sheets[0]!.textsBeside)).toEqual(expected.map((text) => `page: ${text}`));
  });
});

test('the messages of validations', () => {
  const after =
    '<dataValidations><dataValidation sqref="D2:D9 F2" prompt="Saisir_x000a_en k€" promptTitle="Montant"/><dataValidation sqref="A2" type="whole"/></dataValidations>';
  const [sheet] = readMade({ sheets: [{ name: 'Suivi', rows: ROWS, after }] }).sheets;
  expect(sheet!.textsBeside).toEqual([{ on: 'prompt', at: { row: 1, column: 3 }, text: 'Montant\nSaisir\nen k€' }]);
});

test('notes, without the name of their author', () => {
  const comments = `<comments ${MAIN}><authors><author>DURAND Léa</author><author/></authors><commentList>
    <comment ref="D2" authorId="0"><text><r><rPr><b/></rPr><t>DURAND Léa:</t></r><r><t xml:space="preserve">
Montants en k€ &amp; HT</t></r></text></comment>
    <comment ref="A3" authorId="1"><text><t>EJ annulé</t></text></comment><comment ref="A4"><text><t/></text></comment>
  </commentList></comments>`;
  expect(beside({ comments })).toEqual(['D2: Montants en k€ & HT', 'A3: EJ annulé']);
});

test('threaded comments with their answers, in place of the notes for older programs; none that is resolved', () => {
  const older = '<t>[Commentaire à thread]\n\nVotre version d’Excel…\n\nCommentaire :\n    En k€ ?</t>';
  const comments = `<comments ${MAIN}><authors><author>tc={1}</author></authors><commentList>
    <comment ref="D2" authorId="0"><text>${older}</text></comment><comment ref="D3" authorId="0"><text>${older}</text></comment>
    <comment ref="D4" authorId="0"><text><t>Vu</t></text></comment></commentList></comments>`;
  const threadedComment = `<ThreadedComments ${THREADS}>
    <threadedComment ref="D2" id="{1}"><text>En k€ ?</text></threadedComment>
    <threadedComment ref="D2" id="{2}" parentId="{1}"><text>Oui</text></threadedComment>
    <threadedComment ref="D3" id="{3}" done="1"><text>À vérifier</text></threadedComment></ThreadedComments>`;
  expect(beside({ comments, threadedComment })).toEqual(['D4: Vu', 'D2: En k€ ?\nOui']);
});

const shape = (...paragraphs: readonly string[]): string =>
  `<xdr:twoCellAnchor><xdr:sp><xdr:txBody>${paragraphs
    .map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`)
    .join('')}</xdr:txBody></xdr:sp></xdr:twoCellAnchor>`;
const CHART =
  '<xdr:twoCellAnchor><xdr:graphicFrame><c:chart xmlns:c="c" r:id="rId1" xmlns:r="r"/></xdr:graphicFrame></xdr:twoCellAnchor>';
const drawingOf = (content: string): string => `<xdr:wsDr ${DRAWING}>${content}</xdr:wsDr>`;

test('text boxes, one line for each paragraph, each text once', () => {
  const box = shape('Montants', 'en k€');
  expect(beside({ drawing: drawingOf(box + shape('') + box + shape('HT &amp; TTC')) })).toEqual([
    'shape: Montants\nen k€',
    'shape: HT & TTC',
  ]);
});

test('beside a chart on a sheet without a cell, a text box is about the chart', () => {
  const drawing = drawingOf(CHART + shape('En k€'));
  expect(beside({ drawing }, '')).toEqual([]);
  expect(beside({ drawing })).toEqual(['shape: En k€']);
});

describe('parts made to make a reader go back on itself, or cut, never prevent a workbook from opening', () => {
  const MANY = 200_000;
  test.each<[string, Readonly<Record<string, string>>]>([
    ['notes that never close', { comments: `<comments ${MAIN}>${'<comment ref="A1"><t>'.repeat(MANY)}` }],
    ['a note of many runs', { comments: `<comments ${MAIN}><comment ref="A1">${'<t>en k</t>'.repeat(MANY)}` }],
    ['authors that never close', { comments: '<author>'.repeat(MANY) }],
    ['shapes that never close', { drawing: '<sp><p><t>a'.repeat(MANY) }],
    ['marks without end', { drawing: '<'.repeat(MANY), threadedComment: '<!--'.repeat(MANY) }],
    ['no part', { comments: '' }],
  ])('%s', (_, parts) => {
    const texts = beside(parts);
    expect(texts.every((text) => text.length < 3_000)).toBe(true);
  });
});
