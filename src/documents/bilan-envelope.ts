/** One envelope of the Bilan: its AE and its CP by poste, the rows without poste, the opening RAP, the totals, its restes à payer. */
import type { Envelope } from '../domain/envelopes/convention';
import type { Nature } from '../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../messages/documents-fr';
import { addBlockHeading, addBlockRow, addRapHeading, addRapRow, type BlockRow, type RapSpots, type RowSpots } from './bilan-blocks';
import type { Decided, FigureDesk } from './figure-desk';
import type { Heading } from './heading';
import type { DocumentSource } from './input';
import type { DateBounds, LedgerFigure, Scope } from './native/ledger-sums';
import { text, type PageBuilder } from './page-builder';

/** What the parts of the Bilan are made with. */
export interface BilanKit {
  readonly page: PageBuilder;
  readonly source: DocumentSource;
  readonly desk: FigureDesk;
  readonly heading: Heading;
  readonly bounds: DateBounds;
  readonly natures: readonly Nature[];
}

/** A row of a block, with what it stands for. */
export interface PlacedRow {
  readonly name: string;
  /** Null for the opening RAP. */
  readonly scope: Scope | null;
  readonly spots: RowSpots;
}

/** A block as written: its rows, then its total. */
export interface PlacedBlock {
  readonly rows: readonly PlacedRow[];
  readonly total: PlacedRow;
}

/** Where the figures of an envelope stand. */
export interface PlacedEnvelope {
  readonly envelope: Envelope;
  readonly blocks: ReadonlyMap<Nature, PlacedBlock>;
  readonly rap: RapSpots | null;
}

const NOTHING: Decided = { cents: 0, formula: undefined };

export function addEnvelope(kit: BilanKit, envelope: Envelope): PlacedEnvelope {
  const { page } = kit;
  page.addSection([text(words.envelope(envelope.label, envelope.code), 'title')]);
  const blocks = new Map<Nature, PlacedBlock>();
  for (const nature of kit.natures) {
    blocks.set(nature, nature === 'AE' ? addCommitments(kit, envelope) : addPayments(kit, envelope));
    page.addBlank();
  }
  const rap = addOutstanding(kit, envelope, blocks);
  return { envelope, blocks, rap };
}

function addCommitments(kit: BilanKit, envelope: Envelope): PlacedBlock {
  addBlockHeading(kit.page, 'AE');
  const rows = linesOf(envelope).map(({ name, scope }) => {
    const labelCell = labelCellOf(kit, scope);
    return addRow(kit, 'AE', name, scope, {
      ...openedOf(kit, scope, labelCell),
      used: figure(kit, 'committed', name, scope, labelCell),
      other: figure(kit, 'withdrawn', name, scope, labelCell),
    });
  });
  const scope: Scope = { envelope, line: null };
  const name = words.totalOf(envelope.code);
  const total = addRow(kit, 'AE', name, scope, {
    ...ceilingOf(kit, envelope, 'AE'),
    used: figure(kit, 'committed', envelope.code, scope, null),
    other: figure(kit, 'withdrawn', envelope.code, scope, null),
  });
  return { rows, total };
}

function addPayments(kit: BilanKit, envelope: Envelope): PlacedBlock {
  addBlockHeading(kit.page, 'CP');
  const scope: Scope = { envelope, line: null };
  const rows = linesOf(envelope).map((line) => {
    const labelCell = labelCellOf(kit, line.scope);
    return addRow(kit, 'CP', line.name, line.scope, {
      ...openedOf(kit, line.scope, labelCell),
      used: figure(kit, 'paid', line.name, line.scope, labelCell),
      other: null,
    });
  });
  if (hasEarlier(kit, envelope)) rows.push(addEarlier(kit, envelope, scope));
  const total = addRow(kit, 'CP', words.totalOf(envelope.code), scope, {
    ...ceilingOf(kit, envelope, 'CP'),
    used: figure(kit, 'paid', envelope.code, scope, null),
    other: figure(kit, 'paidEarlier', envelope.code, scope, null),
  });
  return { rows, total };
}

/** The opening RAP: inside the CP of the envelope, in no poste, drawn by the payments on earlier EJ. */
function addEarlier(kit: BilanKit, envelope: Envelope, scope: Scope): PlacedRow {
  const opening = openingOf(kit, envelope);
  const paid = figure(kit, 'paidEarlier', words.earlierRap, scope, null);
  return addRow(kit, 'CP', words.earlierRap, null, { initial: opening, moved: null, used: paid, other: paid });
}

function addOutstanding(kit: BilanKit, envelope: Envelope, blocks: ReadonlyMap<Nature, PlacedBlock>): RapSpots | null {
  const [commitments, payments] = [blocks.get('AE')?.total.spots, blocks.get('CP')?.total.spots];
  if (!commitments?.other || !payments) return null;
  addRapHeading(kit.page, kit.source.convention.creditYear, kit.heading, kit.source.input.balances.asOf);
  const scope: Scope = { envelope, line: null };
  const spots = addRapRow(
    kit.page,
    {
      label: envelope.label,
      opening: openingOf(kit, envelope),
      committed: commitments.used,
      withdrawn: commitments.other,
      withdrawnEarlier: figure(kit, 'withdrawnEarlier', envelope.code, scope, null),
      paid: payments.used,
      serviceNotPaid: figure(kit, 'serviceNotPaid', envelope.code, scope, null),
    },
    false,
  );
  kit.page.addBlank();
  return spots;
}

/** The postes in the convention's order, then the rows that name none. */
function linesOf(envelope: Envelope): { readonly name: string; readonly scope: Scope }[] {
  return [
    ...envelope.lines.map((line) => ({ name: line.label, scope: { envelope, line } })),
    { name: words.withoutLine, scope: { envelope, line: 'none' as const } },
  ];
}

function addRow(kit: BilanKit, nature: Nature, name: string, scope: Scope | null, row: Omit<BlockRow, 'label'>): PlacedRow {
  return { name, scope, spots: addBlockRow(kit.page, nature, { label: name, ...row }, scope !== null && scope.line === null) };
}

/** What a poste may use: its delegated amount, which no movement changes. */
function openedOf(kit: BilanKit, { envelope, line }: Scope, labelCell: string): Pick<BlockRow, 'initial' | 'moved'> {
  if (line === null || line === 'none') return { initial: null, moved: null };
  const terms = kit.source.ceilings.ofLine(envelope, line, 'delegated', labelCell);
  return { initial: kit.desk.ofTables(words.figureOf(words.figure.ceiling, line.label), terms, line.delegated.cents), moved: null };
}

/** The printed ceiling and its movements; nothing where the convention sets none. */
function ceilingOf(kit: BilanKit, envelope: Envelope, nature: Nature): Pick<BlockRow, 'initial' | 'moved'> {
  const { source, desk } = kit;
  const printed = envelope.ceilings[nature]?.amount.cents ?? 0;
  const { allocated } = source.input.balances.figures({ envelope: envelope.code, line: null }, nature);
  const initial = desk.ofTables(words.figureOf(words.figure.ceiling, envelope.code), source.ceilings.ofEnvelope(envelope, nature === 'AE' ? 'ae' : 'cp'), printed);
  const moved = allocated.cents - printed;
  return { initial, moved: desk.ofTables(words.figureOf(words.figure.moved, envelope.code), source.ceilings.moved(envelope, nature, kit.bounds.asOfEnd), moved) };
}

function openingOf(kit: BilanKit, envelope: Envelope): Decided {
  if (envelope.openingRap.isZero) return NOTHING;
  return kit.desk.ofTables(words.figureOf(words.ofWhichRap, envelope.code), kit.source.ceilings.ofEnvelope(envelope, 'rap'), envelope.openingRap.cents);
}

function figure(kit: BilanKit, what: LedgerFigure, name: string, scope: Scope, labelCell: string | null): Decided {
  return kit.desk.ofLedger(words.figureOf(words.figure[what], name), what, scope, labelCell);
}

function hasEarlier(kit: BilanKit, envelope: Envelope): boolean {
  return !envelope.openingRap.isZero || kit.source.own.cents('paidEarlier', { envelope, line: null }) !== 0;
}

/** The cell of the label on the row that comes next. */
function labelCellOf(kit: BilanKit, { line }: Scope): string {
  const cell = kit.page.at({ row: kit.page.nextRow, column: 0 });
  return line === null || line === 'none' ? cell : cell.replace(/^([A-Z]+)/, '$$$1');
}
