/** The articles that findings and documents cite, in French. */
import type { Clause } from '../../domain/envelopes/terms';
import { fr } from '../typography';

export const ARTICLES = {
  /** Clauses whose number is not known. */
  subjects: {
    envelopes: fr`répartition par enveloppe`,
    credits: fr`crédits mis à disposition`,
    chorusReference: fr`référence Chorus`,
    ceiling: fr`limite des crédits mis à disposition`,
    period: fr`durée de validité`,
    followUp: fr`suivi dû au délégant`,
    annex: fr`répartition par poste`,
    amendment: fr`modification du document`,
    insufficiency: fr`insuffisance des crédits`,
    unspent: fr`crédits non consommés`,
    yearlyReport: fr`bilan d'exécution annuel`,
    termination: fr`résiliation`,
    publication: fr`publication`,
  } satisfies Record<Clause, string>,
  /** The number that the convention gives: « art. 3 », « annexe n° 1 ». */
  number: (article: string): string => article.replace(/(n°|art\.) /g, '$1\u00a0'),
  notes: { ofWhichRap: fr`« dont RAP »` },
  laws: {
    lolf8: fr`LOLF, art. 8`,
    lolfLimits: fr`LOLF, art. 8 et 9`,
    advance: fr`LOLF, art. 9 ; loi n° 2004-1484, art. 108`,
    gbcpOrder: fr`GBCP, art. 29`,
    gbcpPayment: fr`GBCP, art. 29 et 159`,
    gbcpService: fr`GBCP, art. 31 et 33`,
    gbcp160: fr`GBCP, art. 160`,
    delegations5: fr`décret n° 2004-1085, art. 5`,
    paymentDelay: fr`CCP, art. R. 2192-10, R. 2192-12 et R. 2192-13`,
    frameworkOrders: fr`CCP, art. R. 2162-5`,
    closingCalendar: fr`date limite de fin de gestion`,
    chorusUse: fr`usage Chorus`,
    chorusAccounts: fr`comptabilité de l'État (Chorus)`,
    /** No article: what the team decided for itself. */
    threshold: fr`seuil de suivi`,
    bookkeeping: fr`règle de tenue du suivi`,
    shareSetting: fr`part paramétrée`,
  },
  both: (clause: string, law: string): string => fr`${clause} ; ${law}`,
};
