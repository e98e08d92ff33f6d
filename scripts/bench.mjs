// `npm run bench`: prints each measured figure of the budgets, beside a peer's where one exists. Never fails for being slow.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { installPackages, ROOT } from './install.mjs';

/** Words choose the benches; from the first option on, everything is the bench's own. */
function main(args) {
  if (!installPackages()) return 1;
  const from = args.findIndex((word) => word.startsWith('--'));
  const [only, options] = from < 0 ? [args, []] : [args.slice(0, from), args.slice(from)];
  const folder = path.join(ROOT, 'test', 'bench');
  const benches = readdirSync(folder).filter(
    (file) => file.endsWith('-bench.ts') && (only.length === 0 || only.some((word) => file.includes(word))),
  );
  let status = 0;
  for (const bench of benches.sort()) {
    console.log(`\n# ${bench}`);
    const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
    status ||=
      spawnSync(process.execPath, [tsx, path.join(folder, bench), ...options], { cwd: ROOT, stdio: 'inherit' })
        .status ?? 1;
  }
  return status;
}

process.exitCode = main(process.argv.slice(2));
