// `npm run check`: lint, types, formatting and the style test, at the same time; eslint, tsc and prettier remember in
// .cache what they have already checked. Prints the output of those that fail. `npm run check -- --tested`, after
// `npm test`, leaves out the style test, which is one of its suites.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { installPackages, ROOT } from './install.mjs';

const CHECKS = [
  ['oxlint', 'node_modules/oxlint/bin/oxlint', '.'],
  ['eslint', 'node_modules/eslint/bin/eslint.js', 'src', '--cache', '--cache-location', '.cache/eslint'],
  ['tsc', 'node_modules/typescript/bin/tsc', '-p', '.'],
  [
    'prettier',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '.',
    '--cache',
    '--cache-location',
    '.cache/prettier',
  ],
  ['patterns', 'scripts/patterns.mjs'],
];
/** The longest: the others leave it a whole core, so that it does not end alone. */
const LONGEST = 'tsc';
const STYLE_TEST = [
  ...['tidy', 'node_modules/jest/bin/jest.js'],
  ...['--selectProjects', 'unit', '--testPathPatterns', 'test/tidy.test.ts'],
];

async function main(isTested) {
  if (!installPackages()) return 1;
  const checks = isTested ? CHECKS : [...CHECKS, STYLE_TEST];
  const passed = await Promise.all(checks.map(([name, program, ...words]) => check(name, [program, ...words])));
  return passed.every((isPassed) => isPassed) ? 0 : 1;
}

function check(name, words) {
  return new Promise((resolve) => {
    const start = Date.now();
    const child = spawn(process.execPath, ['--max-semi-space-size=64', ...words], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (name !== LONGEST) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      resolve(code === 0);
    });
  });
}

process.exitCode = await main(process.argv.includes('--tested'));
