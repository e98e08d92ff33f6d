/** French words of the LEC findings: what the reading of the workbook left out or inferred. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { UnreadReason } from '../../../domain/envelopes/reading-facts';
import type { Nature } from '../../../domain/money/nature';
import {
  isCopyWithoutAmounts,
  type UnboundedConsumption,
  type UnboundedSums,
  type UnknownPart,
} from '../../../domain/controls/findings/details/lec';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { COMMON } from '../common';
import { inferred } from './lec-envelopes';
import { fr, shorten } from '../../typography';
import { wordNotKnown } from './lec-words';

type Sums = Pick<FindingOf<'LEC-01'>['details'], 'ae' | 'cp' | 'other' | 'unreadable'>;

const FIGURES = {
  AE: fr`AE engagées`,
  CP: fr`CP payés`,
  outstanding: fr`Restes à payer`,
  envelopes: fr`Chiffres par enveloppe`,
} as const;

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
  if (details.datesLeft) {
    const left = format.anyOf(details.datesLeft.map((heading) => format.quote(heading)));
    const [first = ''] = details.datesLeft;
    return {
      problem:
        fr`${FIGURES[details.figure]} : chiffre non calculable, aucune colonne du suivi ne correspond à ${column}, ` +
        fr`et rien n'indique que ${left} est cette date.`,
      found: fr`aucune colonne`,
      expected: fr`une colonne ${column}`,
      action:
        fr`Si ${left} est cette date, associez la colonne : « Colonnes » dans le volet, ou ` +
        fr`--map "${shorten(first)}=${format.field(details.missing)}" en ligne de commande ; sinon, ajoutez la colonne ${column}.`,
    };
  }
  return {
    problem: fr`${FIGURES[details.figure]} : chiffre non calculable, aucune colonne du suivi ne correspond à ${column}.`,
    found: fr`aucune colonne`,
    expected: fr`une colonne ${column}`,
    action: fr`Ajoutez cette colonne, ou associez-lui un en-tête.`,
  };
}

/** The consumption and the reservations of an envelope: « 700,00 € d'AE consommés et 50,00 € d'AE en attente ». */
export function consumedOf(nature: Nature, { consumed, reserved }: UnboundedSums, format: Formatter): string {
  const parts = [
    ...(consumed === 0 ? [] : [fr`${format.amountOf(nature, consumed)} consommés`]),
    ...(reserved === 0 ? [] : [fr`${format.amountOf(nature, reserved)} en attente`]),
  ];
  return format.allOf(parts);
}

/** « 700,00 € d'AE consommés ne sont comparés à aucun plafond ». */
export function notCompared(nature: Nature, sums: UnboundedSums, format: Formatter): string {
  return fr`${consumedOf(nature, sums, format)} ne sont comparés à aucun plafond`;
}

function unbounded({ envelope, nature, year, ...sums }: UnboundedConsumption, format: Formatter): Sentences<'LEC-04'> {
  if (envelope === WHOLE_CONVENTION)
    return {
      problem: fr`La convention ne donne aucun montant ${COMMON.ofNature[nature]} : ${notCompared(nature, sums, format)}.`,
      found: fr`aucun montant`,
      expected: fr`un plafond ${COMMON.ofNature[nature]}`,
      action: fr`Saisissez-le dans ENV_Convention ou dans ENV_Enveloppes ; si la convention n'en fixe aucun, acceptez ce constat avec ce motif.`,
    };
  const ofYear = year === undefined ? '' : fr` pour ${String(year)}`;
  const row = year === undefined ? '' : fr`, sur une ligne de l'exercice ${String(year)}`;
  const wrong = year === undefined ? fr`l'enveloppe` : fr`l'enveloppe ou les dates`;
  return {
    problem:
      fr`${format.envelope(envelope)} : la convention ne lui donne pas ${COMMON.ofNature[nature]}${ofYear}, ` +
      fr`${notCompared(nature, sums, format)}.`,
    found: fr`aucun montant`,
    expected: fr`le montant ${COMMON.ofNature[nature]} de l'enveloppe${ofYear}`,
    action: fr`Saisissez ce montant dans ENV_Enveloppes${row} (0 si elle n'en reçoit pas), ou corrigez ${wrong} de ces lignes.`,
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
      ? fr`Inscrivez le titre de leur enveloppe (ENV_Enveloppes), ou leur poste de dépense et le titre de chaque poste (ENV_Postes).`
      : fr`Indiquez le programme de ces lignes, ou celui de leur enveloppe dans ENV_Imputations.`,
  };
}

function lineUnknown(details: FindingOf<'LEC-06'>['details'], format: Formatter) {
  const { envelope, raw, nearest, candidates, blank, alias } = details;
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
  if (alias !== undefined) {
    return {
      problem: fr`Poste de dépense ${format.quote(raw)} : la convention n'a que l'alias ${format.quote(alias)}, lu comme un seul nom.`,
      expected: fr`un poste de dépense de l'annexe`,
      action: COMMON.separateAliases,
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

/** « 8 lignes et 9 000,00 € d'AE ne sont pas lues »; the rows of a table of codes have no sum. */
function notRead(details: FindingOf<'LEC-01'>['details'], format: Formatter): string {
  const { rows } = details;
  const counted = format.plural(rows, 'ligne', 'lignes');
  if (isCopyWithoutAmounts(details)) return counted + format.word(rows, fr` n'est pas lue`, fr` ne sont pas lues`);
  return fr`${counted} et ${sums(details, format)} ne sont pas lues`;
}

const WHY_UNREAD: Readonly<Record<UnreadReason, string>> = {
  mayBeSpent: fr`, des dépenses peut-être`,
  besideRows: fr`, à côté des lignes du suivi : des dépenses peut-être`,
  copy: fr`, déjà dans le suivi en tout ou partie`,
  aside: fr`, d'après le nom de la feuille`,
  doubtful: fr`, ni engagées ni payées peut-être`,
  natureOpen: fr`, sur des EJ déjà engagés ailleurs, et rien n'indique si ce sont des AE ou des CP`,
  contracts: fr`, des marchés dont le suivi a les commandes`,
  unpaid: fr`, sans paiement dans le suivi pour une partie`,
  summary: fr`, un récapitulatif peut-être`,
  registerCopy: fr`, dans une copie d'une table de la convention`,
  registerDiffers: fr`, dans une copie d'une table de la convention, qui en diffère`,
};

function whyUnread({ why, heading }: FindingOf<'LEC-01'>['details']): string {
  if (why === undefined) return '';
  const isCopy = why === 'registerCopy' || why === 'registerDiffers';
  return WHY_UNREAD[why] + (isCopy ? fr` (seule ${heading} est lue)` : '');
}

const ENTER = fr`Saisissez dans le suivi ce qui est engagé ou payé et n'y est pas, puis mettez cette plage de côté avec un motif.`;
const REMEDY: Readonly<Record<UnreadReason, string>> = {
  mayBeSpent: fr`Si ce sont des dépenses, saisissez-les dans le suivi ; sinon, mettez cette plage de côté avec un motif.`,
  besideRows: fr`Si ce sont des dépenses, donnez un en-tête à leur colonne ou saisissez-les dans celles du suivi ; sinon, mettez cette plage de côté avec un motif.`,
  copy: fr`Mettez cette plage de côté comme copie : rattachée, elle compterait deux fois. Saisissez dans le suivi les opérations qui y manquent ; si ce sont d'autres engagements des mêmes EJ, donnez à chacun son objet ou son poste d'EJ.`,
  aside: fr`Mettez cette plage de côté avec un motif ; rattachez-la si ses opérations manquent au suivi.`,
  doubtful: ENTER,
  natureOpen: fr`Si ces montants s'ajoutent au suivi, nommez leur colonne (« Montant AE », ou « Montant CP » et « Date de paiement ») ; sinon, mettez cette plage de côté avec un motif.`,
  contracts: ENTER,
  unpaid: ENTER,
  summary: ENTER,
  registerCopy: fr`Supprimez cette copie, ou mettez-la de côté avec un motif.`,
  registerDiffers: fr`Inscrivez dans la table lue ce qui doit changer, puis supprimez cette copie ou mettez-la de côté avec un motif.`,
};

function actionOfArea({ why, isAsked, taken }: FindingOf<'LEC-01'>['details']): string {
  if (isAsked)
    return fr`Donnez à cette plage les en-têtes du suivi (n° EJ, date, montant AE ou CP), ou mettez-la de côté avec un motif.`;
  if (taken !== undefined) return fr`Corrigez les formules du suivi, ou mettez cette plage de côté avec un motif.`;
  return why ? REMEDY[why] : fr`Rattachez cette plage au suivi, ou mettez-la de côté avec un motif.`;
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
  if (details.isApart)
    return fr`Saisissez ces montants sur des lignes du suivi, ou placez la colonne dans son tableau, sans colonne vide avant elle ; sinon, mettez-la de côté avec un motif.`;
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
          ? fr`${notRead(details, format)}${whyUnread(details)}.`
          : fr`${format.plural(details.rows, 'ligne', 'lignes')} et ${sums(details, format)}, alors que les formules du suivi en reprennent ${format.amount(details.taken)}.`),
      expected: isCopyWithoutAmounts(details)
        ? fr`une seule table ${details.heading}`
        : fr`chaque montant du classeur dans le suivi, ou mis de côté avec un motif`,
      action: actionOfArea(details),
    }),
    'LEC-02': rowsOutside,
    'LEC-03': (details, format) => ({
      problem: fr`${details.heading === '' ? fr`Colonne sans en-tête` : fr`Colonne ${format.quote(details.heading)}`} : ${sums(details, format)} n'entrent dans aucun chiffre.`,
      expected: fr`chaque montant du suivi dans un chiffre`,
      action: actionOfColumn(details),
    }),
    'LEC-04': notCalculable,
    'LEC-05': wordNotKnown,
    'LEC-06': lineUnknown,
    'LEC-07': inferred,
  },
};
