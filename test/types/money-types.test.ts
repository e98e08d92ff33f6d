/** Compiles `money.types.ts` with and without its directives: each marked line must be an error. */
import path from 'node:path';
import ts from 'typescript';

const FILE = path.join(__dirname, 'money.types.ts');
const DIRECTIVE = /^ *\/\/ @ts-expect-error.*$/gm;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
};

/** The compiler's errors on the file, with its text changed first, by line from 1. */
function errorsOf(change: (text: string) => string): readonly { line: number; message: string }[] {
  const host = ts.createCompilerHost(OPTIONS);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target, onError, fresh) =>
    path.resolve(name) === FILE
      ? ts.createSourceFile(name, change(ts.sys.readFile(FILE) ?? ''), target)
      : readSource(name, target, onError, fresh);
  const program = ts.createProgram([FILE], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => ({
    line: (diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1) + 1,
    message: `${diagnostic.file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`,
  }));
}

describe('amounts, to the compiler', () => {
  it('every refused line is refused, every allowed line is allowed', () => {
    expect(errorsOf((text) => text)).toEqual([]);
  });

  it('and each refusal is the compiler’s own: without the directives, each line below one is an error', () => {
    const text = ts.sys.readFile(FILE) ?? '';
    const expected = text
      .split('\n')
      .flatMap((line, index) => (line.trim().startsWith('// @ts-expect-error') ? [index + 2] : []));
    const found = errorsOf((source) => source.replace(DIRECTIVE, '//'));
    expect(expected.length).toBeGreaterThan(10);
    expect([...new Set(found.map(({ line }) => line))]).toEqual(expected);
  });
});
