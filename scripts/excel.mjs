// `npm run excel`: the add-in in a real Excel. Serves dist/ on the manifest's port with a certificate that the machine
// trusts, then sideloads manifest.xml, with the sample open, by Microsoft's own tool, fetched on demand: it pulls a native module that does
// not build everywhere.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { build, SAMPLE } from './build.mjs';
import { trustedCertificate } from './certificate.mjs';
import { installPackages, ROOT } from './install.mjs';
import { serve } from './serve.mjs';

const DEBUGGING = 'office-addin-debugging@7.0.0';
const CERTIFICATES = 'office-addin-dev-certs@3.0.0';
const USAGE_DATA = 'office-addin-usage-data@3.0.0';
const MANIFEST_PORT = 3000;
const WITHOUT_EXCEL = '« npm start » montre le complément sans Excel.';

async function main() {
  if (process.platform !== 'win32' && process.platform !== 'darwin')
    return fail(`Excel n’existe que pour Windows et macOS. ${WITHOUT_EXCEL}`);
  if (!hasExcel()) return fail(`Excel n’est pas installé sur cette machine. ${WITHOUT_EXCEL}`);
  if (!installPackages() || !(await build(['addin', 'sample']))) return 1;
  if (trustedCertificate() === null) await npx([CERTIFICATES, 'install']);
  const certificate = trustedCertificate();
  if (certificate === null) {
    return fail(
      'Excel n’accepte qu’un certificat de confiance : acceptez son installation, puis relancez « npm run excel ».',
    );
  }
  const server = await serve({ ...certificate, port: MANIFEST_PORT, framedBy: '*' });
  if (server.port !== MANIFEST_PORT) {
    await server.close();
    return fail(
      `Le port ${MANIFEST_PORT}, que nomme manifest.xml, est pris : arrêtez ce qui l’occupe, puis relancez « npm run excel ».`,
    );
  }
  stopOnSignal(server);
  if (!(await allowsUsageData())) await npx([USAGE_DATA, 'off']);
  const words = ['manifest.xml', 'desktop', '--no-debug', '--app', 'excel', '--document', SAMPLE];
  if ((await npx([DEBUGGING, 'start', ...words])) !== 0) {
    await server.close();
    return fail('Excel n’a pas pu charger le complément (voir ci-dessus).');
  }
  console.log(
    'Le complément est chargé dans Excel. Laissez cette fenêtre ouverte ; Ctrl+C pour arrêter et retirer le complément.',
  );
  return 0;
}

function hasExcel() {
  if (process.platform === 'darwin') return existsSync('/Applications/Microsoft Excel.app');
  const key = String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe`;
  return spawnSync('reg', ['query', key], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a package's command, fetched by npx when it is not here, its questions and words shown; the server answers
 * meanwhile.
 */
function npx(words) {
  const onWindows = process.platform === 'win32';
  const child = spawn(onWindows ? 'npx.cmd' : 'npx', ['--yes', ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: onWindows,
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Microsoft's tools send usage data unless a setting forbids it; here, only when the person asks for it. */
async function allowsUsageData() {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    'Les outils de Microsoft qui chargent le complément peuvent lui envoyer des données d’usage. Les autoriser ? [o/N] ',
  );
  terminal.close();
  return /^o(ui)?$/i.test(answer.trim());
}

function stopOnSignal(server) {
  process.once('SIGINT', async () => {
    await npx([DEBUGGING, 'stop', 'manifest.xml']);
    await server.close();
    process.exit(0);
  });
}

function fail(sentence) {
  console.error(sentence);
  return 2;
}

process.exitCode = await main();
