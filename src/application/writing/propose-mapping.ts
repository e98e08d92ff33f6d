/**
 * « Colonnes du suivi »: the field proposed for each column of the team's tables, with a confidence, for the user to
 * confirm. Once confirmed, it is asked again only when the headings change.
 */
import { readConventionTables } from '../../workbook/convention/convention-tables';
import { namesOf } from '../../workbook/ledger/known-names';
import { success, type Result } from '../../domain/result';
import { comparable } from '../../domain/text';
import { columnName } from '../../workbook/cells';
import { readColumnChoices, sourcesOf, type ColumnChoice } from '../../workbook/registers/column-choices';
import { readReadingChoices } from '../../workbook/registers/reading-choices';
import type { Failure } from '../../workbook/failure';
import type { FoundBlock } from '../../workbook/ledger/make-block';
import type { ColumnHeading } from '../../workbook/ledger/heading-rows';
import { chooseLedgers } from '../../workbook/ledger/choice/choose-ledgers';
import { blocksOf, findLedgers, isPresent, type LedgerCandidate } from '../../workbook/ledger/find-ledger';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import { examplesUnder } from '../../workbook/ledger/columns/examples';
import { isShared } from '../../workbook/ledger/map-columns';
import { readLedger } from '../../workbook/ledger/read-ledger';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { isExtractSheet } from '../reconciliation/extract-sheets';
import { readingOf } from '../open-dossier';
import type { ColumnProposal, MappingChange, MappingProposal, SourceProposal, TableProposal } from './mapping-proposal';
import { unrecognisedTables, type UnrecognisedTable } from './unrecognised-tables';

/**
 * The tables that may be the ledger, best first, then those in which none is recognised. Refuses only an unreadable
 * `ENV_Colonnes` or `ENV_Lecture`.
 */
export function proposeMapping(workbook: WorkbookSnapshot): Result<MappingProposal, Failure> {
  const choices = readColumnChoices(workbook);
  if (!choices.ok) return choices;
  const convention = readConventionTables(workbook);
  const names = convention.ok && convention.value ? namesOf(convention.value) : null;
  const places = readReadingChoices(workbook);
  if (!places.ok) return places;
  const candidates = findLedgers(workbook, choices.value, names, places.value);
  const wanted = sourcesOf(choices.value).filter((source) => isPresent(workbook, source));
  const choice = chooseLedgers(workbook, candidates, wanted, (sheet) => isExtractSheet(workbook, sheet), names);
  const read = choice.ok ? choice.value.chosen : [];
  const free = choices.value.length === 0 ? candidates : findLedgers(workbook, [], names, places.value);
  const sources = candidates.map((candidate) => {
    const unaided = free.find(({ name, table }) => name === candidate.name && table === candidate.table);
    return sourceProposal(workbook, candidate, {
      choices: choicesOf(choices.value, candidate),
      unaided,
      isRead: read.some((one) => one.name === candidate.name && one.table === candidate.table),
    });
  });
  const entries = readingOf(workbook, convention.ok ? convention.value : null);
  const others = unrecognisedTables({
    workbook,
    entries: entries.ok ? entries.value : [],
    blocks: blocksOf(candidates),
    choices: choices.value,
    places: places.value,
  });
  return success({ sources: withUnrecognised(sources, others), refusal: choice.ok ? null : choice.failure });
}

/** Adds these tables to their sources. A heading that a source has already keeps its field. */
function withUnrecognised(
  recognised: readonly SourceProposal[],
  others: readonly UnrecognisedTable[],
): readonly SourceProposal[] {
  const sources = new Map(recognised.map((source) => [source.name, source]));
  for (const { proposal, ...other } of others) {
    const isConfirmed = proposal.columns.some(({ status }) => status === 'confirmed' || status === 'notUsed');
    const source: SourceProposal = sources.get(other.name) ?? {
      ...other,
      isRead: false,
      isConfirmed,
      needsConfirmation: true,
      changes: [],
      tables: [],
      ignored: [],
    };
    const known = source.tables.flatMap(({ columns }) => columns);
    const columns = proposal.columns.map((column): ColumnProposal => {
      const same = known.find(({ heading }) => comparable(heading) === comparable(column.heading));
      return same ? { ...same, column: column.column, examples: column.examples } : column;
    });
    sources.set(other.name, { ...source, tables: [...source.tables, { ...proposal, columns }] });
  }
  return [...sources.values()];
}

interface Known {
  readonly choices: readonly ColumnChoice[];
  /** The candidate found from headings and values alone, without the user's choices. */
  readonly unaided: LedgerCandidate | undefined;
  readonly isRead: boolean;
}

function sourceProposal(workbook: WorkbookSnapshot, candidate: LedgerCandidate, known: Known): SourceProposal {
  const { name, sheet, table, isHidden } = candidate;
  const isConfirmed = known.choices.length > 0;
  const changes = isConfirmed ? changesOf(candidate, known) : [];
  const tables = [...candidate.blocks, ...candidate.leftOut].map((found) =>
    tableProposal(candidate, found, known.choices),
  );
  return {
    name,
    sheet,
    isTable: table !== null,
    isHidden,
    isRead: known.isRead,
    isConfirmed,
    needsConfirmation: !isConfirmed || changes.length > 0,
    changes,
    tables,
    ignored: known.isRead ? ignoredRows(workbook, candidate) : [],
  };
}

function tableProposal(candidate: LedgerCandidate, found: FoundBlock, choices: readonly ColumnChoice[]): TableProposal {
  const { block } = found;
  return {
    headingRow: block.headingRow + 1,
    firstRow: block.firstRow + 1,
    lastRow: block.lastRow + 1,
    isPart: candidate.blocks.includes(found),
    columns: columnsOf(found, choices),
  };
}

/** The columns with a heading, and those without one that were recognised by their values. */
function columnsOf(found: FoundBlock, choices: readonly ColumnChoice[]): readonly ColumnProposal[] {
  const { block, headings, samples } = found;
  const left = leftOf(found);
  return headings.flatMap((heading): ColumnProposal[] => {
    const proposed = proposedAt(found, heading, left);
    if (!proposed && heading.kind !== 'shown') return [];
    const isRefused = choices.some(
      (choice) => choice.field === null && comparable(choice.heading) === comparable(heading.text),
    );
    const status = proposed ? (proposed.isChosen ? 'confirmed' : 'proposed') : isRefused ? 'notUsed' : 'unmapped';
    return [
      {
        heading: heading.text,
        column: columnName(left + heading.position),
        field: proposed?.field ?? null,
        confidence: proposed?.confidence ?? 0,
        status,
        unit: [...block.columns.values()].find(({ column }) => column === left + heading.position)?.unit ?? '€',
        examples: examplesUnder(heading, samples),
      },
    ];
  });
}

/** The column of the sheet of position 0. */
function leftOf({ block, columns: [reference] }: FoundBlock): number {
  return reference ? (block.columns.get(reference.field)?.column ?? 0) - reference.position : block.left;
}

type Proposed = Pick<ColumnProposal, 'field' | 'confidence'> & { readonly isChosen: boolean };

/** The field of a column; an amount that is AE or CP by its row has one name, and so has such a date. */
function proposedAt({ block, columns }: FoundBlock, { position }: ColumnHeading, left: number): Proposed | undefined {
  const proposed = columns.find((column) => column.position === position);
  if (proposed) {
    const isAmount = proposed.field === 'ae' || proposed.field === 'cp';
    return isShared(columns, proposed.field) ? { ...proposed, field: isAmount ? 'amount' : 'date' } : proposed;
  }
  const [filter] = [...(block.filters ?? [])].find(([, column]) => column === left + position) ?? [];
  const field = block.natureColumn === left + position ? 'nature' : filter;
  return field && { field, confidence: 1, isChosen: false };
}

function ignoredRows(workbook: WorkbookSnapshot, candidate: LedgerCandidate): SourceProposal['ignored'] {
  const blocks = candidate.blocks.map(({ block }) => block);
  return readLedger(workbook, blocks).ignored.map(({ row, reason }) => ({
    row: (placeOfRow(blocks, row)?.row ?? 0) + 1,
    reason,
  }));
}

function changesOf(candidate: LedgerCandidate, { choices, unaided }: Known): readonly MappingChange[] {
  const present = new Set(candidate.blocks.flatMap(({ headings }) => headings.map(({ text }) => comparable(text))));
  const confirmed = new Set(choices.map(({ heading }) => comparable(heading)));
  const gone = choices.flatMap(({ heading, field }): MappingChange[] =>
    field === null || present.has(comparable(heading)) ? [] : [{ kind: 'headingGone', heading, field }],
  );
  const fresh = (unaided?.blocks ?? []).flatMap(({ columns }) =>
    columns.filter(({ heading }) => !confirmed.has(comparable(heading))),
  );
  const better = fresh.map(({ heading, field }): MappingChange => {
    const holder = choices.find((choice) => choice.field === field && present.has(comparable(choice.heading)));
    return holder
      ? { kind: 'betterHeading', heading, field, confirmed: holder.heading }
      : { kind: 'newHeading', heading, field };
  });
  return [...gone, ...better];
}

function choicesOf(choices: readonly ColumnChoice[], { name, sheet }: LedgerCandidate): readonly ColumnChoice[] {
  const ours = [name, sheet].map(comparable);
  return choices.filter(({ source }) => source === '' || ours.includes(comparable(source)));
}
