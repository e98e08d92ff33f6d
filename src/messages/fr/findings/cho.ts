/** French words of the CHO findings: differences between the ledger and Chorus. */
import type { GapExplained } from '../../../domain/controls/findings/details/cho';
import type { DetailsOf, FamilyWords } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

/** A row with the number of the operation, and no amount that is read. */
function unreadCell({ raw, by }: { readonly raw: string; readonly by: 'dp' | 'ej' }, format: Formatter): string {
  const number = by === 'dp' ? fr`cette DP` : fr`cet EJ`;
  return raw === ''
    ? fr`${number} est dans le suivi sur une ligne sans montant`
    : fr`${number} est dans le suivi avec un montant qui n'est pas lu, ${format.quote(raw)}`;
}

/** A row of the workbook with the number of the operation, which is not of the ledger. */
function rowOutside({ reason, by }: { readonly reason: string; readonly by: 'dp' | 'ej' }, format: Formatter): string {
  const number = by === 'dp' ? fr`cette DP` : fr`cet EJ`;
  return reason === ''
    ? fr`${number} est sur cette ligne du classeur, qui n'est pas lue`
    : fr`${number} est sur cette ligne mise de côté, motif ${format.quote(reason)}`;
}

function linesListed(lines: readonly number[]): string {
  const [last = '', ...before] = lines.map(String).reverse();
  return before.length === 0 ? last : fr`${before.reverse().join(', ')} et ${last}`;
}

interface Line {
  readonly source: string;
  readonly line: number;
  readonly isOfDp?: true;
}

function unreadLineOf({ line, source, isOfDp }: Line): string {
  return fr`la ligne ${String(line)} de ${source}, qui porte ${isOfDp ? fr`cette DP` : fr`cet EJ`}, n'est pas lue`;
}

/** The amounts that make up a gap, and the remedy. */
function gapWords({ kind, side, date, isOfAnyYear }: GapExplained, format: Formatter) {
  const isOurs = side === 'ledger';
  const where = isOurs ? fr`le suivi` : fr`Chorus`;
  const day = date === null ? '' : fr` (${format.date(date)})`;
  const [why, action] = {
    otherYear: [
      fr`sur un autre exercice${day}`,
      isOfAnyYear === true
        ? fr`Si l'extrait compte aussi les exercices antérieurs, refaites-le sur l'exercice seul ; sinon, corrigez la date de la ligne, sans changer les montants.`
        : fr`Vérifiez l'exercice de cette opération dans le suivi et dans Chorus, sans changer les montants.`,
    ],
    afterAsOf: [
      fr`après la date de la situation${day}`,
      fr`Vérifiez cette date, ou arrêtez l'extrait et la situation au même jour, sans changer les montants.`,
    ],
    carriedOver: [fr`en reste à payer à l'ouverture de l'exercice`, WITH_CARRY_OVER],
    otherExtract: [fr`dans un autre extrait aussi, et compté une fois`, ONE_EXTRACT],
    unpaid: [fr`sans date de paiement`, STATE_OF_ROW],
    project: [fr`à l'état de projet`, STATE_OF_ROW],
    cancelled: [
      fr`sur une opération annulée`,
      fr`Faites annuler l'opération dans Chorus, ou corrigez l'état de la ligne du suivi.`,
    ],
  }[kind] as [string, string];
  return { explained: fr`montant présent dans ${where} ${why}`, action };
}

/** The remedy for an operation that Chorus alone counts, where no cell of the ledger is unreadable. */
function actionOnMissing({ entered, date, isOfAnyYear }: DetailsOf<'CHO-02'>): string {
  switch (entered) {
    case null:
      return isOfAnyYear === true
        ? fr`Si cet EJ est d'un exercice antérieur, l'extrait compte sa bascule : refaites-le avec une colonne de bascule. Sinon, ajoutez la ligne au suivi, ou faites corriger l'imputation dans Chorus si la dépense n'est pas de la convention.`
        : fr`Ajoutez la ligne au suivi, ou faites corriger l'imputation dans Chorus si la dépense n'est pas de la convention.`;
    case 'cancelled':
      return fr`Faites annuler l'opération dans Chorus, ou corrigez l'état de la ligne du suivi.`;
    case 'afterAsOf':
      return date === null
        ? fr`Vérifiez la date de cette ligne, ou arrêtez l'extrait et la situation au même jour, sans saisir l'opération de nouveau.`
        : fr`Vérifiez laquelle des deux dates est juste, sans saisir l'opération de nouveau.`;
    case 'carriedOver':
      return WITH_CARRY_OVER;
    case 'otherExtract':
      return ONE_EXTRACT;
    default:
      return entered === 'otherYear' && isOfAnyYear === true
        ? fr`Si l'extrait compte aussi les exercices antérieurs, refaites-le sur l'exercice seul ; sinon, corrigez la date de cette ligne, sans la saisir de nouveau.`
        : fr`Mettez à jour l'état et la date de la ligne d'après Chorus.`;
  }
}

const WITH_CARRY_OVER = fr`L'extrait paraît compter la bascule avec les engagements : refaites-le avec une colonne de bascule, sans changer les montants du suivi.`;
const ONE_EXTRACT = fr`Refaites les extraits en un seul, ou avec les numéros de DP et de poste, puis relancez le rapprochement.`;
const STATE_OF_ROW = fr`Mettez à jour l'état et la date de la ligne d'après Chorus, sans changer les montants.`;
const READ_AGAIN = fr`Corrigez cette ligne de l'extrait, ou exportez-le de nouveau, puis relancez le rapprochement.`;

export const CHO: FamilyWords<'CHO'> = {
  titles: {
    'CHO-01': fr`Dans le suivi, pas dans Chorus`,
    'CHO-02': fr`Dans Chorus, pas dans le suivi`,
    'CHO-03': fr`Montants différents dans Chorus`,
    'CHO-04': fr`Imputation différente dans Chorus`,
    'CHO-05': fr`En double dans Chorus`,
  },
  sentences: {
    'CHO-01': (details, format) => {
      const { nature, cents, otherYear, otherExercise, afterAsOf, repeated, lastDate, unreadLine, effectlessLine } =
        details;
      const amount = format.amountOf(nature, cents);
      const isNameless = details.ej === '' && details.dp === '';
      const end = lastDate === null ? '' : fr`, dont l'extrait s'arrête au ${format.date(lastDate)}`;
      if (otherExercise !== undefined)
        return {
          problem: fr`${format.operation(details)} : ${amount} comptés dans l'exercice, alors que Chorus les a sur l'exercice ${String(otherExercise)}.`,
          expected: fr`le même exercice des deux côtés`,
          action: fr`Vérifiez l'exercice de l'extrait ; s'il est juste, corrigez la date : l'opération relève d'un autre exercice.`,
        };
      if (repeated)
        return {
          problem: fr`${format.operation(details)} : ${amount} dans le suivi ; deux extraits ont cette ligne sans numéro qui montre si c'est la même, et elle compte une fois (${repeated.source}, ligne ${String(repeated.line)}).`,
          expected: fr`une ligne de Chorus pour chaque opération`,
          action: ONE_EXTRACT,
        };
      if (afterAsOf !== undefined)
        return {
          problem: fr`${format.operation(details)} : ${amount} comptés dans le suivi, alors que Chorus les date du ${format.date(afterAsOf)}, après la date de la situation.`,
          expected: fr`la même date des deux côtés`,
          action: fr`Vérifiez laquelle des deux dates est juste.`,
        };
      if (unreadLine !== null)
        return {
          problem: fr`${format.operation(details)} : ${amount} ne sont pas comparés, car ${unreadLineOf(unreadLine)}.`,
          expected: fr`un montant en euros sur cette ligne de l'extrait`,
          action: READ_AGAIN,
        };
      if (effectlessLine !== null) {
        const isCancelled = effectlessLine.reason === 'cancelled';
        const gender = effectlessLine.isOfDp ? fr`e` : '';
        const state = (isCancelled ? fr`annulé` : fr`non validé`) + gender;
        return {
          problem: fr`${format.operation(details)} : ${amount} dans le suivi, alors que la ligne ${String(effectlessLine.line)} de ${effectlessLine.source} donne ${effectlessLine.isOfDp ? fr`cette DP` : fr`cet EJ`} pour ${state}.`,
          expected: fr`aucun montant pour une opération annulée ou non validée dans Chorus`,
          action: isCancelled
            ? fr`Notez l'annulation dans le suivi ; si l'opération a été saisie de nouveau dans Chorus, corrigez le numéro d'EJ.`
            : fr`Faites valider l'opération dans Chorus, ou notez-la comme projet dans le suivi.`,
        };
      }
      return {
        problem:
          otherYear !== null
            ? fr`${format.operation(details)} : ${amount} comptés dans l'exercice, alors que Chorus les date du ${format.date(otherYear)}.`
            : isNameless
              ? fr`${format.operation(details)} : ${amount} sans contrepartie certaine dans Chorus${end}.`
              : fr`${format.operation(details)} : ${amount} sans contrepartie dans Chorus${end}.`,
        expected: fr`la même opération dans l'extrait Chorus de l'exercice`,
        action:
          otherYear !== null
            ? fr`Corrigez la date : l'opération relève d'un autre exercice.`
            : lastDate !== null
              ? fr`Relancez le rapprochement avec un extrait plus récent.`
              : isNameless
                ? fr`Saisissez le numéro d'EJ ou de DP : plusieurs lignes de ce montant, ou sans imputation, ne peuvent pas être rapprochées sans lui.`
                : fr`Vérifiez les numéros d'EJ et de DP et l'exercice ; si l'opération n'a pas été validée dans Chorus, elle ne consomme rien.`,
      };
    },
    'CHO-02': (details, format) => {
      const { nature, cents, source, lines, date, entered, enteredOn = null, cell, outside } = details;
      const amount = format.amountOf(nature, cents);
      const where = fr`${source}, ${lines.length > 1 ? fr`lignes` : fr`ligne`} ${linesListed(lines)}`;
      if (cell)
        return {
          problem: fr`${format.operation(details)} : ${amount} dans Chorus${format.dated('au', date)}, alors que ${unreadCell(cell, format)} (${where}).`,
          expected: fr`un montant lisible dans cette cellule du suivi`,
          action:
            cell.raw === ''
              ? fr`Saisissez le montant dans cette cellule, sans ajouter de ligne, puis relancez le rapprochement.`
              : fr`Corrigez cette cellule du suivi, sans ajouter de ligne, puis relancez le rapprochement.`,
        };
      if (outside)
        return {
          problem: fr`${format.operation(details)} : ${amount} dans Chorus${format.dated('au', date)}, absents du suivi, alors que ${rowOutside(outside, format)} (${where}).`,
          expected: fr`la même opération dans le suivi`,
          action:
            outside.reason === ''
              ? fr`Si c'est cette opération, faites lire cette ligne dans le suivi, sans la saisir de nouveau ; sinon, ajoutez l'opération au suivi.`
              : fr`Si c'est cette opération, reprenez cette ligne dans le suivi, ou acceptez ce constat avec un motif ; sinon, ajoutez l'opération au suivi.`,
        };
      const states = {
        otherExtract: fr`dans un autre extrait`,
        carriedOver: fr`soit le reste à payer des exercices antérieurs dans le suivi`,
        unpaid: fr`inscrits dans le suivi sans date de paiement`,
        project: fr`encore à l'état de projet dans le suivi`,
        otherYear: fr`datés d'un autre exercice dans le suivi`,
        afterAsOf: fr`inscrits dans le suivi${format.dated('au', enteredOn)}, après la date de la situation`,
        cancelled: fr`annulés dans le suivi`,
        unread: fr`illisibles dans le suivi`,
        outside: fr`hors du suivi dans le classeur`,
      };
      const state = entered === null ? fr`absents du suivi` : states[entered];
      return {
        problem: fr`${format.operation(details)} : ${amount} dans Chorus${format.dated('au', date)}, ${state} (${where}).`,
        expected: entered === 'afterAsOf' ? fr`la même date des deux côtés` : fr`la même opération dans le suivi`,
        action: actionOnMissing(details),
      };
    },
    'CHO-03': (details, format) => {
      const { nature, ledger, chorus, listed, isRolled, cell, unreadLine, isForeign, isOfAnyYear } = details;
      const gap = format.amount(ledger - chorus);
      const words = details.gap && gapWords(details.gap, format);
      if (cell)
        return {
          problem: fr`${format.operation(details)} : ${format.amountOf(nature, ledger)} dans le suivi et ${format.amount(chorus)} dans Chorus ne sont pas comparés, car ${unreadCell(cell, format)}.`,
          action: fr`Corrigez cette cellule du suivi, sans changer les autres montants, puis relancez le rapprochement.`,
          stated: true,
        };
      const place = listed && !isRolled ? fr`la table ENV_RAP` : fr`le suivi`;
      if (unreadLine)
        return {
          problem: fr`${format.operation(details)} : ${format.amountOf(nature, ledger)} dans ${place} et ${format.amount(chorus)} dans Chorus ne sont pas comparés, car ${unreadLineOf(unreadLine)}.`,
          action: READ_AGAIN,
          stated: true,
        };
      if (words)
        return {
          problem: fr`${format.operation(details)} : ${format.amountOf(nature, ledger)} dans le suivi, ${format.amount(chorus)} dans Chorus, soit un écart de ${gap}, ${words.explained}.`,
          action: words.action,
          stated: true,
        };
      if (isRolled)
        return {
          problem: fr`${format.operation(details)} : reste à payer de ${format.amount(ledger)} à l'ouverture de l'exercice dans le suivi, bascule de ${format.amount(chorus)} dans Chorus, soit un écart de ${gap}.`,
          action: fr`Vérifiez les engagements, les retraits et les paiements des exercices précédents sur cet EJ.`,
        };
      return {
        problem: fr`${format.operation(details)} : ${format.amountOf(nature, ledger)} dans ${place}, ${format.amount(chorus)} dans Chorus, soit un écart de ${gap}.`,
        action: listed
          ? fr`Vérifiez le reste à payer ouvert pour cet EJ.`
          : isForeign
            ? fr`Chorus l'impute sur d'autres crédits que ceux de la convention : vérifiez d'abord le numéro d'EJ et l'imputation, avant le montant.`
            : isOfAnyYear
              ? fr`Si cet EJ vient d'un exercice antérieur, l'extrait compte sa bascule : refaites-le avec une colonne de bascule avant de corriger un montant. Sinon, corrigez le montant du suivi d'après la pièce, ou faites corriger Chorus.`
              : fr`Corrigez le montant du suivi d'après la pièce, ou faites corriger Chorus.`,
      };
    },
    'CHO-04': (details, format) => {
      const { field, ledger, chorus, others, isUnknown, allowed } = details;
      const also =
        others.length === 0 ? '' : fr` ; diffèrent aussi : ${others.map((other) => format.field(other)).join(', ')}`;
      const isPart = chorus.some(({ code }) => allowed?.includes(code));
      if (allowed)
        return {
          problem: fr`${format.operation(details)} : Chorus l'impute${isPart ? fr` en partie` : ''} sur d'autres crédits que ceux de la convention, ${format.field(field)} ${format.shares(chorus)}${also}.`,
          action: fr`Vérifiez le numéro d'EJ du suivi ; s'il est juste, demandez une réimputation dans Chorus.`,
        };
      if (ledger.every(({ code }) => code === ''))
        return {
          problem: fr`${format.operation(details)} : aucune enveloppe dans le suivi, ${format.shares(chorus)} dans Chorus${also}.`,
          action: fr`Indiquez l'enveloppe de cette ligne dans le suivi : sans elle, son montant n'est dans aucun chiffre.`,
        };
      return {
        problem: fr`${format.operation(details)} : ${format.field(field)} ${format.shares(ledger)} dans le suivi, ${format.shares(chorus)} dans Chorus${also}.`,
        action: isUnknown
          ? fr`Chorus a un texte qui n'est pas un code reconnu : faites-le corriger, ou ajoutez-le à la convention si c'est un autre nom du même code.`
          : field === 'ejNumber'
            ? fr`Corrigez le numéro d'EJ du suivi, ou faites rattacher la demande de paiement au bon EJ dans Chorus : les restes à payer de ces EJ en dépendent.`
            : field === 'dpNumber'
              ? fr`Vérifiez le numéro de DP sur la pièce : même EJ et même montant, deux chiffres intervertis ; corrigez-le dans le suivi.`
              : fr`Corrigez l'imputation du suivi, ou demandez une réimputation dans Chorus si celle de la convention est dans le suivi.`,
      };
    },
    'CHO-05': (details, format) => {
      const where = fr`${details.source}, lignes ${String(details.firstLine)} et ${String(details.line)}`;
      return {
        problem: fr`${format.operation(details)} : ${format.amountOf(details.nature, details.cents)} figurent deux fois dans Chorus (${where}).`,
        expected: fr`une seule fois, comme dans le suivi`,
        action:
          details.nature === 'AE'
            ? fr`Vérifiez dans Chorus si l'engagement a été saisi deux fois, ou si l'extrait le répète.`
            : fr`Vérifiez dans Chorus s'il s'agit d'un double paiement ou d'un extrait répété.`,
      };
    },
  },
};
