/** `enveloppe init`: a new workbook with the tables of a convention and an empty ledger. Never replaces a file. */
import { openXlsx } from '../adapters/xlsx/open';
import { blankXlsx } from '../adapters/xlsx/write/blank';
import { planInitialise } from '../application/writing/initialise';
import { planNewLedger } from '../application/writing/start-ledger';
import { KNOWN_CONVENTIONS } from '../conventions/index';
import { success } from '../domain/result';
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';
import { LEDGER_NAME, SHEETS } from '../workbook/workbook-names';
import { extensionOf, usage } from './arguments';
import { cliWords } from './cli-words';
import { AUTHOR, COMMON_OPTIONS, defineCommand } from './command';
import { namedConvention, writeCopy } from './workbook-files';

const FRENCH = {
  noWorkbookWanted: fr`init crée un classeur et n'en lit aucun`,
  noConvention: fr`init attend --convention et un nom ou un fichier JSON`,
  noNewWorkbook: fr`init attend --output et le nom d'un classeur .xlsx à créer`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    noWorkbookWanted: en`init creates a workbook and reads none`,
    noConvention: en`init needs --convention and a name or a JSON file`,
    noNewWorkbook: en`init needs --output and the name of an .xlsx workbook to create`,
  },
};

export const init = defineCommand({
  options: {
    convention: {
      type: 'string',
      fr: ['ID|FICHIER.json', KNOWN_CONVENTIONS.join(', ')],
      en: ['ID|FILE.json', KNOWN_CONVENTIONS.join(', ')],
    },
    output: {
      type: 'string',
      fr: ['NOUVEAU.xlsx', fr`classeur à créer`],
      en: ['NEW.xlsx', en`workbook to create`],
    },
    author: AUTHOR,
    lang: COMMON_OPTIONS.lang,
  },
  help: {
    fr: {
      usage: fr`--convention ID --output NOUVEAU.xlsx`,
      purpose: fr`crée un classeur : tables de la convention et suivi vide`,
    },
    en: {
      usage: en`--convention ID --output NEW.xlsx`,
      purpose: en`creates a workbook: the convention's tables and an empty ledger`,
    },
  },
  async run(given, { io, refuse }) {
    const words = WORDS[given.language];
    const output = given.last('output');
    if (given.files.length > 0) return refuse(usage(words.noWorkbookWanted), null);
    if (!given.has('convention')) return refuse(usage(words.noConvention), null);
    if (output === null || extensionOf(output) !== '.xlsx') return refuse(usage(words.noNewWorkbook), null);
    const convention = await namedConvention(given, io);
    if (!convention.ok) return refuse(convention.failure, given.last('convention'));
    const file = openXlsx(blankXlsx(), io.codec);
    if (!file.ok) return refuse(file.failure, null);
    if (convention.value === null) return refuse({ code: 'noConvention' }, null);
    const workbook = file.value.read();
    const tables = planInitialise(workbook, convention.value);
    if (!tables.ok) return refuse(tables.failure, output);
    const ledger = planNewLedger(workbook, convention.value);
    if (!ledger.ok) return refuse(ledger.failure, output);
    const plan = success({ ...tables.value, steps: [...tables.value.steps, ...ledger.value.steps] });
    const written = await writeCopy(
      { file: file.value, workbook },
      plan,
      output,
      { author: given.last('author'), like: null },
      io,
    );
    if (!written.ok) return refuse(written.failure, output);
    io.out(`${cliWords(given.language).written(output, [SHEETS.convention, LEDGER_NAME].join(', '))}\n`);
    return 0;
  },
});
