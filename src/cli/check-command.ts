/** `enveloppe check`: each workbook in turn; one that cannot be used does not stop the others. */
import { hasOpenError } from '../application/control';
import type { ControlReport } from '../application/dossier';
import { jsonReport } from '../application/json-report';
import { describeFinding } from '../messages/describe-finding';
import { readingReason } from '../messages/reading-words';
import { en, fr } from '../messages/typography';
import { usage } from './arguments';
import { cliWords } from './cli-words';
import { COMMON_OPTIONS, defineCommand, type ExitCode } from './command';
import { textReport, totalOfFiles } from './text-report';
import { loadWorkbook, namedConvention } from './workbook-files';

export const check = defineCommand({
  options: {
    ...COMMON_OPTIONS,
    format: {
      type: 'string',
      fr: ['text|json', fr`texte à lire, ou un objet JSON par classeur et par ligne sur la sortie standard`],
      en: ['text|json', en`text to read, or one JSON object per workbook, one a line, on standard output`],
    },
  },
  help: {
    fr: { usage: fr`CLASSEUR.xlsx… [options]`, purpose: fr`contrôle chaque classeur et liste les constats` },
    en: { usage: en`WORKBOOK.xlsx… [options]`, purpose: en`checks each workbook and lists the findings` },
  },
  async run(given, { io, refuse }) {
    const { files, language } = given;
    if (files.length === 0) return refuse(usage(cliWords(language).noFile), null);
    const format = given.choice('format', ['text', 'json']);
    if (!format.ok) return refuse(format.failure, null);
    const convention = await namedConvention(given, io);
    if (!convention.ok) return refuse(convention.failure, given.last('convention'));
    const isText = format.value === 'text';
    const codes: ExitCode[] = [];
    const reports: ControlReport[] = [];
    for (const file of files) {
      const loaded = await loadWorkbook(file, convention.value, given, io);
      if (!loaded.ok) {
        codes.push(refuse(loaded.failure, file));
        continue;
      }
      const { dossier, report } = loaded.value;
      if (isText && reports.length > 0) io.out('\n');
      const text = isText
        ? textReport(dossier, report, file, language)
        : JSON.stringify(
            jsonReport(
              dossier,
              report,
              file,
              (finding) => describeFinding(finding, dossier.convention, language),
              (entry) => readingReason(entry, language),
            ),
          );
      io.out(`${text}\n`);
      reports.push(report);
      codes.push(hasOpenError(report) ? 1 : 0);
    }
    if (isText && files.length > 1) io.out(`\n${totalOfFiles(reports, files.length, language)}\n`);
    return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
  },
});
