/**
 * `enveloppe reconcile`: the ledger of a workbook against extracts of Chorus, CSV files or workbooks. Only a copy is
 * ever written.
 */
import { openXlsx } from '../adapters/xlsx/open';
import { hasOpenError } from '../application/control';
import { jsonReconciliation } from '../application/reconciliation/json-reconciliation';
import { withJournal } from '../application/writing/journal';
import { extractsOf } from '../application/reconciliation/read-extracts';
import { planReconciliation } from '../application/reconciliation/reconciliation-document';
import { reconcileDossier } from '../application/reconciliation/reconcile-dossier';
import { frameOf } from '../documents/document';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { Result } from '../domain/result';
import { describeFinding } from '../messages/describe-finding';
import type { Failure } from '../workbook/failure';
import type { ReconcileOptions } from './arguments';
import type { CommandIo } from './io';
import { load, namedConvention, type Loaded } from './load';
import type { ExitCode } from './run';
import { wordsOf } from './words';
import { textReconciliation } from './text-reconciliation';

export async function reconcile(
  options: ReconcileOptions,
  io: CommandIo,
  refuse: (failure: Failure, file: string | null) => 2,
): Promise<ExitCode> {
  const { file, language, output } = options;
  if (output !== null && (await io.exists(output))) return refuse({ code: 'fileExists', path: output }, output);
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
      : JSON.stringify(
          jsonReconciliation(dossier, report, file, (finding) =>
            describeFinding(finding, dossier.convention, language),
          ),
        );
  if (output !== null) {
    const written = await writeCopy(loaded.value, extracts, output, options, io);
    if (!written.ok) return refuse(written.failure, file);
  }
  io.out(`${text}\n`);
  // What is printed as JSON is one object and nothing else.
  if (output !== null && options.format === 'text')
    io.out(`\n${wordsOf(language).written(output, frameOf(dossier.convention, 'rapprochement').sheet)}\n`);
  return hasOpenError(report) ? 1 : 0;
}

/** A copy of the workbook with the document of the reconciliation. */
async function writeCopy(
  { file, dossier, report }: Loaded,
  extracts: readonly ChorusExtract[],
  output: string,
  { author }: ReconcileOptions,
  io: CommandIo,
): Promise<Result<null, Failure>> {
  const planned = planReconciliation(dossier, report, extracts);
  if (!planned.ok) return planned;
  const plan = withJournal(dossier.workbook, planned.value, { on: io.today(), author });
  if (!plan.ok) return plan;
  const bytes = file.apply(plan.value);
  return bytes.ok ? io.writeNew(output, bytes.value) : bytes;
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
