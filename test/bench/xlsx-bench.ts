/**
 * Files of 100,000 rows × 15 columns: reading, checking with the command line, and splicing, each in a process of its
 * own, with its processor time and its peak of memory; beside LibreOffice loading the same file, when it is installed.
 * Never fails for being slow.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { NODE_CODEC } from '../../src/cli/node/node-io';
import type { WriteStep } from '../../src/workbook/plan';
import { isLibreOfficeInstalled, recalculateAll } from '../support/readers/libreoffice';
import { makeXlsx } from '../support/readers/xlsx-package';

const ROWS = 100_000;
const RUNS = 3;
const COMMAND = join(__dirname, '..', '..', 'bin', 'enveloppe.js');
const BUILT = join(__dirname, '..', '..', 'dist', 'cli', 'enveloppe.js');

/**
 * A ledger that a team could have: an EJ, then its payment; amounts that stay under the ceilings; one formula column.
 */
function largeWorkbook(): Uint8Array {
  const strings = new Map<string, number>();
  const text = (words: string): string => {
    const index = strings.get(words) ?? strings.size;
    strings.set(words, index);
    return `t="s"><v>${index}</v>`;
  };
  const headings =
    'N° EJ|Objet|Fournisseur|Axe ministériel 2|Poste de dépense|Domaine fonctionnel|Centre financier|Activité|Centre de coûts|Date d’engagement|' +
    'Date de service fait|Date de paiement|Montant AE|Montant CP|Solde';
  const rows = [
    `<row r="1">${headings
      .split('|')
      .map((heading, column) => `<c r="${letter(column)}1" ${text(heading)}</c>`)
      .join('')}</row>`,
  ];
  for (let row = 2; row <= ROWS + 1; row += 1) rows.push(`<row r="${row}" spans="1:15">${cellsOf(row, text)}</row>`);
  return makeXlsx({
    sheets: [{ name: 'Suivi', rows: rows.join('') }],
    strings: [...strings.keys()].map((words) => `<t>${words}</t>`),
  });
}

function cellsOf(row: number, text: (words: string) => string): string {
  const [pair, isPayment] = [row >> 1, row % 2 === 1];
  const isPde = pair % 5 !== 0;
  const amount = 1 + ((pair * 7919) % 230) / 100;
  const day = 44_927 + (pair % 300);
  const texts = [
    String(1_400_000_000 + pair),
    `Prestation n° ${row}`,
    `Fournisseur ${pair % 2_000}`,
    isPde ? 'PDE' : 'Signaux Faibles',
    isPde ? 'Prestations (charges de personnel)' : 'Prestation (charges de personnel)',
    '0103-01-01',
    '0103-CEFP-C002',
    '010300000104',
    'EMPEF00075',
  ];
  const numbers = isPayment ? [null, day + 10, day + 30, null, amount] : [day, null, null, amount, null];
  const cells = texts.map((words, column) => `<c r="${letter(column)}${row}" s="1" ${text(words)}</c>`);
  numbers.forEach((value, index) => {
    const address = `${letter(9 + index)}${row}`;
    cells.push(value === null ? `<c r="${address}" s="2"/>` : `<c r="${address}" s="2"><v>${value}</v></c>`);
  });
  const balance = isPayment ? -amount : amount;
  return `${cells.join('')}<c r="O${row}" s="2"><f>M${row}-N${row}</f><v>${balance}</v></c>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

const DOCUMENT: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: 'Bilan' },
  {
    kind: 'setCells',
    sheet: 'Bilan',
    top: 0,
    left: 0,
    cells: [[{ value: 0, formula: '=SUM(Suivi!M:M)', style: 'amount' }]],
  },
];
const REPAIR: readonly WriteStep[] = [
  { kind: 'setCells', sheet: 'Suivi', top: 50_000, left: 7, cells: [[{ value: '010300000104' }]] },
];

/** The task of a child process of this bench: opens the file, and splices it when asked. */
function work(task: string, path: string): void {
  const bytes = new Uint8Array(readFileSync(path));
  let cpu = process.cpuUsage();
  const start = performance.now();
  const file = openXlsx(bytes, task.startsWith('portable') ? undefined : NODE_CODEC);
  if (!file.ok) throw new Error(file.failure.code);
  let milliseconds = performance.now() - start;
  if (task.endsWith('splice')) {
    const spliceStart = performance.now();
    cpu = process.cpuUsage();
    const steps = task === 'repair-splice' ? REPAIR : DOCUMENT;
    const result = file.value.apply({ purpose: 'documents', expected: [], steps });
    if (!result.ok) throw new Error(result.failure.code);
    milliseconds = performance.now() - spliceStart;
  }
  const used = process.cpuUsage(cpu);
  process.stdout.write(
    JSON.stringify({
      milliseconds,
      cpu: (used.user + used.system) / 1000,
      peak: process.resourceUsage().maxRSS / 1024,
    }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

interface Run {
  readonly milliseconds: number;
  readonly cpu: number;
  readonly peak: number;
}

function show(label: string, runs: readonly Run[]): void {
  const [time, cpu] = [median(runs.map((run) => run.milliseconds)), median(runs.map((run) => run.cpu))];
  const peak = Math.max(...runs.map((run) => run.peak));
  const figures = `${String(Math.round(time)).padStart(6)} ms  (processor ${String(Math.round(cpu)).padStart(5)} ms)  ${Math.round(peak)} MB at the peak`;
  process.stdout.write(`${label.padEnd(66)} ${figures}\n`);
}

function measure(label: string, task: string, path: string): void {
  const tsx = join(__dirname, '..', '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const runs = Array.from({ length: RUNS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [tsx, __filename, task, path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Run;
  });
  show(label, runs);
}

/** A script that writes, when the process ends, what it used. */
function peakHook(said: string): string {
  const told = 'JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1000, peak: u.maxRSS / 1024 })';
  return `process.on('exit', () => { const u = process.resourceUsage(); require('node:fs').writeFileSync(${JSON.stringify(said)}, ${told}); });`;
}

/** The whole process of the command, and its peak of memory, which it prints at its exit. */
function check(path: string): Promise<Run & { readonly code: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-bench-hook-'));
  const hook = join(folder, 'peak.cjs');
  const said = join(folder, 'peak.txt');
  writeFileSync(hook, peakHook(said));
  const args = [
    '--require',
    hook,
    COMMAND,
    'check',
    path,
    '--convention',
    'dgefp-dge-2023',
    '--as-of',
    '2023-12-31',
    '--format',
    'json',
  ];
  const start = performance.now();
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (error) => {
      const milliseconds = performance.now() - start;
      const told = JSON.parse(readFileSync(said, 'utf8')) as { cpu: number; peak: number };
      rmSync(folder, { recursive: true });
      resolve({ milliseconds, ...told, code: typeof error?.code === 'number' ? error.code : 0 });
    });
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-bench-'));
  try {
    const path = join(folder, 'large.xlsx');
    writeFileSync(path, largeWorkbook());
    process.stdout.write(
      `${ROWS} rows × 15 columns, ${(statSync(path).size / 1e6).toFixed(1)} MB; ${cpus().length} cores, Node ${process.versions.node}; median of ${RUNS}\n`,
    );
    measure('read (Node codec)', 'read', path);
    measure('read (portable codec, as in a browser)', 'portable-read', path);
    measure('splice: one document added', 'document-splice', path);
    measure('splice: one cell of the ledger mended', 'repair-splice', path);
    if (existsSync(BUILT)) {
      const runs = [await check(path), await check(path), await check(path)];
      show(`enveloppe check, whole process (exit ${runs[0]!.code}; budget 1 500 ms, 300 MB)`, runs);
    } else process.stdout.write('enveloppe check: not built (npm run build)\n');
    if (isLibreOfficeInstalled())
      process.stdout.write(
        `${'peer: LibreOffice, load only'.padEnd(66)} ${String((await recalculateAll([path]))[0]?.loadMs).padStart(6)} ms\n`,
      );
    else process.stdout.write('peer: LibreOffice is not installed\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [task, path] = process.argv.slice(2);
if (task && path) work(task, path);
else void main();
