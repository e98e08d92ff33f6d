/**
 * The style guide, executed. Each rule's failure names the place and the remedy, so that nobody has to remember the
 * guide.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { arrowsBroken, deadFiles, importCycles, roomOf } from './support/tidy/rooms';
import { oddTurns, oddTurnsOfPython, testNamesOf } from './support/tidy/plain-english';
import { sharedFileNames, sharedTypeNames } from './support/tidy/unique-names';
import { filesBelow, placeOf, readScripts, readSources, ROOT, walk, type SourceFile } from './support/tidy/sources';

const sources = [...readSources('src'), ...readSources('workbench')];
const tests = readSources('test');
const scripts = readSources('scripts');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '');

/** Folders of `test` that mirror no room of the product. */
const TEST_FOLDERS = ['bench', 'e2e', 'faults', 'golden', 'libreoffice', 'oracle', 'support', 'types'];

/** Names that a room must not use, and what to use instead. */
const BANS: readonly { readonly name: string; readonly rooms: readonly string[]; readonly instead: string }[] = [
  {
    name: 'Date',
    rooms: ['domain', 'workbook', 'documents', 'application', 'functions', 'conventions'],
    instead: 'CivilDate, and the Clock port for today',
  },
  { name: 'Math.random', rooms: ['*'], instead: 'a seed passed in' },
  { name: 'parseFloat', rooms: ['*'], instead: 'readAmountText, or Number on a whole-string match' },
  { name: 'console', rooms: ['*'], instead: 'a Failure that the pane, the cell or stderr shows' },
  { name: 'eval', rooms: ['*'], instead: 'plain code' },
  { name: 'innerHTML', rooms: ['*'], instead: 'textContent: a user’s text is data' },
  { name: 'dangerouslySetInnerHTML', rooms: ['*'], instead: 'children: a user’s text is data' },
  { name: 'Excel', rooms: ['!adapters/excel'], instead: 'the WorkbookPort' },
  { name: 'OfficeExtension', rooms: ['!adapters/excel'], instead: 'the WorkbookPort' },
  { name: 'Office', rooms: ['!adapters/excel'], instead: 'a function of adapters/excel' },
];

function isBannedIn(rooms: readonly string[], room: string): boolean {
  if (rooms.includes('*')) return true;
  return rooms.some((rule) => (rule.startsWith('!') ? rule.slice(1) !== room : rule === room));
}

function bannedUses(source: SourceFile): string[] {
  const room = roomOf(source.path) ?? '';
  const bans = BANS.filter((ban) => isBannedIn(ban.rooms, room));
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isIdentifier(node)) return;
    const parent = node.parent;
    const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
    const full = isMember ? `${parent.expression.getText()}.${node.text}` : node.text;
    const isUse = !isMember || node.text === 'innerHTML';
    const isDeclaredKey =
      (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent)) &&
      parent.name === node;
    for (const ban of bans) {
      if (full === ban.name || (isUse && !isDeclaredKey && node.text === ban.name)) {
        found.push(`${placeOf(source, node)}: ${ban.name} is banned here; use ${ban.instead}`);
      }
    }
  });
  return found;
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node)
  );
}

function longFunctions(source: SourceFile, limit: number): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!isFunction(node) || !node.body) return;
    const start = source.tree.getLineAndCharacterOfPosition(node.getStart()).line;
    const lines = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line - start + 1;
    if (lines > limit) found.push(`${placeOf(source, node)}: ${lines} lines; split it at ${limit}`);
  });
  return found;
}

function undocumentedExports(source: SourceFile): string[] {
  return source.tree.statements
    .filter(
      (statement) =>
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword),
    )
    .filter(
      (statement) => ts.getJSDocCommentsAndTags(statement).length === 0 && statement !== source.tree.statements[0],
    )
    .filter((statement) => !/^\s*(\/\*\*|\/\/)/.test(source.text.slice(statement.getFullStart(), statement.getStart())))
    .map((statement) => `${placeOf(source, statement)}: say in a docstring what it is, its units and its refusals`);
}

/** A row of a test table is read as a table: breaking it would hide the columns. */
function isRowOfTable(line: string): boolean {
  return /^\s*(\$\{.*\||[\w ]+\|[\w |]*$)/.test(line) || line.split(' | ').length > 4;
}

/** Prettier leaves strings uncut, so a line may be as long as its longest string makes it. */
function isLongByText(line: string): boolean {
  const strings = line.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?:[^/\\]|\\.)+\//g) ?? [];
  const longest = Math.max(0, ...strings.map((text) => text.length));
  return line.length - longest <= 120 || /['"`][,;)\]}\s]*$/.test(line) || /^\s*import /.test(line);
}

function expectNone(faults: readonly string[]): void {
  expect(faults).toEqual([]);
}

describe('rooms', () => {
  test('imports follow the arrows', () => expectNone(arrowsBroken(sources)));

  test('no cycle of imports, types included', () => {
    expectNone(importCycles(sources).map((cycle) => `${cycle.join(' → ')}: move what they share to a file of its own`));
  });

  test('a folder holds at most 25 files, the folders of like files aside', () => {
    const counts = new Map<string, number>();
    for (const { path } of [...sources, ...tests, ...scripts])
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    const crowded = [...counts].filter(([folder, count]) => count > 25 && !folder.endsWith('/rules'));
    expectNone(crowded.map(([folder, count]) => `${folder}: ${count} files; divide it by subject`));
  });

  test('one name for one thing: files and exported types', () => {
    expectNone([...sharedFileNames(sources), ...sharedTypeNames(sources)]);
  });

  test('every file is reached from an entry', () => {
    const entries = [
      'src/taskpane/index.tsx',
      'src/functions/index.ts',
      'src/commands/index.ts',
      'src/cli/main.ts',
      'src/cli/node/worker.ts',
      'src/cli/node/thread.ts',
      'src/library/index.ts',
      'workbench/page/index.tsx',
      ...scripts.flatMap((script) => script.imports.filter((edge) => edge.isOurs).map((edge) => edge.target)),
      ...[...tests, ...scripts].flatMap((file) =>
        file.imports
          .filter((edge) => edge.isOurs && edge.target.startsWith('workbench/host/'))
          .map((edge) => edge.target),
      ),
    ];
    expectNone(deadFiles(sources, entries).map((path) => `${path}: nobody uses it; use it or delete it`));
  });

  test('a test is in the folder of its subject', () => {
    const folders = new Set(sources.map(({ path }) => dirname(path).replace(/^src\//, '')));
    const hasRoom = (folder: string): boolean => [...folders].some((room) => `${room}/`.startsWith(`${folder}/`));
    const misplaced = tests
      .map(({ path }) => ({ path, folder: dirname(path).slice('test/'.length) }))
      .filter(({ folder }) => folder !== '' && !TEST_FOLDERS.includes(folder.split('/')[0] ?? '') && !hasRoom(folder));
    expectNone(misplaced.map(({ path }) => `${path}: move it to the folder that mirrors its subject in src`));
  });

  test('the suites that start first exist', () => {
    const order = readFileSync(join(ROOT, 'test/support/jest/slow-first.cjs'), 'utf8');
    const named = order.match(/test\/[\w/.-]+\.tsx?/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expectNone(named.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${path}: name it as it is now`));
  });

  test('big.js enters by one door', () => {
    const others = sources.filter((source) => source.imports.some((edge) => edge.target === 'big.js'));
    expect(others.map((source) => source.path)).toEqual(['src/domain/money/decimal.ts']);
  });

  /** The folder of a file at that depth below the root, itself included; null for a file above it. */
  const folderOf = (path: string, depth: number): string | null =>
    path.split('/').length > depth ? path.split('/').slice(0, depth).join('/') : null;
  const foldersAt = (room: string, depth: number): readonly string[] => [
    ...new Set(sources.filter(({ path }) => path.startsWith(room)).flatMap(({ path }) => folderOf(path, depth) ?? [])),
  ];

  test('every folder of src, and every folder of its domain, has a README.md that describes it', () => {
    const rooms = [...foldersAt('', 2).filter((folder) => folder !== 'src/adapters'), ...foldersAt('src/adapters/', 3)];
    const folders = [...rooms, ...foldersAt('src/domain/', 3)];
    const others = tracked.filter((path) => /^src\/.*README\.md$/.test(path)).map((path) => dirname(path));
    const faults = [...new Set([...folders, ...others])].flatMap((folder) => {
      const path = join(ROOT, folder, 'README.md');
      const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0;
      return [
        ...(lines < 3 ? [`${folder}: write a README.md`] : []),
        ...(lines > 20 && rooms.includes(folder) ? [`${folder}/README.md: ${lines} lines; keep 20`] : []),
      ];
    });
    expectNone(faults);
  });
});

test('the guides of the rooms name files that are there', () => {
  const guides = tracked.filter((path) => /^(?:src|workbench|scripts)\/.*README\.md$/.test(path));
  const named = guides.flatMap((guide) => {
    const names = readFileSync(join(ROOT, guide), 'utf8').match(/(?<![\w*<>.-])[\w/.-]+\.(?:tsx?|mjs|cjs)\b/g) ?? [];
    return names.map((name) => ({ guide, name }));
  });
  expect(named.length).toBeGreaterThan(300);
  const isThere = (name: string): boolean => tracked.some((path) => `/${path}`.endsWith(`/${name}`));
  expectNone(named.filter(({ name }) => !isThere(name)).map(({ guide, name }) => `${guide}: there is no ${name}`));
});

describe('files', () => {
  const everything = [...sources, ...tests, ...scripts];

  test('no banned name', () => expectNone(sources.filter((s) => !s.path.startsWith('src/cli/')).flatMap(bannedUses)));

  test('no any, no silenced type error', () => {
    const found: string[] = [];
    for (const source of everything) {
      walk(source.tree, (node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword)
          found.push(`${placeOf(source, node)}: any is banned; use unknown and narrow it`);
      });
      if (/@ts-(ignore|nocheck)/.test(source.text) && !source.path.includes('tidy'))
        found.push(`${source.path}: do not silence the compiler`);
    }
    expectNone(found);
  });

  test('comments and test names are in plain English, in every language of the project', () => {
    const javaScript = ['scripts', 'test', 'workbench', 'bin'].flatMap(readScripts);
    const python = ['scripts', 'test', 'workbench'].flatMap(filesBelow).filter((path) => path.endsWith('.py'));
    expect(Math.min(javaScript.length, python.length)).toBeGreaterThan(5);
    expectNone([
      ...[...everything, ...javaScript].flatMap(oddTurns),
      ...python.flatMap((path) => oddTurnsOfPython(path, readFileSync(join(ROOT, path), 'utf8'))),
    ]);
  });

  test('every document that the code names is in the repository', () => {
    const documents = /(?<![\w/.-])(?:[\w-]+\/)*[\w-]+\.md\b|\bdocs[:,] [\w-]+|\bcontract,? \(?§/g;
    const named = everything.flatMap(({ path, text }) =>
      (text.match(documents) ?? []).map((document) => ({ path, document })),
    );
    expect(named.length).toBeGreaterThan(20);
    const isThere = (document: string): boolean => tracked.some((path) => `/${path}`.endsWith(`/${document}`));
    expectNone(
      named
        .filter(({ document }) => !isThere(document))
        .map(({ path, document }) => `${path}: “${document}” is not in the repository; name its source, or drop it`),
    );
  });

  test('no work left behind a word', () => {
    const words = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'));
    expectNone(
      everything.filter((source) => words.test(source.text)).map((source) => `${source.path}: do it, or open an issue`),
    );
  });

  test('files and lines stay short', () => {
    const faults = everything.flatMap((source) => {
      const limit = source.path.startsWith('src/domain/') ? 200 : source.path.startsWith('src/') ? 400 : 500;
      const long = source.lines.findIndex((line) => line.length > 120 && !isRowOfTable(line) && !isLongByText(line));
      return [
        ...(source.lines.length > limit + 1
          ? [`${source.path}: ${source.lines.length} lines; split it at ${limit}`]
          : []),
        ...(long >= 0 ? [`${source.path}:${long + 1}: ${source.lines[long]?.length} characters; break it at 120`] : []),
      ];
    });
    expectNone(faults);
  });

  test('functions stay short', () =>
    expectNone([...sources, ...scripts].flatMap((source) => longFunctions(source, 60))));

  test('every file of src opens with a comment', () => {
    expectNone(
      sources
        .filter((source) => !/^\s*(\/\*\*|\/\/)/.test(source.text))
        .map((source) => `${source.path}: open with a comment of 1 to 5 lines`),
    );
  });

  test('every export of the domain and of the functions is documented', () => {
    const documented = sources.filter((source) => ['domain', 'functions'].includes(roomOf(source.path) ?? ''));
    expectNone(documented.flatMap(undocumentedExports));
  });
});

describe('controls', () => {
  /** The registry and the list of each family, which it joins. */
  const lists = sources.filter((source) =>
    /^src\/domain\/controls\/(registry|rules\/[a-z]+-controls)\.ts$/.test(source.path),
  );
  const controls = sources.filter((source) => /^src\/domain\/controls\/rules\/[a-z]+-\d\d.*\.ts$/.test(source.path));

  test('each control has its file, its place in the list of its family and its test', () => {
    expect(controls.length).toBeGreaterThanOrEqual(50);
    const registered = new Set(lists.flatMap(({ imports }) => imports.map((edge) => edge.target)));
    const families = lists.map(({ path }) => path).filter((path) => path.includes('/rules/'));
    expect(families.filter((path) => !registered.has(path))).toEqual([]);
    // A file of the name of the control, or a test or a group that names its code.
    const rules = tests.filter((file) => file.path.startsWith('test/domain/controls/rules/'));
    const named = rules.flatMap((file) => testNamesOf(file).map(({ text }) => text));
    const isTested = (code: string): boolean =>
      rules.some(({ path }) => basename(path).startsWith(`${code.toLowerCase()}.`)) ||
      named.some((name) => name.includes(code));
    const faults = controls.flatMap((control) => {
      const code = basename(control.path)
        .slice(0, basename(control.path).search(/\d/) + 2)
        .toUpperCase();
      return [
        ...(registered.has(control.path) ? [] : [`${control.path}: register it in the list of its family`]),
        ...(isTested(code) ? [] : [`${code}: write its table tests, and name it in them`]),
      ];
    });
    expectNone(faults);
  });
});

describe('repository', () => {
  test('the lock file carries no address', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('nothing speaks of a machine or of a registry', () => {
    const words = new RegExp(
      [
        '/wo' + 'rk/',
        'registry\\.npm' + 'js',
        '\\.\\./sha' + 'red/(docs|seed|samples|repros|design|hooks|manifest)',
        'helper-' + '\\d',
      ].join('|'),
    );
    const texts = tracked.filter(
      (path) => /\.(tsx?|m?js|json|md|html|xml|py|ya?ml)$|run$/.test(path) && existsSync(join(ROOT, path)),
    );
    expectNone(
      texts
        .filter((path) => words.test(readFileSync(join(ROOT, path), 'utf8')))
        .map((path) => `${path}: remove what only this machine knows`),
    );
  });

  test('nothing large is tracked', () => {
    const large = filesBelow('.').filter(
      (path) => tracked.includes(path) && readFileSync(join(ROOT, path)).length > 1_500_000,
    );
    expectNone(large);
  });
});
