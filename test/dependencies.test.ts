/** Each package of package.json has its reason in CONTRIBUTING.md, and each reason its package; the code uses it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as manifest from '../package.json';
import { filesBelow, ROOT } from './support/tidy/sources';

const TEXT = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const section = (heading: string): string => TEXT.split(`\n${heading}\n`)[1]?.split(/\n##/)[0] ?? '';
const namesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name ?? '');

/** The first cells of the tables under a heading. */
function firstCells(heading: string): readonly string[] {
  const rows = section(heading)
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return rows.map((row) => row.split(' | ')[0] ?? '');
}

const { dependencies, devDependencies, optionalDependencies } = manifest;
const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
const explained = firstCells('## Dependencies').flatMap(namesIn);

test('each package has one reason, and each reason its package', () => {
  expect([...explained].sort()).toEqual([...packages].sort());
});

test('what is shipped is what the first table names', () => {
  const [, shipped = ''] = section('## Dependencies').split('| shipped | reason |');
  const table = shipped.split('\n\n')[0] ?? '';
  const first = table
    .split('\n')
    .slice(2)
    .flatMap((row) => namesIn(row.split(' | ')[0] ?? ''));
  expect([...first].sort()).toEqual(Object.keys(dependencies).sort());
});

test('each package is used by the code, by a tool or by another package', () => {
  const files = ['src', 'workbench', 'scripts', 'test', 'bin']
    .flatMap(filesBelow)
    .filter((path) => /\.(?:[cm]?[jt]sx?)$/.test(path));
  const tools = [
    ...['eslint.config.mjs', '.prettierrc.json', 'jest.config.js'],
    ...['webpack.config.js', 'webpack.workbench.js', 'tsconfig.json'],
  ];
  const code = [...files, ...tools].map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
  /** Used without their name in the code: types, peers that another package asks for, a program started by name. */
  const peers = new Set(['rxjs', '@testing-library/dom', 'webpack-cli', 'jest-environment-jsdom', 'oxlint-tsgolint']);
  const unused = packages.filter((name) => {
    if (name.startsWith('@types/') || peers.has(name)) return false;
    const bare = name.split('/').at(-1) ?? name;
    return !new RegExp(`['"](?:${name}|${bare})(?:/[^'"]*)?['"]`).test(code);
  });
  expect(unused).toEqual([]);
});

test('what is written here although a library exists is there, with its reason', () => {
  const rows = section('## Written here although a library exists')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'));
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const [, what = '', libraries = '', why = ''] = row.split('|');
    const [path = ''] = namesIn(what);
    expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    expect(libraries.trim()).not.toBe('');
    expect(why.trim().length).toBeGreaterThan(30);
  }
});
