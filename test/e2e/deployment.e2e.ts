/**
 * The folder that an administrator installs (`npm run build -- --url …`): the same bytes twice, addresses refused in a sentence,
 * licences of a list, and the folder served by nginx and by Apache with the configurations of the build. The pane runs
 * from nginx, under a path, over TLS, through the real Office.js.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { get } from 'node:https';
import { generate } from 'selfsigned';
import { dependencies } from '../../package.json';
import { FIRST_PORT, openAtelier } from '../support/excel/browser';

const ROOT = join(__dirname, '../..');
const PORT = FIRST_PORT + 10;
const ADDRESS = `https://localhost:${PORT}/enveloppe`;
/** Licences that the EUPL-1.2 may be distributed with, and Microsoft's own, which allows copies of Office.js. */
const LICENCES: readonly string[] = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense'];
const OWN_LICENCE: readonly string[] = ['@microsoft/office-js'];

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;

function buildFor(...words: string[]): { code: number | null; error: string } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', ...words], { cwd: ROOT });
  return { code: status, error: stderr.toString() };
}

let folder: string;
let deployed: string;
let server: ChildProcess | null = null;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'enveloppe-deploy-'));
  deployed = join(folder, 'deploy');
  expect(buildFor('--url', ADDRESS)).toEqual({ code: 0, error: '' });
  cpSync(join(ROOT, 'dist/deploy'), deployed, { recursive: true });
});
afterEach(async () => {
  const running = server;
  server = null;
  if (running === null || running.exitCode !== null) return;
  const ended = new Promise((done) => running.once('exit', done));
  running.kill('SIGTERM');
  await ended;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(deployed, name), 'utf8');

test('the same sources give the same bytes', () => {
  expect(buildFor('--url', `${ADDRESS}/`)).toEqual({ code: 0, error: '' });
  expect(readFileSync(join(ROOT, 'dist/deploy/SHA256SUMS'), 'utf8')).toBe(read('SHA256SUMS'));
});

test.each(['http://outils.example', 'outils.example', 'https://a b', 'https://outils.example/"x'])(
  'an address that Excel or a server would refuse is refused: %s',
  (address) => {
    const { code, error } = buildFor('--url', address);
    expect(code).toBe(2);
    expect(error).toMatch(/^--url takes an https address .*\n$/);
  },
);

(has('sha256sum') ? test : test.skip)('sha256sum --check finds each file as the list states', () => {
  const { status, stdout } = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: deployed, encoding: 'utf8' });
  expect({ status, failed: /FAILED/.test(stdout) }).toEqual({ status: 0, failed: false });
});

test('the guide is there, in both languages, with its pictures', () => {
  for (const page of ['guide/index.html', 'guide/en/index.html', 'guide/reference.html'])
    expect(read(`site/${page}`)).toContain('<main>');
  for (const page of ['guide/situation.html', 'guide/en/situation.html'])
    for (const [, picture = ''] of read(`site/${page}`).matchAll(/ src="([^"]+)"/g))
      expect(read(`site/${page.replace(/[^/]+$/, '')}${picture}`)).not.toBe('');
});

test('the page asks for nothing that the folder lacks, and the manifest names the address alone', () => {
  const page = read('site/taskpane.html');
  for (const [, source] of page.matchAll(/ src="?([^"> ]+)/g)) expect(read(`site/${source}`)).not.toBe('');
  const manifest = read('manifest.xml');
  for (const [, named] of manifest.matchAll(/"https:\/\/localhost[^/]*\/enveloppe\/([^"]+)"/g))
    expect(read(`site/${named}`)).not.toBe('');
  expect(manifest.replaceAll(ADDRESS, '')).not.toMatch(/https:\/\/localhost/);
});

test('each package that is shipped has a licence of the list, its text, and a line in the bill of materials', () => {
  interface Component {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly { readonly license?: { readonly id?: string } }[];
  }
  const { components } = JSON.parse(read('site/sbom.cdx.json')) as { readonly components: readonly Component[] };
  const notices = read('site/THIRD-PARTY-NOTICES.txt');
  const named = components.map((one) => ({ ...one, full: one.group ? `${one.group}/${one.name}` : one.name }));
  expect(named.map(({ full }) => full)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const { full, version, licenses } of named) {
    expect(notices).toContain(`\n${full} ${version}\n`);
    const ids = licenses?.map(({ license }) => license?.id) ?? [];
    if (!OWN_LICENCE.includes(full)) expect({ full, ids }).toEqual({ full, ids: [expect.anything()] });
    for (const id of ids) expect(LICENCES).toContain(id);
  }
});

/** Key, certificate and configurations of a server that answers at `ADDRESS`, in `folder`. */
async function prepare(name: string): Promise<string> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' });
  writeFileSync(join(folder, 'key.pem'), made.private);
  writeFileSync(join(folder, 'cert.pem'), made.cert);
  const file = join(folder, name);
  writeFileSync(file, read(name).replaceAll('/srv/enveloppe', join(deployed, 'site')));
  return file;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

function ask(address: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(address, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    }).once('error', reject);
  });
}

/** Waits until the server answers, or fails with what it printed. */
async function answering(child: ChildProcess): Promise<void> {
  let output = '';
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  while (child.exitCode === null) {
    const answer = await ask(`${ADDRESS}/taskpane.html`).catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`the server ended: ${output}`);
}

async function expectServed(): Promise<void> {
  const [, hashed] = /src="?(functions\.[0-9a-f]{8}\.js)/.exec(read('site/taskpane.html')) ?? [];
  const [page, script, fixed, office] = await Promise.all(
    ['taskpane.html', hashed, 'functions.js', 'office-js/office.js'].map((name) => ask(`${ADDRESS}/${name}`)),
  );
  for (const answer of [page, script, fixed, office]) {
    expect(answer?.status).toBe(200);
    expect(answer?.headers['x-content-type-options']).toBe('nosniff');
    expect(answer?.headers['access-control-allow-origin']).toBe('*');
    expect(answer?.headers['content-security-policy']).toContain("connect-src 'self';");
    expect(answer?.headers['content-security-policy']).toContain('https://*.officeapps.live.com');
  }
  expect(script?.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  for (const answer of [page, fixed, office]) expect(answer?.headers['cache-control']).toBe('no-cache');
  expect(String(page?.headers['content-type'])).toMatch(/^text\/html/);
  expect(String(script?.headers['content-type'])).toMatch(/javascript/);
  if (has('curl')) {
    const { stdout } = spawnSync('curl', ['-sS', '--insecure', '-I', `${ADDRESS}/taskpane.html`], { encoding: 'utf8' });
    expect(stdout).toMatch(/^HTTP\/\S+ 200/);
    expect(stdout).toMatch(/^content-security-policy: /im);
    expect(stdout).toMatch(/^cache-control: no-cache/im);
  }
  const guide = await ask(`${ADDRESS}/guide/index.html`);
  expect(guide.status).toBe(200);
  expect(String(guide.headers['content-type'])).toMatch(/^text\/html/);
  expect((await ask(`${ADDRESS}/absent.js`)).status).toBe(404);
  expect((await ask(`${ADDRESS}/assets/`)).status).toBe(403); // no list of files
}

(has('nginx') ? test : test.skip)('nginx serves it, and the pane runs from there', async () => {
  const included = await prepare('nginx.conf');
  const page = join(ROOT, 'dist');
  mkdirSync(join(folder, 'tmp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const configuration = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;
events {}
http {
  include /etc/nginx/mime.types; access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/tmp/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${PORT} ssl; listen [::1]:${PORT} ssl;
    ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
    include ${included};
    location /workbench/ { root "${page}"; index index.html; }
    location = / { return 302 /workbench/; }
    location /assets/ { root "${deployed}/site"; }
    location = /manifest.xml { alias "${deployed}/manifest.xml"; }
    location = /workbook { alias "${page}/samples/Suivi 2023.xlsx"; add_header Content-Disposition "inline; filename*=UTF-8''suivi.xlsx"; }
  }
}`;
  writeFileSync(join(folder, 'nginx-test.conf'), configuration);
  server = spawn('nginx', ['-c', join(folder, 'nginx-test.conf'), '-p', folder, '-e', 'stderr']);
  await answering(server);
  await expectServed();
  const atelier = await openAtelier(`https://localhost:${PORT}/workbench/`, { today: '2023-12-31' });
  try {
    await atelier.pane.getByRole('tab', { name: /^À traiter/ }).waitFor();
    expect(atelier.errors).toEqual([]);
    const asked = atelier.requests.map((request) => new URL(request));
    expect(new Set(asked.filter(({ protocol }) => protocol === 'https:').map(({ host }) => host))).toEqual(
      new Set([`localhost:${PORT}`]),
    );
    expect(asked.map(({ pathname }) => pathname)).toContain('/enveloppe/office-js/office.js');
  } finally {
    await atelier.close();
  }
});

const APACHE = '/usr/lib/apache2/modules';
(has('apache2') ? test : test.skip)('Apache serves it', async () => {
  const included = await prepare('apache.conf');
  const modules = ['mpm_event', 'authz_core', 'alias', 'headers', 'mime', 'ssl', 'socache_shmcb', 'dir', 'autoindex'];
  const configuration = `ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/apache.pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/apache.log
${modules.map((name) => `LoadModule ${name}_module ${APACHE}/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
Listen 127.0.0.1:${PORT}
Listen [::1]:${PORT}
User www-data
Group www-data
<VirtualHost *:${PORT}>
  SSLEngine on
  SSLCertificateFile ${folder}/cert.pem
  SSLCertificateKeyFile ${folder}/key.pem
  Include ${included}
</VirtualHost>`;
  writeFileSync(join(folder, 'apache-test.conf'), configuration);
  spawnSync('chmod', ['-R', 'a+rX', folder]);
  server = spawn('apache2', ['-f', join(folder, 'apache-test.conf'), '-DFOREGROUND']);
  await answering(server);
  await expectServed();
});
