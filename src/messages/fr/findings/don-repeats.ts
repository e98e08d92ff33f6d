/** French words of DON-03: what is counted twice. */
import type { DonDetails, RepeatedMovement, RepeatedPayment } from '../../../domain/controls/findings/details/don';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import { rowNumber } from '../../../workbook/ledger/ledger-source';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';
import { MOVEMENTS } from './fon';

function repeatedMovement(
  { type, date, nature, cents, first }: RepeatedMovement,
  format: Formatter,
): Sentences<'DON-03'> {
  const row = String(first + 1);
  return {
    problem:
      fr`${MOVEMENTS[type]} de ${format.amountOf(nature, cents)} du ${format.date(date)} : mêmes enveloppes et même référence ` +
      fr`que le mouvement ${row} d'ENV_Mouvements ; les deux sont comptés.`,
    found: fr`même mouvement que le ${row}`,
    expected: fr`une seule ligne par mouvement`,
    action: fr`Supprimez la ligne en trop ; si ce sont deux décisions, distinguez-les par leur référence.`,
  };
}

/** A DP, or an invoice, that two rows pay. */
function paidTwice(payment: RepeatedPayment, row: string, format: Formatter): Sentences<'DON-03'> {
  if (payment.invoice !== undefined)
    return {
      problem:
        fr`Facture ${payment.invoice} de ${format.amount(payment.cents)} : déjà à la ligne ${row}` +
        fr`${payment.isOtherEj ? fr` pour un autre EJ` : ''}, du même fournisseur et du même montant ; les deux lignes sont comptées.`,
      found: fr`facture payée deux fois`,
      expected: fr`une facture payée une fois`,
      action: fr`Supprimez la ligne en trop, ou corrigez le numéro de la facture.`,
    };
  if (payment.isOnTheDay)
    return {
      problem: fr`DP ${payment.dp} de ${format.amount(payment.cents)} : déjà payée à la ligne ${row} le même jour, sous un autre libellé ; les deux paiements sont comptés.`,
      found: fr`DP payée deux fois`,
      expected: fr`une DP payée une fois`,
      action: fr`Supprimez la ligne en trop ; si ce sont deux parts de la DP, indiquez le poste d'EJ ou la facture de chacune.`,
    };
  return {
    problem: payment.isOtherEj
      ? fr`DP ${payment.dp} : déjà payée à la ligne ${row}, un autre jour et pour un autre EJ ; les deux paiements sont comptés.`
      : fr`DP ${payment.dp} de ${format.amount(payment.cents)} : déjà payée à la ligne ${row}, un autre jour ; les deux paiements sont comptés.`,
    found: fr`DP payée deux fois`,
    expected: fr`une DP payée une fois`,
    action: fr`Supprimez la ligne en trop, ou corrigez le numéro de la DP ou la date de paiement.`,
  };
}

/** The sentences of one finding. */
export function repeated(details: FindingOf<'DON-03'>['details'], format: Formatter): Sentences<'DON-03'> {
  if (details.movement) return repeatedMovement(details.movement, format);
  const { firstRow, repeats, payment, paid, differs } = details;
  const row = String(rowNumber(firstRow));
  if (payment) return paidTwice(payment, row, format);
  if (differs)
    return {
      problem: fr`Mêmes montants et mêmes dates qu'à la ligne ${row}, sauf ${format.quote(differs.heading)} : ${format.quote(differs.text)} au lieu de ${format.quote(differs.first)} ; les deux lignes sont comptées.`,
      found: differs.text,
      expected: fr`une seule ligne par opération`,
      action: fr`Supprimez la ligne si l'opération est la même.`,
    };
  if (paid !== undefined)
    return {
      problem: fr`Paiement de ${format.amount(paid)} : déjà à la ligne ${row}, le même jour, avec l'AE du même EJ ; les deux paiements sont comptés.`,
      found: fr`paiement saisi deux fois`,
      expected: fr`un paiement une seule fois`,
      action: fr`Effacez le CP de l'une des deux lignes, ou distinguez les deux paiements par leur numéro de DP.`,
    };
  if (!repeats)
    return {
      problem: fr`Cette ligne répète la ligne ${row} : mêmes références, mêmes dates, mêmes montants.`,
      found: fr`même contenu que la ligne ${row}`,
      expected: fr`une seule ligne par opération`,
      action: fr`Supprimez la ligne en trop, ou distinguez les deux opérations par leur numéro de DP.`,
    };
  return repeatedAe(repeats, row, format);
}

type RepeatedAe = NonNullable<Extract<DonDetails['DON-03'], { firstRow: unknown }>['repeats']>;

/** The AE of an EJ that are counted twice. */
function repeatedAe(repeats: RepeatedAe, row: string, format: Formatter): Sentences<'DON-03'> {
  const ae = fr`AE de ${format.amount(repeats.ae)}`;
  const expected = fr`l'AE d'un EJ une seule fois`;
  if (repeats.by === 'rest')
    return {
      problem: fr`${ae} : c'est le reste de l'EJ engagé à la ligne ${row}, compté comme un autre engagement.`,
      found: fr`reste de l'EJ`,
      expected,
      action: fr`Laissez l'AE sur la première ligne de l'EJ ; si c'est un nouvel engagement, indiquez son poste d'EJ.`,
    };
  if (repeats.by === 'paid')
    return {
      problem: fr`${ae}, comme le paiement de la ligne : l'EJ est engagé à la ligne ${row} pour un montant qui couvre ses paiements, et cette AE s'y ajoute.`,
      found: fr`AE répétée au paiement`,
      expected,
      action: fr`Si la ligne ne fait que payer, effacez son AE ; si c'est un nouvel engagement, indiquez son poste d'EJ.`,
    };
  if (repeats.by === 'row')
    return {
      problem: fr`${ae} et son paiement : déjà comptés à la ligne ${row} pour le même EJ, à une autre date d'engagement.`,
      found: fr`ligne répétée à une autre date`,
      expected,
      action: fr`Retirez l'une des deux lignes, ou distinguez-les par leur poste d'EJ et leur DP.`,
    };
  if (repeats.by === 'lots')
    return {
      problem: fr`${ae} : elle est la somme des lignes du même EJ à partir de la ligne ${row}, comptées elles aussi.`,
      found: fr`AE de l'EJ, puis de ses parties`,
      expected,
      action: fr`Si la ligne les totalise, retirez son montant ; sinon, indiquez le poste d'EJ de chacune.`,
    };
  return repeats.by === 'items'
    ? {
        problem: fr`${ae} de l'EJ entier : elle est la somme de ses postes, comptés eux aussi à partir de la ligne ${row}.`,
        found: fr`AE de l'EJ et de ses postes`,
        expected,
        action: fr`Retirez l'AE de la ligne de l'EJ, ou celle de ses postes.`,
      }
    : {
        problem: fr`${ae} déjà comptée à la ligne ${row} pour le même EJ${repeats.isDoubt ? '' : fr`, à la même date`}, avec un autre paiement.`,
        found: fr`AE répétée à chaque paiement`,
        expected,
        action: fr`Laissez l'AE sur la première ligne de l'EJ, ou distinguez les deux engagements par leur poste d'EJ.`,
      };
}
