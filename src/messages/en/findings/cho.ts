/** English words of the CHO findings: what the ledger and Chorus do not say alike. */
import { en } from '../../typography';
import type { FamilyWords, Speaker } from '../../words';

const CHORUS = en`accounts of the State (Chorus)`;

/** `DP 0100241599 (EJ 1405886249)`, as far as the numbers are known. */
function operation({
  nature,
  ej,
  dp,
}: {
  readonly nature: 'AE' | 'CP';
  readonly ej: string;
  readonly dp: string;
}): string {
  if (dp !== '') return ej === '' ? `DP ${dp}` : `DP ${dp} (EJ ${ej})`;
  if (ej !== '') return `EJ ${ej}`;
  return nature === 'AE' ? en`Commitment without an EJ number` : en`Payment without a DP or EJ number`;
}

function shares(amounts: readonly { readonly code: string; readonly cents: number }[], say: Speaker): string {
  const [only, ...others] = amounts;
  if (only && others.length === 0) return only.code;
  return amounts.map(({ code, cents }) => `${code} (${say.amount(cents)})`).join(', ');
}

/** Titles and sentences of the CHO rules. */
export const CHO_EN: FamilyWords<'CHO'> = {
  titles: {
    'CHO-01': en`In the ledger, not in Chorus`,
    'CHO-02': en`In Chorus, not in the ledger`,
    'CHO-03': en`Amounts differ from Chorus`,
    'CHO-04': en`Imputation differs from Chorus`,
    'CHO-05': en`Twice in Chorus`,
  },
  words: {
    'CHO-01': (details, say) => {
      const { nature, cents, otherYear, lastDate } = details;
      const amount = `${say.amount(cents)} of ${nature}`;
      const end = lastDate === null ? '' : en`, whose extract ends on ${say.date(lastDate)}`;
      return {
        problem:
          otherYear !== null
            ? en`${operation(details)}: ${amount} counted in the credit year, while Chorus dates it ${say.date(otherYear)}.`
            : en`${operation(details)}: ${amount} with nothing in Chorus to answer it${end}.`,
        found: say.amount(cents),
        expected: en`the same operation in the Chorus extract of the credit year`,
        article: CHORUS,
        action:
          otherYear !== null
            ? en`Correct the date: the operation belongs to another year.`
            : lastDate !== null
              ? en`Reconcile again with a later extract.`
              : en`Check the numbers of EJ and DP and the year; an operation that was not validated in Chorus consumes nothing.`,
      };
    },
    'CHO-02': (details, say) => {
      const { nature, cents, source, lines, date, entered } = details;
      const where = en`${source}, line ${lines.join(', ')}`;
      const states = {
        unpaid: en`entered in the ledger without a payment date`,
        project: en`still a project in the ledger`,
        otherYear: en`dated in another year in the ledger`,
      };
      const state = entered === null ? en`missing from the ledger` : states[entered];
      return {
        problem: en`${operation(details)}: ${say.amount(cents)} of ${nature} in Chorus${say.dated('on', date)}, ${state} (${where}).`,
        found: say.amount(cents),
        expected: en`the same operation in the ledger`,
        article: CHORUS,
        action:
          entered === null
            ? en`Add the row to the ledger, or have the imputation corrected in Chorus when the expense is not of this convention.`
            : en`Bring the status and the date of the row up to date from Chorus.`,
      };
    },
    'CHO-03': (details, say) => {
      const { nature, ledger, chorus, listed } = details;
      const gap = say.amount(ledger - chorus);
      const place = listed ? en`the table ENV_RAP` : en`the ledger`;
      return {
        problem: en`${operation(details)}: ${say.amount(ledger)} of ${nature} in ${place}, ${say.amount(chorus)} in Chorus, a gap of ${gap}.`,
        found: say.amount(ledger),
        expected: say.amount(chorus),
        article: CHORUS,
        action: listed
          ? en`Check the opening reste à payer of this EJ.`
          : en`Correct the amount of the ledger from the document, or have Chorus corrected.`,
      };
    },
    'CHO-04': (details, say) => {
      const { field, ledger, chorus, others } = details;
      const also =
        others.length === 0 ? '' : en` Also different: ${others.map((other) => say.field(other)).join(', ')}.`;
      return {
        problem: en`${operation(details)}: ${say.field(field)} ${shares(ledger, say)} in the ledger, ${shares(chorus, say)} in Chorus.${also}`,
        found: shares(ledger, say),
        expected: shares(chorus, say),
        article: CHORUS,
        action: en`Correct the imputation of the ledger, or ask for a reimputation in Chorus when the ledger has that of the convention.`,
      };
    },
    'CHO-05': (details, say) => {
      const where = en`${details.source}, lines ${String(details.firstLine)} and ${String(details.line)}`;
      return {
        problem: en`${operation(details)}: ${say.amount(details.cents)} of ${details.nature} stands twice in Chorus (${where}).`,
        found: say.amount(details.cents),
        expected: en`once, as in the ledger`,
        article: CHORUS,
        action: en`Check in Chorus whether it was paid twice or the extract repeats it.`,
      };
    },
  },
};
