/** `enveloppe reconcile`: the ledger of a workbook against extracts of Chorus (CSV or workbooks). Writes only copies. */
import { hasOpenError } from '../application/control';
import { jsonReconciliation } from '../application/reconciliation/json-reconciliation';
import type { ComparedLedger } from '../application/reconciliation/read-extracts';
import { reconcileDossier } from '../application/reconciliation/reconcile-dossier';
import { planReconciliation } from '../application/reconciliation/reconciliation-document';
import { frameOf } from '../documents/document';
import { isAnyUncompared, isReadInFull } from '../domain/reconciliation/conclusion';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { Result } from '../domain/result';
import { extractsIn } from '../library/controlled-file';
import { describeFinding } from '../messages/describe-finding';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import type { Failure } from '../workbook/failure';
import { adviceLines, printWritten } from './advice-lines';
import { extensionOf, isOfOtherKind, type GivenArguments, usage } from './arguments';
import { cliWords } from './cli-words';
import { AUTHOR, type CommandIo, COMMON_OPTIONS, defineCommand } from './command';
import { textReconciliation } from './text-reconciliation';
import { loadOne, writeCopy } from './workbook-files';

const NO_EXTRACT: Readonly<Record<Language, string>> = {
  fr: fr`reconcile attend --chorus et au moins un extrait de Chorus`,
  en: en`reconcile needs --chorus and at least one Chorus extract`,
};

export const reconcile = defineCommand({
  options: {
    ...COMMON_OPTIONS,
    chorus: {
      type: 'string',
      fr: ['EXTRAIT…', fr`extraits de Chorus : INF-BUD-53, journal des pièces, JP51, JP57, extraits nationaux`],
      en: ['EXTRACT…', en`Chorus extracts: INF-BUD-53, journal des pièces, JP51, JP57, national extracts`],
    },
    format: {
      type: 'string',
      fr: ['text|json', fr`texte à lire, ou un objet JSON sur la sortie standard`],
      en: ['text|json', en`text to read, or one JSON object on standard output`],
    },
    output: {
      type: 'string',
      fr: ['COPIE.xlsx', fr`écrit aussi le document « Rapprochement Chorus » dans une copie du classeur`],
      en: ['COPY.xlsx', en`also writes the document “Rapprochement Chorus” in a copy of the workbook`],
    },
    author: AUTHOR,
  },
  help: {
    fr: {
      usage: fr`CLASSEUR.xlsx --chorus EXTRAIT…`,
      purpose: fr`rapproche le suivi d'extraits de Chorus (.csv ou .xlsx)`,
    },
    en: {
      usage: en`WORKBOOK.xlsx --chorus EXTRACT…`,
      purpose: en`reconciles the ledger with Chorus extracts (.csv or .xlsx)`,
    },
  },
  async run(given, terminal) {
    const { io, refuse } = terminal;
    const { language } = given;
    const words = cliWords(language);
    const [file, ...paths] = workbookFirst(given);
    if (file === undefined) return refuse(usage(words.noFile), null);
    if (!given.has('chorus')) return refuse(usage(NO_EXTRACT[language]), null);
    const format = given.choice('format', ['text', 'json']);
    if (!format.ok) return refuse(format.failure, null);
    const output = given.last('output');
    if (output === null && given.has('author')) return refuse(usage(words.uselessOption('author', 'output')), null);
    if (output !== null && isOfOtherKind(output, file))
      return refuse(usage(words.otherExtension(extensionOf(file))), null);
    if (output !== null && (await io.exists(output))) return refuse({ code: 'fileExists', path: output }, output);
    const loaded = await loadOne(file, given, terminal);
    if (loaded === null) return 2;
    const extracts: ChorusExtract[] = [];
    for (const path of paths) {
      const read = await readExtracts(path, loaded.dossier, io);
      if (!read.ok) return refuse(read.failure, path);
      extracts.push(...read.value);
    }
    const { dossier } = loaded;
    const report = reconcileDossier(dossier, loaded.report, extracts);
    let advice: readonly string[] = [];
    if (output !== null) {
      const plan = planReconciliation(dossier, loaded.report, extracts);
      const written = await writeCopy(loaded, plan, output, { author: given.last('author'), like: file }, io);
      if (!written.ok) return refuse(written.failure, file);
      advice = adviceLines(written.value, language, file);
    }
    const describe = (finding: Parameters<typeof describeFinding>[0]): ReturnType<typeof describeFinding> =>
      describeFinding(finding, dossier.convention, language);
    if (format.value === 'json') {
      io.out(`${JSON.stringify(jsonReconciliation(dossier, report, file, describe))}\n`); // one object and nothing else
    } else {
      io.out(`${textReconciliation(dossier, report, file, language)}\n`);
    }
    if (output !== null) {
      const sentence = words.written(output, frameOf(dossier.convention, 'rapprochement').sheet);
      printWritten(sentence, advice, format.value, io);
    }
    // A nature not compared, or something left unread or unsettled, is no success: a script must not read it as one.
    return hasOpenError(report) || isAnyUncompared(report.coverage) || !isReadInFull(report) ? 1 : 0;
  },
});

/**
 * The workbook, then the extracts. The workbook is the first file when it comes before `--chorus`, the last one
 * otherwise: `--chorus a.csv b.csv` takes every file that follows.
 */
function workbookFirst(given: GivenArguments<'chorus'>): readonly string[] {
  const { files } = given;
  const isFirst = given.filesBefore('chorus') > 0;
  const [workbook, others] = isFirst ? [files[0], files.slice(1)] : [files.at(-1), files.slice(0, -1)];
  return workbook === undefined ? [] : [workbook, ...given.all('chorus'), ...others];
}

async function readExtracts(
  path: string,
  ledger: ComparedLedger,
  io: CommandIo,
): Promise<Result<readonly ChorusExtract[], Failure>> {
  const bytes = await io.read(path);
  return bytes.ok ? extractsIn(path, bytes.value, ledger, io.codec) : bytes;
}
