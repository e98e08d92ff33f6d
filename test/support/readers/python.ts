/** Programs that only some machines have; a check that needs one says that it was skipped, and why. */
import { execFile, spawnSync } from 'node:child_process';

const PYTHON = '/usr/bin/python3';

/** True when the system's Python can import these modules. */
export function pythonHas(modules: readonly string[]): boolean {
  return spawnSync(PYTHON, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' }).status === 0;
}

/** True when that program can be run. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a Python script, given `input` if any, and reads the JSON that it prints; rejects with what it said on failure.
 */
export function runPython(args: readonly string[], milliseconds: number, input = ''): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { stdin } = execFile(
      PYTHON,
      [...args],
      { timeout: milliseconds, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${args[0] ?? ''}: ${stderr || error.message}`));
        else resolve(JSON.parse(stdout));
      },
    );
    stdin?.end(input);
  });
}
