/** `enveloppe check`: one workbook, or many side by side; one that cannot be used does not stop the others. */
import { hasOpenError } from '../application/control';
import { jsonReportPieces } from '../application/json-report';
import { describeFinding } from '../messages/describe-finding';
import { readingReason } from '../messages/reading-words';
import { en, fr } from '../messages/typography';
import { type GivenArguments, readArguments, usage } from './arguments';
import { cliWords } from './cli-words';
import {
  type CommandIo,
  COMMON_OPTIONS,
  defineCommand,
  type Terminal,
  type ThreadCommand,
  type ThreadEnd,
} from './command';
import { type ExitCode, summaryOf } from './file-outcome';
import { textReport } from './text-report';
import { csvSummary, type FileResult, textSummary } from './text-summary';
import { secondsOf, withinTime } from './time-limit';
import { loadWorkbook, namedConvention } from './workbook-files';

const FORMATS = ['text', 'json', 'csv'] as const;

const OPTIONS = {
  ...COMMON_OPTIONS,
  format: {
    type: 'string',
    fr: ['text|json|csv', fr`texte à lire, un objet JSON par classeur et par ligne, ou une ligne CSV par enveloppe`],
    en: ['text|json|csv', en`text to read, one JSON object per workbook and line, or one CSV line per envelope`],
  },
} as const;

type CheckArguments = GivenArguments<keyof typeof OPTIONS>;

export const check = defineCommand({
  options: OPTIONS,
  timesItself: true,
  help: {
    fr: {
      usage: fr`CLASSEUR.xlsx|DOSSIER|MOTIF… [options]`,
      purpose: fr`contrôle chaque classeur et liste les constats`,
    },
    en: {
      usage: en`WORKBOOK.xlsx|FOLDER|PATTERN… [options]`,
      purpose: en`checks each workbook and lists the findings`,
    },
  },
  async run(given, terminal) {
    const { io, refuse } = terminal;
    const { language } = given;
    if (given.files.length === 0) return refuse(usage(cliWords(language).noFile), null);
    const format = given.choice('format', FORMATS);
    if (!format.ok) return refuse(format.failure, null);
    const seconds = secondsOf(given);
    if (!seconds.ok) return refuse(seconds.failure, null);
    const files = await io.expand(given.files);
    if (!files.ok) return refuse(files.failure, null);
    const [only, ...others] = files.value;
    if (only !== undefined && others.length === 0 && format.value !== 'csv')
      return (await checkOne(only, given, terminal)).code;
    // A convention that cannot be used is refused once, not once for each workbook.
    const convention = await namedConvention(given, io);
    if (!convention.ok) return refuse(convention.failure, given.last('convention'));
    return checkMany(files.value, given, io, format.value);
  },
});

/** Checks each workbook apart, prints in their order, then the summary. */
async function checkMany(
  files: readonly string[],
  given: CheckArguments,
  io: CommandIo,
  format: (typeof FORMATS)[number],
): Promise<ExitCode> {
  const results: FileResult[] = [];
  let printed = 0;
  for await (const outcome of io.each(files.map((file) => ['check', ...given.wordsFor(file)]))) {
    const { out, error, summary, code } = outcome;
    results.push({ file: files[results.length] ?? '', outcome: { out: '', error, summary, code } });
    io.progress(results.length, files.length);
    if (error !== '') io.error(error);
    if (out === '') continue;
    io.out(format === 'text' && printed > 0 ? `\n${out}` : out);
    printed += 1;
  }
  if (format === 'text') io.out(`\n${textSummary(results, given.language)}\n`);
  if (format === 'csv') io.out(csvSummary(results));
  const codes = results.map(({ outcome }) => outcome.code);
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

/** Checks one workbook within its time, and prints its report. */
async function checkOne(file: string, given: CheckArguments, { io, refuse }: Terminal): Promise<ThreadEnd> {
  const { language } = given;
  const seconds = secondsOf(given);
  const unusable = (failure: Parameters<typeof refuse>[0], about: string | null) => ({
    code: refuse(failure, about),
    summary: null,
  });
  if (!seconds.ok) return unusable(seconds.failure, null);
  return withinTime(file, seconds.value, language, io, async () => {
    const convention = await namedConvention(given, io);
    if (!convention.ok) return unusable(convention.failure, given.last('convention'));
    const loaded = await loadWorkbook(file, convention.value, given, io);
    if (!loaded.ok) return unusable(loaded.failure, file);
    const { dossier, report } = loaded.value;
    if (given.last('format') === 'json') {
      for (const piece of jsonReportPieces(
        dossier,
        report,
        file,
        (finding) => describeFinding(finding, dossier.convention, language),
        (entry) => readingReason(entry, language),
      ))
        io.out(piece);
      io.out('\n');
    } else if (given.last('format') !== 'csv') io.out(`${textReport(dossier, report, file, language)}\n`);
    return { code: hasOpenError(report) ? 1 : 0, summary: summaryOf(dossier, report) };
  });
}

/** Runs `check` over one workbook with these words. */
export const checkInThread: ThreadCommand = async (words, terminal, language) => {
  const given = readArguments(words, 'check', OPTIONS, language);
  if (!given.ok) return { code: terminal.refuse(given.failure, null), summary: null };
  return checkOne(given.value.files[0] ?? '', given.value, terminal);
};
