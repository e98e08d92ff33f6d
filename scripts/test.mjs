// `npm test`: works in a fresh clone. Installs what is missing, builds, then runs every test; further words go to jest
// as they are.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { installPackages, ROOT } from './install.mjs';

function run(file, words) {
  return spawnSync(process.execPath, [path.join(ROOT, file), ...words], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

function main(words) {
  if (!installPackages() || !ensureChromium()) return 1;
  const built = run('scripts/build.mjs', []);
  if (built !== 0) return built;
  return run('node_modules/jest/bin/jest.js', words);
}

process.exitCode = main(process.argv.slice(2));
