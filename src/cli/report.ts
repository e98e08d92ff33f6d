/**
 * `enveloppe report`: the documents, written into a copy. The workbook itself and a file that exists are never
 * replaced.
 */
import { hasOpenError } from '../application/control';
import { type DocumentId, planDocuments } from '../application/documents/documents';
import type { Dossier } from '../application/dossier';
import { planFrozenCopies } from '../application/documents/frozen-copies';
import { withJournal } from '../application/writing/journal';
import { summarisePlan } from '../application/writing/plan-summary';
import { documentsAsked, documentsOf } from '../documents/document';
import { failure, type Result, success } from '../domain/result';
import { isEmptyPlan } from '../workbook/plan';
import type { Failure } from '../workbook/failure';
import type { ReportOptions } from './arguments';
import type { CommandIo } from './io';
import { load, namedConvention } from './load';
import type { ExitCode } from './run';
import { wordsOf } from './words';

/** `--only annexes` stands for every annex. */
const ANNEXES = 'annexes';

export async function report(
  options: ReportOptions,
  io: CommandIo,
  refuse: (failure: Failure, file: string | null) => 2,
): Promise<ExitCode> {
  if (await io.exists(options.output)) return refuse({ code: 'fileExists', path: options.output }, options.output);
  const convention = await namedConvention(options, io);
  if (!convention.ok) return refuse(convention.failure, options.convention);
  const loaded = await load(options.file, convention.value, options, io);
  if (!loaded.ok) return refuse(loaded.failure, options.file);
  const { file, dossier, report: found } = loaded.value;
  const documents = documentsWanted(dossier, options);
  if (!documents.ok) return refuse(documents.failure, null);
  const planned = options.freeze
    ? planFrozenCopies(dossier, found, io.today(), documents.value)
    : planDocuments(dossier, found, documents.value);
  if (!planned.ok) return refuse(planned.failure, options.file);
  const plan = withJournal(dossier.workbook, planned.value, { on: io.today(), author: options.author });
  if (!plan.ok) return refuse(plan.failure, options.file);
  const bytes = file.apply(plan.value);
  if (!bytes.ok) return refuse(bytes.failure, options.file);
  const written = await io.writeNew(options.output, bytes.value);
  if (!written.ok) return refuse(written.failure, options.output);
  const words = wordsOf(options.language);
  const sheets = options.freeze
    ? summarisePlan(plan.value).sheetsAdded
    : documentsOf(dossier.convention).flatMap(({ id, sheet }) => (documents.value.includes(id) ? [sheet] : []));
  io.out(
    `${isEmptyPlan(plan.value) ? words.nothingToWrite(options.output) : words.written(options.output, sheets.join(', '))}\n`,
  );
  return hasOpenError(found) ? 1 : 0;
}

function documentsWanted(dossier: Dossier, { only, language }: ReportOptions): Result<readonly DocumentId[], Failure> {
  const known = documentsOf(dossier.convention).map(({ id }) => id);
  if (only === null) return success(documentsAsked(dossier.convention, undefined).map(({ id }) => id));
  const wanted = new Set<DocumentId>();
  for (const name of only) {
    const meant = name === ANNEXES ? known.filter((id) => id.startsWith('annexe')) : known.filter((id) => id === name);
    if (meant.length === 0) {
      return failure({ code: 'usage', problem: wordsOf(language).unknownDocument(name) });
    }
    for (const id of meant) wanted.add(id);
  }
  return success(known.filter((id) => wanted.has(id)));
}
