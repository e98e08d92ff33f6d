// Builds what is missing or stale: the add-in with the command line, and the workbench, each by its own webpack
// configuration so that their outputs never mix in dist/; and the sample workbook. `node scripts/build.mjs [--force]
// [addin] [workbench] [sample]`. With `--url ADDRESS [--office-js copy|cdn]`: what an administrator installs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deploy, placeOf } from './deploy.mjs';
import { ROOT } from './install.mjs';

const COMMON_INPUTS = ['package-lock.json', 'tsconfig.json'];
const CORE = [
  ...['src/domain', 'src/conventions', 'src/workbook', 'src/chorus'],
  ...['src/documents', 'src/application', 'src/messages'],
];
const WEBPACK = path.join('node_modules', 'webpack', 'bin', 'webpack.js');
const TSX = path.join('node_modules', 'tsx', 'dist', 'cli.mjs');

/** The workbook that the workbench opens when none is named. */
export const SAMPLE = path.join('dist', 'samples', 'Suivi 2023.xlsx');

/**
 * Built at the same time: each writes its own part of dist/, and the add-in's build keeps the folders of the others.
 * They leave a whole core to the first, which is the longest.
 */
export const TARGETS = [
  {
    id: 'addin',
    label: 'du complément et de la ligne de commande',
    inputs: [
      ...COMMON_INPUTS,
      ...CORE,
      ...[
        'src/adapters',
        'src/functions',
        'src/taskpane',
        'src/commands',
        'src/library',
        'src/cli',
        'manifest.xml',
        'assets',
      ],
      ...[
        'webpack.config.js',
        'scripts/addin-address.cjs',
        'scripts/function-metadata.ts',
        'scripts/compile-thread.mjs',
      ],
      // The help, the guide and the example, which are files beside the page.
      ...['scripts/help-page.ts', 'docs/gallery.md', 'samples', 'scripts/build-sample.ts', 'scripts/sample'],
      ...['scripts/guide', 'docs/guide', 'docs/reference.md', 'docs/reference.en.md'],
    ],
    outputs: [
      ...[
        'dist/taskpane.html',
        'dist/functions.js',
        'dist/functions.json',
        'dist/cli/enveloppe.js',
        'dist/cli/worker.compiled',
      ],
      ...['dist/help.html', 'dist/example.xlsx', 'dist/guide/index.html'],
    ],
    command: [WEBPACK, '--config', 'webpack.config.js', '--stats', 'errors-only'],
    then: [path.join('scripts', 'compile-thread.mjs')],
  },
  {
    id: 'types',
    label: 'des types de la bibliothèque',
    inputs: [...COMMON_INPUTS, ...CORE, 'src/adapters/xlsx', 'src/library', 'tsconfig.library.json'],
    outputs: ['dist/lib/types/library/index.d.ts'],
    command: [path.join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.library.json'],
  },
  {
    id: 'workbench',
    label: 'de l’atelier',
    inputs: [...COMMON_INPUTS, ...CORE, 'src/adapters/xlsx', 'workbench', 'webpack.workbench.js'],
    outputs: ['dist/workbench/index.html'],
    command: [WEBPACK, '--config', 'webpack.workbench.js', '--stats', 'errors-only'],
  },
  {
    id: 'sample',
    label: 'du classeur d’exemple',
    inputs: [...COMMON_INPUTS, ...CORE, 'src/adapters/xlsx', 'samples', 'scripts/build-sample.ts', 'scripts/sample'],
    outputs: [SAMPLE],
    command: [TSX, 'scripts/build-sample.ts'],
  },
];

/** The targets that pages and tests need. */
export const PAGES = ['addin', 'workbench', 'sample'];

/**
 * Builds the named targets that are not fresh (all of them by default), at the same time. Returns false when one
 * failed; its errors are on stderr.
 */
export async function build(names = TARGETS.map(({ id }) => id), { force = false, root = ROOT } = {}) {
  const targets = TARGETS.filter(({ id }) => names.includes(id));
  const built = await Promise.all(targets.map((target) => buildTarget(target, force, root)));
  return built.every((isBuilt) => isBuilt);
}

async function buildTarget(target, force, root) {
  const stamp = path.join(root, '.cache', 'build', `${target.id}.sha256`);
  const hash = hashOf(target, root);
  if (!force && isFresh(target, stamp, hash, root)) return true;
  const start = Date.now();
  console.log(`Construction ${target.label}…`);
  const isLongest = target === TARGETS[0];
  if (!(await run(target.command, root, isLongest)) || (target.then && !(await run(target.then, root, isLongest)))) {
    console.error(`La construction ${target.label} a échoué (voir ci-dessus).`);
    return false;
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`Construction ${target.label} : ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  return true;
}

function isFresh(target, stamp, hash, root) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) return false;
  return target.outputs.every((output) => existsSync(path.join(root, output)));
}

function hashOf(target, root) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([target.command, target.then, process.versions.node.split('.')[0]]));
  for (const input of target.inputs) {
    for (const file of filesUnder(path.join(root, input))) {
      hash.update(`\n${path.relative(root, file)}\n`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Every file under a path, in a stable order; none when it does not exist. */
function filesUnder(entry) {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)));
}

function run(command, root, isLongest) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (!isLongest && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean' }, url: { type: 'string' }, 'office-js': { type: 'string', default: 'copy' } },
  });
  const { url, force } = values;
  if (url === undefined) return build(positionals.length > 0 ? positionals : undefined, { force });
  if (!['copy', 'cdn'].includes(values['office-js'])) throw new Error('--office-js takes copy or cdn');
  const { address } = placeOf(url);
  if (!(await build(['addin'], { force }))) return false;
  const folder = deploy({ url, cdn: values['office-js'] === 'cdn' });
  console.log(`À installer à l’adresse ${address} : ${folder} (voir docs/guide-administrateur.md).`);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = (await main()) ? 0 : 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
