/** French words of DON-05: totals and stated figures that the rows do not give. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { RowOfCredits } from '../../../domain/envelopes/ledger';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

const STATED = {
  aeConsumed: fr`d'AE consommées`,
  cpConsumed: fr`de CP consommés`,
  aeRemaining: fr`d'AE non consommées`,
  cpRemaining: fr`de CP non consommés`,
  outstanding: fr`de restes à payer`,
} as const;

/** A figure of a summary that the ledger contradicts. */
function stated(
  { shown, sum, stated: of }: Extract<FindingOf<'DON-05'>['details'], { readonly shown: number }>,
  format: Formatter,
): { problem: string; action: string } | null {
  if (!of || sum === null) return null;
  const envelope = of.envelope === null ? '' : fr` pour ${format.envelope(of.envelope)}`;
  return {
    problem:
      fr`Chiffre saisi hors du suivi, ${format.quote(of.words)} : ${format.amount(shown)}, alors que le suivi donne ` +
      fr`${format.amount(sum)} ${STATED[of.figure]}${envelope} au ${format.date(of.asOf)}.`,
    action: fr`S'il n'est plus à jour, remplacez-le par une formule, ou écrivez à quelle date il est arrêté ; s'il est juste, cherchez la ligne, ou les crédits, qui manquent au suivi ou qu'il compte en trop.`,
  };
}

/** Amounts of credits typed among the operations. */
function credits(
  details: FindingOf<'DON-05'>['details'],
  isCarried: RowOfCredits,
  format: Formatter,
): Sentences<'DON-05'> {
  const amount = details.shown === null ? format.quote(details.raw) : format.amount(details.shown);
  const cp = details.shown === null ? undefined : details.beside;
  const beside = cp === undefined ? '' : fr` et ${format.field('cp')} ${format.amount(cp)}`;
  const unread = details.shown === null ? fr`, qui ne peut pas être lu` : '';
  if (isCarried === 'left')
    return {
      problem: fr`Ligne datée, non comptée : ${format.field(details.field)} ${amount}${beside}${unread}, sur une ligne dont les mots nomment des crédits, un solde, un écart ou ce qui est consommé.`,
      action: fr`Rien à faire si la ligne rappelle un chiffre ; si c'est une dépense, nommez ce qui est payé, et saisissez le numéro de l'EJ.`,
      stated: true,
    };
  const start = isCarried === 'paid' ? fr`Crédits datés d'un paiement, non comptés` : fr`Crédits non comptés`;
  return {
    problem: fr`${start} : ${format.field(details.field)} ${amount}${beside}${unread}, sur une ligne dont les mots nomment des crédits.`,
    action: fr`Si ce sont des crédits reçus, rendus ou gelés, inscrivez-les dans ENV_Mouvements, sauf s'ils y sont ; si c'est une dépense, nommez ce qui est payé, et saisissez le numéro de l'EJ.`,
    stated: true,
  };
}

/** A total that agrees with its rows, differs from them, or cannot be compared. */
export function total(details: FindingOf<'DON-05'>['details'], format: Formatter): Sentences<'DON-05'> {
  const ofSummary = details.shown === null ? null : stated(details, format);
  if (ofSummary) return ofSummary;
  if (details.isCarried !== undefined && details.isCarried !== true) return credits(details, details.isCarried, format);
  if (details.shown !== null && details.isCarried)
    return {
      problem: fr`Report daté, non compté : ${format.field(details.field)} ${format.amount(details.shown)}, qui n'est la somme d'aucune ligne.`,
      action: fr`Si ce sont des crédits reportés, inscrivez-les dans ENV_Mouvements ; rien à faire s'ils y sont, ou si la ligne rappelle un autre suivi.`,
      stated: true,
    };
  const { field, shown, sum } = details;
  const start = fr`Ligne de total parmi les données, non comptée : ${format.field(field)}`;
  const amount = shown === null ? format.quote(details.raw) : format.amount(shown);
  if (sum === null) {
    return {
      problem: fr`${start} ${amount}, alors que les lignes qu'elle totalise ne sont pas dans le suivi.`,
      action: fr`Rien à faire si ces lignes sont d'un autre suivi ; sinon, saisissez-les.`,
    };
  }
  if (shown === sum && details.mayBePayment)
    return {
      problem: fr`Ligne sans libellé ni EJ, datée d'un paiement, non comptée : ${format.field(field)} ${format.amount(sum)}, comme la somme d'autres lignes.`,
      action: fr`Si c'est un paiement, saisissez le numéro de son EJ ; si la ligne est un total, effacez sa date de paiement, ou écrivez « Total » dans la ligne.`,
    };
  if (shown === sum) {
    return {
      problem: fr`${start} ${format.amount(sum)}, comme la somme des lignes.`,
      action: fr`Rien à faire ; une ligne de totaux du tableau serait plus sûre.`,
    };
  }
  const unlike = shown === null ? fr`${amount} ne peut pas être lu` : amount;
  return {
    problem: fr`${start} ${unlike}, alors que les lignes totalisent ${format.amount(sum)}.`,
    action: fr`Corrigez le total, ou saisissez la ligne qui manque.`,
  };
}
