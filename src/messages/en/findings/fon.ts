/** English words of the FON findings: transfers between envelopes. */
import type { AuthorisationPart } from '../../../domain/controls/findings/details/fon';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import { en } from '../../typography';
import type { FamilyWords, Speaker, Words } from '../../words';

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

const MOVEMENTS: Readonly<Record<FindingOf<'FON-03'>['details']['type'], string>> = {
  amendment: en`Amendment`,
  transfer: en`Transfer`,
  carryOver: en`Carry-over`,
  freeze: en`Freeze`,
  restoration: en`Restoration`,
};

const UNSAID = en`an envelope not said`;

function transfer({ from, to, nature, cents }: FindingOf<'FON-01'>['details'], say: Speaker): string {
  const end = (name: string | null): string => (name === null ? UNSAID : say.envelope(name));
  return en`Transfer of ${say.amount(cents)} of ${nature} from ${end(from)} to ${end(to)}`;
}

/** “a, b and c”. */
function allOf(parts: readonly AuthorisationPart[], said = PARTS): string {
  const words = parts.map((part) => said[part]);
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : en`${words.slice(0, -1).join(', ')} and ${last}`;
}

function incomplete(details: FindingOf<'FON-02'>['details'], say: Speaker): Words {
  const { missing, date, authorisedOn, type } = details;
  if (type !== undefined) return withoutEffect(type, details, say);
  const article = en`${say.article('envelopes')}, envelopes not fungible`;
  if (missing.length === 0 && date !== null && authorisedOn !== null) {
    return {
      problem: en`${transfer(details, say)} on ${say.date(date)}: authorised afterwards, on ${say.date(authorisedOn)}; it counts from that day only.`,
      found: say.date(authorisedOn),
      expected: en`an authorisation by ${say.date(date)}`,
      article,
      action: en`Correct the date of the transfer or that of the authorisation; commit nothing on these credits before it.`,
    };
  }
  return {
    problem: en`${transfer(details, say)}: the authorisation is incomplete and lacks ${allOf(missing)}; the transfer is not counted.`,
    found: en`${allOf(missing)} missing`,
    expected: en`a complete authorisation (author, date, reference)`,
    article,
    action: en`Complete the row from the consent of the délégant.`,
  };
}

function withoutEffect(
  type: keyof typeof MOVEMENTS,
  { from, to, nature, cents, missing }: FindingOf<'FON-02'>['details'],
  say: Speaker,
): Words {
  const end = to ?? from;
  const lacking = allOf(missing, OTHER_PARTS);
  const concerned = end === null ? UNSAID : say.envelope(end);
  return {
    problem: en`${MOVEMENTS[type]} of ${say.amount(cents)} of ${nature} for ${concerned}: it lacks ${lacking}; the movement is not counted.`,
    found: en`${lacking} missing`,
    expected: en`a dated movement, and the envelope that it changes`,
    article: say.article('ceiling'),
    action: en`Complete the row from the amendment or the decision, or remove it.`,
  };
}

/** Titles and sentences of the FON rules. */
export const FON_EN: FamilyWords<'FON'> = {
  titles: {
    'FON-01': en`Transfer without authorisation`,
    'FON-02': en`Movement incomplete, or transfer authorised afterwards`,
    'FON-03': en`Movement above what is available`,
    'FON-04': en`Budget line of another envelope`,
  },
  words: {
    'FON-01': (details, say) => ({
      problem: en`${transfer(details, say)}: no authorisation is said; the transfer is not counted.`,
      found: en`no authorisation`,
      expected: en`the express authorisation of the délégant (author, date, reference)`,
      article: en`${say.article('envelopes')}, envelopes not fungible`,
      action: en`Ask for the consent of the délégant and enter its author, date and reference, or remove the transfer.`,
    }),
    'FON-02': (details, say) => incomplete(details, say),
    'FON-03': ({ type, envelope, nature, cents, available, date }, say) => ({
      problem:
        en`${MOVEMENTS[type]} of ${say.amount(cents)} of ${nature} taken from ${say.envelope(envelope)} on ${say.date(date)}: ` +
        en`only ${say.amount(available)} was left unconsumed.`,
      found: say.amount(cents),
      expected: en`${say.amount(Math.max(0, available))} at most`,
      article: say.article(type === 'transfer' ? 'envelopes' : 'ceiling'),
      action: en`Reduce the movement, or withdraw commitments of the envelope first; failing that, inform the délégant.`,
    }),
    'FON-04': ({ envelope, line, lineEnvelope }, say) => ({
      problem:
        en`Budget line ${say.quote(line)}: it belongs to ${say.envelope(lineEnvelope)}, ` +
        en`while ministerial axis 2 charges the row to ${say.envelope(envelope)} (disguised transfer).`,
      found: line,
      expected: en`a budget line of ${say.envelope(envelope)}`,
      article: en`${say.article('envelopes')}, envelopes not fungible`,
      action: en`Correct the budget line or ministerial axis 2; a transfer needs the délégant's express authorisation.`,
    }),
  },
};
