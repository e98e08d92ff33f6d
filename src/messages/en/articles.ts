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
  notes: { ofWhichRap: en`“dont RAP”` },
  laws: {
    lolf8: en`LOLF, art. 8`,
    lolfLimits: en`LOLF, art. 8 and 9`,
    advance: en`LOLF, art. 9; loi n° 2004-1484, art. 108`,
    gbcpOrder: en`GBCP, art. 29`,
    gbcpPayment: en`GBCP, art. 29 and 159`,
    gbcpService: en`GBCP, art. 31 and 33`,
    gbcp160: en`GBCP, art. 160`,
    delegations5: en`décret n° 2004-1085, art. 5`,
    paymentDelay: en`CCP, art. R. 2192-10, R. 2192-12 and R. 2192-13`,
    frameworkOrders: en`CCP, art. R. 2162-5`,
    closingCalendar: en`year-end closing date`,
    chorusUse: en`Chorus practice`,
    chorusAccounts: en`accounts of the State (Chorus)`,
    threshold: en`threshold of the team`,
    bookkeeping: en`rule of the ledger`,
    shareSetting: en`share set by the team`,
  },
  both: (clause, law) => en`${clause}; ${law}`,
};
