/**
 * Every language holds the same files with the same members, and the compiler asks for the words of a new rule, of a
 * new failure and of a new language.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { LANGUAGES } from '../../src/messages/language';
import { filesBelow } from '../support/tidy/sources';

const ROOT = path.join(__dirname, '..', '..');
const MESSAGES = path.join(ROOT, 'src', 'messages');

function filesOf(language: string): string[] {
  return readdirSync(path.join(MESSAGES, language), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
}

/** The members of a value, those of its members included: `families.IMP.titles.IMP-01 string`. */
function membersOf(value: unknown, name = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${name} ${typeof value}`];
  return Object.entries(value).flatMap(([key, member]) => membersOf(member, name === '' ? key : `${name}.${key}`));
}

describe('each language', () => {
  const files = filesOf('fr');

  test('has a folder and no other folder exists but that of the documents', () => {
    const folders = readdirSync(MESSAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...LANGUAGES, 'documents'].sort());
  });

  test.each(LANGUAGES)('%s holds the files of French', (language) => {
    expect(files).toContain(path.join('findings', 'imp.ts'));
    expect(filesOf(language)).toEqual(files);
  });

  test.each(files)('%s has the same members in every language', (file) => {
    const members = LANGUAGES.map((language) => membersOf(jest.requireActual(path.join(MESSAGES, language, file))));
    for (const some of members) expect(some.sort()).toEqual(members[0]?.sort());
    expect(members[0]?.length).toBeGreaterThan(0);
  });
});

test('no source compares a language: what depends on it is a Record<Language, …>', () => {
  const comparison = new RegExp(`[!=]==? '(${LANGUAGES.join('|')})'`);
  const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => comparison.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});

const config = ts.getParsedCommandLineOfConfigFile(
  path.join(ROOT, 'tsconfig.json'),
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(String(messageText));
    },
  },
);
const OPTIONS: ts.CompilerOptions = { ...config?.options, incremental: false, noEmit: true, types: [] };
const unchanged = new Map<string, ts.SourceFile | undefined>();

/** The files of `src/messages` that do not compile once the text of the sources is changed. */
function filesRefused(change: (text: string) => string): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) => {
    if (!unchanged.has(name)) unchanged.set(name, read(name, target));
    const source = unchanged.get(name);
    const text = source && change(source.text);
    return text === undefined || text === source?.text ? source : ts.createSourceFile(name, text, target, true);
  };
  const entries = ['describe-finding.ts', 'failures.ts', 'reconciliation-words.ts'];
  const program = ts.createProgram(
    entries.map((name) => path.join(MESSAGES, name)),
    OPTIONS,
    host,
  );
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(MESSAGES));
  return sources
    .filter((source) => program.getSemanticDiagnostics(source).length > 0)
    .map(({ fileName }) => path.relative(MESSAGES, fileName))
    .sort();
}

describe('the compiler', () => {
  test('asks for the evidence, the French and the English of a new rule, family or failure', () => {
    const refused = filesRefused((text) =>
      text
        .replace(/^ {2}'ANX-01': \{/m, "  'ANX-99': { readonly sum: 1 };\n  'NEW-01': { readonly sum: 1 };\n$&")
        .replace(/^export type Failure =$/m, "$&\n  | { readonly code: 'newFailure' }"),
    );
    expect(refused).toEqual([
      'describe-finding.ts',
      'en/failures.ts',
      'en/findings/anx.ts',
      'evidence.ts',
      'fr/failures.ts',
      'fr/findings.ts',
      'fr/findings/anx.ts',
    ]);
  });

  test('asks for a line in each table of a new language', () => {
    const refused = filesRefused((text) => text.replace("LANGUAGES = ['fr', 'en']", "LANGUAGES = ['fr', 'en', 'de']"));
    expect(refused).toEqual([
      'articles.ts',
      'describe-finding.ts',
      'failures.ts',
      'format.ts',
      'formatter.ts',
      'labels.ts',
      'reconciliation-words.ts',
    ]);
  });
});
