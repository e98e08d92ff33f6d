/** French words of the FON findings: transfers between envelopes. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { MovementContradiction } from '../../../domain/envelopes/allowances/movement-effect';
import type { AuthorisationPart, OutsidePeriod } from '../../../domain/controls/findings/details/fon';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

const PARTS: Readonly<Record<AuthorisationPart, string>> = {
  authorisedBy: fr`l'auteur`,
  authorisedOn: fr`la date de l'autorisation`,
  reference: fr`la référence`,
  date: fr`la date du redéploiement`,
  from: fr`l'enveloppe d'origine`,
  to: fr`une autre enveloppe de destination`,
  amount: fr`un montant positif`,
};

/** The same of a movement that needs no authorisation. */
const OTHER_PARTS: Readonly<Record<AuthorisationPart, string>> = {
  ...PARTS,
  date: fr`la date d'effet`,
  from: fr`l'enveloppe gelée`,
  to: fr`une enveloppe de destination, autre que celle d'origine`,
};

/** The types of movements, as a sentence begins. */
export const MOVEMENTS: Readonly<Record<FindingOf<'FON-03'>['details']['type'], string>> = {
  amendment: fr`Avenant`,
  transfer: fr`Redéploiement`,
  carryOver: fr`Report`,
  freeze: fr`Gel`,
  restoration: fr`Rétablissement`,
};

const NO_ENVELOPE = fr`une enveloppe non précisée`;

function transfer({ from, to, nature, cents }: FindingOf<'FON-01'>['details'], format: Formatter): string {
  const source = from === null ? fr`d'${NO_ENVELOPE}` : fr`de ${format.envelope(from)}`;
  const target = to === null ? NO_ENVELOPE : format.envelope(to);
  return fr`Redéploiement de ${format.amountOf(nature, cents)} ${source} vers ${target}`;
}

function listOf(parts: readonly AuthorisationPart[], format: Formatter, names = PARTS, words: Words = {}): string {
  return format.allOf(
    parts.map((part) => {
      const typed = part === 'authorisedBy' || part === 'reference' ? words[part] : undefined;
      return typed === undefined ? names[part] : fr`${names[part]} (${format.quote(typed)} inscrit)`;
    }),
  );
}

type Words = NonNullable<FindingOf<'FON-01'>['details']['words']>;

/** The words in place of an author or of a reference. */
function typedWords({ authorisedBy, reference }: Words, format: Formatter): string {
  return format.allOf([
    ...(authorisedBy === undefined ? [] : [fr`« Autorisé par » contient ${format.quote(authorisedBy)}`]),
    ...(reference === undefined ? [] : [fr`« Référence » contient ${format.quote(reference)}`]),
  ]);
}

function incomplete(details: FindingOf<'FON-02'>['details'], format: Formatter): Sentences<'FON-02'> {
  const {
    missing,
    date,
    authorisedOn,
    type,
    outside,
    against,
    unknownWord,
    words = {},
    mark,
    lateFor,
    awaitedAt,
  } = details;
  if (unknownWord !== undefined) return unknownMovement(unknownWord, details, format);
  if (mark) return markedRow(mark, details, format);
  if (awaitedAt !== undefined) return awaited(awaitedAt, details, format);
  if (against && type !== undefined) return contradictory(against, type, details, format);
  if (outside && date !== null) return outsidePeriod(outside, date, details, format);
  if (type !== undefined) return withoutEffect(type, details, format);
  if (missing.length === 0 && date !== null && authorisedOn !== null) {
    if (lateFor !== undefined)
      return {
        problem: fr`${transfer(details, format)} le ${format.date(date)} : autorisé après l'exercice ${String(lateFor)}, le ${format.date(authorisedOn)}, il n'est compté dans aucun exercice.`,
        found: format.date(authorisedOn),
        expected: fr`une autorisation de ${String(lateFor)}`,
        action: fr`Corrigez la date de l'autorisation si elle est de ${String(lateFor)} ; si le délégant autorise un redéploiement des crédits de l'exercice suivant, donnez au mouvement une date de cet exercice.`,
      };
    return {
      problem: fr`${transfer(details, format)} le ${format.date(date)} : autorisé après le mouvement, le ${format.date(authorisedOn)}, il n'est compté qu'à partir de ce jour.`,
      found: format.date(authorisedOn),
      expected: fr`une autorisation du ${format.date(date)} au plus tard`,
      action: fr`Corrigez la date du redéploiement ou celle de l'autorisation ; n'engagez rien sur ces crédits avant elle.`,
    };
  }
  return {
    problem: fr`${transfer(details, format)} : autorisation incomplète, il manque ${listOf(missing, format, PARTS, words)}, il n'est pas compté.`,
    found: fr`il manque ${listOf(missing, format, PARTS, words)}`,
    expected: fr`une autorisation complète (auteur, date, référence)`,
    action:
      Object.keys(words).length === 0
        ? fr`Complétez la ligne d'après l'accord du délégant.`
        : fr`Complétez la ligne d'après l'accord du délégant ; sans cet accord, laissez ces crédits à l'enveloppe d'origine.`,
  };
}

/** A movement in effect that is authorised after the day of the controls only. */
function awaited(
  asOf: CivilDate,
  { from, to, nature, cents, type, date, authorisedOn }: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  const end = to ?? from;
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  const name = fr`${MOVEMENTS[type ?? 'transfer']} de ${format.amountOf(nature, cents)}, pour ${concerned}`;
  const [day, authorised] = [date, authorisedOn].map((one) => (one === null ? '' : format.date(one)));
  return {
    problem: fr`${name}, le ${day ?? ''} : autorisé le ${authorised ?? ''} seulement, après la date d'arrêté ; il est compté à sa date.`,
    found: authorised ?? '',
    expected: fr`une autorisation du ${format.date(asOf)} au plus tard`,
    action: fr`Corrigez la date de l'autorisation ; si elle est à venir, donnez au mouvement cette date ou une date postérieure.`,
  };
}

/** A movement that its own words, a cross or a column of the team take out. */
function markedRow(
  { heading, raw, isHeldBack }: NonNullable<FindingOf<'FON-02'>['details']['mark']>,
  { from, to, nature, cents, type }: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  const end = to ?? from;
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  const name = fr`${MOVEMENTS[type ?? 'transfer']} de ${format.amountOf(nature, cents)}, pour ${concerned}`;
  const found =
    raw === null
      ? fr`ligne barrée`
      : raw === ''
        ? fr`${format.quote(heading)} est rempli`
        : fr`${format.quote(heading)} contient ${format.quote(raw)}`;
  return {
    problem: fr`${name} : ${found}, ${isHeldBack ? fr`il n'est pas compté` : fr`il est compté par prudence`}.`,
    found,
    expected: fr`un mouvement en vigueur`,
    action:
      raw === null
        ? fr`Si ce mouvement est en vigueur, enlevez la barre ; sinon, supprimez la ligne.`
        : fr`Si ce mouvement est en vigueur, corrigez cette cellule ; sinon, supprimez la ligne.`,
  };
}

/** A movement whose type is a word that nothing understands. */
function unknownMovement(
  word: string,
  { from, to, nature, cents }: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  const end = to ?? from;
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  return {
    problem: fr`Mouvement ${format.quote(word)} de ${format.amountOf(nature, cents)}, pour ${concerned} : ce type n'est pas connu, il n'est pas compté.`,
    found: format.quote(word),
    expected: fr`« avenant », « redéploiement », « report », « gel », « dégel » ou « rétablissement »`,
    action: fr`Corrigez le type d'après l'avenant ou la décision, ou supprimez la ligne.`,
  };
}

/** The end of a gel that no gel precedes, or above it. */
function aboveFreeze(
  { from, to, nature, cents, lifted = 0 }: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  const end = to ?? from;
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  return {
    problem:
      fr`Dégel de ${format.amountOf(nature, cents)}, pour ${concerned} : ` +
      (lifted === 0
        ? fr`aucun gel de ces crédits ne le précède, il n'est pas compté.`
        : fr`les gels qui le précèdent n'en laissent que ${format.amount(lifted)}, il est compté pour ce montant.`),
    found: format.amount(cents),
    expected: lifted === 0 ? fr`un gel antérieur de la même enveloppe et de la même nature` : format.amount(lifted),
    action: fr`Corrigez le montant, l'enveloppe, la nature ou la date ; si ce sont d'autres crédits, remplacez le type par « rétablissement ».`,
  };
}

/** A movement that counts by its operation, against its minus or the column of its envelope. */
function contradictory(
  against: MovementContradiction,
  type: keyof typeof MOVEMENTS,
  details: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  if (against === 'freeze') return aboveFreeze(details, format);
  const { from, to, nature, cents } = details;
  const end = from ?? to;
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  const name = fr`${MOVEMENTS[type]} de ${format.amountOf(nature, cents)}`;
  const isFreeze = type === 'freeze';
  if (against === 'sign')
    return {
      problem: fr`${name} : le signe contredit l'opération, il est compté comme une baisse de ${format.amount(Math.abs(cents))} pour ${concerned}.`,
      found: format.amount(cents),
      expected: fr`un montant sans signe, dont l'opération et « De » ou « Vers » donnent le sens`,
      action: isFreeze
        ? fr`Ôtez le signe ; si le gel est levé, remplacez le type par « rétablissement », avec l'enveloppe dans « Vers ».`
        : type === 'restoration'
          ? fr`Ôtez le signe ; si ces crédits sont gelés, remplacez le type par « gel », avec l'enveloppe dans « De ».`
          : fr`Ôtez le signe ; si l'enveloppe reçoit ces crédits, inscrivez-la dans « Vers ».`,
    };
  if (against === 'otherEnd' && !isFreeze)
    return {
      problem: fr`${name} : ${concerned} est dans « De » et ${to === null ? NO_ENVELOPE : format.envelope(to)} dans « Vers » ; seul un redéploiement prend à une enveloppe pour une autre, il n'est pas compté.`,
      found: from ?? '',
      expected: fr`une seule enveloppe, celle qui reçoit, dans « Vers »`,
      action: fr`Effacez « De » si « Vers » reçoit ces crédits de la décision ; si l'une les cède à l'autre, saisissez un redéploiement, avec son autorisation.`,
    };
  if (against === 'otherEnd')
    return {
      problem: fr`${name} pris à ${concerned} : un gel ne donne rien à ${to === null ? NO_ENVELOPE : format.envelope(to)}, inscrite dans « Vers ».`,
      found: to ?? '',
      expected: fr`« Vers » vide`,
      action: fr`Effacez « Vers » ; si les crédits passent à cette enveloppe, saisissez un redéploiement, avec son autorisation.`,
    };
  return {
    problem: isFreeze
      ? fr`${name} : ${concerned} est dans « Vers » ; le gel est compté, ses crédits baissent.`
      : fr`${name} : ${concerned} est dans « De » ; le rétablissement est compté, ses crédits augmentent.`,
    found: end ?? '',
    expected: isFreeze ? fr`l'enveloppe gelée dans « De »` : fr`l'enveloppe rétablie dans « Vers »`,
    action: isFreeze
      ? fr`Déplacez l'enveloppe dans « De » ; si le gel est levé, remplacez le type par « rétablissement ».`
      : fr`Déplacez l'enveloppe dans « Vers » ; si ces crédits sont gelés, remplacez le type par « gel ».`,
  };
}

function outsidePeriod(
  outside: OutsidePeriod,
  date: CivilDate,
  { from, to, nature, cents, type }: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  const end = to ?? from;
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  const name = MOVEMENTS[type ?? 'transfer'];
  const [bound, expected] =
    outside.bound === 'creditYear'
      ? [
          fr`après l'exercice ${String(outside.year)}, dont il change les crédits`,
          fr`une date de ${String(outside.year)}`,
        ]
      : outside.bound === 'end'
        ? [
            fr`après la fin de la convention, le ${format.date(outside.day)}`,
            fr`le ${format.date(outside.day)} au plus tard`,
          ]
        : [
            fr`avant la signature de la convention, le ${format.date(outside.day)}`,
            fr`à partir du ${format.date(outside.day)}`,
          ];
  return {
    problem: fr`${name} de ${format.amountOf(nature, cents)}, pour ${concerned}, le ${format.date(date)} : ${bound} ; il est compté à sa date.`,
    found: format.date(date),
    expected,
    action: fr`Corrigez la date d'après l'avenant ou la décision, ou supprimez la ligne.`,
    stated: true,
  };
}

function withoutEffect(
  type: keyof typeof MOVEMENTS,
  { from, to, nature, cents, missing }: FindingOf<'FON-02'>['details'],
  format: Formatter,
): Sentences<'FON-02'> {
  const end = to ?? from;
  const lacking = listOf(missing, format, OTHER_PARTS);
  const concerned = end === null ? NO_ENVELOPE : format.envelope(end);
  return {
    problem: fr`${MOVEMENTS[type]} de ${format.amountOf(nature, cents)}, pour ${concerned} : il manque ${lacking}, il n'est pas compté.`,
    found: fr`il manque ${lacking}`,
    expected: fr`un mouvement daté, et l'enveloppe qu'il change`,
    action: fr`Complétez la ligne d'après l'avenant ou la décision, ou supprimez-la.`,
  };
}

/** The envelope, or the poste, that a movement takes from. */
function giver(envelope: string, line: string | undefined, format: Formatter): string {
  return line === undefined ? format.envelope(envelope) : fr`${format.quote(line)} (${format.envelope(envelope)})`;
}

export const FON: FamilyWords<'FON'> = {
  titles: {
    'FON-01': fr`Redéploiement sans autorisation`,
    'FON-02': fr`Mouvement incomplet, contradictoire, hors période, ou autorisé après sa date`,
    'FON-03': fr`Mouvement supérieur au disponible`,
    'FON-04': fr`Poste de dépense d'une autre enveloppe`,
  },
  sentences: {
    'FON-01': (details, format) => ({
      problem:
        details.left === undefined
          ? details.words === undefined
            ? fr`${transfer(details, format)} : aucune autorisation inscrite, il n'est pas compté.`
            : fr`${transfer(details, format)} : aucune autorisation inscrite (${typedWords(details.words, format)}), il n'est pas compté.`
          : fr`${transfer(details, format)} : au-delà des ${format.amount(details.left)} encore fongibles sans accord préalable, il n'est pas compté.`,
      found: details.words === undefined ? fr`aucune autorisation` : typedWords(details.words, format),
      expected: fr`l'autorisation expresse du délégant (auteur, date, référence)`,
      action: fr`Demandez l'accord du délégant et inscrivez-en l'auteur, la date et la référence.`,
      stated: true,
    }),
    'FON-02': (details, format) => incomplete(details, format),
    'FON-03': ({ type, envelope, line, nature, cents, available, reserved, date }, format) => ({
      problem:
        fr`${MOVEMENTS[type]} de ${format.amountOf(nature, cents)} pris à ${giver(envelope, line, format)} le ${format.date(date)} : ` +
        (reserved === undefined
          ? fr`${format.amount(available)} n'y étaient pas consommés.`
          : fr`${format.amount(available)} y sont disponibles, avec ${format.amount(reserved)} en attente aujourd'hui.`),
      action:
        line === undefined
          ? nature === 'CP'
            ? fr`Réduisez le mouvement à ce qui n'est pas payé ; à défaut, informez le délégant.`
            : fr`Réduisez le mouvement, ou retirez d'abord des engagements de l'enveloppe ; à défaut, informez le délégant.`
          : fr`Corrigez le montant du mouvement ou son poste d'origine, ou convenez avec le délégant d'une nouvelle répartition.`,
      stated: true,
    }),
    'FON-04': ({ envelope, line, lineEnvelope }, format) => ({
      problem:
        fr`Poste de dépense ${format.quote(line)} : rattaché à ${format.envelope(lineEnvelope)}, ` +
        fr`alors que l'axe ministériel 2 impute la ligne sur ${format.envelope(envelope)}.`,
      expected: fr`un poste de dépense de ${format.envelope(envelope)}`,
      action: fr`Corrigez le poste de dépense ou l'axe ministériel 2 ; un redéploiement demande l'autorisation expresse du délégant.`,
      stated: true,
    }),
  },
};
