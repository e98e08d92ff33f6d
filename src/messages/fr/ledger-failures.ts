/** French words of the refusals of a ledger: the obstacle with its place, then the next step. */
import type { Failure, LedgerObstacle, LedgerRival } from '../../workbook/failure';
import type { FailureDescription } from '../failure-description';
import { formatAmount, formatCount } from '../format';
import { fr, shorten } from '../typography';

type LedgerFailure = 'noLedger' | 'severalLedgers' | 'turnedLedger' | 'mappingOutdated';

const MISSING: Readonly<Record<LedgerObstacle['missing'], string>> = {
  amount: fr`un montant d'AE ou de CP`,
  operation: fr`un n° d'EJ, un n° de DP ou une date`,
  columns: fr`une colonne de plus (objet, enveloppe ou date)`,
};
const FIELDS: Readonly<Record<LedgerObstacle['missing'], string>> = {
  amount: 'Montant AE',
  operation: 'N° EJ',
  columns: 'Objet',
};

/** A candidate with its rows and sums, to choose among several. */
export function describeRival({ name, rows, ae, cp, repeats }: LedgerRival): string {
  const sums = fr`${formatCount(rows, 'fr')} ${rows < 2 ? 'ligne' : 'lignes'}, ${formatAmount(ae, 'fr')} d'AE et ${formatAmount(cp, 'fr')} de CP`;
  return repeats === null
    ? fr`${shorten(name)} (${sums})`
    : fr`${shorten(name)} (${sums} ; reprend les opérations de ${shorten(repeats)})`;
}

/** A table that does not have one row for each operation. */
function layouts(place: string, words: string) {
  return {
    years: fr`Le tableau de la feuille ${place} a des années pour en-têtes (${words}) : une ligne y a des montants de plusieurs exercices, sans leurs dates.`,
    months: fr`Le tableau de la feuille ${place} a des mois pour en-têtes (${words}) : une ligne y a des montants de plusieurs mois, sans leurs dates.`,
    measures: fr`Le tableau de la feuille ${place} nomme ses montants dans les lignes (${words}) et non dans les en-têtes.`,
    natures: fr`La colonne « ${words} » de la feuille ${place} mêle des engagements (AE) et des paiements (CP).`,
  };
}

export const LEDGER_FAILURES: {
  readonly [C in LedgerFailure]: (failure: Extract<Failure, { readonly code: C }>) => FailureDescription;
} = {
  noLedger: ({ obstacle }) =>
    obstacle
      ? {
          sentence: fr`Aucun tableau de suivi n'a été trouvé ; le plus proche, feuille « ${shorten(obstacle.sheet)} », cellule ${obstacle.cell}, a pour en-têtes compris ${quoted(obstacle.understood)} : il y manque ${MISSING[obstacle.missing]}.`,
          remedy: fr`Associez ses colonnes : « Colonnes » dans le volet, ou --map "${shorten(obstacle.unread ?? 'En-tête')}=${FIELDS[obstacle.missing]}" en ligne de commande ; vous pouvez aussi créer le tableau Suivi.`,
        }
      : {
          sentence: fr`Aucun tableau de suivi n'a été trouvé dans le classeur.`,
          remedy: fr`Il faut une ligne d'en-têtes avec au moins un montant (AE ou CP), un n° d'EJ ou une date, et l'axe ministériel 2 ; vous pouvez aussi créer le tableau Suivi.`,
        },
  severalLedgers: ({ candidates, unknown }) => ({
    sentence:
      unknown === undefined
        ? fr`Plusieurs tableaux peuvent être le suivi : ${candidates.map(describeRival).join(', ')}.`
        : fr`Aucun suivi ne s'appelle « ${shorten(unknown)} » ; à contrôler : ${candidates.map(describeRival).join(', ')}.`,
    remedy: fr`Nommez ceux à contrôler : « Colonnes » dans le volet, ou ${options(candidates)} en ligne de commande.`,
  }),
  turnedLedger: ({ sheet, cell, what, words }) => ({
    sentence: layouts(fr`« ${shorten(sheet)} » (cellule ${cell})`, words.map(shorten).join(', '))[what],
    remedy:
      what === 'natures'
        ? fr`Ajoutez une colonne « AE/CP » qui donne la nature de chaque montant, ou associez la colonne : « Colonnes » dans le volet, --map "${words.map(shorten).join(', ')}=Montant AE" en ligne de commande.`
        : fr`Il faut une ligne par opération, avec son numéro, sa date et son montant d'AE ou de CP dans des colonnes distinctes ; si une autre feuille est le suivi, nommez-la (--ledger).`,
  }),
  mappingOutdated: ({ sheet, cell, heading, field, why }) => ({
    sentence:
      why === 'gone'
        ? fr`La colonne « ${shorten(heading)} », que ENV_Colonnes associe à « ${field} », n'est plus dans le tableau de la feuille « ${shorten(sheet)} » (cellule ${cell}).`
        : fr`La colonne « ${shorten(heading)} » de la feuille « ${shorten(sheet)} » (cellule ${cell}), que ENV_Colonnes associe à « ${field} », contient d'autres données.`,
    remedy: fr`Vérifiez les colonnes et confirmez-les de nouveau (« Colonnes » dans le volet), corrigez la ligne « ${shorten(heading)} » de ENV_Colonnes, ou donnez la bonne colonne en ligne de commande : --map "En-tête=${field}".`,
  }),
};

function quoted(headings: readonly string[]): string {
  return headings.map((heading) => fr`« ${shorten(heading)} »`).join(', ');
}

/** The candidates that repeat no other, as options of the command line. */
function options(candidates: readonly LedgerRival[]): string {
  const kept = candidates.filter(({ repeats }) => repeats === null);
  return kept.map(({ name }) => `--ledger "${shorten(name)}"`).join(' ');
}
