// `node test/support/bundle-cli.cjs FOLDER`: the command line as three files, from its source as it is, by the compiler
// that tsx brings. A process of its own: that compiler refuses the globals of a jest suite.
const { cpSync } = require('node:fs');
const { join, resolve } = require('node:path');
const esbuild = require(require.resolve('esbuild', { paths: [require.resolve('tsx')] }));

const CLI = resolve(__dirname, '../../src/cli');
const [, , folder] = process.argv;

esbuild.buildSync({
  entryPoints: {
    enveloppe: join(CLI, 'main.ts'),
    thread: join(CLI, 'node/thread.ts'),
    worker: join(CLI, 'node/worker.ts'),
  },
  bundle: true,
  supported: { 'dynamic-import': false }, // as in the build: a thread starts from compiled code
  platform: 'node',
  target: 'node20',
  external: ['@duckdb/node-api'], // native
  define: { 'import.meta.url': 'address' }, // of packages that come as ES modules
  banner: { js: "const address = require('node:url').pathToFileURL(__filename).href;" },
  outdir: folder,
});
cpSync(join(CLI, 'lake/queries'), join(folder, 'queries'), { recursive: true });
