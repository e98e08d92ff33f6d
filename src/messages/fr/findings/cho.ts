/** French words of the CHO findings: what the ledger and Chorus do not say alike. */
import { fr } from '../../typography';
import type { FamilyWords, Speaker } from '../../words';

const CHORUS = fr`comptabilité de l'État (Chorus)`;
const OF = { AE: fr`d'AE`, CP: fr`de CP` } as const;

/** `DP 0100241599 (EJ 1405886249)`, as far as the numbers are known. */
function operation({
  nature,
  ej,
  dp,
}: {
  readonly nature: 'AE' | 'CP';
  readonly ej: string;
  readonly dp: string;
}): string {
  if (dp !== '') return ej === '' ? `DP ${dp}` : `DP ${dp} (EJ ${ej})`;
  if (ej !== '') return `EJ ${ej}`;
  return nature === 'AE' ? fr`engagement sans numéro d'EJ` : fr`paiement sans numéro de DP ni d'EJ`;
}

function shares(amounts: readonly { readonly code: string; readonly cents: number }[], say: Speaker): string {
  const [only, ...others] = amounts;
  if (only && others.length === 0) return only.code;
  return amounts.map(({ code, cents }) => `${code} (${say.amount(cents)})`).join(', ');
}

/** Titles and sentences of the CHO rules. */
export const CHO_FR: FamilyWords<'CHO'> = {
  titles: {
    'CHO-01': fr`Dans le suivi, pas dans Chorus`,
    'CHO-02': fr`Dans Chorus, pas dans le suivi`,
    'CHO-03': fr`Montants différents dans Chorus`,
    'CHO-04': fr`Imputation différente dans Chorus`,
    'CHO-05': fr`En double dans Chorus`,
  },
  words: {
    'CHO-01': (details, say) => {
      const { nature, cents, otherYear, lastDate } = details;
      const amount = `${say.amount(cents)} ${OF[nature]}`;
      const end = lastDate === null ? '' : fr`, dont l'extrait s'arrête au ${say.date(lastDate)}`;
      return {
        problem:
          otherYear !== null
            ? fr`${operation(details)} : ${amount} comptés dans l'exercice, alors que Chorus les date du ${say.date(otherYear)}.`
            : fr`${operation(details)} : ${amount} sans contrepartie dans Chorus${end}.`,
        found: say.amount(cents),
        expected: fr`la même opération dans l'extrait Chorus de l'exercice`,
        article: CHORUS,
        action:
          otherYear !== null
            ? fr`Corrigez la date : l'opération relève d'un autre exercice.`
            : lastDate !== null
              ? fr`Relancez le rapprochement avec un extrait plus récent.`
              : fr`Vérifiez les numéros d'EJ et de DP et l'exercice ; si l'opération n'a pas été validée dans Chorus, elle ne consomme rien.`,
      };
    },
    'CHO-02': (details, say) => {
      const { nature, cents, source, lines, date, entered } = details;
      const amount = `${say.amount(cents)} ${OF[nature]}`;
      const where = fr`${source}, ligne ${lines.join(', ')}`;
      const states = {
        unpaid: fr`inscrits dans le suivi sans date de paiement`,
        project: fr`encore à l'état de projet dans le suivi`,
        otherYear: fr`datés d'un autre exercice dans le suivi`,
      };
      const state = entered === null ? fr`absents du suivi` : states[entered];
      return {
        problem: fr`${operation(details)} : ${amount} dans Chorus${say.dated('au', date)}, ${state} (${where}).`,
        found: say.amount(cents),
        expected: fr`la même opération dans le suivi`,
        article: CHORUS,
        action:
          entered === null
            ? fr`Ajoutez la ligne au suivi, ou faites corriger l'imputation dans Chorus si la dépense n'est pas de la convention.`
            : fr`Mettez à jour l'état et la date de la ligne d'après Chorus.`,
      };
    },
    'CHO-03': (details, say) => {
      const { nature, ledger, chorus, listed } = details;
      const gap = say.amount(ledger - chorus);
      const place = listed ? fr`la table ENV_RAP` : fr`le suivi`;
      return {
        problem: fr`${operation(details)} : ${say.amount(ledger)} ${OF[nature]} dans ${place}, ${say.amount(chorus)} dans Chorus, soit un écart de ${gap}.`,
        found: say.amount(ledger),
        expected: say.amount(chorus),
        article: CHORUS,
        action: listed
          ? fr`Vérifiez le reste à payer ouvert pour cet EJ.`
          : fr`Corrigez le montant du suivi d'après la pièce, ou faites corriger Chorus.`,
      };
    },
    'CHO-04': (details, say) => {
      const { field, ledger, chorus, others } = details;
      const also =
        others.length === 0 ? '' : fr` Diffèrent aussi : ${others.map((other) => say.field(other)).join(', ')}.`;
      return {
        problem: fr`${operation(details)} : ${say.field(field)} ${shares(ledger, say)} dans le suivi, ${shares(chorus, say)} dans Chorus.${also}`,
        found: shares(ledger, say),
        expected: shares(chorus, say),
        article: CHORUS,
        action: fr`Corrigez l'imputation du suivi, ou demandez une réimputation dans Chorus si celle de la convention est dans le suivi.`,
      };
    },
    'CHO-05': (details, say) => {
      const where = fr`${details.source}, lignes ${String(details.firstLine)} et ${String(details.line)}`;
      return {
        problem: fr`${operation(details)} : ${say.amount(details.cents)} ${OF[details.nature]} figurent deux fois dans Chorus (${where}).`,
        found: say.amount(details.cents),
        expected: fr`une seule fois, comme dans le suivi`,
        article: CHORUS,
        action: fr`Vérifiez dans Chorus s'il s'agit d'un double paiement ou d'un extrait répété.`,
      };
    },
  },
};
