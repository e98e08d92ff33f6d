/** English words of the PER findings: dates. */
import { en } from '../typography';
import type { FamilyWords, Words } from '../words';

function wrongDate(problem: string, found: string, expected: string, article: string): Words {
  return { problem, found, expected, article, action: en`Correct the date, or charge the expense to other credits.` };
}

/** Titles and sentences of the PER rules. */
export const PER_EN: FamilyWords<'PER'> = {
  titles: {
    'PER-01': en`Date before the signature`,
    'PER-02': en`Date after the end`,
    'PER-03': en`Date outside the credit year`,
  },
  words: {
    'PER-01': ({ field, date, signedOn }, say) =>
      wrongDate(
        en`${say.field(field)} ${say.date(date)}: before the signature of the convention.`,
        say.date(date),
        en`from ${say.date(signedOn)}`,
        say.article('period'),
      ),
    'PER-02': ({ field, date, endsOn }, say) =>
      wrongDate(
        en`${say.field(field)} ${say.date(date)}: after the end of the convention.`,
        say.date(date),
        en`${say.date(endsOn)} at the latest`,
        say.article('period'),
      ),
    'PER-03': ({ field, date, creditYear }, say) =>
      wrongDate(
        en`${say.field(field)} ${say.date(date)}: outside the year of the credits, ${String(creditYear)}.`,
        say.date(date),
        en`a date of ${String(creditYear)}`,
        say.article('credits'),
      ),
  },
};
