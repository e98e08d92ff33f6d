/**
 * The documents computed by others: LibreOffice after `calculateAll()`, and the grid of the workbench, over the sample and over generated
 * ledgers, clean and spoilt. Every formula must give the result that we wrote beside it, to the cent.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSample } from '../../scripts/build-sample';
import { blankXlsx } from '../../src/adapters/xlsx/blank';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { control } from '../../src/application/control';
import { planDocuments } from '../../src/application/documents';
import { documentsOf } from '../../src/documents/document';
import { KNOWN_CONVENTIONS, loadConvention } from '../../src/conventions';
import { planInitialise } from '../../src/application/initialise';
import { openDossier } from '../../src/application/open-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { conventionAt } from '../../src/domain/envelopes/credit-years';
import { envelopeFieldOf, rulesNaming } from '../../src/domain/envelopes/envelope-field';
import { Euros } from '../../src/domain/money/euros';
import type { Result } from '../../src/domain/result';
import type { GridPlace } from '../../src/host/grid';
import { createHeadlessGrid } from '../../src/host/univer/headless';
import { importWorkbook } from '../../src/workbench/import';
import type { CellValue } from '../../src/workbook/cells';
import { FIELD_NAMES } from '../../src/workbook/names';
import type { WritePlan } from '../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { cleanLedger, EARLIER_EJ, spoiltLedger } from '../support/any-ledger';
import { anyConvention, convention2023 } from '../support/conventions';
import { DocumentReader } from '../support/document-reader';
import { ledgerSteps } from '../support/ledger-workbook';
import { describeWithLibreOffice, recalculateAll, type OfficeWorkbook } from '../support/libreoffice';

const BILAN = 'Bilan financier 2023';
const usual: Convention = { ...convention2023(), rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(73_032_00) }] };
const SEED = 2023;
const LONG = 180_000;
/** Files of one session of LibreOffice. */
const AT_ONCE = 40;
const DATE_COLUMNS: readonly number[] = [3, 5, 6];

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function applied(bytes: Uint8Array, planOf: (workbook: WorkbookSnapshot) => WritePlan): Uint8Array {
  const file = valueOf(openXlsx(bytes));
  return valueOf(file.apply(planOf(file.read())));
}

function withDocuments(bytes: Uint8Array, day: string): Uint8Array {
  return applied(bytes, (workbook) => {
    const dossier = valueOf(openDossier(workbook));
    const every = documentsOf(conventionAt(dossier.convention, isoDate(day))).map(({ id }) => id);
    return valueOf(planDocuments(dossier, control(dossier, isoDate(day)), every));
  });
}

function fileOf(ledger: readonly (readonly CellValue[])[], convention: Convention, day: string, isTable: boolean): Uint8Array {
  const steps = [{ kind: 'addSheet', sheet: 'Suivi' } as const, ...ledgerSteps(ledger, isTable)];
  const typed = applied(blankXlsx(), () => ({ purpose: 'initialise', expected: [], steps }));
  return withDocuments(
    applied(typed, (workbook) => valueOf(planInitialise(workbook, convention))),
    day,
  );
}

interface Given {
  readonly name: string;
  readonly documents: readonly string[];
  readonly bytes: Uint8Array;
}

/** The sample with a wrong result beside one formula: a comparison that does not find it proves nothing. */
function planted(bytes: Uint8Array): Uint8Array {
  return applied(bytes, (workbook) => {
    const { address, formula = '' } = new DocumentReader(workbook, BILAN).find('Total PDE', 'Engagées');
    const place = { top: Number(address.slice(1)) - 1, left: address.charCodeAt(0) - 65 };
    return { purpose: 'repair', expected: [], steps: [{ kind: 'setCells', sheet: BILAN, ...place, cells: [[{ value: 1, formula }]] }] };
  });
}

const days = ['2023-12-31', '2023-06-30', '2024-01-31', '2023-03-01'];
const sheetsOf = (convention: Convention): readonly string[] => documentsOf(convention).map(({ sheet }) => sheet);

/** The ledgers of a kind, in tables and in plain ranges, at several dates. */
function filesOf(kind: string, cases: readonly (readonly [Convention, readonly (readonly CellValue[])[]])[]): readonly Given[] {
  return cases.map(([convention, ledger], index) => ({
    name: `${kind} ${index}`,
    documents: sheetsOf(conventionAt(convention, isoDate(days[index % days.length] ?? ''))),
    bytes: fileOf(ledger, convention, days[index % days.length] ?? '', index % 3 !== 2),
  }));
}

/** How many ledgers of each kind; `LEDGERS=70` compares more than two hundred. */
const drawn = { numRuns: Number(process.env.LEDGERS ?? 8), seed: SEED };
const sample: Given = { name: 'the sample', documents: sheetsOf(usual), bytes: withDocuments(buildSample(), '2023-12-31') };
const wrong: Given = { ...sample, name: 'a planted result', bytes: planted(sample.bytes) };
const clean = filesOf('clean ledger', fc.sample(fc.tuple(fc.constant(usual), cleanLedger()), drawn));
const spoilt = filesOf('spoilt ledger', fc.sample(fc.tuple(fc.constant(usual), spoiltLedger()), drawn));
const products = KNOWN_CONVENTIONS.filter((id) => id !== 'dgefp-dge-2023').flatMap(ofTheProduct);
const others = filesOf('other convention', fc.sample(fc.tuple(anyConvention(), cleanLedger()).map(onItsAxes), drawn));

/** A ledger of each other convention that comes with the product, in its own codes, postes and year, at three dates. */
function ofTheProduct(id: string): readonly Given[] {
  const convention = valueOf(loadConvention(id));
  const field = envelopeFieldOf(convention);
  const names = convention.envelopes.map(({ code, label }) => rulesNaming(convention, field).find(({ envelope }) => envelope === code)?.value ?? label);
  const shift = (convention.creditYear - 2023) * 365;
  const [ledger = []] = fc.sample(cleanLedger(), { numRuns: 1, seed: SEED });
  const cells = ledger.map((row, index): CellValue[] => {
    if (index === 0) return [FIELD_NAMES[field], ...row.slice(1)];
    const lines = convention.envelopes[index % names.length]?.lines ?? [];
    const moved = row.map((cell, column) => (DATE_COLUMNS.includes(column) && typeof cell === 'number' ? cell + shift : cell));
    return [names[index % names.length] ?? null, lines[index % Math.max(1, lines.length)]?.label ?? null, ...moved.slice(2)];
  });
  return ['12-31', '06-30', '02-28'].map((day, index) => {
    const date = `${convention.creditYear}-${day}`;
    const documents = sheetsOf(conventionAt(convention, isoDate(date)));
    return { name: `${id} at ${date}`, documents, bytes: fileOf(cells, convention, date, index !== 1) };
  });
}

/** The ledger charged on the envelopes of another convention. */
function onItsAxes([convention, ledger]: [Convention, CellValue[][]]): [Convention, CellValue[][]] {
  const axes = convention.envelopes.map(({ label }) => label);
  return [convention, ledger.map((row, index) => (index === 0 ? row : [axes[index % axes.length] ?? null, ...row.slice(1)]))];
}

function placeOf(sheetId: string, address: string): GridPlace {
  return { sheetId, row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - 65 };
}

type Computed = (sheet: string, row: number, column: number) => unknown;

/** The formula cells that another engine shows differently, as a person would report them. */
function differences({ bytes, documents }: Given, computed: Computed): string[] {
  const workbook = valueOf(openXlsx(bytes)).read();
  return documents.flatMap((sheet) =>
    new DocumentReader(workbook, sheet).formulas().flatMap(({ address, value, formula }) => {
      const column = address.charCodeAt(0) - 65;
      const found = computed(sheet, Number(address.slice(1)) - 1, column);
      const isSame = typeof value === 'number' && typeof found === 'number' ? isSameNumber(value, found, formula) : value === found;
      return isSame ? [] : [`${sheet}!${address}: wrote ${JSON.stringify(value)}, computed ${JSON.stringify(found)} by ${formula ?? ''}`];
    }),
  );
}

/** Amounts to the cent. LibreOffice's ROUNDDOWN loses the last digits of a rate of some thousands, such as that of a ceiling of 3 cents. */
function isSameNumber(written: number, computed: number, formula: string | undefined): boolean {
  const isHugeRate = formula?.includes('ROUNDDOWN') === true && Math.abs(written) > 1_000;
  return Math.abs(written - computed) < (isHugeRate ? Math.abs(written) * 1e-7 : 0.000_01);
}

test('there is something to compare: hundreds of formulas, on the team’s own table', () => {
  const bilan = new DocumentReader(valueOf(openXlsx(sample.bytes)).read(), BILAN);
  expect(bilan.formulas().length).toBeGreaterThan(200);
  expect(bilan.formulas().filter(({ formula }) => formula?.includes('SUMIFS(T_Suivi')).length).toBeGreaterThan(30);
});

describeWithLibreOffice('LibreOffice computes the same', () => {
  const given = [sample, ...clean, ...spoilt, ...others, ...products, wrong];
  let folder = '';
  const office: OfficeWorkbook[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'enveloppe-documents-'));
    const files = given.map(({ bytes }, index) => {
      const file = join(folder, `${index}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    for (let first = 0; first < files.length; first += AT_ONCE) office.push(...(await recalculateAll(files.slice(first, first + AT_ONCE))));
  }, LONG * Math.ceil(given.length / AT_ONCE));

  afterAll(() => rmSync(folder, { recursive: true }));

  const computedBy = (index: number): Computed => {
    const sheets = office[index]?.sheets ?? [];
    return (name, row, column) => sheets.find((sheet) => sheet.name === name)?.values[row]?.[column];
  };
  test.each(given.slice(0, -1).map((one, index) => [one.name, one, index] as const))('%s', (_, one, index) =>
    expect(differences(one, computedBy(index))).toEqual([]),
  );
  test('a planted result is found', () => expect(differences(wrong, computedBy(given.length - 1))).toHaveLength(1));
});

describe('the grid of the workbench computes the same', () => {
  const found = async (one: Given): Promise<readonly string[]> => {
    const grid = createHeadlessGrid(valueOf(importWorkbook(one.bytes, one.name, (text) => text.length * 7)));
    try {
      const ids = new Map(grid.sheets().map((sheet) => [sheet.name, sheet.id]));
      const workbook = valueOf(openXlsx(one.bytes)).read();
      grid.recalculate(
        one.documents.flatMap((sheet) =>
          new DocumentReader(workbook, sheet).formulas().map(({ address }) => placeOf(ids.get(sheet) ?? '', address)),
        ),
      );
      await grid.calculated();
      return differences(
        one,
        (sheet, row, column) => grid.readValues(ids.get(sheet) ?? '', { top: row, left: column, rows: 1, columns: 1 })[0]?.[0],
      );
    } finally {
      grid.dispose();
    }
  };
  const few = [sample, ...clean.slice(0, 2), ...spoilt.slice(1, 3), ...others.slice(0, 2), ...products.slice(0, 1)];
  test.each(few.map((one) => [one.name, one] as const))('%s', async (_, one) => expect(await found(one)).toEqual([]), LONG);
  test('a planted result is found', async () => expect(await found(wrong)).toHaveLength(1), LONG);
});
