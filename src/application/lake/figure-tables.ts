/** The figures of a workbook: by envelope, by poste and for the whole convention; and its restes à payer by EJ. */
import { type CivilDate, partsOf } from '../../domain/calendar/civil-date';
import { isJudged } from '../../domain/controls/rules/kit/line-ceiling';
import { ceilingOf, naturesOf, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import { creditYearsOf } from '../../domain/envelopes/credit-years';
import { shownLines, type Balances, type Figures } from '../../domain/envelopes/figures';
import type { ChargedLedger } from '../../domain/envelopes/charged-ledger';
import type { EjOutstanding } from '../../domain/envelopes/outstanding/outstanding-by-ej';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import { countedTwiceIn } from '../../documents/figures/sum-of-years';
import { balancesByYear, creditsByYear, type YearBalances } from '../../documents/figures/year-balances';
import { FIELD_NAMES } from '../../workbook/field-names';
import { amount, date, flag, integer, type LakeTable, rate, text } from './lake-table';

/** The subject of a figure. Sum over one scope at a time: an envelope holds its postes. */
type Scope = 'convention' | 'envelope' | 'poste';

interface FigureRow {
  readonly scope: Scope;
  readonly envelope: string | null;
  readonly poste: string | null;
  readonly nature: Nature;
  readonly figures: Figures;
  readonly isCeiling: boolean;
  /** Of the CP of an envelope alone. */
  readonly rap: { readonly opening: number; readonly paid: KnownCents; readonly outstanding: KnownCents } | null;
}

export const FIGURES: LakeTable<FigureRow> = {
  name: 'figures',
  meaning: 'one nature of one envelope, of one poste, or of the whole convention, at the as-of date',
  columns: [
    text('scope', '`convention`, `envelope` or `poste`; sum over one scope at a time', ({ scope }) => scope),
    text('envelope', 'code of the envelope; null for the convention', ({ envelope }) => envelope),
    text('poste', 'label of the poste; null outside `poste`', ({ poste }) => poste),
    text('nature', '`AE` or `CP`; never netted', ({ nature }) => nature),
    amount('allocated', 'ceiling in force: initial, then the movements in effect; null: none', (row) =>
      centsOf(row.figures.allocated),
    ),
    flag(
      'is_ceiling',
      'whether `allocated` bounds: the convention gives that amount, or the team follows the CP of its postes',
      ({ isCeiling }) => isCeiling,
    ),
    amount('consumed', 'AE committed, CP paid; null: not calculable', (row) => centsOf(row.figures.consumed)),
    amount('reserved', 'projects, service fait or requests not paid', (row) => centsOf(row.figures.reserved)),
    amount('remaining', '`allocated` − `consumed`; negative when exceeded', (row) => centsOf(row.figures.remaining)),
    amount('available', '`remaining` − `reserved`', (row) => centsOf(row.figures.available)),
    rate(
      'rate',
      '`consumed` / `allocated`, cut after 12 decimals; null when nothing is allocated',
      (row) => row.figures.rate,
    ),
    amount('rap_opening', 'stated opening RAP; CP of an envelope alone, as the next two', ({ rap }) => rap?.opening),
    amount('rap_paid', 'paid in the year on earlier EJ', ({ rap }) => rap?.paid),
    amount('outstanding', 'restes à payer', ({ rap }) => rap?.outstanding),
    text('missing', 'column that the ledger lacks, so that the figure is not calculable', ({ figures }) =>
      figures.missing === null ? null : FIELD_NAMES[figures.missing],
    ),
  ],
};

interface FormerFigureRow extends FigureRow {
  readonly creditYear: number;
  /** Cents; null for a poste, which no report names. */
  readonly carriedOver: number | null;
}

/** The restes à payer are those of the situation, whatever the year. */
const OF_RAP: ReadonlySet<string> = new Set(['rap_opening', 'rap_paid', 'outstanding']);

export const FORMER_FIGURES: LakeTable<FormerFigureRow> = {
  name: 'former_figures',
  meaning: 'the same in a credit year before that of the situation, on its last day, without the AE that have no date',
  columns: [
    integer('credit_year', 'year of the credits', ({ creditYear }) => creditYear),
    ...FIGURES.columns.filter(({ name }) => !OF_RAP.has(name)),
    amount(
      'carried_over',
      'of `allocated`, what a report gives to the next year, which has it too; null for a poste',
      ({ carriedOver }) => carriedOver,
    ),
  ],
};

/** The former credit years, ascending; none under a convention of one year. */
export function* formerFigureRows(charged: ChargedLedger, balances: Balances): Iterable<FormerFigureRow> {
  const former = formerYears(charged, balances);
  const years = former.length === 0 ? [] : balancesByYear(charged, balances);
  const carriedOver = ({ scope, envelope, nature }: FigureRow, year: number): number | null =>
    scope === 'poste' ? null : countedTwiceIn(creditsByYear(years, envelope ?? WHOLE_CONVENTION, nature), year);
  for (const { year, convention, balances: ofYear } of former)
    for (const row of figureRows(convention, ofYear))
      yield { ...row, creditYear: year, carriedOver: carriedOver(row, year) };
}

/** The balances of the former credit years, ascending. An undated row counts in the current year. */
export function formerYears(charged: ChargedLedger, balances: Balances): readonly YearBalances[] {
  if (!creditYearsOf(charged.convention).some((year) => year < charged.convention.creditYear)) return [];
  return balancesByYear(charged, balances).slice(0, -1);
}

/** The convention, then each envelope with its postes. */
export function* figureRows(convention: Convention, balances: Balances): Iterable<FigureRow> {
  const both = function* (
    key: { scope: Scope; envelope: string | null; poste: string | null; line: number | null },
    isCeiling: (nature: Nature) => boolean,
  ) {
    const { line, ...named } = key;
    for (const nature of NATURES) {
      const figures = balances.figures({ envelope: key.envelope ?? WHOLE_CONVENTION, line }, nature);
      yield { ...named, nature, figures, isCeiling: isCeiling(nature), rap: null };
    }
  };
  const given = naturesOf(convention);
  yield* both({ scope: 'convention', envelope: null, poste: null, line: null }, (nature) => given.includes(nature));
  for (const owner of convention.envelopes) {
    const { code, openingRap } = owner;
    const rap = {
      opening: openingRap.cents,
      paid: centsOf(balances.rapPaid(code)),
      outstanding: centsOf(balances.outstanding(code)),
    };
    const ofEnvelope = { scope: 'envelope', envelope: code, poste: null, line: null } as const;
    for (const row of both(ofEnvelope, (nature) => ceilingOf(convention, owner, nature) !== null))
      yield row.nature === 'CP' ? { ...row, rap } : row;
    for (const line of shownLines(owner, balances)) {
      const ofLine = { scope: 'poste', envelope: code, poste: line.label, line: line.index } as const;
      yield* both(ofLine, (nature) => isJudged(convention, line, nature));
    }
  }
}

interface EjRow extends EjOutstanding {
  readonly committedOn: CivilDate | null;
  readonly ageYears: number | null;
}

export const EJS: LakeTable<EjRow> = {
  name: 'ejs',
  meaning: 'the restes à payer of one EJ in one envelope; no row where they are not calculable',
  columns: [
    text('envelope', 'code of the envelope', ({ envelope }) => envelope),
    text('ej', 'EJ number; null: rows without EJ, or earlier EJ that nothing names', ({ ej }) => ej),
    amount('committed', 'with the stated RAP from which it starts', ({ committed }) => committed),
    amount('decommitted', 'retraits, positive', ({ decommitted }) => decommitted),
    amount('paid', 'payments', ({ paid }) => paid),
    amount('outstanding', '`committed` − `decommitted` − `paid`', ({ outstanding }) => outstanding),
    date('committed_on', 'first dated commitment in the ledger; null: before it, or undated', (row) => row.committedOn),
    integer('age_years', 'whole years from `committed_on` to the as-of date', ({ ageYears }) => ageYears),
  ],
};

/** Empty where restes à payer are not calculable. */
export function* ejRows(charged: ChargedLedger, balances: Balances): Iterable<EjRow> {
  if (balances.missing.outstanding !== null) return;
  const first = firstCommitments(charged);
  for (const entry of balances.byEj.entries()) {
    const committedOn = (entry.ej !== null && first.get(keyOf(entry.envelope, entry.ej))) || null;
    yield { ...entry, committedOn, ageYears: committedOn === null ? null : wholeYears(committedOn, charged.asOf) };
  }
}

function firstCommitments({ ledger, assign, asOf }: ChargedLedger): ReadonlyMap<string, CivilDate> {
  const first = new Map<string, CivilDate>();
  for (const row of ledger.rows) {
    if (row.status !== 'firm' || row.ej.kind !== 'ej' || row.ae.kind !== 'amount' || row.ae.cents <= 0) continue;
    const assignment = assign(row);
    if (assignment.kind !== 'assigned' || row.commitmentDate.kind !== 'date' || row.commitmentDate.date > asOf)
      continue;
    const key = keyOf(assignment.envelope.code, row.ej.number);
    const known = first.get(key);
    if (known === undefined || row.commitmentDate.date < known) first.set(key, row.commitmentDate.date);
  }
  return first;
}

/** An EJ number holds digits alone, so that two pairs never have one key. */
function keyOf(envelope: string, ej: string): string {
  return `${ej} ${envelope}`;
}

function wholeYears(from: CivilDate, until: CivilDate): number {
  const [start, end] = [partsOf(from), partsOf(until)];
  const isBeforeDay = end.month < start.month || (end.month === start.month && end.day < start.day);
  return end.year - start.year - (isBeforeDay ? 1 : 0);
}
