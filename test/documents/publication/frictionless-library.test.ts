/**
 * The package read by the Frictionless library (npm `datapackage`): the descriptor, every type and constraint, and the
 * foreign keys. Skipped where the library is not installed.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSample } from '../../../scripts/build-sample';
import { runOn } from '../../support/cli-machine';

/** The part of the library that is used; it has no types. */
interface Library {
  readonly Package: {
    load(path: string): Promise<{
      readonly valid: boolean;
      readonly errors: readonly unknown[];
      readonly resources: readonly {
        readonly name: string;
        read(options: { readonly relations: boolean }): Promise<readonly unknown[]>;
        checkRelations(): Promise<boolean>;
      }[];
    }>;
  };
}

const isInstalled = existsSync(join(__dirname, '../../../node_modules/datapackage'));

(isInstalled ? test : test.skip)('the sample is a valid package, and its keys refer to rows', async () => {
  const { files } = await runOn({ files: { 'a.xlsx': buildSample() } }, 'publish a.xlsx --output jeu');
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-package-'));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const { Package } = jest.requireActual<Library>('datapackage');
  const read = await Package.load(join(folder, 'jeu/datapackage.json'));
  expect([read.valid, read.errors]).toEqual([true, []]);
  for (const name of ['enveloppes', 'postes', 'operations']) {
    const table = read.resources.find((one) => one.name === name);
    expect((await table?.read({ relations: true }))?.length).toBeGreaterThan(0);
    expect([name, await table?.checkRelations()]).toEqual([name, true]);
  }
  rmSync(folder, { recursive: true });
});
