/** The articles that findings and documents cite, in French. */
import type { Clause } from '../../domain/envelopes/terms';
import { fr } from '../typography';

export const ARTICLES = {
  /** Clauses whose number is not known. */
  subjects: {
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
  } satisfies Record<Clause, string>,
  /** The number that the convention gives: « art. 3 », « annexe n° 1 ». */
  number: (article: string): string => article.replace(/(n°|art\.) /g, '$1\u00a0'),
  notes: { notFungible: fr`enveloppes non fongibles`, ofWhichRap: fr`« dont RAP »` },
  laws: {
    lolf8: fr`LOLF, art. 8`,
    lolf9: fr`LOLF, art. 9`,
    gbcp30: fr`décret n° 2012-1246 (GBCP), art. 30 à 32`,
    gbcp31: fr`décret n° 2012-1246 (GBCP), art. 31 à 33`,
    gbcp160: fr`décret n° 2012-1246 (GBCP), art. 160`,
    delegations5: fr`décret n° 2004-1085, art. 5`,
    paymentDelay: fr`code de la commande publique, art. R2192-10, R2192-12 et R2192-13`,
    frameworkOrders: fr`code de la commande publique, art. R2162-5`,
    closingCalendar: fr`calendrier de fin de gestion (ENV_Convention)`,
    chorusCodes: fr`nomenclature Chorus`,
    chorusAccounts: fr`comptabilité de l'État (Chorus)`,
  },
  both: (clause: string, law: string): string => fr`${clause} ; ${law}`,
};
