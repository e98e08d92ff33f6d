// `npm start [-- FILE.xlsx]`: installs and builds what is missing, serves the workbench on this machine alone, opens a
// browser when there is one, and stops on Ctrl+C. Works in a fresh clone with nothing before it.
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { PAGES, build, SAMPLE } from './build.mjs';
import { localCertificate } from './certificate.mjs';
import { installPackages, ROOT } from './install.mjs';
import { serve } from './serve.mjs';

const FIRST_PORT = 3000;
const USAGE = 'Usage : npm start [-- FICHIER.xlsx] [--port N] [--no-open]';

async function main(words) {
  const options = readOptions(words);
  if (options === null) return fail(USAGE);
  if (Number(process.versions.node.split('.')[0]) < 20)
    return fail(`Enveloppe demande Node.js 20 ou plus récent (ici : ${process.versions.node}).`);
  if (!installPackages()) return 1;
  if (options.file !== null) {
    const refusal = await refusalOf(options.file);
    if (refusal !== null) return fail(refusal);
  }
  if (!(await build(PAGES))) return 1;
  const certificate = await localCertificate(path.join(ROOT, '.cache'));
  const server = await serve({ ...certificate, port: options.port, workbook: options.file ?? path.join(ROOT, SAMPLE) });
  stopOnSignal(server);
  console.log(`\nEnveloppe est ouvert sur ${server.origin}  (Ctrl+C pour arrêter)`);
  console.log(
    'Le certificat est fait sur cette machine : au premier passage, le navigateur avertit ; choisissez « Avancé », puis « Continuer ».',
  );
  if (options.open) openBrowser(server.origin);
  return 0;
}

function readOptions(words) {
  const options = { file: null, port: FIRST_PORT, open: true };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--no-open') options.open = false;
    else if (word === '--port') options.port = Number(rest.shift());
    else if (word.startsWith('--') || options.file !== null) return null;
    else options.file = path.resolve(process.env.INIT_CWD ?? process.cwd(), word);
  }
  return Number.isInteger(options.port) && options.port > 0 && options.port < 65_536 ? options : null;
}

/** One sentence when the file is missing or is not a workbook; the reader and the words are the product's own. */
async function refusalOf(file) {
  const { tsImport } = await import('tsx/esm/api');
  const { refusalOfFile } = await tsImport('./check-workbook.ts', import.meta.url);
  return refusalOfFile(file);
}

function stopOnSignal(server) {
  const stop = () => {
    console.log('\nEnveloppe est arrêté.');
    server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function fail(sentence) {
  console.error(sentence);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
