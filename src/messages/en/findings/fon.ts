/** English words of the FON findings: transfers between envelopes. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { MovementContradiction } from '../../../domain/envelopes/allowances/movement-effect';
import type { AuthorisationPart, OutsidePeriod } from '../../../domain/controls/findings/details/fon';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import type { FON as FRENCH } from '../../fr/findings/fon';
import { en } from '../../typography';

const PARTS: Readonly<Record<AuthorisationPart, string>> = {
  authorisedBy: en`its author`,
  authorisedOn: en`its date`,
  reference: en`its reference`,
  date: en`the date of the transfer`,
  from: en`the envelope that gives`,
  to: en`another envelope that receives`,
  amount: en`a positive amount`,
};

/** The same of a movement that needs no authorisation. */
const OTHER_PARTS: Readonly<Record<AuthorisationPart, string>> = {
  ...PARTS,
  date: en`the date of its effect`,
  from: en`the envelope that is frozen`,
  to: en`an envelope that receives, other than the one that gives`,
};

/** The types of movements, as a sentence begins. */
export const MOVEMENTS: Readonly<Record<FindingOf<'FON-03'>['details']['type'], string>> = {
  amendment: en`Amendment`,
  transfer: en`Transfer`,
  carryOver: en`Carry-over`,
  freeze: en`Freeze`,
  restoration: en`Restoration`,
};

const NO_ENVELOPE = en`an envelope not given`;

function transfer({ from, to, nature, cents }: FindingOf<'FON-01'>['details'], format: Formatter): string {
  const end = (name: string | null): string => (name === null ? NO_ENVELOPE : format.envelope(name));
  return en`Transfer of ${format.amountOf(nature, cents)} from ${end(from)} to ${end(to)}`;
}

function listOf(parts: readonly AuthorisationPart[], format: Formatter, names = PARTS, words: Words = {}): string {
  return format.allOf(
    parts.map((part) => {
      const typed = part === 'authorisedBy' || part === 'reference' ? words[part] : undefined;
      return typed === undefined ? names[part] : en`${names[part]} (${format.quote(typed)} is written)`;
    }),
  );
}

type Words = NonNullable<FindingOf<'FON-01'>['details']['words']>;

/** The words in place of an author or of a reference. */
function typedWords({ authorisedBy, reference }: Words, format: Formatter): string {
  return format.allOf([
    ...(authorisedBy === undefined ? [] : [en`“Autorisé par” contains ${format.quote(authorisedBy)}`]),
    ...(reference === undefined ? [] : [en`“Référence” contains ${format.quote(reference)}`]),
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
        problem: en`${transfer(details, format)} on ${format.date(date)}: authorised after the year ${String(lateFor)}, on ${format.date(authorisedOn)}; it counts in no year.`,
        found: format.date(authorisedOn),
        expected: en`an authorisation of ${String(lateFor)}`,
        action: en`Correct the date of the authorisation if it is of ${String(lateFor)}; if the délégant authorises a transfer of the credits of the next year, give the movement a date of that year.`,
      };
    return {
      problem: en`${transfer(details, format)} on ${format.date(date)}: authorised afterwards, on ${format.date(authorisedOn)}; it counts from that day only.`,
      found: format.date(authorisedOn),
      expected: en`an authorisation by ${format.date(date)}`,
      action: en`Correct the date of the transfer or that of the authorisation; commit nothing on these credits before it.`,
    };
  }
  return {
    problem: en`${transfer(details, format)}: the authorisation is incomplete and lacks ${listOf(missing, format, PARTS, words)}; the transfer is not counted.`,
    found: en`${listOf(missing, format, PARTS, words)} missing`,
    expected: en`a complete authorisation (author, date, reference)`,
    action:
      Object.keys(words).length === 0
        ? en`Complete the row from the consent of the délégant.`
        : en`Complete the row from the consent of the délégant; without that consent, leave these credits to the envelope that gives.`,
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
  const name = en`${MOVEMENTS[type ?? 'transfer']} of ${format.amountOf(nature, cents)} for ${concerned}`;
  const [day, authorised] = [date, authorisedOn].map((one) => (one === null ? '' : format.date(one)));
  return {
    problem: en`${name}, on ${day ?? ''}: authorised on ${authorised ?? ''} only, after the as-of date; it counts from its own day.`,
    found: authorised ?? '',
    expected: en`an authorisation by ${format.date(asOf)}`,
    action: en`Correct the date of the authorisation; if it is to come, give the movement that date or a later one.`,
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
  const name = en`${MOVEMENTS[type ?? 'transfer']} of ${format.amountOf(nature, cents)} for ${concerned}`;
  const found =
    raw === null
      ? en`the row is crossed out`
      : raw === ''
        ? en`${format.quote(heading)} is filled`
        : en`${format.quote(heading)} contains ${format.quote(raw)}`;
  return {
    problem: en`${name}: ${found}; ${isHeldBack ? en`it is not counted` : en`it counts, out of prudence`}.`,
    found,
    expected: en`a movement in force`,
    action:
      raw === null
        ? en`If this movement is in force, remove the strikethrough; if not, delete the row.`
        : en`If this movement is in force, correct this cell; if not, delete the row.`,
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
    problem: en`Movement ${format.quote(word)} of ${format.amountOf(nature, cents)} for ${concerned}: this type is not known; it is not counted.`,
    found: format.quote(word),
    expected: en`“avenant”, “redéploiement”, “report”, “gel”, “dégel” or “rétablissement”`,
    action: en`Correct the type from the amendment or the decision, or delete the row.`,
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
      en`End of a freeze of ${format.amountOf(nature, cents)} for ${concerned}: ` +
      (lifted === 0
        ? en`no freeze of these credits precedes it; it is not counted.`
        : en`the freezes before it leave ${format.amount(lifted)} only; it is counted for that amount.`),
    found: format.amount(cents),
    expected: lifted === 0 ? en`an earlier freeze of the same envelope and nature` : format.amount(lifted),
    action: en`Correct the amount, the envelope, the nature or the date; if these are other credits, change the type to “rétablissement”.`,
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
  const name = en`${MOVEMENTS[type]} of ${format.amountOf(nature, cents)}`;
  const isFreeze = type === 'freeze';
  if (against === 'sign')
    return {
      problem: en`${name}: the sign contradicts the operation; it counts as a decrease of ${format.amount(Math.abs(cents))} for ${concerned}.`,
      found: format.amount(cents),
      expected: en`an amount without sign, to which the operation and “De” or “Vers” give one`,
      action: isFreeze
        ? en`Remove the sign; if the freeze is lifted, replace the type with “rétablissement”, with the envelope under “Vers”.`
        : type === 'restoration'
          ? en`Remove the sign; if these credits are frozen, replace the type with “gel”, with the envelope under “De”.`
          : en`Remove the sign; if the envelope receives these credits, write it under “Vers”.`,
    };
  if (against === 'otherEnd' && !isFreeze)
    return {
      problem: en`${name}: ${concerned} is under “De” and ${to === null ? NO_ENVELOPE : format.envelope(to)} under “Vers”; only a transfer takes from one envelope for another, and it is not counted.`,
      found: from ?? '',
      expected: en`one envelope only, the one that receives, under “Vers”`,
      action: en`Clear “De” if “Vers” receives these credits by the decision; if one gives them to the other, replace the type with “virement”, with its authorisation.`,
    };
  if (against === 'otherEnd')
    return {
      problem: en`${name} taken from ${concerned}: a freeze gives nothing to ${to === null ? NO_ENVELOPE : format.envelope(to)}, written under “Vers”.`,
      found: to ?? '',
      expected: en`“Vers” empty`,
      action: en`Clear “Vers”; if the credits go to that envelope, replace the type with “virement”, with its authorisation.`,
    };
  return {
    problem: isFreeze
      ? en`${name}: ${concerned} is under “Vers”; the freeze counts, and its credits decrease.`
      : en`${name}: ${concerned} is under “De”; the restoration counts, and its credits increase.`,
    found: end ?? '',
    expected: isFreeze ? en`the frozen envelope under “De”` : en`the restored envelope under “Vers”`,
    action: isFreeze
      ? en`Move the envelope to “De”; if the freeze is lifted, replace the type with “rétablissement”.`
      : en`Move the envelope to “Vers”; if these credits are frozen, replace the type with “gel”.`,
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
      ? [en`after the year ${String(outside.year)}, whose credits it changes`, en`a date of ${String(outside.year)}`]
      : outside.bound === 'end'
        ? [en`after the end of the convention, on ${format.date(outside.day)}`, en`by ${format.date(outside.day)}`]
        : [
            en`before the signature of the convention, on ${format.date(outside.day)}`,
            en`from ${format.date(outside.day)}`,
          ];
  return {
    problem: en`${name} of ${format.amountOf(nature, cents)} for ${concerned} on ${format.date(date)}: ${bound}; it counts from its date.`,
    found: format.date(date),
    expected,
    action: en`Correct the date from the amendment or the decision, or remove the row.`,
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
    problem: en`${MOVEMENTS[type]} of ${format.amountOf(nature, cents)} for ${concerned}: it lacks ${lacking}; the movement is not counted.`,
    found: en`${lacking} missing`,
    expected: en`a dated movement, and the envelope that it changes`,
    action: en`Complete the row from the amendment or the decision, or remove it.`,
  };
}

/** The envelope, or the budget line, that a movement takes from. */
function giver(envelope: string, line: string | undefined, format: Formatter): string {
  return line === undefined ? format.envelope(envelope) : en`${format.quote(line)} (${format.envelope(envelope)})`;
}

export const FON: typeof FRENCH = {
  titles: {
    'FON-01': en`Transfer without authorisation`,
    'FON-02': en`Movement incomplete, contradictory, outside the period, or authorised afterwards`,
    'FON-03': en`Movement above what is available`,
    'FON-04': en`Budget line of another envelope`,
  },
  sentences: {
    'FON-01': (details, format) => ({
      problem:
        details.left === undefined
          ? details.words === undefined
            ? en`${transfer(details, format)}: no authorisation is recorded; it is not counted.`
            : en`${transfer(details, format)}: no authorisation is recorded (${typedWords(details.words, format)}); it is not counted.`
          : en`${transfer(details, format)}: above the ${format.amount(details.left)} that need no prior consent; it is not counted.`,
      found: details.words === undefined ? en`no authorisation` : typedWords(details.words, format),
      expected: en`the express authorisation of the délégant (author, date, reference)`,
      action: en`Ask for the consent of the délégant and enter its author, date and reference.`,
      stated: true,
    }),
    'FON-02': (details, format) => incomplete(details, format),
    'FON-03': ({ type, envelope, line, nature, cents, available, reserved, date }, format) => ({
      problem:
        en`${MOVEMENTS[type]} of ${format.amountOf(nature, cents)} taken from ${giver(envelope, line, format)} on ${format.date(date)}: ` +
        (reserved === undefined
          ? en`only ${format.amount(available)} was left unconsumed.`
          : en`only ${format.amount(available)} is available, with ${format.amount(reserved)} reserved today.`),
      action:
        line === undefined
          ? nature === 'CP'
            ? en`Reduce the movement to what is not paid; failing that, inform the délégant.`
            : en`Reduce the movement, or withdraw commitments of the envelope first; failing that, inform the délégant.`
          : en`Correct the amount of the movement or the budget line that it comes from, or agree on a new split with the délégant.`,
      stated: true,
    }),
    'FON-04': ({ envelope, line, lineEnvelope }, format) => ({
      problem:
        en`Budget line ${format.quote(line)}: it belongs to ${format.envelope(lineEnvelope)}, ` +
        en`while ministerial axis 2 charges the row to ${format.envelope(envelope)}.`,
      expected: en`a budget line of ${format.envelope(envelope)}`,
      action: en`Correct the budget line or ministerial axis 2; a transfer needs the délégant's express authorisation.`,
      stated: true,
    }),
  },
};
