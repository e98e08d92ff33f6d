/** One name for one thing: no two files of the product share a bare name, and no two exports name a type alike. */
import ts from 'typescript';
import { type SourceFile } from './sources';

/** Files of one name in several folders, such as two `names.ts`. Entries (`index`) are named by their bundler. */
export function sharedFileNames(sources: readonly SourceFile[]): string[] {
  const paths = new Map<string, string[]>();
  for (const { path } of sources) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!/^index\.tsx?$/.test(name) && !isWordsOfALanguage(path)) collect(paths, name, path);
  }
  return severalOf(paths).map(([, shared]) => `${shared.join(', ')}: name each after its own subject`);
}

/** The languages hold the same files on purpose. */
function isWordsOfALanguage(path: string): boolean {
  return /^src\/messages\/(fr|en)\//.test(path);
}

/** Exported types, interfaces, classes and enumerations that share a name. */
export function sharedTypeNames(sources: readonly SourceFile[]): string[] {
  const paths = new Map<string, string[]>();
  for (const { path, tree } of sources) {
    for (const statement of tree.statements) {
      const name = exportedTypeName(statement);
      if (name) collect(paths, name, path);
    }
  }
  return severalOf(paths).map(([name, shared]) => `${name} (${shared.join(', ')}): one name for one thing`);
}

function exportedTypeName(statement: ts.Statement): string | null {
  const isType =
    ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement);
  if (!isType || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return null;
  return statement.name?.text ?? null;
}

function collect(paths: Map<string, string[]>, name: string, path: string): void {
  const known = paths.get(name);
  if (known) known.push(path);
  else paths.set(name, [path]);
}

function severalOf(paths: ReadonlyMap<string, readonly string[]>): [string, readonly string[]][] {
  return [...paths].filter(([, shared]) => new Set(shared).size > 1);
}
