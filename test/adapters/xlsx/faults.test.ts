/**
 * A file truncated or damaged anywhere opens, or is refused with a reason: no throw, no endless loop. Seeds are printed
 * on failure.
 */
import fc from 'fast-check';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { readLook } from '../../../src/adapters/xlsx/read/read-look';
import { makeXlsx, partsOf, tableXmlOf, zipOf, type MadeWorkbook } from '../../support/readers/xlsx-package';
import { planOf, setCell } from '../../support/readers/xlsx-read';

const WORKBOOK: MadeWorkbook = {
  sheets: [
    {
      name: 'Suivi',
      before:
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews>' +
        '<cols><col min="1" max="2" width="9"/></cols>',
      rows:
        '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>A</t></r><r>' +
        '<t>E</t></r></is></c><c r="C1" t="str"><f>"x"</f><v>x</v></c></row>' +
        '<row r="2" hidden="1" ht="20"><c r="A2" s="1" t="d"><v>2023-01-01</v></c><c r="B2">' +
        '<f t="shared" ref="B2:B3" si="0">A1+1</f><v>1.5E3</v></c><c r="C2" t="e"><v>#N/A</v></c></row>' +
        '<!-- c --><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c>' +
        '<c r="C3"><v><![CDATA[3]]></v></c></row>',
      after:
        '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells><conditionalFormatting sqref="A1">' +
        '<cfRule type="expression" dxfId="0" priority="1"><formula>A1</formula></cfRule>' +
        '</conditionalFormatting>',
      tables: [tableXmlOf(1, 'Suivi', 'A1:C3', ['x', 'AE', 'y'])],
    },
  ],
  strings: ['<t>Enveloppe</t>', '<r><t xml:space="preserve"> a </t></r><rPh sb="0" eb="1"><t>z</t></rPh>'],
  afterSheets: '<definedNames><definedName name="N" localSheetId="0">Suivi!$A$1</definedName></definedNames>',
};

/** Reads and writes a file in all ways; none may throw. */
function exercise(bytes: Uint8Array): void {
  const file = openXlsx(bytes);
  readLook(bytes);
  if (!file.ok) return;
  file.value.read();
  const sheet = file.value.read().sheets[0]?.name ?? '';
  file.value.apply(planOf({ kind: 'addSheet', sheet: 'Nouvelle' }, setCell('Nouvelle', 'A1', 1, { style: 'amount' })));
  file.value.apply(
    planOf(
      setCell(sheet, 'B2', 'x'),
      { kind: 'freezeRows', sheet, rows: 2 },
      { kind: 'setPage', sheet, landscape: true },
    ),
  );
  file.value.apply(planOf({ kind: 'addSheet', sheet: 'Nouvelle' }, { kind: 'deleteSheet', sheet }));
}

const BYTES = makeXlsx(WORKBOOK);
const PARTS = partsOf(WORKBOOK);
/** The parts to damage: the others are only declarations. */
const PATHS = Object.keys(PARTS);

test('a file truncated anywhere', () => {
  for (let length = 0; length < BYTES.length; length += 7) exercise(BYTES.subarray(0, length));
});

test('bytes of the archive damaged anywhere', () => {
  const hits = fc.array(fc.tuple(fc.nat(BYTES.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(hits, (places) => {
      const hit = BYTES.slice();
      for (const [at, byte] of places) hit[at] = byte;
      exercise(hit);
    }),
    { numRuns: 300 },
  );
});

test('the text of a part damaged anywhere, in a valid archive', () => {
  const wound = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '&',
      '=',
      ' ',
      '<!--',
      ']]>',
      '<![CDATA[',
      '</',
      '/>',
      '<c r="',
      '<row',
      '-1',
      '99999999',
      'é',
      '\u0000',
      'NaN',
    ),
    fc.string({ maxLength: 4 }),
  );
  const hit = fc.record({
    path: fc.constantFrom(...PATHS),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(12),
    put: wound,
  });
  fc.assert(
    fc.property(fc.array(hit, { minLength: 1, maxLength: 3 }), (hits) => {
      const parts = { ...PARTS };
      for (const { path, at, removed, put } of hits) {
        const text = parts[path]!;
        const from = Math.floor(at * text.length);
        parts[path] = text.slice(0, from) + put + text.slice(from + removed);
      }
      exercise(zipOf(parts));
    }),
    { numRuns: 700 },
  );
});

test('a part that is emptied or missing', () => {
  for (const path of PATHS) {
    exercise(zipOf({ ...PARTS, [path]: '' }));
    const without = { ...PARTS };
    delete without[path];
    exercise(zipOf(without));
  }
});
