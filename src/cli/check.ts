/** `enveloppe check`: each workbook in turn; one that cannot be used does not keep the others from being checked. */
import { hasOpenError } from '../application/control';
import type { ControlReport } from '../application/dossier';
import { jsonReport } from '../application/json-report';
import { describeFinding } from '../messages/describe-finding';
import type { Failure } from '../workbook/failure';
import type { CheckOptions } from './arguments';
import type { CommandIo } from './io';
import { load, type Loaded, namedConvention } from './load';
import type { ExitCode } from './run';
import { textReport, totalOfFiles } from './text-report';

export async function check(
  options: CheckOptions,
  io: CommandIo,
  refuse: (failure: Failure, file: string | null) => 2,
): Promise<ExitCode> {
  const convention = await namedConvention(options, io);
  if (!convention.ok) return refuse(convention.failure, options.convention);
  const codes: ExitCode[] = [];
  const reports: ControlReport[] = [];
  for (const file of options.files) {
    const loaded = await load(file, convention.value, options, io);
    if (!loaded.ok) {
      codes.push(refuse(loaded.failure, file));
      continue;
    }
    if (options.format === 'text' && reports.length > 0) io.out('\n');
    io.out(`${words(options, file, loaded.value)}\n`);
    reports.push(loaded.value.report);
    codes.push(hasOpenError(loaded.value.report) ? 1 : 0);
  }
  if (options.format === 'text' && options.files.length > 1)
    io.out(`\n${totalOfFiles(reports, options.files.length, options.language)}\n`);
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

function words(options: CheckOptions, file: string, { dossier, report }: Loaded): string {
  if (options.format === 'text') return textReport(dossier, report, file, options.language);
  return JSON.stringify(
    jsonReport(dossier, report, file, (finding) => describeFinding(finding, dossier.convention, options.language)),
  );
}
