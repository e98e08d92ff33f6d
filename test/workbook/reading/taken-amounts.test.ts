/**
 * Sheets that the amounts of the ledger are computed from: they are no finding (LEC-01) where the formulas take their
 * sum, to the cent; otherwise the finding gives what they take. The same for formulas that fill several cells.
 */
import { openDossier } from '../../../src/application/open-dossier';
import { parseArea, type CellValue } from '../../../src/workbook/cells';
import { formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
type Row = readonly CellValue[];

interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly arrays?: readonly string[];
}

const HEADINGS: Row = [
  'N° EJ',
  'Objet',
  'Axe ministériel 2',
  "Date d'engagement",
  'Montant AE',
  'Payé le',
  'Montant CP',
];
const FIRST: Row = ['1405512301', 'Marché 1', 'PDE', DAY, 10_000.5, DAY + 40, 4_000];
const SECOND: Row = ['1405512302', 'Marché 2', 'PDE', DAY + 3, 20_000, DAY + 50, 5_000];

function workbookWith(sheets: readonly Sheet[]): WorkbookSnapshot {
  const workbook = workbookOf(...sheets.map(({ name, rows }) => ({ name, rows })));
  const areaOf = (address: string): NonNullable<ReturnType<typeof parseArea>> =>
    parseArea(address) ?? { top: 0, left: 0, rows: 1, columns: 1 };
  const withFormulas = workbook.sheets.map((sheet, index) => {
    const { formulas = {}, arrays } = sheets[index] ?? { formulas: {} };
    const keys = Object.entries(formulas).map(([address, formula]): [number, string] => {
      const { top, left } = areaOf(address);
      return [formulaKey(top, left), formula];
    });
    return { ...sheet, formulas: new Map(keys), ...(arrays && { arrays: arrays.map(areaOf) }) };
  });
  return { ...workbook, sheets: withFormulas };
}

/** The unread places, with the part of them that formulas take; then the sum of AE that the ledger counts, in euros. */
function outcome(...sheets: readonly Sheet[]): readonly [unread: readonly string[], ae: number] {
  const opened = openDossier(workbookWith(sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { ledger } = opened.value;
  const unread = (ledger.reading?.unread ?? []).map(({ sheet, ae, cp, other, taken }) => {
    const sum = `${sheet} ${(ae + cp + other) / 100}`;
    return taken === undefined ? sum : `${sum}, taken ${taken / 100}`;
  });
  return [unread, ledger.rows.reduce((sum, { ae }) => sum + (ae.kind === 'amount' ? ae.cents : 0), 0) / 100];
}

const ledgerWith = (...formulas: readonly string[]): Sheet => ({
  name: 'Suivi 2023',
  rows: [HEADINGS, FIRST, SECOND],
  formulas: Object.fromEntries(formulas.map((formula, index) => [`E${index + 2}`, formula])),
});
const lookUp = (row: number): string => `=VLOOKUP(A${row},Devis!A:B,2,FALSE)`;
const quotes = (...rows: readonly Row[]): Sheet => ({ name: 'Devis', rows: [['N° EJ', 'Montant'], ...rows] });
const details = (...rows: readonly Row[]): Sheet => ({
  name: 'Détail 1',
  rows: [['N° EJ', 'Lot', 'Montant'], ...rows],
});

test.each<[string, Sheet, Sheet, readonly string[]]>([
  [
    'looked up, each of them',
    ledgerWith(lookUp(2), lookUp(3)),
    quotes(['1405512301', 10_000.5], ['1405512302', 20_000]),
    [],
  ],
  [
    'looked up, and one more',
    ledgerWith(lookUp(2), lookUp(3)),
    quotes(['1405512301', 10_000.5], ['1405512302', 20_000], ['1405512303', 700]),
    ['Devis 30700.5, taken 30000.5'],
  ],
  [
    'one of them a typed amount',
    ledgerWith(lookUp(2)),
    quotes(['1405512301', 10_000.5], ['1405512302', 20_000]),
    ['Devis 30000.5, taken 10000.5'],
  ],
  [
    'summed by EJ',
    ledgerWith("=SUMIFS('Détail 1'!C:C,'Détail 1'!A:A,A2)", "=SUMIFS('Détail 1'!C:C,'Détail 1'!A:A,A3)"),
    details(['1405512301', 'a', 4_000.25], ['1405512301', 'b', 6_000.25], ['1405512302', 'a', 20_000]),
    [],
  ],
  [
    'read cell by cell',
    ledgerWith('=Devis!B2', '=Devis!B3'),
    quotes(['1405512301', 10_000.5], ['1405512302', 20_000]),
    [],
  ],
  [
    'of cells elsewhere on their sheet',
    ledgerWith('=Devis!H20', '=Devis!H21'),
    quotes(['1405512301', 10_000.5], ['1405512302', 20_000]),
    ['Devis 30000.5'],
  ],
])('amounts of the ledger %s', (_, ledger, source, unread) => {
  expect(outcome(ledger, source)).toEqual([unread, 30_000.5]);
});

test('a sheet that one formula fills from the ledger is computed, every cell of it', () => {
  const spilled: Sheet = {
    name: 'PDE',
    rows: [HEADINGS, FIRST, SECOND],
    formulas: { A2: `=FILTER('Suivi 2023'!A2:G3,'Suivi 2023'!C2:C3="PDE")` },
    arrays: ['A2:G3'],
  };
  expect(outcome(ledgerWith(), spilled)).toEqual([[], 30_000.5]);
});

test('a ledger that one formula fills from the sheets of the months has read them', () => {
  const stacked: Sheet = {
    ...ledgerWith(),
    formulas: { A2: '=VSTACK(Janvier!A2:G2,Février!A2:G2)' },
    arrays: ['A2:G3'],
  };
  const months = (second: Row): readonly Sheet[] => [
    { name: 'Janvier', rows: [HEADINGS, FIRST] },
    { name: 'Février', rows: [HEADINGS, second] },
  ];
  expect(outcome(stacked, ...months(SECOND))).toEqual([[], 30_000.5]);
});

test('thousands of rows that take a cell each, of two sheets in turn, are read at once', () => {
  const count = 4_000;
  const rows = Array.from({ length: count }, (_, n): Row => {
    return [String(1_405_000_000 + n), `Marché ${n}`, 'PDE', DAY, n % 7, null, null];
  });
  const sheetOf = (name: string, part: number): Sheet => ({
    name,
    rows: [['N° EJ', 'Montant'], ...rows.map((row, n): Row => [row[0] ?? null, n % 2 === part ? (row[4] ?? null) : 0])],
  });
  const formulas = rows.map((_, n) => [`E${n + 2}`, `=${n % 2 === 0 ? 'Devis' : 'Bons'}!B${n + 2}`]);
  const ledger: Sheet = {
    name: 'Suivi',
    rows: [HEADINGS, ...rows],
    formulas: Object.fromEntries(formulas) as Record<string, string>,
  };
  const total = rows.reduce((sum, [, , , , ae]) => sum + Number(ae), 0);
  expect(outcome(ledger, sheetOf('Devis', 0), sheetOf('Bons', 1))).toEqual([[], total]);
});
