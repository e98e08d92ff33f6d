// `npm run build -- --url https://tools.example.fr/enveloppe`: what an administrator installs, in dist/deploy:
// site/ (static files: the add-in, its own copy of Office.js, notices, bill of materials), the manifest for that
// address, and the configurations of nginx, Apache and a container. `--office-js cdn` takes Office.js from
// Microsoft's address instead of a copy. The same sources give the same bytes on any machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FRAMED_BY, manifestFor, OFFICE_JS_CDN, OFFICE_JS_HERE, policyFor } from './addin-address.cjs';
import { ROOT } from './install.mjs';

/** Where the configurations expect the files of site/, followed by the path of the address. */
const SERVED_FROM = '/srv';
const OFFICE_JS = path.join('node_modules', '@microsoft', 'office-js');
/** Office.js fetches one of these files by the platform; those of the other applications are left out. */
const OFFICE_PARTS = /^(office|o15apptofilemappingtable|es6-promise|custom-functions-runtime|excel[\w.-]*)\.js$/;
/** The folders of dist/ that the page and the guide need. */
const PAGE_FOLDERS = new Set(['assets', 'guide']);
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-]\w+)*$/i;

/**
 * The place of a deployment, from its address: `{ address, host, path, folder }`. Throws on an address that Excel
 * would refuse or that a configuration could not hold.
 */
export function placeOf(address) {
  const asked = address.replace(/\/+$/, '');
  if (!/^https:\/\/[\w.-]+(:\d+)?(\/[\w.-]+)*$/.test(asked))
    throw new Error(`--url takes an https address such as https://tools.example.fr/enveloppe, not "${address}"`);
  const { host, pathname } = new URL(asked);
  const prefix = pathname === '/' ? '' : pathname;
  return { address: asked, host, path: prefix, folder: `${SERVED_FROM}${prefix || '/enveloppe'}` };
}

/** Writes the deployment into `output`, which it empties first. dist/ must hold a build of the add-in. */
export function deploy({ url, cdn = false, output = path.join(ROOT, 'dist', 'deploy'), root = ROOT }) {
  const place = placeOf(url);
  const officeJs = cdn ? OFFICE_JS_CDN : OFFICE_JS_HERE;
  const site = path.join(output, 'site');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  copyAddin(path.join(root, 'dist'), site, officeJs);
  if (!cdn) copyOfficeJs(path.join(root, OFFICE_JS), path.join(site, 'office-js'));
  const materials = billOfMaterials(root);
  writeFileSync(path.join(site, 'sbom.cdx.json'), `${JSON.stringify(materials, null, 2)}\n`);
  writeFileSync(path.join(site, 'THIRD-PARTY-NOTICES.txt'), notices(materials, root));
  cpSync(path.join(root, 'LICENSE'), path.join(site, 'LICENSE.txt'));
  const manifest = manifestFor(readFileSync(path.join(root, 'manifest.xml'), 'utf8'), place.address);
  writeFileSync(path.join(output, 'manifest.xml'), manifest);
  const policy = `${policyFor(officeJs)}; frame-ancestors 'self' ${FRAMED_BY}`;
  for (const name of ['nginx.conf', 'apache.conf', 'Containerfile']) {
    const template = readFileSync(path.join(root, 'deploy', name), 'utf8');
    writeFileSync(path.join(output, name), filled(template, { ...place, policy }));
  }
  writeFileSync(path.join(output, 'SHA256SUMS'), sums(output));
  return output;
}

/** The files of the pane, the functions, the help and the guide; not the workbench, the command line or the samples. */
function copyAddin(dist, site, officeJs) {
  for (const name of readdirSync(dist).sort()) {
    if (statSync(path.join(dist, name)).isDirectory() ? !PAGE_FOLDERS.has(name) : name === 'manifest.xml') continue;
    cpSync(path.join(dist, name), path.join(site, name), { recursive: true });
  }
  const page = readFileSync(path.join(site, 'taskpane.html'), 'utf8');
  const here = policyFor(OFFICE_JS_HERE);
  if (!page.includes(OFFICE_JS_HERE) || !page.includes(here)) throw new Error('dist/taskpane.html is of another build');
  writeFileSync(
    path.join(site, 'taskpane.html'),
    page.replace(OFFICE_JS_HERE, officeJs).replace(here, policyFor(officeJs)),
  );
}

/** The files of Office.js that Excel's hosts load, and its sentences in every language. */
function copyOfficeJs(from, to) {
  const dist = path.join(from, 'dist');
  for (const name of readdirSync(dist).sort()) {
    const strings = path.join(name, 'office_strings.js');
    if (OFFICE_PARTS.test(name) && !name.includes('.debug')) cpSync(path.join(dist, name), path.join(to, name));
    else if (existsSync(path.join(dist, strings))) cpSync(path.join(dist, strings), path.join(to, strings));
  }
  for (const folder of ['telemetry', 'ariatelemetry'])
    for (const name of readdirSync(path.join(dist, folder)).filter((file) => !file.includes('.debug')))
      cpSync(path.join(dist, folder, name), path.join(to, folder, name));
  cpSync(path.join(from, 'LICENSE.md'), path.join(to, 'LICENSE.md'));
}

/**
 * npm's CycloneDX list, of the packages that are shipped, without what changes at each run (an identifier, a time).
 * npm's own `--omit dev` also drops what both a shipped and a development package need, React among them: the lock file
 * decides. Throws when a shipped package is not in npm's list.
 */
export function billOfMaterials(root = ROOT) {
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };
  const list = JSON.parse(execFileSync('npm', words, options));
  delete list.serialNumber;
  delete list.metadata.timestamp;
  delete list.metadata.tools;
  const shipped = shippedPackages(root);
  const components = list.components.filter((component) => shipped.has(component['bom-ref']));
  const absent = [...shipped].filter((one) => !components.some((component) => component['bom-ref'] === one));
  if (absent.length > 0) throw new Error(`not in the bill of materials: ${absent.join(', ')}`);
  const dependencies = list.dependencies.filter(
    ({ ref }) => shipped.has(ref) || ref === list.metadata.component['bom-ref'],
  );
  const among = (refs = []) => refs.filter((ref) => shipped.has(ref));
  return {
    ...list,
    components,
    dependencies: dependencies.map(({ ref, dependsOn }) => ({ ref, dependsOn: among(dependsOn) })),
  };
}

/** `name@version` of every package of the lock file that is not there for development alone. */
function shippedPackages(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const isShipped = ([folder, { dev, devOptional, optional }]) => folder !== '' && !dev && !devOptional && !optional;
  return new Set(
    Object.entries(packages)
      .filter(isShipped)
      .map(([folder, { version }]) => `${folder.slice(folder.lastIndexOf('node_modules/') + 13)}@${version}`),
  );
}

/** The licence of each third-party package, by name. Throws when a package has no text of its own: none is left out. */
function notices({ components }, root) {
  const parts = components.map(({ group, name, version }) => {
    const full = group ? `${group}/${name}` : name;
    const folder = path.join(root, 'node_modules', full);
    const texts = readdirSync(folder)
      .filter((file) => LICENCE_FILE.test(file))
      .sort();
    const { license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
    const text = texts.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
    return `${full} ${version}\n\n${text || `Licence ${license}, copyright ${holder}.`}`;
  });
  const title = 'Enveloppe contains the following packages. Each is used under its own licence.';
  return `${[title, ...parts.sort()].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function filled(template, values) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

/** One line a file, as `sha256sum --check` reads them. */
function sums(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const line = (file) =>
    `${createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex')}  ${file}\n`;
  return files.sort().map(line).join('');
}
