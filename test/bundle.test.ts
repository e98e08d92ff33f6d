/**
 * The built add-in, as it will be served: what it weighs (printed, and held to its budget), what it must not carry, and
 * whether the page, the manifest and the descriptions agree. `node scripts/build.mjs addin` makes it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { FUNCTION_NAMES } from '../src/application/functions/function-answers';
import { COMMANDS } from '../src/commands/ribbon';
import { elementsNamed, manifestFaults, manifestTree } from './support/manifest-faults';
import { readSources } from './support/tidy/sources';

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');
/** kB, gzip, without Office.js. */
const BUDGETS = { functions: 30, pane: 240 };

function read(name: string): string {
  const file = join(DIST, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: run node scripts/build.mjs addin`);
  return readFileSync(file, 'utf8');
}

function kilobytes(text: string): number {
  return gzipSync(text, { level: 9 }).length / 1000;
}

/** Builds that end at another moment write in these folders of `dist/`, which are empty for a while. */
test.each(['workbench', 'cli', 'lib', 'samples', 'deploy'])('the build of the add-in keeps dist/%s', (folder) => {
  // oxlint-disable-next-line typescript/no-require-imports -- a configuration in CommonJS, without types
  const [{ output }] = (require('../webpack.config.js') as () => [{ output: { clean: { keep: RegExp } } }])();
  const { keep } = output.clean;
  expect([folder, `${folder}/a.js`, `${folder}-2`, `a/${folder}`].map((path) => keep.test(path))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

const page = read('taskpane.html');
const addresses = [...page.matchAll(/<script[^>]* src="?([^"> ]+)/g)].map(([, address]) => address ?? '');
const ours = addresses.filter((address) => !address.endsWith('/office.js'));
const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js'));

test('the threads of the command line start from the code that the build compiled, which this Node takes', () => {
  const program = `require('node:module').wrap(require('node:fs').readFileSync('worker.js', 'utf8'))`;
  const isRefused = (text: string): string => {
    const script = `new (require('node:vm').Script)(${text}, { cachedData: require('node:fs').readFileSync('worker.compiled') })`;
    // a process of its own: the code also depends on the options of V8, and jest has some
    const asked = ['--no-regexp-tier-up', '-p', `${script}.cachedDataRejected`]; // the option that thread.ts sets
    return execFileSync(process.execPath, asked, { cwd: join(DIST, 'cli'), encoding: 'utf8' }).trim();
  };
  expect(isRefused(program)).toBe('false');
  expect(isRefused(`${program} + ' '`)).toBe('true');
});

describe('weight', () => {
  const functions = kilobytes(read('functions.js'));
  const pane = ours.map(read).map(kilobytes);
  const total = pane.reduce((sum, size) => sum + size, 0);

  test(`functions: ${functions.toFixed(1)} kB of ${BUDGETS.functions}`, () =>
    expect(functions).toBeLessThanOrEqual(BUDGETS.functions));

  test(`pane at the start, functions included: ${total.toFixed(1)} kB of ${BUDGETS.pane}`, () =>
    expect(total).toBeLessThanOrEqual(BUDGETS.pane));
});

describe('the page', () => {
  test('loads Office.js first, then the functions, then the pane', () => {
    expect(addresses).toEqual([
      expect.stringMatching(/office\.js$/),
      expect.stringMatching(/^functions\.[0-9a-f]+\.js$/),
      expect.stringMatching(/^taskpane\.[0-9a-f]+\.js$/),
    ]);
  });

  test('has a policy without a way out, and no script of its own', () => {
    expect(page).toMatch(/Content-Security-Policy"? content="default-src 'none'; script-src 'self'/);
    expect(page).not.toMatch(/<script>|unsafe-eval/);
  });
});

describe('the scripts', () => {
  test.each(scripts)('%s needs no eval and names no machine', (name) => {
    const code = read(name);
    expect(code.match(/\beval\(|new Function\(/g)).toBeNull();
    expect(code.match(/localhost|127\.0\.0\.1/g)).toBeNull();
  });

  test('every function and every button is registered as soon as the first script is run', () => {
    const [registered, associated]: string[][] = [[], []];
    const CustomFunctions = { associate: (id: string) => registered?.push(id) };
    const page = { CustomFunctions, Office: { actions: { associate: (id: string) => associated?.push(id) } } };
    runInNewContext(read('functions.js'), Object.assign(page, { self: page }));
    expect(registered).toEqual([...FUNCTION_NAMES]);
    expect(associated).toEqual(Object.keys(COMMANDS));
  });

  test('the address that the manifest names is a copy of the script of the page', () => {
    const inPage = addresses.find((address) => address.startsWith('functions.')) ?? '';
    expect(read('functions.js')).toBe(read(inPage));
  });

  test('Excel’s side and the workbench stay out; files are read and written by code that is fetched only when it is asked for', () => {
    const sources = new Map(readSources('src').map((source) => [source.path, source]));
    const fetched = ['open', 'publication-files'];
    for (const name of fetched) {
      const whenAsked = new RegExp(String.raw`import\([^)]*'\.\./adapters/xlsx/${name}'\)`);
      expect(sources.get('src/taskpane/index.tsx')?.text).toMatch(whenAsked);
    }
    const isFetched = (path: string): boolean => fetched.some((name) => path === `src/adapters/xlsx/${name}.ts`);
    const reached = new Set<string>();
    const queue = ['src/taskpane/index.tsx', 'src/functions/index.ts'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const edge of sources.get(path)?.imports ?? [])
        if (edge.isOurs && !isFetched(edge.target)) queue.push(edge.target);
    }
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((path) => /^(workbench|src\/(cli|adapters\/xlsx))\//.test(path))).toEqual([]);
    for (const name of scripts) expect(read(name).match(/univer(?!s)/gi)).toBeNull();
  });
});

describe('the files around', () => {
  test('the functions are registered before Office.js may call one: no script of the page is deferred', () => {
    const scripts = [...read('taskpane.html').matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBe(3);
    expect(scripts.filter((tag) => /\b(defer|async)\b|type=.?module/.test(tag))).toEqual([]);
    expect(scripts[0]).toContain('office.js');
    expect(scripts[1]).toMatch(/functions\.[0-9a-f]+\.js/);
  });

  const manifest = read('manifest.xml');

  test('the manifest has no fault beside the built files', () => expect(manifestFaults(manifest, DIST)).toEqual([]));

  test('every address of the manifest is a built file', () => {
    const urls = elementsNamed(manifestTree(manifest), 'bt:Url');
    const all = urls.flatMap(({ attributes, children }) => [
      attributes['DefaultValue'],
      ...children.map((child) => child.attributes['Value']),
    ]);
    expect(all.length).toBeGreaterThan(3);
    expect(all.filter((address) => !existsSync(join(DIST, new URL(address ?? '').pathname)))).toEqual([]);
  });

  test('both descriptions of the functions name the same functions', () => {
    const ids = ['functions.json', 'functions-en.json'].map((name) =>
      (JSON.parse(read(name)) as { functions: { id: string }[] }).functions.map(({ id }) => id),
    );
    expect(ids[0]).toEqual([...FUNCTION_NAMES]);
    expect(ids[1]).toEqual(ids[0]);
  });
});
