/** `enveloppe publish`: the data set to publish, in a folder of its own. Nothing that exists is replaced. */
import { hasOpenError } from '../application/control';
import { blankXlsx } from '../adapters/xlsx/blank';
import { openXlsx } from '../adapters/xlsx/open';
import { DOCUMENTS_FILE, planPublication } from '../application/publish';
import type { Failure } from '../workbook/failure';
import type { PublishOptions } from './arguments';
import type { CommandIo } from './io';
import { load, namedConvention } from './load';
import type { ExitCode } from './run';
import { wordsOf } from './words';

export async function publish(options: PublishOptions, io: CommandIo, refuse: (failure: Failure, file: string | null) => 2): Promise<ExitCode> {
  const convention = await namedConvention(options, io);
  if (!convention.ok) return refuse(convention.failure, options.convention);
  const loaded = await load(options.file, convention.value, options, io);
  if (!loaded.ok) return refuse(loaded.failure, options.file);
  const { dossier, report } = loaded.value;
  const planned = planPublication(dossier, report, options);
  if (!planned.ok) return refuse(planned.failure, options.file);
  const blank = openXlsx(blankXlsx(), io.codec);
  if (!blank.ok) return refuse(blank.failure, null);
  const documents = blank.value.apply(planned.value.documents);
  if (!documents.ok) return refuse(documents.failure, DOCUMENTS_FILE);
  const utf8 = new TextEncoder();
  const files = [
    ...planned.value.files.map(({ path, text }) => [path, utf8.encode(text)] as const),
    [DOCUMENTS_FILE, documents.value] as const,
  ];
  const written = await io.writeFolder(options.output, files);
  if (!written.ok) return refuse(written.failure, options.output);
  io.out(`${wordsOf(options.language).published(options.output, files.map(([name]) => name).join(', '))}\n`);
  return hasOpenError(report) ? 1 : 0;
}
