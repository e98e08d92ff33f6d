// `npm test`: works in a fresh clone. Installs what is missing, builds, then runs every test. `npm run test:quick`
// (`--quick`) runs only those that need no build, browser or LibreOffice. Further words go to jest.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { installPackages, ROOT } from './install.mjs';

const QUICK = ['--selectProjects', 'unit', 'dom'];

async function main(words) {
  const isQuick = words.includes('--quick');
  const forJest = words.filter((word) => word !== '--quick');
  if (!installPackages()) return 1;
  if (isQuick) return jest([...QUICK, ...forJest]);
  if (!ensureChromium() || !(await build())) return 1;
  return jest(forJest);
}

function jest(words) {
  const program = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  return spawnSync(process.execPath, [program, ...words], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

process.exitCode = await main(process.argv.slice(2));
