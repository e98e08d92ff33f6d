/** `enveloppe compare`: two workbooks, or one at two dates. Writes only copies. */
import { controlledAt, hasOpenError } from '../application/control';
import { compareDossiers } from '../application/comparison/compare-dossiers';
import { planComparison } from '../application/comparison/comparison-document';
import { jsonComparison } from '../application/comparison/json-comparison';
import { frameOf } from '../documents/document';
import type { CivilDate } from '../domain/calendar/civil-date';
import { parseDayOfFullYear } from '../domain/calendar/date-text';
import { failure, type Result, success } from '../domain/result';
import { describeFinding } from '../messages/describe-finding';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import type { Failure } from '../workbook/failure';
import { adviceLines, printWritten } from './advice-lines';
import { extensionOf, isOfOtherKind, type GivenArguments, usage } from './arguments';
import { cliWords } from './cli-words';
import { AUTHOR, COMMON_OPTIONS, defineCommand } from './command';
import { textComparison } from './text-comparison';
import { loadOne, writeCopy } from './workbook-files';

const FRENCH = {
  files: fr`compare attend deux classeurs, ou un seul avec --from et --to`,
  order: fr`la date de --from doit précéder celle de --to`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    files: en`compare needs two workbooks, or one with --from and --to`,
    order: en`the date of --from must come before that of --to`,
  },
};

const { convention, 'as-of': asOf, ledger, map, timeout, lang } = COMMON_OPTIONS;

export const compare = defineCommand({
  options: {
    convention,
    'as-of': asOf,
    ledger,
    map,
    timeout,
    lang,
    from: {
      type: 'string',
      fr: ['AAAA-MM-JJ', fr`date de la première situation ; sinon celle de --to`],
      en: ['YYYY-MM-DD', en`date of the first situation; otherwise that of --to`],
    },
    to: {
      type: 'string',
      fr: ['AAAA-MM-JJ', fr`date de la seconde situation ; sinon celle de --as-of`],
      en: ['YYYY-MM-DD', en`date of the second situation; otherwise that of --as-of`],
    },
    format: {
      type: 'string',
      fr: ['text|json', fr`texte à lire, ou un objet JSON sur la sortie standard`],
      en: ['text|json', en`text to read, or one JSON object on standard output`],
    },
    output: {
      type: 'string',
      fr: ['COPIE.xlsx', fr`écrit aussi le document « Comparaison » dans une copie du second classeur`],
      en: ['COPY.xlsx', en`also writes the document “Comparaison” in a copy of the second workbook`],
    },
    author: AUTHOR,
  },
  help: {
    fr: {
      usage: fr`AVANT.xlsx APRÈS.xlsx | CLASSEUR.xlsx --from DATE --to DATE`,
      purpose: fr`explique, au centime, ce qui a changé entre deux classeurs ou deux dates`,
    },
    en: {
      usage: en`BEFORE.xlsx AFTER.xlsx | WORKBOOK.xlsx --from DATE --to DATE`,
      purpose: en`explains, to the cent, the changes between two workbooks or two dates`,
    },
  },
  async run(given, terminal) {
    const { io, refuse } = terminal;
    const { language } = given;
    const [first, second = first, ...others] = given.files;
    if (first === undefined || second === undefined || others.length > 0)
      return refuse(usage(WORDS[language].files), null);
    const format = given.choice('format', ['text', 'json']);
    if (!format.ok) return refuse(format.failure, null);
    const isOne = given.files.length === 1;
    if (given.has('to') && given.asOf !== null)
      return refuse(usage(cliWords(language).ignoredOption('as-of', 'to')), null);
    const dates = datesOf(given, given.asOf ?? io.today(), isOne);
    if (!dates.ok) return refuse(dates.failure, null);
    const output = given.last('output');
    if (output === null && given.has('author'))
      return refuse(usage(cliWords(language).uselessOption('author', 'output')), null);
    if (output !== null && isOfOtherKind(output, second))
      return refuse(usage(cliWords(language).otherExtension(extensionOf(second))), null);
    if (output !== null && (await io.exists(output))) return refuse({ code: 'fileExists', path: output }, output);
    const { from, to } = dates.value;
    const after = await loadOne(second, given, terminal, to);
    if (after === null) return 2;
    const before = isOne ? controlledAt(after.opened, from) : await loadOne(first, given, terminal, from);
    if (before === null) return 2;
    const comparison = compareDossiers(before, after);
    let advice: readonly string[] = [];
    if (output !== null) {
      const written = await writeCopy(
        after,
        planComparison(comparison),
        output,
        { author: given.last('author'), like: second },
        io,
      );
      if (!written.ok) return refuse(written.failure, second);
      advice = adviceLines(written.value, language, second);
    }
    const files = { before: first, after: second };
    const text =
      format.value === 'text'
        ? textComparison(comparison, files, language)
        : JSON.stringify(
            jsonComparison(comparison, files, (finding, convention) => describeFinding(finding, convention, language)),
          );
    io.out(`${text}\n`);
    if (output !== null) {
      const sentence = cliWords(language).written(output, frameOf(after.dossier.convention, 'comparaison').sheet);
      printWritten(sentence, advice, format.value, io);
    }
    return hasOpenError(after.report) ? 1 : 0;
  },
});

/** One workbook needs both dates. `day`: that of both situations, unless they have their own. */
function datesOf(
  given: GivenArguments<'from' | 'to'>,
  day: CivilDate,
  isOneFile: boolean,
): Result<{ readonly from: CivilDate; readonly to: CivilDate }, Failure> {
  const words = WORDS[given.language];
  if (isOneFile && !(given.has('from') && given.has('to'))) return failure(usage(words.files));
  const read: CivilDate[] = [];
  for (const option of ['to', 'from'] as const) {
    const typed = given.last(option);
    const date = typed === null ? (read[0] ?? day) : parseDayOfFullYear(typed);
    if (date === null) return failure(usage(cliWords(given.language).badDate(typed ?? '')));
    read.push(date);
  }
  const [to = day, from = to] = read;
  return from <= to ? success({ from, to }) : failure(usage(words.order));
}
