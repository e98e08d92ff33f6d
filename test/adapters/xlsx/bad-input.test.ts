/** Unusual files: each is read, or refused in one sentence, in little time. */
import fc from 'fast-check';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { proposeMapping } from '../../../src/application/writing/propose-mapping';
import { openDossier } from '../../../src/application/open-dossier';
import { describeFailure } from '../../../src/messages/failures';
import { cellAddress, columnName } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { makeXlsx, type MadeSheet } from '../../support/readers/xlsx-package';

const HEADINGS = ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Montant AE'];
/** Of the processor. Quadratic work took minutes; `npm run bench` measures the rest, on a machine that does nothing else. */
const LONGEST_MS = 60_000;

const text = (row: number, column: number, words: string): string =>
  `<c r="${cellAddress(row, column)}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (row: number, column: number, value: number): string =>
  `<c r="${cellAddress(row, column)}"><v>${value}</v></c>`;
const rowXml = (row: number, cells: string): string => `<row r="${row + 1}">${cells}</row>`;
const headingsAt = (row: number, left = 0): string =>
  rowXml(row, HEADINGS.map((words, index) => text(row, left + index, words)).join(''));
const ejAt = (row: number, left = 0): string =>
  rowXml(
    row,
    [
      text(row, left, '1405512301'),
      text(row, left + 1, 'Audit'),
      text(row, left + 2, 'PDE'),
      number(row, left + 3, 45000),
      number(row, left + 4, 12),
    ].join(''),
  );

/** The outcome for a file: the number of ledger rows read, or the sentence that refuses it. */
function outcome(bytes: Uint8Array): { readonly result: number | string; readonly milliseconds: number } {
  const start = process.cpuUsage();
  const file = openXlsx(bytes);
  const dossier = file.ok ? openDossier(file.value.read(), { convention: convention2023() }) : file;
  if (file.ok) proposeMapping(file.value.read());
  const { user, system } = process.cpuUsage(start);
  return {
    result: dossier.ok ? dossier.value.ledger.rows.length : describeFailure(dossier.failure, 'fr').sentence,
    milliseconds: (user + system) / 1_000,
  };
}

const sheetOf = (rows: string): MadeSheet => ({ name: 'Suivi', rows });

test('a used range that ends in XFD1048576 does not make the reading slow', () => {
  const corner = rowXml(1_048_575, text(1_048_575, 16_383, '.'));
  const { result, milliseconds } = outcome(makeXlsx({ sheets: [sheetOf(headingsAt(0) + ejAt(1) + corner)] }));
  expect(result).toBe(1);
  expect(milliseconds).toBeLessThan(LONGEST_MS);
});

test('a million empty styled rows are no rows', () => {
  const empty = Array.from(
    { length: 1_000_000 },
    (_, index) => `<row r="${index + 3}" s="1" customFormat="1"><c r="A${index + 3}" s="1"/></row>`,
  ).join('');
  const { result, milliseconds } = outcome(makeXlsx({ sheets: [sheetOf(headingsAt(0) + ejAt(1) + empty)] }));
  expect(result).toBe(1);
  expect(milliseconds).toBeLessThan(LONGEST_MS);
});

test('ten thousand columns: those of the ledger are found anywhere', () => {
  const wide = (cell: (column: number) => string): string =>
    Array.from({ length: 10_000 }, (_, column) => cell(column)).join('');
  const rows = [0, 1, 2].map((row) =>
    rowXml(
      row,
      wide((column) => {
        if (column >= 9_000 && column < 9_005) return '';
        return row === 0 ? text(0, column, `Colonne libre ${columnName(column)}`) : number(row, column, column);
      }) + (row === 0 ? HEADINGS.map((words, index) => text(0, 9_000 + index, words)).join('') : ''),
    ),
  );
  const filled = rows[0] + ejAt(1, 9_000);
  const { result, milliseconds } = outcome(makeXlsx({ sheets: [sheetOf(filled)] }));
  expect(result).toBe(1);
  expect(milliseconds).toBeLessThan(LONGEST_MS);
  expect(outcome(makeXlsx({ sheets: [sheetOf(rows.join(''))] })).milliseconds).toBeLessThan(LONGEST_MS);
});

test('dates of the 1904 system are those that the team sees', () => {
  const made = makeXlsx({
    beforeSheets: '<workbookPr date1904="1"/>',
    sheets: [sheetOf(headingsAt(0) + ejAt(1).replace('45000', '43538'))],
  });
  const file = openXlsx(made);
  if (!file.ok) throw new Error(file.failure.code);
  const dossier = openDossier(file.value.read(), { convention: convention2023() });
  expect(dossier.ok && dossier.value.ledger.rows[0]?.commitmentDate).toMatchObject({ kind: 'date', raw: '43538' });
  const plain = openXlsx(makeXlsx({ sheets: [sheetOf(headingsAt(0) + ejAt(1))] }));
  const other = plain.ok ? openDossier(plain.value.read(), { convention: convention2023() }) : plain;
  const dateOf = (opened: typeof dossier) => opened.ok && opened.value.ledger.rows[0]?.commitmentDate;
  expect(dateOf(dossier)).toMatchObject({ date: (dateOf(other) as { date: unknown }).date });
});

test('headings that are JavaScript property names are headings', () => {
  const strange = ['__proto__', 'constructor', 'toString', ...HEADINGS]
    .map((words, index) => text(0, index, words))
    .join('');
  expect(outcome(makeXlsx({ sheets: [sheetOf(rowXml(0, strange) + ejAt(1, 3))] })).result).toBe(1);
});

test('a file truncated anywhere is refused in one sentence, or read completely', () => {
  const whole = makeXlsx({ sheets: [sheetOf(headingsAt(0) + ejAt(1))] });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
      expect(outcome(whole.subarray(0, length)).result).toMatch(/^[\p{Lu}«].*\.$/u);
    }),
    { numRuns: 200 },
  );
});

test('a changed byte is detected, refused, or has no effect', () => {
  const whole = makeXlsx({ sheets: [sheetOf(headingsAt(0) + ejAt(1))] });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      const { result } = outcome(damaged);
      if (typeof result === 'string') expect(result).toMatch(/^[\p{Lu}«].*\.$/u);
      else expect(result).toBe(1);
    }),
    { numRuns: 300 },
  );
});
