/** The articles that findings and documents cite, in English. */
import type { ARTICLES as FRENCH } from '../fr/articles';
import { en } from '../typography';

export const ARTICLES: typeof FRENCH = {
  subjects: {
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
  number: (article) => article.replace(/^annexe (?:n° ?)?/i, 'annex '),
  notes: { notFungible: en`envelopes not fungible`, ofWhichRap: en`“dont RAP”` },
  laws: {
    lolf8: en`LOLF, art. 8`,
    lolf9: en`LOLF, art. 9`,
    gbcp30: en`décret n° 2012-1246 (GBCP), art. 30 to 32`,
    gbcp31: en`décret n° 2012-1246 (GBCP), art. 31 to 33`,
    gbcp160: en`décret n° 2012-1246 (GBCP), art. 160`,
    delegations5: en`décret n° 2004-1085, art. 5`,
    paymentDelay: en`code de la commande publique, art. R2192-10, R2192-12 and R2192-13`,
    frameworkOrders: en`code de la commande publique, art. R2162-5`,
    closingCalendar: en`year-end closing calendar (ENV_Convention)`,
    chorusCodes: en`Chorus nomenclature`,
    chorusAccounts: en`accounts of the State (Chorus)`,
  },
  both: (clause, law) => en`${clause}; ${law}`,
};
