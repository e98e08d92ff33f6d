// `npm test`: works in a fresh clone. Installs what is missing, builds, then runs every test. `npm run test:quick`
// (`--quick`) runs those of the rules, the reading and the documents, which need no build, browser, LibreOffice, simulated
// Excel or written file. Further words go to jest.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, PAGES } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { installPackages, ROOT } from './install.mjs';

/** More room for what lives shortly: the workers inherit it, and collect garbage less often. */
const YOUNG = '--max-semi-space-size=64'; // MB
/**
 * V8 optimises a function after fifteen times as much work as usual: each suite loads its modules again, and most end
 * before the optimised code has paid. Node 22 has no such option.
 */
const LATE = Number(process.versions.node.split('.')[0]) < 22 ? ['--interrupt-budget=1000000'] : [];
/** The code of a suite is not dropped while it waits for its turn to run again. */
const KEPT = '--no-flush-bytecode';
/** Each regular expression is compiled once, in its fast form: the slow one, which V8 makes first, takes longer to make. */
const FAST_PATTERNS = '--no-regexp-tier-up';
const QUICK = ['--selectProjects', 'unit'];

async function main(words) {
  const isQuick = words.includes('--quick');
  const forJest = words.filter((word) => word !== '--quick');
  if (!installPackages()) return 1;
  // A suite named by its path runs alone.
  const areTogether = forJest.every((word) => word.startsWith('-'));
  const env = { ...process.env, ...(areTogether && { TEST_TOGETHER: '1' }), ...(isQuick && { TEST_QUICK: '1' }) };
  if (!isQuick && (!ensureChromium() || !(await build(PAGES)))) return 1;
  if (areTogether) await bundleGroups(env, isQuick ? 'quick' : 'all');
  return jest(isQuick ? [...QUICK, ...forJest] : forJest, env);
}

/** The groups of suites, which the configuration of jest writes. */
async function bundleGroups(env, name) {
  Object.assign(process.env, env);
  createRequire(import.meta.url)('../jest.config.js');
  const { bundleSuites } = await import('../test/support/jest/bundled-suites.mjs'); // its packages may be new
  await bundleSuites(ROOT, name);
}

function jest(words, env) {
  const program = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const command = [YOUNG, KEPT, FAST_PATTERNS, ...LATE, program, ...words];
  return spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1;
}

process.exitCode = await main(process.argv.slice(2));
