/**
 * « Rapprochement Chorus »: the totals of the ledger and of the extracts by envelope, the status of every amount, and
 * the groups to look at, each with its EJ, both amounts and their difference. Amounts are values; gaps and totals are
 * formulas.
 */
import { shownDp } from '../../domain/reconciliation/amounts';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import {
  GROUP_STATUSES,
  isCompared,
  largestFirst,
  type GroupStatus,
  type ReconciliationGroup,
} from '../../domain/reconciliation/groups';
import type { Reconciliation } from '../../domain/reconciliation/reconcile-extracts';
import { unreadOf } from '../../domain/reconciliation/unread-lines';
import type { Convention } from '../../domain/envelopes/convention';
import { NATURES, type Nature } from '../../domain/money/nature';
import { assert } from '../../domain/result';
import { describeCoverage } from '../../messages/describe-coverage';
import { reconciliationWords } from '../../messages/reconciliation-words';
import { RAPPROCHEMENT_WORDS as words } from '../../messages/documents/rapprochement-fr';
import type { PlannedCell } from '../../workbook/plan';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import { addClosing, addControlPage } from '../page/closing';
import { addControls, controlHighlight, ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import type { DocumentPage, Origin } from '../page/document-page';
import { FigureDesk } from '../figures/figure-desk';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { amount, blank, filledElsewhere, PageBuilder, text, type Shown } from '../page/page-builder';
import { groupedBy } from '../../domain/grouped';

const WIDTHS = [40, 15, 17, 17, 17, 30, 34, 40];
const COLUMN = { name: 0, second: 1, ledger: 2, chorus: 3, gap: 4, rows: 5, lines: 6, comments: 7 } as const;
/** Above this, the other groups of a status are summed in one row. */
const MOST_GROUPS = 500;
/** Headings are repeated after this many groups: Excel repeats one heading per sheet, and this page has several. */
const GROUPS_OF_A_PAGE = 40;
const MOST_NUMBERS = 12;
/** Statuses that need no action, or are not of this convention: they are in the balance alone. */
const UNLISTED: ReadonlySet<GroupStatus> = new Set<GroupStatus>(['matched', 'notCompared', 'outsideConvention']);

const LABELS = reconciliationWords('fr');

export function rapprochement(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention } = source;
  const { chorus } = source.input;
  assert(chorus, 'the document is planned with extracts');
  const { reconciliation } = chorus;
  const extracts = withShortNames(chorus.extracts);
  const page = new PageBuilder(origin, WIDTHS, 'landscape');
  const heading = addHeading(page, source, words.title(convention.creditYear));
  const desk = new FigureDesk(source, heading.bounds);
  addExtracts(page, extracts);
  addCoverage(page, { ...reconciliation, unread: unreadOf(extracts, reconciliation.groups, convention.creditYear) });
  const gaps = addTotals(page, convention, reconciliation);
  const sides = addBalance(page, reconciliation);
  for (const status of GROUP_STATUSES) {
    if (UNLISTED.has(status)) continue;
    for (const nature of NATURES) {
      const groups = largestFirst(
        reconciliation.groups.filter((group) => group.status === status && group.nature === nature),
      );
      if (groups.length > 0) addGroups(page, source, extracts, groups, words.status(LABELS.statuses[status], nature));
    }
  }
  addControlPage(page, source);
  addControls(page, controlsOf(page, reconciliation, gaps, sides));
  addClosing(page, source, desk, words.notes);
  return page.build({ commentColumn: COLUMN.comments, highlights: [controlHighlight(page)] });
}

/** Extracts by the name of their file: the folders of who ran the command are no part of a document. */
function withShortNames(extracts: readonly ChorusExtract[]): readonly ChorusExtract[] {
  const names = extracts.map(({ source }) => source.replace(/^.*[/\\]/, ''));
  if (new Set(names).size < names.length) return extracts;
  return extracts.map((extract, index) => ({ ...extract, source: names[index] ?? extract.source }));
}

function addExtracts(page: PageBuilder, extracts: readonly ChorusExtract[]): void {
  page.addSection(words.extracts.map((heading) => text(heading, 'heading')));
  for (const { source, shape, lines, ignored, shownTotals, refusal } of extracts) {
    const [only] = shownTotals;
    const isOne = only !== undefined && shownTotals.length === 1 && only.measure === '';
    page.add([
      text(source, 'label'),
      text(refusal ? words.notRead : LABELS.shapes[shape], 'text'),
      { value: lines.length, style: 'text' },
      { value: ignored.length, style: 'text' },
      isOne ? amount(only.cents, undefined) : filledElsewhere('amount'),
    ]);
    if (isOne) continue;
    for (const { measure, cents } of shownTotals)
      page.add([text('', 'text'), text(measure, 'text'), text('', 'text'), text('', 'text'), amount(cents, undefined)]);
  }
  page.addBlank();
}

/** How much of the ledger was compared: read before the totals and the gaps. */
function addCoverage(page: PageBuilder, reconciliation: Reconciliation): void {
  const { title, headline, causes, lines } = describeCoverage(reconciliation, 'fr');
  page.begins('block');
  page.addSection([title, ...words.coverage].map((heading) => text(heading, 'heading')));
  for (const [index, { nature, comparable, compared }] of reconciliation.coverage.entries()) {
    const line = lines[index];
    const row = page.nextRow;
    page.add([
      text(line?.share ?? '', 'label'),
      text(nature, 'text'),
      amount(comparable.cents, undefined),
      amount(compared.cents, undefined),
      gapCell(page, row, comparable.cents - compared.cents),
      text(line === undefined ? '' : [line.compared, ...line.details].join(' '), 'text'),
    ]);
  }
  for (const sentence of [headline, ...causes]) page.add([text(sentence, 'text')]);
  page.addBlank();
}

type ByNature<T> = Readonly<Record<Nature, readonly T[]>>;

/** The totals of the envelopes, then of each nature; returns the gaps. */
function addTotals(page: PageBuilder, convention: Convention, { totals }: Reconciliation): ByNature<Shown> {
  page.begins('block');
  page.addSection(words.totals.map((heading) => text(heading, 'heading')));
  const gaps: Record<Nature, Shown[]> = { AE: [], CP: [] };
  const cells: Record<'ledger' | 'chorus', Record<Nature, Shown[]>> = {
    ledger: { AE: [], CP: [] },
    chorus: { AE: [], CP: [] },
  };
  for (const { envelope, nature, ledger, chorus, gap } of totals) {
    const label =
      envelope === null
        ? words.noEnvelope
        : (convention.envelopes.find(({ code }) => code === envelope)?.label ?? envelope);
    const row = page.nextRow;
    cells.ledger[nature].push({ row, column: COLUMN.ledger, cents: ledger });
    const isGiven = chorus !== null && gap !== null;
    if (isGiven) {
      cells.chorus[nature].push({ row, column: COLUMN.chorus, cents: chorus });
      gaps[nature].push({ row, column: COLUMN.gap, cents: gap });
    }
    page.add([
      text(label, 'label'),
      text(nature, 'text'),
      amount(ledger, undefined),
      isGiven ? amount(chorus, undefined) : text(words.notGiven, 'text'),
      isGiven ? gapCell(page, row, gap) : text(words.notGiven, 'text'),
    ]);
  }
  for (const nature of NATURES) {
    const [ledger, chorus, gap] = [cells.ledger[nature], cells.chorus[nature], gaps[nature]].map((spots) =>
      sumOfCells(page, spots),
    );
    const total = (sum: typeof ledger): ReturnType<typeof amount> =>
      amount(sum?.cents ?? 0, sum?.formula, 'totalAmount');
    const isGiven = cells.chorus[nature].length > 0;
    page.add([
      text(words.allOf(nature), 'totalLabel'),
      text(nature, 'totalLabel'),
      total(ledger),
      isGiven ? total(chorus) : text(words.notGiven, 'totalLabel'),
      isGiven ? total(gap) : text(words.notGiven, 'totalLabel'),
    ]);
  }
  page.addBlank();
  return gaps;
}

interface Sides {
  readonly ledger: Record<Nature, Shown[]>;
  readonly chorus: Record<Nature, Shown[]>;
}

/** Every amount of both sides, by status. */
function addBalance(page: PageBuilder, { balance }: Reconciliation): Sides {
  page.begins('block');
  page.addSection(words.balance.map((heading) => text(heading, 'heading')));
  const sides: Sides = { ledger: { AE: [], CP: [] }, chorus: { AE: [], CP: [] } };
  for (const { status, nature, ledger, chorus } of balance.statuses) {
    const row = page.nextRow;
    sides.ledger[nature].push({ row, column: COLUMN.ledger, cents: ledger.cents });
    sides.chorus[nature].push({ row, column: COLUMN.chorus, cents: chorus.cents });
    page.add([
      text(`${LABELS.statuses[status]}, ${nature}`, 'label'),
      text(nature, 'text'),
      amount(ledger.cents, undefined),
      amount(chorus.cents, undefined),
      gapCell(page, row, ledger.cents - chorus.cents),
      { value: ledger.count, style: 'text' },
      { value: chorus.count, style: 'text' },
    ]);
  }
  page.addBlank();
  return sides;
}

function addGroups(
  page: PageBuilder,
  source: DocumentSource,
  extracts: readonly ChorusExtract[],
  groups: readonly ReconciliationGroup[],
  title: string,
): void {
  page.begins('block');
  page.addSection([title, ...words.groups].map((heading) => text(heading, 'heading')));
  for (const [index, group] of groups.slice(0, MOST_GROUPS).entries()) {
    if (index > 0 && index % GROUPS_OF_A_PAGE === 0) {
      page.begins('block');
      // Not a new section, so that comments find their row.
      page.add([words.continued(title), ...words.groups].map((heading) => text(heading, 'heading')));
    }
    const ej = distinct([...group.rows, ...group.lines].map((one) => one.ej));
    const dp = distinct([...group.rows, ...group.lines].map((one) => shownDp(one.dp)));
    const cells = groupCells(page, ej === '' ? words.noEj : ej, dp, [group]);
    const places = [rowsOf(source, group), linesOf(extracts, group)];
    page.addItem([...cells, ...places.map((place) => text(place, 'text')), blank('inputText')]);
  }
  const left = groups.slice(MOST_GROUPS);
  if (left.length > 0)
    page.add([
      ...groupCells(page, words.more(left.length), '', left),
      text('', 'text'),
      text('', 'text'),
      blank('inputText'),
    ]);
  page.addBlank();
}

/** Its names and amounts, for the next row. */
function groupCells(
  page: PageBuilder,
  name: string,
  dp: string,
  groups: readonly ReconciliationGroup[],
): readonly PlannedCell[] {
  const sum = (of: (group: ReconciliationGroup) => number): number =>
    groups.reduce((cents, group) => cents + of(group), 0);
  const row = page.nextRow;
  return [
    text(name, 'code'),
    text(dp, 'code'),
    amount(
      sum(({ ledgerCents, listed }) => ledgerCents + (listed?.cents ?? 0)),
      undefined,
    ),
    amount(
      sum(({ chorusCents }) => chorusCents),
      undefined,
    ),
    gapCell(
      page,
      row,
      sum(({ gap }) => gap),
    ),
  ];
}

function gapCell(page: PageBuilder, row: number, cents: number): ReturnType<typeof amount> {
  const [ledger, chorus] = [page.at({ row, column: COLUMN.ledger }), page.at({ row, column: COLUMN.chorus })];
  return amount(cents, `=ROUND(${ledger}-${chorus},2)`);
}

function distinct(numbers: readonly string[]): string {
  return listed([...new Set(numbers.filter((number) => number !== ''))]);
}

function listed(numbers: readonly string[]): string {
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ');
  return numbers.length > MOST_NUMBERS ? words.ofWhich(shown, numbers.length - MOST_NUMBERS) : shown;
}

/** `Suivi, l. 12, 15`. */
function rowsOf({ input }: DocumentSource, { rows }: ReconciliationGroup): string {
  return bySource(
    rows.map(({ row }) => {
      const place = placeOfRow(input.blocks, row.key);
      return [place?.block.sheet ?? '', (place?.row ?? -1) + 1] as const;
    }),
  );
}

function linesOf(extracts: readonly ChorusExtract[], { lines }: ReconciliationGroup): string {
  return bySource(lines.map(({ extract, line }) => [extracts[extract]?.source ?? '', line.line] as const));
}

function bySource(places: readonly (readonly [source: string, number: number])[]): string {
  const ofSources = groupedBy(places, ([source]) => source);
  const rowsOf = (source: string, own: typeof places): string =>
    words.rowsOf(source, listed([...new Set(own.map(([, number]) => String(number)))]));
  return [...ofSources].map(([source, own]) => rowsOf(source, own)).join(' ; ');
}

function controlsOf(
  page: PageBuilder,
  { balance, groups }: Reconciliation,
  gaps: ByNature<Shown>,
  sides: Sides,
): readonly ControlLine[] {
  const line = (label: string, cells: readonly Shown[], cents: number): ControlLine => ({
    label,
    document: sumOfCells(page, cells),
    reference: ownFigure(cents),
  });
  return NATURES.flatMap((nature) => {
    const compared = groups.filter((group) => group.nature === nature && isCompared(group));
    return [
      line(words.everyRow(nature), sides.ledger[nature], balance.ledger[nature].cents),
      line(words.everyLine(nature), sides.chorus[nature], balance.chorus[nature].cents),
      line(
        words.gapIsTotal(nature),
        gaps[nature],
        compared.reduce((sum, { gap }) => sum + gap, 0),
      ),
    ];
  });
}
