/** `enveloppe publish`: the data set to publish, in a new folder or in a new archive. Nothing that exists is replaced. */
import { packPublication } from '../adapters/xlsx/publication-files';
import { hasOpenError } from '../application/control';
import type { NamingField } from '../application/documents/publication';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import { usage } from './arguments';
import { cliWords } from './cli-words';
import { COMMON_OPTIONS, defineCommand } from './command';
import { fileAndOutput, loadOne } from './workbook-files';

const FRENCH = {
  noOutput: fr`publish attend --output et le nom du dossier ou de l'archive .zip à créer`,
  published: (folder: string, files: string) => fr`Écrit dans ${folder} : ${files}`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    noOutput: en`publish needs --output and the name of the folder or of the .zip archive to create`,
    published: (folder, files) => en`Written in ${folder}: ${files}`,
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
      fr: ['titulaire,objet', fr`publie aussi ces colonnes, laissées de côté sinon`],
      en: ['titulaire,objet', en`publishes these columns too, left out otherwise`],
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
    const loaded = await loadOne(file, given, terminal);
    if (loaded === null) return 2;
    const choices = { naming, contact: given.last('contact') ?? '' };
    const packed = packPublication(loaded.dossier, loaded.report, choices, io.codec);
    if (!packed.ok) return refuse(packed.failure, file);
    const { files, archive } = packed.value;
    const written = ARCHIVE.test(output)
      ? await io.writeNew(output, archive)
      : await io.writeFolder(
          output,
          files.map(({ path, bytes }) => [path, bytes] as const),
        );
    if (!written.ok) return refuse(written.failure, output);
    io.out(`${words.published(output, files.map(({ path }) => path).join(', '))}\n`);
    return hasOpenError(loaded.report) ? 1 : 0;
  },
});
