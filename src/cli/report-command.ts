/** `enveloppe report`: the documents in a copy. Neither the workbook nor a file that exists is ever replaced. */
import { hasOpenError } from '../application/control';
import { type DocumentId, planDocuments } from '../application/documents/documents';
import { planFrozenCopies } from '../application/documents/frozen-copies';
import { summarisePlan } from '../application/writing/plan-summary';
import { type DocumentFrame, documentsAsked, documentsOf } from '../documents/document';
import type { Convention } from '../domain/envelopes/convention';
import { failure, type Result, success } from '../domain/result';
import { comparable } from '../domain/text';
import type { Language } from '../messages/language';
import { adviceLines } from './advice-lines';
import { en, fr } from '../messages/typography';
import { DOCUMENT_KINDS, DOCUMENTS } from '../workbook/document-names';
import type { Failure } from '../workbook/failure';
import { isEmptyPlan } from '../workbook/plan';
import { extensionOf, isOfOtherKind, type GivenArguments, usage } from './arguments';
import { cliWords } from './cli-words';
import { AUTHOR, COMMON_OPTIONS, defineCommand, type Terminal } from './command';
import type { ExitCode } from './file-outcome';
import { fileAndOutput, loadOne, writeCopy } from './workbook-files';

/** The names that `--only` takes, but the annexes, which are numbered. */
function namesOf(issue: 'byDefault' | 'onDemand'): string {
  return DOCUMENT_KINDS.filter((kind) => kind !== 'annexe' && DOCUMENTS[kind].issue === issue).join(', ');
}

/** `--only annexes` asks for every annex. */
const ANNEXES = 'annexes';
/** The name of an annex, or of all. */
const ANNEX = /^annexe(s|\d{1,3})$/;
/** Every name that it takes. */
const NAMES = [ANNEXES, namesOf('byDefault'), namesOf('onDemand')].join(', ');
/** The documents that other commands write. */
const BY_OTHERS: ReadonlyMap<string, string> = new Map([
  ['rapprochement', 'reconcile'],
  ['comparaison', 'compare'],
]);

const FRENCH = {
  noOutput: fr`report attend --output et le nom de la copie`,
  noWorkbook: fr`report --consolidated ne prend aucun classeur`,
  unknownDocument: (name: string) => fr`document « ${name} » inconnu (${NAMES})`,
  otherCommand: (name: string, command: string) => fr`le document « ${name} » s'écrit par ${command} --output`,
  noAnnex: (name: string) =>
    fr`pas de document « ${name} » : seule une enveloppe qui a des postes de dépense a une annexe`,
  unchanged: (path: string) => fr`Écrit : ${path}, sans changement : les documents étaient à jour`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    noOutput: en`report needs --output and the name of the copy`,
    noWorkbook: en`report --consolidated takes no workbook`,
    unknownDocument: (name) => en`unknown document “${name}” (${NAMES})`,
    otherCommand: (name, command) => en`the document “${name}” is written by ${command} --output`,
    noAnnex: (name) => en`no document “${name}”: only an envelope with budget lines has an annex`,
    unchanged: (path) => en`Written: ${path}, unchanged: the documents were up to date`,
  },
};

export const report = defineCommand({
  options: {
    ...COMMON_OPTIONS,
    output: {
      type: 'string',
      fr: ['COPIE.xlsx', fr`fichier à créer : ni le classeur ni un fichier existant ne sont jamais remplacés`],
      en: ['COPY.xlsx', en`file to create: neither the workbook nor an existing file is ever replaced`],
    },
    only: {
      type: 'string',
      fr: [
        'NOM,…',
        [
          fr`documents voulus : annexes (ou annexe1, annexe2…), ${namesOf('byDefault')} ;`,
          fr`sinon tous ceux-là ; et les courriers, sur demande :`,
          namesOf('onDemand'),
        ].join('\n'),
      ],
      en: [
        'NAME,…',
        [
          en`documents wanted: annexes (or annexe1, annexe2…), ${namesOf('byDefault')};`,
          en`otherwise all of these; and the notices, only when asked for:`,
          namesOf('onDemand'),
        ].join('\n'),
      ],
    },
    freeze: {
      type: 'boolean',
      fr: ['', fr`copies figées : les valeurs seules, datées, sur des feuilles que rien ne réécrit`],
      en: ['', en`frozen copies: values only, dated, on sheets that nothing rewrites`],
    },
    author: AUTHOR,
    consolidated: {
      type: 'string',
      fr: ['DOSSIER', fr`à la place du classeur : la synthèse des classeurs qu'export a réunis dans ce dossier`],
      en: ['FOLDER', en`in place of the workbook: the synthesis of the workbooks that export gathered in this folder`],
    },
  },
  help: {
    fr: {
      usage: fr`CLASSEUR.xlsx --output COPIE.xlsx [options]`,
      purpose: fr`ajoute les documents à une copie du classeur`,
    },
    en: {
      usage: en`WORKBOOK.xlsx --output COPY.xlsx [options]`,
      purpose: en`adds the documents to a copy of the workbook`,
    },
  },
  async run(given, terminal) {
    const { io, refuse } = terminal;
    const words = WORDS[given.language];
    const lake = given.last('consolidated');
    if (lake !== null) return consolidated(lake, given, terminal);
    const paths = fileAndOutput(given, words.noOutput);
    if (!paths.ok) return refuse(paths.failure, null);
    const { file, output } = paths.value;
    if (isOfOtherKind(output, file))
      return refuse(usage(cliWords(given.language).otherExtension(extensionOf(file))), null);
    if (await io.exists(output)) return refuse({ code: 'fileExists', path: output }, output);
    const loaded = await loadOne(file, given, terminal);
    if (loaded === null) return 2;
    const { dossier, report } = loaded;
    const only = given.list('only');
    if (only?.length === 0) return refuse(usage(words.unknownDocument(given.last('only') ?? '')), null);
    const ids = documentsWanted(dossier.convention, only, words);
    if (!ids.ok) return refuse(ids.failure, null);
    const isFrozen = given.has('freeze');
    const planned = isFrozen
      ? planFrozenCopies(dossier, report, io.today(), ids.value)
      : planDocuments(dossier, report, ids.value);
    const written = await writeCopy(loaded, planned, output, { author: given.last('author'), like: file }, io);
    if (!written.ok) return refuse(written.failure, file);
    const sheets = isFrozen
      ? summarisePlan(written.value).sheetsAdded
      : documentsOf(dossier.convention).flatMap(({ id, sheet }) => (ids.value.includes(id) ? [sheet] : []));
    const sentence = isEmptyPlan(written.value)
      ? words.unchanged(output)
      : cliWords(given.language).written(output, sheets.join(', '));
    const advice = planned.ok ? adviceLines(planned.value, given.language, file) : [];
    io.out(`${[sentence, ...advice].join('\n')}\n`);
    return hasOpenError(report) ? 1 : 0;
  },
});

/** The options of a synthesis: its figures, dates and conventions are those that `export` wrote. */
const OF_SYNTHESIS: readonly string[] = ['consolidated', 'output', 'lang'];

/** Writes the synthesis of a consolidation. No workbook is named beside it. */
async function consolidated(lake: string, given: GivenArguments<string>, { io, refuse }: Terminal): Promise<ExitCode> {
  const words = WORDS[given.language];
  const output = given.last('output');
  if (output === null) return refuse(usage(words.noOutput), null);
  if (given.files.length > 0) return refuse(usage(words.noWorkbook), null);
  const ignored = given.besides(OF_SYNTHESIS);
  if (ignored !== null) return refuse(usage(cliWords(given.language).ignoredOption(ignored, 'consolidated')), null);
  if (extensionOf(output) !== '.xlsx') return refuse(usage(cliWords(given.language).otherExtension('.xlsx')), null);
  if (await io.exists(output)) return refuse({ code: 'fileExists', path: output }, output);
  const { writeSynthesis } = await import(/* webpackChunkName: "synthesis" */ './lake/consolidated-report');
  const written = await writeSynthesis(lake, output, io);
  if (!written.ok) return refuse(written.failure, null);
  io.out(`${cliWords(given.language).written(output, written.value.join(', '))}\n`);
  return 0;
}

function documentsWanted(
  convention: Convention,
  only: readonly string[] | null,
  words: typeof FRENCH,
): Result<readonly DocumentId[], Failure> {
  const known = documentsOf(convention);
  if (only === null) return success(documentsAsked(convention, undefined).map(({ id }) => id));
  const wanted = new Set<DocumentId>();
  for (const name of only) {
    const asked = plain(name);
    const isMeant = ({ id, sheet }: DocumentFrame): boolean =>
      [asked, `${asked}${convention.creditYear}`].includes(plain(sheet)) ||
      plain(id) === asked ||
      (asked === ANNEXES && id.startsWith('annexe'));
    const meant = known.filter(isMeant);
    const command = BY_OTHERS.get(asked);
    if (command !== undefined) return failure(usage(words.otherCommand(name, command)));
    const unknown = ANNEX.test(asked) ? words.noAnnex : words.unknownDocument;
    if (meant.length === 0) return failure(usage(unknown(name)));
    for (const { id } of meant) wanted.add(id);
  }
  return success(known.flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
}

/** `Répartition AE-CP` → `repartitionaecp`: a name of `--only`, or of a sheet, as people type it. */
function plain(name: string): string {
  return comparable(name).replaceAll(' ', '');
}
