/** One envelope of the Bilan: AE and CP by budget line, the rows without line, the opening RAP, totals, outstanding. */
import { lineCents } from '../../domain/envelopes/ceilings';
import type { BudgetLine, Envelope } from '../../domain/envelopes/convention';
import { shownLines } from '../../domain/envelopes/figures';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { shortName, type LedgerFigure, type Scope } from '../figures/ledger-figure';
import {
  addBlockHeading,
  addBlockRow,
  addRapHeading,
  addRapRow,
  NOT_GIVEN,
  type BilanKit,
  type BlockRow,
  type RapSpots,
  type RowSpots,
} from './bilan-blocks';
import type { Decided } from '../figures/figure-desk';
import { partsOfList } from '../page/pagination';
import { addRapByEj, type RapByEj } from './bilan-rap';
import { NO_PAYMENTS, unexplainedSentences, type UnexplainedPayments } from './bilan-unexplained';
import { addSchedule, addScheduleHeading, SCHEDULE_ROWS, type PlacedSchedule } from './bilan-schedule';
import { text, type Shown } from '../page/page-builder';

/** A row of a block, with the rows of the ledger that it covers. */
export interface PlacedRow {
  /** Null for the opening RAP. */
  readonly scope: Scope | null;
  readonly spots: RowSpots;
}

/** A block as written: its rows, then its total. */
export interface PlacedBlock {
  readonly rows: readonly PlacedRow[];
  readonly total: PlacedRow;
}

/** The cells of the figures of an envelope. */
export interface PlacedEnvelope {
  readonly envelope: Envelope;
  readonly blocks: ReadonlyMap<Nature, PlacedBlock>;
  readonly rap: RapSpots | null;
  readonly schedule: PlacedSchedule | null;
  readonly rapByEj: RapByEj | null;
}

const NOTHING: Decided = { cents: 0, formula: undefined };

/** `number` is that of its section. */
export function addEnvelope(kit: BilanKit, envelope: Envelope, number: number): PlacedEnvelope {
  const { page } = kit;
  page.begins('part');
  const title = words.envelope(envelope.label, envelope.code);
  page.formerly(title, words.numbered(number, title));
  page.addSection([text(words.numbered(number, title), 'title')]);
  const blocks = new Map<Nature, PlacedBlock>();
  for (const nature of kit.natures) {
    if (nature !== kit.natures[0]) page.begins('block');
    blocks.set(nature, nature === 'AE' ? addCommitments(kit, envelope) : addPayments(kit, envelope));
    page.addBlank();
  }
  const rap = addOutstanding(kit, envelope, blocks);
  if (!rap) return { envelope, blocks, rap, schedule: null, rapByEj: null };
  page.begins('block');
  const room = page.reserve(SCHEDULE_ROWS);
  const rapByEj = addRapByEj(kit, envelope);
  const schedule = room.fill(() => {
    addScheduleHeading(page, kit.source.convention.creditYear);
    return addSchedule(kit, envelope, rap.outstanding, rapByEj);
  });
  return { envelope, blocks, rap, schedule, rapByEj };
}

function addCommitments(kit: BilanKit, envelope: Envelope): PlacedBlock {
  const rows = linesUnderHeadings(kit, 'AE', envelope, (scope) => {
    const labelCell = labelCellOf(kit);
    return addRow(kit, 'AE', scope, {
      ...openedOf(kit, 'AE', scope, labelCell),
      used: figure(kit, 'committed', scope, labelCell),
      other: figure(kit, 'decommitted', scope, labelCell),
    });
  });
  const scope: Scope = { envelope, line: null };
  const total = addRow(kit, 'AE', scope, {
    ...ceilingOf(kit, envelope, 'AE'),
    used: figure(kit, 'committed', scope, null),
    other: figure(kit, 'decommitted', scope, null),
  });
  return { rows, total };
}

function addPayments(kit: BilanKit, envelope: Envelope): PlacedBlock {
  const rows = linesUnderHeadings(kit, 'CP', envelope, (scope) => {
    const labelCell = labelCellOf(kit);
    return addRow(kit, 'CP', scope, {
      ...openedOf(kit, 'CP', scope, labelCell),
      used: figure(kit, 'paid', scope, labelCell),
      other: null,
    });
  });
  const scope: Scope = { envelope, line: null };
  if (hasEarlier(kit, scope)) rows.push(addEarlier(kit, scope));
  const total = addRow(kit, 'CP', scope, {
    ...ceilingOf(kit, envelope, 'CP'),
    used: figure(kit, 'paid', scope, null),
    other: hasEarlier(kit, scope) ? figure(kit, 'paidEarlier', scope, null) : NOT_GIVEN,
  });
  return { rows, total };
}

/** The opening RAP: part of the CP of the envelope, in no budget line, used by payments on earlier EJ. */
function addEarlier(kit: BilanKit, scope: Scope): PlacedRow {
  const paid = figure(kit, 'paidEarlier', scope, null);
  const row = {
    label: words.earlierRap,
    initial: openingOf(kit, scope.envelope),
    moved: null,
    used: paid,
    other: paid,
  };
  return { scope: null, spots: addBlockRow(kit.page, 'CP', row, false) };
}

function addOutstanding(kit: BilanKit, envelope: Envelope, blocks: ReadonlyMap<Nature, PlacedBlock>): RapSpots | null {
  const [commitments, payments] = [blocks.get('AE')?.total.spots, blocks.get('CP')?.total.spots];
  if (!commitments?.other || !payments) return null;
  kit.page.begins('block');
  addRapHeading(kit.page, kit.source.convention.creditYear, kit.heading, kit.source.input.balances.asOf);
  const scope: Scope = { envelope, line: null };
  const { used: committed, other: decommitted } = commitments;
  const { elsewhere, inAdvance, idle, idleEarlier } = unexplainedIn(kit, envelope);
  const copyOf = (shown: Shown): Decided => ({ cents: shown.cents, formula: `=${kit.page.at(shown)}` });
  const spots = addRapRow(
    kit.page,
    {
      label: envelope.label,
      ...rolledOf(kit, envelope, payments.used),
      committed: withLater(kit, envelope, copyOf(committed), elsewhere.committed, words.committedInYear),
      decommitted: withLater(
        kit,
        envelope,
        copyOf(decommitted),
        inAdvance - idle + idleEarlier,
        words.decommittedInYear,
      ),
      decommittedEarlier: withLater(
        kit,
        envelope,
        figure(kit, 'decommittedEarlier', scope, null),
        elsewhere.decommitted - inAdvance - idleEarlier,
        words.decommittedEarlier,
      ),
      serviceNotPaid: figure(kit, 'serviceNotPaid', scope, null),
    },
    false,
  );
  for (const sentence of unexplainedSentences(kit.source, unexplainedIn(kit, envelope)))
    kit.page.addSentence(sentence, 'subtitle');
  kit.page.addBlank();
  return spots;
}

/** The rows of a block under its headings, which are repeated on each printed page. */
function linesUnderHeadings(
  kit: BilanKit,
  nature: Nature,
  envelope: Envelope,
  add: (scope: Scope) => PlacedRow,
): PlacedRow[] {
  const lines = shownLines(envelope, kit.source.input.balances);
  const scopes = linesOf(envelope, lines);
  const { page } = kit;
  const again = partsOfList(
    lines.map(({ label }) => [label]),
    page,
  );
  return scopes.map((scope, index) => {
    if (again.has(index)) page.begins('block');
    if (index === 0 || again.has(index)) addBlockHeading(page, nature);
    return add(scope);
  });
}

/** The budget lines in the order of the convention, then the rows that name none. */
function linesOf(envelope: Envelope, lines: readonly BudgetLine[]): readonly Scope[] {
  return [...lines.map((line) => ({ envelope, line })), { envelope, line: 'none' }];
}

function addRow(kit: BilanKit, nature: Nature, scope: Scope, row: Omit<BlockRow, 'label'>): PlacedRow {
  const { envelope, line } = scope;
  const label = line === null ? words.totalOf(envelope.code) : line === 'none' ? words.withoutLine : line.label;
  return { scope, spots: addBlockRow(kit.page, nature, { label, ...row }, line === null) };
}

/**
 * The ceiling of a budget line, its delegated amount or its own by nature, and the movements that name it: a value,
 * since no SUMIFS knows the names of a poste. 0 when none of them changes it: the same cells at every date. A dash
 * where the convention gives the poste no amount of that nature. The rows without poste have what the movements of the
 * envelope leave to no poste, so that the column adds up; a value too, which the control of their sum compares.
 */
function openedOf(kit: BilanKit, nature: Nature, scope: Scope, labelCell: string): Pick<BlockRow, 'initial' | 'moved'> {
  const { envelope, line } = scope;
  if (line === null) return { initial: null, moved: null };
  if (line === 'none') {
    const moved = movedWithoutLine(kit, nature, envelope);
    return moved === 0
      ? { initial: null, moved: null }
      : { initial: NOTHING, moved: { cents: moved, formula: undefined } };
  }
  const { allocated } = kit.source.input.balances.figures({ envelope: envelope.code, line: line.index }, nature);
  if (allocated === null) return { initial: NOT_GIVEN, moved: NOT_GIVEN };
  const column = line.ceilings === null ? 'delegated' : nature === 'AE' ? 'ae' : 'cp';
  const terms = kit.source.ceilings.ofLine(envelope, line, column, labelCell);
  const cents = lineCents(line, nature) ?? 0;
  const moved = allocated.cents - cents;
  return {
    initial: kit.desk.ofTables(words.figureOf(words.figure.ceiling, shortName(scope)), terms, cents),
    moved:
      moved === 0
        ? { cents: 0, formula: undefined }
        : kit.desk.ofTables(words.figureOf(words.figure.moved, shortName(scope)), [], moved),
  };
}

/**
 * Cents of the movements of an envelope that are in no poste; 0 where its postes of the year have no amounts of that
 * nature. A poste of another year, shown because a row names it, has no credits to move.
 */
function movedWithoutLine({ source }: BilanKit, nature: Nature, envelope: Envelope): number {
  const { balances } = source.input;
  const movedOf = (line: number | null, printed: number): number | null => {
    const { allocated } = balances.figures({ envelope: envelope.code, line }, nature);
    return allocated === null ? null : allocated.cents - printed;
  };
  const whole = movedOf(null, envelope.ceilings[nature]?.amount.cents ?? 0);
  const parts = envelope.lines.map((line) => movedOf(line.index, lineCents(line, nature) ?? 0));
  const known = parts.filter((cents) => cents !== null);
  if (whole === null || known.length === 0 || known.length < parts.length) return 0;
  return whole - known.reduce((sum, cents) => sum + cents, 0);
}

/** The ceiling of an envelope as signed, and its movements; a dash where nothing bounds it. */
function ceilingOf(kit: BilanKit, envelope: Envelope, nature: Nature): Pick<BlockRow, 'initial' | 'moved'> {
  const { source, desk } = kit;
  const printed = envelope.ceilings[nature]?.amount.cents ?? 0;
  const { allocated } = source.input.balances.figures({ envelope: envelope.code, line: null }, nature);
  if (allocated === null) return { initial: NOT_GIVEN, moved: NOT_GIVEN };
  const initial = desk.ofTables(
    words.figureOf(words.figure.ceiling, envelope.code),
    source.ceilings.ofEnvelope(envelope, nature === 'AE' ? 'ae' : 'cp'),
    printed,
  );
  const moved = allocated.cents - printed;
  return {
    initial,
    moved: desk.ofMovements(
      words.figureOf(words.figure.moved, envelope.code),
      source.ceilings.moved(envelope, nature, kit.heading.bounds.asOfEnd),
      moved,
      { envelope, nature, asOf: source.input.balances.asOf },
    ),
  };
}

/**
 * The restes à payer at the start of the year, and the payments that lower them: all those of the year, unless some
 * are on EJ that nothing commits (EJ-01). Values where neither the convention nor the block above gives them.
 */
function rolledOf(
  kit: BilanKit,
  envelope: Envelope,
  payments: Shown,
): { readonly opening: Decided; readonly paid: Decided } {
  const { balances } = kit.source.input;
  const all = { cents: payments.cents, formula: `=${kit.page.at(payments)}` };
  if (balances.missing.outstanding !== null) return { opening: openingOf(kit, envelope), paid: all };
  const { opening } = balances.byEj.of(envelope.code);
  const year = kit.source.convention.creditYear;
  const terms = envelope.openingRap.isZero ? [] : kit.source.ceilings.ofEnvelope(envelope, 'rap');
  const { unexplained, elsewhere } = unexplainedIn(kit, envelope);
  return {
    opening: kit.desk.ofTerms(words.figureOf(words.rapAtStart(year), envelope.code), terms, opening),
    paid: withLater(kit, envelope, all, elsewhere.paid - unexplained, words.paidInYear),
  };
}

/** A movement of a block above and cents that are not in it, as a value; the same as above without them. */
function withLater(kit: BilanKit, { code }: Envelope, above: Decided, more: number, name: string): Decided {
  if (more === 0 || above.cents === null) return above;
  return kit.desk.ofTerms(words.figureOf(name, code), [], above.cents + more);
}

function unexplainedIn({ unexplained }: BilanKit, { code }: Envelope): UnexplainedPayments {
  return unexplained.get(code) ?? NO_PAYMENTS;
}

function openingOf(kit: BilanKit, envelope: Envelope): Decided {
  if (envelope.openingRap.isZero) return NOTHING;
  return kit.desk.ofTables(
    words.figureOf(words.ofWhichRap, envelope.code),
    kit.source.ceilings.ofEnvelope(envelope, 'rap'),
    envelope.openingRap.cents,
  );
}

function figure(kit: BilanKit, what: LedgerFigure, scope: Scope, labelCell: string | null): Decided {
  return kit.desk.ofLedger(words.figureOf(words.figure[what], shortName(scope)), what, scope, labelCell);
}

/** Elsewhere payments on earlier EJ are those of their postes, and the column has nothing to show. */
function hasEarlier(kit: BilanKit, scope: Scope): boolean {
  return !scope.envelope.openingRap.isZero || kit.source.own.cents('paidEarlier', scope) !== 0;
}

/** The label cell of the next row, with a fixed column. */
function labelCellOf(kit: BilanKit): string {
  return `$${kit.page.at({ row: kit.page.nextRow, column: 0 })}`;
}
