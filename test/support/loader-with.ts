/** Loads modules of the product once more, with others in place of some that they import, for a test to compare both. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transformSync, type Options } from '@swc/core';
import ts from 'typescript';
import { ROOT } from './tidy/sources';

type Exports = Record<string, unknown>;

export interface Loader {
  /** Loads a module, by its path from the root of the project, with all that it imports, each once. */
  load<Module>(path: string): Module;
  /** Every regular expression that was built while they were loaded. */
  readonly patterns: readonly RegExp[];
}

const OPTIONS: Options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  swcrc: false,
};

/** `others`: by the paths of modules, their exports. */
export function loaderWith(others: Readonly<Record<string, Exports>>): Loader {
  const loaded = new Map(Object.entries(others).map(([other, exports]) => [join(ROOT, other), exports]));
  const patterns: RegExp[] = [];
  let isLoading = false;
  const Recording = new Proxy(RegExp, {
    construct: (target, [source, flags]: [string, string?]) => {
      const pattern = new target(source, flags);
      if (isLoading) patterns.push(pattern);
      return pattern;
    },
  });
  const exportsOf = (file: string): Exports => {
    const known = loaded.get(file);
    if (known) return known;
    const exports: Exports = {};
    loaded.set(file, exports);
    const { code } = transformSync(withBuiltPatterns(readFileSync(file, 'utf8')), OPTIONS);
    const required = (name: string): unknown =>
      name.startsWith('.') ? exportsOf(fileOf(join(dirname(file), name))) : createRequire(file)(name);
    // oxlint-disable-next-line typescript/no-implied-eval -- the project's own sources
    new Function('require', 'exports', 'RegExp', code)(required, exports, Recording);
    return exports;
  };
  const load = <Module>(path: string): Module => {
    isLoading = true;
    const exports = exportsOf(join(ROOT, path)) as Module;
    isLoading = false;
    return exports;
  };
  return { load, patterns };
}

function fileOf(path: string): string {
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

/** The code with each literal pattern built by `new RegExp`. */
function withBuiltPatterns(code: string): string {
  const source = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest, true);
  let [built, from] = ['', 0];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const given = [node.text.slice(1, end), node.text.slice(end + 1)].map((part) => JSON.stringify(part));
      built += `${code.slice(from, node.getStart())} new RegExp(${given.join(', ')})`;
      from = node.getEnd();
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return built + code.slice(from);
}
