/** `enveloppe report --consolidated`: the délégant's view, to the cent of the true operations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planSynthesis, SYNTHESIS_QUERIES } from '../../../src/application/lake/synthesis';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { namedQueries } from '../../../src/cli/lake/named-queries';
import { formatAmount } from '../../../src/messages/format';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { runOn } from '../../support/cli-machine';
import { AS_OF, bytesOf, drawWorkbook } from '../../support/lake/drawn-workbooks';
import { trueAnswers } from '../../support/lake/true-answers';
import { ledgerFile, ledgerRow } from '../../support/ledgers/ledger-file';
import { formulaOf, opened, sheetNamed, valueOf } from '../../support/readers/xlsx-read';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-synthesis-'));
const lake = nodeLake(loadDuckdb, new Set());
const output = join(folder, 'consolidation');
const drawn = Array.from({ length: 20 }, (_, seed) => drawWorkbook(seed, 4));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(files: Readonly<Record<string, Uint8Array>>, path: string): Promise<void> {
  await runOn({ files, lake }, ['export', ...Object.keys(files), '--output', path, '--as-of', AS_OF]);
}

async function synthesis(path: string): Promise<WorkbookSnapshot> {
  const target = join(folder, 'synthèse', 'synthèse.xlsx');
  const { code, out, error, files } = await runOn({ files: {}, lake }, [
    ...['report', '--consolidated', path, '--output', target],
  ]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('Synthèse, Plafonds, Dépassements');
  return opened(files.get(target) ?? new Uint8Array()).read();
}

/** The rows of a sheet under its headings, each with its number on the sheet. */
function rowsUnder(
  sheet: SheetSnapshot,
  heading: string,
): readonly { readonly row: number; readonly cells: readonly unknown[] }[] {
  const at = sheet.values.findIndex((row) => row[0] === heading);
  return sheet.values.slice(at + 1).map((cells, index) => ({ row: at + 2 + index, cells }));
}

describe('drawn workbooks', () => {
  let workbook: WorkbookSnapshot;
  let first: SheetSnapshot;
  beforeAll(async () => {
    await exported(Object.fromEntries(drawn.map((one) => [join(folder, one.file), bytesOf(one)])), output);
    workbook = await synthesis(output);
    first = sheetNamed(workbook, 'Synthèse');
  });

  test('a line for each envelope of each workbook, then a total of each convention and of all', () => {
    const read = drawn.filter(({ isBroken }) => !isBroken);
    const lines = rowsUnder(first, 'Convention').filter(({ cells }) => cells[2] !== null);
    expect(lines).toHaveLength(2 * read.length);
    const conventions = new Set(read.map(({ convention }) => convention));
    const totals = rowsUnder(first, 'Convention').filter(({ cells }) => String(cells[0]).startsWith('Total'));
    expect(totals).toHaveLength(conventions.size);
    for (const { cells } of totals) {
      const [truth] = trueAnswers(drawn)['plafonds']!.filter(
        (row) =>
          `Total ${row.convention}` === String(cells[0]).replaceAll('\u00a0', ' ') &&
          row.nature === 'AE' &&
          row.scope === 'envelope',
      );
      expect([cells[4], cells[5]]).toEqual([Number(truth?.allocated), Number(truth?.consumed)]);
    }
    const [whole] = rowsUnder(first, 'Convention').filter(({ cells }) => cells[0] === 'Ensemble');
    const cents = (column: number): number =>
      lines.reduce((sum, { cells }) => sum + Math.round(Number(cells[column]) * 100), 0);
    for (const column of [4, 5, 6, 8, 9, 10, 12]) expect(whole?.cells[column]).toBe(cents(column) / 100);
    expect(formulaOf(first, `F${whole?.row}`)).toMatch(/^=SUMIF\(\$C\$8:\$C\$\d+,"\?\*",\$F\$8:\$F\$\d+\)$/);
  });

  test('the head gives the rows that the totals leave out, with their sums', () => {
    const [head] = first.values.flat().filter((value) => String(value).startsWith('Hors des totaux'));
    const rows = trueAnswers(drawn)['non-lus']!.filter(({ kind }) => kind === 'rows');
    const sum = rows.reduce((total, { row_count: of }) => total + Number(of), 0);
    const ae = rows.reduce((total, { ae: of }) => total + Math.round(Number(of) * 100), 0);
    expect(String(head).replaceAll(/\s/g, ' ')).toContain(`${sum} lignes sans enveloppe`);
    expect(String(head)).toContain(`${formatAmount(ae, 'fr')} d’AE`);
  });

  test('each line opens its workbook, by a path from the synthesis', () => {
    const [line] = rowsUnder(first, 'Convention');
    const name = String(line?.cells[14]);
    const { file } = drawn.find((one) => one.file.endsWith(`/${name}`))!;
    expect(formulaOf(first, `O${line?.row}`)).toBe(`=HYPERLINK("../${file}","${name}")`);
  });

  test('a sheet for each query, with its rows', () => {
    const answers = trueAnswers(drawn);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      ...['Synthèse', 'Plafonds', 'Dépassements', 'RAP par âge', 'Demandes en retard', 'Non lus', 'EJ en double'],
      'Titulaires communs',
    ]);
    const counts = [
      'plafonds',
      'depassements',
      'rap-par-age',
      'demandes-en-retard',
      'non-lus',
      'ej-en-double',
    ] as const;
    counts.forEach((query, index) => {
      const sheet = workbook.sheets[index + 1]!;
      const rows = sheet.values.slice(3).filter(([cell]) => cell !== 'Aucune ligne.');
      expect([query, rows.length]).toEqual([query, answers[query]?.length]);
    });
    expect(valueOf(sheetNamed(workbook, 'Dépassements'), 'A1')).toContain('Plafonds dépassés');
  });
});

test('a figure that is not calculable is shown as such, and so is every total that it enters', async () => {
  const path = join(folder, 'sans-cp');
  const file = ledgerFile([ledgerRow({ 'Montant AE': 1_000.5 })], { headings: { 'Montant CP': 'Remarque' } });
  await exported({ [join(folder, 'sans "cp" #1.xlsx')]: file }, path);
  const sheet = sheetNamed(await synthesis(path), 'Synthèse');
  const rows = rowsUnder(sheet, 'Convention');
  expect(rows.map(({ cells }) => [cells[2], cells[5], cells[9], cells[11]])).toEqual([
    ['PDE', 1_000.5, 'non calculable', 'non calculable'],
    ['SF', 0, 'non calculable', 'non calculable'],
    [null, 1_000.5, 'non calculable', 'non calculable'],
    [null, 1_000.5, 'non calculable', 'non calculable'],
  ]);
  expect(formulaOf(sheet, `O${rows[0]?.row}`)).toBe('=HYPERLINK("../sans ""cp"" #1.xlsx","sans ""cp"" #1.xlsx")');
});

test('an empty consolidation is a workbook without a line', async () => {
  const path = join(folder, 'vide');
  const empty = await lake.begin(path);
  if (empty.ok) await empty.value.close();
  const workbook = await synthesis(path);
  for (const { values } of workbook.sheets) expect(values.flat()).toContain('Aucune ligne.');
});

test('a text that begins like a formula stays a text; the rows that are too many are counted', () => {
  const columns = [{ name: 'supplier', type: 'text' }] as const;
  const rows = Array.from({ length: 20_003 }, (): readonly string[] => ['=1+1']);
  const { steps } = planSynthesis({
    answers: new Map([['titulaires-communs', { columns, rows }]]),
    madeOn: isoDate('2024-01-15'),
    linkOf: (file) => file,
  });
  const cells = steps.flatMap((step) =>
    step.kind === 'setCells' && step.sheet === 'Titulaires communs' ? step.cells : [],
  );
  expect(cells[3]).toEqual([{ value: '=1+1', style: 'text' }]);
  expect(cells).toHaveLength(3 + 20_000 + 1);
  expect(String(cells.at(-1)?.[0]?.value)).toMatch(/3\sautres\slignes/);
});

test('every query of the synthesis is a named one', () => {
  const names = namedQueries().map(({ name }) => name);
  expect(SYNTHESIS_QUERIES.filter((query) => !names.includes(query))).toEqual([]);
});

test.each([
  ['report --consolidated lac', /report attend --output/],
  ['report a.xlsx --consolidated lac --output s.xlsx', /ne prend aucun classeur/],
  ['report --consolidated lac --output s.xlsm', /\.xlsx/],
  [
    'report --consolidated lac --output s.xlsx --as-of 2023-12-31',
    /l’option --as-of ne sert à rien avec --consolidated/,
  ],
  ['report --consolidated lac --output s.xlsx --only bilan', /--only ne sert à rien avec --consolidated/],
  ['report --consolidated lac --output s.xlsx --freeze', /--freeze ne sert à rien avec --consolidated/],
  ['report --convention mildeca-dga-2023 --consolidated lac --output s.xlsx', /--convention ne sert à rien/],
  ['report --consolidated lac --output s.xlsx --map A=B', /--map ne sert à rien/],
  ['report --consolidated lac --output s.xlsx --ledger Suivi', /--ledger ne sert à rien/],
  ['report --consolidated lac --output s.xlsx --author Zoé', /--author ne sert à rien/],
  [
    'report --consolidated lac --output s.xlsx --timeout 5 --lang en',
    /option --timeout has no use with --consolidated/,
  ],
  ['report --consolidated lac --output here.xlsx', /existe déjà/],
  ['report --consolidated nowhere --output s.xlsx', /n’est pas une consolidation/],
])('%s', async (command, sentence) => {
  const { code, error, files } = await runOn({ files: { 'here.xlsx': 'x' }, lake }, command);
  expect(code).toBe(2);
  expect(error).toMatch(sentence);
  expect([...files.keys()]).toEqual(['here.xlsx']);
});
