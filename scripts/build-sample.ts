// Builds the sample workbook from the readable data of samples/suivi-2023: `npm run sample` writes dist/samples/Suivi
// 2023.xlsx.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blankXlsx } from '../src/adapters/xlsx/write/blank';
import { openXlsx, type XlsxFile } from '../src/adapters/xlsx/open';
import { openDossier } from '../src/application/open-dossier';
import { assert, type Result } from '../src/domain/result';
import type { Failure } from '../src/workbook/failure';
import { planOfData, planOfSummary } from './sample/sample-workbook';

export const SAMPLE_FILE = join(__dirname, '..', 'dist', 'samples', 'Suivi 2023.xlsx');

/** The bytes of the sample; the same at every build. */
export function buildSample(): Uint8Array {
  const empty = open(blankXlsx());
  const typed = open(valueOf(empty.apply(planOfData(empty.read()))));
  const dossier = valueOf(openDossier(typed.read()));
  return valueOf(typed.apply(planOfSummary(dossier)));
}

function open(bytes: Uint8Array): XlsxFile {
  return valueOf(openXlsx(bytes));
}

function valueOf<T>(result: Result<T, Failure>): T {
  assert(result.ok, `the sample can be built: ${result.ok ? '' : JSON.stringify(result.failure)}`);
  return result.value;
}

if (require.main === module) {
  const bytes = buildSample();
  mkdirSync(dirname(SAMPLE_FILE), { recursive: true });
  writeFileSync(SAMPLE_FILE, bytes);
  process.stdout.write(`Classeur d’exemple : ${SAMPLE_FILE}\n`);
}
