/** The library: each example of its guide compiles and runs; its values are those of the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import * as enveloppe from '../../src/library/index';
import { runOn } from '../support/cli-machine';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { fileOf } from '../support/readers/golden';
import { opened } from '../support/readers/xlsx-read';

const ROOT = join(__dirname, '../..');
const WORKBOOK = ledgerFile([
  ledgerRow({ 'Montant AE': 1_000.5 }),
  ledgerRow({
    "Date d'engagement": null,
    'Date de service fait': MARCH_31,
    'Date de paiement': MARCH_31,
    'Montant CP': 400.25,
  }),
]);
const EXTRACT = [
  'N° EJ;Domaine fonctionnel;Centre financier;Date comptable;Montant engagé',
  '1405612345;0103-03-01;0103-CEFP-C002;15/03/2023;1 200,50',
].join('\n');
const FILES: Readonly<Record<string, Uint8Array>> = {
  'suivi.xlsx': WORKBOOK,
  'extrait.csv': new TextEncoder().encode(EXTRACT),
};
const EXAMPLES = [
  ...readFileSync(join(ROOT, 'docs/library.md'), 'utf8').matchAll(/^## (.+)\n\n```ts\n([^]*?)^```/gm),
].map(([, title = '', code = '']) => ({ title, code }));

test('the guide has an example of each function', () => {
  const functions = Object.keys(enveloppe).sort();
  expect(functions).toEqual(['check', 'compare', 'reconcile', 'report']);
  expect(
    functions.filter((name) => EXAMPLES.some(({ code }) => code.includes(`import { ${name} } from 'enveloppe'`))),
  ).toEqual(functions);
});

test('the examples compile against the types of the library, which can all be written', () => {
  const options: ts.CompilerOptions = {
    ...ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
      ts.sys,
      ROOT,
    ).options,
    incremental: false,
    declaration: true,
    paths: { enveloppe: [join(ROOT, 'src/library/index.ts')] },
    types: ['node'],
  };
  delete options.tsBuildInfoFile;
  const paths = EXAMPLES.map((_, index) => join(ROOT, `test/library/example-${index}.ts`));
  const host = ts.createCompilerHost(options);
  const [readSource, isThere] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
  host.fileExists = (name) => paths.includes(name) || isThere(name);
  host.getSourceFile = (name, target, ...more) =>
    paths.includes(name)
      ? ts.createSourceFile(name, EXAMPLES[paths.indexOf(name)]!.code, target)
      : readSource(name, target, ...more);
  const program = ts.createProgram(paths, options, host);
  const errors = paths.flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)));
  // `npm run check` checks the types of the sources; here they are only written.
  const written = { ...options, noCheck: true, noEmit: false, emitDeclarationOnly: true };
  const writing = ts.createProgram(paths, written, host, program);
  const { diagnostics: unnamed } = writing.emit(undefined, () => undefined);
  expect([...errors, ...unnamed].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual(
    [],
  );
});

test.each(EXAMPLES)('$title', ({ code }) => {
  const written = new Map<string, Uint8Array>();
  const printed: unknown[][] = [];
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const files = {
    readFileSync: (name: string) => FILES[name],
    writeFileSync: (name: string, bytes: Uint8Array) => void written.set(name, bytes),
  };
  vm.runInNewContext(outputText, {
    exports: {},
    require: (name: string) => (name === 'enveloppe' ? enveloppe : files),
    console: { log: (...values: unknown[]) => void printed.push(values) },
    Error,
  });
  expect(printed.length).toBeGreaterThan(0);
  for (const bytes of written.values()) expect(opened(bytes).read().sheets.length).toBeGreaterThan(1);
});

const OPTIONS = { convention: 'dgefp-dge-2023', asOf: '2023-12-31' };
const SUIVI = { name: 'suivi.xlsx', bytes: WORKBOOK };

test('check gives the object of the command line', async () => {
  const { out } = await runOn({ files: FILES }, 'check suivi.xlsx --format json --convention dgefp-dge-2023');
  expect(enveloppe.check(SUIVI, OPTIONS)).toEqual({ ok: true, value: JSON.parse(out) });
});

test('compare gives the object of the command line', async () => {
  const { out } = await runOn(
    { files: FILES },
    'compare suivi.xlsx --from 2023-03-30 --to 2023-12-31 --format json --convention dgefp-dge-2023',
  );
  expect(enveloppe.compare(SUIVI, SUIVI, { ...OPTIONS, from: '2023-03-30' })).toEqual({
    ok: true,
    value: JSON.parse(out),
  });
});

test.each<readonly [string, Uint8Array, Partial<enveloppe.LibraryOptions>, string]>([
  ['no workbook', new Uint8Array([1, 2]), {}, 'notAWorkbook'],
  ['no date', WORKBOOK, { asOf: 'demain' }, 'usage'],
  ['an unknown convention', WORKBOOK, { convention: 'autre' }, 'unknownConvention'],
  ['a convention that is not one', WORKBOOK, { convention: {} }, 'badConvention'],
  ['an unknown field', WORKBOOK, { columns: { 'Montant AE': 'couleur' } }, 'usage'],
])('%s is refused, with its sentence in the language asked for', (_, bytes, options, code) => {
  const result = enveloppe.check({ name: 'x.xlsx', bytes }, { ...OPTIONS, ...options, language: 'en' });
  expect(result).toMatchObject({ ok: false, refusal: { sentence: expect.stringMatching(/^[A-Z“].*\.$/) } });
  if (!result.ok) expect(result.refusal.code).toBe(code);
});

test('a unit in the name of the file, which the workbook does not give, makes the amounts uncertain', () => {
  const rows = [
    ['N° EJ', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'],
    ['1405612345', 'PDE', MARCH_31, 1000],
  ];
  const bytes = fileOf({ sheets: [{ name: 'Suivi', rows }] });
  const unread = (name: string): readonly string[] => {
    const checked = enveloppe.check({ name, bytes }, { asOf: '2023-12-31', convention: 'dgefp-dge-2023' });
    if (!checked.ok) throw new Error(checked.refusal.sentence);
    return checked.value.findings.filter(({ rule }) => rule === 'DON-01').map(({ found }) => found);
  };
  expect(unread('C:\\Suivis k€\\suivi.xlsx')).toEqual([]);
  expect(unread('C:\\Suivis\\suivi k€.xlsx')).toEqual(['1000 (suivi k€.xlsx)']);
});
