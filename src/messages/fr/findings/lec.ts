/** French words of the LEC findings: what the reading of the workbook left out or inferred. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Nature } from '../../../domain/money/nature';
import type { UnboundedConsumption, UnboundedSums, UnknownPart } from '../../../domain/controls/findings/details/lec';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { COMMON } from '../common';
import { fr } from '../../typography';

type Sums = Pick<FindingOf<'LEC-01'>['details'], 'ae' | 'cp' | 'other' | 'unreadable'>;

const FIGURES = {
  AE: fr`AE engagées`,
  CP: fr`CP payés`,
  outstanding: fr`Restes à payer`,
  envelopes: fr`Chiffres par enveloppe`,
} as const;

const WORD_EXPECTED = {
  status: {
    expected: fr`un mot comme notifié, projet, payé ou annulé`,
    action: fr`Remplacez-le par un mot de la liste.`,
  },
  nature: { expected: fr`AE ou CP`, action: fr`Indiquez si le montant est d'AE ou de CP.` },
  look: {
    expected: fr`un mot comme annulé dans la colonne de l'état`,
    action: fr`Si l'opération est annulée, inscrivez « Annulé » dans la colonne de l'état ; sinon, ôtez le barré.`,
  },
  mark: {
    expected: fr`un mot comme annulé dans la colonne de l'état`,
    action: fr`Si l'opération ne compte pas, inscrivez « Annulé » dans la colonne de l'état ; sinon, effacez la mention.`,
  },
} as const;

function countedAs(
  { countedAs: way, about, rows, heading, beside, cents }: FindingOf<'LEC-05'>['details'],
  format: Formatter,
): string {
  if (cents !== undefined) return fr`${format.amountOf('CP', cents)} dans aucun chiffre`;
  const isOfAll = beside === undefined ? heading === '' : beside !== 'row';
  const counted = format.plural(rows, 'ligne', 'lignes');
  if (way === 'nothing') return fr`${counted} dans aucun chiffre`;
  if (way === 'project')
    return fr`${counted} ${format.word(rows, fr`comptée comme projet`, fr`comptées comme projets`)}`;
  if (about === 'amount' && isOfAll) return fr`les montants sont comptés tels quels`;
  if (about === 'row' && isOfAll) return fr`les lignes sont comptées`;
  if (about === 'earlier')
    return fr`${counted} ${format.word(rows, fr`comptée comme nouvel engagement`, fr`comptées comme nouveaux engagements`)}`;
  if (about === 'paidUndated') return fr`${counted} ${format.word(rows, fr`comptée`, fr`comptées`)} en attente`;
  if (about === 'paidProject')
    return fr`${counted} ${format.word(rows, fr`comptée`, fr`comptées`)} en attente en AE, et en payé en CP`;
  if (about === 'payment' || about === 'unpaid')
    return fr`${counted} ${format.word(rows, fr`comptée comme payée`, fr`comptées comme payées`)}`;
  return fr`${counted} ${format.word(rows, fr`comptée comme ferme`, fr`comptées comme fermes`)}`;
}

/** Above rows that a title may set apart, no column of status distinguishes them. */
const TITLE_EXPECTED = {
  expected: fr`une colonne « État » pour ces lignes`,
  action: fr`Ajoutez une colonne « État » : « Annulé » ou « Projet » pour ces lignes, « Notifié » si elles comptent.`,
};

/** A remark on the amount of its row. */
const AMOUNT_EXPECTED = {
  expected: fr`le montant que l'opération prend sur son enveloppe, en euros et taxes comprises`,
  action: fr`Corrigez le montant, ou partagez la ligne ; s'il est juste, effacez la mention.`,
};

/** A remark that leaves a doubt about its row. */
const ROW_EXPECTED = {
  expected: fr`une opération certaine, sur l'enveloppe et l'exercice de la ligne`,
  action: fr`Levez le doute : corrigez la ligne, ou inscrivez « Annulé » dans la colonne de l'état ; puis effacez la mention.`,
};

/** A status that the date of payment contradicts. */
const DATE_EXPECTED = {
  expected: fr`un état et une date de paiement qui concordent`,
  action: fr`Saisissez la date du paiement s'il est fait, sinon effacez-la ; puis corrigez l'état.`,
};

/** A payment on a cancelled row. */
const CANCELLED_EXPECTED = {
  expected: fr`une ligne annulée sans paiement`,
  action: fr`Si le paiement est fait, remplacez l'état par « Payé » ; sinon, effacez sa date.`,
};

/** An expense that is invoiced, liquidated or ordered. */
const PAYMENT_EXPECTED = {
  expected: fr`la date à laquelle le comptable a payé`,
  action: fr`Ajoutez une colonne « Date de paiement », vide pour ce qui n'est pas payé ; si tout est payé, remplacez ce mot par « Paiement ».`,
};

/** Words that the date of payment contradicts. */
const UNPAID_EXPECTED = {
  expected: fr`une date de paiement sur les seules lignes que le comptable a payées`,
  action: fr`Si le paiement n'est pas fait, effacez sa date, ou corrigez-la ; s'il l'est, effacez la mention.`,
};

/** The same, paid on another row. */
const PAID_ELSEWHERE_EXPECTED = {
  expected: fr`une dépense sur la seule ligne de son paiement`,
  action: fr`Gardez le montant sur la ligne du paiement, et effacez-le de celle-ci ; si ce sont deux dépenses, corrigez ce mot.`,
};

/** A title over rows of another nature than the column of their amounts. */
const SECTION_EXPECTED = {
  expected: fr`une colonne « Nature » : AE ou CP`,
  action: fr`Ajoutez une colonne « Nature », et inscrivez AE ou CP sur chaque ligne.`,
};

/** The amount of an EJ that its other rows detail. */
const SUM_EXPECTED = {
  expected: fr`chaque montant compté une fois`,
  action: fr`Gardez le total ou son détail : effacez l'un des deux, ou mettez de côté la feuille qui récapitule.`,
};

/** An EJ of an earlier year, entered again. */
const EARLIER_EXPECTED = {
  expected: fr`l'AE d'un EJ une seule fois, à la date de son engagement`,
  action: fr`Saisissez la date d'origine de l'EJ ; si son AE est déjà dans le suivi, effacez-la ici. Si l'EJ est nouveau, corrigez ces mots.`,
};

function expectedOf({ field, heading, about, beside, countedAs: way }: FindingOf<'LEC-05'>['details']): {
  expected: string;
  action: string;
} {
  if (about === 'amount') return AMOUNT_EXPECTED;
  if (about === 'row') return ROW_EXPECTED;
  if (about === 'earlier') return EARLIER_EXPECTED;
  if (about === 'section') return SECTION_EXPECTED;
  if (about === 'aeSum' || about === 'cpSum') return SUM_EXPECTED;
  if (about === 'paidUndated' || about === 'paidProject') return DATE_EXPECTED;
  if (about === 'paidCancelled') return CANCELLED_EXPECTED;
  if (about === 'unpaid') return UNPAID_EXPECTED;
  if (about === 'payment') return way === 'nothing' ? PAID_ELSEWHERE_EXPECTED : PAYMENT_EXPECTED;
  return field === 'mark' && heading === '' && !beside ? TITLE_EXPECTED : WORD_EXPECTED[field];
}

/** A text that no cell of the table holds: where it is, and its doubt. */
function besideTable({ raw, heading = '', about, beside }: FindingOf<'LEC-05'>['details'], format: Formatter): string {
  const place = {
    row: fr`Note de la ligne`,
    heading: fr`Note de la colonne ${format.quote(heading)},`,
    prompt: fr`Message de saisie de la colonne ${format.quote(heading)},`,
    sheet: fr`Note de la feuille`,
    page: fr`En-tête ou pied de page`,
    shape: fr`Zone de texte`,
  }[beside ?? 'sheet'];
  const words = fr`${place} ${format.quote(raw)}`;
  if (beside !== 'row')
    return fr`${words} : un doute sur ${about === 'amount' ? fr`le montant des lignes` : fr`les lignes`}`;
  if (about === undefined) return fr`${words} : la ligne est peut-être à part`;
  return fr`${words} : un doute sur ${about === 'amount' ? fr`son montant` : fr`la ligne`}`;
}

function unknownWord(details: FindingOf<'LEC-05'>['details'], format: Formatter): string {
  const { field, raw, heading = '', about, countedAs: way, beside } = details;
  if (beside) return besideTable(details, format);
  if (about === 'payment' && way === 'nothing')
    return fr`Nature ${format.quote(raw)} : le paiement de cette dépense est sur une autre ligne`;
  if (about === 'payment')
    return fr`Colonne ${format.quote(heading)} : ${raw === '' ? fr`cette étape` : format.quote(raw)} précède le paiement`;
  if (about === 'section')
    return fr`Titre ${format.quote(raw)} : il ne donne pas la nature dans laquelle la colonne des montants est lue`;
  if (about === 'aeSum' || about === 'cpSum')
    return fr`Colonne ${format.quote(heading)} : le montant de l'EJ ${raw} est aussi la somme de ses autres lignes`;
  if (about === 'paidUndated') return fr`État ${format.quote(raw)} : la ligne n'a pas de date de paiement`;
  if (about === 'paidProject' || about === 'paidCancelled')
    return fr`État ${format.quote(raw)} : la ligne a une date de paiement`;
  const mark = raw === '' ? fr`une date` : format.quote(raw);
  if (heading === '' && (about === 'amount' || about === 'row'))
    return fr`Texte ${format.quote(raw)} : il laisse un doute sur ${about === 'amount' ? fr`le montant des lignes` : fr`les lignes`}`;
  if (about === 'earlier' && heading === '')
    return fr`Titre ou feuille ${mark} : ces mots annoncent des EJ d'années antérieures`;
  if (about === 'earlier') return fr`Colonne ${format.quote(heading)} : ${mark} annonce un EJ d'une année antérieure`;
  if (about === 'sheet') return fr`Feuille ${mark} : son nom met peut-être ses lignes à part`;
  if (field === 'mark' && heading === '') return fr`Titre ${mark} : il met peut-être les lignes à part`;
  if (about === 'amount') return fr`Colonne ${format.quote(heading)} : ${mark} met en doute le montant de la ligne`;
  if (about === 'row') return fr`Colonne ${format.quote(heading)} : ${mark} laisse un doute sur la ligne`;
  if (about === 'unpaid') return fr`Colonne ${format.quote(heading)} : ${mark} contredit la date de paiement`;
  if (field === 'mark') return fr`Colonne ${format.quote(heading)} : ${mark} met peut-être la ligne à part`;
  if (field === 'look' && heading !== '')
    return fr`Colonne ${format.quote(heading)} : texte barré, sans état qui le confirme`;
  if (field === 'look') return fr`Montant barré, sans état qui le confirme`;
  if (field === 'status') return fr`État ${format.quote(raw)} : mot non reconnu`;
  return raw === '' ? fr`Nature absente` : fr`Nature ${format.quote(raw)} : mot non reconnu`;
}

function notCalculable(details: FindingOf<'LEC-04'>['details'], format: Formatter): Sentences<'LEC-04'> {
  if (details.figure === 'part') return partUnknown(details, format);
  if (details.figure === 'advances') {
    const year = String(details.year);
    const rows = format.plural(details.rows, 'ligne', 'lignes');
    return {
      problem:
        fr`Engagements par anticipation : ${rows} et ${format.amountOf('AE', details.ae)} ne sont pas comparées au seuil de suivi, ` +
        fr`la convention n'a pas de crédits pour ${year}.`,
      found: fr`aucun crédit pour ${year}`,
      expected: fr`les crédits de ${year}`,
      action: fr`Ajoutez les crédits de ${year} à ENV_Enveloppes, ou choisissez une autre base du seuil.`,
    };
  }
  if (details.figure === 'ceiling') return unbounded(details, format);
  const column = format.quote(format.field(details.missing));
  if (details.isUnread)
    return {
      problem: fr`${FIGURES[details.figure]} : chiffre non calculable, aucune date lisible sous ${column}.`,
      found: fr`aucune date lisible`,
      expected: fr`des dates, comme 13/12/2022`,
      action: fr`Saisissez les dates, avec leur jour.`,
    };
  return {
    problem: fr`${FIGURES[details.figure]} : chiffre non calculable, aucune colonne du suivi ne correspond à ${column}.`,
    found: fr`aucune colonne`,
    expected: fr`une colonne ${column}`,
    action: fr`Ajoutez cette colonne, ou associez-lui un en-tête.`,
  };
}

/** « 700,00 € d'AE consommés ne sont comparés à aucun plafond ». */
export function notCompared(nature: Nature, { consumed, reserved }: UnboundedSums, format: Formatter): string {
  const parts = [
    ...(consumed === 0 ? [] : [fr`${format.amountOf(nature, consumed)} consommés`]),
    ...(reserved === 0 ? [] : [fr`${format.amountOf(nature, reserved)} en attente`]),
  ];
  return fr`${format.allOf(parts)} ne sont comparés à aucun plafond`;
}

function unbounded({ envelope, nature, ...sums }: UnboundedConsumption, format: Formatter): Sentences<'LEC-04'> {
  return {
    problem:
      fr`${format.envelope(envelope)} : la convention ne lui donne pas ${COMMON.ofNature[nature]}, ` +
      fr`${notCompared(nature, sums, format)}.`,
    found: fr`aucun montant`,
    expected: fr`le montant ${COMMON.ofNature[nature]} de l'enveloppe`,
    action: fr`Saisissez ce montant dans ENV_Enveloppes (0 si elle n'en reçoit pas), ou corrigez l'enveloppe de ces lignes.`,
  };
}

function partUnknown({ part, rows, ae, cp }: UnknownPart, format: Formatter): Sentences<'LEC-04'> {
  const counted = format.plural(rows, 'ligne', 'lignes');
  const amounts = sums({ ae, cp, other: 0 }, format);
  const isTitre = part === 'titre';
  return {
    problem:
      (isTitre ? fr`Plafonds par titre : ` : fr`Plafonds par programme : `) +
      fr`consommation non calculable, ${counted} et ${amounts} ` +
      (isTitre ? fr`n'ont pas de titre connu.` : fr`n'ont pas de programme connu.`),
    found: isTitre ? fr`aucun titre` : fr`aucun programme`,
    expected: isTitre ? fr`le titre de chaque ligne` : fr`le programme de chaque ligne`,
    action: isTitre
      ? fr`Indiquez le poste de dépense de ces lignes, et le titre de chaque poste dans ENV_Postes.`
      : fr`Indiquez le programme de ces lignes, ou celui de leur enveloppe dans ENV_Imputations.`,
  };
}

function lineUnknown(details: FindingOf<'LEC-06'>['details'], format: Formatter) {
  const { envelope, raw, nearest, candidates, blank } = details;
  if (blank) {
    return {
      problem:
        fr`${format.envelope(envelope)} : ${format.plural(blank.rows, 'ligne', 'lignes')} sans poste de dépense, ` +
        fr`${sums({ ...blank, other: 0 }, format)} hors de tout plafond de poste.`,
      expected: fr`un poste de dépense de l'annexe sur chaque ligne`,
      action: fr`Inscrivez le poste de dépense.`,
    };
  }
  if (candidates) {
    return {
      problem:
        fr`Poste de dépense ${format.quote(raw)} : plusieurs postes de ${format.envelope(envelope)} y répondent, ` +
        fr`et la ligne ne compte dans aucun.`,
      expected: format.anyOf(candidates.map((label) => format.quote(label))),
      action: fr`Inscrivez le poste de dépense en entier.`,
    };
  }
  return {
    problem:
      fr`Poste de dépense ${format.quote(raw)} : absent de ${format.envelope(envelope)}` +
      (nearest === null ? '.' : fr` ; le plus proche est ${format.quote(nearest)}.`),
    expected: nearest === null ? fr`un poste de dépense de l'annexe` : nearest,
    action:
      nearest === null
        ? fr`Corrigez le poste de dépense.`
        : fr`Appliquez la correction proposée, ou corrigez le poste de dépense.`,
  };
}

/** « 12 000,00 € d'AE, 3 000,00 € de CP et 1 montant illisible », or the only sum that is not nil. */
function sums({ ae, cp, other, unreadable = 0 }: Sums, format: Formatter): string {
  const parts = [
    ...(ae === 0 ? [] : [format.amountOf('AE', ae)]),
    ...(cp === 0 ? [] : [format.amountOf('CP', cp)]),
    ...(other === 0 && (ae !== 0 || cp !== 0 || unreadable > 0) ? [] : [format.amount(other)]),
    ...(unreadable === 0 ? [] : [format.unreadable(unreadable)]),
  ];
  return format.allOf(parts);
}

/** A further payment without a date of its own is in no figure: the day decides whether, and in which year, it is paid. */
function isOfPayments({ ae, cp, other }: Sums): boolean {
  return cp !== 0 && ae === 0 && other === 0;
}

function actionOfColumn(details: FindingOf<'LEC-03'>['details']): string {
  if (details.isOfRegister)
    return fr`Inscrivez ces montants dans une ligne de la table, ou mettez la colonne de côté avec un motif.`;
  if (details.isInOtherUnit)
    return fr`Ajoutez une colonne de ces montants en euros, et mettez celle-ci de côté avec un motif.`;
  if (isOfPayments(details))
    return fr`Ajoutez à côté la date de ces paiements, associez la colonne à un champ, ou mettez-la de côté avec un motif.`;
  return fr`Associez la colonne à un champ, ou mettez-la de côté avec un motif.`;
}

function rowsOutside(details: FindingOf<'LEC-02'>['details'], format: Formatter): Sentences<'LEC-02'> {
  const rows = format.plural(details.rows, 'ligne', 'lignes');
  if (details.isAmongAside)
    return {
      problem:
        fr`${rows} parmi des lignes mises de côté, ` +
        format.word(details.rows, fr`venue ou modifiée depuis`, fr`venues ou modifiées depuis`) +
        fr`, hors des chiffres : ${sums(details, format)}.`,
      expected: fr`chaque ligne dans le suivi, ou mise de côté avec un motif`,
      action: fr`Rattachez ces lignes au suivi, ou mettez-les de côté avec un motif.`,
    };
  if (details.isOfRegister) return belowRegister(details, format);
  return {
    problem: details.isCounted
      ? fr`${rows} sous le tableau : ${sums(details, format)} comptés, hors des formules du tableau.`
      : fr`${rows} hors du tableau, ` +
        format.word(details.rows, fr`non comptée`, fr`non comptées`) +
        fr` : ${sums(details, format)}.`,
    expected: fr`chaque ligne dans le tableau`,
    action: fr`Étendez le tableau, ou mettez ces lignes de côté avec un motif.`,
  };
}

function belowRegister(details: FindingOf<'LEC-02'>['details'], format: Formatter): Sentences<'LEC-02'> {
  const { heading, rows, ae, cp, other, unreadable = 0 } = details;
  const hasSums = ae !== 0 || cp !== 0 || other !== 0 || unreadable > 0;
  const counted = format.plural(rows, 'ligne', 'lignes');
  return {
    problem:
      fr`${counted} sous la table ${heading}, qui ne ${format.word(rows, fr`la`, fr`les`)} comprend pas : ` +
      (hasSums
        ? fr`${sums(details, format)} sans effet.`
        : fr`${format.word(rows, fr`elle est`, fr`elles sont`)} sans effet.`),
    expected: fr`chaque ligne dans la table ${heading}`,
    action: fr`Étendez la table ${heading} jusqu'à ces lignes, ou mettez-les de côté avec un motif.`,
  };
}

function inferredFrom({ from, text }: FindingOf<'LEC-07'>['details'], format: Formatter): string {
  if (from === 'title') return fr`déduite du titre ${format.quote(text)}`;
  if (from === 'sheet') return fr`déduite du nom de la feuille ${format.quote(text)}`;
  return fr`reprise de la cellule du dessus`;
}

export const LEC: FamilyWords<'LEC'> = {
  titles: {
    'LEC-01': fr`Montants non lus`,
    'LEC-02': fr`Lignes hors du tableau`,
    'LEC-03': fr`Montants inutilisés`,
    'LEC-04': fr`Chiffre non calculable`,
    'LEC-05': fr`Doute sur une ligne ou un montant`,
    'LEC-06': fr`Poste de dépense inconnu`,
    'LEC-07': fr`Enveloppe déduite`,
  },
  sentences: {
    'LEC-01': (details, format) => ({
      problem:
        fr`Feuille ${format.quote(details.sheet)}${details.isHidden ? fr` (masquée)` : ''}, ${details.area} : ` +
        (details.taken === undefined
          ? fr`${format.plural(details.rows, 'ligne', 'lignes')} et ${sums(details, format)} ne sont pas lues.`
          : fr`${format.plural(details.rows, 'ligne', 'lignes')} et ${sums(details, format)}, alors que les formules du suivi en reprennent ${format.amount(details.taken)}.`),
      expected: fr`chaque montant du classeur dans le suivi, ou mis de côté avec un motif`,
      action: details.isAsked
        ? fr`Donnez à cette plage les en-têtes du suivi (n° EJ, date, montant AE ou CP), ou mettez-la de côté avec un motif.`
        : details.taken !== undefined
          ? fr`Corrigez les formules du suivi, ou mettez cette plage de côté avec un motif.`
          : fr`Rattachez cette plage au suivi, ou mettez-la de côté avec un motif.`,
    }),
    'LEC-02': rowsOutside,
    'LEC-03': (details, format) => ({
      problem: fr`${details.heading === '' ? fr`Colonne sans en-tête` : fr`Colonne ${format.quote(details.heading)}`} : ${sums(details, format)} n'entrent dans aucun chiffre.`,
      expected: fr`chaque montant du suivi dans un chiffre`,
      action: actionOfColumn(details),
    }),
    'LEC-04': notCalculable,
    'LEC-05': (details, format) => ({
      problem: fr`${unknownWord(details, format)}, ${countedAs(details, format)}.`,
      ...expectedOf(details),
    }),
    'LEC-06': lineUnknown,
    'LEC-07': (details, format) => ({
      problem:
        fr`${format.plural(details.rows, 'ligne', 'lignes')} sans axe ministériel 2 : enveloppe ${format.envelope(details.envelope)}, ` +
        fr`${inferredFrom(details, format)}.`,
      action: fr`Saisissez l'axe ministériel 2 dans la ligne pour ne plus dépendre de cette déduction.`,
    }),
  },
};
