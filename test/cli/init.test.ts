/** `enveloppe init`: a new workbook for each known convention. */
import { REGISTER_SHEETS } from '../../src/workbook/registers/register-sheets';
import { KNOWN_CONVENTIONS, loadConvention } from '../../src/conventions/index';
import file2023 from '../../src/conventions/dgefp-dge-2023.json';
import { readConventionTables } from '../../src/workbook/convention/convention-tables';
import { runOn } from '../support/cli-machine';
import { opened } from '../support/readers/xlsx-read';

test.each(KNOWN_CONVENTIONS)('%s: the tables read back the same, and the empty ledger is found', async (id) => {
  const { code, out, error, files } = await runOn({ files: {} }, `init --convention ${id} --output neuf.xlsx`);
  expect([code, out, error]).toEqual([0, 'Écrit\u00a0: neuf.xlsx (Convention, Suivi)\n', '']);
  const workbook = opened(files.get('neuf.xlsx')!).read();
  const known = loadConvention(id);
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    ...REGISTER_SHEETS.map(({ sheet }) => sheet),
    'Suivi',
    'Journal',
  ]);
  expect(REGISTER_SHEETS.length).toBeLessThanOrEqual(6);
  expect(readConventionTables(workbook)).toEqual({ ok: true, value: known.ok && known.value });
  const checked = await runOn({ files: { 'neuf.xlsx': files.get('neuf.xlsx')! } }, 'check neuf.xlsx --format json');
  expect(checked.error).toBe('');
  expect(JSON.parse(checked.out)).toMatchObject({ convention: id, rows: { read: 0, unchecked: 0 } });
  expect(checked.out).not.toContain('DON-08');
});

test('a convention from a file', async () => {
  const json = JSON.stringify({ ...file2023, id: 'ailleurs' });
  const { code, files } = await runOn({ files: { 'c.json': json } }, 'init --convention c.json --output neuf.xlsx');
  const read = readConventionTables(opened(files.get('neuf.xlsx')!).read());
  expect([code, read.ok && read.value?.id]).toEqual([0, 'ailleurs']);
});

test('the help names the known conventions', async () => {
  const { out } = await runOn({ files: {} }, '--help');
  for (const id of KNOWN_CONVENTIONS) expect(out).toContain(id);
});

describe('refusals write nothing', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no convention', 'init --output neuf.xlsx', /init attend --convention/],
    ['a convention that nobody knows', 'init --convention dgefp-dge-2032 --output neuf.xlsx', /dgefp-dge-2032/],
    ['no workbook to create', 'init --convention dgefp-dge-2023', /init attend --output/],
    ['another kind of file', 'init --convention dgefp-dge-2023 --output neuf.pdf', /\.xlsx/],
    ['a workbook to read', 'init ancien.xlsx --convention dgefp-dge-2023 --output neuf.xlsx', /n’en lit aucun/],
    ['a file that exists', 'init --convention dgefp-dge-2023 --output ancien.xlsx', /« ancien\.xlsx » existe déjà/],
  ];
  test.each(cases)('%s', async (_, command, sentence) => {
    const { code, out, error, files } = await runOn({ files: { 'ancien.xlsx': 'x' } }, command);
    expect([code, out, [...files.keys()]]).toEqual([2, '', ['ancien.xlsx']]);
    expect(error.replaceAll('\u00a0', ' ')).toMatch(sentence);
  });
});
