/**
 * Bilan financier annuel (art. 2.2 of the 2023 convention): for the convention, then by envelope and budget line, AE
 * and CP with rates, outstanding, service certified and not paid; then the control lines. At the last day of the
 * convention it is also its final report (art. 3).
 */
import type { Convention } from '../../domain/envelopes/convention';
import { centsOf, sumOfKnown } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { HEAD_WORDS } from '../../messages/documents/head-fr';
import { CHART_WORDS } from '../../messages/documents/charts-fr';
import {
  addBlockHeading,
  addBlockRow,
  addRapHeading,
  addRapRow,
  COLUMN,
  NOT_GIVEN,
  totalOf,
  type BilanKit,
  type BlockRow,
  type RapSpots,
  type RowSpots,
} from './bilan-blocks';
import { addComparison, addNotCounted, comparisonHighlight, controlsOf, listControls } from './bilan-controls';
import { addEnvelope, type PlacedEnvelope } from './bilan-envelope';
import { addBorrowedCharts, type Band, type MonthlyRows } from './etat-charts';
import { addYears } from './bilan-years';
import { addClosing, addControlPage, addSignature } from '../page/closing';
import { addControls, addCount, controlHighlight } from '../page/control-lines';
import type { DocumentPage, Highlight, Origin, PageChart } from '../page/document-page';
import { countedNatures } from '../figures/counted-natures';
import { FigureDesk, type Decided } from '../figures/figure-desk';
import { addHeading } from '../page/heading';
import { chorusSource } from './chorus-source';
import type { DocumentSource } from '../input';
import { allocatedCents, naturesSinceStart, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { lastDayOf } from '../../domain/envelopes/termination';
import { PageBuilder, text, type Shown } from '../page/page-builder';
import { hasRapByEj } from './bilan-rap';
import { addedUp, unexplainedPayments, unexplainedSentences, type UnexplainedPayments } from './bilan-unexplained';
import { addScheduleHeading, addScheduleTotal, SCHEDULE_ROWS } from './bilan-schedule';
import { schedulesOf } from './scheduled-payments';
import { naturesOfWhole } from '../../domain/envelopes/allowances/whole-ceiling';

const WIDTHS = [46, 17, 17, 17, 17, 17, 17, 17, 34];
const RAP_ROWS = 3;
/** Sections 1 and 2 are the synthesis and the whole convention. */
const FIRST_ENVELOPE = 3;
/** Blank rows for a text of the team. */
const ROWS_TO_WRITE = 5;
/** Two charts side by side over the whole width. */
const CHART_BANDS: readonly Band[] = [
  { left: 0, columns: 4 },
  { left: 4, columns: 5 },
];

export function bilan(source: DocumentSource, origin: Origin, monthly: MonthlyRows | null): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, WIDTHS, 'landscape');
  const heading = addHeading(page, source, words.bilanTitle(convention.creditYear, finalReport(source)));
  const desk = new FigureDesk(source, heading.bounds);
  const unexplained = new Map(
    convention.envelopes.map((envelope) => [envelope.code, unexplainedPayments(source, envelope)]),
  );
  const natures = naturesSinceStart(convention);
  const kit: BilanKit = { page, source, desk, heading, natures, unexplained, schedules: schedulesOf(source) };
  const charts = addCharts(page, convention, monthly);
  const isDrawn = monthly !== null && !monthly.isRoomAlone;
  page.formerly(words.earlier.withoutLine, words.withoutLine);
  page.formerly(words.earlier.earlierRap, words.earlierRap);
  addSynthesis(page, source);
  const whole = page.reserve(wholeRows(kit));
  const envelopes = convention.envelopes.map((envelope, index) => addEnvelope(kit, envelope, FIRST_ENVELOPE + index));
  whole.fill(() => addWhole(kit, envelopes));
  page.addSentence(chorusSource(source), 'subtitle');
  page.addBlank();
  addEnding(kit, FIRST_ENVELOPE + envelopes.length);
  addControlPage(page, source);
  const lists = listControls(kit, envelopes);
  addControls(page, controlsOf(kit, envelopes, lists), desk);
  page.addBlank();
  page.begins('block');
  addNotCounted(kit, lists);
  page.addBlank();
  page.begins('block');
  addCount(page, words.differences, addComparison(kit, envelopes), words.wrong);
  addClosing(page, source, desk, [...notesOf(kit), ...(isDrawn ? [] : [CHART_WORDS.without])]);
  return page.build({
    commentColumn: COLUMN.comments,
    highlights: [controlHighlight(page), comparisonHighlight(page), belowZero(page)],
    charts: isDrawn ? charts : [],
  });
}

/** The article of the report at the end of the convention; null before its last day. */
function finalReport({ convention, input }: DocumentSource): string | null {
  if (input.balances.asOf < lastDayOf(convention)) return null;
  return convention.duties.find(({ type }) => type === 'finalReport')?.article ?? '';
}

/** A section of text: its rows are left to the team. */
function addText(page: PageBuilder, number: number, title: string): void {
  page.begins('block');
  page.addSection([text(words.numbered(number, title), 'title')]);
  for (let row = 0; row < ROWS_TO_WRITE; row++) page.addBlank();
}

/** The text to write, after the sentence on the controls. */
function addSynthesis(page: PageBuilder, { input }: DocumentSource): void {
  const { length: read } = input.ledger.rows;
  const statement = HEAD_WORDS.statement(input, read - input.balances.unchecked.length, read);
  page.begins('block');
  page.addSection([text(words.numbered(1, words.synthesis), 'title')]);
  if (read > 0) page.addSentence(statement, 'paragraph');
  for (let row = 0; row < ROWS_TO_WRITE; row++) page.addBlank();
}

/** After the envelopes: the earlier years if any, the analysis to write, the signature. */
function addEnding(kit: BilanKit, first: number): void {
  const { page, source } = kit;
  const hasYears = source.convention.otherYears.length > 0;
  if (hasYears) {
    page.begins('part');
    page.addSection([text(words.numbered(first, words.sinceStart), 'title')]);
    addYears(kit, COLUMN.comments);
  }
  const next = first + (hasYears ? 1 : 0);
  addText(page, next, words.gapAnalysis);
  addSignature(page, source, next + 1);
}

/** The charts come first: no row above them grows with its text, so they keep their place in every program. */
function addCharts(page: PageBuilder, { envelopes }: Convention, monthly: MonthlyRows | null): readonly PageChart[] {
  if (!monthly) return [];
  page.addSection([text(CHART_WORDS.section, 'title')]);
  page.addBlank();
  return envelopes.flatMap(({ code }, index) => {
    if (index > 0) page.begins('block');
    return addBorrowedCharts(page, 'bilan', code, monthly, CHART_BANDS);
  });
}

/**
 * The rows of the whole convention: a title; for AE and CP a heading, the envelopes, a total, the ceiling that they do
 * not add up to, and a blank; for the RAP and the schedule a heading, a total and a blank, with the sentences under the
 * RAP.
 */
function wholeRows(kit: BilanKit): number {
  const { natures, source, page } = kit;
  const { convention } = source;
  const ofWhole = naturesOfWhole(convention, natures).length;
  const noted = wholeSentences(kit).reduce((sum, sentence) => sum + page.rowsOf(sentence).length, 0);
  const ofNatures = natures.length * (convention.envelopes.length + 3) + ofWhole;
  return 1 + ofNatures + (natures.length === 2 ? RAP_ROWS + noted + SCHEDULE_ROWS : 0);
}

function wholeSentences({ source, unexplained }: BilanKit): readonly string[] {
  return unexplainedSentences(source, addedUp([...unexplained.values()]));
}

/** The convention by envelope: the same blocks, each row copied from the total of its envelope. */
function addWhole(kit: BilanKit, envelopes: readonly PlacedEnvelope[]): void {
  const { page } = kit;
  page.begins('part');
  const title = words.numbered(2, words.wholeConvention);
  page.formerly(words.wholeConvention, title);
  page.addSection([text(title, 'title')]);
  const totals = new Map<Nature, RowSpots>();
  const ofWhole = naturesOfWhole(kit.source.convention, kit.natures);
  for (const nature of kit.natures) {
    if (nature !== kit.natures[0]) page.begins('block');
    addBlockHeading(page, nature);
    const rows = envelopes.flatMap(({ envelope, blocks }): readonly RowSpots[] => {
      const spots = blocks.get(nature)?.total.spots;
      if (!spots) return [];
      const row: BlockRow = {
        label: envelope.label,
        initial: copy(page, spots.initial) ?? NOT_GIVEN,
        moved: copy(page, spots.moved) ?? NOT_GIVEN,
        used: totalOf(page, [spots.used]),
        other: copy(page, spots.other) ?? NOT_GIVEN,
      };
      return [addBlockRow(page, nature, row, false)];
    });
    const sum = (of: keyof RowSpots): Decided =>
      totalOf(
        page,
        rows.map((spots) => spots[of]),
      );
    const credits = (of: 'initial' | 'moved'): BlockRow['initial'] =>
      rows.some((spots) => spots[of] !== null) ? sum(of) : NOT_GIVEN;
    const total = addBlockRow(
      page,
      nature,
      {
        label: words.sum,
        initial: credits('initial'),
        moved: credits('moved'),
        used: sum('used'),
        other: rows.some(({ other }) => other) ? sum('other') : NOT_GIVEN,
      },
      true,
    );
    totals.set(nature, total);
    if (ofWhole.includes(nature)) addOwnCeiling(kit, nature, total);
    page.addBlank();
  }
  addWholeRap(kit, envelopes, totals);
}

/** The ceiling of the convention in a nature, with the movements of all its envelopes, under their total. */
function addOwnCeiling(kit: BilanKit, nature: Nature, total: RowSpots): void {
  const { page, source, desk, heading } = kit;
  const { convention, ceilings } = source;
  const { asOf } = source.input.balances;
  const nameOf = (figure: string): string => words.figureOf(figure, words.wholeConvention);
  const printed = convention.ceilings[nature]?.amount.cents ?? 0;
  const moved = allocatedCents(convention, WHOLE_CONVENTION, nature, asOf) - printed;
  const terms = ceilings.movedInAll(nature, heading.bounds.asOfEnd);
  const row: BlockRow = {
    label: words.wholeConvention,
    initial: desk.ofTables(nameOf(words.figure.ceiling), ceilings.ofConvention(nature), printed),
    moved: desk.ofMovements(nameOf(words.figure.moved), terms, moved, { envelope: null, nature, asOf }),
    used: totalOf(page, [total.used]),
    other: copy(page, total.other) ?? NOT_GIVEN,
  };
  addBlockRow(page, nature, row, true);
}

function addWholeRap(kit: BilanKit, envelopes: readonly PlacedEnvelope[], totals: ReadonlyMap<Nature, RowSpots>): void {
  const { page, source } = kit;
  const [commitments, payments] = [totals.get('AE'), totals.get('CP')];
  const spots = envelopes.flatMap(({ rap }) => (rap ? [rap] : []));
  const unexplained = [...kit.unexplained.values()];
  if (!commitments?.other || !payments) return;
  const sum = (of: keyof RapSpots): Decided =>
    totalOf(
      page,
      spots.map((one) => one[of]),
    );
  /** The cell of the block above where no envelope differs from it. */
  const above = (cell: Shown, of: keyof RapSpots, differs: (one: UnexplainedPayments) => boolean): Decided =>
    unexplained.some(differs) ? sum(of) : { cents: cell.cents, formula: `=${page.at(cell)}` };
  page.begins('block');
  addRapHeading(page, source.convention.creditYear, kit.heading, source.input.balances.asOf);
  const { outstanding } = addRapRow(
    page,
    {
      label: words.sum,
      opening: sum('opening'),
      committed: above(commitments.used, 'committed', ({ elsewhere }) => elsewhere.committed !== 0),
      decommitted: above(
        commitments.other,
        'decommitted',
        ({ inAdvance, idle, idleEarlier }) => inAdvance !== idle - idleEarlier,
      ),
      decommittedEarlier: sum('decommittedEarlier'),
      paid: sum('paid'),
      serviceNotPaid: sum('serviceNotPaid'),
    },
    true,
  );
  for (const sentence of wholeSentences(kit)) page.addSentence(sentence, 'subtitle');
  page.addBlank();
  page.begins('block');
  addScheduleHeading(page, source.convention.creditYear);
  addScheduleTotal(
    page,
    outstanding,
    envelopes.flatMap(({ schedule }) => (schedule ? [schedule] : [])),
  );
}

function copy(page: PageBuilder, spot: Shown | null): Decided | null {
  return spot && totalOf(page, [spot]);
}

/** Paints a remaining amount below zero. */
function belowZero(page: PageBuilder): Highlight {
  const cell = `$${page.letters(COLUMN.remaining)}${page.firstSheetRow}`;
  return { left: COLUMN.remaining, columns: 1, formula: `=AND(ISNUMBER(${cell}),N(${cell})<0)` };
}

/** The amounts of the ledger in a nature that the convention does not give, and that the document has no block for. */
function notGiven(input: DocumentSource['input'], natures: readonly Nature[]): readonly string[] {
  return countedNatures(input)
    .filter((nature) => !natures.includes(nature))
    .map((nature) => {
      const figures = input.convention.envelopes.map(({ code }) =>
        input.balances.figures({ envelope: code, line: null }, nature),
      );
      const sum = (of: 'consumed' | 'reserved'): number => sumOfKnown(figures.map((one) => centsOf(one[of]))) ?? 0;
      return words.natureNotGiven(nature, sum('consumed'), sum('reserved'));
    });
}

/** Notes on the natures without credits, on the schedule and on a plain range. */
function notesOf({ source, desk, natures }: BilanKit): readonly string[] {
  const { blocks, convention } = source.input;
  const hasRap = natures.length === 2;
  return [
    ...notGiven(source.input, natures),
    ...(hasRap ? [words.scheduleNote(convention.paymentDays)] : []),
    ...(desk.hasPlainValue ? [words.scheduleIsValues] : []),
    ...(hasRap && hasRapByEj(source) ? [words.rapByEjIsValues] : []),
    ...blocks.filter(({ table }) => table === null).map(({ sheet, lastRow }) => words.plainRange(sheet, lastRow + 1)),
  ];
}
