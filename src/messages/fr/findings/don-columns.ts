/** French words of DON-08: columns that the ledger lacks, codes that nothing compares. */
import type { ColumnMissing, UncheckedCode } from '../../../domain/controls/findings/details/don';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';
import { unreadCell } from './unread-cells';

const BY_PERIOD = {
  month: fr`Paiements saisis par mois : leur jour n'est pas connu, chacun est compté au dernier jour de son mois.`,
  quarter: fr`Paiements saisis par trimestre : leur jour n'est pas connu, chacun est compté au dernier jour de son trimestre.`,
  year: fr`Paiements saisis par année : leur jour n'est pas connu, chacun est compté au dernier jour de son année.`,
} as const;

function amountsOf({ ae, cp }: { readonly ae: number; readonly cp: number }, format: Formatter): string {
  const amounts = [...(ae === 0 ? [] : [format.amountOf('AE', ae)]), ...(cp === 0 ? [] : [format.amountOf('CP', cp)])];
  return amounts.join(fr` et `);
}

/** « 2 lignes sans enveloppe, 7 900,00 € d'AE, ne sont pas comptées ». */
function unchargedRows({ rows, ae, cp }: NonNullable<ColumnMissing['uncharged']>, format: Formatter): string {
  const amounts = amountsOf({ ae, cp }, format);
  const sum = amounts === '' ? '' : fr`, ${amounts},`;
  return rows > 1
    ? fr`${format.count(rows)} lignes sans enveloppe${sum} ne sont pas comptées`
    : fr`1 ligne sans enveloppe${sum} n'est pas comptée`;
}

/** A column that is missing, or codes without a reference. */
export function columnMissing(details: FindingOf<'DON-08'>['details'], format: Formatter): Sentences<'DON-08'> {
  if (details.unread !== undefined) return uncheckedCode(details, format);
  const { field, prevented, elsewhere, paidBy, open, uncharged, uncoded } = details;
  if (open) return openYear(open, format);
  if (uncoded)
    return {
      problem:
        fr`La convention ne donne aucun code : ceux de ${format.allOf(uncoded.map((one) => format.quote(format.field(one))))} ` +
        fr`ne sont comparés à rien ; non contrôlable sans eux : ${prevented.join(', ')}.`,
      found: fr`aucun code`,
      expected: fr`les codes de la convention dans ENV_Imputations`,
      action: fr`Inscrivez-les dans ENV_Imputations ; si la convention n'en fixe aucun, acceptez ce constat avec ce motif.`,
    };
  return {
    problem: paidBy
      ? BY_PERIOD[paidBy]
      : fr`Aucune colonne ${elsewhere ? 'de ce tableau' : 'du suivi'} ne correspond à ${format.quote(format.field(field))}${elsewhere ? fr`, que d'autres tableaux du suivi ont` : ''}` +
        (uncharged ? fr` ; ${unchargedRows(uncharged, format)}` : '') +
        (prevented.length === 0 ? '.' : fr` ; non contrôlable sans elle : ${prevented.join(', ')}.`),
    found: fr`aucune colonne`,
    expected: fr`une colonne ${format.quote(format.field(field))}`,
    action: fr`Ajoutez la colonne, ou associez à ce champ l'en-tête qui convient (ENV_Colonnes).`,
  };
}

/** Amounts in the column of a year, at a date in that year. */
function openYear({ year, asOf, ae, cp }: NonNullable<ColumnMissing['open']>, format: Formatter): Sentences<'DON-08'> {
  const amounts = amountsOf({ ae, cp }, format);
  return {
    problem:
      fr`Montants saisis par année : ${amounts} dans les colonnes de ${String(year)} ou d'après, sans leur jour ; ` +
      fr`ils sont comptés au dernier jour de leur année, et rien n'indique ce qui en est fait au ${format.date(asOf)}, ni s'ils sont seulement prévus.`,
    found: amounts,
    expected: fr`le jour de chaque montant d'une année qui n'est pas finie`,
    action: fr`Saisissez chaque montant fait sur une ligne, avec sa date ; si ces colonnes sont un échéancier, écrivez « Échéancier » dans leurs en-têtes : aucune n'est alors comptée.`,
  };
}

/** A code of which a cell of ENV_Imputations cannot be read. */
function uncheckedCode(details: UncheckedCode, format: Formatter): Sentences<'DON-08'> {
  const { code, prevented } = details;
  const cell = unreadCell(details, format);
  const name = code === '' ? fr`Ligne sans code` : fr`Code ${format.quote(code)}`;
  return {
    ...cell,
    problem:
      fr`${name}, ${cell.problem}` +
      (prevented.length === 0 ? '.' : fr` ; non contrôlable pour ce code : ${prevented.join(', ')}.`),
    action: cell.action ?? fr`Corrigez la cellule (ENV_Imputations).`,
  };
}
