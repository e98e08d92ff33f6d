/** The figures of the ceilings over a programme or a titre, which are those of no envelope. */
import { partCeilingsOf, partValue } from '../../domain/envelopes/allowances/part-ceilings';
import type { NamedPart } from '../../domain/envelopes/allowances/allowances';
import type { ChargedLedger } from '../../domain/envelopes/charged-ledger';
import type { Convention } from '../../domain/envelopes/convention';
import type { Balances, Figures } from '../../domain/envelopes/figures';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import { FIELD_NAMES } from '../../workbook/field-names';
import { formerYears } from './figure-tables';
import { amount, integer, type LakeTable, rate, text } from './lake-table';

interface PartRow extends NamedPart {
  readonly creditYear: number;
  readonly nature: Nature;
  readonly figures: Figures;
}

export const PART_FIGURES: LakeTable<PartRow> = {
  name: 'part_figures',
  meaning:
    'one nature of a ceiling over a programme or a titre (`ENV_Plafonds`), at the as-of date or on the last day of a former year',
  columns: [
    integer('credit_year', 'year of the credits', ({ creditYear }) => creditYear),
    text('part', '`programme` or `titre`', ({ part }) => part),
    text('part_value', 'the programme in four digits, or the titre', ({ value }) => value),
    text('nature', '`AE` or `CP`; never netted', ({ nature }) => nature),
    amount('allocated', 'ceiling in force, with the movements on that part', ({ figures }) =>
      centsOf(figures.allocated),
    ),
    amount('consumed', 'by the rows of that part, whatever their envelopes; null: not calculable', ({ figures }) =>
      centsOf(figures.consumed),
    ),
    amount('reserved', 'projects, service fait or requests not paid', ({ figures }) => centsOf(figures.reserved)),
    amount('remaining', '`allocated` − `consumed`; negative when exceeded', ({ figures }) =>
      centsOf(figures.remaining),
    ),
    amount('available', '`remaining` − `reserved`', ({ figures }) => centsOf(figures.available)),
    rate(
      'rate',
      '`consumed` / `allocated`, cut after 12 decimals; null when nothing is allocated',
      (row) => row.figures.rate,
    ),
    text('missing', 'column that the ledger lacks, so that the figure is not calculable', ({ figures }) =>
      figures.missing === null ? null : FIELD_NAMES[figures.missing],
    ),
  ],
};

/** The natures that each ceiling bounds, in the former credit years and then in that of the situation. */
export function* partFigureRows(charged: ChargedLedger, balances: Balances): Iterable<PartRow> {
  if (charged.convention.partCeilings.length === 0) return;
  for (const { convention, balances: ofYear } of formerYears(charged, balances)) yield* rowsOfYear(convention, ofYear);
  yield* rowsOfYear(charged.convention, balances);
}

function* rowsOfYear(convention: Convention, balances: Balances): Iterable<PartRow> {
  for (const ceiling of partCeilingsOf(convention))
    for (const nature of NATURES) {
      if (ceiling.ceilings[nature] === null) continue;
      const figures = balances.parts.figures(ceiling, nature);
      const { part, year: creditYear } = ceiling;
      yield { part, value: partValue(ceiling), creditYear, nature, figures };
    }
}
