/** Rows of a team's table → ledger: counted rows, and ignored rows with the reason. */
import fc from 'fast-check';
import type { CellValue } from '../../../src/workbook/cells';
import { blocksOf, findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { placeOfRow, rowKey, type LedgerBlock } from '../../../src/workbook/ledger/ledger-source';
import { readLedger, type ReadLedger } from '../../../src/workbook/ledger/read-ledger';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = [
  'Type',
  'N° EJ',
  'N° DP',
  'Objet',
  'Titulaire',
  'Enveloppe',
  'Activité',
  'Date EJ',
  'Date paiement',
  'Montant AE',
  'Montant CP',
  'État',
];
type Cells = readonly CellValue[];

const ej = (number: string, ae: CellValue, state: string | null = null): Cells => [
  'EJ',
  number,
  null,
  'Développement',
  'Atelier du Code',
  'PDE',
  '010300000104',
  45000,
  null,
  ae,
  null,
  state,
];
const dp = (number: string, cp: CellValue): Cells => [
  'DP',
  number,
  '100241599',
  'Facture',
  'Atelier du Code',
  'PDE',
  '010300000104',
  null,
  45100,
  null,
  cp,
  'Payé',
];
function read(...rows: readonly Cells[]): ReadLedger {
  const workbook = workbookOf({ name: 'Suivi', rows: [['Suivi des engagements'], HEADINGS, ...rows] });
  const [candidate] = findLedgers(workbook);
  if (!candidate) throw new Error('no ledger');
  return readLedger(workbook, blocksOf([candidate]));
}

/** A row with one cell in error. */
const spoilt = (heading: string): Cells =>
  ej('1405512301', 12).map((cell, column) => (HEADINGS[column] === heading ? { error: '#REF!' } : cell));

/** Rows numbered as on the sheet, from 1. */
const numbers = (keys: readonly number[]): readonly number[] => keys.map((key) => key + 1);
const rowsOf = (given: ReadLedger): readonly number[] => numbers(given.ledger.rows.map(({ key }) => key));
const ignoredOf = (given: ReadLedger): Record<number, string> =>
  Object.fromEntries(given.ignored.map(({ row, reason }) => [row + 1, reason]));

test.each([
  ['État', 'status'],
  ['Type', 'operation'],
  ['N° DP', 'dpNumber'],
])('an error under « %s » is kept apart from its text; the row counts', (heading, field) => {
  const [row] = read(spoilt(heading)).ledger.rows;
  expect(row).toMatchObject({ status: 'firm', ae: { cents: 1200 }, errors: [{ field, raw: '#REF!' }] });
});

test('an error in a note is not recorded, and a valid row has none', () => {
  expect(read(spoilt('Objet'), ej('1405512302', 1)).ledger.rows.map(({ errors }) => errors)).toEqual([
    undefined,
    undefined,
  ]);
});

test('every cell of a row is read', () => {
  const [row] = read(ej('1405512301', 1200.5, 'Projet')).ledger.rows;
  expect(row).toMatchObject({
    key: 2,
    operation: 'EJ',
    status: 'project',
    ej: { kind: 'ej', number: '1405512301' },
    label: 'Développement',
    supplier: 'Atelier du Code',
    dpNumber: '',
    ae: { kind: 'amount', cents: 120_050, asText: false },
    cp: { kind: 'absent' },
    commitmentDate: { kind: 'date', asText: false },
    paymentDate: { kind: 'absent' },
    imputation: {
      ministerialAxis2: { kind: 'code', canonical: 'PDE' },
      activity: { kind: 'code', canonical: '010300000104' },
      costCentre: { kind: 'absent' },
    },
  });
});

test('the fields of the ledger are the mapped columns of the table', () => {
  const { fields } = read(ej('1405512301', 1)).ledger;
  expect([...fields].sort()).toEqual([
    'activity',
    'ae',
    'commitmentDate',
    'cp',
    'dpNumber',
    'ejNumber',
    'label',
    'ministerialAxis2',
    'operation',
    'paymentDate',
    'status',
    'supplier',
  ]);
});

test('blank rows are skipped, a single text is a title, a cancelled row is not counted', () => {
  const given = read(
    ['Place des entreprises'],
    ej('1405512301', 1),
    [],
    [null, null, ' '],
    ej('1405512302', 1, 'Annulé'),
    ej('1405512303', 1),
  );
  expect(rowsOf(given)).toEqual([4, 8]);
  expect(ignoredOf(given)).toEqual({ 3: 'empty', 7: 'cancelled' });
});

test('an incomplete row is kept, so that its missing cells are reported', () => {
  expect(rowsOf(read(['EJ', null, null, 'Audit']))).toEqual([3]);
});

test('headings repeated at the top of a page are ignored', () => {
  const given = read(ej('1405512301', 1), HEADINGS, ej('1405512302', 1));
  expect(rowsOf(given)).toEqual([3, 5]);
  expect(ignoredOf(given)).toEqual({ 4: 'repeatedHeadings' });
});

test('hidden and filtered rows count', () => {
  const workbook = workbookOf({
    name: 'Suivi',
    rows: [HEADINGS, ej('1405512301', 1), ej('1405512302', 1)],
    hiddenRows: [2, 3],
  });
  const [candidate] = findLedgers(workbook);
  expect(readLedger(workbook, candidate ? blocksOf([candidate]) : []).ledger.rows).toHaveLength(2);
});

test('two blocks, the second after the first, each row found again by its key', () => {
  const workbook = workbookOf(
    { name: 'Engagements', rows: [HEADINGS, ej('1405512301', 1)] },
    { name: 'Paiements', rows: [['titre'], HEADINGS, dp('1405512301', 1), dp('1405512301', 2)] },
  );
  const found: readonly LedgerBlock[] = blocksOf(findLedgers(workbook));
  const blocks = [...found].sort((one, other) => one.headingRow - other.headingRow);
  const { ledger } = readLedger(workbook, blocks);
  const places = ledger.rows
    .map(({ key }) => placeOfRow(blocks, key))
    .map((place) => `${place?.block.sheet} ${(place?.row ?? 0) + 1}`);
  expect(places).toEqual(['Engagements 2', 'Paiements 3', 'Paiements 4']);
  expect(ledger.rows.map(({ key }) => key)).toEqual([rowKey(0, 1), rowKey(1, 2), rowKey(1, 3)]);
});

test('a used area that does not start in A1', () => {
  const workbook = workbookOf({ name: 'Suivi', rows: [HEADINGS, ej('1405512301', 12)] });
  const [sheet] = workbook.sheets;
  if (!sheet?.used) throw new Error('no sheet');
  const moved = { ...workbook, sheets: [{ ...sheet, used: { ...sheet.used, top: 4, left: 2 } }] };
  const [candidate] = findLedgers(moved);
  const { ledger } = readLedger(moved, candidate ? blocksOf([candidate]) : []);
  expect(candidate?.blocks[0].block.columns.get('ae')?.column).toBe(11);
  expect(ledger.rows).toMatchObject([{ key: 5, ae: { cents: 1200 } }]);
});

/** Headings twice in one row begin another table, which is read, or named, apart. */
/** True for headings again: of numbers, or of totals over words alone. */
function isOfHeadings(row: Cells): boolean {
  const count = (text: string): number => row.filter((value) => value === text).length;
  const areWords = row.every((value) => value === null || typeof value === 'string');
  return count('N° EJ') > 1 || (areWords && count('Total') > 1);
}

test('every row that is not blank is a row or is listed as ignored, whatever its cells', () => {
  const telling = fc.constantFrom('Total', 'Annulé', 'N° EJ', { error: '#N/A' });
  const cell = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), telling);
  const rows = fc.array(fc.array(cell, { minLength: HEADINGS.length, maxLength: HEADINGS.length }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, (given) => {
      fc.pre(!given.some(isOfHeadings));
      const result = read(ej('1405512301', 1), ...given);
      const seen = [...rowsOf(result), ...result.ignored.map(({ row }) => row + 1)];
      expect(new Set(seen).size).toBe(seen.length);
      given.forEach((row, index) => {
        const saysSomething = row.some((value) => typeof value === 'number' || typeof value === 'boolean');
        if (saysSomething) expect(seen).toContain(index + 4);
      });
      expect(result.ledger.totals.length).toBe(result.ignored.filter(({ reason }) => reason === 'total').length);
    }),
  );
});
