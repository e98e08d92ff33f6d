// `npm run gallery`: installs what is missing, then writes the gallery (build-gallery.ts).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installPackages, ROOT } from './install.mjs';

function main() {
  if (!installPackages()) return 1;
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return (
    spawnSync(process.execPath, [tsx, path.join(ROOT, 'scripts', 'build-gallery.ts')], { cwd: ROOT, stdio: 'inherit' })
      .status ?? 1
  );
}

process.exitCode = main();
