/**
 * Every figure of every document equals that of an independent oracle (Python, `every_figure.py`), to the cent, in our plan
 * and in LibreOffice after `calculateAll()`: the sample at four dates, and generated ledgers, clean and invalid, of the
 * four conventions and of generated ones. `LEDGERS=1000 FC_SEED=7` draws more, or others. The grid's own
 * calculation is in `grid.test.ts`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSample } from '../../scripts/build-sample';
import { parseConvention } from '../../src/conventions';
import { conventionFile } from '../support/convention-file';
import { anyConvention } from '../support/conventions';
import { isLibreOfficeInstalled, recalculateAll, type OfficeWorkbook } from '../support/readers/libreoffice';
import { DocumentReader } from '../support/readers/document-reader';
import { pythonHas } from '../support/readers/python';
import { SEED } from '../support/drawn-seed';
import { drawnCase, drawnCases, LEDGERS } from './ledgers';
import {
  comparedCases,
  comparedSample,
  countOracleFigures,
  differences,
  planned,
  type Compared,
  type Computed,
} from './compared-cases';

const DATES = ['2023-12-31', '2023-06-30', '2023-03-31', '2024-01-31'];
/** Ledgers of one batch: our plan of the next is made while LibreOffice computes the last. */
const AT_ONCE = 10;
const MILLISECONDS_OF_ONE = 60_000;
const cases = drawnCases(LEDGERS);
const names = [...DATES.map((date) => `the sample, ${date}`), ...cases.map(({ name }) => name)];

const hasOracle = pythonHas(['openpyxl']);
const hasOffice = isLibreOfficeInstalled();
const compared: Compared[] = [];
const office: OfficeWorkbook[] = [];
let folder = '';

beforeAll(async () => {
  if (!hasOracle) return;
  folder = mkdtempSync(join(tmpdir(), 'enveloppe-oracle-'));
  const file = join(folder, 'sample.xlsx');
  const sample = buildSample();
  writeFileSync(file, sample);
  compared.push(...(await comparedSample(sample, file, DATES)));
  let computing = computedBy(compared);
  for (let first = 0; first < cases.length; first += AT_ONCE) {
    const batch = await comparedCases(cases.slice(first, first + AT_ONCE));
    compared.push(...batch);
    office.push(...(await computing));
    computing = computedBy(batch);
  }
  office.push(...(await computing));
}, MILLISECONDS_OF_ONE * names.length);

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
});

async function computedBy(batch: readonly Compared[]): Promise<readonly OfficeWorkbook[]> {
  if (!hasOffice) return [];
  const files = batch.map(({ documented: { bytes } }, index) => {
    const file = join(folder, `${compared.length}-${index}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  });
  return recalculateAll(files, true);
}

/** The workbook of that rank. */
function at(index: number): Compared {
  const one = compared[index];
  if (!one) throw new Error(`${names[index] ?? index} was not made`);
  return one;
}

function shownInOffice(index: number): Computed {
  const sheets = new Map(office[index]?.sheets?.map((sheet) => [sheet.name, sheet]));
  return (name, row, column) => sheets.get(name)?.values[row]?.[column];
}

/** One cell made to show one euro more than it should: a comparison that does not find it proves nothing. */
function withOneEuroMore({ wanted }: Compared, computed: Computed): Computed {
  const victim = wanted.find(({ expected }) => typeof expected === 'number' && expected > 0);
  const isVictim = (sheet: string, row: number, column: number): boolean =>
    victim?.sheet === sheet && victim.row === row && victim.column === column;
  return (sheet, row, column) =>
    isVictim(sheet, row, column) ? Number(computed(sheet, row, column)) + 1 : computed(sheet, row, column);
}

const indexed = names.map((name, index) => [name, index] as const);
const describeWithOracle = hasOracle ? describe : describe.skip;

describeWithOracle(`${LEDGERS} ledgers drawn from ${SEED}, and the sample (skipped without python3-openpyxl)`, () => {
  test.each(indexed)('our plan, %s', (_, index) => {
    const one = at(index);
    expect([...one.problems, ...differences(one, planned(one))]).toEqual([]);
  });

  test('a figure that is wrong by one euro is found', () =>
    expect(differences(at(0), withOneEuroMore(at(0), planned(at(0))))).toHaveLength(1));

  test('there is something to compare: hundreds of figures for each ledger', () =>
    expect(countOracleFigures(compared)).toBeGreaterThan(500 * names.length));

  test('the figures are live: hundreds of formulas, on the team’s own table', () => {
    const formulas = new DocumentReader(at(0).documented.workbook, 'Bilan financier 2023').formulas();
    expect(formulas.length).toBeGreaterThan(200);
    expect(formulas.filter(({ formula }) => formula?.includes('SUMIFS(ENV_')).length).toBeGreaterThan(30);
  });
});

/** Ledgers on which the product and the oracle differed: seed, rank, their subject. */
const DIFFERED: readonly (readonly [seed: number, rank: number, subject: string])[] = [
  [1576024960, 0, 'an envelope over rows of which the first is « Soldé »'],
  [1576024960, 8, 'a retrait whose EJ has a name of the team'],
  [1576024960, 9, 'a payment due on the credits of the next year'],
  [1576024960, 13, 'movements after the credit year'],
  [184169728, 10, 'no table of movements in the workbook'],
  [184169728, 11, 'postes that another year gives'],
  [1092920576, 14, 'AE of no known year, in a convention of several'],
  [880001, 220, 'an amendment of credits that are not given'],
  [1241108024, 9, 'a retrait of an EJ committed in advance'],
  [912106880, 10, 'movements that name no poste, beside a poste of another year that a row names'],
  [20261201, 17, 'an unreadable payment on its day, of an EJ « à venir »'],
  [20261201, 39, 'a payment to come on an EJ « à venir »'],
  [4711, 5, 'a retrait on an EJ « à venir »'],
  [912106880, 17, 'a number in place of a date, in the system of 1904'],
  [20261202, 4, 'an amendment that is signed after the day'],
  [20261202, 10, 'a transfer to ask for, above what the convention allows without consent'],
  [2026120201, 89, 'a report above what the year before leaves'],
  [1081109312, 6, 'no column of AE, beside an opening RAP'],
  [1098075136, 2, 'small payments in k€ that are typed with a minus'],
  [20261202, 54, 'a reversement on an EJ whose AE cannot be read'],
  [308694016, 11, 'payments that leave out their EJ'],
];

describeWithOracle('ledgers that two programs read differently (skipped without python3-openpyxl)', () => {
  test.each(DIFFERED)('seed %i, rank %i: %s', async (seed, rank) => {
    const [one] = await comparedCases([drawnCase(rank, seed)]);
    if (!one) throw new Error('no ledger was drawn');
    expect([...one.problems, ...differences(one, planned(one))]).toEqual([]);
  });
});

const describeWithOffice = hasOracle && hasOffice ? describe : describe.skip;
describeWithOffice('in LibreOffice after calculateAll() (skipped without LibreOffice and python3-uno)', () => {
  test.each(indexed)('%s', (_, index) => expect(differences(at(index), shownInOffice(index))).toEqual([]));

  test('a figure that is wrong by one euro is found', () => {
    expect(differences(at(0), withOneEuroMore(at(0), shownInOffice(0)))).toHaveLength(1);
  });
});

test('the file of a convention, which the oracle reads, holds the whole convention, unless a generated name is repeated', () => {
  fc.assert(
    fc.property(anyConvention(), (convention) => {
      const read = parseConvention(JSON.parse(JSON.stringify(conventionFile(convention))));
      if (read.ok) expect(read.value).toEqual(convention);
      else expect(read.failure).toMatchObject({ problem: 'nameRepeated' });
    }),
  );
});
