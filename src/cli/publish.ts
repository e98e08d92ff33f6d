/**
 * `enveloppe publish`: the data set to publish, in a folder of its own or in one archive. Nothing that exists is
 * replaced.
 */
import { hasOpenError } from '../application/control';
import { packPublication } from '../adapters/xlsx/publication-files';
import type { Failure } from '../workbook/failure';
import type { PublishOptions } from './arguments';
import type { CommandIo } from './io';
import { load, namedConvention } from './load';
import type { ExitCode } from './run';
import { wordsOf } from './words';

const ARCHIVE = /\.zip$/i;

export async function publish(
  options: PublishOptions,
  io: CommandIo,
  refuse: (failure: Failure, file: string | null) => 2,
): Promise<ExitCode> {
  const convention = await namedConvention(options, io);
  if (!convention.ok) return refuse(convention.failure, options.convention);
  const loaded = await load(options.file, convention.value, options, io);
  if (!loaded.ok) return refuse(loaded.failure, options.file);
  const { dossier, report } = loaded.value;
  const packed = packPublication(dossier, report, options, io.codec);
  if (!packed.ok) return refuse(packed.failure, options.file);
  const { files, archive } = packed.value;
  const written = ARCHIVE.test(options.output)
    ? await io.writeNew(options.output, archive)
    : await io.writeFolder(
        options.output,
        files.map(({ path, bytes }) => [path, bytes] as const),
      );
  if (!written.ok) return refuse(written.failure, options.output);
  io.out(`${wordsOf(options.language).published(options.output, files.map(({ path }) => path).join(', '))}\n`);
  return hasOpenError(report) ? 1 : 0;
}
