/** `enveloppe publish`: the data set to publish, in a new folder or in a new archive. Nothing that exists is replaced. */
import { packPublication } from '../adapters/xlsx/publication-files';
import { hasOpenError } from '../application/control';
import {
  CONVENTION_EXTENSIONS,
  CONVENTION_TEXTS,
  type ConventionText,
  type NamingField,
  type PublicationReview,
} from '../application/documents/publication';
import type { FreeText, TextKind } from '../documents/publication/text-gate';
import { failure, type Result, success } from '../domain/result';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import type { Failure } from '../workbook/failure';
import { extensionOf, usage } from './arguments';
import { cliWords } from './cli-words';
import { type CommandIo, COMMON_OPTIONS, defineCommand } from './command';
import { wrapped } from './text-layout';
import { fileAndOutput, loadOne } from './workbook-files';

const FRENCH = {
  noOutput: fr`publish attend --output et le nom du dossier ou de l'archive .zip à créer`,
  published: (folder: string, files: string) => fr`Écrit dans ${folder} : ${files}`,
  unknownText: (id: string) =>
    fr`aucun texte libre n'a l'identifiant « ${id} » : il a changé, ou une lettre est fausse`,
  otherFormat: (path: string) =>
    fr`« ${path} » n'est pas un texte de convention (${Object.keys(CONVENTION_TEXTS).join(', ')})`,
  ofConvention: fr`Textes de la convention, publiés`,
  confirmed: fr`Textes libres publiés`,
  leftOut: fr`Textes libres laissés de côté ; --with-text et leurs identifiants les publient`,
  kinds: {
    comment: fr`commentaire`,
    indicator: fr`indicateur`,
    milestone: fr`jalon`,
    signature: fr`signature`,
    accountant: fr`comptable`,
    spelling: fr`graphie`,
    supplier: fr`titulaire`,
    label: fr`objet`,
  } satisfies Record<TextKind, string>,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    noOutput: en`publish needs --output and the name of the folder or of the .zip archive to create`,
    published: (folder, files) => en`Written in ${folder}: ${files}`,
    unknownText: (id) => en`no free text has the identifier “${id}”: it has changed, or a letter is wrong`,
    otherFormat: (path) => en`“${path}” is not the text of a convention (${Object.keys(CONVENTION_TEXTS).join(', ')})`,
    ofConvention: en`Texts of the convention, published`,
    confirmed: en`Free texts published`,
    leftOut: en`Free texts left out; --with-text and their identifiers publish them`,
    kinds: {
      comment: en`comment`,
      indicator: en`indicator`,
      milestone: en`milestone`,
      signature: en`signature`,
      accountant: en`accountant`,
      spelling: en`spelling`,
      supplier: en`supplier`,
      label: en`object`,
    },
  },
};

const ARCHIVE = /\.zip$/i;

/** The columns that name people or firms, by the name of each in `--with`. */
const NAMING: ReadonlyMap<string, NamingField> = new Map([
  ['titulaire', 'supplier'],
  ['objet', 'label'],
]);

export const publish = defineCommand({
  options: {
    ...COMMON_OPTIONS,
    output: {
      type: 'string',
      fr: ['DOSSIER', fr`dossier à créer, qui ne doit rien contenir ; ou une archive à créer, jeu.zip`],
      en: ['FOLDER', en`folder to create, which must hold nothing; or an archive to create, set.zip`],
    },
    with: {
      type: 'string',
      fr: ['titulaire,objet', fr`ajoute ces colonnes ; chacun de leurs textes reste à confirmer`],
      en: ['titulaire,objet', en`adds these columns; each of their texts is still to be confirmed`],
    },
    'with-text': {
      type: 'string',
      fr: ['ID,…', fr`textes libres à publier, par les identifiants que publish affiche (répétable)`],
      en: ['ID,…', en`free texts to publish, by the identifiers that publish shows (repeatable)`],
    },
    'convention-text': {
      type: 'string',
      fr: ['FICHIER', fr`texte de la convention à joindre (.pdf, .odt, .docx, .txt, .md)`],
      en: ['FILE', en`text of the convention to add (.pdf, .odt, .docx, .txt, .md)`],
    },
    contact: {
      type: 'string',
      fr: ['TEXTE', fr`service et adresse à qui écrire`],
      en: ['TEXT', en`service and address to write to`],
    },
  },
  help: {
    fr: {
      usage: fr`CLASSEUR.xlsx --output DOSSIER [options]`,
      purpose: fr`écrit le jeu de données à publier (CSV, schémas, documents)`,
    },
    en: {
      usage: en`WORKBOOK.xlsx --output FOLDER [options]`,
      purpose: en`writes the data set to publish (CSV, schemas, documents)`,
    },
  },
  async run(given, terminal) {
    const { io, refuse } = terminal;
    const words = WORDS[given.language];
    const paths = fileAndOutput(given, words.noOutput);
    if (!paths.ok) return refuse(paths.failure, null);
    const { file, output } = paths.value;
    const naming: NamingField[] = [];
    for (const name of given.list('with') ?? []) {
      const field = NAMING.get(name.toLowerCase());
      if (!field)
        return refuse(usage(cliWords(given.language).badChoice('--with', name, [...NAMING.keys()].join(', '))), null);
      naming.push(field);
    }
    const conventionText = await conventionTextOf(given.last('convention-text'), io, words);
    if (!conventionText.ok) return refuse(conventionText.failure, null);
    const loaded = await loadOne(file, given, terminal);
    if (loaded === null) return 2;
    const choices = {
      naming,
      contact: given.last('contact') ?? '',
      confirmed: given.list('with-text') ?? [],
      conventionText: conventionText.value,
      created: io.now(),
    };
    const packed = await packPublication(loaded.dossier, loaded.report, choices, io.codec);
    if (!packed.ok) return refuse(packed.failure, file);
    const { files, archive, review } = packed.value;
    const [unknown] = review.unknown;
    if (unknown !== undefined) return refuse(usage(words.unknownText(unknown)), null);
    const written = ARCHIVE.test(output)
      ? await io.writeNew(output, archive, null)
      : await io.writeFolder(
          output,
          files.map(({ path, bytes }) => [path, bytes] as const),
        );
    if (!written.ok) return refuse(written.failure, output);
    const sections = [
      [words.published(output, files.map(({ path }) => path).join(', '))],
      ...reviewLines(review, words),
    ];
    io.out(`${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`);
    return hasOpenError(loaded.report) ? 1 : 0;
  },
});

/** Every text that leaves, and every text left out, whole: nobody confirms a text without reading it. */
function reviewLines({ texts, ofConvention }: PublicationReview, words: typeof FRENCH): string[][] {
  const lineOf = ({ id, kind, text }: FreeText): string[] =>
    wrapped(`${id} [${words.kinds[kind]}] ${text.replace(/\p{Cc}+/gu, ' ')}`, 2, 6);
  const section = (title: string, found: readonly FreeText[]): string[][] =>
    found.length === 0 ? [] : [[title, ...found.flatMap(lineOf)]];
  return [
    [words.ofConvention, ...ofConvention.flatMap((text) => wrapped(text, 2, 6))],
    ...section(
      words.confirmed,
      texts.filter(({ isPublished }) => isPublished),
    ),
    ...section(
      words.leftOut,
      texts.filter(({ isPublished }) => !isPublished),
    ),
  ];
}

async function conventionTextOf(
  path: string | null,
  io: CommandIo,
  words: typeof FRENCH,
): Promise<Result<ConventionText | null, Failure>> {
  if (path === null) return success(null);
  const extension = CONVENTION_EXTENSIONS.find((one) => one === extensionOf(path));
  if (!extension) return failure(usage(words.otherFormat(path)));
  const bytes = await io.read(path);
  return bytes.ok ? success({ extension, bytes: bytes.value }) : bytes;
}
