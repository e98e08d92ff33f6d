/** Programs that only some machines have. A check that needs one is skipped without it, with the reason in its name. */
import { execFile, spawnSync } from 'node:child_process';

/** The system's Python: LibreOffice's bridge and openpyxl are packages of the system. */
export const PYTHON = '/usr/bin/python3';
/** Ends a program that hangs; so long that a busy machine never decides whether a test passes. */
export const LONGEST_CALL = 600_000;
const LARGEST_OUTPUT = 1 << 28;

/** True when the system's Python can import these modules. */
export function pythonHas(modules: readonly string[]): boolean {
  return spawnSync(PYTHON, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' }).status === 0;
}

/** True when that program can be run. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Runs a Python script with `input` on its stdin and parses its output as JSON; on failure, rejects with its stderr. */
export function runPython(args: readonly string[], input = ''): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const options = { timeout: LONGEST_CALL, maxBuffer: LARGEST_OUTPUT };
    const { stdin } = execFile(PYTHON, [...args], options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${args[0] ?? ''}: ${stderr || error.message}`));
      else resolve(JSON.parse(stdout));
    });
    stdin?.end(input);
  });
}
