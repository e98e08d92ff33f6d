/** Reads the project's TypeScript once, for the style guide's test: files, their imports, their syntax trees. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export interface ImportEdge {
  /** Path from the project's root, or the package's name. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly tree: ts.SourceFile;
  readonly imports: readonly ImportEdge[];
}

export const ROOT = resolve(__dirname, '../../..');

/** Every file below a folder of the project, without what is installed or built. */
export function filesBelow(folder: string): string[] {
  const absolute = join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ['node_modules', 'dist', '.git', '.cache'].includes(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}

/** The TypeScript files below a folder, parsed. */
export function readSources(folder: string): SourceFile[] {
  return readSome(folder, (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
}

/** The JavaScript files below a folder, parsed. */
export function readScripts(folder: string): SourceFile[] {
  return readSome(folder, (path) => /\.[mc]?js$/.test(path));
}

function readSome(folder: string, isWanted: (path: string) => boolean): SourceFile[] {
  return filesBelow(folder).filter(isWanted).map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const tree = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2022,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : path.endsWith('js') ? ts.ScriptKind.JS : ts.ScriptKind.TS,
  );
  return { path, text, lines: text.split('\n'), tree, imports: importsOf(path, tree) };
}

function importsOf(path: string, tree: ts.SourceFile): ImportEdge[] {
  const edges: ImportEdge[] = [];
  const add = (specifier: string, isTypeOnly: boolean): void => {
    const isOurs = specifier.startsWith('.');
    edges.push({ target: isOurs ? resolveOurs(path, specifier) : specifier, isOurs, isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, isTypeOnlyImport(node));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return edges;
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    !!names &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((name) => name.isTypeOnly)
  );
}

function resolveOurs(from: string, specifier: string): string {
  const base = resolve(ROOT, dirname(from), specifier);
  const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((ending) => base + ending)
    .find((path) => existsSync(path) && /\.\w+$/.test(path));
  return relative(ROOT, found ?? base).replaceAll('\\', '/');
}

/** Calls `visit` on every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `file:line` of a node, for a failure that leads to the place. */
export function placeOf(source: SourceFile, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
