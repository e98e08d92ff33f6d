// npm packages as the lock file wants them, so that `npm start` and `npm test` need no step before them in a fresh
// clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Packages of the lock file that node_modules lacks or has in another version; npm's own record in node_modules is the
 * witness. Of the optional ones, those that the project names and that every machine can have.
 */
export function packagesToInstall(root = ROOT) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const recordFile = path.join(root, 'node_modules', '.package-lock.json');
  const installed = existsSync(recordFile) ? packagesOf(recordFile) : {};
  const named = Object.keys(wanted[''].optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  const isWanted = (name) => {
    const { optional, devOptional, os } = wanted[name];
    return named.includes(name) ? os === undefined : !optional && !devOptional;
  };
  return Object.keys(wanted).filter(
    (name) => name !== '' && isWanted(name) && installed[name]?.version !== wanted[name].version,
  );
}

/**
 * Runs `npm ci` when a package is missing or the lock file changed. Returns false when npm failed; npm has printed why.
 */
export function installPackages(root = ROOT) {
  const missing = packagesToInstall(root);
  if (missing.length === 0) return true;
  console.log(
    `Installation des paquets npm (${missing.length} à installer ou à mettre à jour) : comptez une à trois minutes.`,
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  console.error(
    'Les paquets npm n’ont pas pu être installés (voir ci-dessus). Vérifiez l’accès au réseau, puis relancez la commande.',
  );
  return false;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
