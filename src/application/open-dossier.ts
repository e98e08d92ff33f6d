/**
 * Snapshot of a workbook → dossier: the convention, the ledger and the place of each row. All other use cases start
 * from it.
 */
import { withAdvances } from '../domain/envelopes/commitment-year';
import type { Convention } from '../domain/envelopes/convention';
import { failure, success, type Result } from '../domain/result';
import { drain, type Slices } from '../domain/slices';
import { readColumnChoices, sourcesOf, type ColumnChoice } from '../workbook/registers/column-choices';
import { readConventionTables } from '../workbook/convention/convention-tables';
import type { Failure } from '../workbook/failure';
import { chooseLedgers } from '../workbook/ledger/choice/choose-ledgers';
import type { LeftTable } from '../workbook/ledger/choice/left-tables';
import { nearestObstacle } from '../workbook/ledger/choice/ledger-obstacle';
import { blocksOf, findLedgers, isPresent, type LedgerCandidate } from '../workbook/ledger/find-ledger';
import { withGroups } from '../workbook/ledger/rows/groups/filled-down';
import { withMergedWords } from '../workbook/ledger/rows/merged-words';
import { withMonthFirst } from '../workbook/ledger/rows/month-first-dates';
import { withNegativePayments } from '../workbook/ledger/rows/payments/negative-payments';
import { withGrowingPayments } from '../workbook/ledger/rows/payments/growing-payments';
import { withDetailedTotals } from '../workbook/ledger/rows/whole-ledger/detailed-totals';
import { withIssuedPayments } from '../workbook/ledger/rows/whole-ledger/issued-payments';
import { withOrderDoubts } from '../workbook/ledger/rows/whole-ledger/orders/order-doubts';
import { withOwnNumbers } from '../workbook/ledger/rows/whole-ledger/own-numbers';
import { withOtherFunding } from '../workbook/ledger/rows/whole-ledger/other-funding';
import { withOtherEnvelopes } from '../workbook/ledger/rows/whole-ledger/other-envelopes';
import { withLabelledSums } from '../workbook/ledger/rows/whole-ledger/labelled-sums';
import { withSections } from '../workbook/ledger/rows/whole-ledger/sectioned-rows';
import { withSharedAmounts } from '../workbook/ledger/rows/whole-ledger/shared-amounts';
import { withWordsApart } from '../workbook/ledger/rows/whole-ledger/words-apart';
import { withYears } from '../workbook/ledger/rows/whole-ledger/years-of-rows';
import { ownLedger } from '../workbook/ledger/rows/whole-ledger/other-rows';
import { inheritImputation } from '../workbook/ledger/inherit-imputation';
import { namesOf, type KnownNames } from '../workbook/ledger/known-names';
import type { LedgerBlock } from '../workbook/ledger/ledger-source';
import { findTurnedTable } from '../workbook/ledger/turned-tables';
import { withDoubtsOfSheets } from '../workbook/ledger/tables/effect-rows';
import { withEnvelopes } from '../workbook/ledger/tables/block-envelopes';
import { CellReader } from '../workbook/ledger/read-cells';
import { LedgerReader, type ReadLedger } from '../workbook/ledger/read-ledger';
import type { ReadingEntry } from '../workbook/reading/account';
import { checkDecidedSheets } from '../workbook/reading/decided-sheets';
import { accountOfReading } from '../workbook/reading/read-account';
import { readReadingChoices, type ReadingChoice } from '../workbook/registers/reading-choices';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Dossier } from './dossier';
import { outdatedMapping } from './outdated-mapping';
import { hasOwnConvention } from './replaced-convention';
import { isExtractSheet } from './reconciliation/extract-sheets';

export interface OpenOptions {
  /** Replaces the convention of the workbook, which may then have none. */
  readonly convention?: Convention;
  /** The tables or sheets that are the ledger, when the user names them. */
  readonly ledger?: string | readonly string[];
  /** Columns that the user maps for this reading, after those of `ENV_Colonnes`. */
  readonly columns?: readonly ColumnChoice[];
}

/**
 * Reads a workbook. Refuses without a convention, without a ledger, when several tables could be it, or when the
 * columns kept in `ENV_Colonnes` no longer fit it. Callers that read the same workbook again keep the `reader`, which
 * reads only what changed.
 */
export function openDossier(
  workbook: WorkbookSnapshot,
  options: OpenOptions = {},
  reader = new LedgerReader(),
): Result<Dossier, Failure> {
  return drain(openDossierInSlices(workbook, options, reader));
}

/** The same, yielding between the steps and between rows, for callers that must not block the UI. */
export function* openDossierInSlices(
  workbook: WorkbookSnapshot,
  options: OpenOptions,
  reader: LedgerReader,
): Slices<Result<Dossier, Failure>> {
  const convention = options.convention ? success(options.convention) : readConventionTables(workbook);
  if (!convention.ok) return convention;
  if (!convention.value) return failure({ code: 'noConvention' });
  const choices = readReadingChoices(workbook);
  if (!choices.ok) return choices;
  const decided = checkDecidedSheets(workbook);
  if (!decided.ok) return decided;
  yield;
  const settled = yield* settleBlocks(workbook, options, { convention: convention.value, places: choices.value });
  if (!settled.ok) return settled;
  yield;
  const { left } = settled.value;
  const names = namesOf(convention.value);
  const signed = withNegativePayments(workbook, settled.value.blocks, new CellReader(workbook.uses1904Dates));
  yield;
  const blocks = withGroups(workbook, withMonthFirst(workbook, signed), names);
  yield;
  const worded = withMergedWords(workbook, blocks);
  const whole = yield* reader.readInSlices(worded, blocks, names);
  const { ledger, ignored } = yield* withAllRows(worded, blocks, whole, { names, convention: convention.value });
  const read = { blocks, ledger, ignored };
  yield;
  const isReplaced = options.convention !== undefined && hasOwnConvention(workbook);
  const account = accountOfReading({ workbook, read, left, choices: choices.value, names, isReplaced });
  yield;
  return success({
    workbook,
    convention: convention.value,
    conventionFrom: options.convention ? 'named' : 'workbook',
    ledger: {
      ...inheritImputation({ ...ledger, rows: withAdvances(ledger.rows) }, blocks, names),
      reading: account.facts,
    },
    blocks,
    left,
    ignored,
    account: account.entries,
    idle: account.idle,
  });
}

/** The ledger with what its rows are beside the others, by one reading of all of them after another. */
export function* withAllRows(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  whole: ReadLedger,
  { names, convention }: { readonly names: KnownNames; readonly convention: Convention },
): Slices<ReadLedger> {
  const readings: readonly ((read: ReadLedger) => ReadLedger)[] = [
    (read) => ownLedger(workbook, blocks, read, convention),
    (read) => withOwnNumbers(workbook, blocks, read),
    (read) => withYears(workbook, blocks, read, convention),
    (read) => withLabelledSums(blocks, read, names),
    (read) => withDetailedTotals(blocks, read),
    (read) => withGrowingPayments(blocks, read),
    (read) => withSections(workbook, blocks, read),
    (read) => withIssuedPayments(workbook, blocks, read),
    (read) => withOtherEnvelopes(workbook, blocks, read, names, convention),
    (read) => withOtherFunding(workbook, blocks, read, convention),
    (read) => withOrderDoubts(workbook, blocks, read, convention),
    (read) => withWordsApart(workbook, blocks, read, names),
    (read) => withSharedAmounts(workbook, blocks, read, names, convention),
  ];
  let read = whole;
  for (const reading of readings) {
    read = reading(read);
    yield;
  }
  return read;
}

/**
 * The account of a workbook whose ledger was not found, or not chosen yet: the places that hold amounts, none of them
 * read. Refuses an unreadable ENV_Lecture.
 */
export function readingOf(
  workbook: WorkbookSnapshot,
  convention: Convention | null,
): Result<readonly ReadingEntry[], Failure> {
  const choices = readReadingChoices(workbook);
  if (!choices.ok) return choices;
  const read = { blocks: [], ledger: { rows: [], totals: [] }, ignored: [] };
  const names = convention && namesOf(convention);
  return success(accountOfReading({ workbook, read, left: [], choices: choices.value, names }).entries);
}

interface Settled {
  readonly blocks: readonly LedgerBlock[];
  readonly left: readonly LeftTable[];
}

function* settleBlocks(
  workbook: WorkbookSnapshot,
  options: OpenOptions,
  { convention, places }: { readonly convention: Convention; readonly places: readonly ReadingChoice[] },
): Slices<Result<Settled, Failure>> {
  const kept = readColumnChoices(workbook);
  if (!kept.ok) return kept;
  const choices = success([...kept.value, ...(options.columns ?? [])]);
  const names = namesOf(convention);
  const candidates = findLedgers(workbook, choices.value, names, places);
  yield;
  const readers = { cells: new CellReader(workbook.uses1904Dates), names };
  const mapped = new Set(options.columns?.map(({ field }) => field));
  const outdated = outdatedMapping(
    kept.value.filter(({ field }) => !mapped.has(field)),
    candidates,
    readers,
  );
  if (outdated) return failure(outdated);
  const asked = typeof options.ledger === 'string' ? [options.ledger] : (options.ledger ?? []);
  const wanted = asked.length > 0 ? asked : sourcesOf(choices.value).filter((source) => isPresent(workbook, source));
  const turned = candidates.length === 0 ? findTurnedTable(workbook, choices.value) : null;
  if (turned) return failure({ code: 'turnedLedger', ...turned });
  const obstacle = candidates.length === 0 ? nearestObstacle(workbook, choices.value) : null;
  if (obstacle) return failure({ code: 'noLedger', obstacle });
  const choice = chooseLedgers(workbook, candidates, wanted, (sheet) => isExtractSheet(workbook, sheet), names);
  if (!choice.ok) return choice;
  yield;
  const { chosen, left } = choice.value;
  const blocks = withDoubtsOfSheets(inReadingOrder(workbook, chosen));
  return success({ blocks: withEnvelopes(workbook, blocks, convention), left });
}

function inReadingOrder(workbook: WorkbookSnapshot, candidates: readonly LedgerCandidate[]): readonly LedgerBlock[] {
  const position = ({ sheet }: LedgerBlock): number => workbook.sheets.findIndex(({ name }) => name === sheet);
  return [...blocksOf(candidates)].sort(
    (one, other) => position(one) - position(other) || one.headingRow - other.headingRow || one.left - other.left,
  );
}
