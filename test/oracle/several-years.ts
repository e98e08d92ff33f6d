/** Conventions of one to four years: envelopes that come and go, restes à payer stated or not, movements of each year. */
import { civilDate, isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention, Movement } from '../../src/domain/envelopes/convention';
import type { Envelope } from '../../src/domain/envelopes/envelope';
import type { YearTerms } from '../../src/domain/envelopes/terms';
import { Euros } from '../../src/domain/money/euros';
import { EARLIER_EJ } from '../support/ledgers/any-ledger';
import { convention2023 } from '../support/conventions';

const FIRST_YEAR = 2022;
const MOST_YEARS = 4;

/** The convention of that rank; the first four ranks have one year, two, three and four. */
export function severalYears(rank: number): Convention {
  const base = convention2023();
  const count = 1 + (rank % MOST_YEARS);
  let line = 0;
  const terms = Array.from({ length: count }, (_, at): YearTerms => {
    const isOfWhole = at > 0 && (rank + at) % 5 === 0;
    const isGiven = ({ code }: Envelope): boolean =>
      !isOfWhole && (at === 0 || (rank + at) % 3 !== 0 || code === 'PDE');
    const envelopes = base.envelopes.filter(isGiven).map((envelope) => {
      const lines = envelope.lines.filter((_line, index) => at === 0 || (rank + at + index) % 2 === 0);
      return {
        ...envelope,
        openingRap: Euros.fromCents<'CP'>(envelope.code === 'PDE' && (rank + at) % 4 < 2 ? 50_000_00 : 0),
        lines: lines.map((one) => ({ ...one, index: line++ })),
      };
    });
    const rap = (rank + at) % 4 === 0 ? [{ ej: EARLIER_EJ, amount: Euros.fromCents<'CP'>(30_000_00 - at) }] : [];
    return { year: FIRST_YEAR + at, ceilings: base.ceilings, envelopes, rap };
  });
  const own = terms[rank % count] ?? terms[0];
  if (!own) throw new Error('no year was drawn');
  const { year: creditYear, ...ofYear } = own;
  return {
    ...base,
    ...ofYear,
    creditYear,
    otherYears: terms.filter(({ year }) => year !== creditYear),
    signedOn: isoDate(`${FIRST_YEAR - 1}-12-13`),
    endsOn: civilDate(FIRST_YEAR + count - 1, 12, 31) ?? base.endsOn,
    movements: [
      ...terms.map(({ year }, index) => movementOf(year, index)),
      ...terms.slice(1).flatMap(({ year }, index) => reportsTo(year, index, rank)),
    ].map((movement, index) => ({ ...movement, index })),
  };
}

/** A report to a year, on its side alone, on both sides, or on that of the year before alone. */
function reportsTo(year: number, index: number, rank: number): readonly Movement[] {
  const given = { ...movementOf(year, index), type: 'carryOver' as const, authorisedBy: '', authorisedOn: null };
  const nature = (rank + index) % 2 === 0 ? 'AE' : 'CP';
  const amount = Euros.fromCents((rank + index) % 4 < 2 ? 7_654_32 : 95_432_10);
  const into = { ...given, nature, amount, from: null, to: 'PDE', date: isoDate(`${year}-02-15`) } as const;
  const out = { ...into, from: 'PDE', to: null, date: isoDate(`${year - 1}-12-31`) };
  return ([[into], [into, out], [into], [out]] as const)[(rank + 2 * index) % 4] ?? [];
}

/** An amendment, or a transfer that is authorised in the next year. */
function movementOf(year: number, index: number): Movement {
  const isTransfer = index % 2 === 1;
  return {
    index,
    date: isoDate(`${year}-12-15`),
    type: isTransfer ? 'transfer' : 'amendment',
    from: isTransfer ? 'PDE' : null,
    to: isTransfer ? 'SF' : 'PDE',
    nature: index % 3 === 0 ? 'AE' : 'CP',
    amount: Euros.fromCents(1_234_56),
    reference: `n° ${index + 1}`,
    authorisedBy: 'DGEFP',
    authorisedOn: isoDate(isTransfer ? `${year + 1}-01-10` : `${year}-12-15`),
  };
}
