/** A file that is not a readable workbook is refused by its kind; none causes a crash. */
import { deflateRawSync } from 'node:zlib';
import type { Failure } from '../../../src/workbook/failure';
import { makeXlsx, partsOf, zipOf } from '../../support/readers/xlsx-package';
import { opened, refusalOf } from '../../support/readers/xlsx-read';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A compound file with a directory entry of this name. */
function compoundFile(stream: string): Uint8Array {
  return new Uint8Array([
    ...COMPOUND,
    ...new Uint8Array(1024),
    ...Buffer.from(stream, 'utf16le'),
    ...new Uint8Array(512),
  ]);
}

const GOOD = makeXlsx({ sheets: [{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });

describe('files of another kind', () => {
  const cases: readonly (readonly [string, Uint8Array, Failure])[] = [
    ['nothing', new Uint8Array(), { code: 'notAWorkbook', looksLike: 'empty' }],
    ['spaces', text(' \r\n\t'), { code: 'notAWorkbook', looksLike: 'empty' }],
    ['a PDF renamed', text('%PDF-1.7\n%âãÏÓ\n1 0 obj'), { code: 'notAWorkbook', looksLike: 'pdf' }],
    ['an old .xls', compoundFile('Workbook'), { code: 'notAWorkbook', looksLike: 'xls' }],
    ['an encrypted .xlsx', compoundFile('EncryptedPackage'), { code: 'encrypted' }],
    [
      'an XML spreadsheet of 2003',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      { code: 'notAWorkbook', looksLike: 'xls' },
    ],
    ['a CSV', text('N° EJ;Montant AE\n1512345678;12,50\n'), { code: 'notAWorkbook', looksLike: 'csv' }],
    [
      '« Texte Unicode » of Excel',
      new Uint8Array(Buffer.from('\ufeffEJ\tAE\r\n', 'utf16le')),
      { code: 'notAWorkbook', looksLike: 'csv' },
    ],
    [
      'a web page named .xls',
      text('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1'),
      { code: 'notAWorkbook', looksLike: 'html' },
    ],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), { code: 'notAWorkbook', looksLike: 'unknown' }],
    [
      'an OpenDocument workbook',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      { code: 'notAWorkbook', looksLike: 'ods' },
    ],
    ['another archive', zipOf({ 'photo.jpg': 'x' }), { code: 'notAWorkbook', looksLike: 'zip' }],
    [
      'a Word document',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': wordRelations(),
        'word/document.xml': '<w:document xmlns:w="w"/>',
      }),
      { code: 'notAWorkbook', looksLike: 'zip' },
    ],
    ['a binary .xlsb', xlsb(), { code: 'notAWorkbook', looksLike: 'xlsb' }],
  ];
  test.each(cases)('%s', (_, bytes, expected) => expect(refusalOf(bytes)).toEqual(expected));
});

function wordRelations(): string {
  return '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>';
}

function xlsb(): Uint8Array {
  const relations =
    '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
  return zipOf({ '[Content_Types].xml': '<Types/>', '_rels/.rels': relations, 'xl/workbook.bin': 'x' });
}

describe('damaged files', () => {
  /** A valid workbook with one part replaced or missing. */
  function withPart(path: string, content: string | null): Uint8Array {
    const parts = partsOf({
      sheets: [{ name: 'A', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
      strings: ['<t>x</t>'],
    });
    if (content === null) delete parts[path];
    else parts[path] = content;
    return zipOf(parts);
  }
  const SHEET = 'xl/worksheets/sheet1.xml';
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rows = (xml: string): string => `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`;
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['cut after its first half', GOOD.slice(0, GOOD.length / 2), 'ZIP'],
    ['two letters of it', text('PK'), 'ZIP'],
    ['a sheet that is missing', withPart(SHEET, null), SHEET],
    ['a sheet that is not XML', withPart(SHEET, 'oops'), SHEET],
    [
      'a sheet cut in a cell',
      withPart(SHEET, rows('<row r="1"><c r="A1"><v>1').replace('</sheetData></worksheet>', '')),
      SHEET,
    ],
    ['a cell that never closes', withPart(SHEET, rows('<row r="1"><c r="A1"><v>1</v>')), SHEET],
    ['a cell beyond the last column', withPart(SHEET, rows('<row r="1"><c r="XFE1"><v>1</v></c></row>')), SHEET],
    ['a row beyond the last one', withPart(SHEET, rows('<row r="1048577"><c><v>1</v></c></row>')), SHEET],
    ['an address that is none', withPart(SHEET, rows('<row r="1"><c r="12"><v>1</v></c></row>')), SHEET],
    [
      'a shared string that does not exist',
      withPart(SHEET, rows('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
      SHEET,
    ],
    [
      'tags that cross',
      withPart('xl/workbook.xml', `<workbook xmlns="${MAIN}"><sheets></workbook></sheets>`),
      'xl/workbook.xml',
    ],
    ['a workbook without sheets', withPart('xl/workbook.xml', `<workbook xmlns="${MAIN}"/>`), 'xl/workbook.xml'],
    ['strings of nothing', withPart('xl/sharedStrings.xml', ''), 'xl/sharedStrings.xml'],
    [
      'a string that never closes',
      withPart('xl/sharedStrings.xml', `<sst xmlns="${MAIN}"><si><t>x</t></sst>`),
      'xl/sharedStrings.xml',
    ],
  ];
  test.each(cases)('%s', (_, bytes, part) => expect(refusalOf(bytes)).toEqual({ code: 'damagedFile', part }));

  test('a workbook of another vocabulary is not one', () => {
    expect(refusalOf(withPart('xl/workbook.xml', '<workbook xmlns="urn:other"/>'))).toEqual({
      code: 'notAWorkbook',
      looksLike: 'zip',
    });
  });

  test('one wrong byte in the compressed data is detected', () => {
    const damaged = GOOD.slice();
    const at = Buffer.from(damaged).indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 40;
    damaged[at] = damaged[at]! ^ 0x10;
    expect(refusalOf(damaged)).toEqual({ code: 'damagedFile', part: 'xl/worksheets/sheet1.xml' });
  });
});

describe('archives above the limits', () => {
  test('a part that inflates a thousand times is refused before it is inflated', () => {
    const bomb = new Uint8Array(64_000_000).fill(0x20);
    const parts = partsOf({ sheets: [{ name: 'A' }] });
    parts['xl/worksheets/sheet1.xml'] = '';
    const bytes = zipOf({ ...parts, 'xl/worksheets/sheet1.xml': bomb });
    expect(refusalOf(bytes)).toEqual({ code: 'tooLarge', what: 'xl/worksheets/sheet1.xml', limit: '600 Mo' });
  });

  test('a part with a false size is refused, whatever it holds', () => {
    const bytes = Buffer.from(GOOD);
    const name = 'xl/worksheets/sheet1.xml';
    const central = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(bytes.readUInt32LE(central + 24) - 1, central + 24);
    expect(refusalOf(new Uint8Array(bytes))).toEqual({ code: 'damagedFile', part: name });
  });

  test('more entries than any workbook has', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`f${index}`, '']));
    expect(refusalOf(zipOf(many))).toEqual({ code: 'tooLarge', what: 'ZIP', limit: '10000' });
  });

  test('the same name twice', () => {
    const bytes = Buffer.from(zipOf({ ...partsOf({ sheets: [{ name: 'A' }] }), 'xl/one.xml': '1', 'xl/two.xml': '2' }));
    for (let at = bytes.indexOf('xl/two.xml'); at >= 0; at = bytes.indexOf('xl/two.xml')) bytes.write('xl/one.xml', at);
    expect(refusalOf(new Uint8Array(bytes))).toEqual({ code: 'damagedFile', part: 'xl/one.xml' });
  });

  test('an entry with a password', () => {
    const bytes = Buffer.from(GOOD);
    const central = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
    expect(refusalOf(new Uint8Array(bytes))).toEqual({ code: 'encrypted' });
  });
});

describe('archives in other forms', () => {
  test('sizes after the data, and something before the archive', () => {
    const bytes = streamedZip(partsOf({ sheets: [{ name: 'Flux', rows: '<row r="1"><c r="A1"><v>3</v></c></row>' }] }));
    const shifted = new Uint8Array([...text('#!/bin/self-extracting\n'), ...bytes]);
    expect(opened(bytes).read().sheets[0]!.values).toEqual([[3]]);
    expect(opened(shifted).read().sheets[0]!.values).toEqual([[3]]);
  });
});

/** A zip from a program that does not know sizes in advance: zeros in the local header, a descriptor after the data. */
function streamedZip(parts: Readonly<Record<string, string>>): Uint8Array {
  const sized = Buffer.from(zipOf(parts));
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const header = Buffer.from(sized.subarray(sized.lastIndexOf(name) - 46, sized.lastIndexOf(name) + name.length));
    const data = deflateRawSync(content);
    header.writeUInt16LE(header.readUInt16LE(8) | 8, 8);
    header.writeUInt16LE(8, 10);
    header.writeUInt32LE(data.length, 20);
    header.writeUInt32LE(offset, 42);
    header.writeUInt16LE(0, 30);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    header.copy(local, 4, 6, 14);
    local.writeUInt16LE(name.length, 26);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    header.copy(descriptor, 4, 16, 28);
    const written = Buffer.concat([local, Buffer.from(name), data, descriptor]);
    pieces.push(written);
    central.push(header);
    offset += written.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...pieces, directory, end]));
}
