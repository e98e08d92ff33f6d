/** `enveloppe export`: figures, rows, findings and reading of each workbook, as Parquet in one folder (`docs/lake.md`). */
import { hasOpenError } from '../../application/control';
import { exportedWorkbook, unreadWorkbook } from '../../application/lake/workbook-tables';
import { success } from '../../domain/result';
import { describeFinding } from '../../messages/describe-finding';
import { readingReason } from '../../messages/reading-words';
import type { Language } from '../../messages/language';
import { formatCount } from '../../messages/format';
import { counted } from '../../messages/french-count';
import { en, fr } from '../../messages/typography';
import { type GivenArguments, readArguments, usage } from '../arguments';
import { cliWords } from '../cli-words';
import { COMMON_OPTIONS, defineCommand, type Terminal, type ThreadCommand, type ThreadEnd } from '../command';
import { type ExitCode, summaryOf } from '../file-outcome';
import { secondsOf, withinTime } from '../time-limit';
import { loadWorkbook, namedConvention } from '../workbook-files';
import type { OpenLake } from './lake-port';
import { sameWorkbooks } from './same-workbooks';
import { sharedIdentifiers, unnamedConventions } from './shared-identifiers';

const FRENCH = {
  noOutput: fr`export attend --output et le dossier de la consolidation`,
  exported: (path: string, read: number, unread: number) =>
    fr`Écrit dans ${path} : ${counted(read, 'classeur', 'classeurs')}${unread === 0 ? '' : fr`, et ${counted(unread, 'classeur non lu', 'classeurs non lus')} avec le motif`}`,
  shared: (id: string, references: string) =>
    fr`L'identifiant « ${id} » désigne plusieurs conventions (${references}) : les requêtes les distinguent par leur référence. Donnez à chacune son identifiant, ou la même référence s'il s'agit d'une seule.`,
  unnamed: (workbooks: number): string =>
    fr`${counted(workbooks, 'classeur ne donne à sa convention', 'classeurs ne donnent à leur convention')} ni identifiant ni référence : elle est désignée par son titre, sinon par le classeur. Deux classeurs de même titre sont additionnés. Saisissez la référence dans ENV_Convention.`,
  same: (workbooks: string) =>
    fr`Même convention et même suivi dans ${workbooks} : si l'un est la copie d'un autre, ses crédits et ses lignes sont comptés deux fois. Exportez alors l'un des deux seulement, dans un dossier neuf.`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    noOutput: en`export needs --output and the folder of the consolidation`,
    exported: (path, read, unread) =>
      en`Written in ${path}: ${formatCount(read, 'en')} ${read === 1 ? 'workbook' : 'workbooks'}${unread === 0 ? '' : en`, and ${formatCount(unread, 'en')} not read, with the reason`}`,
    shared: (id, references) =>
      en`The identifier “${id}” names several conventions (${references}): the queries tell them apart by their reference. Give each its own identifier, or one reference if they are a single convention.`,
    unnamed: (workbooks) =>
      en`${formatCount(workbooks, 'en')} ${workbooks === 1 ? 'workbook gives its convention' : 'workbooks give their convention'} neither identifier nor reference: its title names it, or else the workbook. Two workbooks with one title are added up. Type the reference in ENV_Convention.`,
    same: (workbooks) =>
      en`Same convention and same ledger in ${workbooks}: if one is a copy of another, its credits and its rows are counted twice. Then export only one of them, in a new folder.`,
  },
};

const OPTIONS = {
  ...COMMON_OPTIONS,
  output: {
    type: 'string',
    fr: ['DOSSIER', fr`consolidation à créer ou à compléter ; chaque classeur y remplace ce qu'il y avait mis`],
    en: ['FOLDER', en`consolidation to create or add to; each workbook replaces what it had put there`],
  },
} as const;

type ExportArguments = GivenArguments<keyof typeof OPTIONS>;

export const exportWorkbooks = defineCommand({
  options: OPTIONS,
  timesItself: true,
  help: {
    fr: {
      usage: fr`CLASSEUR.xlsx|DOSSIER|MOTIF… --output DOSSIER [options]`,
      purpose: fr`consolide des classeurs en Parquet, pour query et d'autres outils`,
    },
    en: {
      usage: en`WORKBOOK.xlsx|FOLDER|PATTERN… --output FOLDER [options]`,
      purpose: en`consolidates workbooks as Parquet, for query and other tools`,
    },
  },
  async run(given, terminal) {
    const { io, refuse } = terminal;
    const { language } = given;
    const output = given.last('output');
    if (given.files.length === 0) return refuse(usage(cliWords(language).noFile), null);
    if (output === null) return refuse(usage(WORDS[language].noOutput), null);
    const seconds = secondsOf(given);
    if (!seconds.ok) return refuse(seconds.failure, null);
    const convention = await namedConvention(given, io);
    if (!convention.ok) return refuse(convention.failure, given.last('convention'));
    const files = await io.expand(given.files);
    if (!files.ok) return refuse(files.failure, null);
    const lake = await io.lake.begin(output);
    if (!lake.ok) return refuse(lake.failure, output);
    try {
      const code = await exportAll(files.value, output, lake.value, given, terminal);
      for (const { id, references } of await sharedIdentifiers(output, io))
        io.out(`${WORDS[language].shared(id, references.join(', '))}\n`);
      const unnamed = await unnamedConventions(output, io);
      if (unnamed > 0) io.out(`${WORDS[language].unnamed(unnamed)}\n`);
      for (const same of await sameWorkbooks(output, io)) io.out(`${WORDS[language].same(same)}\n`);
      return code;
    } finally {
      await lake.value.close();
    }
  },
});

/** Exports each workbook apart; one that could not be read leaves its reason. Stops when the lake cannot be written. */
async function exportAll(
  paths: readonly string[],
  output: string,
  lake: OpenLake,
  given: ExportArguments,
  { io, refuse }: Terminal,
): Promise<ExitCode> {
  const files = [...new Map(paths.map((path) => [lake.nameOf(path).key, path])).values()];
  const codes: ExitCode[] = [];
  let unread = 0;
  for await (const { error, summary, code } of io.each(files.map((file) => ['export', ...given.wordsFor(file)]))) {
    const file = files[codes.length] ?? '';
    codes.push(code);
    io.progress(codes.length, files.length);
    if (error !== '') io.error(error);
    if (summary !== null) continue;
    unread += 1;
    const name = lake.nameOf(file);
    const kept = await lake.replace(name, unreadWorkbook(name, withoutName(error.trim(), file, given.language)));
    if (!kept.ok) return refuse(kept.failure, output);
  }
  io.out(`${WORDS[given.language].exported(output, files.length - unread, unread)}\n`);
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

/** The reason without the name of the file, which begins its line on a terminal. */
function withoutName(error: string, file: string, language: Language): string {
  const name = `${file}${cliWords(language).colon}`;
  return error.startsWith(name) ? error.slice(name.length) : error;
}

/** Runs `export` over one workbook, into a lake that the command has opened. */
export const exportInThread: ThreadCommand = async (words, terminal, language) => {
  const given = readArguments(words, 'export', OPTIONS, language);
  if (!given.ok) return { code: terminal.refuse(given.failure, null), summary: null };
  return exportOne(given.value.files[0] ?? '', given.value, terminal);
};

/** The time of a workbook is that of its reading: the lake is written whole. */
async function exportOne(file: string, given: ExportArguments, { io, refuse }: Terminal): Promise<ThreadEnd> {
  const { language } = given;
  const failed = (failure: Parameters<typeof refuse>[0], about: string | null): ThreadEnd => ({
    code: refuse(failure, about),
    summary: null,
  });
  const seconds = secondsOf(given);
  if (!seconds.ok) return failed(seconds.failure, null);
  const convention = await namedConvention(given, io);
  if (!convention.ok) return failed(convention.failure, given.last('convention'));
  const output = given.last('output') ?? '';
  const lake = await io.lake.join(output);
  if (!lake.ok) return failed(lake.failure, output);
  const name = lake.value.nameOf(file);
  const read = await withinTime(file, seconds.value, language, io, async () => {
    const loaded = await loadWorkbook(file, convention.value, given, io);
    if (!loaded.ok) return loaded;
    const { dossier, report } = loaded.value;
    const exported = exportedWorkbook(name, dossier, report, {
      describe: (finding) => describeFinding(finding, dossier.convention, language),
      describePlace: (entry) => readingReason(entry, language),
    });
    return success({ dossier, report, exported });
  });
  if (!read.ok) return failed(read.failure, file);
  const { dossier, report, exported } = read.value;
  const kept = await lake.value.replace(name, exported);
  if (!kept.ok) return failed(kept.failure, output);
  return { code: hasOpenError(report) ? 1 : 0, summary: summaryOf(dossier, report) };
}
