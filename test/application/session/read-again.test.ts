/** A workbook read again: opened again only where something changed, whatever changed. */
import type { Dossier } from '../../../src/application/dossier';
import { openDossier } from '../../../src/application/open-dossier';
import { LedgerDesk } from '../../../src/application/session/ledger-desk';
import { drain } from '../../../src/domain/slices';
import { isSameWorkbook } from '../../../src/workbook/same-workbook';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { HandTimers } from '../../support/excel/memory-workbook';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const LEDGER = [
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE",
  'PDE | Frais annexes | 1400000001 | 15/02/2023 | 1000',
  'SF | Prestations | 1400000002 | 01/03/2023 | 2000',
].join('\n');

/** The workbook of one reading; nothing in it is shared with that of another. */
const readingOf = (text = LEDGER): WorkbookSnapshot => structuredClone(ledgerWorkbook(convention2023(), text));

async function opened(desk: LedgerDesk, workbook: WorkbookSnapshot): Promise<Dossier> {
  const dossiers: Dossier[] = [];
  await desk.open(workbook, null, (result) => void (result.ok && dossiers.push(result.value)));
  const [dossier] = dossiers;
  if (!dossier) throw new Error('no dossier');
  return dossier;
}

type Change = (workbook: WorkbookSnapshot) => WorkbookSnapshot;

const onLedger =
  (change: (sheet: SheetSnapshot) => Partial<SheetSnapshot>): Change =>
  (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === 'Suivi' ? { ...sheet, ...change(sheet) } : sheet)),
  });

const CHANGES: readonly (readonly [string, Change])[] = [
  ['an amount', onLedger(({ values }) => ({ values: values.map((line) => line.map((v) => (v === 1000 ? 1001 : v))) }))],
  ['an amount that becomes an error', onLedger(({ values }) => ({ values: [...values.slice(0, -1), lost(values)] }))],
  ['a row less', onLedger(({ values }) => ({ values: values.slice(0, -1) }))],
  ['a formula', onLedger(() => ({ formulas: new Map([[formulaKey(1, 4), '=500*2']]) }))],
  ['a hidden row', onLedger(() => ({ hiddenRows: new Set([2]) }))],
  ['a hidden column', onLedger(() => ({ hiddenColumns: new Set([4]) }))],
  ['a crossed-out cell', onLedger(() => ({ struck: new Set([formulaKey(2, 4)]) }))],
  ['a number shown as a date', onLedger(() => ({ shown: new Map([[formulaKey(2, 4), { kind: 'date' as const }]]) }))],
  ['the name of the sheet', onLedger(() => ({ name: 'Suivi 2' }))],
  ['a protected sheet', onLedger(({ isProtected }) => ({ isProtected: !isProtected }))],
  ['a place', onLedger(({ used }) => ({ used: used && { ...used, top: used.top + 1 } }))],
  ['a sheet less', (workbook) => ({ ...workbook, sheets: workbook.sheets.slice(0, -1) })],
  ['a table less', (workbook) => ({ ...workbook, tables: workbook.tables.slice(0, -1) })],
  [
    'a defined name',
    (workbook) => ({ ...workbook, names: [...workbook.names, { name: 'N', scope: null, refersTo: '=Suivi!$A$1' }] }),
  ],
  ['the date system', (workbook) => ({ ...workbook, uses1904Dates: true })],
];

const lost = (values: SheetSnapshot['values']): SheetSnapshot['values'][number] =>
  (values.at(-1) ?? []).map((value) => (value === 2000 ? { error: '#N/A' } : value));

test('where nothing changed, its dossier is that of the last reading, over the new snapshot', async () => {
  const desk = new LedgerDesk(new HandTimers());
  const first = await opened(desk, readingOf());
  const workbook = readingOf();
  const again = await opened(desk, workbook);
  expect(again.ledger).toBe(first.ledger);
  expect(again.account).toBe(first.account);
  expect(again.workbook).toBe(workbook);
  expect(again).toEqual(first);
});

test.each(CHANGES)('%s is a change', (_, change) => {
  expect(drain(isSameWorkbook(readingOf(), change(readingOf())))).toBe(false);
  expect(drain(isSameWorkbook(change(readingOf()), readingOf()))).toBe(false);
  expect(drain(isSameWorkbook(change(readingOf()), change(readingOf())))).toBe(true);
});

test('after a change, and after it is undone, the dossier is that of a first reading', async () => {
  const desk = new LedgerDesk(new HandTimers());
  for (const text of [LEDGER, LEDGER.replace('1000', '1500'), LEDGER]) {
    const { ledger, account } = await opened(desk, readingOf(text));
    const fresh = openDossier(readingOf(text));
    expect(fresh).toMatchObject({ ok: true, value: { ledger, account } });
  }
});

test('the choice of another ledger opens the same workbook again', async () => {
  const desk = new LedgerDesk(new HandTimers());
  const found: (string | readonly string[])[] = [];
  for (const ledger of [null, 'Absente', null])
    await desk.open(readingOf(), ledger, (result) => void found.push(result.ok ? 'opened' : result.failure.code));
  expect(found).toEqual(['opened', expect.not.stringMatching('opened'), 'opened']);
});
