// The https server of the workbench: static files of dist/, Office.js from its npm package, one workbook. Loopback
// only; each answer carries a content security policy that leaves no way out of this origin.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import https from 'node:https';
import path from 'node:path';
import { ROOT } from './install.mjs';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

const COMMON_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";
/** The pane: nothing but its own files, and Office.js's own page. */
const PANE_POLICY = `${COMMON_POLICY}; img-src 'self' data:; frame-src 'self'`;
/** The workbench: it frames the pane; the grid draws images from memory. */
const PAGE_POLICY = `${COMMON_POLICY}; img-src 'self' data: blob:; worker-src 'self' blob:; frame-src 'self'; frame-ancestors 'none'`;

const OURSELVES = "'self'";
const PORTS_TO_TRY = 50;

/**
 * Serves on the first free port from `port`. `workbook` is the path of the file that the page opens first; `framedBy`
 * is who may show the pane: the workbench alone, unless given; Excel on the web, which reads the functions from a page
 * of its own, is then allowed to. Resolves with `{ port, origin, close() }`.
 */
export async function serve({ port = 3000, key, cert, workbook, framedBy = OURSELVES, root = ROOT }) {
  const folders = { dist: path.join(root, 'dist'), office: path.join(root, 'node_modules/@microsoft/office-js/dist') };
  const answer = answerer({ ...folders, workbook, framedBy });
  for (let candidate = port; candidate < port + PORTS_TO_TRY; candidate++) {
    const servers = await listen({ key, cert }, candidate, answer);
    if (servers === null) continue;
    const close = () => Promise.all(servers.map(closeServer));
    return { port: candidate, origin: `https://localhost:${candidate}`, close };
  }
  throw new Error(`No free port between ${port} and ${port + PORTS_TO_TRY - 1}`);
}

/** One server per loopback address (`localhost` may mean either); null when the port is taken on one of them. */
async function listen(credentials, port, answer) {
  const servers = [];
  for (const host of ['127.0.0.1', '::1']) {
    const server = https.createServer(credentials, answer);
    const problem = await new Promise((resolve) => {
      server.once('error', (error) => resolve(error.code));
      server.listen({ port, host }, () => resolve(null));
    });
    if (problem === null) servers.push(server);
    else if (problem === 'EADDRINUSE' || problem === 'EACCES') {
      await Promise.all(servers.map(closeServer));
      return null;
    } else if (host === '127.0.0.1') throw new Error(`Cannot listen on ${host}:${port} (${problem})`);
  }
  return servers;
}

function closeServer(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

function answerer(site) {
  return (request, response) => {
    respond(site, request, response).catch((error) => {
      console.error(`${request.method} ${request.url}: ${error.message}`);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end();
    });
  };
}

async function respond(site, request, response) {
  const { pathname, search } = new URL(request.url, 'https://localhost');
  setSafetyHeaders(response, pathname, site.framedBy);
  // A page elsewhere may resolve its own name to 127.0.0.1 and read the user's workbook: answer to our own names only.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return refuse(response, 421);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  if (pathname === '/') return redirect(response, `/workbench/${search}`);
  if (pathname === '/workbook') return sendWorkbook(site.workbook, request, response);
  const file = fileOf(site, pathname);
  const known = file === null ? null : await stat(file).catch(() => null);
  if (!known?.isFile()) return refuse(response, 404);
  const tag = `"${known.size}-${Math.round(known.mtimeMs)}"`;
  response.setHeader('ETag', tag);
  if (request.headers['if-none-match'] === tag) return refuse(response, 304);
  response.writeHead(200, {
    'Content-Type': TYPES.get(path.extname(file)) ?? 'application/octet-stream',
    'Content-Length': known.size,
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function setSafetyHeaders(response, pathname, framedBy) {
  const policy = pathname.startsWith('/workbench/') ? PAGE_POLICY : `${PANE_POLICY}; frame-ancestors ${framedBy}`;
  response.setHeader('Content-Security-Policy', policy);
  if (framedBy !== OURSELVES) response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-cache');
}

/** The workbook as it is on the disk now, with its name; 404 when there is none, so that the page shows it. */
async function sendWorkbook(workbook, request, response) {
  const bytes = workbook === undefined ? null : await readFile(workbook).catch(() => null);
  if (bytes === null) return refuse(response, 404);
  response.writeHead(200, {
    'Content-Type': TYPES.get('.xlsx'),
    'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(path.basename(workbook))}`,
    'Content-Length': bytes.length,
  });
  return response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The file behind a path, or null when the path is malformed or leaves its folder. */
function fileOf({ dist, office }, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const [folder, rest] = decoded.startsWith('/office-js/')
    ? [office, decoded.slice('/office-js'.length)]
    : [dist, decoded];
  const file = path.join(folder, rest.endsWith('/') ? `${rest}index.html` : rest);
  return file.startsWith(folder + path.sep) ? file : null;
}

function refuse(response, status) {
  response.writeHead(status);
  response.end();
}

function redirect(response, location) {
  response.writeHead(302, { Location: location });
  response.end();
}
