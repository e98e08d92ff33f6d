/** `enveloppe query`: a named query or one SELECT over the folder that `export` wrote. */
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';
import { type Option, usage } from '../arguments';
import { COMMON_OPTIONS, defineCommand } from '../command';
import { answerCsv, answerJson, answerText } from './answer-text';
import { namedQueries } from './named-queries';

const FORMATS = ['text', 'csv', 'json'] as const;

const FRENCH = {
  noLake: fr`query attend le dossier qu'export a écrit`,
  oneQuery: fr`query attend une seule requête : mettez le SQL entre guillemets`,
  unknown: (name: string, names: string) => fr`requête « ${name} » inconnue (${names}, ou un SELECT)`,
  none: fr`Aucune ligne.`,
};
const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    noLake: en`query needs the folder that export wrote`,
    oneQuery: en`query takes one query: put the SQL between quotes`,
    unknown: (name, names) => en`unknown query “${name}” (${names}, or a SELECT)`,
    none: en`No row.`,
  },
};

const FORMAT: Option = {
  type: 'string',
  fr: ['text|csv|json', fr`tableau à lire, CSV, ou un objet JSON par ligne`],
  en: ['text|csv|json', en`table to read, CSV, or one JSON object a line`],
};

export const query = defineCommand({
  options: { format: FORMAT, lang: COMMON_OPTIONS.lang },
  timesItself: true,
  help: {
    fr: {
      usage: fr`DOSSIER [NOM|SQL] [--format text|csv|json]`,
      purpose: fr`interroge une consolidation ; sans nom, liste les requêtes`,
    },
    en: {
      usage: en`FOLDER [NAME|SQL] [--format text|csv|json]`,
      purpose: en`queries a consolidation; without a name, lists the queries`,
    },
  },
  async run(given, { io, refuse }) {
    const { language } = given;
    const words = WORDS[language];
    const [lake, asked, ...more] = given.files;
    if (lake === undefined) return refuse(usage(words.noLake), null);
    if (more.length > 0) return refuse(usage(words.oneQuery), null);
    const format = given.choice('format', FORMATS);
    if (!format.ok) return refuse(format.failure, null);
    const known = namedQueries();
    if (asked === undefined) {
      const found = await io.lake.find(lake);
      if (!found.ok) return refuse(found.failure, null);
      const width = Math.max(...known.map(({ name }) => name.length));
      for (const { name, about } of known) io.out(`${name.padEnd(width)}  ${about[language]}\n`);
      return 0;
    }
    const named = known.find(({ name }) => name === asked);
    if (!named && !/\s/.test(asked.trim()))
      return refuse(usage(words.unknown(asked, known.map(({ name }) => name).join(', '))), null);
    const answer = await io.lake.query(lake, named?.sql ?? asked);
    if (!answer.ok) return refuse(answer.failure, null);
    if (format.value === 'csv') io.out(answerCsv(answer.value));
    else if (format.value === 'json') io.out(answerJson(answer.value));
    else io.out(answer.value.rows.length === 0 ? `${words.none}\n` : answerText(answer.value, language));
    return 0;
  },
});
