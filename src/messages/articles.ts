/**
 * The articles that findings and documents cite. A clause is cited by the number that the convention itself gives, or
 * by its subject when the convention gives none, since a wrong number would be worse than none.
 */
import type { Convention } from '../domain/envelopes/convention';
import type { Clause } from '../domain/envelopes/terms';
import { ARTICLES as ENGLISH } from './en/articles';
import { ARTICLES as FRENCH } from './fr/articles';
import type { Language } from './language';

const ARTICLES: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** A clause of the convention, a law, or both. */
export interface Citation {
  readonly clause?: Clause;
  /** The code of the envelope whose annex is cited. */
  readonly envelope?: string;
  /** The article as a table of the workbook states it, cited instead of the clause unless empty. */
  readonly printed?: string;
  /** Follows the clause. */
  readonly note?: keyof typeof FRENCH.notes;
  readonly law?: keyof typeof FRENCH.laws;
}

/** In the article of the annexes, the number of the envelope's own: « annexe n° {n} ». */
const ANNEX_NUMBER = '{n}';

/** `convention, art. 3 ; LOLF, art. 8`; `convention, référence Chorus` when the articles are not known. */
export function articleOf(convention: Convention, citation: Citation, language: Language): string {
  const { clause, printed, note, law } = citation;
  const { laws, notes, both } = ARTICLES[language];
  if (clause === undefined) return law === undefined ? '' : laws[law];
  const numbered = `convention, ${printed || clauseText(convention, clause, citation.envelope, language)}`;
  const cited = note === undefined ? numbered : `${numbered}, ${notes[note]}`;
  return law === undefined ? cited : both(cited, laws[law]);
}

function clauseText(convention: Convention, clause: Clause, envelope: string | undefined, language: Language): string {
  const { subjects, number } = ARTICLES[language];
  const article = convention.articles[clause];
  if (article === undefined) return subjects[clause];
  if (!article.includes(ANNEX_NUMBER)) return number(article);
  const position = convention.envelopes.findIndex(({ code }) => code === envelope);
  return position < 0 ? subjects[clause] : number(article.replace(ANNEX_NUMBER, String(position + 1)));
}
