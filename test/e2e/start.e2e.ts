/** `npm start`: what it prints, what it serves and to whom, what it refuses, how it ends. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_PORT, refusedStart, startServer, type Server } from '../support/excel/browser';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Asks with a path that no client tidies, over one loopback address. */
function ask(origin: string, path: string, headers: Record<string, string> = {}, host = '127.0.0.1'): Promise<Answer> {
  return new Promise((done, fail) => {
    const options = { host, port: new URL(origin).port, path, headers, rejectUnauthorized: false };
    const request = https.get(options, (answer) => {
      answer.resume();
      done({ status: answer.statusCode ?? 0, headers: answer.headers });
    });
    request.on('error', fail);
  });
}

function fileWith(name: string, contents: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'enveloppe-')), name);
  writeFileSync(path, contents);
  return path;
}

describe('a running workbench', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test('prints its address, how to stop it, and one sentence about the certificate', () => {
    expect(server.output()).toContain(server.origin);
    expect(server.output()).toContain('Ctrl+C');
    expect(server.output().match(/certificat/g)).toHaveLength(1);
  });

  test.each`
    path                                   | status | what
    ${'/'}                                 | ${302} | ${'sends to the workbench'}
    ${'/workbench/'}                       | ${200} | ${'the workbench page'}
    ${'/taskpane.html'}                    | ${200} | ${'the pane'}
    ${'/functions.json'}                   | ${200} | ${'the description of the functions'}
    ${'/office-js/office.js'}              | ${200} | ${'the real Office.js'}
    ${'/workbook'}                         | ${200} | ${'the sample'}
    ${'/nowhere'}                          | ${404} | ${'a missing file'}
    ${'/../package.json'}                  | ${404} | ${'a file above the folder'}
    ${'/%2e%2e/package.json'}              | ${404} | ${'the same, encoded'}
    ${'/office-js/..%2f..%2fpackage.json'} | ${404} | ${'the same, from Office.js'}
    ${'/%zz'}                              | ${404} | ${'a malformed path'}
  `('answers $status to $path: $what', async ({ path, status }: { path: string; status: number }) => {
    expect((await ask(server.origin, path)).status).toBe(status);
  });

  test.each(['/workbench/', '/taskpane.html', '/nowhere'])(
    '%s may connect to nothing but this origin',
    async (path) => {
      const policy = String((await ask(server.origin, path)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    },
  );

  test('does not answer to another name that resolves to this machine', async () => {
    expect((await ask(server.origin, '/workbook', { host: 'attacker.example' })).status).toBe(421);
  });

  test('a second one takes the next free port, and Ctrl+C ends it cleanly', async () => {
    const second = await startServer();
    expect(second.origin).not.toBe(server.origin);
    expect(await second.stop()).toBe(0);
    expect(second.output()).toContain('arrêté');
  });
});

test('a port taken by something else is left to it', async () => {
  const other = createServer();
  // Taken by this server, or already by another program of the machine.
  await new Promise((taken) => other.once('listening', taken).once('error', taken).listen(FIRST_PORT, '127.0.0.1'));
  const server = await startServer();
  expect(server.origin).not.toContain(String(FIRST_PORT));
  await server.stop();
  other.close();
});

describe('a file that cannot be opened is refused in one sentence, and nothing is served', () => {
  test.each`
    file                                            | printed
    ${() => join(tmpdir(), 'nulle-part.xlsx')}      | ${/nulle-part\.xlsx/}
    ${() => fileWith('contrat.xlsx', '%PDF-1.7\n')} | ${/PDF/}
    ${() => fileWith('vide.xlsx', '')}              | ${/vide/}
    ${() => fileWith('notes.xlsx', 'a;b;c\n1;2;3')} | ${/classeur/}
    ${() => tmpdir()}                               | ${/./}
  `('prints $printed', async ({ file, printed }: { file: () => string; printed: RegExp }) => {
    const { sentence, code } = await refusedStart(file());
    expect(code).toBe(2);
    expect(sentence).toMatch(printed);
    expect(sentence.split('\n')).toHaveLength(1);
    expect(sentence).not.toMatch(/ at |Error/);
  });
});
