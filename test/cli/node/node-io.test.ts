/** The real machine, in a temporary folder: nothing is replaced or left half written. The command before the build. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { PORTABLE_CODEC } from '../../../src/adapters/xlsx/package/codec';
import { nodeIo } from '../../../src/cli/node/node-io';
import { partsOf } from '../../support/readers/xlsx-package';

const NODE_IO = nodeIo({
  tell: () => undefined,
  announce: () => undefined,
  listen: () => undefined,
  hold: async (work) => work(),
  holdNow: (work) => work(),
});
const folder = mkdtempSync(join(tmpdir(), 'enveloppe-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a new file is written, an existing one is kept, a bad path is refused', async () => {
  const path = join(folder, 'copie.xlsx');
  expect(await NODE_IO.exists(path)).toBe(false);
  expect(await NODE_IO.writeNew(path, new Uint8Array([1, 2]), null)).toEqual({ ok: true, value: null });
  expect(await NODE_IO.exists(path)).toBe(true);
  expect(await NODE_IO.writeNew(path, new Uint8Array([3]), null)).toEqual({
    ok: false,
    failure: { code: 'fileExists', path },
  });
  expect([...readFileSync(path)]).toEqual([1, 2]);
  const nowhere = join(folder, 'absent', 'x.xlsx');
  expect(await NODE_IO.writeNew(nowhere, new Uint8Array(), null)).toEqual({
    ok: false,
    failure: { code: 'fileUnwritable', path: nowhere },
  });
  const tooLong = join(folder, `${'x'.repeat(300)}.xlsx`);
  expect(await NODE_IO.writeNew(tooLong, new Uint8Array(), null)).toEqual({
    ok: false,
    failure: { code: 'fileUnwritable', path: tooLong },
  });
  expect(readdirSync(folder)).toEqual(['copie.xlsx']);
});

test('a folder is written completely or not at all, and one that is not empty is kept', async () => {
  const path = join(folder, 'jeu');
  const files = [
    ['a.csv', new Uint8Array([1])],
    ['b.csv', new Uint8Array([2])],
  ] as const;
  expect(await NODE_IO.writeFolder(path, files)).toEqual({ ok: true, value: null });
  expect(readdirSync(path).sort()).toEqual(['a.csv', 'b.csv']);
  expect(await NODE_IO.writeFolder(path, files)).toEqual({ ok: false, failure: { code: 'fileExists', path } });
  mkdirSync(join(folder, 'vide'));
  expect((await NODE_IO.writeFolder(join(folder, 'vide'), files)).ok).toBe(true);
  const broken = join(folder, 'moitié');
  const badFiles = [...files, ['sous/dossier.csv', new Uint8Array([3])]] as const;
  expect(await NODE_IO.writeFolder(broken, badFiles)).toEqual({
    ok: false,
    failure: { code: 'fileUnwritable', path: broken },
  });
  expect(await NODE_IO.exists(broken)).toBe(false);
  const nowhere = join(folder, 'absent', 'jeu');
  expect(await NODE_IO.writeFolder(nowhere, files)).toEqual({
    ok: false,
    failure: { code: 'fileUnwritable', path: nowhere },
  });
  for (const name of ['jeu', 'vide']) rmSync(join(folder, name), { recursive: true });
});

test('a folder or a pattern without a workbook is no missing file', async () => {
  const empty = join(folder, 'sans-classeur');
  mkdirSync(empty);
  for (const path of [empty, join(empty, '*.xlsx')])
    expect(await NODE_IO.expand([path])).toEqual({ ok: false, failure: { code: 'fileMissing', path, isEmpty: true } });
  rmSync(empty, { recursive: true });
});

test('its codec gives the same bytes as the portable one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: -1, max: 1 }), (data, off) => {
      const packed = deflateRawSync(data);
      const size = Math.max(0, data.length + off);
      expect(NODE_IO.codec.inflate(packed, size) === null).toBe(PORTABLE_CODEC.inflate(packed, size) === null);
      expect(NODE_IO.codec.inflate(packed, data.length)).toEqual(Buffer.from(data));
      expect(PORTABLE_CODEC.inflate(NODE_IO.codec.deflate(data), data.length)).toEqual(data);
      expect(NODE_IO.codec.crc32(data)).toBe(PORTABLE_CODEC.crc32(data));
    }),
  );
  expect(NODE_IO.codec.inflate(new Uint8Array([0xff, 0xff]), 10)).toBeNull();
});

test('its codec gives back the memory of a large part at once; a small one may share its buffer with others', () => {
  const contents = [100, 50_000_000].map((size) => NODE_IO.codec.inflate(deflateRawSync(new Uint8Array(size)), size)!);
  const before = process.memoryUsage().arrayBuffers;
  for (const content of contents) NODE_IO.codec.release?.(content);
  expect(contents.map(({ length }) => length)).toEqual([100, 0]);
  expect(process.memoryUsage().arrayBuffers).toBeLessThan(before - 49_000_000);
});

test.each([6, 0] as const)(
  'a large sheet is read, and read again from the same bytes: level %i of deflate',
  (level) => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `<row><c><v>${row}</v></c></row>`).join('');
    const parts = Object.entries(partsOf({ sheets: [{ name: 'Suivi', rows }] }));
    const utf8 = new TextEncoder();
    const bytes = zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, utf8.encode(xml)])), { level });
    const lastRows = [1, 2].map(() => {
      const file = openXlsx(bytes, NODE_IO.codec);
      return file.ok && file.value.read().sheets[0]?.values.at(-1);
    });
    expect(lastRows).toEqual([[39_999], [39_999]]);
  },
);

test('the command prints one sentence when it is not built', () => {
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(__dirname, '../../../bin/enveloppe.js'), join(folder, 'bin', 'enveloppe.js'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'bin', 'enveloppe.js'), 'check', 'x.xlsx'],
    { encoding: 'utf8' },
  );
  expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toContain('npm run build');
});

test('one workbook by two of its paths is read once, by the first', async () => {
  const here = 'package.json';
  expect(await NODE_IO.expand([here, `./${here}`, join(process.cwd(), here)])).toEqual({ ok: true, value: [here] });
});
