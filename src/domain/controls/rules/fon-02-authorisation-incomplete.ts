/**
 * The authorisation of a transfer lacks its author, its date or its reference, or the transfer lacks its amount, its
 * date or an end: the délégant's consent must be express (convention, art. 1.2), and the transfer counts for nothing
 * until it is complete. Or it came after the transfer, which then counts from the authorisation only, and in no year
 * when that is of the next one. An avenant, a report, a gel or a rétablissement needs no such consent, but one without
 * its date or its envelope counts for nothing either, and is reported too, as is a word that is no movement; one whose
 * minus or whose end contradicts its operation counts by its operation, and is an error, as is the end of a gel that
 * no gel precedes. One that counts on a day before the signature, after the end or after the credit years is probably
 * misdated, as a row is (PER-01 to PER-03): an error for what the parties decide, a doubt for a gel, a report or a
 * rétablissement, and after the year alone. One whose author or reference is a refusal or a
 * wait, « À signer », is an error and gives nothing; one that is crossed out, or that a column of the team takes out,
 * is a doubt, and gives nothing either. One in effect before its authorisation, which is to come, counts, and is an
 * error. Switch it off for a convention whose envelopes are fungible.
 */
import { yearOf, type CivilDate } from '../../calendar/civil-date';
import type { Convention, Envelope, Movement } from '../../envelopes/convention';
import { creditYearAt } from '../../envelopes/credit-years';
import { findEnvelope } from '../../envelopes/names';
import { findingAt, type LedgerControl, type Report } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import type { AuthorisationPart, OutsidePeriod } from '../findings/details/fon';
import { contradictionOf, isHeldBack, isRefused } from '../../envelopes/allowances/movement-effect';
import { isBetweenLines, isNamed } from '../../envelopes/allowances/free-transfers';
import { isFree, isUnauthorised, movementCell, movementPlace, refusalOf, transferOf } from './kit/movement-cells';

/** FON-02. */
export const authorisationIncomplete: LedgerControl<'FON-02'> = {
  rule: 'FON-02',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const movement of convention.movements) {
      if (movement.isUnknown) {
        report(findingAt('FON-02', 'error', movementCell(movement, 'type'), unknown(movement)));
        continue;
      }
      if (isUnauthorised(convention, movement)) continue;
      const missing = missingFrom(movement, convention);
      if (missing.length === 0 && reportOut(movement, report)) continue;
      const { type, date, authorisedOn } = movement;
      const isLate =
        type === 'transfer' &&
        date !== null &&
        authorisedOn !== null &&
        authorisedOn > date &&
        !isFree(convention, movement);
      const [first] = missing;
      const details = { ...detailsOf(movement), missing };
      if (first !== undefined || isLate)
        report(
          findingAt('FON-02', 'error', movementCell(movement, first ?? 'authorisedOn'), {
            ...details,
            ...(first === undefined && lateFor(movement, convention)),
          }),
        );
      if (first !== undefined) continue;
      if (isAwaited(movement, asOf))
        report(findingAt('FON-02', 'error', movementCell(movement, 'authorisedOn'), { ...details, awaitedAt: asOf }));
      if (contradictionOf(movement) !== null)
        report(
          findingAt('FON-02', 'error', movementCell(movement, cellAgainst(movement)), againstOf(details, movement)),
        );
      const outside = date === null ? null : outsidePeriod(date, convention);
      if (outside === null) continue;
      const isAgreed = (type === 'transfer' || type === 'amendment') && outside.bound !== 'creditYear';
      const severity = isAgreed ? 'error' : 'warning';
      report(findingAt('FON-02', severity, movementCell(movement, 'date'), { ...details, outside }));
    }
  },
};

type Details = FindingOf<'FON-02'>['details'];

/**
 * Reports a movement that its own words take out, « À signer », or else a mark of the team, a doubt, since the mark may
 * be out of date; true when it does not count.
 */
function reportOut(movement: Movement, report: Report<'FON-02'>): boolean {
  const refusal = refusalOf(movement);
  const mark = refusal ?? movement.mark;
  if (!mark) return false;
  const details = { ...detailsOf(movement), mark: { ...mark, isHeldBack: isHeldBack(movement) } };
  report(findingAt('FON-02', refusal ? 'error' : 'warning', movementPlace(movement, mark.heading), details));
  return isHeldBack(movement);
}

/** A movement that needs no consent, in effect before the day on which it is authorised, which is to come. */
function isAwaited({ type, date, authorisedOn }: Movement, asOf: CivilDate): boolean {
  return type !== 'transfer' && date !== null && date <= asOf && authorisedOn !== null && authorisedOn > asOf;
}

function detailsOf(movement: Movement): Details {
  const { date, authorisedOn, type } = movement;
  return { ...transferOf(movement), missing: [], date, authorisedOn, ...(type !== 'transfer' && { type }) };
}

/** A movement whose type is a word that nothing understands. */
function unknown(movement: Movement): Details {
  const { date, authorisedOn, word = '' } = movement;
  return { ...transferOf(movement), missing: [], date, authorisedOn, unknownWord: word };
}

function againstOf(details: Details, movement: Movement): Details {
  const against = contradictionOf(movement) ?? 'sign';
  return { ...details, against, ...(against === 'freeze' && { lifted: movement.lifted ?? 0 }) };
}

/** The cell to correct: the amount with its minus, or the end of the other operation. */
function cellAgainst(movement: Movement): AuthorisationPart {
  if (['sign', 'freeze'].includes(contradictionOf(movement) ?? '')) return 'amount';
  return movement.type === 'freeze' ? 'to' : 'from';
}

/** The credit year of a transfer that was authorised in a later one: it counts in neither. */
function lateFor({ date, authorisedOn }: Movement, convention: Convention): { readonly lateFor?: number } {
  if (date === null || authorisedOn === null) return {};
  const year = creditYearAt(convention, date);
  return creditYearAt(convention, authorisedOn) > year ? { lateFor: year } : {};
}

/** The bound that the day of a movement breaks; null for none. An avenant may come before its credit year. */
function outsidePeriod(date: CivilDate, convention: Convention): OutsidePeriod | null {
  const { signedOn, endsOn } = convention;
  if (date < signedOn) return { bound: 'signature', day: signedOn };
  if (date > endsOn) return { bound: 'end', day: endsOn };
  const year = creditYearAt(convention, date);
  return yearOf(date) > year ? { bound: 'creditYear', year } : null;
}

/** The missing parts that keep a movement from counting, as `effectiveFrom` and `changeOf` decide it. */
function missingFrom(movement: Movement, convention: Convention): readonly AuthorisationPart[] {
  const envelopeOf = (name: string | null) => (name === null ? null : findEnvelope(convention, name));
  const [from, to] = [envelopeOf(movement.from), envelopeOf(movement.to)];
  if (movement.type !== 'transfer') return missingFromOther(movement, from, to);
  if (isBetweenLines(movement)) return isRefused(movement) ? unnamed(movement) : missingBetweenLines(movement);
  return isFree(convention, movement) ? [] : missingFromTransfer(movement, from, to);
}

/** A movement that gives or takes: its day and one envelope are enough. */
function missingFromOther(
  { date, type }: Movement,
  from: Envelope | null,
  to: Envelope | null,
): readonly AuthorisationPart[] {
  const isWithoutEnvelope = from === null && to === null;
  const end: readonly AuthorisationPart[] =
    type === 'freeze' ? (isWithoutEnvelope ? ['from'] : []) : from === to ? ['to'] : [];
  return date === null ? ['date', ...end] : end;
}

/** Within one envelope no consent is needed: a day and an amount are enough. */
function missingBetweenLines({ date, amount }: Movement): readonly AuthorisationPart[] {
  return [...(date === null ? (['date'] as const) : []), ...(amount.cents <= 0 ? (['amount'] as const) : [])];
}

/** The words of a refused transfer between postes that name no authority. */
function unnamed({ notNamed = {} }: Movement): readonly AuthorisationPart[] {
  return (['authorisedBy', 'reference'] as const).filter((part) => notNamed[part] === 'refused');
}

function missingFromTransfer(
  movement: Movement,
  from: Envelope | null,
  to: Envelope | null,
): readonly AuthorisationPart[] {
  const { date, authorisedOn, amount } = movement;
  const parts: readonly (readonly [AuthorisationPart, boolean])[] = [
    ['authorisedBy', !isNamed(movement, 'authorisedBy')],
    ['authorisedOn', authorisedOn === null],
    ['reference', !isNamed(movement, 'reference')],
    ['date', date === null],
    ['from', from === null],
    ['to', to === null || to === from],
    ['amount', amount.cents <= 0],
  ];
  return parts.filter(([, isMissing]) => isMissing).map(([part]) => part);
}
