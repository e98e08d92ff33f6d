/** Runs of hidden rows of the ledger, hidden by their sheet or by a filter. */
import type { Ledger } from '../../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../../src/workbook/cells';
import { chooseLedgers } from '../../../../src/workbook/ledger/choice/choose-ledgers';
import { blocksOf, findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { rowNumber } from '../../../../src/workbook/ledger/ledger-source';
import { readLedger } from '../../../../src/workbook/ledger/read-ledger';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../../src/workbook/snapshot';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'];
const AMOUNTS = [100, 200, null, 300, 400, 500];

/** A ledger on rows 1 to 7 of a sheet; the row of the null is blank. */
function sheetOf(
  name: string,
  hidden: readonly number[],
  visibility: SheetSnapshot['visibility'] = 'visible',
): SheetSnapshot {
  const rows = AMOUNTS.map((amount, index): CellValue[] =>
    amount === null ? [null, null, null, null] : ['PDE', `140000000${index}`, 45_000 + index, amount],
  );
  const values = [HEADINGS, ...rows];
  const used = { top: 0, left: 0, rows: values.length, columns: HEADINGS.length };
  return {
    id: name,
    name,
    visibility,
    isProtected: false,
    used,
    values,
    formulas: new Map(),
    hiddenRows: new Set(hidden.map((row) => row - 1)),
  };
}

function ledgerOf(...sheets: readonly SheetSnapshot[]): Ledger {
  const workbook: WorkbookSnapshot = { sheets, tables: [], names: [], uses1904Dates: false, structureProtected: false };
  const candidates = findLedgers(workbook, []);
  const chosen = chooseLedgers(
    workbook,
    candidates,
    sheets.map(({ name }) => name),
  );
  if (!chosen.ok) throw new Error(chosen.failure.code);
  return readLedger(workbook, blocksOf(chosen.value.chosen)).ledger;
}

const runs = ({ hidden }: Ledger) => hidden.map(({ first, count, what }) => `${what} ${rowNumber(first)} +${count}`);

test.each`
  hidden       | expected
  ${[]}        | ${[]}
  ${[3]}       | ${['rows 3 +1']}
  ${[2, 3, 6]} | ${['rows 2 +2', 'rows 6 +1']}
  ${[3, 4, 5]} | ${['rows 3 +2']}
  ${[1]}       | ${[]}
  ${[40]}      | ${[]}
`('rows $hidden of the sheet hidden: $expected', ({ hidden, expected }: { hidden: number[]; expected: string[] }) => {
  const ledger = ledgerOf(sheetOf('Suivi', hidden));
  expect(runs(ledger)).toEqual(expected);
  expect(ledger.rows).toHaveLength(5);
});

test('a hidden sheet is one run, whatever its rows', () => {
  expect(runs(ledgerOf(sheetOf('Janvier', [2], 'hidden'), sheetOf('Février', [2])))).toEqual([
    'sheet 2 +5',
    'rows 2 +1',
  ]);
});

test('rows hidden at the end of a sheet and at the beginning of the next are two runs', () => {
  expect(runs(ledgerOf(sheetOf('Janvier', [7]), sheetOf('Février', [2])))).toEqual(['rows 7 +1', 'rows 2 +1']);
});
