/** French words of LEC-05: words of the team that no rule understands, or that leave a doubt about their row. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

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
  if (about === 'aeStage')
    return fr`${counted} ${format.word(rows, fr`comptée comme autre engagement`, fr`comptées comme autres engagements`)}`;
  if (about === 'earlier')
    return fr`${counted} ${format.word(rows, fr`comptée comme nouvel engagement`, fr`comptées comme nouveaux engagements`)}`;
  if (about === 'aeYear' || about === 'cpYear')
    return fr`${counted} ${format.word(rows, fr`comptée`, fr`comptées`)} dans l'année de la date`;
  if (about === 'aeInYear')
    return fr`${counted} ${format.word(rows, fr`comptée`, fr`comptées`)} au dernier jour de l'année de la colonne`;
  if (about === 'paidUndated' || about === 'cpPast')
    return fr`${counted} ${format.word(rows, fr`comptée`, fr`comptées`)} en attente`;
  if (about === 'paidProject')
    return fr`${counted} ${format.word(rows, fr`comptée`, fr`comptées`)} en attente en AE, et en payé en CP`;
  if (about === 'payment' || about === 'unpaid' || about === 'cpGrows')
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

/** The kind of the operation of a row, in words that may be none: the row needs one. */
const OPERATION_EXPECTED = {
  expected: fr`une opération comme engagement, paiement, retrait ou avenant`,
  action: fr`Remplacez ce mot par l'opération de la ligne ; si elle ne compte pas, inscrivez « Annulé » dans une colonne « État ».`,
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

/** The amount of an EJ, again on another of its rows. */
const AGAIN_EXPECTED = {
  expected: fr`le montant d'un EJ une seule fois`,
  action: fr`Si c'est le montant de tout l'EJ, laissez-le sur une seule ligne ; si chaque ligne l'engage, nommez la colonne « Montant de la ligne ».`,
};

/** An AE that another row of the EJ commits, on a row of its service fait or of its payment. */
const STAGE_EXPECTED = {
  expected: fr`l'AE sur la seule ligne de l'engagement`,
  action: fr`Effacez l'AE de cette ligne, qui n'engage rien ; si elle engage un autre montant, remplacez ce mot par « Engagement ».`,
};

/** An order that another row replaces, or a request that became an order. */
const REPLACED_EXPECTED = {
  expected: fr`chaque opération comptée une fois`,
  action: fr`Si l'autre ligne la remplace, inscrivez « Annulé » dans la colonne de l'état ou saisissez son retrait ; sinon, corrigez l'autre ligne, ou acceptez le constat.`,
};

/** An amount whose day is of another year than its column. */
const YEAR_EXPECTED = {
  expected: fr`un montant dans la colonne de l'année de sa date`,
  action: fr`Corrigez la date, ou placez le montant dans la colonne de son année.`,
};

/** Payments by period that may be cumulative. */
const PERIOD_EXPECTED = {
  expected: fr`ce qui a été payé pendant chaque période`,
  action: fr`S'il s'agit d'un cumul, remplacez chaque montant par ce qui a été payé pendant sa période ; sinon, acceptez le constat.`,
};

/** A payment without a day, of a past year. */
const PAST_EXPECTED = {
  expected: fr`la date de chaque paiement d'une année passée`,
  action: fr`Saisissez la date du paiement ; s'il n'est pas fait, placez le montant dans la colonne de l'année.`,
};

/** An EJ of an earlier year, entered again. */
const EARLIER_EXPECTED = {
  expected: fr`l'AE d'un EJ une seule fois, à la date de son engagement`,
  action: fr`Saisissez la date d'origine de l'EJ ; si son AE est déjà dans le suivi, effacez-la ici. Si l'EJ est nouveau, corrigez ces mots.`,
};

/** A type of amount of Chorus, of a row that may commit nothing. */
const MOVEMENT_EXPECTED = {
  expected: fr`les types 100 Original, 150 Modification et 500 Ajustement`,
  action: fr`Si la ligne n'est que le reflet d'un paiement (200) ou un report (350), inscrivez « Annulé » dans une colonne « État » ; si elle compte, acceptez le constat.`,
};

function expectedOf({ field, heading, about, beside, countedAs: way }: FindingOf<'LEC-05'>['details']): {
  expected: string;
  action: string;
} {
  if (about === 'amount') return AMOUNT_EXPECTED;
  if (about === 'row') return ROW_EXPECTED;
  if (about === 'operation') return OPERATION_EXPECTED;
  if (about === 'movement') return MOVEMENT_EXPECTED;
  if (about === 'earlier') return EARLIER_EXPECTED;
  if (about === 'aeYear' || about === 'aeInYear' || about === 'cpYear') return YEAR_EXPECTED;
  if (about === 'cpPast') return PAST_EXPECTED;
  if (about === 'cpGrows') return PERIOD_EXPECTED;
  if (about === 'section') return SECTION_EXPECTED;
  if (about === 'aeSum' || about === 'cpSum') return SUM_EXPECTED;
  if (about === 'aeAgain') return AGAIN_EXPECTED;
  if (about === 'aeStage') return STAGE_EXPECTED;
  if (about === 'replaced') return REPLACED_EXPECTED;
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
    return fr`Titre, libellé ou colonne ${format.quote(raw)} : ces mots ne donnent pas la nature dans laquelle la colonne des montants est lue`;
  if (about === 'aeSum' || about === 'cpSum')
    return fr`Colonne ${format.quote(heading)} : le montant de l'EJ ${raw} est aussi la somme d'autres lignes de cet EJ`;
  if (about === 'aeAgain')
    return fr`Colonne ${format.quote(heading)} : le montant de l'EJ ${raw} est déjà sur une autre ligne de cet EJ`;
  if (about === 'aeStage')
    return fr`Colonne ${format.quote(heading)} : ${format.quote(raw)} suit l'engagement, déjà compté sur une autre ligne de l'EJ`;
  if (about === 'replaced') return fr`Ligne ${format.quote(raw)} : elle remplace peut-être celle-ci`;
  if (about === 'paidUndated') return fr`État ${format.quote(raw)} : la ligne n'a pas de date de paiement`;
  if (about === 'paidProject' || about === 'paidCancelled')
    return fr`État ${format.quote(raw)} : la ligne a une date de paiement`;
  if (about === 'aeYear' || about === 'aeInYear')
    return fr`Colonne ${format.quote(heading)} : la date d'engagement est d'une autre année`;
  if (about === 'cpYear') return fr`Colonne ${format.quote(heading)} : la date de paiement est d'une autre année`;
  if (about === 'cpGrows')
    return fr`Colonne ${format.quote(heading)} : d'une période à l'autre, les montants de chaque ligne ne font que croître, comme un cumul`;
  if (about === 'cpPast') return fr`Colonne ${format.quote(heading)} : une année passée, sans date de paiement`;
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
  if (about === 'movement')
    return fr`Colonne ${format.quote(heading)} : le type ${mark} n'est ni d'un engagement ni d'une modification`;
  if (about === 'unpaid') return fr`Colonne ${format.quote(heading)} : ${mark} contredit la date de paiement`;
  if (field === 'mark') return fr`Colonne ${format.quote(heading)} : ${mark} met peut-être la ligne à part`;
  if (field === 'look' && heading !== '')
    return fr`Colonne ${format.quote(heading)} : texte barré, sans état qui le confirme`;
  if (field === 'look') return fr`Montant barré, sans état qui le confirme`;
  if (field === 'status') return fr`État ${format.quote(raw)} : mot non reconnu`;
  return raw === '' ? fr`Nature absente` : fr`Nature ${format.quote(raw)} : mot non reconnu`;
}

/** A row of the convention that is crossed out, or that a column of the team takes out. */
function ofConvention(
  { table, name }: NonNullable<FindingOf<'LEC-05'>['details']['of']>,
  { field, raw, heading = '' }: FindingOf<'LEC-05'>['details'],
  format: Formatter,
): { problem: string; expected: string; action: string } {
  const isCrossed = field === 'look';
  const found = isCrossed
    ? fr`le texte de ${format.quote(heading)} est barré`
    : raw === ''
      ? fr`${format.quote(heading)} est rempli`
      : fr`${format.quote(heading)} contient ${format.quote(raw)}`;
  return {
    problem: fr`${table}, ligne ${format.quote(name)} : ${found}, la ligne est comptée.`,
    expected: fr`une ligne en vigueur`,
    action: isCrossed
      ? fr`Si cette ligne est en vigueur, enlevez la barre ; sinon, supprimez-la.`
      : fr`Si cette ligne est en vigueur, corrigez cette cellule ; sinon, supprimez la ligne.`,
  };
}

/** The sentences of one finding. */
export function wordNotKnown(
  details: FindingOf<'LEC-05'>['details'],
  format: Formatter,
): { problem: string; expected: string; action: string } {
  if (details.of) return ofConvention(details.of, details, format);
  return { problem: fr`${unknownWord(details, format)}, ${countedAs(details, format)}.`, ...expectedOf(details) };
}
