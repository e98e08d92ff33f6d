// The groups of short suites (suites-together.cjs), each bundled into one file with the modules of the product and of
// the tests that it loads. In a module of its own, V8 reaches each function of another one through an object, and
// most suites end before the code that would avoid it is compiled: together they take a fifth less time.
import { readFile } from 'node:fs/promises';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, stop } from 'esbuild';

/** `.ts` before `.tsx`: a folder may have `verdict.ts` and `Verdict.tsx`. */
const EXTENSIONS = ['.ts', '.tsx', '.cjs', '.mjs', '.js', '.json'];

/** Writes the bundles of the groups of a project of jest, in the place of the former ones. */
export async function bundleSuites(root, name) {
  const place = path.join(root, '.cache', 'suites', name);
  const groups = path.join(place, 'groups');
  for (const file of readdirSync(place)) if (file.endsWith('.cjs')) rmSync(path.join(place, file));
  await build({
    absWorkingDir: root,
    entryPoints: readdirSync(groups).map((file) => path.join(groups, file)),
    outdir: place,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    resolveExtensions: EXTENSIONS,
    jsx: 'automatic',
    supported: { 'dynamic-import': false }, // Node refuses one in a suite of jest
    define: { 'require.main': 'undefined' }, // no file of a bundle is the program
    plugins: [ownPlaces],
    logLevel: 'error',
  });
  await stop();
}

/** Each file keeps its own `__dirname` and `__filename`. */
const ownPlaces = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      if (!/\b__(?:dirname|filename)\b/.test(text)) return undefined;
      const [folder, own] = [path.dirname(file), file].map((one) => JSON.stringify(one));
      const contents = `const __dirname = ${folder}, __filename = ${own}; ${text}`;
      return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
