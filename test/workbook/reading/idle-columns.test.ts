/**
 * « Colonnes non utilisées »: what the team writes in columns that no figure uses is shown to it, since it may change a
 * row in words that no rule knows.
 */
import fc from 'fast-check';
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { idleColumnsOf, type IdleColumn } from '../../../src/workbook/reading/idle-columns';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE', 'Montant CP'];

/** A sheet of operations with these columns beside them. */
function sheetWith(beside: Readonly<Record<string, readonly CellValue[]>>, name = 'Suivi'): SheetGiven {
  const columns = Object.entries(beside);
  const count = Math.max(...columns.map(([, values]) => values.length));
  const rows = Array.from({ length: count }, (_, row) => [
    ...[`1405512${name.length}0${row}`, `Marché ${row}`, 'PDE', DAY + row, 1_000 * name.length + row, null],
    ...columns.map(([, values]) => values[row] ?? null),
  ]);
  return { name, rows: [[...HEADINGS, ...columns.map(([heading]) => heading)], ...rows] };
}

function idleIn(workbook: WorkbookSnapshot): readonly IdleColumn[] {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return idleColumnsOf(opened.value);
}

/** « OK ×2, first row 2 », rows as people count them. */
function shown({ values }: IdleColumn): string {
  return values.map(({ text, rows, first }) => `${text} ×${rows} (${first.sheet} ${first.row + 1})`).join(', ');
}

test.each<[string, string, readonly CellValue[], string]>([
  ['a word of another control', 'Contrôle', ['OK', 'KO', 'OK'], 'KO ×1 (Suivi 3), OK ×2 (Suivi 2)'],
  [
    'remarks, of which one changes the row',
    'Observations',
    ["Sous réserve de l'accord du CBCM", null, 'Relance'],
    "Sous réserve de l'accord du CBCM ×1 (Suivi 2), Relance ×1 (Suivi 4)",
  ],
  ['answers', 'Vérifié', ['Oui', 'Non', 'Oui'], 'Non ×1 (Suivi 3), Oui ×2 (Suivi 2)'],
  ['booleans', 'Relu', [true, false, true], 'FAUX ×1 (Suivi 3), VRAI ×2 (Suivi 2)'],
  ['a share in words', 'Prise en charge', ['la moitié', null, null], 'la moitié ×1 (Suivi 2)'],
  ['spaces around a word', 'Contrôle', [' KO', 'KO ', 'KO'], 'KO ×3 (Suivi 2)'],
  ['cells that people leave empty', 'Contrôle', ['-', ' ', 'N/A'], ''],
  ['words among dates, and the dates are not listed', 'Relance le', [DAY, DAY + 3, 'à faire'], 'à faire ×1 (Suivi 4)'],
])('%s', (_, heading, values, expected) => {
  const found = idleIn(workbookOf(sheetWith({ [heading]: values }))).filter((column) => column.heading === heading);
  expect(found.map(shown).join()).toBe(expected);
});

test('a column of dates alone is listed with its rows', () => {
  const [column] = idleIn(workbookOf(sheetWith({ 'Relance le': [DAY, DAY + 3, null] })));
  expect(column).toMatchObject({ heading: 'Relance le', rows: 2, values: [], place: { found: { column: 6 } } });
});

test('a column without a heading is listed by itself', () => {
  const rows = sheetWith({ Contrôle: ['OK', 'OK'] }).rows.map((row, at) =>
    at === 0 ? [...row, null] : [...row, 'vu'],
  );
  const found = idleIn(workbookOf({ name: 'Suivi', rows: [...rows.slice(0, 1), ...rows.slice(1)] }));
  expect(found.map((column) => [column.heading, shown(column)])).toEqual([
    ['Contrôle', 'OK ×2 (Suivi 2)'],
    ['', 'vu ×2 (Suivi 2)'],
  ]);
});

test('one heading on several sheets is one column, which names its sheets', () => {
  const [one, other] = [
    sheetWith({ Contrôle: ['OK', 'KO'] }, 'Janvier'),
    sheetWith({ CONTROLE: ['OK', 'Litige'] }, 'Juin'),
  ];
  const [column, ...others] = idleIn(workbookOf(one, other));
  expect(others).toEqual([]);
  expect(column && shown(column)).toBe('KO ×1 (Janvier 3), Litige ×1 (Juin 3), OK ×2 (Janvier 2)');
  expect(column).toMatchObject({ sheets: 2, rows: 4, first: { sheet: 'Janvier', row: 1 } });
});

test.each<[string, Readonly<Record<string, readonly CellValue[]>>]>([
  ['a field of the ledger', { Titulaire: ['Hermine', 'Ondine'] }],
  ['amounts, which have a place of their own', { 'Montant facturé': [120.5, 80.25] }],
  ['the currency of the amounts', { Devise: ['EUR', 'USD'] }],
])('%s is not among them', (_, beside) => {
  expect(idleIn(workbookOf(sheetWith(beside)))).toEqual([]);
});

test('rows that do not count have no value there', () => {
  const { rows } = sheetWith({ Contrôle: ['OK', 'OK'] });
  const total = ['Total', null, null, null, 2_001, null, 'à revoir'];
  const [column] = idleIn(workbookOf({ name: 'Suivi', rows: [...rows, total] }));
  expect(column && shown(column)).toBe('OK ×2 (Suivi 2)');
});

test('law: each word typed beside the operations, under any heading, is listed once', () => {
  const headings = [
    'Observations',
    'Contrôle',
    'Vérifié',
    'Suite',
    'Avis CBCM',
    'Signé',
    'Annulé',
    'Rangement',
    'Réf interne',
  ];
  const words = fc.array(fc.constantFrom('KO', 'Litige', 'la moitié', 'Annulé', 'vu le 3', 'Non'), {
    minLength: 2,
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...headings), { minLength: 1, maxLength: 4 }), words, (names, typed) => {
      const beside = Object.fromEntries(names.map((name) => [name, typed]));
      const counted = new Map(typed.map((word) => [word, typed.filter((one) => one === word).length]));
      const opened = openDossier(workbookOf(sheetWith(beside)), { convention: convention2023() });
      if (!opened.ok) throw new Error(opened.failure.code);
      const mapped = opened.value.blocks.flatMap(({ columns }) => [...columns.values()].map(({ heading }) => heading));
      const found = idleColumnsOf(opened.value);
      expect(found.map(({ heading }) => heading)).toEqual(names.filter((name) => !mapped.includes(name)));
      const isStatus = mapped.some((heading) => names.includes(heading));
      for (const { values, rows } of isStatus ? [] : found) {
        expect(new Map(values.map((value) => [value.text, value.rows]))).toEqual(counted);
        expect(rows).toBe(typed.length);
      }
    }),
  );
});
