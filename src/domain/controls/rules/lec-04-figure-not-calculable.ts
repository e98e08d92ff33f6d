/**
 * A column that makes a figure is not in the ledger, or no date of it can be read: the figure is « non calculable »,
 * never 0,00. One error for each column, at the headings of the first table that lacks it, with the figure that it
 * makes; a figure that lacks several names the first. Natures that the convention does not give are not asked for. The
 * figures of postes are indicative (convention, annexes): their column is DON-08.
 * So is what remains of an envelope that consumes AE or CP without a ceiling of that nature, when another envelope, or
 * another credit year, has one (an error at its cell, or at « Autres exercices » for a year without any amount): an
 * envelope or a year that receives none has 0. A commitment in advance consumes the AE of the next year from its own
 * day. Where ANX-01 or ANX-02 names the envelope, it gives that consumption, and LEC-04 does not; one without any
 * ceiling is bound by that of the whole convention.
 * So is a ceiling by titre or programme, when rows are of an unknown one (an error at the first of them), and the share
 * of commitments in advance, when the convention has no credits for the year that it is taken of: a warning, since the
 * share is a setting of the team.
 */
import { partCeilingsOf } from '../../envelopes/allowances/part-ceilings';
import { partOf } from '../../envelopes/allowances/part-of-row';
import type { CeilingPart } from '../../envelopes/allowances/allowances';
import { ceilingOf, isUnbounded, naturesOf, WHOLE_CONVENTION } from '../../envelopes/ceilings';
import type { Envelope } from '../../envelopes/convention';
import { givesNature } from '../../envelopes/credit-years';
import type { BlockHeadings, LedgerField, LedgerRow } from '../../envelopes/ledger';
import { tableWithoutPaymentDate, tableWithoutYear } from '../../envelopes/missing-columns';
import { NATURES, type Nature } from '../../money/nature';
import { cellOf, findingAt, type LedgerControl, type Report } from '../control-contract';
import type { BalancedFacts } from '../facts/ceiling-facts';
import type { Inspection } from '../facts/inspection';
import type { MissingColumn } from '../findings/details/lec';
import { lacksItsCredits } from './anx-01-lines-and-envelope';
import { gapOfEnvelopes } from './anx-02-envelopes-and-convention';
import { ceilingCell, envelopeCell, keyCell } from './kit/convention-place';
import { unboundedSums } from './kit/unbounded';

/** LEC-04. */
export const figureNotCalculable: LedgerControl<'LEC-04'> = {
  rule: 'LEC-04',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { ledger } = inspection;
    for (const details of missingFiguresOf(inspection)) {
      const table = tableWithout(details.missing, inspection) ?? ledger.headings[0];
      const what = { ...details, ...stateOf(table, details.missing) };
      if (table) report(findingAt('LEC-04', 'error', cellOf({ key: table.row }, details.missing), what));
    }
    for (const part of new Set(partCeilingsOf(inspection.convention).map((ceiling) => ceiling.part)))
      checkPart(part, inspection, report);
    for (const nature of NATURES) {
      checkUnbounded(nature, inspection, report);
      checkNowhere(nature, inspection, report);
    }
    const { rows, year } = inspection.advances.withoutCredits();
    const [first] = rows;
    if (!first) return;
    const ae = rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents : 0), 0);
    const details = { figure: 'advances', year, rows: rows.length, ae } as const;
    report(findingAt('LEC-04', 'warning', cellOf(first, 'ae'), details));
  },
};

/** Whether the table has the column, and else which of its dates may be it. */
function stateOf(table: BlockHeadings | undefined, missing: LedgerField): Partial<MissingColumn> {
  if (table?.fields.has(missing)) return { isUnread: true };
  const datesLeft = missing === 'paymentDate' || missing === 'commitmentDate' ? table?.datesLeft?.[missing] : undefined;
  return datesLeft ? { datesLeft } : {};
}

/** The consumption that no ceiling of its envelope is compared with, less what ANX-01 and ANX-02 report. */
function checkUnbounded(nature: Nature, inspection: Inspection, report: Report<'LEC-04'>): void {
  const { convention } = inspection;
  const named = gapOfEnvelopes(convention, nature)?.without;
  reportUnbounded(
    nature,
    inspection,
    (envelope) => envelope !== named && !lacksItsCredits(convention, envelope, nature),
    report,
  );
}

/**
 * A nature of which the convention gives no amount at all, to no envelope, poste or part: one warning, since it may
 * bound the other nature alone. What ANX-01 reports by its postes is left to it.
 */
function checkNowhere(nature: Nature, inspection: Inspection, report: Report<'LEC-04'>): void {
  const { convention } = inspection;
  const { envelopes, otherYears } = convention;
  const isBounded =
    [convention, ...otherYears].some((terms) => givesNature(terms, nature)) ||
    partCeilingsOf(convention).some(({ ceilings }) => ceilings[nature] !== null) ||
    envelopes.some(
      (envelope) =>
        ceilingOf(convention, envelope, nature) !== null ||
        lacksItsCredits(convention, envelope, nature) ||
        envelope.lines.some(({ ceilings }) => (ceilings?.[nature] ?? null) !== null),
    );
  if (isBounded) return;
  const sums = unboundedSums(inspection, WHOLE_CONVENTION, nature);
  if (sums === null) return;
  const details = { figure: 'ceiling', envelope: WHOLE_CONVENTION, nature, ...sums } as const;
  report(findingAt('LEC-04', 'warning', ceilingCell(convention, nature), details));
}

/** The terms of a credit year, and its figures. */
export type FiguresOfYear = Pick<BalancedFacts, 'convention' | 'balances'>;

/**
 * The same in a credit year whose annexes are not judged: a later one with commitments in advance, or a former one, of
 * which what waits at its end is paid under the ceilings of the next.
 */
export function reportUnboundedOfYear(facts: FiguresOfYear, isFormer: boolean, report: Report<'LEC-04'>): void {
  for (const nature of NATURES)
    reportUnbounded(nature, facts, (envelope) => !isFormer || consumes(facts, envelope, nature), report);
}

function consumes({ balances }: FiguresOfYear, { code }: Envelope, nature: Nature): boolean {
  return balances.figures({ envelope: code, line: null }, nature).consumed?.isZero === false;
}

function reportUnbounded(
  nature: Nature,
  facts: FiguresOfYear,
  isJudged: (envelope: Envelope) => boolean,
  report: Report<'LEC-04'>,
): void {
  const { convention } = facts;
  const { creditYear, otherYears } = convention;
  for (const envelope of convention.envelopes) {
    if (!isUnbounded(convention, envelope, nature) || !isJudged(envelope)) continue;
    const sums = unboundedSums(facts, envelope.code, nature);
    if (sums === null) continue;
    const ofYear = otherYears.length > 0 ? { year: creditYear } : {};
    const details = { figure: 'ceiling', envelope: envelope.code, nature, ...sums, ...ofYear } as const;
    const isEmptyYear = otherYears.length > 0 && NATURES.every((one) => !givesNature(convention, one));
    const place = isEmptyYear ? keyCell('Autres exercices') : envelopeCell(convention, envelope, nature);
    report(findingAt('LEC-04', 'error', place, details));
  }
}

/** The consumption that no ceiling by titre, or by programme, counts. */
function checkPart(part: CeilingPart, inspection: Inspection, report: Report<'LEC-04'>): void {
  const { convention, ledger, assign } = inspection;
  const partOfRow = partOf(convention, part);
  const sums = { AE: 0, CP: 0 };
  const found = new Set<LedgerRow>();
  for (const nature of NATURES) {
    const isBounded = partCeilingsOf(convention).some((one) => one.part === part && one.ceilings[nature] !== null);
    if (!isBounded) continue;
    const { rows, cents } = inspection.timelineOf(nature);
    for (let at = 0; at < rows.length; at++) {
      const row = ledger.rows[rows[at] ?? -1];
      if (!row) continue;
      const assignment = assign(row);
      if (assignment.kind !== 'assigned' || partOfRow(row, assignment) !== null) continue;
      found.add(row);
      sums[nature] += cents[at] ?? 0;
    }
  }
  const first = [...found].reduce<LedgerRow | null>((one, row) => (one && one.key < row.key ? one : row), null);
  if (!first) return;
  const details = { figure: 'part', part, rows: found.size, ae: sums.AE, cp: sums.CP } as const;
  report(findingAt('LEC-04', 'error', cellOf(first, part === 'titre' ? 'budgetLine' : 'programme'), details));
}

/** The first table whose rows lack a date that figures need; null for the other columns. */
export function tableWithout(missing: LedgerField, { ledger, convention }: Inspection): BlockHeadings | null {
  if (missing === 'paymentDate') return tableWithoutPaymentDate(ledger);
  return missing === 'commitmentDate' ? tableWithoutYear(ledger, convention) : null;
}

/** The columns that LEC-04 reports, which DON-08 does not report again. */
export function columnsOfFigures(inspection: Inspection): ReadonlySet<LedgerField> {
  return new Set(missingFiguresOf(inspection).map(({ missing }) => missing));
}

/** Each column that figures lack, with the first figure that lacks it. */
function missingFiguresOf({ convention, balances }: Inspection): readonly MissingColumn[] {
  const { missing } = balances;
  const natures = naturesOf(convention);
  const columnOf = { envelopes: missing.envelopes, AE: missing.AE, CP: missing.CP, outstanding: missing.outstanding };
  const figures = (['envelopes', ...natures, ...(natures.length === 2 ? (['outstanding'] as const) : [])] as const).map(
    (figure) => ({ figure, missing: columnOf[figure] }),
  );
  const byColumn = new Map<LedgerField, MissingColumn>();
  for (const { figure, missing: column } of figures)
    if (column !== null && !byColumn.has(column)) byColumn.set(column, { figure, missing: column });
  return [...byColumn.values()];
}
