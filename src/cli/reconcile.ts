/** `enveloppe reconcile`: the ledger of a workbook against extracts of Chorus, CSV files or workbooks. Nothing is written. */
import { openXlsx } from '../adapters/xlsx/open';
import { jsonReconciliation } from '../application/json-reconciliation';
import { extractsOf } from '../application/read-extracts';
import { reconcileDossier } from '../application/reconcile';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { Result } from '../domain/result';
import { describeFinding } from '../messages/findings';
import type { Failure } from '../workbook/failure';
import type { ReconcileOptions } from './arguments';
import type { CommandIo } from './io';
import { load, namedConvention } from './load';
import type { ExitCode } from './run';
import { textReconciliation } from './text-reconciliation';

export async function reconcile(options: ReconcileOptions, io: CommandIo, refuse: (failure: Failure, file: string | null) => 2): Promise<ExitCode> {
  const { file, language } = options;
  const convention = await namedConvention(options, io);
  if (!convention.ok) return refuse(convention.failure, options.convention);
  const loaded = await load(file, convention.value, options, io);
  if (!loaded.ok) return refuse(loaded.failure, file);
  const extracts: ChorusExtract[] = [];
  for (const path of options.chorus) {
    const read = await readExtracts(path, io);
    if (!read.ok) return refuse(read.failure, path);
    extracts.push(...read.value);
  }
  const { dossier } = loaded.value;
  const report = reconcileDossier(dossier, extracts, loaded.value.report.asOf);
  const text =
    options.format === 'text'
      ? textReconciliation(dossier, report, file, language)
      : JSON.stringify(jsonReconciliation(dossier, report, file, (finding) => describeFinding(finding, dossier.convention, language)));
  io.out(`${text}\n`);
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A workbook is told by its first bytes, those of an archive; anything else is read as text, or refused. */
async function readExtracts(path: string, io: CommandIo): Promise<Result<readonly ChorusExtract[], Failure>> {
  const bytes = await io.read(path);
  if (!bytes.ok) return bytes;
  const isArchive = bytes.value[0] === 0x50 && bytes.value[1] === 0x4b;
  if (!isArchive) return extractsOf({ name: path, bytes: bytes.value });
  const file = openXlsx(bytes.value, io.codec);
  return file.ok ? extractsOf({ name: path, workbook: file.value.read() }) : file;
}
