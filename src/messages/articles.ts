/**
 * Where a convention states each rule. The articles of a convention whose text was read are named by number; of another one, the clause is
 * named by its subject, since a wrong number would be worse than none.
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

type NumberedClause = Exclude<Clause, 'annex'>;

/** By reference (NOR). DGEFP – DGE, 13 December 2022: its annexes are numbered in the order of its envelopes. */
const ARTICLES: ReadonlyMap<string, Readonly<Record<NumberedClause, string>>> = new Map([
  [
    'ECOI2236199X',
    {
      envelopes: fr`art. 1.2`,
      credits: fr`art. 1.2`,
      chorusReference: fr`art. 3`,
      ceiling: fr`art. 3`,
      period: fr`art. 5`,
      followUp: fr`art. 2.2`,
      amendment: fr`art. 4`,
      insufficiency: fr`art. 3`,
      unspent: fr`art. 3`,
      yearlyReport: fr`art. 2.2`,
      termination: fr`art. 5`,
      publication: fr`art. 6`,
    },
  ],
]);

/** `convention, art. 3`, or `convention, référence Chorus` when its articles are not known; the annex is that of an envelope. */
export function articleOf(convention: Convention, clause: Clause, language: Language, envelope?: string): string {
  const numbers = ARTICLES.get(convention.reference.trim().toUpperCase());
  const subject = SUBJECTS[language][clause];
  if (!numbers) return `convention, ${subject}`;
  if (clause !== 'annex') return `convention, ${numbers[clause]}`;
  const position = convention.envelopes.findIndex(({ code }) => code === envelope);
  if (position < 0) return `convention, ${subject}`;
  return language === 'fr' ? fr`convention, annexe n° ${String(position + 1)}` : en`convention, annex ${String(position + 1)}`;
}
