/** French words of the DON findings: the data themselves. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { NOT_CALCULATED } from '../../failure-description';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { columnMissing } from './don-columns';
import { repeated } from './don-repeats';
import { fr } from '../../typography';
import { total } from './don-totals';

function unreadable(details: FindingOf<'DON-01'>['details'], format: Formatter): string {
  const { field, raw, what, withdrawn } = details;
  const name = format.field(field);
  if (withdrawn) return undatedRetrait(name, raw, withdrawn, format);
  if (what === 'missing') return fr`${name} : aucun montant ${missing(details, format)} ; rien n'est compté.`;
  if (raw === '')
    return fr`${name} absente : l'engagement est compté par prudence, mais sa date ne peut pas être contrôlée.`;
  const effect = field === 'paymentDate' ? fr`, les CP de la ligne ne sont pas comptés comme payés` : '';
  if (what === 'date') return fr`${name} ${format.quote(raw)} : date illisible ou inexistante${effect}.`;
  if (what === 'year')
    return fr`${name} : ${format.quote(raw)} n'est pas une date complète, seule l'année est donnée${effect}.`;
  if (what === 'month') return fr`${name} ${format.quote(raw)} : jour inconnu, seul le mois est donné${effect}.`;
  return fr`${name} ${format.quote(raw)} : ${IN_PLACE_OF_AMOUNT[what].found}, ${notCounted(field)}.`;
}

/** The amounts that are lost with the cell; those of the other nature count. */
function notCounted(field: LedgerField): string {
  return field === 'ae' ? fr`les AE de la ligne ne sont pas comptées` : fr`les CP de la ligne ne sont pas comptés`;
}

/** The piece without its amount, and the cell that gives it as committed or paid. */
function missing({ raw, status }: FindingOf<'DON-01'>['details'], format: Formatter): string {
  const piece = raw === '' ? fr`sur cette ligne` : fr`pour ${raw}`;
  return status === undefined
    ? fr`${piece}, dont la date est saisie`
    : fr`${piece}, dont l'état est ${format.quote(status)}`;
}

type Withdrawn = NonNullable<FindingOf<'DON-01'>['details']['withdrawn']>;

/** It lowers the consumption without a day: the contrary of prudence, which the reader has to know. */
function undatedRetrait(name: string, raw: string, { cents, freed }: Withdrawn, format: Formatter): string {
  const found = raw === '' ? fr`${name} absente` : fr`${name} ${format.quote(raw)} illisible ou inexistante`;
  return freed > 0
    ? fr`${found} : le retrait diminue la consommation de ${format.amountOf('AE', freed)}, sans que sa date puisse être contrôlée.`
    : fr`${found} : le retrait de ${format.amountOf('AE', cents)} ne diminue pas la consommation, et sa date ne peut pas être contrôlée.`;
}

const IN_PLACE_OF_AMOUNT = {
  missing: { found: fr`montant absent`, action: fr`Saisissez le montant, ou 0 s'il n'y en a pas.` },
  amount: { found: fr`montant illisible`, action: fr`Saisissez le montant sous forme de nombre.` },
  dateForAmount: {
    found: fr`date à la place d'un montant`,
    action: fr`Saisissez le montant, et donnez à la cellule le format Nombre.`,
  },
  timeForAmount: {
    found: fr`heure ou durée à la place d'un montant`,
    action: fr`Saisissez le montant, et donnez à la cellule le format Nombre.`,
  },
  percentageForAmount: {
    found: fr`pourcentage à la place d'un montant`,
    action: fr`Saisissez le montant en euros, et donnez à la cellule le format Nombre.`,
  },
  currencyForAmount: {
    found: fr`monnaie affichée autre que l'euro`,
    action: fr`Saisissez le montant en euros, et donnez à la cellule le format Nombre.`,
  },
  quantityForAmount: {
    found: fr`quantité à la place d'un montant`,
    action: fr`Saisissez le montant en euros, et donnez à la cellule le format Nombre.`,
  },
  unitForAmount: {
    found: fr`montant incertain, l'unité affichée n'est pas celle de la valeur ou de la colonne`,
    action: fr`Saisissez le montant dans l'unité de la colonne, donnée par son en-tête (« AE (€) »), et donnez à la cellule le format Nombre.`,
  },
  digitsForAmount: {
    found: fr`montant incertain, le format de la cellule ajoute des chiffres ou un signe à sa valeur`,
    action: fr`Saisissez le montant entier, et donnez à la cellule le format Nombre.`,
  },
  sideForAmount: {
    found: fr`montant incertain, au crédit d'après une autre colonne, sans signe moins`,
    action: fr`Saisissez le montant avec son signe, ou videz la cellule du sens.`,
  },
  sharedForAmount: {
    found: fr`une seule cellule fusionnée sur des lignes de plusieurs enveloppes, la part de chacune n'est pas connue`,
    action: fr`Défusionnez la cellule, et saisissez sur chaque ligne la part de son enveloppe.`,
  },
} as const;

/** The amounts that are not seen, and their sums. */
function hidden(details: FindingOf<'DON-07'>['details'], format: Formatter): string {
  const { what, count, groups, example } = details;
  const sums = fr`${format.amount(details.ae)} d'AE et ${format.amount(details.cp)} de CP sont comptés`;
  const fromHere = count === 1 ? '' : fr` de la colonne, à partir de celui-ci,`;
  switch (what) {
    case 'sheet':
      return fr`La feuille est masquée et contient ${format.plural(count, 'ligne', 'lignes')} du suivi : ${sums} sans être visibles.`;
    case 'column':
      return fr`La colonne est masquée et contient ${format.plural(count, 'montant', 'montants')} : ${sums} sans être visibles.`;
    case 'figures': {
      const amounts = format.plural(count, 'montant', 'montants');
      const areHidden = count === 1 ? fr`n'est pas affiché` : fr`ne sont pas affichés`;
      return fr`${amounts}${fromHere} ${areHidden}, à cause du format de cellule : ${sums} sans être visibles.`;
    }
    case 'signs': {
      const amounts = format.plural(count, fr`montant négatif`, fr`montants négatifs`);
      const are = count === 1 ? fr`est affiché sans son signe` : fr`sont affichés sans leur signe`;
      return fr`${amounts}${fromHere} ${are}, à cause du format de cellule : ${sums}.`;
    }
    case 'units': {
      const amounts = format.plural(count, 'montant', 'montants');
      const are = count === 1 ? fr`est affiché` : fr`sont affichés`;
      const such = example ? fr` (${format.quote(example.shown)} est compté pour ${format.amount(example.cents)})` : '';
      return fr`${amounts}${fromHere} ${are} dans une autre unité${such} : ${sums}.`;
    }
    case 'colors': {
      const amounts = format.plural(count, 'montant', 'montants');
      const are = count === 1 ? fr`est écrit` : fr`sont écrits`;
      return fr`${amounts}${fromHere} ${are} en blanc sur fond blanc : ${sums} sans être visibles.`;
    }
    case 'rules':
    case 'otherRules': {
      const amounts = format.plural(count, 'montant', 'montants');
      const can = count === 1 ? fr`peut être` : fr`peuvent être`;
      const hidden = format.word(count, fr`masqué`, fr`masqués`);
      const other = format.word(count, fr`affiché`, fr`affichés`) + fr` dans une autre unité ou une autre monnaie`;
      const how = what === 'rules' ? hidden : other;
      return fr`${amounts}${fromHere} ${can} ${how} par une mise en forme conditionnelle : ${sums}.`;
    }
    case 'withoutTax': {
      const amounts = format.plural(count, 'montant', 'montants');
      return fr`${amounts}${fromHere} hors taxes, d'après l'en-tête, un titre, une note, le format des cellules ou le nom du fichier : ${sums} sans la TVA, payée sur les mêmes crédits.`;
    }
    case 'rows': {
      if (details.of) return hiddenOfConvention(details.of, format);
      const where =
        groups === 1 ? fr`à partir de celle-ci` : fr`en ${format.count(groups)} groupes, à partir de celle-ci`;
      const rows = format.plural(count, fr`ligne masquée ou filtrée`, fr`lignes masquées ou filtrées`);
      return fr`${rows} ${where} : ${sums} sans être visibles.`;
    }
  }
}

/** The rows of a table of the convention, the first three by their names. */
function hiddenOfConvention({ table, names }: HiddenOfConvention, format: Formatter): string {
  const count = names.length;
  const others = count - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((name) => format.quote(name));
  const more = others > 0 ? [format.plural(others, fr`autre`, fr`autres`)] : [];
  const rows = format.plural(count, fr`ligne masquée ou filtrée`, fr`lignes masquées ou filtrées`);
  const are = count === 1 ? fr`est comptée sans être visible` : fr`sont comptées sans être visibles`;
  return fr`${table}, ${rows} : ${format.allOf([...shown, ...more])} ${are}.`;
}

type HiddenOfConvention = NonNullable<FindingOf<'DON-07'>['details']['of']>;
const MOST_NAMES = 3;

const TO_SHOW = {
  sheet: {
    expected: fr`des lignes visibles`,
    action: fr`Affichez la feuille, ou mettez-la de côté si ses lignes ne sont pas du suivi.`,
  },
  rows: {
    expected: fr`des lignes visibles`,
    action: fr`Effacez le filtre ou affichez les lignes ; supprimez celles qui ne doivent pas compter.`,
  },
  column: {
    expected: fr`une colonne visible`,
    action: fr`Affichez la colonne, ou associez-en une autre si ses montants ne doivent pas compter.`,
  },
  figures: {
    expected: fr`un montant visible`,
    action: fr`Donnez aux cellules le format Nombre ; effacez les montants qui ne doivent pas compter.`,
  },
  signs: {
    expected: fr`un signe moins visible`,
    action: fr`Choisissez un format de nombre qui affiche le signe moins, et vérifiez le signe des montants.`,
  },
  units: {
    expected: fr`des montants affichés dans l'unité de la colonne`,
    action: fr`Vérifiez l'unité, puis corrigez l'en-tête ou le format des cellules.`,
  },
  colors: {
    expected: fr`un montant visible`,
    action: fr`Choisissez une autre couleur de police ; effacez les montants qui ne doivent pas compter.`,
  },
  rules: {
    expected: fr`un montant toujours visible`,
    action: fr`Supprimez la règle de mise en forme ; effacez les montants qui ne doivent pas compter.`,
  },
  otherRules: {
    expected: fr`des montants affichés dans l'unité de la colonne`,
    action: fr`Vérifiez l'unité de ces montants, puis supprimez la règle de mise en forme.`,
  },
  withoutTax: {
    expected: fr`des montants toutes taxes comprises`,
    action: fr`Ajoutez une colonne des montants TTC, ou corrigez l'en-tête, le titre ou le format si la TVA est comprise ou n'est pas due.`,
  },
} as const;

function signAgainst(details: FindingOf<'DON-10'>['details'], format: Formatter): { problem: string; action: string } {
  const { field, words, cents, isLowered, isUncharged, raises } = details;
  const amount = fr`${format.field(field)} de ${format.amount(cents)}`;
  if (raises) {
    const [others, one] = field === 'ae' ? [fr`EJ`, fr`engagement`] : [fr`paiements`, fr`paiement`];
    return {
      problem: fr`${amount} saisi avec le signe moins sous ${format.quote(words)}, comme les autres ${others} du suivi : il est compté comme un ${one}.`,
      action: fr`Rien à faire si le suivi porte ses ${others} en négatif ; sinon, corrigez le signe.`,
    };
  }
  return {
    problem: isUncharged
      ? fr`${amount} saisi avec le signe plus sur ${format.quote(words)} : la ligne, sans enveloppe connue, n'entre dans aucun chiffre.`
      : isLowered
        ? fr`${amount} saisi avec le signe plus sur ${format.quote(words)} : il est compté en diminution.`
        : fr`${amount} saisi avec le signe plus sur ${format.quote(words)} : il est compté en augmentation.`,
    action: isLowered
      ? fr`Corrigez le signe, ou la nature de l'opération.`
      : fr`Saisissez le signe moins, ou précisez l'opération dans sa colonne.`,
  };
}

function negative(details: FindingOf<'DON-04'>['details'], format: Formatter): Sentences<'DON-04'> {
  const { field, cents, operation, isOfPayment } = details;
  const amount = fr`${format.field(field)} de ${format.amount(cents)}`;
  if (isOfPayment)
    return {
      problem: fr`${amount} sur un paiement du même montant : compté comme un retrait de l'EJ, alors qu'un paiement ne libère pas d'AE.`,
      expected: fr`aucune AE sur un paiement`,
      action: fr`Effacez l'AE de la ligne ; si l'EJ est réduit aussi, saisissez le retrait sur une ligne à part.`,
    };
  if (operation !== undefined)
    return {
      problem: fr`${amount} sur ${format.quote(operation)} : montant négatif, compté comme un retrait de l'EJ.`,
      expected: fr`un motif comme retrait, ou un montant positif`,
      action: fr`Corrigez le signe, ou la nature de l'opération.`,
    };
  return {
    problem: fr`${amount} : montant négatif sans EJ, sans DP et sans motif.`,
    expected: fr`un EJ, une DP ou un motif comme retrait, avoir ou pénalité`,
    action: fr`Indiquez l'EJ ou la DP que la ligne corrige, ou son motif dans l'objet.`,
  };
}

export const DON: FamilyWords<'DON'> = {
  titles: {
    'DON-01': fr`Montant ou date absents ou illisibles`,
    'DON-02': fr`Montant ou date enregistré comme texte`,
    'DON-03': fr`Ligne en double`,
    'DON-04': fr`Montant négatif sans motif`,
    'DON-05': fr`Total dans les données, ou saisi dans un récapitulatif`,
    'DON-06': fr`Cellule en erreur`,
    'DON-07': fr`Montants masqués ou affichés autrement, comptés`,
    'DON-08': fr`Colonne absente, ou codes non contrôlés`,
    'DON-09': fr`Montant à plus de deux décimales`,
    'DON-10': fr`Signe contraire à l'opération`,
  },
  sentences: {
    'DON-01': (details, format) => ({
      problem: unreadable(details, format),
      expected:
        details.field === 'ae' || details.field === 'cp'
          ? fr`un montant, comme 1234,56`
          : fr`une date, comme 13/12/2022`,
      action:
        details.what === 'date' || details.what === 'month' || details.what === 'year'
          ? fr`Saisissez la date.`
          : IN_PLACE_OF_AMOUNT[details.what].action,
    }),
    'DON-02': ({ field, raw, what }, format) => ({
      problem:
        fr`${format.field(field)} ${format.quote(raw)} : ${what === 'amount' ? 'montant enregistré' : 'date enregistrée'} comme texte` +
        (what === 'monthFirst' ? fr`, lue mois puis jour, l'ordre des textes de la colonne ; ` : fr` ; `) +
        fr`les formules d'Excel n'en tiennent pas compte.`,
      expected: what === 'amount' ? fr`un nombre` : fr`une date d'Excel`,
      action: fr`Appliquez la correction proposée, ou ressaisissez la cellule.`,
    }),
    'DON-03': repeated,
    'DON-04': negative,
    'DON-05': total,
    'DON-06': ({ field, raw }, format) => ({
      problem:
        (raw === NOT_CALCULATED
          ? fr`${format.field(field)} : la formule n'a pas de résultat enregistré (${raw})`
          : fr`${format.field(field)} : la cellule contient l'erreur ${raw}`) +
        (field === 'ae' || field === 'cp' ? fr`, ${notCounted(field)}.` : '.'),
      expected: fr`une valeur`,
      action:
        raw === NOT_CALCULATED
          ? fr`Ouvrez le classeur dans Excel, recalculez-le et enregistrez-le ; si l'erreur demeure, corrigez la formule.`
          : fr`Corrigez la formule ou ressaisissez la valeur.`,
    }),
    'DON-07': (details, format) => ({
      problem: hidden(details, format),
      found: {
        sheet: fr`feuille masquée`,
        column: fr`colonne masquée`,
        rows: format.plural(details.count, fr`ligne masquée`, fr`lignes masquées`),
        figures: format.plural(details.count, fr`montant non affiché`, fr`montants non affichés`),
        signs: format.plural(details.count, fr`signe non affiché`, fr`signes non affichés`),
        units: details.example?.shown ?? fr`une autre unité`,
        colors: format.plural(details.count, fr`montant en blanc`, fr`montants en blanc`),
        rules: format.plural(details.count, fr`montant parfois masqué`, fr`montants parfois masqués`),
        otherRules: fr`parfois une autre unité`,
        withoutTax: format.plural(details.count, fr`montant hors taxes`, fr`montants hors taxes`),
      }[details.what],
      ...TO_SHOW[details.what],
    }),
    'DON-08': columnMissing,
    'DON-09': ({ field, raw, cents }, format) => ({
      problem: fr`${format.field(field)} ${format.quote(raw)} : plus de deux décimales ; le montant est compté pour ${format.amount(cents)}.`,
      expected: fr`un montant au centime`,
      action: fr`Saisissez le montant exact de la pièce, ou arrondissez la formule au centime.`,
    }),
    'DON-10': signAgainst,
  },
};
