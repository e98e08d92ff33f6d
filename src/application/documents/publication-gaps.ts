/** The blanks of the published tables, and the ceilings that have no row in them: the text beside them states both. */
import { partCeilingsOf, partValue } from '../../domain/envelopes/allowances/part-ceilings';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import { creditYearsOf } from '../../domain/envelopes/credit-years';
import type { Balances, Figures } from '../../domain/envelopes/figures';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import { countedNatures } from '../../documents/figures/counted-natures';
import type { PublishedCeiling, ReadMeFacts, BlankFigure } from '../../messages/documents/publication-fr';
import type { ControlReport } from '../dossier';

/** The blanks of the tables of a report, the ceilings over several envelopes, and the credit year. */
export function publishedGaps(
  convention: Convention,
  { balances }: ControlReport,
): Pick<ReadMeFacts, 'notCalculable' | 'sums' | 'unbounded' | 'ceilings' | 'year'> {
  const { missing } = balances;
  const natures = countedNatures({ convention, balances });
  const known = natures.filter((nature) => missing[nature] === null);
  const ofLines = known.filter((nature) => missing.lines[nature] === null);
  const ofEnvelopes = known.filter((nature) => missing.lines[nature] !== null);
  return {
    notCalculable: notCalculableIn(natures, balances),
    sums: ofLines.length === natures.length ? null : { ofLines, ofEnvelopes },
    unbounded: unboundedIn(convention, natures, balances),
    ceilings: [...wholeCeilings(convention, natures, balances), ...partCeilings(convention, balances)],
    year: creditYearsOf(convention).length > 1 ? convention.creditYear : null,
  };
}

/** The figures of the natures that the convention gives where the ledger lacks what makes them (LEC-04). */
function notCalculableIn(natures: readonly Nature[], { missing }: Balances): readonly BlankFigure[] {
  const ofLines = natures.filter((nature) => missing[nature] === null && missing.lines[nature] !== null);
  return [
    ...natures.filter((nature) => missing[nature] !== null),
    ...ofLines.map((nature) => `lines${nature}` as const),
    ...(natures.length === NATURES.length && missing.outstanding !== null ? (['outstanding'] as const) : []),
  ];
}

function unboundedIn(
  { envelopes }: Convention,
  natures: readonly Nature[],
  balances: Balances,
): ReadMeFacts['unbounded'] {
  return envelopes.flatMap(({ code }) => {
    const without = natures.filter(
      (nature) => balances.figures({ envelope: code, line: null }, nature).allocated === null,
    );
    return without.length === 0 ? [] : [{ envelope: code, natures: without }];
  });
}

/** The ceilings of the whole convention that are not the sum of its envelopes. */
function wholeCeilings(
  { ceilings, envelopes }: Convention,
  natures: readonly Nature[],
  balances: Balances,
): readonly PublishedCeiling[] {
  return natures.flatMap((nature) => {
    if (ceilings[nature] === null) return [];
    const figures = balances.figures({ envelope: WHOLE_CONVENTION, line: null }, nature);
    const ofEnvelopes = envelopes.map(({ code }) =>
      centsOf(balances.figures({ envelope: code, line: null }, nature).allocated),
    );
    const sum = ofEnvelopes.reduce<number>((total, cents) => total + (cents ?? 0), 0);
    const isSum = sum === centsOf(figures.allocated) && !ofEnvelopes.includes(null);
    return isSum ? [] : [factsOf(null, nature, figures)];
  });
}

function partCeilings(convention: Convention, balances: Balances): readonly PublishedCeiling[] {
  return partCeilingsOf(convention).flatMap((ceiling) =>
    NATURES.filter((nature) => ceiling.ceilings[nature] !== null).map((nature) =>
      factsOf({ part: ceiling.part, value: partValue(ceiling) }, nature, balances.parts.figures(ceiling, nature)),
    ),
  );
}

function factsOf(part: PublishedCeiling['part'], nature: Nature, figures: Figures): PublishedCeiling {
  const { allocated, consumed, available } = figures;
  return { part, nature, allocated: centsOf(allocated), consumed: centsOf(consumed), available: centsOf(available) };
}
