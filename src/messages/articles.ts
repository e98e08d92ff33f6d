/**
 * Where a convention states each rule: by the number that the convention itself gives, or by the subject of the clause
 * when it gives none, since a wrong number would be worse than none.
 */
import type { Convention } from '../domain/envelopes/convention';
import type { Clause } from '../domain/envelopes/terms';
import type { Language } from './language';
import { en, fr } from './typography';

const SUBJECTS: Readonly<Record<Language, Readonly<Record<Clause, string>>>> = {
  fr: {
    envelopes: fr`répartition par enveloppe`,
    credits: fr`crédits mis à disposition`,
    chorusReference: fr`référence Chorus`,
    ceiling: fr`limite du montant alloué`,
    period: fr`durée de validité`,
    followUp: fr`suivi dû au délégant`,
    annex: fr`répartition par poste`,
    amendment: fr`modification du document`,
    insufficiency: fr`insuffisance des crédits`,
    unspent: fr`crédits non consommés`,
    yearlyReport: fr`bilan d'exécution annuel`,
    termination: fr`résiliation`,
    publication: fr`publication`,
  },
  en: {
    envelopes: en`split between envelopes`,
    credits: en`credits put at disposal`,
    chorusReference: en`Chorus reference`,
    ceiling: en`limit of the allocated amount`,
    period: en`period of validity`,
    followUp: en`follow-up owed to the délégant`,
    annex: en`split by budget line`,
    amendment: en`amendment of the document`,
    insufficiency: en`insufficient credits`,
    unspent: en`unspent credits`,
    yearlyReport: en`yearly report`,
    termination: en`termination`,
    publication: en`publication`,
  },
};

/** In the article of the annexes, the number of the envelope's own: « annexe n° {n} ». */
const ANNEX_NUMBER = '{n}';

/**
 * `convention, art. 3`, or `convention, référence Chorus` when its articles are not known; the annex is that of an
 * envelope.
 */
export function articleOf(convention: Convention, clause: Clause, language: Language, envelope?: string): string {
  const subject = SUBJECTS[language][clause];
  const article = convention.articles[clause];
  if (article === undefined) return `convention, ${subject}`;
  if (!article.includes(ANNEX_NUMBER)) return `convention, ${wordsOf(article, language)}`;
  const position = convention.envelopes.findIndex(({ code }) => code === envelope);
  return `convention, ${position < 0 ? subject : wordsOf(article.replace(ANNEX_NUMBER, String(position + 1)), language)}`;
}

/** The numbering of the convention as each language writes it: « art. 3 », « annexe n° 1 », `annex 1`. */
function wordsOf(article: string, language: Language): string {
  if (language === 'en') return article.replace(/^annexe (?:n° ?)?/i, 'annex ');
  return article.replace(/(n°|art\.) /g, '$1\u00a0');
}
